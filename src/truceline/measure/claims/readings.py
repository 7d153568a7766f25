"""How a number said compares with the record: readings, each a range, and the verdict on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor, inf, log10

from truceline.measure.claims.ground import Ground
from truceline.measure.claims.rules import rules
from truceline.terms.claims import Claim, Size, Window
from truceline.terms.results import Answer, DataUsed, Estimate, Verdict
from truceline.terms.wars import Series

_LONG = ("month", "year", "span")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the record: a range, what it is, its rows, and whether it stands alone.

    A reading that only lends itself (`alone` False), such as three nights together for "a swarm",
    never supports a claim by itself.
    """

    what: str
    low: float
    high: float
    rows: tuple[str, ...]
    alone: bool = True
    days: int = 1


def readings(ground: Ground, series: Series, window: Window) -> list[Reading]:
    """Return every reading of a series in a window.

    Parameters
    ----------
    ground : Ground
        The record.
    series : Series
        A daily series.
    window : Window
        The claim's days, as wide as its own precision.

    Returns
    -------
    list of Reading
        For a month or longer the sum, from "nothing on missing days" to "as much as on the worst
        day"; for a day that day's, dated both ways; for a week each day's, and runs of two and
        three days that lend themselves. Empty where there is no report.
    """
    values = ground.values(series)
    inside = {day: row for day, row in values.items() if window.first <= day <= window.last}
    if window.precision in _LONG or window.days > 10:
        return _total(series, inside, window)
    found = []
    if window.precision == "night":
        inside = {day: row for day, row in inside.items() if day == window.last} or inside
    for day, (_, low, high) in inside.items():
        found.append(Reading(f"{day}", low, high, (row_id(series, day, low),)))
    other = ground.values(series, other=True)
    begun = window.first if window.days <= 2 else None
    if begun in other:
        _, low, high = other[begun]
        found.append(Reading(f"begun on {begun}", low, high, (row_id(series, begun, low, "*"),)))
    if window.days > 2:
        found += _runs(series, inside)
    return found


def row_id(series: Series, day: date, value: float, dated: str = "") -> str:
    """Return the name of a row: series, day and value; * where it is dated by an attack's start."""
    return f"{series.name}{dated} {day}: {value:,.0f}"


def _total(series: Series, inside: dict[date, tuple[float, ...]], window: Window) -> list[Reading]:
    if not inside:
        return []
    low = sum(row[1] for row in inside.values())
    high = sum(row[2] for row in inside.values())
    monthly = " a month" in series.unit
    missing = 0 if monthly else window.days - len(inside)
    most = max(row[2] for row in inside.values())
    rows = (f"{series.name} {window.first} to {window.last}: {low:,.0f} in {len(inside)} rows",)
    return [
        Reading(
            f"{window.first} to {window.last}", low, high + missing * most, rows, days=len(inside)
        )
    ]


def _runs(series: Series, inside: dict[date, tuple[float, ...]]) -> list[Reading]:
    """Return the highest sums of two and of three days on end."""
    found = []
    for many in (2, 3):
        runs = []
        for day in inside:
            days = [day + timedelta(days=step) for step in range(many)]
            if all(each in inside for each in days):
                runs.append((sum(inside[each][2] for each in days), days))
        if runs:
            most, days = max(runs)
            low = sum(inside[each][1] for each in days)
            rows = tuple(row_id(series, each, inside[each][1]) for each in days)
            what = f"{many} nights together, to {days[-1]}"
            found.append(Reading(what, low, most, rows, alone=False, days=many))
    return found


def bounds(size: Size) -> tuple[float, float]:
    """Return the range that a number said allows.

    Examples
    --------
    >>> bounds(Size(900, None))
    (882.0, inf)
    >>> [round(each) for each in bounds(Size(6000, 6000, rough=True))]
    [5100, 6900]
    """
    near = rules().near
    if size.high is None:
        return size.low * 0.98, inf
    if size.low == 0 and size.high > 0:
        return 0.0, size.high * 1.02
    slack = near["rough"] if size.rough else near["exact"]
    return (
        size.low - max(slack * size.low, _rounding(size.low)),
        size.high + max(slack * size.high, _rounding(size.high)),
    )


def _rounding(number: float) -> float:
    """Return half a unit of the last digit that is not zero, at most a twentieth of the number."""
    if number < 10 or number != floor(number):
        return 0.0
    zeros = len(f"{number:.0f}") - len(f"{number:.0f}".rstrip("0"))
    return min(10.0**zeros / 2, number / 20) if log10(number) > 1 else 0.0


def compared(size: Size, found: Sequence[Reading]) -> tuple[Verdict, Reading]:
    """Return the verdict on a number said, and the reading that decides it.

    Parameters
    ----------
    size : Size
        The number said.
    found : sequence of Reading
        At least one.

    Returns
    -------
    Verdict, Reading
        Supported where a reading that stands alone falls into what was said; mixed where one only
        touches it, where the bound said is a third of it or less, or where the nearest reading
        is less than a quarter off; else contradicted.
    """
    low, high = bounds(size)
    near = rules().near
    alone = sorted((each for each in found if each.alone), key=lambda each: -each.high)
    for each in alone:
        if low <= each.low and each.high <= high:
            misleading = size.high is None and each.low > near["bound"] * size.low
            return ("mixed" if misleading else "supported"), each
    for each in (*alone, *(one for one in found if not one.alone)):
        if each.high >= low and each.low <= high:
            return "mixed", each
    nearest = min(found, key=lambda each: _off(each, low, high))
    return ("contradicted" if _off(nearest, low, high) >= near["far"] else "mixed"), nearest


def _off(reading: Reading, low: float, high: float) -> float:
    """Return by which factor a reading misses a range."""
    if reading.low > high:
        return reading.low / high if high else inf
    return low / reading.high if reading.high > 0 else inf


def shown(
    ground: Ground, claim: Claim, series: Series, found: Sequence[Reading], verdict: Verdict
) -> Answer:
    """Return readings as an ANSWER, so that numbers, data and limits travel with a finding."""
    limits = (
        f"Single source: {series.reported_by or series.name}.",
        *((series.what,) if series.what else ()),
    )
    return Answer(
        question="check",
        war=ground.war.folder,
        as_of=ground.as_of.isoformat(),
        statement=f"{claim.claim}: {verdict}.",
        claim=claim.claim,
        verdict=verdict,
        estimates=tuple(
            Estimate(
                name=f"{series.name}: {each.what}",
                value=each.low,
                low=each.low,
                high=each.high,
                measured_in=series.unit,
                n=each.days,
                method="as reported",
            )
            for each in found[:6]
        ),
        data=(
            DataUsed(
                dataset=series.name,
                version=series.version,
                licence=series.licence,
                retrieved_at=series.retrieved_at,
                citation=series.citation,
            ),
        ),
        evidence=tuple(row for each in found for row in each.rows)[:12],
        limits=limits,
        method="docs/methods/check.md",
    )
