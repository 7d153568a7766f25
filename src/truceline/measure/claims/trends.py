"""Claims that something rose, fell or stood still: two windows of each series set side by side."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from truceline.measure.claims.ground import Ground, cannot_say, finding
from truceline.measure.claims.readings import Reading, shown
from truceline.measure.claims.rules import rules, series_for
from truceline.terms.claims import Claim, Direction, Finding, Window
from truceline.terms.results import Verdict
from truceline.terms.wars import Series

_FULL = 0.5  # share of a window's days that must have a report
_OPPOSITE: dict[Direction, Direction] = {"up": "down", "down": "up", "flat": "flat"}


@dataclass(frozen=True, slots=True)
class Change:
    """The level of a window over that of the one before, as a range."""

    series: Series
    low: float
    high: float
    rows: tuple[str, ...]

    @property
    def way(self) -> Direction | None:
        """Up, down or flat where the whole range says so, else None."""
        step = rules().near["step"]
        if self.low > 1 + step:
            return "up"
        if self.high < 1 / (1 + step):
            return "down"
        return "flat" if self.high <= 1 + step and self.low >= 1 / (1 + step) else None


def trend(ground: Ground, claim: Claim) -> Finding:
    """Return what the record says of a rise, a fall or a stillness.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        With a direction, perhaps a factor, and its windows; without a second window it is set
        against the span of the same length before.

    Returns
    -------
    Finding
        For "the conflict" as a whole every series of attacks and losses speaks for itself.
    """
    if claim.about == "area":
        return _moved(ground, claim)
    abouts = ("attacks", "losses") if claim.about == "war" else (claim.about,)
    chosen = [
        series
        for about in abouts
        for series, _ in series_for(ground.war, about, None if claim.about == "war" else claim.side)
    ]
    if not chosen or claim.direction is None:
        return cannot_say(ground, claim, f"no series of the record holds {claim.about}")
    windows = _windows(ground, claim)
    if windows is None:
        return cannot_say(ground, claim, "no span is named in which it could be compared")
    changes = [_change(ground, each, *windows) for each in chosen]
    found = [each for each in changes if each is not None]
    if not found:
        return cannot_say(ground, claim, f"{chosen[0].name} has no full report of both spans")
    verdicts = [_verdict(each, claim) for each in found]
    verdict = verdicts[0] if len(set(verdicts)) == 1 else "mixed"
    told = "; ".join(
        f"{each.series.name} ran at {each.low:.2f}"
        + (f" to {each.high:.2f}" if f"{each.high:.2f}" != f"{each.low:.2f}" else "")
        + " times"
        for each in found
    )
    against = " against ".join(f"{each.first} to {each.last}" for each in windows)
    rows = tuple(row for each in found for row in each.rows)
    reading = [Reading(against, each.low, each.high, each.rows) for each in found[:1]]
    answer = shown(ground, claim, found[0].series, reading, verdict)
    source = "; single source" if len(found) == 1 else "; each series a source of its own"
    return finding(ground, verdict, f"{told}, {against}{source}", rows, answer=answer)


def _windows(ground: Ground, claim: Claim) -> tuple[Window, Window] | None:
    """Return the claim's window and the one it is set against, cut at what is known."""
    window = claim.window
    if window is None and claim.about == "war":
        window = Window(ground.day - timedelta(days=364), ground.day, "span")
    if window is None or window.first > ground.as_of:
        return None
    window = replace(window, last=min(window.last, ground.as_of))
    if claim.versus is not None:
        return window, claim.versus
    if window.precision == "month":
        end = window.first - timedelta(days=1)
        return window, Window(end.replace(day=1), end, "month")
    if window.precision == "year":
        year = window.first.year - 1
        return window, Window(date(year, 1, 1), date(year, 12, 31), "year")
    length = timedelta(days=window.days)
    return window, Window(window.first - length, window.first - timedelta(days=1), "span")


def _change(ground: Ground, series: Series, window: Window, versus: Window) -> Change | None:
    """Return the change per day between two windows; None where one has too few reports."""
    now, then = _level(ground, series, window), _level(ground, series, versus)
    if now is None or then is None or then[0] <= 0:
        return None
    rows = tuple(
        f"{series.name} {each.first} to {each.last}: {level[2]:,.0f} in {level[3]} rows"
        for each, level in ((window, now), (versus, then))
    )
    return Change(series, now[0] / then[1], now[1] / then[0], rows)


def _level(
    ground: Ground, series: Series, window: Window
) -> tuple[float, float, float, int] | None:
    """Return the least and most per day that a window may have had, its sum and its rows."""
    inside = {
        day: row for day, row in ground.values(series).items() if window.first <= day <= window.last
    }
    if len(inside) < _FULL * window.days:
        return None
    low = sum(row[1] for row in inside.values())
    high = sum(row[2] for row in inside.values())
    missing = window.days - len(inside)
    most = high + missing * (high / len(inside))
    return low / window.days, most / window.days, low, len(inside)


def _verdict(change: Change, claim: Claim) -> Verdict:
    """Judge one series' change against a direction and, where one is said, a factor."""
    if change.way is None or claim.direction is None:
        return "mixed"
    if change.way != claim.direction:
        return "contradicted"
    if claim.factor is None:
        return "supported"
    near = rules().near
    if change.high * near["factor"] < claim.factor or change.low > claim.factor * near["factor"]:
        return "contradicted"
    rough = 1 + near["rough"]
    fits = change.low / rough <= claim.factor <= change.high * rough
    return "supported" if fits else "mixed"


def _moved(ground: Ground, claim: Claim) -> Finding:
    """Judge whether a map moved: the net change of the area held, as a share of it."""
    chosen = series_for(ground.war, "area", None)
    if not chosen:
        return cannot_say(ground, claim, "no map is in the record")
    series = chosen[0][0]
    window = claim.window or Window(ground.day - timedelta(days=364), ground.day, "span")
    values = ground.values(series)
    inside = sorted(day for day in values if window.first <= day <= window.last)
    if len(inside) < 2 or (inside[-1] - inside[0]).days < 28:
        return cannot_say(ground, claim, f"{series.name} does not reach into that span")
    first, last = inside[0], inside[-1]
    net = values[last][0] - values[first][0]
    share = net / values[first][0]
    rows = tuple(f"{series.name} {day}: {values[day][0]:,.0f}" for day in (first, last))
    reason = (
        f"{net:+,.0f} km2 ({share:+.1%} of the area held), {first} to {last}, by "
        f"{series.reported_by}; single source"
    )
    verdict = _still(share, claim, series.side)
    whole = (window.last - last).days <= 14 and (first - window.first).days <= 14
    if not whole:
        part = (last - first).days / max(1, window.days)
        reason += f"; the map reaches over {part:.0%} of the span"
        verdict = "cannot say" if part < _FULL or verdict == "mixed" else verdict
    answer = shown(ground, claim, series, [Reading("net change", net, net, rows)], verdict)
    return finding(ground, verdict, reason, rows, answer=answer, question="front")


def _still(share: float, claim: Claim, holder: str | None) -> Verdict:
    near = rules().near
    if claim.direction == "flat":
        if abs(share) < near["area_still"]:
            return "supported"
        return "contradicted" if abs(share) > near["area_moved"] else "mixed"
    direction: Direction | None = claim.direction
    if (
        claim.deed == "ground"
        and claim.side is not None
        and holder is not None
        and claim.side != holder
        and direction
    ):
        direction = _OPPOSITE[direction]
    if abs(share) < 0.001:
        return "mixed"
    return "supported" if (share > 0) == (direction == "up") else "contradicted"
