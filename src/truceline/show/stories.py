"""Reports as the brief shows them: what was kept, with its sentences marked, and what was cut."""

from collections.abc import Sequence
from dataclasses import dataclass

from truceline.show.days import day
from truceline.show.text import line, safe, shorten, web_address
from truceline.show.views import CutRow, Further, StoryView, Stretch
from truceline.show.words import KIND, PASSAGE
from truceline.terms.events import Coding, Event
from truceline.terms.stories import Passage, Story

_SHOWN = ("title", "paragraph")
_REASON = {
    "NO_ACTOR": "no actor was found in it",
    "NO_DATE": "no date was found in it",
    "BACKGROUND": "it tells of an earlier time",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of a text that events were read from, with its id and their numbers."""

    start: int
    end: int
    mark: str
    events: tuple[int, ...]


def marked(numbered: Sequence[tuple[int, Event]], story: int) -> tuple[Marked, ...]:
    """Return the stretches that events were read from; those that overlap become one.

    Parameters
    ----------
    numbered : sequence of (int, Event)
        Events of one story with their numbers in the brief.
    story : int
        Number of the story, from 1.

    Returns
    -------
    tuple of Marked
        In the order of the text; ids are `s1-m1`, `s1-m2`, …
    """
    runs: list[tuple[int, int, list[int]]] = []
    spans = [
        (start, number, end)
        for number, event in numbered
        for start, end in ((event.evidence.start, event.evidence.end), *continued(event))
    ]
    for start, number, end in sorted(spans):
        if runs and start < runs[-1][1]:
            first, last, numbers = runs[-1]
            runs[-1] = (first, max(last, end), list(dict.fromkeys([*numbers, number])))
        else:
            runs.append((start, end, [number]))
    return tuple(
        Marked(start, end, f"s{story}-m{index}", tuple(numbers))
        for index, (start, end, numbers) in enumerate(runs, 1)
    )


def continued(event: Event) -> tuple[tuple[int, int], ...]:
    """Return the later stretches of the text that added to an event, as its coder noted them.

    Parameters
    ----------
    event : Event
        As coded; `roles` is free, so that what is no pair of offsets there is passed over.

    Returns
    -------
    tuple of (int, int)
        Start and end of each, in the order of the text.
    """
    noted = event.roles.get("continued_in")
    pairs = noted if isinstance(noted, list | tuple) else ()
    good = [
        (each[0], each[1])
        for each in pairs
        if isinstance(each, list | tuple) and len(each) == 2
        if all(type(at) is int for at in each) and 0 <= each[0] < each[1]
    ]
    return tuple(sorted(dict.fromkeys(good)))


def mark_of(event: Event, marks: Sequence[Marked]) -> str:
    """Return the id of the highlight that an event's own sentence stands in."""
    at = event.evidence.start
    return next(each.mark for each in marks if each.start == at or each.start < at < each.end)


def further(event: Event, text: str, marks: Sequence[Marked]) -> tuple[Further, ...]:
    """Return the later sentences that added to an event, each with its highlight.

    Parameters
    ----------
    event : Event
        As coded.
    text : str
        The report's text, in which its offsets count.
    marks : sequence of Marked
        The stretches that events were read from.

    Returns
    -------
    tuple of Further
        In the order of the text.
    """
    return tuple(
        Further(line(text[start:end]), each.mark, start, end)
        for start, end in continued(event)
        for each in marks
        if each.start <= start < each.end and text[start:end].strip()
    )


def view(story: Story, coding: Coding, number: int, marks: Sequence[Marked]) -> StoryView:
    """Return a report as the brief shows it.

    Parameters
    ----------
    story : Story
        As it was read.
    coding : Coding
        What was found in it.
    number : int
        Its number in the brief, from 1.
    marks : sequence of Marked
        The stretches that events were read from.

    Returns
    -------
    StoryView
        Each mark stands in exactly one place: in its paragraph, else in a paragraph of its own.
    """
    shown = [each for each in story.passages if each.what in _SHOWN]
    if not story.passages:
        shown = [Passage(0, len(story.text), "paragraph")]
    titles = [each for each in shown if each.what == "title"]
    left = {each.mark for each in marks}
    heading = _stretches(story.text, titles[0], marks, left) if titles else ()
    paragraphs = [
        _stretches(story.text, each, marks, left) for each in shown if each not in titles[:1]
    ]
    for each in marks:
        # Nothing an event stands on may lack its sentence, wherever the coder read it.
        if each.mark in left:
            outside = Passage(each.start, each.end, "paragraph")
            found = _stretches(story.text, outside, marks, left)
            paragraphs.append(found or (Stretch("(no words)", each.mark, each.events),))
    return StoryView(
        number=number,
        title=line(story.title) or line(story.file_name) or f"Report {number}",
        published=_published(story),
        publisher=line(story.publisher) or "publisher not known",
        kind=KIND[story.kind],
        opinion=story.kind == "opinion",
        url=web_address(story.url),
        language=line(story.language) or None,
        file_name=line(story.file_name),
        sha256=line(story.sha256),
        heading=heading,
        paragraphs=tuple(each for each in paragraphs if each),
        cut=cut(story),
        uncoded=uncoded(coding),
    )


def cut(story: Story) -> tuple[CutRow, ...]:
    """Return what was cut from a report, with the reason for each stretch.

    Parameters
    ----------
    story : Story
        As it was read.

    Returns
    -------
    tuple of CutRow
        In the order of the text.
    """
    return tuple(
        CutRow(
            PASSAGE[each.what],
            line(each.reason) or "not part of the report",
            shorten(story.text[each.start : each.end], 120),
            f"{each.start}–{each.end}",
        )
        for each in story.passages
        if each.what not in _SHOWN
    )


def uncoded(coding: Coding) -> tuple[CutRow, ...]:
    """Return what a coder set aside, with the reason for each stretch.

    Parameters
    ----------
    coding : Coding
        What was found in one story.

    Returns
    -------
    tuple of CutRow
        In the coder's order.
    """
    return tuple(
        CutRow(
            "set aside",
            _REASON.get(each.reason, line(each.reason).replace("_", " ").lower()),
            shorten(each.quote, 120),
            f"{each.start}–{each.end}",
        )
        for each in coding.set_aside
    )


def _published(story: Story) -> str:
    """Say when a report was published and how that is known."""
    if story.published is None:
        return "date not known"
    how = {"given": " (date given)", "page": "", "unknown": ""}
    return day(story.published) + how[story.published_basis]


def _stretches(
    text: str, passage: Passage, marks: Sequence[Marked], left: set[str]
) -> tuple[Stretch, ...]:
    """Cut a passage at its marks; a mark's id is used once, where it is first met."""
    found: list[Stretch] = []
    at = passage.start
    for each in marks:
        start, end = max(each.start, at), min(each.end, passage.end)
        if start >= end:
            continue
        if start > at:
            found.append(Stretch(safe(text[at:start])))
        first = each.mark in left
        left.discard(each.mark)
        found.append(Stretch(safe(text[start:end]), each.mark if first else None, each.events))
        at = end
    if at < passage.end:
        found.append(Stretch(safe(text[at : passage.end])))
    return tuple(found) if any(each.text.strip() for each in found) else ()
