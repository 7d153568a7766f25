"""HTML pages: the visible text, all of it, and which of it is the main text."""

from collections.abc import Sequence
from dataclasses import replace

import lxml.html
from lxml import etree

from truceline.read import head, pasted, shape
from truceline.read.blocks import Block
from truceline.read.draft import Draft, Said
from truceline.read.flat import flattened
from truceline.read.visible import Visible, letters, visible
from truceline.terms.errors import BadReport

DEEPEST = 150
"""Elements inside each other that the main-text finder is given; real pages have about forty."""
EMPTY = (
    "{name}: is an HTML page without text (its text may be loaded by a script); copy the article's "
    "text from the browser into a .txt file"
)
NEAR = 3
"""Blocks on either side in which a dropped paragraph needs a kept one."""
MOST_BLOCKS = 6000
MOST_ELEMENTS = 30_000
LONGEST_TEXT = 2_000_000
LARGEST_SOURCE = 6_000_000


def draft(text: str, name: str) -> Draft:
    r"""Draft of an HTML page.

    Parameters
    ----------
    text : str
        The page's source.
    name : str
        File name, for messages.

    Returns
    -------
    Draft
        Its text is the visible text of the page, with nothing left out; blocks carry the region
        they stand in and whether the main-text finder (trafilatura) kept them.

    Raises
    ------
    BadReport
        If the page shows no text, or is too large to be one report.

    Notes
    -----
    Nothing is fetched, no script is run, no entity of the page's own is expanded. A page nested or
    long beyond any real one is sorted by its wording and regions alone, without the finder.

    References
    ----------
    Barbaresi, A. (2021). Trafilatura: A web scraping library and command-line tool for text
    discovery and extraction. *Proceedings of ACL-IJCNLP 2021: System Demonstrations*, 122-131.

    Examples
    --------
    >>> draft("<nav>Home</nav><p>The two sides met in Istanbul.</p>", "a.html").text
    'Home\n\nThe two sides met in Istanbul.'
    """
    tree, whole = parsed(text)
    if tree is None or not whole:
        return _flat(text, name, tree)
    seen = visible(tree, name)
    if not seen.text:
        raise BadReport(EMPTY.format(name=name))
    main = _main_text(tree, seen) if len(text) <= LARGEST_SOURCE else None
    blocks = _with_verdict(seen, main)
    return Draft(text=seen.text, blocks=blocks, said=head.said(tree))


def parsed(text: str) -> tuple[etree._Element | None, bool]:
    """Return the tree of a page, and whether it holds the whole page.

    Parameters
    ----------
    text : str
        The page's source.

    Returns
    -------
    tuple of lxml element or None, and bool
        None where nothing can be parsed. The parser drops what stands behind elements nested some
        two thousand deep: then the tree is not whole.

    Examples
    --------
    >>> tree, whole = parsed("<p>They met")
    >>> tree.tag, whole
    ('html', True)
    """
    # The finder takes lxml.html's elements only, and says nothing of plain ones.
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, recover=True, huge_tree=True)
    try:
        tree = etree.fromstring(text.encode("utf-8", errors="replace"), parser)
    except (etree.LxmlError, ValueError):
        return None, False
    return tree, not any("depth" in each.message.lower() for each in parser.error_log)


def _flat(text: str, name: str, tree: etree._Element | None) -> Draft:
    """Return the draft of a page that no parser can follow to its end."""
    plain = flattened(text)
    if not plain:
        raise BadReport(EMPTY.format(name=name))
    said = head.said(tree) if tree is not None else Said()
    return pasted.draft(plain, name, said=said)


def _main_text(tree: etree._Element, seen: Visible) -> str | None:
    """Return what the main-text finder keeps, or None where the page is out of its bounds."""
    if seen.depth > DEEPEST or len(seen.blocks) > MOST_BLOCKS:
        return None
    if seen.elements > MOST_ELEMENTS or len(seen.text) > LONGEST_TEXT:
        return None
    from trafilatura import extract  # noqa: PLC0415  half a second, needed for HTML only

    try:
        return extract(
            tree, fast=True, include_comments=False, include_tables=True, output_format="txt",
            with_metadata=False,
        )  # fmt: skip
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):
        return None  # the finder stumbles on some broken pages; the wording still sorts them


def _with_verdict(seen: Visible, main: str | None) -> tuple[Block, ...]:
    """Return the blocks with the finder's verdict, mended where it dropped prose among prose."""
    if not main:
        return seen.blocks
    lines = {letters(line) for line in main.splitlines()}
    whole = "".join(letters(line) for line in main.splitlines())
    kept = [_found(block, lines, whole) for block in seen.blocks]
    if not any(k and shape.prose(b.text) for k, b in zip(kept, seen.blocks, strict=True)):
        return seen.blocks
    mended = _mended(seen, kept)
    return tuple(replace(b, kept=k) for b, k in zip(seen.blocks, mended, strict=True))


def _found(block: Block, lines: set[str], whole: str) -> bool:
    """Say whether the finder kept a block: as a line, or inside a longer one."""
    bare = letters(block.text)
    return bare in lines or (len(bare) >= 40 and bare in whole)


def _mended(seen: Visible, kept: Sequence[bool]) -> list[bool]:
    """Return the verdict with prose kept that has kept prose in its element, or on both sides."""
    pairs = list(zip(seen.blocks, seen.parents, kept, strict=True))
    homes = {parent for b, parent, k in pairs if k and shape.prose(b.text)}
    sure = [k and shape.prose(b.text) for b, _, k in pairs]
    between = [
        any(sure[max(0, at - NEAR) : at]) and any(sure[at + 1 : at + 1 + NEAR])
        for at in range(len(sure))
    ]
    return [
        k
        or (
            (parent in homes or inside)
            and b.region is None
            and b.linked < 0.5
            and shape.prose(b.text)
        )
        for (b, parent, k), inside in zip(pairs, between, strict=True)
    ]
