"""How a place stands in its sentence: after which word, whole or cut short, known or not."""

from collections.abc import Collection, Sequence

from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Place

AROUND = frozenset({"near", "outside", "around", "off"})
SETTLED = word_set(
    "town village hamlet city settlement port suburb neighbourhood neighborhood street streets "
    "outskirts suburbs"
)
TOWARDS = word_set(
    "north south east west northern southern eastern western central downtown north-eastern "
    "north-western south-eastern south-western northeastern northwestern southeastern southwestern "
    "upper lower rural"
)
"""Between a preposition and a name these change nothing: "in northern Rakhine"."""
KINDS = word_set("capital city town village port district")
TAILS = word_set(
    "airport port province district region university street square international prison camp "
    "county state governorate hospital island islands city valley road avenue oblast"
)
"""What may follow a town's name in capitals and leave it one: "Kabul Airport"."""


def cue_of(tokens: Sequence[Token], at: int) -> str:
    """Return the word that marks a name as a place, over "the", "northern" and "the capital".

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> [cue_of(tokens_of(each), at) for each, at in (("in northern Mali", 2), ("of the Don", 2))]
    ['in', 'of']
    """
    back = at - 1
    while back > 0 and tokens[back].low in TOWARDS:
        back -= 1
    if back > 0 and tokens[back].low in KINDS and tokens[back - 1].low != "of":
        return _before_kind(tokens, back)
    if back >= 0 and tokens[back].low == "the":
        back -= 1
    return tokens[back].low if back >= 0 else ""


def _before_kind(tokens: Sequence[Token], back: int) -> str:
    """Return what stands before "the Kenyan capital", "the border town"; else the kind itself."""
    for place in range(back - 1, max(-1, back - 4), -1):
        low = tokens[place].low
        if low in ("the", "a", "its"):
            return "of"
        if not low.isalpha():
            break
    return tokens[back].low


def goes_on(tokens: Sequence[Token], last: int, known: Collection[int]) -> bool:
    """Return whether a name goes on behind what was read of it: "Abu" of "Abu Ghraib".

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> goes_on(tokens_of("at Abu Ghraib"), 2, ()), goes_on(tokens_of("at Kabul Airport"), 2, ())
    (True, False)
    """
    if last >= len(tokens) or last in known or tokens[last].low in TAILS:
        return False
    word = tokens[last].text
    return (
        word[:1].isupper()
        and len(word) > 1
        and word[1:].islower()
        and (word.lower() not in CALENDAR)
    )


CALENDAR = word_set(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)
NO_TOWNS = word_set("operation parliament congress senate ramadan islam arabic english god")


def unlisted(text: str, tokens: Sequence[Token], at: int, last: int) -> Place | None:
    """Return a place that the gazetteer lacks, where the words leave no doubt that it is one.

    Parameters
    ----------
    text, tokens
        The story's text, the sentence's words.
    at, last : int
        Where the name begins and ends.

    Returns
    -------
    Place or None
        Without a state.
    """
    cue = cue_of(tokens, at)
    before = [each.low for each in tokens[max(0, at - 2) : at]]
    called = before[-1:] == ["of"] and before[0] in SETTLED
    land = cue in OVER and last < len(tokens) and tokens[last].low in LAND
    placed = cue in ("at", "near", "outside") or (cue == "in" and _stands(tokens, at, last))
    if not called and not land and (not placed or before[-1:] == ["the"]):
        return None
    if not called and (last - at > LONGEST or tokens[at].text.isupper()):
        return None
    name = text[tokens[at].start : tokens[last - 1].end]
    return Place(name, where_prec=2 if cue in AROUND else 1)


OVER = word_set("in at near above along on across over off around through beneath below")
LAND = word_set(
    "hills gorge river valley ridge mountains mountain salient strip island islands creek dam "
    "airport airfield bridge crossing plant monastery prison jail camp square forest desert"
)
"""What an unknown name in capitals before it names: "in the Maipo gorge"."""
LONGEST = 3


def _stands(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Return whether "in" and an unknown name in capitals are followed as a place is."""
    after = tokens[last] if last < len(tokens) else None
    if tokens[at].low in NO_TOWNS or tokens[at].low in CALENDAR:
        return False
    return after is None or after.low in AFTER or (after.low.endswith("ed") and len(after.low) > 4)


AFTER = word_set(
    ", . ; on in and last this where when by after before killing leaving province district "
    "prison region village town camp neighbourhood county state during since until from with who "
    "while overnight today yesterday tonight – — ) early late"
)
