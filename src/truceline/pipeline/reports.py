"""Reports in, stories and their events out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from truceline.coding.lexical import LexicalCoder
from truceline.read.page import Unread, read_reports
from truceline.terms.errors import BadReport
from truceline.terms.events import Coder, Coding
from truceline.terms.stories import Story
from truceline.terms.wars import War


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
        If a file cannot be read, or no file holds a story.
    """
    stories, unread = read_reports(paths, published)
    if not stories:
        raise BadReport(unread[0].reason if unread else "no report was given; name a file")
    return Reports(stories, (), unread)


def code(
    paths: Sequence[Path], *, war: War | None = None, published: date | None = None
) -> Reports:
    """Return the stories of `paths` with their events.

    Raises
    ------
    BadReport
        If a file cannot be read, or no story is in a language the coder knows.
    """
    found = read(paths, published=published)
    coder: Coder = LexicalCoder(war)
    return Reports(found.stories, tuple(coder(each) for each in found.stories), found.unread)
