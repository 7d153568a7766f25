"""A report's title: which line it is, and where the name of the site's section begins in it."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from truceline.read import lexicon, shape
from truceline.read.blocks import Block
from truceline.read.marks import Mark

BARS = re.compile(r"\s*(?:\||::|»|·)\s*")
DASHES = re.compile(r"\s+[-–—]\s+")
MOST_HEADINGS = 20
"""First-level headings compared with the hint; a page should have one."""
ALIKE = 0.7
"""Share of characters in common above which a first-level heading is the hint in other words."""
LABEL = re.compile(r"^(?:re|fw|fwd|wg|aw)\s*:\s*", re.IGNORECASE)


def length(text: str, site: str | None = None) -> int:
    """Return how many characters of a title line are the headline itself.

    Parameters
    ----------
    text : str
        Such as "Talks end without a truce | World news - BBC News".
    site : str, optional
        The publisher's name where the page gives it.

    Returns
    -------
    int
        From the line's start to the end of the headline; the whole line where nothing is cut. What
        follows a bar is cut if it is at most six words and no longer than the headline; what
        follows a dash only if it names a publisher.

    Examples
    --------
    >>> line = "Talks end without a truce | World news - BBC News"
    >>> line[: length(line)]
    'Talks end without a truce'
    """
    end = len(text)
    for _ in range(3):
        bar, dash = _last(BARS, text, end), _last(DASHES, text, end)
        cut = max((m for m in (bar, dash) if m is not None), key=lambda m: m.start(), default=None)
        if cut is None:
            return end
        head, tail = text[: cut.start()], text[cut.end() : end]
        named = tail.casefold().strip() in lexicon.publishers() or _same(tail, site)
        short = cut is bar and shape.words(tail) <= min(6, shape.words(head))
        if shape.words(head) < 2 or not (named or short):
            return end
        end = len(head)
    return end


def cleaned(text: str, site: str | None = None) -> str:
    """Return a title as it should be shown: one line, without the site's section or "Fwd:".

    Parameters
    ----------
    text : str
        A title as the page, the mail or the sender gives it.
    site : str, optional
        The publisher's name.

    Returns
    -------
    str
        May be empty where `text` holds nothing.

    Examples
    --------
    >>> cleaned("Fwd: Talks end  without a truce - Reuters")
    'Talks end without a truce'
    """
    flat = LABEL.sub("", LABEL.sub("", " ".join(text.split())))
    return flat[: length(flat, site)]


def find(
    blocks: Sequence[Block], marks: Sequence[Mark | None], first_prose: int, hint: str | None
) -> int | None:
    r"""Return which block is the title, or None.

    Parameters
    ----------
    blocks : sequence of Block
        The page, top to bottom.
    marks : sequence of Mark or None
        What is known of them so far.
    first_prose : int
        Where the running text begins; -1 where there is none.
    hint : str, optional
        The title as markup, mail header or sender has it.

    Returns
    -------
    int or None
        The block that says what `hint` says; else the first line before the running text with the
        shape of a headline and four words, one with a section's name behind a bar first; else the
        longest such line of two words.

    Examples
    --------
    >>> from truceline.read.blocks import split
    >>> page = split("World News\nTalks end without a truce\nThey met for an hour.", "a.txt")
    >>> find(page, [None, None, None], 2, None)
    1
    """
    if hint:
        found = _like(blocks, hint)
        if found is not None:
            return found
    before = [
        at
        for at in range(max(first_prose, 0))
        if marks[at] is None
        and shape.headline(blocks[at].text)
        and not shape.bullet(blocks[at].text)
    ]
    headings = [at for at in before if blocks[at].tag == "h1"]
    barred = [at for at in before if BARS.search(blocks[at].text)]
    long = [at for at in before if blocks[at].words >= 4]
    for choice in (headings, [at for at in barred if at in long], long):
        if choice:
            return choice[0]
    return max(before, key=lambda at: blocks[at].words, default=None)


def repeats(text: str, title: str) -> bool:
    """Say whether a line says the title again.

    Parameters
    ----------
    text, title : str
        Two lines.

    Returns
    -------
    bool
        Letter case, punctuation and the site's section aside.

    Examples
    --------
    >>> repeats("Talks end without a truce | World", "Talks end without a truce")
    True
    """
    return lexicon.key(cleaned(text)) == lexicon.key(cleaned(title))


def _like(blocks: Sequence[Block], hint: str) -> int | None:
    """Return the block most like the hint, a first-level heading before others."""
    wanted = lexicon.key(cleaned(hint))
    best, found, headings = 0.0, None, 0
    for at, block in enumerate(blocks):
        if not 1 <= block.words <= 45 or len(block.text) > 400:
            continue
        said = lexicon.key(cleaned(block.text))
        if said == wanted:
            score = 2.0
        elif block.tag == "h1" and block.words >= 3 and headings < MOST_HEADINGS:
            headings += 1
            score = SequenceMatcher(None, said, wanted, autojunk=False).ratio()
        else:
            score = 0.0
        score += 0.5 if block.tag == "h1" and score > ALIKE else 0.0
        if score > max(best, ALIKE):
            best, found = score, at
    return found


def _last(pattern: re.Pattern[str], text: str, end: int) -> re.Match[str] | None:
    """Return the last match before `end` with words on both sides."""
    found = [m for m in pattern.finditer(text, 0, end) if m.start() > 0 and m.end() < end]
    return found[-1] if found else None


def _same(tail: str, site: str | None) -> bool:
    """Say whether a title's tail is the site's name."""
    return bool(site) and lexicon.key(tail) == lexicon.key(site or "")
