"""The war's record around a report, as tables: rounds of talks, truces, strikes, daily series."""

from datetime import date

from truceline.show.days import day, month, span
from truceline.show.numbers import datum
from truceline.show.text import line
from truceline.show.views import Table
from truceline.show.words import HOLDS
from truceline.terms.briefs import Brief, Track
from truceline.terms.wars import Round, Series

_NO_SOURCE = "no source given"
_STEP = {"day": "a day", "week": "a day, mean of the week", "month": "a month"}


def rounds(brief: Brief) -> Table:
    """Return the rounds of talks near the report's date, held or not.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    Table
        One row a round, in the order of their dates.
    """
    rows = tuple(
        (
            span(each.start, each.end),
            each.status,
            _announced(each),
            ", ".join(part for part in (line(each.place), line(each.format)) if part) or "not said",
            "; ".join(line(one) for one in each.agreed) or "nothing recorded",
            line(each.source) or _NO_SOURCE,
        )
        for each in sorted(brief.rounds, key=lambda each: (each.start, each.end))
    )
    heads = ("Date", "Status", "Announced", "Place and format", "Agreed", "Source")
    return Table("Rounds of talks near the report's date", heads, rows)


def truces(brief: Brief) -> Table:
    """Return the truces and limited moratoria near the report's date.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    Table
        One row a truce, in the order of their dates.
    """
    names = {side.code: line(side.name) for side in brief.war.sides}
    rows = tuple(
        (
            span(each.start, each.end) if each.end else f"from {day(each.start)}",
            ", ".join(names.get(code, line(code)) for code in each.declared_by) or "not said",
            line(each.limited_to) or "general",
            line(each.kept) or "not recorded",
            line(each.source) or _NO_SOURCE,
        )
        for each in sorted(brief.truces, key=lambda each: each.start)
    )
    heads = ("Dates", "Declared by", "Limited to", "Kept", "Source")
    return Table("Truces and limited moratoria near the report's date", heads, rows)


def strikes(brief: Brief) -> Table:
    """Return the salient strikes near the report's date.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    Table
        One row a strike, in the order of their dates.
    """
    names = {side.code: line(side.name) for side in brief.war.sides}
    rows = tuple(
        (
            day(each.date),
            names.get(each.side, line(each.side)),
            line(each.what) + (" (symbolic)" if each.symbolic else ""),
            line(each.place) or "not said",
            line(each.source) or _NO_SOURCE,
        )
        for each in sorted(brief.strikes, key=lambda each: (each.date, each.side))
    )
    heads = ("Date", "By", "What", "Place", "Source")
    return Table("Salient strikes near the report's date", heads, rows)


def series_words(series: Series, war_sides: dict[str, str]) -> str:
    """Return whose acts or losses a series holds, in what unit, and who reports it.

    Parameters
    ----------
    series : Series
        A series of the war.
    war_sides : dict of str to str
        Names of the sides by code.

    Returns
    -------
    str
        Such as `attacks by Russia; drones and missiles; reported by the Air Force`.
    """
    side = war_sides.get(series.side or "", line(series.side))
    if series.holds in HOLDS:
        whose = f"{HOLDS[series.holds]} {side or 'a side not named'}"
    else:
        whose = f"about {side}" if side else ""
    by = line(series.reported_by)
    about = line(series.what).replace("`", "").rstrip(".")
    parts = (whose, line(series.unit), f"reported by {by}" if by else "reporter not named", about)
    return "; ".join(part for part in parts if part)


def series_title(series: Series) -> str:
    """Return the name of a series as words.

    Parameters
    ----------
    series : Series
        A series of the war.

    Returns
    -------
    str
        Such as `launched missiles`.
    """
    return line(series.name).replace("_", " ")


def around(brief: Brief) -> tuple[Table, ...]:
    """Return the daily series around the report's date, those of the same days side by side.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    tuple of Table
        One table for each set of days; a missing day is "no report", never a zero.
    """
    groups: dict[tuple[date, ...], list[Track]] = {}
    for track in brief.around:
        groups.setdefault(track.dates, []).append(track)
    return tuple(_beside(brief, dates, tracks) for dates, tracks in groups.items())


def behind(track: Track, brief: Brief) -> Table:
    """Return the numbers behind a panel of the timeline.

    Parameters
    ----------
    track : Track
        What the panel shows.
    brief : Brief
        For the names of the sides.

    Returns
    -------
    Table
        One row a day, week or month.
    """
    names = {side.code: line(side.name) for side in brief.war.sides}
    ranged = any(value is not None for value in (*track.low, *track.high))
    rows = tuple(
        (
            _period(when, track.step),
            datum(value),
            *((_range(track, index),) if ranged else ()),
        )
        for index, (when, value) in enumerate(zip(track.dates, track.values, strict=True))
    )
    head = f"{line(track.series.unit)} {_STEP.get(track.step, '')}".strip()
    heads = ("Date", head, *(("Range",) if ranged else ()))
    title = f"{series_title(track.series)}: {series_words(track.series, names)}"
    return Table(title, heads, rows)


def _beside(brief: Brief, dates: tuple[date, ...], tracks: list[Track]) -> Table:
    """Put tracks of the same days side by side; days of talks and of the report are marked."""
    names = {side.code: line(side.name) for side in brief.war.sides}
    rows, marked = [], []
    for index, when in enumerate(dates):
        signs = _signs(brief, when)
        if signs:
            marked.append(index)
        head = when.isoformat() + (f" ({', '.join(signs)})" if signs else "")
        rows.append((head, *(_value(track, index) for track in tracks)))
    first, last = dates[0], dates[-1]
    return Table(
        f"Day by day, {span(first, last)}",
        ("Date", *(f"{series_title(one.series)} ({line(one.series.unit)})" for one in tracks)),
        tuple(rows),
        tuple(
            f"{series_title(track.series)}: {series_words(track.series, names)}."
            for track in tracks
        ),
        tuple(marked),
    )


def _signs(brief: Brief, when: date) -> list[str]:
    """Say what happened on a day that a reader must not overlook."""
    signs = [f"talks {each.status}" for each in brief.rounds if each.start <= when <= each.end]
    signs += ["strike" for each in brief.strikes if each.date == when]
    if when == brief.date:
        signs.append("report")
    return list(dict.fromkeys(signs))


def _value(track: Track, index: int) -> str:
    """Say a day's number with its range where the source gives one."""
    said = datum(track.values[index])
    between = _range(track, index)
    return f"{said} ({between})" if between else said


def _range(track: Track, index: int) -> str:
    """Say a row's low and high figures, where there are any."""
    low = track.low[index] if index < len(track.low) else None
    high = track.high[index] if index < len(track.high) else None
    if low is None and high is None:
        return ""
    return f"{datum(low, missing='not given')} to {datum(high, missing='not given')}"


def _period(when: date, step: str) -> str:
    """Say the period that a row covers."""
    if step == "month":
        return month(when)
    return f"week of {when.isoformat()}" if step == "week" else when.isoformat()


def _announced(each: Round) -> str:
    """Say when a round's date became publicly known."""
    return day(each.announced_on) if each.announced_on else "not recorded"
