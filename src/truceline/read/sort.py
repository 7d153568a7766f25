"""Every stretch of a page sorted into report and rest, each cut with its reason."""

from collections import Counter
from collections.abc import Container, Sequence

from truceline.read import lexicon, marks, shape, tail, titles
from truceline.read.blocks import Block
from truceline.read.marks import Mark
from truceline.terms.stories import Passage

PARAGRAPH = Mark("paragraph")


def sort(
    blocks: Sequence[Block], *, hint: str | None = None, site: str | None = None
) -> tuple[Passage, ...]:
    r"""Passages of a page, in order: they cover all its blocks and never overlap.

    Parameters
    ----------
    blocks : sequence of Block
        The page, top to bottom.
    hint : str, optional
        The title as markup, mail header or sender has it.
    site : str, optional
        The publisher's name, where a title line may end in it.

    Returns
    -------
    tuple of Passage
        Titles and paragraphs are the report; all others are cut, each with its reason.

    Notes
    -----
    Where a page has no running text (a single line, a list of short lines) nothing can tell a
    headline from the report, and all that is not furniture by its own wording is kept.

    Examples
    --------
    >>> from truceline.read.blocks import split
    >>> text = "Talks end without a truce | World\nShare\nThey met for an hour in Istanbul."
    >>> for each in sort(split(text, "a.txt")):
    ...     print(each.what, each.reason, text[each.start : each.end])
    title None Talks end without a truce
    furniture site section | World
    furniture share button Share
    paragraph None They met for an hour in Istanbul.
    """
    known: list[Mark | None] = [marks.by_itself(each) for each in blocks]
    first = first_prose(blocks, known)
    at = titles.find(blocks, known, first, hint)
    if first < 0 and at is None:
        rest = [each or PARAGRAPH for each in known]
        return tuple(_passage(b, m) for b, m in zip(blocks, rest, strict=True))
    if at is not None:
        known[at] = Mark("title")
    known = _head(blocks, known, first, at)
    known = _repeated(blocks, known, at)
    known = tail.mark_lists(blocks, known, first)
    known = _body(blocks, known, first)
    known = _about_author(blocks, known)
    passages: list[Passage] = []
    for place, (block, each) in enumerate(zip(blocks, known, strict=True)):
        if place == at:
            passages += _title(block, site)
        else:
            passages.append(_passage(block, each or PARAGRAPH))
    return tuple(passages)


def first_prose(blocks: Sequence[Block], known: Sequence[Mark | None]) -> int:
    """Return where the running text begins: the first undecided block that is prose, or -1.

    Parameters
    ----------
    blocks : sequence of Block
        The page, top to bottom.
    known : sequence of Mark or None
        What is known of them so far.

    Returns
    -------
    int
        An index into `blocks`, or -1.

    Examples
    --------
    >>> first_prose([], [])
    -1
    """
    pairs = enumerate(zip(blocks, known, strict=True))
    return next((at for at, (b, m) in pairs if m is None and shape.prose(b.text)), -1)


def _head(
    blocks: Sequence[Block], known: Sequence[Mark | None], first: int, title: int | None
) -> list[Mark | None]:
    """Mark what stands before the running text: labels, menus, a name, a standfirst."""
    found = list(known)
    for at in range(max(first, 0)):
        if found[at] is not None:
            continue
        if title is None or at < title:
            short = blocks[at].words <= 4
            found[at] = Mark("furniture", "section label" if short else "before the title")
        elif _names(blocks[at].text):
            found[at] = Mark("byline", "author or agency")
        elif blocks[at].words >= 8 or shape.ended(blocks[at].text):
            found[at] = PARAGRAPH
        else:
            found[at] = Mark("furniture", "label under the title")
    return found


def _names(text: str) -> bool:
    """Say whether a short line is made of capitalised words, as names are, or says "By"."""
    parts = text.split()
    return (parts[:1] == ["By"] and len(parts) <= 8) or (
        2 <= len(parts) <= 5 and all(each[:1].isupper() or each in {"and", "de"} for each in parts)
    )


def _repeated(
    blocks: Sequence[Block], known: Sequence[Mark | None], title: int | None
) -> list[Mark | None]:
    """Mark lines that stand on the page twice: labels, and headlines of cards with a picture."""
    found = list(known)
    keys = [
        lexicon.key(b.text) if b.words <= 30 and not shape.ended(b.text) else "" for b in blocks
    ]
    often = Counter(keys)
    for at, each in enumerate(keys):
        if found[at] is not None or not each:
            continue
        if title is not None and titles.repeats(blocks[at].text, blocks[title].text):
            found[at] = Mark("furniture", "title repeated")
        elif often[each] >= 2 and not shape.bullet(blocks[at].text):
            short = blocks[at].words <= 4
            found[at] = Mark("furniture", "repeated label") if short else tail.TEASER
    return found


def _body(blocks: Sequence[Block], known: Sequence[Mark | None], first: int) -> list[Mark | None]:
    """Decide what is still undecided: paragraphs, headings inside the text, the page's end."""
    found = list(known)
    open_ = {at: None for at in range(max(first, 0), len(blocks)) if found[at] is None}
    last = max((at for at in open_ if shape.prose(blocks[at].text)), default=-1)
    longer = [at for at in open_ if at <= last and blocks[at].words >= 8]
    loose = sum(shape.ended(blocks[at].text) for at in longer) < 0.6 * len(longer)
    for at in open_:
        if _kept(blocks, found, at) or (loose and at < last):
            found[at] = PARAGRAPH
        elif marks.inline_teaser(blocks[at]):
            found[at] = Mark("teaser", "link to another story")
        elif at > last:
            long = blocks[at].words >= 4
            found[at] = tail.TEASER if long else Mark("furniture", "after the end of the text")
        elif _in_run(blocks, open_, at):
            found[at] = tail.TEASER
        else:
            found[at] = Mark("furniture", "heading inside the text")
    return found


def _kept(blocks: Sequence[Block], found: Sequence[Mark | None], at: int) -> bool:
    """Say whether a block of the running text is the report's by its shape."""
    block = blocks[at]
    if block.tag in {"h2", "h3", "h4", "h5", "h6"} and block.words <= 20:
        return False
    if shape.ended(block.text) or shape.bullet(block.text) or block.tag == "li":
        return True
    if block.words >= 25 and not shape.cut_off(block.text):
        return True
    quoted = block.text.strip()[:1] in '"“«„' and block.text.strip()[-1:] in '"”»“'
    after_colon = at > 0 and found[at - 1] == PARAGRAPH and blocks[at - 1].text.endswith(":")
    return quoted or after_colon


def _in_run(blocks: Sequence[Block], open_: Container[int], at: int) -> bool:
    """Say whether a headline stands next to another one: a list of links, not a subheading."""
    if blocks[at].words < 4 or not shape.headline(blocks[at].text):
        return False
    beside = [each for each in (at - 1, at + 1) if each in open_]
    return any(blocks[b].words >= 4 and shape.headline(blocks[b].text) for b in beside)


def _about_author(blocks: Sequence[Block], known: Sequence[Mark | None]) -> list[Mark | None]:
    """Mark a first or last paragraph that says who the author is."""
    found = list(known)
    body = [at for at, each in enumerate(found) if each == PARAGRAPH]
    ends = [*body[:1], *body[-2:]] if len(body) > 2 else body[-1:] if len(body) == 2 else []
    pattern = lexicon.around("about_author")
    for at in reversed(ends):
        if blocks[at].words <= 60 and pattern.match(" ".join(blocks[at].text.split())):
            found[at] = Mark("byline", "about the author")
        elif at != ends[0]:
            break
    return found


def _title(block: Block, site: str | None) -> list[Passage]:
    """Return the title's passage, and the site's section behind it if there is one."""
    end = block.start + titles.length(block.text, site)
    found = [Passage(block.start, end, "title")]
    rest = block.text[end - block.start :]
    if rest.strip():
        start = end + len(rest) - len(rest.lstrip())
        found.append(Passage(start, block.end, "furniture", "site section"))
    return found


def _passage(block: Block, known: Mark) -> Passage:
    """Return a whole block as a passage."""
    return Passage(block.start, block.end, known.what, known.reason)
