"""What kind of piece a report is: news, opinion, a live page, an interview, a list."""

import re
from collections.abc import Sequence

from truceline.read import lexicon, marks, shape
from truceline.read.blocks import Block
from truceline.terms.stories import Kind, Passage

CLOCKED = re.compile(
    r"^\W*\d{1,2}[:.]\d{2}\b|^\W*\d+\s*(?:m|min|h|hr|hours?|minutes?)\s+ago\b", re.IGNORECASE
)
QUESTION = re.compile(r"^\s*(?:Q|Question|В|Вопрос|Запитання)\s*[.:)–—-]\s*\S")
SPEAKER = re.compile(r"^\s*(?-i:[A-ZА-ЯІЇЄ][\w .'’-]{1,40}):\s+\S")
OPINION_URL = re.compile(
    r"/(?:opinions?|op-?eds?|commentisfree|comment|commentary|columns?|columnists?|editorials?|blogs?)(?:/|$)",
    re.IGNORECASE,
)
LIVE_URL = re.compile(r"/(?:live|liveblog|live-news)(?:/|$)|-live-updates?\b", re.IGNORECASE)
BUTTONS = frozenset({"share button", "comment form", "newsletter", "follow us"})


def of(
    text: str,
    blocks: Sequence[Block],
    passages: Sequence[Passage],
    *,
    title: str | None,
    url: str | None = None,
) -> Kind:
    """Return the kind of a piece.

    Parameters
    ----------
    text : str
        The story's text.
    blocks : sequence of Block
        Its blocks, top to bottom.
    passages : sequence of Passage
        What each stretch was found to be.
    title : str, optional
        The title as the page has it, section included.
    url : str, optional
        The page's address.

    Returns
    -------
    str
        "opinion" from its disclaimer, a label at the top, its title's section or its address;
        "live" from its title, address or six time stamps; "interview" from its title together
        with questions, or from three questions and answers; "list" from its title, or where most
        paragraphs are list items; else "report".

    Examples
    --------
    >>> of("", (), (), title="Live: talks in Istanbul")
    'live'
    """
    flat = " ".join((title or "").split())
    path = re.sub(r"^\w+://[^/]*", "", url or "")
    if _opinion(passages, blocks, flat) or OPINION_URL.search(path):
        return "opinion"
    paragraphs = [text[each.start : each.end] for each in passages if each.what == "paragraph"]
    live_title = lexicon.around("live_title").match(flat) or re.search(
        r"\blive updates\b", flat, re.IGNORECASE
    )
    if live_title or LIVE_URL.search(path) or sum(bool(CLOCKED.match(b.text)) for b in blocks) >= 6:
        return "live"
    if _interview(paragraphs, titled=bool(lexicon.around("interview_title").match(flat))):
        return "interview"
    items = sum(shape.bullet(each) for each in paragraphs)
    if lexicon.around("list_title").match(flat) or (items >= 4 and items > 0.6 * len(paragraphs)):
        return "list"
    return "report"


def _opinion(passages: Sequence[Passage], blocks: Sequence[Block], title: str) -> bool:
    """Say whether a disclaimer, a label at the top or the title's tail names the piece opinion."""
    if any(each.reason == "the author's own views" for each in passages):
        return True
    label = lexicon.around("opinion_label")
    parts = re.split(r"\s*(?:\||:|\s[-–—]\s)\s*", title)
    if len(parts) > 1 and any(label.match(each) for each in (parts[0], *parts[1:][-2:])):
        return True
    starts = [each.start for each in passages if each.what == "paragraph"]
    top = [at for at, block in enumerate(blocks) if starts and block.start < starts[0]]
    return any(label.match(blocks[at].text) and _alone(blocks, at) for at in top)


def _alone(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a label stands by itself and is not one of a menu's or of a row of buttons."""
    if blocks[at].region == "navigation":
        return False
    menu = 1
    for step in (-1, 1):
        place = at + step
        while 0 <= place < len(blocks) and blocks[place].words <= 3 and menu <= 3:
            known = marks.by_itself(blocks[place])
            if known is not None and known.reason in BUTTONS:
                return "omment" not in blocks[at].text  # share, save, comment
            menu += known is None or known.reason == "navigation"
            place += step
    return menu <= 3


def _interview(paragraphs: Sequence[str], *, titled: bool) -> bool:
    """Say whether questions and answers take turns."""
    asked = sum(bool(QUESTION.match(each)) for each in paragraphs)
    spoken = sum(bool(SPEAKER.match(each)) for each in paragraphs)
    bare = sum(each.rstrip().endswith("?") and shape.sentences(each) <= 3 for each in paragraphs)
    if asked >= 3 or (spoken >= 6 and spoken > 0.5 * len(paragraphs)):
        return True
    turns = bare >= 3 and bare > 0.25 * len(paragraphs)
    return turns or (titled and (bare >= 2 or spoken >= 3))
