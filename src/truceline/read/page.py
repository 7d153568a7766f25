"""The reader's door: a file or bytes in any of its formats to stories, bad ones set aside."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from truceline.read import email, feed, html, jsonl, pasted, raw
from truceline.read.decode import declared_encoding, decode
from truceline.read.draft import Draft
from truceline.read.story import Origin, story
from truceline.terms.errors import BadReport
from truceline.terms.stories import Story

Format = Literal["text", "html", "email", "jsonl"]
SUFFIXES: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".eml": "email",
    ".mht": "email", ".mhtml": "email", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,300}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
TAGS = re.compile(rb"</?(?:p|div|article|section|span|h1|ul|li|a)\b[^<>]{0,300}>", re.IGNORECASE)
FEED = re.compile(rb"\s*(?:<\?xml[^>]{0,300}>\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
HEADER = re.compile(rb"(?:received|message-id|mime-version|return-path):", re.IGNORECASE)
BYTE_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Unread:
    """A report that was not read: which file, which line of it (JSON lines), and why."""

    file_name: str
    line: int | None
    reason: str


def read(
    source: Path | bytes, *, file_name: str | None = None, given_date: date | None = None
) -> Story:
    r"""Return the one report in a file.

    Parameters
    ----------
    source : pathlib.Path or bytes
        A pasted text, an HTML page, an e-mail, a page saved as `.mht`, or a single JSON line.
    file_name : str, optional
        The name the story goes by, and whose suffix tells the format; a path's own name by
        default. Only its last part is kept.
    given_date : datetime.date, optional
        The day of publication; it goes before what the page says.

    Returns
    -------
    Story
        A story in another language than English is returned all the same; see its `language`.

    Raises
    ------
    BadReport
        If it cannot be read, is no text, is too large, or holds no or more than one report.

    Examples
    --------
    >>> found = read(b"Talks end\n\nThe two sides met in Istanbul for an hour.", file_name="a.txt")
    >>> found.title, len(found.paragraphs())
    ('Talks end', 1)
    """
    content = raw.load(source) if isinstance(source, Path) else source
    name = _last(file_name or (source.name if isinstance(source, Path) else "report"))
    if _format(content, name) != "jsonl":
        return _one(content, name, given_date)
    lines = [each for each in content.split(b"\n") if each.strip()]
    if len(lines) != 1:
        message = f"{name}: holds {len(lines)} reports, one a line; read it as a batch"
        raise BadReport(message)
    return read_line(lines[0], file_name=name, number=1, given_date=given_date)


def read_reports(
    sources: Iterable[Path], given_date: date | None = None, *, as_lines: bool = False
) -> tuple[tuple[Story, ...], tuple[Unread, ...]]:
    """Return the reports in several files, and those that could not be read.

    Parameters
    ----------
    sources : iterable of pathlib.Path
        Files in any of the formats; a JSON-lines file gives a story a line, an RSS or Atom feed
        one an entry.
    given_date : datetime.date, optional
        The day of publication of all of them; it goes before what the pages say.
    as_lines : bool, default False
        Read every file as JSON lines, whatever its name.

    Returns
    -------
    tuple of stories and tuple of Unread
        Stories in the order of the input, each content once; a second copy, and a second document
        under an id that is taken, are set aside with their reason, as bad ones are.

    Examples
    --------
    >>> stories, unread = read_reports([Path("no-such-report.txt")])
    >>> stories, unread[0].reason
    ((), 'no-such-report.txt: there is no such file; check its name')
    """
    stories: dict[str, Story] = {}
    unread: list[Unread] = []
    for path in sources:
        for number, found in _each(path, given_date, lines=as_lines):
            reason = str(found) if isinstance(found, BadReport) else _taken(found, stories, number)
            if reason is not None:
                unread.append(Unread(path.name, number, reason))
            elif isinstance(found, Story):
                stories[found.story_id] = found
    return tuple(stories.values()), tuple(unread)


def read_line(line: bytes, *, file_name: str, number: int, given_date: date | None = None) -> Story:
    """Return the report in one JSON line.

    Parameters
    ----------
    line : bytes
        An object with "text" or "html", and perhaps "id", "date", "title", "publisher", "url".
    file_name : str
        The name of the file it stands in.
    number : int
        Its number there, from 1, for messages.
    given_date : datetime.date, optional
        Goes before the record's own date. The record's date has the basis "given", too.

    Returns
    -------
    Story
        Its `story_id` is the record's id; its hash is the line's; offsets count in "text".

    Raises
    ------
    BadReport
        If the line cannot be read.

    Examples
    --------
    >>> read_line(b'{"id": "7", "text": "They met."}', file_name="a.jsonl", number=1).story_id
    '7'
    """
    name = _last(file_name)
    bare = line.strip()
    identity, draft, dated = jsonl.draft(bare, f"{name}, line {number}")
    origin = Origin(story_id=identity, file_name=name, sha256=hashlib.sha256(bare).hexdigest())
    return story(draft, origin, given_date=given_date or dated)


def _each(
    path: Path, given_date: date | None, *, lines: bool
) -> Iterator[tuple[int | None, Story | BadReport]]:
    """Return the stories of a file one by one, or what is wrong with each, with line numbers."""
    try:
        content = raw.load(path)
        if FEED.match(content[:4000].removeprefix(BYTE_MARKS[0])):
            documents = list(feed.lines(content, path.name))
        elif not lines and _format(content, path.name) != "jsonl":
            yield None, _one(content, path.name, given_date)
            return
        else:
            documents = content.split(b"\n")
    except BadReport as error:
        yield None, error
        return
    for number, line in enumerate(documents, start=1):
        if line.strip():
            try:
                yield (
                    number,
                    read_line(line, file_name=path.name, number=number, given_date=given_date),
                )
            except BadReport as error:
                yield number, error


def _taken(found: Story, stories: dict[str, Story], number: int | None) -> str | None:
    """Return why a story is not read again: its id is there already; None where it is new."""
    first = stories.get(found.story_id)
    if first is None:
        return None
    where = found.file_name if number is None else f"{found.file_name}, line {number}"
    if first.sha256 == found.sha256:
        return f"{where}: has the same content as {first.file_name} before it; it is read once"
    return (
        f"{where}: the id {found.story_id!r} already stands for another text in {first.file_name}; "
        "give each document its own"
    )


def _one(content: bytes, name: str, given_date: date | None) -> Story:
    """Return the story in a file that is not JSON lines."""
    digest = hashlib.sha256(content).hexdigest()
    origin = Origin(story_id=digest[:16], file_name=name, sha256=digest)
    return story(_draft(content, name), origin, given_date=given_date)


def _draft(content: bytes, name: str) -> Draft:
    """Return the draft of a file that is not JSON lines."""
    form = _format(content, name)
    if form == "email":
        return email.draft(content, name)
    if form == "html":
        text = decode(content, name, declared=declared_encoding(content))
        return html.draft(text, name)
    return pasted.draft(decode(content, name), name)


def _format(content: bytes, name: str) -> Format:
    """Return the format of a file by what it holds, and then by its name's suffix."""
    raw.check_size(len(content), name)
    raw.refuse_binary(content, name)
    if FEED.match(content[:4000]):
        raise BadReport(f"{name}: is a feed, not a report; save the article's own page")
    suffix = SUFFIXES.get(Path(name).suffix.lower())
    if suffix is not None:
        return suffix
    head = content[:20_000]
    for mark in BYTE_MARKS:
        head = head.removeprefix(mark)
    if MARKUP.match(head) or (head.lstrip().startswith(b"<") and len(TAGS.findall(head)) >= 4):
        return "html"
    top = head.lstrip().split(b"\n\n")[0].split(b"\r\n\r\n")[0]
    if len(re.findall(rb"^[A-Za-z-]{2,40}:", top, re.MULTILINE)) >= 3 and any(
        HEADER.match(each) for each in top.splitlines()
    ):
        return "email"
    return "jsonl" if jsonl.looks(content) else "text"


def _last(name: str) -> str:
    """Return the last part of a name: stories never hold a path."""
    return re.split(r"[\\/]", name)[-1] or "report"
