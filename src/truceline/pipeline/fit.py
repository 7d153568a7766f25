"""Whether reports fit the war they are set against: what a reader must be told before the rest."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from truceline.pipeline.reports import called
from truceline.terms.events import Coding, Event
from truceline.terms.stories import Story
from truceline.terms.wars import War

_HARDLY = 0.2  # share of a report's events below which it is likely about something else
_ENOUGH = 3  # events from which it says something that one side is in none of them
_AFTER = timedelta(days=365)  # a war's end is news for a year
_STALE = timedelta(days=31)  # a record that ends longer before a report says little of its days


def remarks_on_fit(
    war: War, last: date, stories: Sequence[Story], codings: Sequence[Coding]
) -> tuple[str, ...]:
    """Return what is odd about setting reports against a war's record, a line each.

    Parameters
    ----------
    war : War
        The war that was asked for.
    last : date
        The last date of its record.
    stories : sequence of Story
        The reports.
    codings : sequence of Coding
        Their events, in the same order.

    Returns
    -------
    tuple of str
        Empty where every report has a date inside the war and tells of its sides.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="Lake war", start=date(2030, 1, 1),
    ...           sides=(Side(code="AAA", name="A"), Side(code="BBB", name="B")))
    >>> old = Story("1", "old.txt", "", "", published=date(2029, 1, 1))
    >>> remarks_on_fit(war, date(2030, 2, 1), [old], [Coding("1")])
    ('old.txt is dated 2029-01-01, before Lake war began on 2030-01-01; is another --war meant?',)
    """
    found = list(_on_dates(stories))
    for story, coding in zip(stories, codings, strict=True):
        name = called(story)
        found += (f"{name} {words}" for words in _on_date(war, last, story.published))
        found += (f"{name} {words}" for words in _on_sides(war, coding.events))
    return tuple(dict.fromkeys(found))


def _on_date(war: War, last: date, day: date | None) -> Iterator[str]:
    """Say that a report has no date, or one at which the record says little."""
    if day is None:
        yield (
            "has no date: days such as “on Monday” stay open, and nothing of the record is shown "
            "around it; give --date"
        )
    elif day < war.start:
        yield f"is dated {day}, before {war.name} began on {war.start}; is another --war meant?"
    elif war.end is not None and day > war.end + _AFTER:
        yield f"is dated {day}, long after {war.name} ended on {war.end}; is another --war meant?"
    elif war.end is None and day > last + _STALE:
        yield (
            f"is dated {day}, {(day - last).days} days after the record of {war.name} ends on "
            f"{last}: nothing is known here of the days around it"
        )


def _on_dates(stories: Sequence[Story]) -> Iterator[str]:
    """Say that reports lie days apart, since one of their days stands for all."""
    days = sorted({each.published for each in stories if each.published is not None})
    if len(days) > 1:
        yield (
            f"the reports are dated {days[0]} to {days[-1]}: the record around the report's date, "
            "and what was known on it, are those of the last day"
        )


def _on_sides(war: War, events: Sequence[Event]) -> Iterator[str]:
    """Say that hardly any event of a report is about the war's sides, or none about one of them."""
    if not events:
        return
    helped = {each.code: each.side for each in war.backers}
    sides = {each.code: each.name for each in war.sides}
    touched = [{helped.get(code or "", code) for code in _codes(each)} for each in events]
    near = sum(1 for codes in touched if codes & sides.keys())
    named = " or ".join(sides.values())
    many = "its one event" if len(events) == 1 else f"its {len(events)} events"
    if near <= _HARDLY * len(events):
        how_many = "none" if not near else f"only {near}"
        yield (
            f"may be about another war: of {many} {how_many} concerns {named}; "
            f"the record below is that of {war.name}"
        )
        return
    absent = [name for code, name in sides.items() if not any(code in each for each in touched)]
    if absent and len(events) >= _ENOUGH:
        yield (
            f"may be about another war: of {many} none concerns {' or '.join(absent)}; "
            f"the record below is that of {war.name}"
        )


def _codes(event: Event) -> set[str | None]:
    """Return the codes of all that an event is about."""
    who = {each.code for each in (*event.source, *event.target)}
    if event.attributed_to is not None:
        who.add(event.attributed_to.code)
    if event.place is not None:
        who |= {event.place.country, event.place.controlled_by, *event.place.claimed_by}
    return who
