"""Other people's stories on the page: where a list of them begins, and where the report resumes."""

from collections.abc import Sequence
from itertools import islice, pairwise

from truceline.read import marks as mark
from truceline.read import shape
from truceline.read.blocks import Block
from truceline.read.marks import Mark

TEASER = Mark("teaser", "related articles")
COMMENT = Mark("furniture", "readers' comments")
LONG = 40
"""Words of a paragraph that no blurb has: those of news sites are cut at 15 to 35."""
AHEAD = 300
"""Undecided blocks looked at behind a heading; lists of other stories have at most a hundred."""


def mark_lists(
    blocks: Sequence[Block], marks: Sequence[Mark | None], first_prose: int
) -> list[Mark | None]:
    r"""Marks with the lists of other stories, and readers' comments, marked as such.

    Parameters
    ----------
    blocks : sequence of Block
        The page, top to bottom.
    marks : sequence of Mark or None
        What is known so far; None is undecided.
    first_prose : int
        Where the running text begins; nothing before it is touched.

    Returns
    -------
    list of Mark or None
        The same, longer by what follows a heading such as "Related articles" and looks like
        headlines and blurbs. Where running paragraphs follow, they stay the report's.

    Notes
    -----
    The text resumes at two running paragraphs in a row, or at one of forty words and two
    sentences, or at one that closes a list of bare headlines. A list whose headlines each have one
    paragraph under them never does.

    Examples
    --------
    >>> from truceline.read.blocks import split
    >>> page = split("They met for an hour on Monday.\nMost read\nStorm hits coast", "a.txt")
    >>> known = [mark.by_itself(each) for each in page]
    >>> [each and each.what for each in mark_lists(page, known, 0)]
    [None, 'furniture', 'teaser']
    """
    found = list(marks)
    at = max(first_prose, 0)
    weight = [b.words * (m is None) for b, m in zip(blocks, marks, strict=True)]
    heavy = [w * running(b) for b, w in zip(blocks, weight, strict=True)]
    before, after = 0, sum(heavy)
    while at < len(blocks):
        kind = _opens(blocks[at], found[at], ends=before > after)
        stop = at + 1 if kind is None else max(at + 1, _resumes(blocks, found, at + 1, kind))
        for each in range(at + 1, stop):
            found[each] = found[each] or kind
        before, after = before + sum(weight[at:stop]), after - sum(heavy[at:stop])
        at = stop
    return found


def running(block: Block) -> bool:
    """Say whether a block is a running paragraph and not a blurb.

    Parameters
    ----------
    block : Block
        A line or paragraph.

    Returns
    -------
    bool
        Ended prose of at least six words.

    Examples
    --------
    >>> running(Block(start=0, end=5, text="A man"))
    False
    """
    return shape.prose(block.text) and not shape.cut_off(block.text)


def _opens(block: Block, known: Mark | None, *, ends: bool) -> Mark | None:
    """Return how to mark what follows a block, if it opens a list or the comments.

    `ends` is False where most of the text is still to come: then "Comments" is a button and a note
    on the author's views stands at the top.
    """
    if block.region is not None:  # markup says where its list ends: it is marked already
        return None
    if _heads(known):
        return TEASER
    last = known is not None and (
        known.what == "disclaimer" or known.reason in {"copyright", "comment form"}
    )
    opener = mark.comments(block)
    if not ends or not (last or opener):
        return None
    return COMMENT if opener else TEASER


def _resumes(blocks: Sequence[Block], marks: Sequence[Mark | None], start: int, kind: Mark) -> int:
    """Return where the report resumes, or where the next list opens, or the number of blocks."""
    stop = next((at for at in range(start, len(blocks)) if _heads(marks[at])), len(blocks))
    if kind is COMMENT:
        return stop
    undecided = (at for at in range(start, stop) if marks[at] is None)
    items = list(islice(undecided, AHEAD))
    heads = 0
    for place, at in enumerate(items):
        if not running(blocks[at]):
            heads += 1
            continue
        if blocks[at].kept and blocks[at].linked < 0.3:
            return at
        following = items[place + 1] if place + 1 < len(items) else None
        if following == at + 1 and running(blocks[following]):
            return at
        if not _alternates(blocks, items) and (_long(blocks[at]) or _closes(heads, following)):
            return at
        heads = -len(blocks)  # a headline had its blurb: this is no list of bare headlines
    return stop


def _heads(known: Mark | None) -> bool:
    """Say whether a mark is that of a heading of related articles."""
    return known is not None and known.reason == "heading of related articles"


def _long(block: Block) -> bool:
    """Say whether a paragraph is longer than a blurb."""
    return block.words >= LONG and shape.sentences(block.text) >= 2


def _closes(heads: int, following: int | None) -> bool:
    """Say whether a paragraph closes a list of bare headlines, as the report's last one may."""
    return heads >= 2 and following is None


def _alternates(blocks: Sequence[Block], items: Sequence[int]) -> bool:
    """Say whether headlines and paragraphs take turns, twice at least."""
    flags = [running(blocks[at]) for at in items]
    turns = sum(not one and two for one, two in pairwise(flags))
    doubles = sum(one and two for one, two in pairwise(flags))
    return turns >= 2 and doubles == 0
