"""The visible text of an HTML page, top to bottom, in blocks that know where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from truceline.read import regions, shape
from truceline.read.blocks import MOST, Block
from truceline.terms.errors import BadReport

HIDDEN = frozenset({
    "script", "style", "noscript", "template", "head", "svg", "math", "iframe", "object", "embed",
    "audio", "video", "canvas", "textarea", "map", "area", "datalist",
})  # fmt: skip
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "td", "th", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
MOST_ELEMENTS = 400_000
"""Elements of one page; the heaviest real ones have some ten thousand."""
SPACE = re.compile(r"[ \t\r\n\f\x00]+")
HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


@dataclass(slots=True)
class _Walk:
    """What is known while the tree is walked; the blocks are made at the end."""

    parts: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    tags: list[str] = field(default_factory=list)
    trail: regions.Trail = field(default_factory=regions.Trail)
    blocks: list[Block] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    places: list[tuple[int, ...]] = field(default_factory=list)
    length: int = 0
    deepest: int = 0
    before: str = ""


@dataclass(frozen=True, slots=True)
class Visible:
    """The visible text, its blocks, the parent element of each (a number); the tree's size."""

    text: str
    blocks: tuple[Block, ...]
    parents: tuple[int, ...]
    depth: int
    elements: int


def visible(tree: etree._Element, name: str) -> Visible:
    r"""Return all that a reader of the page could see, script-made content aside.

    Parameters
    ----------
    tree : lxml element
        The parsed page; not changed.
    name : str
        File name, for messages.

    Returns
    -------
    Visible
        Blocks stand two newlines apart; runs of blanks inside a block are one space, a line break
        is a newline. Each block says in which region of the page it stands, unless that region
        holds most of the page's prose: then its name is of no use.

    Raises
    ------
    BadReport
        If there are more than 20,000 blocks, or 400,000 elements.

    Examples
    --------
    >>> page = etree.HTML("<nav>Home</nav><p>They <b>met</b>.</p>")
    >>> found = visible(page, "a.html")
    >>> found.text, found.blocks[0].region
    ('Home\n\nThey met.', 'navigation')
    """
    walk = _Walk()
    steps = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    taken = 0
    for taken, (event, element) in enumerate(steps, start=1):
        if event == "start":
            if _hidden(element):
                steps.skip_subtree()
                walk.tags.append("!")
            else:
                _enter(walk, element)
        else:
            _leave(walk, element, event)
        if len(walk.blocks) > MOST or taken > 2 * MOST_ELEMENTS:
            raise BadReport(
                f"{name}: has more lines or elements than one report has ({MOST:,} lines); "
                "save only the article"
            )
    _flush(walk, 0)
    useless = walk.trail.useless()
    blocks = tuple(
        replace(block, region=walk.trail.name(place, useless))
        for block, place in zip(walk.blocks, walk.places, strict=True)
    )
    text = "\n\n".join(each.text for each in blocks)
    return Visible(text, blocks, tuple(walk.parents), walk.deepest, taken // 2)


def letters(text: str) -> str:
    """Return only letters and digits, in lower case, to compare texts whose blanks differ.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Without blanks and punctuation.

    Examples
    --------
    >>> letters("They met, twice.")
    'theymettwice'
    """
    return "".join(_alnum(text.casefold()))


def _alnum(text: str) -> Iterator[str]:
    """Return the letters and digits of a text."""
    return (each for each in text if each.isalnum())


def _hidden(element: etree._Element) -> bool:
    """Say whether an element is never shown."""
    tag = element.tag
    if not isinstance(tag, str) or tag.lower() in HIDDEN or element.get("hidden") is not None:
        return True
    return HIDING.search(element.get("style", "")[:500]) is not None


def _enter(walk: _Walk, element: etree._Element) -> None:
    """Take in an element's beginning."""
    tag = str(element.tag).lower()
    if tag == "br":
        doubled = walk.parts[-1:] == ["\n"]
        if doubled:
            _flush(walk, id(element.getparent()))
        else:
            walk.parts.append("\n")
    elif tag not in INLINE:
        _flush(walk, id(element.getparent()))
    elif tag in {"td", "th"}:
        walk.parts.append(" ")
    walk.tags.append(tag)
    walk.deepest = max(walk.deepest, len(walk.tags))
    if tag == "a" and walk.parts and walk.before == "a":
        walk.parts.append(" ")  # links side by side are a row of words, whatever sets them apart
    walk.before = ""
    walk.links += tag == "a"
    walk.trail.enter(tag, element.get("class", ""), element.get("id", ""))
    _add(walk, element.text)


def _leave(walk: _Walk, element: etree._Element, event: str) -> None:
    """Take in an element's end, and the text behind it."""
    if event == "end":
        tag = walk.tags.pop()
        if tag != "!":
            if tag not in INLINE and tag != "br":
                walk.tags.append(tag)
                _flush(walk, id(element.getparent()))
                walk.tags.pop()
            walk.before = tag
            walk.links -= tag == "a"
            walk.trail.leave()
    _add(walk, element.tail)


def _add(walk: _Walk, text: str | None) -> None:
    """Take in a stretch of text."""
    if text:
        walk.before = ""
        plain = SPACE.sub(" ", text)
        walk.parts.append(plain)
        walk.linked += len(plain.strip()) if walk.links else 0


def _flush(walk: _Walk, parent: int) -> None:
    """End a block."""
    text = re.sub(r" *\n *", "\n", re.sub(r"  +", " ", "".join(walk.parts))).strip()
    linked, walk.linked = walk.linked, 0
    walk.parts.clear()
    if not text:
        return
    start = walk.length + (2 if walk.blocks else 0)
    walk.length = start + len(text)
    tag = next((each for each in reversed(walk.tags) if each not in INLINE), "")
    share = min(1.0, linked / len(text))
    block = Block(start=start, end=walk.length, text=text, tag=tag, linked=share)
    walk.blocks.append(block)
    walk.parents.append(parent)
    walk.places.append(walk.trail.place(len(text) if shape.prose(text) else 0))
