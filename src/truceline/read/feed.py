"""RSS and Atom feeds: each entry as a document of its own, as a JSON line has it."""

import json
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree

from truceline.read import dates
from truceline.terms.errors import BadReport

_BODIES = ("encoded", "content", "description", "summary")
"""Where an entry's text stands, the fullest first: `content:encoded` of RSS, `content` of Atom."""
_DAYS = ("pubDate", "published", "date", "updated", "issued")


def lines(content: bytes, name: str) -> Iterator[bytes]:
    r"""Yield the entries of a feed as JSON lines that `jsonl` reads.

    Parameters
    ----------
    content : bytes
        RSS 0.9 to 2.0, or Atom.
    name : str
        The file's name, for the message.

    Yields
    ------
    bytes
        An object with html, title, date, publisher and url, where the entry has them. Its id is
        the hash of all these, so that an entry that its makers changed is another document, and
        the same feed fetched again brings only what is new.

    Raises
    ------
    BadReport
        If it is not well-formed.

    Examples
    --------
    >>> rss = b"<rss><channel><title>News</title><item><title>Talks</title><description>" + (
    ...     b"They met.</description><pubDate>Mon, 02 Jun 2025 08:00:00 GMT</pubDate>") + (
    ...     b"</item></channel></rss>")
    >>> [line] = lines(rss, "feed.xml")
    >>> json.loads(line)["date"], json.loads(line)["html"]
    ('2025-06-02', '<p>They met.</p>')
    """
    safe = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content.strip(), safe)
    except etree.XMLSyntaxError as error:
        raise BadReport(
            f"{name}: is a feed that breaks off or is not well-formed ({error.msg}); fetch it again"
        ) from error
    makers = root.find("{*}channel")
    publisher = _text(root if makers is None else makers, "title")
    for entry in root.iter("{*}item", "{*}entry"):
        said = {
            "html": _body(entry),
            "title": _text(entry, "title"),
            "date": _day(entry),
            "publisher": publisher,
            "url": _link(entry),
        }
        kept = {key: value for key, value in said.items() if value}
        yield json.dumps(kept, ensure_ascii=False).encode("utf-8", "replace")


def _text(entry: etree._Element, name: str) -> str | None:
    """Return a child's text without blanks around it."""
    child = entry.find(f"{{*}}{name}")
    return None if child is None else "".join(child.itertext()).strip() or None


def _body(entry: etree._Element) -> str | None:
    """Return the fullest text of an entry as HTML."""
    for name in _BODIES:
        child = entry.find(f"{{*}}{name}")
        if child is None:
            continue
        inner = "".join(child.itertext()).strip()
        if child.get("type") == "xhtml":
            inner = "".join(etree.tostring(each, encoding="unicode") for each in child)
        if inner:
            return inner if "<" in inner else f"<p>{inner}</p>"
    return None


def _day(entry: etree._Element) -> str | None:
    """Return the day of an entry, None where it gives none that can be read."""
    for name in _DAYS:
        said = _text(entry, name)
        if said is None:
            continue
        found = dates.stamp(said)
        if found is not None:
            return found.isoformat()
        try:
            return parsedate_to_datetime(said).date().isoformat()
        except ValueError:
            continue
    return None


def _link(entry: etree._Element) -> str | None:
    """Return an entry's address: the text of RSS's link, the href of Atom's alternate."""
    for link in entry.findall("{*}link"):
        address = (link.text or "").strip() or link.get("href", "")
        if address and link.get("rel", "alternate") == "alternate":
            return address
    return None
