"""The figures of a brief: intensity with rounds of talks marked, and the event-time profile."""

from dataclasses import dataclass
from datetime import date

from truceline.show import incentives
from truceline.show.charts import profile_chart, timeline_chart
from truceline.show.days import day
from truceline.show.nearby import behind, series_title, series_words
from truceline.show.numbers import figure, interval, percent
from truceline.show.svg import svg
from truceline.show.text import line
from truceline.show.views import Table
from truceline.terms.briefs import Brief
from truceline.terms.results import Profile

_PER = {"day": "each day", "week": "mean a day, by week", "month": "by month"}


@dataclass(frozen=True, slots=True)
class Panel:
    """One drawn panel with its title in words and the numbers behind it."""

    title: str
    note: str
    svg: str
    table: Table


def timeline(brief: Brief) -> tuple[Panel, ...]:
    """Return the panels of the timeline, one a series, on the same span of time.

    Parameters
    ----------
    brief : Brief
        Its `timeline` tracks, the rounds and truces of its war, the report's date.

    Returns
    -------
    tuple of Panel
        Series are never added up: each has a panel and a scale of its own.
    """
    dates = [when for track in brief.timeline for when in track.dates]
    if not dates:
        return ()
    span = (min(dates), max(brief.as_of, *dates))
    names = {side.code: line(side.name) for side in brief.war.sides}
    return tuple(
        Panel(
            series_title(track.series),
            f"{series_words(track.series, names)}; {_PER.get(track.step, track.step)}",
            svg(
                timeline_chart(track, brief, span),
                name=f"timeline-{index}",
                title=f"{series_title(track.series)} over the war",
                description=f"{series_words(track.series, names)}, {day(span[0])} to "
                f"{day(span[1])}, with rounds of talks marked. The numbers are in the table.",
            ),
            behind(track, brief),
        )
        for index, track in enumerate(brief.timeline, 1)
    )


def profiles(brief: Brief) -> tuple[tuple[str, tuple[Panel, ...]], ...]:
    """Return the event-time profiles of every answer that has any, by column.

    Parameters
    ----------
    brief : Brief
        Its answers.

    Returns
    -------
    tuple of (str, tuple of Panel)
        Heading of the column and its panels, one a series.
    """
    found = []
    for pair in brief.answers:
        for key, answer in (("then", pair.then), ("now", pair.now)):
            if answer is None or not answer.profiles:
                continue
            known = brief.date if key == "then" else brief.as_of
            panels = tuple(
                _profile(each, _numbers(each, known), f"drawn-{pair.question}-{key}-{index}")
                for index, each in enumerate(answer.profiles, 1)
            )
            found.append((f"As known on {day(known)}", panels))
    return tuple(found)


def _profile(profile: Profile, table: Table, name: str) -> Panel:
    """Draw one profile beside its numbers."""
    title = profile.series.replace("_", " ")
    note = (
        f"ratio to the local baseline by day, {profile.n} clusters of rounds, "
        f"band {percent(profile.level)}"
    )
    drawn = svg(
        profile_chart(profile),
        name=name,
        title=table.caption,
        description=f"{note}, from {-min(profile.days, default=0)} days before a round to "
        f"{max(profile.days, default=0)} days after. The numbers are in the table.",
    )
    return Panel(line(title), note, drawn, table)


def _numbers(profile: Profile, known: date | None) -> Table:
    """Put a profile's numbers into a table."""
    rows = tuple(
        (_relative(at), figure(ratio), interval(low, high))
        for at, ratio, low, high in zip(
            profile.days, profile.ratio, profile.low, profile.high, strict=True
        )
    )
    title = f"{line(profile.series).replace('_', ' ')} around rounds, as known on {day(known)}"
    heads = ("Day", "Ratio to local baseline", f"Band ({percent(profile.level)})")
    return Table(title, heads, rows)


def _relative(at: int) -> str:
    """Say a day relative to a round."""
    if at == 0:
        return "day of the round"
    days = "day" if abs(at) == 1 else "days"
    return f"{abs(at)} {days} {'before' if at < 0 else 'after'}"


def models(brief: Brief) -> tuple[Panel, ...]:
    """Return the panels of the incentives' account; none where the war gives no ranges.

    Parameters
    ----------
    brief : Brief
        Its account.

    Returns
    -------
    tuple of Panel
        What each parameter moves, and where a settlement exists by the two that move most.
    """
    if brief.account is None:
        return ()
    note = "model, not measurement: a share of the box of ranges given, never a probability"
    titles = ("What each parameter moves", "Where a settlement exists")
    drawn, tables = incentives.figures(brief.account), incentives.behind(brief.account)
    parts = zip(titles[: len(drawn)], drawn, tables, strict=True)
    return tuple(Panel(title, note, picture, table) for title, picture, table in parts)


def numbers_behind(brief: Brief) -> tuple[Table, ...]:
    """Return the tables behind the figures, without drawing them.

    Parameters
    ----------
    brief : Brief
        What is shown.

    Returns
    -------
    tuple of Table
        Of the timeline first, then of each profile, then of the models.
    """
    tables = [behind(track, brief) for track in brief.timeline]
    for pair in brief.answers:
        for answer, known in ((pair.then, brief.date), (pair.now, brief.as_of)):
            tables += [_numbers(each, known) for each in answer.profiles] if answer else []
    return (*tables, *(incentives.behind(brief.account) if brief.account else ()))
