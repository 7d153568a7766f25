"""Nouns, groups and weapons in a sentence, each with the words that belong to it."""

from collections.abc import Iterator, Sequence
from functools import cache

from tests.gates.words import ADJECTIVES, STOPS, TABLE, words_of

from truceline.coding.lexicon import lexicons, read_toml
from truceline.coding.phrases import Phrases
from truceline.coding.spans import low_at
from truceline.coding.tokens import Token, tokens_of

PARTICIPLES, OWNABLE, LOOSE = words_of("participles"), words_of("ownable"), words_of("loose")
NEARBY, LAID = words_of("nearby"), words_of("laid")
ACTS, AWAY, GUILT = words_of("acts"), words_of("away"), words_of("guilt")
ARTICLES = frozenset({"the", "a", "an", "his", "her", "their", "self-styled", "so-called"})
AGAINST = frozenset({"anti", "-", "against", "with", "to", "for", "investigating"})
HARM = words_of("harm")
ATTACKS = words_of("attacks")
RANKS = words_of("ranks")
MOST = 6
"""Words before a noun, or in its owner's name."""


def nouns_in(tokens: Sequence[Token], heads: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of some nouns, each with the adjectives and nouns before it."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low not in heads or after in heads:
            continue
        if token.low in ADJECTIVES and after[:1].isalpha() and after not in STOPS:
            continue  # "a terrorist attack"
        first = _start(tokens, at)
        if at - first <= MOST:
            yield first, at + 1


def _start(tokens: Sequence[Token], at: int) -> int:
    """Return where a noun begins: "state-owned banks" and "avianca 727 plane" are whole."""
    first = at
    while first:
        if _joins(tokens, first - 1):
            first -= 2
        elif first > 2 and _joins(tokens, first - 2):
            first -= 1  # what stands before the hyphen decides: "owned" alone is a deed
        elif _modifies(tokens, first - 1) or (
            tokens[first - 1].text.isdigit() and first > 1 and _modifies(tokens, first - 2)
        ):
            first -= 1
        else:
            break
    return first


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a token is a hyphen within a word."""
    return (
        0 < at < len(tokens) - 1
        and tokens[at].text == "-"
        and tokens[at - 1].end == tokens[at].start
        and tokens[at].end == tokens[at + 1].start
    )


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word may stand before a noun: no function word; "U.S." counts as one."""
    token = tokens[at]
    short = token.low in ("u", "s") and "." in (low_at(tokens, at - 1), low_at(tokens, at + 1))
    dotted = token.text == "." and low_at(tokens, at - 1) in ("u", "s")
    deed = token.low.endswith("ed") and token.low not in PARTICIPLES
    return short or dotted or (token.low not in STOPS and token.text[:1].isalpha() and not deed)


def with_owner(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return a thing's span with its owner: "el siglo's facilities", "offices of the union"."""
    at = first - 1
    if low_at(tokens, at) in ("'s", "'", "’s", "’"):
        while at and _modifies(tokens, at - 1) and first - at < MOST:
            at -= 1
        first = at if at < first - 1 else first
    if tokens[last - 1].low in OWNABLE and low_at(tokens, last) == "of":
        at = last + 1
        while low_at(tokens, at) in ("the", "a"):
            at += 1
        end = at
        while end < len(tokens) and _modifies(tokens, end) and end - at <= MOST:
            end += 1
        last = end if end > at else last
    return first, last


def _before(tokens: Sequence[Token], first: int, over: frozenset[str]) -> str:
    """Return the word before a span and the words to be left out of account."""
    while first and tokens[first - 1].low in over:
        first -= 1
    return low_at(tokens, first - 1)


def does(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a noun stands before a violent verb, or after "by"."""
    near = {each.low for each in tokens[last : last + 6]}
    return _before(tokens, first, LOOSE) == "by" or bool(near & ACTS)


def guilty(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether words of guilt stand beside a noun: "soldiers involved in the crime"."""
    return bool(
        {each.low for each in [*tokens[max(0, first - 4) : first], *tokens[last : last + 4]]}
        & GUILT
    )


def did_harm(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Return whether a force kills, or its members are those spoken of in a murder."""
    of = _before(tokens, first, ARTICLES) == "of"
    led = {each.low for each in tokens[max(0, first - 4) : first]}
    return bool({each.low for each in tokens[last : last + 2]} & HARM or (of and led & RANKS))


def against(tokens: Sequence[Token], first: int) -> bool:
    """Return whether something is done against a group or with it, not by it."""
    return _before(tokens, first, ARTICLES) in AGAINST


def away(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a thing only says where another was: "near the bank", but no bomb."""
    laid = {each.low for each in tokens[max(0, first - 6) : first]} & LAID
    return _before(tokens, first, ARTICLES) in AWAY - (NEARBY if laid else frozenset())


def struck(tokens: Sequence[Token], first: int) -> bool:
    """Return whether an attack or a bomb stands before a thing, or "against" does."""
    led = {each.low for each in tokens[max(0, first - 6) : first]}
    return bool(led & (LAID | ATTACKS)) or _before(tokens, first, ARTICLES) == "against"


@cache
def organisations() -> Phrases[str]:
    """Return the names of armed groups, each with the first name of its group.

    The coder keeps several groups of a state under one code, so the table's own come first.
    """
    rows = [(n, row["names"][0]) for row in read_toml("groups")["group"] if row["sector"] == "REB"
            for n in row["names"] if n.lower() != "let"]  # fmt: skip
    return Phrases([(n, names[0]) for names in TABLE["groups"] for n in names] + rows)


def bare(doer: str) -> str:
    """Return doers without the name of their group: "FMLN urban guerrillas"."""
    tokens = tokens_of(doer)
    for _first, last, _ in organisations().anywhere(tokens):
        rest = doer[tokens[last - 1].end :].lstrip(" )")
        if rest and not rest.startswith("member"):
            return rest
    return doer


@cache
def _own_arms() -> Phrases[str]:
    return Phrases([(each, "bomb") for each in TABLE["arms"]])


def arms_in(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Yield the spans of weapons with their kinds, the longer names first."""
    own = list(_own_arms().anywhere(tokens))
    yield from own
    for first, last, kind in lexicons().instruments.anywhere(tokens):
        if not any(a < last and first < b for a, b, _ in own):
            yield first, last, kind
