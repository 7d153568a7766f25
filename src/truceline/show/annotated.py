"""A copy of reports with each claim marked in the margin: one page, offline, no script."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from truceline.show.claims import ClaimView, tally, views
from truceline.show.days import day
from truceline.show.page import environment
from truceline.show.text import line, safe
from truceline.show.words import KIND
from truceline.terms.claims import Checked
from truceline.terms.errors import BadInput
from truceline.terms.stories import Passage, Story
from truceline.terms.wars import War

_SHOWN = ("title", "paragraph")
_STRONGEST = ("contradicted", "mixed", "supported", "cannot say", "not checkable")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph; `claims` are those of the sentence that it is."""

    text: str
    verdict: str = ""
    claims: tuple[ClaimView, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with the claims of its margin."""

    pieces: tuple[Piece, ...]
    claims: tuple[ClaimView, ...]
    title: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One report as the copy shows it."""

    meta: str
    paragraphs: tuple[Paragraph, ...]


def require_html(suffix: str) -> None:
    """Refuse a suffix that an annotated copy cannot be written as.

    Parameters
    ----------
    suffix : str
        A file's suffix, with its dot.

    Raises
    ------
    BadInput
        If it is not .html.

    Examples
    --------
    >>> require_html(".html")
    """
    if suffix != ".html":
        raise BadInput(
            f"an annotated copy cannot be written as {suffix or 'a file without a suffix'}; "
            "name a file that ends in .html"
        )


def render(
    stories: Sequence[Story],
    claims: Sequence[Sequence[Checked]],
    war: War,
    remarks: Sequence[str] = (),
) -> str:
    """Return reports with their claims in the margin, as one HTML page.

    Parameters
    ----------
    stories : sequence of Story
        The reports.
    claims : sequence of sequence of Checked
        Their claims, in the same order.
    war : War
        The war they are set against.
    remarks : sequence of str
        What a reader must know first.

    Returns
    -------
    str
        The whole page. Every text of a report is escaped, and the page's content policy allows its
        own style and nothing else.
    """
    found = views(claims)
    reports = [
        _report(story, [each for each in found if each.story == at])
        for at, story in enumerate(stories, 1)
    ]
    places = environment()
    style = places.get_template("brief.css").render() + places.get_template("claims.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return places.get_template("annotated.html").render(
        reports=reports,
        war=line(war.name),
        remarks=[line(each) for each in remarks],
        tally=tally(found),
        columns=_columns(found),
        style=Markup(style),  # noqa: S704 -- files of ours, with nothing filled in
        style_hash=digest,
    )


def mark(found: Sequence[ClaimView]) -> str:
    """Return how a sentence is marked: by its strongest verdict, "part" where that is not all.

    Parameters
    ----------
    found : sequence of ClaimView
        The claims of one sentence, at least one.

    Returns
    -------
    str
        The name of a style: a refuted claim marks its sentence as refuted, and a sentence is marked
        as supported only where every checkable claim of it is.
    """
    told = [each.now.verdict for each in found]
    strongest = next(each for each in _STRONGEST if each in told)
    if strongest == "supported" and "cannot say" in told:
        return "part"
    return strongest.replace(" ", "-")


def _columns(found: Sequence[ClaimView]) -> str:
    """Say which days the two columns mean."""
    if not found:
        return ""
    first = found[0]
    if first.then is None:
        return f"As known on {first.now.as_of}."
    return f"First as known on {first.then.as_of}, then as known on {first.now.as_of}."


def _report(story: Story, found: Sequence[ClaimView]) -> Report:
    shown = [each for each in story.passages if each.what in _SHOWN]
    titles = [each for each in shown if each.what == "title"][:1]
    published = day(story.published) if story.published else "date not known"
    publisher = line(story.publisher) or "publisher not known"
    kept = [*titles, *(each for each in shown if each.what == "paragraph")]
    return Report(
        f"{published} · {publisher} · {KIND[story.kind]}",
        tuple(_paragraph(story.text, each, found) for each in kept),
    )


def _paragraph(text: str, passage: Passage, found: Sequence[ClaimView]) -> Paragraph:
    """Cut a passage at the sentences that make claims."""
    own = [each for each in found if passage.start <= each.start < passage.end]
    pieces: list[Piece] = []
    at = passage.start
    for start, end in sorted({(each.start, each.end) for each in own}):
        if start > at:
            pieces.append(Piece(safe(text[at:start])))
        inside = tuple(each for each in own if each.start == start)
        pieces.append(Piece(safe(text[start:end]), mark(inside), inside))
        at = end
    if at < passage.end:
        pieces.append(Piece(safe(text[at : passage.end])))
    return Paragraph(tuple(pieces), tuple(own), passage.what == "title")
