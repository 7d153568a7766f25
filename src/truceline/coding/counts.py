"""How many: the numbers of a sentence, what they count, and which are parts of others."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.amounts import (
    ABOUT,
    AT_LEAST,
    AT_MOST,
    Counted,
    currency_at,
    made,
    share_of,
    sized,
)
from truceline.coding.counted import PERSONS, PLURAL, SINGULAR, THING_OF
from truceline.coding.effects import BEFALLS, apposed, done_to, shared, suffered
from truceline.coding.heads import named, persons_counted
from truceline.coding.numbers import BEGINS, fraction_at, number_at
from truceline.coding.tokens import Token, word_set

__all__ = ["ABOUT", "AT_LEAST", "AT_MOST", "PERSONS", "THING_OF", "Counted", "counts_of"]

PRONOUNS = frozenset({"him", "he", "she"})
ARTICLES = frozenset({"a", "an", "another", "his", "her", "the"})
FIRST = BEGINS | PRONOUNS | ARTICLES
ACTS = word_set("has have had will would is")
"""After a person these open a deed of his own: "killed ten, and the minister has resigned"."""
SPEAKS = word_set("said says told added announced reported confirmed claimed wrote stated")
OUTSIDE = word_set(
    "in at on near during from for against amid by who which that whom while when as after before "
    "was were is are has had have and or but to of with killed killing wounded wounding captured "
    "detained"
)
"""Words that end a noun phrase before its noun."""


def counts_of(text: str, tokens: Sequence[Token], dated: frozenset[int]) -> list[Counted]:
    """Return the counts of a sentence, left to right, parts linked to their wholes.

    Parameters
    ----------
    text : str
        The story's text.
    tokens : sequence of Token
        The sentence.
    dated : frozenset of int
        Tokens that belong to a date; a number among them counts nothing.

    Returns
    -------
    list of Counted
        Only numbers that count something the contract knows, and one person in the singular to
        whom something was done: "killed a soldier". `included_in` is a place in this list.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> words = "It killed at least 16 civilians, including three children."
    >>> [(c.count.what, c.count.low, c.count.high, c.count.included_in)
    ...  for c in counts_of(words, tokens_of(words), frozenset())]
    [('killed', 16.0, None, None), ('killed', 3.0, 3.0, 0)]
    """
    found: list[Counted] = []
    free = 0
    for at in _begins(tokens):
        if at < free:
            continue
        number = number_at(tokens, at)
        counted = None if at in dated else _at(text, tokens, at, number, found)
        if counted is not None:
            found.append(counted)
            free = counted.last
        elif number is not None:
            free = number[0]
    return found


def _begins(tokens: Sequence[Token]) -> list[int]:
    """Return where a count can begin; most words cannot, and are passed over at once."""
    lows = [each.low for each in tokens]
    return [
        at for at, (low, before) in enumerate(zip(lows, ["", *lows], strict=False))
        if low in FIRST or low[0].isdecimal() or before in BEFALLS
    ]  # fmt: skip


def _at(
    text: str,
    tokens: Sequence[Token],
    at: int,
    number: tuple[int, float, bool] | None,
    found: list[Counted],
) -> Counted | None:
    share = fraction_at(tokens, at)
    if share is not None:
        return share_of(text, tokens, at, share)
    if number is None:
        return _single(text, tokens, at, found)
    if _in_a_name(tokens, at):
        return None
    first, end, size = sized(tokens, at, number)
    money = currency_at(tokens, at, end)
    if money is not None:
        end, unit = money
        return made(text, tokens, (first, end, end), ("money", None, unit), size)
    counted = named(text, tokens, (first, end), size, found)
    if counted is None:
        return None
    before = {each.low for each in tokens[max(0, first - 1) : end]}
    beside = before | {each.low for each in tokens[end : end + 2]}
    again = bool(before & {"the", "all", "both", "these", "those"}) and "of" not in before
    more = bool(beside & {"another", "additional", "other", "others", "more"})
    return replace(counted, again=again, more=more) if again or more else counted


def _in_a_name(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a number is part of a name: "B-2 bombers", "F-16 fighters"."""
    tied = at > 1 and tokens[at - 1].text == "-" and tokens[at - 1].end == tokens[at].start
    return tied and tokens[at - 2].text[-1:].isupper()


def _single(text: str, tokens: Sequence[Token], at: int, found: list[Counted]) -> Counted | None:
    """Count one person to whom something was done: "a soldier was killed", "killed his wife"."""
    low = tokens[at].low
    if low in PRONOUNS:
        return _pronoun(text, tokens, at)
    article = low in ARTICLES
    if not article and not (at and tokens[at - 1].low in BEFALLS):
        return None
    noun = _one_after(tokens, at + article)
    if noun is None:
        return None if article else _joined_name(text, tokens, at)
    apart = noun + 1 < len(tokens) and tokens[noun + 1].text == ","
    if not article and not _name(tokens, noun + 1 + apart):
        return None
    if noun + 1 < len(tokens) and tokens[noun + 1].low in SPEAKS:
        return None
    after = (suffered, shared, apposed) if article else ()
    befell = next((what for each in after if (what := each(tokens, noun + 1))), None)
    acts = noun + 1 < len(tokens) and tokens[noun + 1].low in ACTS
    effect = (None if acts else done_to(tokens, at)) or befell or _of_whole(tokens, at, found)
    if effect is None or tokens[at - 1].low == "as":
        return None
    where = (at, at + article, noun, tokens[noun].low)
    counted = persons_counted(text, tokens, where, (1.0, 1.0), found, effect)
    return counted and replace(counted, again=low == "the", more=low == "another")


def _joined_name(text: str, tokens: Sequence[Token], at: int) -> Counted | None:
    """Count a name joined to others to whom the same was done: "killed Rostum and his guard"."""
    last = at
    while _name(tokens, last) and tokens[last].text.isalpha():
        last += 1
    after = [each.low for each in tokens[last : last + 2]]
    effect = BEFALLS.get(tokens[at - 1].low)
    joined = after[:1] == ["and"] and (after[1:] == ["his"] or number_at(tokens, last + 1))
    if not joined or last == at or effect in (None, "captured"):
        return None
    return made(text, tokens, (at, last, last), (effect or "", None, "persons"), (1.0, 1.0))


def _of_whole(tokens: Sequence[Token], at: int, found: Sequence[Counted]) -> str | None:
    """Return what befell the whole that "including a commander" is a part of."""
    part = at > 0 and tokens[at - 1].low in ("including", "includes", "included", "among")
    whole = found[-1].count if found else None
    return whole.what if part and whole is not None and whole.unit == "persons" else None


def _pronoun(text: str, tokens: Sequence[Token], at: int) -> Counted | None:
    """Count the one person of "killing him", "he was arrested"."""
    effect = suffered(tokens, at + 1) if tokens[at].low in ("he", "she") else None
    if at and tokens[at].low == "him":
        effect = BEFALLS.get(tokens[at - 1].low)
    if effect is None:
        return None
    one = made(text, tokens, (at, at + 1, at + 1), (effect, None, "persons"), (1.0, 1.0))
    return replace(one, again=True)


def _one_after(tokens: Sequence[Token], at: int) -> int | None:
    """Return where the singular noun of a person stands that begins at a place."""
    for place in range(at, min(len(tokens), at + 9)):
        low = tokens[place].low
        follows = tokens[place + 1].low if place + 1 < len(tokens) else ""
        if low in SINGULAR and follows not in SINGULAR:
            return None if follows in PLURAL else place
        inside = place > at and _name(tokens, place - 1) and _name(tokens, place + 1)
        if low == "of" and inside:  # "an Islamic Movement of Uzbekistan leader"
            continue
        if low in PLURAL or low in OUTSIDE or not (low[:1].isalnum() or low in "-'’,"):
            return None
    return None


def _name(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].text[:1].isupper()
