"""A backtest of the outlook in tables: who scores how, and whether the pool is better."""

import numpy as np

from truceline.foresee import score
from truceline.foresee.backtest import LINDY_BARE, NAIVE, POOL, Backtest
from truceline.foresee.past import Definition
from truceline.foresee.past_table import KINDS
from truceline.foresee.pool import HORIZONS
from truceline.foresee.track import Height, Track
from truceline.measure.laid import Bools, Floats, Ints
from truceline.terms.backtests import BacktestReport, Bin, ScoreRow, ScoreTable

RIVALS = {
    "stop": ("Lindy", "base rate", NAIVE),
    "ceasefire": ("Lindy", LINDY_BARE, "base rate", NAIVE),
}
TITLES = {
    "stop": "all fighting stops, whoever wins",
    "ceasefire": "a ceasefire or agreement that leaves no winner",
}
EDGES = (0.0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
SCORES = {"log": score.log, "Brier": score.brier}
LIMITS = (
    (
        "A forecast counts where it was known for all four horizons what came; its score is the "
        "mean over them. Every month of every war counts once, so that long civil wars weigh "
        "most; the tables by kind and by age show the others."
    ),
    (
        "Weighing each war alike would not be proper: a war that ends soon has few months, so "
        "that the weight would tell the outcome. Weighing by 1 / age is proper."
    ),
    "Intervals draw whole wars anew (2,000 times, .95). They are no proof for wars unlike these.",
    (
        "What was known is cut by the days in the table. Datasets name a war, and an end, up to "
        "a year later than an observer does; how it ended is taken as known on its last day."
    ),
    (
        "Form and number of the members were chosen with this very backtest in sight, and so was "
        "how the weights are learnt: scores on wars to come will be somewhat worse."
    ),
)


def report(made: Backtest, definition: Definition, *, seed: int, version: str) -> BacktestReport:
    """Return the tables of a backtest.

    Parameters
    ----------
    made : Backtest
        Forecasts and outcomes.
    definition : Definition
        For its words.
    seed : int
        Of the intervals.
    version : str
        Of truceline.

    Returns
    -------
    BacktestReport
        For each event: every month of every war; wars between states; civil wars; every month
        weighed by 1 / age; each horizon alone.
    """
    every = np.ones(made.age.size, dtype=np.bool_)
    tables, curves = [], []
    for event in RIVALS:
        name = TITLES[event]
        tables.append(_table(made, event, name, (every, None), seed=seed))
        for place, kind in enumerate(KINDS):
            mine = made.kind == place
            tables.append(_table(made, event, f"{name}; {kind} wars", (mine, None), seed=seed))
        young = 1 / made.age.astype(np.float64)
        title = f"{name}; months weighed by 1 / age"
        tables.append(_table(made, event, title, (every, young), seed=seed))
        for place, span in enumerate(HORIZONS):
            title = f"{name}; within {span} month{'' if span == 1 else 's'} alone"
            tables.append(_table(made, event, title, (every, None), seed=seed, horizon=place))
        curves.append((name, _reliable(made, event)))
    return BacktestReport(
        question="outlook", version=version, seed=seed, terms=definition.words(),
        tables=tuple(tables), reliability=tuple(curves), limits=LIMITS,
    )  # fmt: skip


def tracks(found: BacktestReport) -> dict[str, Track]:
    """Return the track record of each event: its first table.

    Parameters
    ----------
    found : BacktestReport
        As `report` makes it.

    Returns
    -------
    dict of str to Track
        By event.
    """
    made = {}
    for event, rivals in RIVALS.items():
        table = next(each for each in found.tables if each.title == TITLES[event])
        rows = {row.name: row for row in table.rows}
        gaps = {
            name: {
                rival: (gap.value, gap.low, gap.high)
                for rival in rivals
                for gap in [rows[rival].gaps[name]]
            }
            for name in SCORES
        }
        made[event] = Track(
            event=event, forecasts=table.forecasts, wars=table.clusters, first=table.first,
            last=table.last, came=table.came or 0.0, log=rows[POOL].scores["log"],
            brier=rows[POOL].scores["Brier"], log_gap=gaps["log"], brier_gap=gaps["Brier"],
            heights=tuple(
                Height(each.said, each.came, each.low, each.high, each.n, each.clusters)
                for each in dict(found.reliability)[TITLES[event]]
            ),
        )  # fmt: skip
    return made


def _table(
    made: Backtest, event: str, title: str, which: tuple[Bools, Floats | None], *, seed: int,
    horizon: int | None = None,
) -> ScoreTable:  # fmt: skip
    """One table: all ways of forecasting on one set of months."""
    mine, weight = which
    said = made.stop if event == "stop" else made.ceasefire
    came = (made.stopped if event == "stop" else made.ceased)[mine]
    part = slice(None) if horizon is None else slice(horizon, horizon + 1)
    heavy = None if weight is None else weight[mine]
    scores = {
        name: {key: rule(chance[mine], came)[:, part].mean(axis=1) for key, rule in SCORES.items()}
        for name, chance in said.items()
    }
    fine = np.isfinite(scores[POOL]["Brier"])
    rows = [
        _row(name, scores, (fine, heavy), made.war[mine], seed)
        for name in (POOL, *(each for each in said if each != POOL))
    ]
    return ScoreTable(
        title=title, ours=POOL, forecasts=int(fine.sum()),
        clusters=len(np.unique(made.war[mine][fine])), first=int(made.year[mine][fine].min()),
        last=int(made.year[mine][fine].max()),
        came=float(np.average(came[fine][:, part].mean(axis=1),
                              weights=None if heavy is None else heavy[fine])),
        rows=tuple(rows),
    )  # fmt: skip


def _row(
    name: str, scores: dict[str, dict[str, Floats]], which: tuple[Bools, Floats | None],
    war: Ints, seed: int,
) -> ScoreRow:  # fmt: skip
    """One way of forecasting."""
    fine, heavy = which
    weight = None if heavy is None else heavy[fine]
    means = {key: float(np.average(scores[name][key][fine], weights=weight)) for key in SCORES}
    if name == POOL:
        return ScoreRow(name, means, {})
    gaps = {
        key: score.difference(
            scores[POOL][key][fine], scores[name][key][fine], war[fine],
            rng=np.random.default_rng(seed), weight=weight,
        )
        for key in SCORES
    }  # fmt: skip
    return ScoreRow(name, means, gaps)


def _reliable(made: Backtest, event: str) -> tuple[Bin, ...]:
    """How often what was said came, all horizons together."""
    said = (made.stop if event == "stop" else made.ceasefire)[POOL]
    came = made.stopped if event == "stop" else made.ceased
    wars = np.repeat(made.war, len(HORIZONS))
    return score.reliability(said.ravel(), came.ravel(), wars, edges=EDGES)
