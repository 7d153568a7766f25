"""A page as it was read: its text, and what each stretch of the text is."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

What = Literal["title", "byline", "paragraph", "disclaimer", "teaser", "furniture"]
Kind = Literal["report", "opinion", "live", "interview", "list"]
DateBasis = Literal["given", "page", "unknown"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the story's text, and what it is.

    `start` and `end` are character offsets: `story.text[start:end]` is the passage. Only
    `paragraph` and `title` passages are the report; all others are cut, each with its `reason`.
    """

    start: int
    end: int
    what: What
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """One report.

    `text` is the text as it was given; for HTML and e-mail, where markup stands between the words,
    it is the visible text of the page, top to bottom. Every offset in truceline counts in `text`.
    `published` is None where no date was given and none was found: then relative dates in the
    story stay unresolved.
    """

    story_id: str
    file_name: str
    text: str
    sha256: str
    title: str | None = None
    published: date | None = None
    published_basis: DateBasis = "unknown"
    publisher: str | None = None
    url: str | None = None
    kind: Kind = "report"
    language: str | None = None
    passages: tuple[Passage, ...] = ()

    def paragraphs(self) -> tuple[Passage, ...]:
        """Return the passages that are the report itself, in order, without the title."""
        return tuple(each for each in self.passages if each.what == "paragraph")
