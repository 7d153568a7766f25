"""Titles before a name and what an office is for: "Mr Uribe", "Minister for Foreign Affairs"."""

from collections.abc import Callable, Sequence

from truceline.coding.tokens import Token, word_set

CIVIL = word_set("mr mrs ms mme dr")
POSTS = word_set("ministry minister ministers commissioner secretary commission directorate")
"""Offices that are for something: its name follows "of" or "for" in capitals."""
LONGEST = 6
RULING = word_set(
    "government governments ministry ministries minister ministers cabinet administration regime "
    "authority authorities court president police parliament"
)
"""What an armed group has only where it rules."""


def name_after_title(tokens: Sequence[Token], place: int) -> int:
    """Return where the name begins whose title stands at `place`; `place` itself without one.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> [name_after_title(tokens_of(each), 0) for each in ("Mr. Uribe", "Mrs Meir", "Uribe")]
    [2, 1, 0]
    """
    if tokens[place].low not in CIVIL or not tokens[place].text[0].isupper():
        return place
    after = place + 1
    after += after < len(tokens) and tokens[after].text == "."
    return after if after < len(tokens) and tokens[after].text[:1].isupper() else place


def follows_particle(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a name is the end of somebody's: "de Castries" is no capital.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> follows_particle(tokens_of("Colonel de Castries"), 2)
    True
    """
    return place > 0 and tokens[place - 1].text in PARTICLES


PARTICLES = frozenset({"de", "von", "van", "di", "da", "del"})


def remit_end(tokens: Sequence[Token], stop: int, known: Callable[[int], bool]) -> int:
    """Return where the name of what an office is for ends; `stop` where none follows.

    Parameters
    ----------
    tokens : sequence of Token
        The sentence.
    stop : int
        Where the office itself ends.
    known : callable
        Whether a name of somebody begins at a token: "Minister of France" is no such office.

    Returns
    -------
    int
        Behind "for Information", "of Health and Education".

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> words = tokens_of("Ministry of Foreign Affairs of Peru")
    >>> remit_end(words, 1, lambda at: words[at].text == "Peru")
    4
    """
    if not 0 < stop < len(tokens) - 1 or tokens[stop - 1].low not in POSTS:
        return stop
    if tokens[stop].low not in ("of", "for"):
        return stop
    at = stop + 1 + (tokens[stop + 1].low == "the")
    first = at
    while at < min(len(tokens), first + LONGEST) and _capital(tokens, at) and not known(at):
        at += 1
        if at + 1 < len(tokens) and tokens[at].low in ("and", "&") and _capital(tokens, at + 1):
            at += not known(at + 1)
    return at if at > first else stop


def post_of(owner: str | None, sector: str | None, word: str) -> str | None:
    """Return the sector of a post or a force, by whose it is: a rebel commander is a rebel.

    Parameters
    ----------
    owner : str or None
        The sector of whom it belongs to.
    sector : str or None
        The one that the word has by itself.
    word : str
        The last of the words, in small letters.

    Returns
    -------
    str or None
        REB for what an armed group has of spokesmen, leaders and troops.

    Examples
    --------
    >>> post_of("REB", "GOV", "spokesman"), post_of("REB", "GOV", "ministry")
    ('REB', 'GOV')
    """
    return "REB" if owner == "REB" and sector in POSTED and word not in RULING else sector


POSTED = frozenset({"GOV", "MIL", "GOVMIL"})


def _capital(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text[:1].isupper() and tokens[at].text.isalpha()
