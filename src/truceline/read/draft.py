"""A page on its way to a story: its text in blocks, and what its form says about it."""

from dataclasses import dataclass, field
from datetime import date

from truceline.read.blocks import Block
from truceline.terms.stories import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What markup, mail headers or a JSON record say about a report; None where they do not."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    kind: Kind | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The text of a page, its blocks, and what is said about it."""

    text: str
    blocks: tuple[Block, ...]
    said: Said = field(default_factory=Said)


def joined(first: Said, second: Said) -> Said:
    """Return what the first says, and where it is silent what the second says.

    Parameters
    ----------
    first, second : Said
        A mail's headers or a JSON record, and the page inside it.

    Returns
    -------
    Said
        Field by field.

    Examples
    --------
    >>> joined(Said(title="Talks"), Said(title="Other", url="https://example.org")).url
    'https://example.org'
    """
    return Said(
        title=first.title or second.title,
        published=first.published or second.published,
        publisher=first.publisher or second.publisher,
        url=first.url or second.url,
        kind=first.kind or second.kind,
        language=first.language or second.language,
    )
