"""Claims about numbers: a series' own readings, the lines of a round, amounts of aid."""

from dataclasses import replace
from datetime import date, timedelta

from truceline.measure.claims.ground import Ground, cannot_say, distance, finding, within
from truceline.measure.claims.readings import Reading, compared, readings, shown
from truceline.measure.claims.rules import SeriesRule, rules, series_for
from truceline.terms.claims import Claim, Finding, Window
from truceline.terms.wars import Round, Series


def number(ground: Ground, claim: Claim) -> Finding:
    """Return what the record says of a number.

    Parameters
    ----------
    ground : Ground
        The record.
    claim : Claim
        A count, total or share, with its size.

    Returns
    -------
    Finding
        "cannot say" where no series, list or line holds what it counts, or has no report then.
    """
    if claim.about == "things: issues":
        return _matters(ground, claim)
    if claim.about in ("exchange", "bodies"):
        return _agreed(ground, claim)
    if claim.about == "aid":
        return _amount(ground, claim)
    if claim.kind == "share":
        return _share(ground, claim)
    if claim.about == "area":
        return _area(ground, claim)
    about = claim.about
    if claim.deed == "destroyed" and about in ("drones", "missiles", "drones and missiles"):
        about = "destroyed" if about == "drones and missiles" else f"{about} destroyed"
    chosen = series_for(ground.war, about, claim.side)
    if not chosen:
        return cannot_say(ground, claim, _lacking(ground, claim))
    window = claim.window or (_since_start(ground) if claim.about == "losses" else None)
    if window is None:
        return cannot_say(ground, claim, "no day is named, so that no row can be chosen")
    return _by_series(ground, replace(claim, window=window), chosen[0])


def _lacking(ground: Ground, claim: Claim) -> str:
    """Say what the record does not hold."""
    if claim.about in ("drones", "missiles", "drones and missiles", "losses") and claim.side:
        name = next((s.name for s in ground.war.sides if s.code == claim.side), claim.side)
        return f"no series of the record holds {claim.about} of {name}"
    known = rules().lacking
    key = next((each for each in known if each in claim.about), None)
    what = claim.about.removeprefix("things: ")
    if what in ("unknown", "things", ""):
        return "no rule knows what this number or day is about"
    return known[key] if key else f"no series or list of the record counts {what}"


def _since_start(ground: Ground) -> Window:
    return Window(ground.war.start, ground.day, "span", "since the war began")


def _by_series(ground: Ground, claim: Claim, chosen: tuple[Series, SeriesRule]) -> Finding:
    series, rule = chosen
    window, size = claim.window, claim.size
    if window is None or size is None:
        return cannot_say(ground, claim, "no number or no day is named")
    if window.last > ground.as_of:
        if window.first > ground.as_of:
            return cannot_say(ground, claim, f"its days lie after {ground.as_of}")
        window = replace(window, last=ground.as_of)
    if rule.coarse and window.days < 27:
        return cannot_say(ground, claim, rules().lacking["killed"])
    if rule.coarse:
        window = replace(window, first=window.first.replace(day=1), precision="month")
    found = readings(ground, series, window)
    if not found or not _reaches(ground, series, window):
        return cannot_say(
            ground,
            claim,
            f"{series.name} has no full report for {window.first}"
            + (f" to {window.last}" if window.days > 1 else ""),
        )
    verdict, best = compared(size, found)
    reason = f"{_said(best)} {series.unit.split(' a ')[0]} by {series.reported_by or series.name}"
    if rule.opponent and verdict == "supported" and not claim.attributed:
        verdict = "mixed"
        reason += ", an opponent's claim that the report tells as a fact"
    reason += "; single source"
    if verdict == "mixed" and not best.alone:
        most = max(each.high for each in found if each.alone)
        reason += f"; the most in one night was {most:,.0f}"
    answer = shown(ground, claim, series, found, verdict)
    return finding(ground, verdict, reason, best.rows, answer=answer)


def _reaches(ground: Ground, series: Series, window: Window) -> bool:
    """Tell whether a series' reports reach from one end of a window to the other."""
    days = sorted(ground.values(series))
    slack = timedelta(days=31 if " a month" in series.unit else 3)
    return bool(days) and days[0] - slack <= window.first and window.last <= days[-1] + slack


def _said(reading: Reading) -> str:
    low, high = f"{reading.low:,.0f}", f"{reading.high:,.0f}"
    return f"{reading.what}: {low}" + (f" to {high}" if high != low else "")


def _agreed(ground: Ground, claim: Claim) -> Finding:
    """Compare with the numbers in the lines of the round that is meant."""
    near, size = near_round(ground, claim), claim.size
    chosen = near or (_last_round(ground, claim.window.first) if claim.window else None)
    if chosen is None or size is None:
        return cannot_say(ground, claim, rules().lacking["exchange"])
    lines = [
        each
        for each in chosen.agreed
        if any(word in each.lower() for word in rules().words[claim.about])
    ]
    found = [
        Reading(line, each.low, each.high if each.high is not None else each.low, (line,))
        for line in lines
        for each in ground.numbers(line)
    ]
    row = f"round of {chosen.start}, {chosen.place}"
    if not found:
        return cannot_say(ground, claim, f"the {row} lists no such number")
    verdict, best = compared(size, found)
    if near is None and verdict != "supported":  # carried out later, perhaps on other terms
        return cannot_say(ground, claim, rules().lacking["exchange"])
    return finding(ground, verdict, f"{row}: agreed on “{best.what}”", (f"{row}: {best.what}",))


def _matters(ground: Ground, claim: Claim) -> Finding:
    """Compare with how many lines the round that is meant agreed on."""
    chosen = near_round(ground, claim)
    if chosen is None or claim.size is None or not chosen.agreed:
        return cannot_say(ground, claim, "no round near that day lists what was agreed")
    row = f"round of {chosen.start}, {chosen.place}: {'; '.join(chosen.agreed)}"
    many = len(chosen.agreed)
    verdict, _ = compared(claim.size, [Reading(row, many, many, (row,))])
    verdict = "mixed" if verdict == "contradicted" else verdict
    return finding(ground, verdict, f"{many} on record: {row}", (row,))


def near_round(ground: Ground, claim: Claim) -> Round | None:
    """Return the round that a claim means: by its day, else the last before the report."""
    days = rules().days
    held = [each for each in ground.rounds() if each.status == "held"]
    if claim.window is not None:
        window = claim.window
        near = [
            each
            for each in held
            if within(each.start, window, days["round"])
            or within(each.end, window, days["round"])
            or each.start <= window.first <= each.end
        ]
        return min(near, key=lambda each: distance(each.end, window), default=None)
    return _last_round(ground, ground.day)


def _last_round(ground: Ground, day: date) -> Round | None:
    """Return the last round held before a day, and not long before."""
    before = [
        each for each in ground.rounds()
        if each.status == "held" and each.start <= day
        and (day - each.end).days <= rules().days["last_round"]
    ]  # fmt: skip
    return max(before, key=lambda each: each.start, default=None)


def _amount(ground: Ground, claim: Claim) -> Finding:
    """Compare with the amounts of the third parties' acts near that day."""
    window, size = claim.window, claim.size
    if window is None or size is None:
        return cannot_say(ground, claim, "no day is named for this amount")
    acts = [
        each
        for each in ground.war.support
        if each.amount is not None
        and each.unit == size.unit
        and each.date <= ground.as_of
        and within(each.date, window, rules().days["support"])
    ]
    if not acts:
        return cannot_say(ground, claim, "no act of a third party with an amount is listed then")
    found = [
        Reading(
            each.what,
            each.amount or 0,
            each.amount or 0,
            (f"support {each.date} {each.backer}: {each.what}",),
        )
        for each in acts
    ]
    verdict, best = compared(size, found)
    if verdict != "supported" and window.days > 10:
        return cannot_say(ground, claim, "amounts are announced act by act and never added up")
    return finding(
        ground,
        verdict,
        f"{acts[0].date}: {best.low:,.0f} {size.unit} announced ({best.what})",
        best.rows,
    )


def _share(ground: Ground, claim: Claim) -> Finding:
    """Compare a share of the drones destroyed, or of a country held."""
    size = claim.size
    if claim.about != "share held" or size is None:
        return cannot_say(ground, claim, rules().lacking["share"])
    victims = [each for each in rules().country if each in (s.code for s in ground.war.sides)]
    chosen = series_for(ground.war, "area", claim.side)
    if not victims or not chosen:
        return cannot_say(ground, claim, rules().lacking["share"])
    series = chosen[0][0]
    values = ground.values(series)
    days = [each for each in values if each <= ground.day]
    if not days or (ground.day - max(days)).days > 31:
        return cannot_say(ground, claim, "no map of the record reaches that day")
    day = max(days)
    share = values[day][0] / rules().country[victims[0]]
    row = f"{series.name} {day}: {values[day][0]:,.0f}"
    reading = Reading(f"{day}", share, share, (row,))
    verdict, _ = compared(size, [reading])
    return finding(
        ground,
        verdict,
        f"{share:.0%} on {day} by {series.reported_by}; single source",
        reading.rows,
        answer=shown(ground, claim, series, [reading], verdict),
    )


def _area(ground: Ground, claim: Claim) -> Finding:
    """Compare an area taken, lost or held with a map's."""
    chosen = series_for(ground.war, "area", None)
    size = claim.size
    if not chosen or size is None:
        return cannot_say(ground, claim, "no map is in the record")
    if not claim.deed:
        return cannot_say(ground, claim, "it is not said whether the area was taken, lost or held")
    series = chosen[0][0]
    holds = claim.deed == "holds"
    window = claim.window if not holds else claim.window or Window(ground.day, ground.day)
    if window is None:
        return cannot_say(ground, claim, "no span is named in which the map could be compared")
    values = ground.values(series)
    first, last = _edge(values, window.first), _edge(values, window.last)
    if first is None or last is None or (window.days < 28 and not holds):
        return cannot_say(ground, claim, f"{series.name} does not reach over that span")
    net = values[last][0] if holds else values[last][0] - values[first][0]
    lost = claim.deed == "lost" and claim.side == series.side
    net = -net if lost else net
    rows = tuple(f"{series.name} {day}: {values[day][0]:,.0f}" for day in (first, last))
    what = f"held on {last}" if holds else f"net change, {first} to {last}"
    reading = Reading(what, net, net, rows)
    verdict, _ = compared(size, [reading])
    answer = shown(ground, claim, series, [reading], verdict)
    return finding(
        ground,
        verdict,
        f"{what}: {net:,.0f} km2 by {series.reported_by}; single source",
        rows,
        answer=answer,
    )


def _edge(values: dict[date, tuple[float, ...]], day: date) -> date | None:
    """Return the day of a map nearest to a day, at most a week off."""
    near = [each for each in values if abs((each - day).days) <= 7]
    return min(near, key=lambda each: abs((each - day).days), default=None)
