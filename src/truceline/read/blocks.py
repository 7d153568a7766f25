"""Stretches of a text that belong together: a line, or a paragraph broken over lines."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from truceline.read import shape
from truceline.terms.errors import BadReport

MOST = 20_000
"""Stretches in one report; a day's live page has about two thousand."""
WIDEST = 130
"""Characters of a hard-wrapped line; mail and terminals wrap at 72 to 120."""
FIRST_WORD = re.compile(r"\S+")
LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of text: `text` is the story's text from `start` to `end`.

    `tag`, `region`, `linked` and `kept` come from markup: the element's name, the reason its
    surroundings give for a cut, the share of its characters inside links, and whether the
    main-text finder kept it (None where there was no markup or no verdict).
    """

    start: int
    end: int
    text: str
    tag: str = ""
    region: str | None = None
    linked: float = 0.0
    kept: bool | None = None
    words: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the words once."""
        object.__setattr__(self, "words", shape.words(self.text))


def split(text: str, name: str) -> tuple[Block, ...]:
    r"""Blocks of a pasted text, in order, covering all that is not blank.

    Parameters
    ----------
    text : str
        The text as it was given.
    name : str
        File name, for messages.

    Returns
    -------
    tuple of Block
        One a line; where the text is hard-wrapped, one a paragraph.

    Raises
    ------
    BadReport
        If there are more than 20,000.

    Notes
    -----
    A text is taken to be hard-wrapped where no line is longer than 130 characters and most breaks
    inside runs of lines stand where the next word would not have fitted. Elsewhere a line goes on
    where it is long, has no end, and the very next line begins with a small letter.

    Examples
    --------
    >>> [each.text for each in split("Talks\n\nThey met.\n", "a.txt")]
    ['Talks', 'They met.']
    """
    lines = _lines(text)
    if len(lines) > MOST:
        raise BadReport(f"{name}: has more than {MOST:,} lines, more than one report has; split it")
    width = _wrap_width(text, lines)
    spans: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(lines):
        joins = at > 0 and (
            _goes_on(text, lines[at - 1], (start, end))
            or (width is not None and _tight(text, lines[at - 1], (start, end), width))
        )
        if joins and not shape.bullet(text[start:end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return tuple(Block(start=start, end=end, text=text[start:end]) for start, end in spans)


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the spans of the lines that are not blank, blanks at both ends left out."""
    spans = []
    for match in LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            spans.append((start, start + len(bare)))
        if len(spans) > MOST:
            break
    return spans


def _wrap_width(text: str, lines: Sequence[tuple[int, int]]) -> int | None:
    """Return the width at which a text was wrapped, or None where it was not."""
    width = max((end - start for start, end in lines), default=0)
    if not 45 <= width <= WIDEST:
        return None
    pairs = [pair for pair in itertools.pairwise(lines) if _next(text, *pair)]
    tight = sum(_tight(text, one, two, width) for one, two in pairs)
    return width if len(pairs) >= 3 and tight >= 0.6 * len(pairs) else None


def _goes_on(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Say whether a sentence runs over the line's end."""
    if one[1] - one[0] < 30 or not text[two[0]].islower() or not _next(text, one, two):
        return False
    return text[one[1] - 1].isalnum() or text[one[1] - 1] in ",;-–’'"


def _next(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Say whether two lines follow each other with no blank line between."""
    between = text[one[1] : two[0]].replace("\r\n", "\n")
    return between.count("\n") + between.count("\r") < 2


def _tight(text: str, one: tuple[int, int], two: tuple[int, int], width: int) -> bool:
    """Say whether the line broke because its next word did not fit."""
    first = FIRST_WORD.match(text, two[0], two[1])
    length = len(first.group()) if first else 0
    return _next(text, one, two) and one[1] - one[0] + 1 + length > width - 4
