"""Which numbers of an event are news: no part of another, not told before, no running total."""

from truceline.terms.events import Count, Event

TOLD_BEFORE = "counted_before"
"""Key of `roles`: places in `counts` of the numbers that the story gives elsewhere as well."""
TOTAL = "running_total"
"""Key of `roles`: the event tells what has happened since some day, not one more deed."""


def fresh(event: Event) -> list[Count]:
    """Return the counts of an event that may be added up with those of other events.

    Parameters
    ----------
    event : Event
        As a coder wrote it.

    Returns
    -------
    list of Count
        No part of another ("including three children"), none that the story told before, and none
        at all where the event sums up a stretch of time ("125 since June").

    Examples
    --------
    >>> from truceline.terms.events import CoderId, Evidence
    >>> whole, part = (Count("killed", None, n, n, "persons", str(n), included_in=within)
    ...                for n, within in ((16, None), (3, 0)))
    >>> event = Event(event_id="e", story_id="s", sentence=0, sentence_text="", type="ASSAULT",
    ...               quad="material conflict", evidence=Evidence("", 0, 0), confidence=0.5,
    ...               coder=CoderId("by hand", "1"), counts=(whole, part))
    >>> [each.low for each in fresh(event)]
    [16]
    """
    if event.roles.get(TOTAL):
        return []
    before = set(event.roles.get(TOLD_BEFORE, ()))
    return [
        each
        for place, each in enumerate(event.counts)
        if each.included_in is None and place not in before
    ]
