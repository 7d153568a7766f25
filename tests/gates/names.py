"""Persons' names in a sentence without capitals: by a given name, a title, an age, a list."""

from collections.abc import Iterator, Sequence

from tests.gates.words import HURT, PLAIN, SPEECH, STOPS, TITLES, words_of

from truceline.coding.spans import low_at
from truceline.coding.tokens import Token

GIVEN = words_of("given")
GOES_ON = words_of("goes_on")
"""Plain words that may follow a name; before others it is a place's: "san jose hospital"."""
ATTACKS = words_of("attacks")
FAR = 10
LONGEST = 5
SAINTS = frozenset({"el", "san", "santa", "santo", "by", "'", "’"})


def names_in(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the spans of persons' names, but those of who speaks.

    A name begins with a usual given name, or follows a title ("judge") in two words or more; an
    age follows it, or it stands in a list after one.
    """
    yield from _aged(tokens)
    at = 0
    while at < len(tokens):
        colon = low_at(tokens, at - 1) == ":"
        titled = _namely(tokens[at]) and low_at(tokens, at - 1 - colon) in TITLES
        if tokens[at].low not in GIVEN and not titled:
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and last - at < LONGEST and _within(tokens, last):
            last += 1
        near = {each.low for each in tokens[max(0, at - 3) : last + 3]}
        whole = last - at > 1 and low_at(tokens, last) not in PLAIN - GOES_ON
        if whole and not near & SPEECH and not _in_office(tokens, at, last):
            yield at, last
            yield from _joined(tokens, last)
        at = last


def _within(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word goes on with a name: no plain word, but "de" and "d'"."""
    low = tokens[at].low
    return low in ("de", "la", "del") or (
        low.isalpha() and low not in STOPS | PLAIN and not low.endswith(("ly", "ed", "ing"))
    )


def _in_office(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Return whether a name is a place's, a doer's after "by", or the unhurt president's."""
    before = low_at(tokens, at - 1)
    hurt = {each.low for each in tokens[last : last + 4]} & HURT
    led = at - 1
    while low_at(tokens, led) in TITLES or low_at(tokens, led) == "the":
        led -= 1
    passing = low_at(tokens, led) in ("to", "for", "from", "by")
    return before in SAINTS or passing or (before == "president" and not hurt)


def _aged(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield names that an age follows: "marta reyes, 23"."""
    for at in range(3, len(tokens)):
        age = tokens[at].text
        if not (age.isdigit() and len(age) < 3) or tokens[at - 1].text != ",":
            continue
        first = at - 1
        while first and at - first <= LONGEST and _namely(tokens[first - 1]):
            first -= 1
        if 1 < at - 1 - first < LONGEST:
            yield first, at - 1


def _namely(token: Token) -> bool:
    return token.low.isalpha() and len(token.low) > 1 and token.low not in STOPS | PLAIN | TITLES


def aimed_at(tokens: Sequence[Token], first: int) -> bool:
    """Return whether a name is whom an attack is on: "the attack against senator ..."."""
    at = first - 1
    while at >= 0 and first - at <= FAR and low_at(tokens, at) not in STOPS:
        at -= 1
    led = {each.low for each in tokens[max(0, at - 6) : max(at, 0)]}
    return low_at(tokens, at) in ("against", "on") and bool(led & ATTACKS)


def _joined(tokens: Sequence[Token], at: int) -> Iterator[tuple[int, int]]:
    """Yield the names joined to one by commas and "and"."""
    while low_at(tokens, at) in (",", "and", ";"):
        while low_at(tokens, at) in ("and", ",", ";") or low_at(tokens, at) in TITLES:
            at += 1
        last = at
        while last < len(tokens) and _namely(tokens[last]) and last - at < LONGEST:
            last += 1
        ends = low_at(tokens, last) in (",", "and", ";", ".", "")
        if not (ends and 1 < last - at < LONGEST):
            return
        if tokens[at].low not in GIVEN:  # those are found by themselves
            yield at, last
        at = last
