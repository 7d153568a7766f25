"""What befell the persons counted: the word for it on the right of a number, or on its left."""

from collections.abc import Sequence

from truceline.coding.counted import EFFECT_OF, GOVERNED, PERSONS
from truceline.coding.numbers import number_at
from truceline.coding.tokens import Token, word_set

PASSIVE = word_set("was were been being are is got be reported confirmed also have had has")
ITSELF = word_set("died dies dead perished dying drowned fled flee dead deaths fatalities")
CLOSED = word_set("; : . ( )")
ELSEWHERE = word_set(
    "by who which that whom while when as after before where because whose targeting "
    "leads led if although though until since"
)
"""Left of a number these open a part of the sentence that the verb before them does not govern."""
BREAKS = word_set(
    "in at on near during from for against amid under inside outside to with is are was were be"
)
BEFALLS = {word: what for word, what in EFFECT_OF.items() if what in GOVERNED}
"""What a word says was done to whoever is named right after it: "killed his guard"."""
NO_VERB = word_set("exchange capture wounds kill murder arrest kidnapping abduction assassination")


def effect_right(tokens: Sequence[Token], at: int, reach: int) -> str | None:
    """Return what befell those named before `at`: "… were killed", "… killed in a raid".

    A verb that has an object of its own is their deed: "three gunmen killed two soldiers".
    """
    passive = False
    for place in range(at, min(len(tokens), at + reach)):
        low = tokens[place].low
        if low in EFFECT_OF and low not in NO_VERB:
            deed = not passive and low not in ITSELF and _object(tokens, place + 1)
            return None if deed else EFFECT_OF[low]
        passive = passive or low in PASSIVE
        if low in ("and", ",", ";", "–", "—", "in", "by", ":", "with") or number_at(tokens, place):
            return None
    return None


def _object(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens):
        return False
    low = tokens[at].low
    named = tokens[at].text[:1].isupper() and low not in EFFECT_OF
    return (
        bool(low in ("a", "an", "the", "at", "his", "her", "their", "some") and low != "at")
        or low in PERSONS
        or named
        or number_at(tokens, at) is not None
    )


def suffered(tokens: Sequence[Token], at: int) -> str | None:
    """Return what befell the one named before `at`: "was killed", "has been arrested", "died"."""
    seen = False
    for place in range(at, min(len(tokens), at + 5)):
        low = tokens[place].low
        if low in EFFECT_OF and (seen or low in ITSELF):
            return EFFECT_OF[low] if EFFECT_OF[low] in GOVERNED else None
        joined = seen and low.endswith("ed") and place + 1 < len(tokens) and (
            tokens[place + 1].low == "and")  # fmt: skip
        if low in ("was", "were", "been", "is", "being", "be"):
            seen = True
        elif joined or (seen and low == "and"):
            continue
        elif low not in ("has", "had", "have", "also", "later", "reportedly", "confirmed") and not (
            low.endswith("ly")
        ):
            return None
    return None


def shared(tokens: Sequence[Token], at: int) -> str | None:
    """Return what befell several that are joined: "a leader and two guards were captured"."""
    if at < len(tokens) and tokens[at].low in ("of", "in", "from"):
        at += 1
        while at < len(tokens) and tokens[at].text[:1].isupper():
            at += 1
    if at >= len(tokens) or tokens[at].low not in ("and", ",", "or"):
        return None
    for place in range(at + 1, min(len(tokens), at + 10)):
        low = tokens[place].low
        if low in ("was", "were", "has", "have", "had"):
            return suffered(tokens, place)
        if low in EFFECT_OF or low in CLOSED or low in BREAKS or _leaves(tokens, place):
            return None
    return None


def apposed(tokens: Sequence[Token], at: int) -> str | None:
    """Return what befell one set beside a name: "Yah, a commander in the area, was killed"."""
    for place in range(at, min(len(tokens), at + 12)):
        low = tokens[place].low
        if low in ("was", "has", "had"):
            return suffered(tokens, place) if tokens[place - 1].low == "," else None
        if low in EFFECT_OF or low in CLOSED or low in ELSEWHERE or low in ("and", "is", "were"):
            return None
    return None


def went_on(tokens: Sequence[Token], at: int) -> str | None:
    """Return what befell those who did something first: "several men opened fire and were shot"."""
    if at >= len(tokens) or not tokens[at].low.endswith("ed") or tokens[at].low in EFFECT_OF:
        return None
    for place in range(at + 1, min(len(tokens) - 1, at + 14)):
        low = tokens[place].low
        if low == "and" and tokens[place + 1].low in ("were", "was"):
            return suffered(tokens, place + 1)
        if low in EFFECT_OF or low in CLOSED or low in ELSEWHERE or number_at(tokens, place):
            return None
    return None


def effect_before(tokens: Sequence[Token], first: int, reach: int) -> str | None:
    """Return what befell those named from `first` on: "killing at least 16 civilians"."""
    for place in range(first - 1, max(-1, first - 1 - reach), -1):
        low = tokens[place].low
        if low in EFFECT_OF:
            return EFFECT_OF[low]
        if low in CLOSED or _leaves(tokens, place) or _deed_beside(tokens, place):
            return None
    return None


def taken(tokens: Sequence[Token], first: int, word: str) -> str | None:
    """Return that those named from `first` on were taken: "taking 312 prisoners"."""
    what = {"prisoners": "captured", "captives": "captured", "hostages": "abducted"}.get(word)
    near = {each.low for each in tokens[max(0, first - 3) : first]}
    return what if near & TAKING else None


TAKING = word_set("take takes taking took taken holding holds held")


def mixed(tokens: Sequence[Token], at: int) -> bool:
    """Return whether several things befell those counted, in one number: "killed or wounded"."""
    words = [each.low for each in tokens[at : at + 4] if each.low != ","]
    hurt = ("wounded", "injured", "missing", "captured")
    return words[:1] in (["killed"], ["dead"]) and (
        (words[1:2] in (["or"], ["and"]) and words[2:3] != [] and words[2] in hurt)
        or (words[1:2] != [] and words[1] in hurt)
    )


def _deed_beside(tokens: Sequence[Token], place: int) -> bool:
    """Return whether another deed begins here: "killing ten, destroying five posts"."""
    low = tokens[place].low
    joined = place > 0 and tokens[place - 1].low in (",", "and")
    return joined and low.endswith("ing") and len(low) > 5 and low not in COUNTING


COUNTING = word_set("including bringing raising leaving among")
"""After a comma these go on about the same dead."""


def _leaves(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a word opens what the verb before it does not govern: "suspected of"."""
    of = place + 1 < len(tokens) and tokens[place + 1].low in ("of", "in", "by")
    return tokens[place].low in ELSEWHERE or (tokens[place].low == "suspected" and of)


def done_to(tokens: Sequence[Token], first: int) -> str | None:
    """Return what was done to the one person named from `first` on: "killed a", "death of a".

    What was only meant is none: "a raid to capture a leader".
    """
    for place in range(first - 1, max(-1, first - 13), -1):
        low = tokens[place].low
        if low in EFFECT_OF:
            meant = place and tokens[place - 1].low in ("to", "not", "of", "for")
            wanted = meant and low in ("kill", "capture", "arrest", "murder", "kidnap", "detain",
                                       "killing", "capturing", "detaining")  # fmt: skip
            what = EFFECT_OF[low]
            return what if what in GOVERNED and not wanted else None
        joined = low in ("and", ",", "of", "a", "an", "the", "or", "one", "two", "also", "both")
        if low in CLOSED or low in BREAKS or _leaves(tokens, place):
            return None
        if low.endswith("ing") and not joined:
            return None
    return None
