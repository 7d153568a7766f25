"""From a draft to a story: passages, title, date, publisher, kind, language."""

from dataclasses import dataclass
from datetime import date

from truceline.read import dates, kind, language, publisher, titles
from truceline.read.draft import Draft
from truceline.read.sort import sort
from truceline.terms.stories import DateBasis, Passage, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a report came from: its id, its file's name (never a path), the hash of its bytes."""

    story_id: str
    file_name: str
    sha256: str


def story(draft: Draft, origin: Origin, *, given_date: date | None = None) -> Story:
    r"""Return the story in a draft.

    Parameters
    ----------
    draft : Draft
        Text in blocks, and what is said about it.
    origin : Origin
        Id, file name and hash.
    given_date : datetime.date, optional
        The day of publication as the user gives it; it goes before what the page says.

    Returns
    -------
    Story
        Its passages cover all text that is not blank. `language` is None where nothing tells; it
        is found in title and paragraphs, whatever the markup claims.

    Examples
    --------
    >>> from truceline.read import pasted
    >>> draft = pasted.draft("Talks end | World\nThey met for an hour in Istanbul.", "a.txt")
    >>> found = story(draft, Origin(story_id="1", file_name="a.txt", sha256="0"))
    >>> found.title, found.published_basis, [each.what for each in found.passages]
    ('Talks end', 'unknown', ['title', 'furniture', 'paragraph'])
    """
    said, text = draft.said, draft.text
    passages = sort(draft.blocks, hint=said.title, site=said.publisher)
    line = _title_line(draft, passages)
    title = _title(draft, passages)
    published, basis = _published(draft, passages, given_date)
    found_kind = said.kind or kind.of(text, draft.blocks, passages, title=line, url=said.url)
    return Story(
        story_id=origin.story_id,
        file_name=origin.file_name,
        text=text,
        sha256=origin.sha256,
        title=title,
        published=published,
        published_basis=basis,
        publisher=said.publisher or publisher.of(text, passages, title=line),
        url=said.url,
        kind=found_kind,
        language=language.of(_report(text, passages)),
        passages=passages,
    )


def _title(draft: Draft, passages: tuple[Passage, ...]) -> str | None:
    """Return the title as the page has it, else as markup or headers have it."""
    for each in passages:
        if each.what == "title":
            return " ".join(draft.text[each.start : each.end].split()) or None
    return (
        titles.cleaned(draft.said.title, draft.said.publisher) or None if draft.said.title else None
    )


def _title_line(draft: Draft, passages: tuple[Passage, ...]) -> str | None:
    """Return the whole line the title stands in, the site's section included."""
    start = next((each.start for each in passages if each.what == "title"), None)
    line = next((each.text for each in draft.blocks if each.start == start), None)
    return line or draft.said.title


def _published(
    draft: Draft, passages: tuple[Passage, ...], given: date | None
) -> tuple[date | None, DateBasis]:
    """Return the day of publication, and how it is known."""
    if given is not None:
        return given, "given"
    start = next((each.start for each in passages if each.what == "paragraph"), -1)
    first = next((at for at, each in enumerate(draft.blocks) if each.start == start), 0)
    found = draft.said.published or dates.published(draft.blocks, first)
    return (found, "page") if found is not None else (None, "unknown")


def _report(text: str, passages: tuple[Passage, ...]) -> str:
    """Return title and paragraphs on lines of their own."""
    return "\n".join(text[p.start : p.end] for p in passages if p.what in {"title", "paragraph"})
