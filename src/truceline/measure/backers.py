"""Third parties: their support and pressure as dated series and a network, and what follows it.

Acts come from the war's own `[[support]]` list and, where given, from coded events whose source is
no belligerent. Amounts are never added up: what was announced once is announced again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from truceline.measure.acts import Act, coded_acts, listed_acts, months, network
from truceline.measure.adjust import holm
from truceline.measure.calendar import Window
from truceline.measure.daily import Daily, Refused, daily, opened
from truceline.measure.event_rows import coded
from truceline.measure.one_series import regime_days
from truceline.measure.shifts import LEVEL, ShiftTest, shift_test
from truceline.measure.study import on_days, why_not
from truceline.measure.verdicts import FEWEST_CLUSTERS
from truceline.terms.results import Check, Estimate
from truceline.terms.wars import Series, War

BEFORE, AFTER, LATER = Window("before", 7), Window("after", 7), Window("after", 28)
_NAMES = {
    "aid": ("aid to this side", "aid to the other side"),
    "pause": ("aid held back from this side", "aid held back from the other side"),
    "sanction": ("sanctions on this side", "sanctions on the other side"),
    "easing": ("sanctions on this side eased", "sanctions on the other side eased"),
    "summit": ("summits and mediation", "summits and mediation"),
    "mediation": ("summits and mediation", "summits and mediation"),
}  # by whether the act is toward the side whose attacks are looked at
_METHOD = "local baseline; shift of the whole calendar without wrapping; interval by inverting it"


@dataclass(frozen=True, slots=True, eq=False)
class Backing:
    """What third parties did, and how a side's attacks ran beside it; part of `balance`.

    `months` has `month`, `side`, `kind`, `acts`; `network` has `backer`, `side`, `kind`, `acts`,
    `first`, `last`.
    """

    acts: tuple[Act, ...]
    months: pl.DataFrame
    network: pl.DataFrame
    estimates: tuple[Estimate, ...]
    checks: tuple[Check, ...]
    limits: tuple[str, ...]
    evidence: tuple[str, ...]


def backers(
    panel: pl.DataFrame, war: War, events: pl.DataFrame | None = None, *, as_of: date
) -> Backing:
    """Return third-party support and pressure, and each side's attacks before and after it.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape.
    war : War
        Its `[[support]]` list, and what each series holds.
    events : polars.DataFrame, optional
        Coded events; acts of third parties are read from them only where the war lists none.
    as_of : date
        Nothing later is used.

    Returns
    -------
    Backing
        Estimates carry no verdict: the acts are a list of what was widely reported.

    Raises
    ------
    BadFrame
        If a frame cannot be read.

    Notes
    -----
    For each series of a side's attacks, each group of acts (aid to the other side, aid held back
    from it, sanctions on this side, their easing, aid to this side, summits and mediation) is one
    calendar. Windows: 7 days before, 7 and 28 after. Their p are adjusted together by Holm's rule.

    Examples
    --------
    >>> from truceline.terms.wars import Side, Support
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...     sides=(Side(code="A", name="A"), Side(code="B", name="B")),
    ...     support=(Support(date=date(2025, 2, 1), backer="C", kind="aid", what="x", side="B"),))
    >>> frame = pl.DataFrame({"date": [date(2025, 1, 1)], "series": ["s"], "value": [1.0]})
    >>> backers(frame, war, as_of=date(2025, 3, 1)).network.row(0)[:4]
    ('C', 'B', 'aid', 1)
    """
    frame = opened(panel)
    acts = listed_acts(war, as_of=as_of)
    said = []
    if not acts and events is not None:
        acts = coded_acts(coded(events, as_of=as_of), war)
        said.append(
            "Acts of third parties were read from coded events by quad class: aid, sanctions and "
            "mediation are not told apart finer than that."
        )
    estimates: list[Estimate] = []
    checks: list[Check] = []
    for series in war.series:
        if series.holds != "attacks" or series.side is None:
            continue
        made = daily(frame, series.name, as_of=as_of)
        if isinstance(made, Refused):
            continue
        rows, check = _beside(series, made, acts, war)
        estimates += rows
        checks += check
    counts = _counted(acts, war)
    return Backing(
        acts, months(acts), network(acts), (*counts, *estimates), tuple(checks),
        (*_limits(war, acts), *said), tuple(each.evidence for each in acts),
    )  # fmt: skip


def _groups(acts: Sequence[Act], side: str) -> dict[str, list[date]]:
    """Days of each group of acts, as they bear on one side's attacks."""
    groups: dict[str, list[date]] = {}
    for each in acts:
        own, other = _NAMES.get(each.kind, (each.kind, each.kind))
        groups.setdefault(own if each.side == side else other, []).append(each.day)
    return groups


def _beside(
    series: Series, made: Daily, acts: Sequence[Act], war: War
) -> tuple[list[Estimate], list[Check]]:
    """One side's attacks before and after each group of acts."""
    regimes = regime_days(series, made)
    tests: list[tuple[str, ShiftTest]] = []
    for name, days in _groups(acts, series.side or "").items():
        calendar = on_days(days, made).calendar
        tests += [
            (name, shift_test(made.values, calendar, window, regimes))
            for window in (AFTER, LATER, BEFORE)
        ]
    adjusted = holm([each.p for _, each in tests])
    rows = [
        _ratio(series.name, name, each, p) for (name, each), p in zip(tests, adjusted, strict=True)
    ]
    tested = [p for p in adjusted if p is not None]
    found = sum(p <= 1 - LEVEL for p in tested)
    side = {each.code: each.name for each in war.sides}.get(series.side or "", series.side)
    return rows, [
        Check(
            "backers: windows that stand out beside acts of third parties",
            None,
            f"{series.name}: {found} of {len(tested)} windows of {side}'s attacks have an adjusted "
            "p of .05 or less; no verdict rests on them",
        )
    ]  # fmt: skip


def _ratio(series: str, group: str, tested: ShiftTest, adjusted: float | None) -> Estimate:
    """One window beside one group of acts."""
    window = tested.window
    method = _METHOD
    if tested.p is None:
        method = f"cannot be estimated: {why_not(tested, 'such act')}"
    else:
        method += f"; p adjusted by Holm's rule over all groups and windows, raw p {tested.p:.3f}"
        if tested.chosen.n_clusters < FEWEST_CLUSTERS:
            method += f"; fewer than {FEWEST_CLUSTERS} clusters: a hint at most"
    before = "the three weeks before the window"
    return Estimate(
        name=f"backers, {series}: {window.days} days {window.side} {group}", value=tested.ratio,
        low=tested.low, high=tested.high, level=LEVEL if tested.p is not None else None,
        measured_in="times the level of "
        + (before if window.side == "before" else "days 22 to 2 before the act"),
        n=tested.chosen.n_clusters, method=method, p=adjusted,
    )  # fmt: skip


def _counted(acts: Sequence[Act], war: War) -> tuple[Estimate, ...]:
    """How many acts of which kind are listed, toward which side."""
    sides = {each.code: each.name for each in war.sides}
    counts: dict[tuple[str, str], int] = {}
    for each in acts:
        toward = sides.get(each.side or "", each.side) or "both sides"
        counts[toward, each.kind] = counts.get((toward, each.kind), 0) + 1
    return tuple(
        Estimate(
            name=f"backers, {toward}: {kind}", value=float(count), measured_in="acts listed",
            n=len(acts), method="a count of the list, not of all that was done",
        )
        for (toward, kind), count in sorted(counts.items())
    )  # fmt: skip


def _limits(war: War, acts: Sequence[Act]) -> tuple[str, ...]:
    """What is not said of third parties."""
    if not acts:
        return ("No act of a third party is listed: nothing is said of backers.",)
    silent = [each.name for each in war.sides if each.code not in {act.side for act in acts}]
    chosen = (
        "Acts of third parties are a list of what was widely reported, no sample; a package may be "
        "announced because of attacks, and what was announced is not what arrived."
    )
    return (chosen, f"No act toward {' or '.join(silent)} is listed.") if silent else (chosen,)
