"""Sentences of a paragraph, as offsets; quotations and abbreviations do not end one."""

import re
from collections.abc import Iterator

from truceline.coding.tokens import word_set

# A run of end signs is entered at its first sign only: without that, a megabyte of full stops
# would be scanned once from each of them. That all begins with one of a few signs lets the search
# leap from one to the next.
END = re.compile(r"[.!?…\n](?:(?<=\n)[^\S\n]*+\n|(?<!\n)(?<![.!?…]{2})[.!?…]*+[\"'”’)\]»]*+(?=\s))")
LAST_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)$")
ABBREVIATIONS = word_set(
    "mr mrs ms dr gen col lt sgt capt maj brig adm sen rep gov st prof rev hon vs etc no "
    "jan feb mar apr jun jul aug sep sept oct nov dec approx u.s u.k u.n e.g i.e a.m p.m "
    "inc ltd"
)
LONGEST = 1500
"""Characters; a longer stretch without an end is cut at white space, to bound the time."""


def sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each sentence of `text[start:end]`, white space trimmed.

    Parameters
    ----------
    text : str
        The story's text.
    start, end : int
        The paragraph.

    Yields
    ------
    tuple of int
        Offsets into `text`, in order, never overlapping, at most `LONGEST` characters each.

    Examples
    --------
    >>> words = "The U.S. Army left. Gen. Ridgway stayed."
    >>> [words[a:b] for a, b in sentence_spans(words, 0, len(words))]
    ['The U.S. Army left.', 'Gen. Ridgway stayed.']
    """
    end = min(end, len(text))
    first = start
    for stop in END.finditer(text, start, end):
        if stop.group().isspace():
            yield from _pieces(text, first, stop.start())
        elif _ends(text, first, stop, end):
            yield from _pieces(text, first, stop.end())
        else:
            continue
        first = stop.end()
    yield from _pieces(text, first, end)


def _ends(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    after = text[stop.end() : min(end, stop.end() + 12)].lstrip(" \t\r\n\"'“‘(—–-[")
    if after and after[0].islower():
        return False
    if stop.group()[0] != ".":
        return True
    word = LAST_WORD.search(text[max(first, stop.start() - 20) : stop.start()])
    if word is None:
        return True
    last = word.group(1)
    return last.lower() not in ABBREVIATIONS and not (len(last) == 1 and last.isupper())


def _pieces(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    while last - first > LONGEST:
        cut = text.rfind(" ", first + LONGEST // 2, first + LONGEST)
        cut = first + LONGEST if cut < 0 else cut
        yield first, cut
        first = cut
        while first < last and text[first].isspace():
            first += 1
    if first < last:
        yield first, last
