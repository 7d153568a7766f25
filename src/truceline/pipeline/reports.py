"""Reports in, stories and their events out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from truceline.coding.parsed import ParsedCoder
from truceline.pipeline import interrupts
from truceline.read.page import Unread, read_reports
from truceline.terms.errors import BadReport
from truceline.terms.events import Coder, Coding, SetAside
from truceline.terms.stories import Story
from truceline.terms.wars import War

_MANY = (".jsonl", ".ndjson")
TOGETHER = 16
"""Stories parsed together: enough that more would not be quicker, and few to hold at once."""
LANGUAGES = ("en", None)
"""Languages the coder reads; None is a text too short to tell."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Stories with their codings in the same order, and what could not be read."""

    stories: tuple[Story, ...]
    codings: tuple[Coding, ...]
    unread: tuple[Unread, ...]

    def date(self) -> date | None:
        """Return the latest date of publication, None where no story has one."""
        return max((each.published for each in self.stories if each.published), default=None)


def read(paths: Sequence[Path], *, published: date | None = None) -> Reports:
    """Return the stories of `paths`, uncoded.

    Raises
    ------
    BadReport
        If no file holds a story that can be read.
    """
    interrupts.listen()
    stories, unread = read_reports(paths, published)
    if not stories:
        raise BadReport(_all(unread))
    return Reports(stories, (), unread)


def code(
    paths: Sequence[Path],
    *,
    war: War | None = None,
    published: date | None = None,
    model: str | None = None,
) -> Reports:
    """Return the stories of `paths` with their events, as `read` and then `coded` do.

    Raises
    ------
    BadReport
        If no file holds a story that can be read and coded.
    """
    return coded(read(paths, published=published), war, model)


def coded(found: Reports, war: War | None, model: str | None = None) -> Reports:
    """Return the stories read with their events; a story in another language is set aside.

    Raises
    ------
    BadReport
        If no story can be coded.
    """
    foreign = tuple(
        Unread(each.file_name, None, f"{called(each)}: {foreign_words(each)}")
        for each in found.stories
        if each.language not in LANGUAGES
    )
    kept = tuple(each for each in found.stories if each.language in LANGUAGES)
    unread = (*found.unread, *foreign)
    if not kept:
        raise BadReport(_all(unread))
    coder = coder_for(war, model)
    return replace(found, stories=kept, codings=tuple(codings(kept, coder)), unread=unread)


def coder_for(war: War | None, model: str | None = None) -> Coder:
    """Return the coder that reports are coded with, made for a war or for none.

    Parameters
    ----------
    war : War or None
        Its sides and towns are known to the coder.
    model : str, optional
        Another English pipeline than the one shipped: a folder, or an installed package.

    Returns
    -------
    Coder
        With a `model`, it is loaded already, so that one which cannot be used is told of at once.

    Raises
    ------
    BadInput
        If there is no such pipeline, or none that the coder can read by.
    """
    coder = ParsedCoder(war, pipeline=model)
    if model is not None:
        coder.load()
    return coder


def codings(stories: Sequence[Story], coder: Coder) -> Iterator[Coding]:
    """Yield the codings of stories, in order; sentences of several are parsed together.

    Parsing them together takes a quarter of the time that parsing each story by itself does; what
    is read is the same.
    """
    if not isinstance(coder, ParsedCoder):
        yield from map(coder, stories)
        return
    for start in range(0, len(stories), TOGETHER):
        yield from coder.batch(stories[start : start + TOGETHER])


def codings_of(stories: Sequence[Story], coder: Coder) -> Iterator[Coding]:
    """Yield a coding of each story; of one in another language, a reason instead of events."""
    found = codings([each for each in stories if each.language in LANGUAGES], coder)
    for story in stories:
        yield next(found) if story.language in LANGUAGES else coding_of(story, coder)


def coding_of(story: Story, coder: Coder) -> Coding:
    """Return a story's coding; for a story in another language, a reason instead of events."""
    if story.language in LANGUAGES:
        return coder(story)
    return Coding(story.story_id, (), (SetAside("NOT_ENGLISH", story.text[:80], 0, 80),))


def called(story: Story) -> str:
    """Return what a reader knows a report by: its file, and within JSON lines its id.

    Examples
    --------
    >>> called(Story("d", "lines.jsonl", "", "")), called(Story("1f", "a.txt", "", ""))
    ('lines.jsonl, id d', 'a.txt')
    """
    name = story.file_name or "the report"
    return f"{name}, id {story.story_id}" if name.endswith(_MANY) else name


def foreign_words(story: Story) -> str:
    """Say which language a story is in, and what to do.

    Examples
    --------
    >>> foreign_words(Story("1", "a.txt", "Сторони", "", language="uk"))
    'is in another language (uk); the coder reads English: give an English translation'
    """
    return (
        f"is in another language ({story.language}); "
        "the coder reads English: give an English translation"
    )


def _all(unread: Sequence[Unread]) -> str:
    """Say the first reason, and how many reports had one."""
    if not unread:
        return "no report was given; name a file"
    more = f" ({len(unread) - 1} more reports could not be read)" if len(unread) > 1 else ""
    return unread[0].reason + more
