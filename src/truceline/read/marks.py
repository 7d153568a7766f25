"""What a line is by its own wording and by the markup round it."""

from dataclasses import dataclass

from truceline.read import dates, lexicon, shape
from truceline.read.blocks import Block
from truceline.terms.stories import What

TEASER_REGIONS = frozenset({"related articles", "aside"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a block is, and for what reason it is cut (None for the report itself)."""

    what: What
    reason: str | None = None


def by_itself(block: Block) -> Mark | None:
    """Return what a block is by its own words and markup, or None where that does not tell.

    Parameters
    ----------
    block : Block
        A line or paragraph.

    Returns
    -------
    Mark or None
        Prose is marked only as a disclaimer or furniture that names itself.

    Examples
    --------
    >>> by_itself(Block(start=0, end=9, text="Share (3)"))
    Mark(what='furniture', reason='share button')
    >>> by_itself(Block(start=0, end=12, text="Talks failed")) is None
    True
    """
    flat = " ".join(block.text.split()) if block.words <= 160 else ""
    if block.words == 0:
        return Mark("furniture", "no words")
    return (
        _opinion(block, flat) or _credit(block, flat) or _furniture(block, flat) or _markup(block)
    )


def opinion(flat: str, words: int) -> bool:
    """Say whether a paragraph says that the views in the article are its author's.

    Parameters
    ----------
    flat : str
        The paragraph on one line.
    words : int
        Its words; a long paragraph is no such note.

    Returns
    -------
    bool
        True also where the note follows another sentence.

    Examples
    --------
    >>> opinion("Opinions expressed here are the writer's own.", 7)
    True
    >>> opinion("Opinions are divided in Kyiv.", 5)
    False
    """
    if not 4 <= words <= 90:
        return False
    parts = shape.BOUNDARY.split(flat)
    return any(lexicon.around("opinion").match(part.strip()) for part in parts)


def related(block: Block) -> bool:
    """Say whether a line heads a list of other stories, such as "You may also like".

    Parameters
    ----------
    block : Block
        A line.

    Returns
    -------
    bool
        True for whole lines of at most eight words without a full stop.

    Examples
    --------
    >>> related(Block(start=0, end=17, text="Related Articles:"))
    True
    """
    flat = " ".join(block.text.split())
    return block.words <= 8 and lexicon.around("related").match(flat) is not None


def comments(block: Block) -> bool:
    """Say whether a line opens the readers' comments.

    Parameters
    ----------
    block : Block
        A line.

    Returns
    -------
    bool
        True for "Leave a Reply", "12 comments".

    Examples
    --------
    >>> comments(Block(start=0, end=11, text="12 Comments"))
    True
    """
    flat = " ".join(block.text.split())
    return block.words <= 20 and lexicon.around("comments").match(flat) is not None


def inline_teaser(block: Block) -> bool:
    """Say whether a line points to another story under a weak label, such as "Analysis: …".

    Parameters
    ----------
    block : Block
        A line inside the running text; before it such a label may begin the title.

    Returns
    -------
    bool
        True only without a full stop.

    Examples
    --------
    >>> inline_teaser(Block(start=0, end=28, text="Watch: Smoke over the harbour"))
    True
    """
    flat = " ".join(block.text.split())
    weak = lexicon.around("inline_weak").match(flat)
    return weak is not None and block.words <= 35 and not shape.ended(flat)


def _opinion(block: Block, flat: str) -> Mark | None:
    """Return the mark of a note that the views are the author's, or another note."""
    if opinion(flat, block.words):
        return Mark("disclaimer", "the author's own views")
    if 3 <= block.words <= 90 and lexicon.around("notes").match(flat):
        return Mark("disclaimer", "note about the text")
    return None


def _credit(block: Block, flat: str) -> Mark | None:
    """Return the mark of a byline, a credit or a date line."""
    if not flat:
        return None
    if dates.date_line(flat):
        return Mark("byline", "date line")
    if block.words <= 45 and lexicon.around("byline").match(flat):
        return Mark("byline", "author or agency")
    return None


def _furniture(block: Block, flat: str) -> Mark | None:
    """Return the mark of furniture that names itself, headings of other stories included."""
    if not flat:
        return None
    if related(block):
        return Mark("furniture", "heading of related articles")
    if block.words <= 35 and lexicon.around("inline").match(flat):
        return Mark("teaser", "link to another story")
    line = lexicon.key(flat)
    for rule in lexicon.furniture():
        if block.words > rule.longest:
            continue
        if line in rule.lines or (rule.pattern is not None and rule.pattern.match(flat)):
            return Mark("furniture", rule.reason)
    return None


def _markup(block: Block) -> Mark | None:
    """Return the mark that the markup gives: a region of the page, or a line that is all links."""
    if block.region is not None:
        what: What = "teaser" if block.region in TEASER_REGIONS else "furniture"
        return Mark("byline" if block.region == "author or date" else what, block.region)
    if block.linked > 0.9 and block.words >= 4 and not shape.ended(block.text):
        return Mark("teaser", "link to another story") if block.tag not in {"h1", "title"} else None
    if block.kept is False and block.tag != "h1":
        return Mark("furniture", "outside the main text")
    return None
