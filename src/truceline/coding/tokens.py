"""Words with their offsets: the one way in which the coder cuts text."""

import re

from truceline.coding.records import record

# An English possessive is a token of its own, so that "Russia's" is "Russia" to every lexicon.
# Every alternative is a single run or a single character: matching stays linear on any input.
WORD = re.compile(
    r"[^\W\d_][^\W_]*+|\d+(?:[.,]\d+)*+(?:st|nd|rd|th|bn|tn|mn|km|m|k)?(?![^\W_])|['’]s\b|"
    r"[^\W_]++|[^\w\s]|_"
)


@record
class Token:
    """A word or sign: as written, in lower case with straight quotes, and where it stands."""

    text: str
    low: str
    start: int
    end: int


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the words and signs of `text[start:end]`, with offsets into `text`.

    Parameters
    ----------
    text : str
        Any text.
    start, end : int
        The stretch to be cut; the whole text by default.

    Returns
    -------
    list of Token
        In order; white space is dropped, hyphenated words are cut at the hyphen.

    Examples
    --------
    >>> [each.low for each in tokens_of("Russia’s 900 drones")]
    ['russia', "'s", '900', 'drones']
    """
    found = WORD.finditer(text, start, len(text) if end is None else end)
    return [Token(word := each[0], word.lower().replace("’", "'"), *each.span()) for each in found]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words and signs of a text in lower case, as `tokens_of` cuts them.

    Examples
    --------
    >>> words_of("Kim Jong-un")
    ('kim', 'jong', '-', 'un')
    """
    if text.isascii() and text.replace(" ", "").isalpha():
        return tuple(text.lower().split())
    return tuple(each.low for each in tokens_of(text))


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written as one text.

    Examples
    --------
    >>> sorted(word_set("near in at"))
    ['at', 'in', 'near']
    """
    return frozenset(listed.split())
