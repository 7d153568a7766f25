"""What an HTML page says about itself: title, date, publisher, address, kind."""

import json
from collections import deque
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import etree

from truceline.read import dates, publisher, titles
from truceline.read.draft import Said
from truceline.terms.stories import Kind

DATES = (
    "article:published_time", "article:published", "og:published_time", "datepublished",
    "date.published", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dc.date", "dcterms.created",
    "dcterms.date", "citation_publication_date", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
TITLES = ("og:title", "twitter:title", "dc.title", "sailthru.title")
SITES = ("og:site_name", "application-name", "twitter:site", "dc.publisher", "publisher")
SECTIONS = ("article:section", "section", "parsely-section", "og:article:section")
ARTICLES = frozenset({
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle",
    "backgroundnewsarticle", "opinionnewsarticle", "reviewnewsarticle", "liveblogposting",
    "blogposting", "report", "webpage",
})  # fmt: skip
LARGEST_SCRIPT = 1_000_000
MOST_OBJECTS = 2000


def said(tree: etree._Element) -> Said:
    """Return what a page's markup says about the report; None where it does not.

    Parameters
    ----------
    tree : lxml element
        The parsed page.

    Returns
    -------
    Said
        Date from JSON-LD, then from meta elements, then from the first `<time>` outside menus and
        asides; title from meta elements, JSON-LD, then `<title>`.

    Examples
    --------
    >>> page = etree.HTML('<meta property="og:site_name" content="BBC"><title>Talks | BBC</title>')
    >>> found = said(page)
    >>> found.title, found.publisher
    ('Talks | BBC', 'BBC News')
    """
    meta = _meta(tree)
    article = _article(tree)
    title = _first(meta, TITLES) or _text(article.get("headline")) or _title(tree)
    site = _first(meta, SITES) or _text(article.get("publisher"))
    site = site.lstrip("@") if site else None
    kind = _kind(article, _first(meta, SECTIONS))
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return Said(
        title=title,
        published=_date(tree, meta, article),
        publisher=(publisher.known(site) or titles.cleaned(site)) if site else None,
        url=_first(meta, ("og:url",)) or _canonical(tree),
        kind=kind,
        language=language,
    )


def _meta(tree: etree._Element) -> dict[str, str]:
    """Return the page's meta elements, the first of each name, names in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and 0 < len(content) <= 1000:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(meta: dict[str, str], names: tuple[str, ...]) -> str | None:
    """Return the first of several meta elements that the page has."""
    return next((meta[name] for name in names if name in meta), None)


def _article(tree: etree._Element) -> dict[str, Any]:
    """Return the first JSON-LD object that describes an article; a bare web page comes last."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found += [each for each in _objects(script.text or "") if _types(each) & ARTICLES]
    found.sort(key=lambda each: _types(each) <= {"webpage"})
    return found[0] if found else {}


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """Return the objects in a JSON text, outer ones first; none where it is broken or huge."""
    if len(text) > LARGEST_SCRIPT:
        return
    try:
        waiting = deque([json.loads(text, strict=False)])
    except (ValueError, RecursionError):
        return
    for _ in range(MOST_OBJECTS):
        if not waiting:
            return
        each = waiting.popleft()
        if isinstance(each, dict):
            yield each
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)


def _types(thing: dict[str, Any]) -> set[str]:
    """Return an object's types in lower case."""
    types = thing.get("@type")
    several = types if isinstance(types, list) else [types]
    return {each.lower() for each in several if isinstance(each, str)}


def _text(value: object) -> str | None:
    """Return a JSON-LD value as text: itself, or its name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return value.strip() or None if isinstance(value, str) and len(value) <= 1000 else None


def _title(tree: etree._Element) -> str | None:
    """Return the text of the `<title>` element."""
    element = next(tree.iter("title"), None)
    text = "".join(element.itertext()).strip() if element is not None else ""
    return text[:1000] or None


def _canonical(tree: etree._Element) -> str | None:
    """Return the page's own address."""
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            return str(element.get("href"))[:2000]
    return None


def _date(tree: etree._Element, meta: dict[str, str], article: dict[str, Any]) -> date | None:
    """Return the day of publication that the markup gives."""
    values = [article.get("datePublished"), *(meta[name] for name in DATES if name in meta)]
    values += [each.get("datetime") for each in _times(tree)]
    stamps = (dates.stamp(each) for each in values if isinstance(each, str))
    return next((day for day in stamps if day is not None), None)


def _times(tree: etree._Element) -> list[etree._Element]:
    """Return `<time>` elements that may be the report's, those marked as publication first."""
    others = {"nav", "aside", "footer"}
    found: list[etree._Element] = []
    for element in tree.iter("time"):
        if len(found) >= 20:
            break
        up, steps = element.getparent(), 0
        while up is not None and steps < 40 and up.tag not in others:
            up, steps = up.getparent(), steps + 1
        if up is None or up.tag not in others:
            found.append(element)
    return sorted(found, key=lambda each: "publi" not in _names(each))[:1]


def _names(element: etree._Element) -> str:
    """Return what an element is called, in lower case."""
    names = (
        element.get("itemprop"),
        element.get("class"),
        "pubdate" if "pubdate" in element.attrib else "",
    )
    return " ".join(each for each in names if each).lower().replace("pubdate", "publi")


def _kind(article: dict[str, Any], section: str | None) -> Kind | None:
    """Return the kind that markup names."""
    types = _types(article)
    if "liveblogposting" in types:
        return "live"
    named = section or _text(article.get("articleSection")) or ""
    opinions = {"opinion", "opinions", "comment", "commentary", "op-ed", "editorial", "columns"}
    if "opinionnewsarticle" in types or named.strip().lower() in opinions:
        return "opinion"
    return None
