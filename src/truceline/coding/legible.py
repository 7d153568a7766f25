"""A report in capitals throughout, as off a teleprinter, read as if it were written plainly."""

from dataclasses import replace

from truceline.coding.truecase import lacks_case, truecased
from truceline.terms.events import Coding, Event
from truceline.terms.stories import Story


def legible(story: Story) -> Story:
    """Return a story whose paragraphs have capitals where names and sentences begin.

    Parameters
    ----------
    story : Story
        Paragraphs that have both capitals and small letters stay as they are.

    Returns
    -------
    Story
        The same object where nothing changes; every offset holds in both.

    Examples
    --------
    >>> from truceline.terms.stories import Passage
    >>> wire = "IRAN ATTACKED IRAQ."
    >>> story = Story("s", "s.txt", wire, "", passages=(Passage(0, len(wire), "paragraph"),))
    >>> legible(story).text
    'Iran attacked Iraq.'
    """
    text = story.text
    for passage in story.paragraphs():
        written = text[passage.start : passage.end]
        if lacks_case(written):
            text = text[: passage.start] + truecased(written) + text[passage.end :]
    return story if text is story.text else replace(story, text=text)


def as_written(coding: Coding, story: Story, read: Story) -> Coding:
    """Return the coding of `read` with every quotation as it stands in `story`.

    Parameters
    ----------
    coding : Coding
        What was coded from `read`.
    story, read : Story
        A story, and what `legible` made of it.

    Returns
    -------
    Coding
        The names of actors and places keep the capitals they were given.
    """
    if read is story:
        return coding

    def quoted(quote: str, start: int) -> str:
        at = read.text.find(quote, start)
        return story.text[at : at + len(quote)] if at >= 0 else quote

    def written(event: Event) -> Event:
        start, end = event.evidence.start, event.evidence.end
        first = read.text.rfind(event.sentence_text, 0, start + len(event.sentence_text))
        return replace(
            event,
            sentence_text=quoted(event.sentence_text, first),
            evidence=replace(event.evidence, quote=story.text[start:end]),
            counts=tuple(replace(c, quote=quoted(c.quote, first)) for c in event.counts),
            issues=tuple(replace(i, quote=quoted(i.quote, first)) for i in event.issues),
        )

    return replace(
        coding,
        events=tuple(map(written, coding.events)),
        set_aside=tuple(
            replace(each, quote=story.text[each.start : each.end]) if each.quote else each
            for each in coding.set_aside
        ),
    )
