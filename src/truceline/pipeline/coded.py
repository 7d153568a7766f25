"""Documents to events, one at a time and in order: the stream behind `truceline code`."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from truceline.coding.explain import explain
from truceline.coding.parsed import ParsedCoder
from truceline.pipeline import interrupts, reports
from truceline.pipeline.reports import TOGETHER, coder_for, codings_of
from truceline.read import wars
from truceline.read.page import read_line
from truceline.terms.errors import BadReport
from truceline.terms.events import Coder, Coding, SetAside
from truceline.terms.stories import Story


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its story, or None where it could not be read, and its coding."""

    document_id: str
    story: Story | None
    coding: Coding

    def as_dict(self) -> dict[str, Any]:
        """Return the document as the contract of `truceline code` has it."""
        return {
            "id": self.document_id,
            "story": _story(self.story) if self.story else None,
            "events": [each.as_dict() for each in self.coding.events],
            "set_aside": [asdict(each) for each in self.coding.set_aside],
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One document as it was given: its bytes, the file it stands in, its number there."""

    raw: bytes
    file_name: str
    number: int


def documents(
    paths: Sequence[Path],
    *,
    war: str | None,
    published: date | None,
    jsonl: bool,
    model: str | None = None,
) -> Iterator[Document]:
    """Yield a document for every report, in the order in which they stand.

    Parameters
    ----------
    paths : sequence of Path
        Reports; with `jsonl` files of JSON lines, `-` for standard input.
    war : str or None
        The war whose aliases help the coder.
    published : date or None
        Date of the documents; it goes before a date that a document says.
    jsonl : bool
        Whether each line of each file is a document. A line that cannot be read gives a document
        without a story, so that lines in and lines out stay in step.
    model : str, optional
        Another English pipeline than the one shipped: a folder, or an installed package.

    Yields
    ------
    Document
        Read and coded.

    Raises
    ------
    BadReport
        If, without `jsonl`, no report can be read.
    OSError
        If a file cannot be opened.
    """
    named = wars.load(war) if war else None
    if not jsonl:
        found = reports.code(paths, war=named, published=published, model=model)
        for story, coding in zip(found.stories, found.codings, strict=True):
            yield Document(story.story_id, story, coding)
        return
    coder = coder_for(named, model)
    # What comes through a pipe is answered line by line, for somebody may be waiting for each.
    count = 1 if any(str(path) == "-" for path in paths) else TOGETHER
    given = lines(paths)
    while batch := list(islice(given, count)):
        yield from documents_of(batch, published, coder)


def explained(story: Story, *, war: str | None, model: str | None = None) -> str:
    """Return how a story's sentences were read, as text: parse, what fired, why others did not."""
    return explain(ParsedCoder(wars.load(war) if war else None, pipeline=model), story)


def lines(paths: Sequence[Path]) -> Iterator[Line]:
    """Yield the lines of JSON-lines files, blank ones left out; `-` is standard input.

    Raises
    ------
    OSError
        If a file cannot be opened.
    """
    interrupts.listen()
    for path in paths:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                if raw.strip():
                    yield Line(raw, path.name, number)


def documents_of(batch: Sequence[Line], published: date | None, coder: Coder) -> Iterator[Document]:
    """Yield some lines read and coded, in order; the sentences of all are parsed together.

    Parameters
    ----------
    batch : sequence of Line
        Lines of one or more files.
    published : date or None
        Goes before a line's own date.
    coder : Coder
        Codes them.

    Yields
    ------
    Document
        As `document` gives it.
    """
    read = [_read(each, published) for each in batch]
    found = codings_of([each for each in read if isinstance(each, Story)], coder)
    for each in read:
        if isinstance(each, Story):
            yield Document(each.story_id, each, next(found))
        else:
            yield each


def document(
    line: bytes, file_name: str, number: int, published: date | None, coder: Coder
) -> Document:
    """Return one line read and coded; one that cannot be read keeps its place and says why.

    Parameters
    ----------
    line : bytes
        A JSON line.
    file_name : str
        The file it stands in.
    number : int
        Its number there, from 1.
    published : date or None
        Goes before the line's own date.
    coder : Coder
        Codes it.
    """
    [found] = documents_of([Line(line, file_name, number)], published, coder)
    return found


def _read(line: Line, published: date | None) -> Story | Document:
    """Return a line's story, or the document that says why there is none."""
    try:
        return read_line(
            line.raw, file_name=line.file_name, number=line.number, given_date=published
        )
    except BadReport as error:
        name = _id(line.raw) or f"line {line.number}"
        return Document(name, None, Coding(name, (), (SetAside("UNREADABLE", str(error), 0, 0),)))


def _id(line: bytes) -> str | None:
    """Return the id of a line that cannot be read as a report, if it has one."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    name = found.get("id") if isinstance(found, dict) else None
    return str(name) if isinstance(name, str | int) else None


def _story(story: Story) -> dict[str, Any]:
    return {
        "title": story.title,
        "published": story.published.isoformat() if story.published else None,
        "publisher": story.publisher,
        "kind": story.kind,
        "language": story.language,
        "sha256": story.sha256,
    }
