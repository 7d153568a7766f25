"""JSON lines: one document a line, with its text or its HTML."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

from truceline.read import dates, html, pasted, raw
from truceline.read.decode import decode
from truceline.read.draft import Draft, Said, joined
from truceline.terms.errors import BadReport

SHAPE = 'one object a line, as {"id": "1", "text": "…", "date": "2025-06-05"}'


def draft(line: bytes, name: str) -> tuple[str, Draft, date | None]:
    """Return a document's id, its draft and the date its sender gives.

    Parameters
    ----------
    line : bytes
        One line: an object with `text` or `html`, and perhaps `id`, `date`, `title`, `publisher`
        and `url`; other keys are left alone.
    name : str
        File name and line, for messages.

    Returns
    -------
    tuple of str, Draft and datetime.date or None
        The id is the document's own, or a hash of the line where it has none.
        The sender's date stands apart from a date found in the page.

    Raises
    ------
    BadReport
        If the line is not such an object, its text is empty, or its date is no date.

    Examples
    --------
    >>> found = draft(b'{"id": "7", "text": "They met.", "date": "2025-06-02"}', "a.jsonl, line 1")
    >>> found[0], found[1].text, found[2].isoformat()
    ('7', 'They met.', '2025-06-02')
    """
    raw.check_size(len(line), name)
    document = _document(line, name)
    text, markup = document.get("text"), document.get("html")
    for key, value in (("text", text), ("html", markup)):
        if value is not None and not isinstance(value, str):
            raise BadReport(f"{name}: {key!r} is not text but {_kind(value)}; {SHAPE}")
    identity = _identity(document, line, name)
    day, said = _date(document, name), _said(document, name)
    if text and text.strip():
        return identity, pasted.draft(_sound(text, name), name, said=said), day
    if markup and markup.strip():
        found = html.draft(_sound(markup, name), name)
        whole = replace(found, said=joined(said, found.said))
        return identity, whole, day
    raise BadReport(f"{name}: has neither 'text' nor 'html' with anything in it; {SHAPE}")


def looks(raw_bytes: bytes) -> bool:
    """Say whether a file's first line is a JSON object with a text.

    Parameters
    ----------
    raw_bytes : bytes
        The file's content.

    Returns
    -------
    bool
        True for JSON lines, whatever the file's name.

    Examples
    --------
    >>> looks(b'{"id": 1, "text": "They met."}'), looks(b"They met.")
    (True, False)
    """
    first = raw_bytes.lstrip()[:1_000_000].split(b"\n", 1)[0]
    if not first.startswith(b"{"):
        return False
    try:
        found = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and ("text" in found or "html" in found)


def _document(line: bytes, name: str) -> dict[str, Any]:
    """Return the line's object."""
    try:
        found = json.loads(decode(line, name))
    except RecursionError:
        raise BadReport(f"{name}: is nested too deeply to be read; {SHAPE}") from None
    except ValueError as error:
        if isinstance(error, BadReport):
            raise
        where = f" at character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else ""
        raise BadReport(f"{name}: is not JSON{where}; write {SHAPE}") from None
    if not isinstance(found, dict):
        raise BadReport(f"{name}: is {_kind(found)}, not an object; write {SHAPE}")
    return found


def _identity(document: dict[str, Any], line: bytes, name: str) -> str:
    """Return the document's id as text."""
    given = document.get("id")
    if given is None or given == "":
        return hashlib.sha256(line.strip()).hexdigest()[:16]
    if isinstance(given, bool) or not isinstance(given, str | int):
        raise BadReport(f"{name}: 'id' is {_kind(given)}; give text or a whole number")
    return _sound(str(given), name)


def _date(document: dict[str, Any], name: str) -> date | None:
    """Return the day the record gives."""
    given = document.get("date")
    day = dates.stamp(given) if isinstance(given, str) else None
    if day is None and given not in (None, ""):
        raise BadReport(f"{name}: 'date' is {given!r:.60}; write it as 2025-06-05, or leave it out")
    return day


def _said(document: dict[str, Any], name: str) -> Said:
    """Return what the record says beside its text and date."""
    texts = {key: document.get(key) for key in ("title", "publisher", "url")}
    sound = {
        key: _sound(each.strip(), name) for key, each in texts.items() if isinstance(each, str)
    }
    return Said(
        title=sound.get("title") or None,
        publisher=sound.get("publisher") or None,
        url=sound.get("url") or None,
    )


def _sound(text: str, name: str) -> str:
    """Return the text if it can be written as UTF-8 and holds no zero character."""
    if "\x00" in text:
        raise BadReport(f"{name}: its text holds a zero character (\\u0000); leave it out")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadReport(
            f"{name}: its text holds half a character at {error.start} (a lone surrogate such as "
            "\\ud83d); write the whole character"
        ) from None
    return text


def _kind(value: object) -> str:
    """Return what a JSON value is, in words."""
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false",
             int: "a number", float: "a number", type(None): "null"}  # fmt: skip
    return names.get(type(value), "something else")
