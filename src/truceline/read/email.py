"""Saved e-mails: the readable part, with subject, date and sender."""

import re
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from truceline.read import html, pasted, publisher
from truceline.read.decode import declared_encoding, decode
from truceline.read.draft import Draft, Said, joined
from truceline.terms.errors import BadReport

LONGEST_HEADERS = 200_000
"""Bytes; mail that passed ten servers has some twenty thousand."""
MOST_PARTS = 2000
"""Lines that begin with two dashes, as the borders of parts do."""
LONGEST_HEADER = 1000
SAVED = re.compile(r"saved by|<saved", re.IGNORECASE)


def draft(raw: bytes, name: str) -> Draft:
    r"""Draft of a saved e-mail, or of a page saved as one file (`.mht`).

    Parameters
    ----------
    raw : bytes
        The message with its headers.
    name : str
        File name, for messages.

    Returns
    -------
    Draft
        The plain part if there is one, else the HTML part's visible text; subject as title, the
        Date header as the day of publication (not for a saved page: there it is the day on which
        it was saved), the sender as publisher where it is an organisation.

    Raises
    ------
    BadReport
        If no part can be read as text.

    Examples
    --------
    >>> raw = b"Subject: Talks end\nDate: Thu, 05 Jun 2025 09:00:00 +0300\n\nThey met.\n"
    >>> found = draft(raw, "a.eml")
    >>> found.said.title, found.said.published.isoformat(), found.text
    ('Talks end', '2025-06-05', 'They met.\n')
    """
    message = _parsed(raw, name)
    plain, marked = _parts(message, name)
    page = SAVED.search(_header(message, "From") or "") is not None
    said = _said(message, page=page)
    if plain and not page:
        return _without_quotes(pasted.draft(plain, name, said=said))
    if marked:
        found = html.draft(marked, name)
        return replace(found, said=joined(said, found.said))
    if plain:
        return pasted.draft(plain, name, said=said)
    raise BadReport(f"{name}: is an e-mail without readable text; save its text as .txt or .html")


def _parsed(raw: bytes, name: str) -> Message:
    """Return the message, unless it has more parts or headers than any real one."""
    top = re.search(rb"\r?\n\r?\n", raw)
    headers = top.start() if top else len(raw)
    if headers > LONGEST_HEADERS or raw.count(b"\n--") > MOST_PARTS:
        raise BadReport(
            f"{name}: is an e-mail with more headers or parts than any real one; save its text as "
            ".txt or .html"
        )
    try:
        return message_from_bytes(raw)
    except RecursionError:
        message = f"{name}: is an e-mail with too many parts inside parts; save its text as .txt"
        raise BadReport(message) from None


def _parts(message: Message, name: str) -> tuple[str | None, str | None]:
    """Return the first plain and the first HTML part that hold text."""
    plain = marked = None
    for part in message.walk():
        kind = part.get_content_type()
        if kind not in {"text/plain", "text/html"} or _attached(part):
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        said = part.get_param("charset", declared_encoding(content))
        try:
            text = decode(content, name, declared=said if isinstance(said, str) else None)
        except BadReport:
            continue
        if kind == "text/plain":
            plain = plain or text
        else:
            marked = marked or text
    return plain, marked


def _attached(part: Message) -> bool:
    """Say whether a part is an attachment; a broken header is not one."""
    try:
        return part.get_content_disposition() == "attachment"
    except (ValueError, AttributeError, IndexError, TypeError, RecursionError):
        return False


def _header(message: Message, name: str) -> str | None:
    """Return a header as text, or None where it is absent or broken."""
    try:
        value = str(message.get(name) or "")
        if len(value) > LONGEST_HEADER:
            return None
        text = " ".join(str(make_header(decode_header(value))).split())
    except (ValueError, LookupError, HeaderParseError):
        return None
    return text.encode("utf-8", errors="replace").decode("utf-8") or None


def _said(message: Message, *, page: bool) -> Said:
    """Return what the headers say."""
    sender = (_header(message, "From") or "").replace("(", "").replace(")", "")  # they nest
    name, address = parseaddr(sender)
    return Said(
        title=_header(message, "Subject"),
        published=None if page else _date(_header(message, "Date")),
        publisher=None if page else publisher.of_sender(name, address),
        url=_header(message, "Snapshot-Content-Location") if page else None,
    )


def _date(value: str | None) -> date | None:
    """Return the day of a Date header as the sender's clock had it."""
    try:
        return parsedate_to_datetime(value or "").date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _without_quotes(found: Draft) -> Draft:
    """Return the draft with the quoted message and the signature named as such."""
    lines = found.blocks
    quoted = [each.text.startswith(">") for each in lines]
    mostly = sum(quoted) > 0.5 * len(lines)  # a forwarded report, quoted whole
    cut = next((at for at, each in enumerate(lines) if each.text in {"--", "-- "}), len(lines))
    marked = []
    for at, (block, quote) in enumerate(zip(lines, quoted, strict=True)):
        region = "quoted message" if quote and not mostly else None
        marked.append(replace(block, region="signature" if at >= cut else region))
    return replace(found, blocks=tuple(marked))
