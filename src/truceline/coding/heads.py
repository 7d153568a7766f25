"""What a number counts: the noun after it, and what befell the persons it names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.amounts import Counted, made
from truceline.coding.counted import EFFECT_OF, OTHERS, PERSONS, PLURAL, THING_OF, peoples
from truceline.coding.effects import (
    CLOSED,
    ELSEWHERE,
    effect_before,
    effect_right,
    mixed,
    shared,
    taken,
    went_on,
)  # fmt: skip
from truceline.coding.numbers import number_at
from truceline.coding.tokens import Token, word_set

ADJECTIVAL = word_set("civilian insurgent militant rebel soldier police")
"""Singulars that stand before the noun for what befell them: "16 civilian deaths"."""
TROOPS = word_set(
    "troops soldiers personnel marines peacekeepers conscripts reservists militiamen men "
    "paratroopers policemen instructors"
)
AIRCRAFT = word_set("mig su sukhoi tu tupolev il ilyushin mi ah uh f b c u a ch mirage shenyang")
TANKS = word_set("t bmp btr m")
TIMES = word_set(
    "day days week weeks month months year years hour hours minute minutes mile miles kilometre "
    "kilometres kilometer kilometers km"
)
"""A number of these counts nobody who is named after them."""
BLASTS = word_set("bomb bombs bomber bombers bombing bombings attack attacks crash crashes")
"""After "car" and the like these say that no cars are counted."""
AFTER_NOUNS = frozenset({",", "—", "–"}) | word_set(
    "and in were was on at by for to with from have has had"
)
"""Before one of these the noun that is counted must have come."""
AREAS = {"square": 1.0, "sq": 1.0, "km2": 1.0, "km²": 1.0, "hectares": 0.01, "acres": 0.00405,
         "miles": 2.59, "metres": 1e-6, "meters": 1e-6, "m": 1e-6}  # fmt: skip
"""Square kilometres in each; after "square" the word that follows decides."""
MODEL = re.compile(r"\d+[a-z]?s")
PART = frozenset({"including", "among", "them"})
OWN = word_set("them its their his her")
"""After "of" these name the whole that a bare number is a part of: "four of its crew"."""


def named(
    text: str, tokens: Sequence[Token], span: tuple[int, int], size: tuple[float, float | None],
    found: list[Counted],
) -> Counted | None:  # fmt: skip
    """Return what a number in tokens `span` counts, or None where it counts nothing known."""
    first, end = span
    noun = _noun_after(tokens, end)
    if noun is None:
        passive = end < len(tokens) and tokens[end].low in ("were", "was", "have", "had", "are")
        effect = effect_right(tokens, end, 3 if passive else 1) or (
            effect_before(tokens, first, 2) or effect_right(tokens, end, 3))  # fmt: skip
        bare = end >= len(tokens) or not tokens[end].low.isalpha() or tokens[end].low in (
            "and", "in", "on", "were", "was", "dead", "injured", "wounded", "others", "when", "as",
            "killed", "lives", "have", "had", "at", "with", "wounding", "from", "during",
            "more") or (
            tokens[end].low == "of" and end + 1 < len(tokens) and tokens[end + 1].low in OWN
        )  # fmt: skip
        if effect is None or not bare or effect == "troops":
            return None
        lives = end < len(tokens) and tokens[end].low == "lives"
        whose = None if lives else _people_before(tokens, first)
        return made(text, tokens, (first, end, end), (effect, whose, "persons"), size)
    at, word = noun
    manned = word != "bombers" or tokens[at - 1].low != "suicide"
    if word in THING_OF and manned:
        return made(text, tokens, (first, at + 1, end), (THING_OF[word], None, "items"), size)
    if word in AREAS:
        at += word in ("square", "sq") and at + 1 < len(tokens)
        unit = tokens[at].low
        low, high = (each if each is None else each * AREAS.get(unit, 1.0) for each in size)
        return made(text, tokens, (first, at + 1, end), ("area", None, "km2"), (low or 0.0, high))
    if word in OTHERS:
        inside = first and tokens[first - 1].low in ("in", "across", "at", "near", "from")
        if inside and word not in ("weapons", "rifles"):  # "turned in 400 weapons"
            return None  # where it was: "in two villages"
        return made(text, tokens, (first, at + 1, end), ("other", word, "items"), size)
    return persons_counted(text, tokens, (first, end, at, word), size, found)


def persons_counted(
    text: str, tokens: Sequence[Token], where: tuple[int, int, int, str],
    size: tuple[float, float | None], found: list[Counted], known: str | None = None,
) -> Counted | None:  # fmt: skip
    """Return a count of persons.

    Parameters
    ----------
    text, tokens
        The story's text, the sentence's words.
    where : tuple
        Where the count begins, where its number ends, where its noun stands, the noun.
    size : tuple
        Low and high.
    found : list
        The counts before it in the sentence, one of which may be its whole.
    known : str, optional
        What befell them, where that is known.

    Returns
    -------
    Counted or None
        None where nothing says what befell them.
    """
    first, end, at, word = where
    of = None if word in ("people", "persons", "person", "others") else word
    before = {each.low for each in tokens[max(0, first - 2) : first]}
    after = [each.low for each in tokens[end : end + 2]]
    part = bool(before & {"including", "among", "them", "whom", "includes"}) or after[:2] in (
        ["of", "them"], ["of", "whom"])  # fmt: skip
    wholes = [
        i
        for i, each in enumerate(found)
        if each.count.unit == "persons" and not each.part and first - each.last < 8
    ]
    if part and wholes:
        whole = found[wholes[-1]].count
        counted = made(text, tokens, (first, at + 1, end), (whole.what, of, "persons"), size)
        return replace(counted, count=replace(counted.count, included_in=wholes[-1]), part=True)
    if mixed(tokens, at + 1):
        return made(text, tokens, (first, at + 1, end), ("other", of, "persons"), size)
    inside = [EFFECT_OF.get(each.low) for each in tokens[end:at]]
    effect = (
        known
        or next((each for each in inside if each), None)
        or effect_right(tokens, at + 1, 4)
        or shared(tokens, at + 1)
        or went_on(tokens, at + 1)
        or taken(tokens, first, word)
        or effect_before(tokens, first, 12)
    )
    if effect is None or (effect == "troops" and word not in TROOPS):
        return None
    return made(text, tokens, (first, at + 1, end), (effect, of, "persons"), size)


def _noun_after(tokens: Sequence[Token], end: int) -> tuple[int, str] | None:
    """Return the counted noun after a number, over adjectives and "of the"."""
    for at in range(end, min(len(tokens), end + 6)):
        low = tokens[at].low
        follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if low == "bombers" and tokens[at - 1].low == "suicide":
            return at, low
        if (kind := _model(tokens, at)) is not None:
            return at, kind
        if low in TIMES or low in ELSEWHERE:
            return None
        if low in THING_OF and (follows in BLASTS or follows in PERSONS):
            continue  # "three car bombs", "sixty bus passengers"
        if low in THING_OF or low in OTHERS or _measures_land(low, follows):
            return at, low
        fits = low in PLURAL or low in ADJECTIVAL
        if (
            low in PERSONS
            and (tokens[end - 1].low == "one" or fits)
            and not (follows in PERSONS and low != "others")
        ):
            return at, low
        if tokens[at].text in peoples():
            return at, tokens[at].text
        if low in CLOSED or number_at(tokens, at) or low in AFTER_NOUNS:
            return None
    return None


def _model(tokens: Sequence[Token], at: int) -> str | None:
    """Return what several of a model are: "two MiG-23s" are aircraft."""
    if at < 2 or tokens[at - 1].text != "-" or not MODEL.fullmatch(tokens[at].low):
        return None
    made_by = tokens[at - 2].low
    return "aircraft" if made_by in AIRCRAFT else "tanks" if made_by in TANKS else None


def _measures_land(low: str, follows: str) -> bool:
    return low in ("km2", "km²", "hectares", "acres") or (low in ("square", "sq") and follows != "")


def _people_before(tokens: Sequence[Token], first: int) -> str | None:
    for place in range(first - 1, -1, -1):
        low = tokens[place].low
        part = {each.low for each in tokens[max(0, place - 3) : place]} & PART
        if low in PERSONS and low not in ("people", "others", "suspected") and not part:
            return low
        if low in CLOSED:
            return None
    return None
