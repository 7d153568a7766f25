"""Whether the share of deep strikes rose to a new level, from coded attacks with a place."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import polars as pl

from truceline.measure.deep_share import by_day, monthly, share, weekly
from truceline.measure.depth import attacks_by_depth
from truceline.measure.event_rows import mapping
from truceline.measure.phases_series import Dated, Searched, Stretch
from truceline.measure.share_breaks import ShareBreak, ShareBreaks, share_breaks
from truceline.terms.errors import TooFewData
from truceline.terms.results import Check, Estimate
from truceline.terms.wars import Series, War

SEED = 20250611
MONTHS = 12  # of the last months that are listed one by one
NAME = "deep strikes"
UNPLACED = "no coded attack says where it fell"
NO_RULES = "war.toml does not list which places lie deep"
ASK_A_STORE = (
    "coded attacks that say where they fell: code reports into a store (`truceline record add "
    "STORE REPORT… --war W`) and ask with --store"
)
LIST_PLACES = "a [[depth]] list in war.toml of the places that lie deep behind the front"
_METHOD = (
    "best cuts of the weekly share by likelihood; penalty from made-up shares of the same counts "
    "that swing as this one without a break; interval by parametric bootstrap"
)


@dataclass(frozen=True, slots=True)
class Deep:
    """What is known of the share of deep strikes; `why` where no break can be looked for."""

    searched: Searched | None
    estimates: tuple[Estimate, ...]
    checks: tuple[Check, ...]
    why: str
    evidence: tuple[str, ...]
    rows: int = 0


def deep_strikes(events: pl.DataFrame | None, war: War, *, as_of: date) -> Deep:
    """Return the share of deep strikes in all placed attacks, its months, and its breaks.

    Parameters
    ----------
    events : polars.DataFrame or None
        As `attacks_by_depth` takes them.
    war : War
        Its `[[depth]]` list says which places lie deep, and when.
    as_of : date
        Nothing later is used.

    Returns
    -------
    Deep
        With a reason and no breaks where there are no rules, no placed attacks, or too few.

    Notes
    -----
    The claim is about attacks of all sides together; each side's share stands beside it. A share
    of what is reported means something only against itself at another time.

    References
    ----------
    docs/methods/phases.md.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> deep_strikes(None, war, as_of=date(2025, 2, 1)).why
    'war.toml does not list which places lie deep'
    """
    if not war.depth:
        return Deep(None, (), (), NO_RULES, ())
    rows = attacks_by_depth(events, war.depth, as_of=as_of)
    days = by_day(rows)
    if days.is_empty():
        return Deep(None, (), (), UNPLACED, (), rows.height)
    counts = (*_counts(rows, days, war), *monthly(days)[-MONTHS:])
    placed = rows.filter(pl.col("depth") != "unknown")["id"].to_list()
    first, part, whole = weekly(days)
    try:
        made = share_breaks(part, whole, rng=np.random.default_rng(SEED))
    except TooFewData as error:
        return Deep(None, counts, (), str(error), tuple(placed), rows.height)
    stretch = _stretch(made, first, part.size)
    series = Series(name=NAME, file="", unit="share of placed attacks", holds="attacks")
    searched = Searched(series, "share of placed attacks", (stretch,))
    return Deep(
        searched, (*counts, *_breaks(made, first, int(whole.sum()))),
        _checks(made, stretch), "", tuple(placed), rows.height,
    )  # fmt: skip


def _counts(rows: pl.DataFrame, days: pl.DataFrame, war: War) -> tuple[Estimate, ...]:
    """The share over the whole time, of all sides and of each, and how many places are known."""
    made = [_share(days, f"{NAME}: share, all sides")]
    for side in war.sides:
        names = [each.casefold() for each in (side.code, side.name, *side.aliases)]
        by = pl.col("by").fill_null("").str.to_lowercase().str.split(";")
        mine = by.list.eval(pl.element().str.strip_chars().is_in(names)).list.any()
        made.append(_share(by_day(rows.filter(mine)), f"{NAME}: share, by {side.name}"))
    known = rows.height - int((rows["depth"] == "unknown").sum())
    return (*made, Estimate(
        name=f"{NAME}: attacks whose depth is known", value=known / rows.height, n=rows.height,
        measured_in="share of coded attacks", method="a count; the rest is in neither number",
    ))  # fmt: skip


def _share(days: pl.DataFrame, name: str) -> Estimate:
    """A share over all days."""
    deep, placed = (days[each].to_numpy().astype(np.float64) for each in ("deep", "placed"))
    return share(deep, placed, name=name)


def _stretch(made: ShareBreaks, first: date, weeks: int) -> Stretch:
    """Breaks of the share as breaks of a series of weeks."""
    found = tuple(
        Dated(
            _monday(first, each.at), _monday(first, each.low), _monday(first, each.high),
            each.after / each.before if each.before > 0 else None, each.least, each.most,
        )
        for each in made.found
    )  # fmt: skip
    trend = bool(made.found) and made.is_a_trend
    doubt = "a straight trend fits about as well as the breaks" if trend else ""
    last = _monday(first, weeks) - timedelta(days=1)
    return Stretch(first, last, "week", made, found, doubt, made.power)


def _monday(first: date, week: int) -> date:
    """First day of a week."""
    return first + timedelta(days=7 * week)


def _breaks(made: ShareBreaks, first: date, n: int) -> tuple[Estimate, ...]:
    """Each break: from which share to which, by what factor, when; and what the coder hides."""
    accuracy = float(mapping()["truceline"]["accuracy"])
    found: list[Estimate] = []
    for each in made.found:
        name = f"{NAME}: break of {_monday(first, each.at)}"
        when = f"{_monday(first, each.low)} to {_monday(first, each.high)}; {_METHOD}"
        found += [
            Estimate(
                name=f"{name}, ratio of shares", value=each.after / each.before
                if each.before > 0 else None, low=each.least, high=each.most,
                level=None if each.least is None else 0.95, measured_in="times the share before",
                n=n, method=_METHOD,
            ),
            Estimate(
                name=f"{name}, difference of shares", value=each.after - each.before,
                low=each.down, high=each.up, level=0.95, measured_in="share of placed attacks",
                n=n, method=f"from {each.before:.3f} to {each.after:.3f}; {_METHOD}",
            ),
            _uncoded(each, name, n, accuracy),
            Estimate(
                name=f"{name}, when", value=7.0 * each.at, low=7.0 * each.low,
                high=7.0 * each.high, level=0.95, measured_in=f"days after {first}", n=n,
                method=when,
            ),
        ]  # fmt: skip
    return tuple(found)


def _uncoded(each: ShareBreak, name: str, n: int, accuracy: float) -> Estimate:
    """The difference of shares if so many places were right and the rest fell at random."""
    scale = 2 * accuracy - 1
    change = (each.after - each.before) / scale
    return Estimate(
        name=f"{name}, difference with the coder's error undone",
        value=float(np.clip(change, -1, 1)), low=max(each.down / scale, -1.0),
        high=min(each.up / scale, 1.0), level=0.95, measured_in="share of placed attacks", n=n,
        method=f"divided by 2 × {accuracy:g} − 1: so many places assumed right, errors both ways "
        "alike; such errors make a change look smaller, and none where there is none",
    )  # fmt: skip


def _checks(made: ShareBreaks, stretch: Stretch) -> tuple[Check, ...]:
    """Whether breaks are told from a trend, and what would have been found."""
    told = stretch.doubt or "yes"
    return (
        Check(
            f"{NAME}: steps are told from a trend",
            None if not made.found else not stretch.doubt,
            f"{told if made.found else 'no break'}; the best gains {made.single:.1f}, each must "
            f"gain {made.penalty:.1f}, a trend gains {made.trend_gain:.1f}",
        ),
        Check(
            f"{NAME}: a rise of the share to 1.5 times would be found", made.power >= 0.8,
            f"{made.power:.0%} of the time, half way, with these counts and swings",
        ),
    )  # fmt: skip
