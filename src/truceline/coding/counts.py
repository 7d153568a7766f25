"""How many: the numbers of a sentence, what they count, and which are parts of others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from truceline.coding.lexicon import read_toml
from truceline.coding.numbers import fraction_at, number_at
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Count

AT_LEAST = ("more than", "at least", "no fewer than", "no less than", "not less than",
            "upwards of", "in excess of", "well over", "over", "above")  # fmt: skip
AT_MOST = ("up to", "as many as", "at most", "fewer than", "less than", "no more than", "under",
           "a maximum of")  # fmt: skip
ABOUT = word_set(
    "about around some roughly approximately nearly almost estimated another additional the all"
)
EFFECTS = {
    "killed": "kill killed kills killing dead died dies dying death deaths slain murdered "
              "massacred massacring slaughtered executed lives perished fatalities",
    "wounded": "wound wounded wounding wounds injured injuring injures injuries hurt maimed",
    "captured": "capture captured capturing captures",
    "abducted": "abducted abducting kidnapped kidnapping abduction hostage hostages",
    "detained": "detained detaining arrested arresting detains arrests jailed",
    "displaced": "displaced displacing fled flee fleeing uprooted evacuated homeless",
    "exchanged": "exchange exchanged exchanging swap swapped swapping",
    "troops": "deployed deploying deploy sent dispatched mobilised mobilized massed reinforcements",
}  # fmt: skip
EFFECT_OF = {word: what for what, words in EFFECTS.items() for word in words.split()}
THINGS = {
    "drones": "drone drones uavs shaheds", "missiles": "missile missiles rocket rockets",
    "aircraft": "aircraft plane planes warplane warplanes jet jets bomber bombers helicopter "
                "helicopters airplanes fighters-jets",
    "vehicles": "vehicle vehicles tank tanks truck trucks",
    "ships": "ship ships vessel vessels boat boats warship warships submarine submarines tankers",
}  # fmt: skip
THING_OF = {word: what for what, words in THINGS.items() for word in words.split()}
PERSONS = word_set(
    "people persons person civilians civilian children child women woman men man soldiers "
    "soldier troops servicemen servicepeople policemen police officers fighters insurgents "
    "militants rebels terrorists gunmen prisoners detainees hostages captives villagers "
    "residents refugees protesters demonstrators workers students journalists passengers "
    "peacekeepers marines guerrillas peasants separatists suspects citizens families others "
    "personnel commanders militiamen airmen sailors conscripts crew patients farmers "
    "leaders medics militia worshippers teenagers boys girls insurgent militant rebel "
    "facilitators suspected"
)
OTHERS = word_set(
    "bridges buildings houses homes villages towns schools hospitals settlements explosions "
    "attacks strikes depots substations trains airfields bodies"
)
AREAS = ("square kilometres", "square kilometers", "sq km", "square miles", "km2", "km²")
LINKS = word_set("of , and , - ' ’ as")
CLOSED = word_set("; : . ( )")


@dataclass(frozen=True, slots=True)
class Counted:
    """A count and the tokens [first, last) it stands in; `part` where it is part of another."""

    first: int
    last: int
    count: Count
    part: bool = False


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
        Only numbers that count something the contract knows. `included_in` is a place in this
        list.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> words = "It killed at least 16 civilians, including three children."
    >>> [(c.count.what, c.count.low, c.count.high, c.count.included_in)
    ...  for c in counts_of(words, tokens_of(words), frozenset())]
    [('killed', 16.0, None, None), ('killed', 3.0, 3.0, 0)]
    """
    found: list[Counted] = []
    at = 0
    while at < len(tokens):
        counted = None if at in dated else _at(text, tokens, at, found)
        if counted is None:
            number = number_at(tokens, at)
            at = max(at + 1, number[0] if number else 0)
        else:
            found.append(counted)
            at = counted.last
    return found


def _at(text: str, tokens: Sequence[Token], at: int, found: list[Counted]) -> Counted | None:
    share = fraction_at(tokens, at)
    if share is not None:
        return _share(text, tokens, at, share)
    number = number_at(tokens, at)
    if number is None:
        return None
    end, value, open_ended = number
    first, kind = _qualifier(tokens, at)
    low, high = value, None if open_ended or kind == "least" else value
    if kind == "most":
        low = 0.0
    other = _range_end(tokens, at, end)
    if other is not None:
        end, high = other
        first -= first > 0 and tokens[first - 1].low in ("between", "from")
    if at > 0 and tokens[at - 1].text == "$":
        return _made(text, tokens, (first, end, end), ("money", None, "USD"), (low, high))
    return _named(text, tokens, (first, end), (low, high), found)


def _share(text: str, tokens: Sequence[Token], at: int, share: tuple[int, float]) -> Counted | None:
    end, value = share
    if end >= len(tokens) or tokens[end].low != "of" or not 0 <= value <= 1:
        return None
    last = end + 1
    while last < len(tokens) and tokens[last].low not in (",", ".", ";", "—", "–", "were", "was",
        "is", "are", "in", "on", "by", "have", "had", "has", ")"):  # fmt: skip
        last += 1
    first, _ = _qualifier(tokens, at)
    of = text[tokens[end + 1].start : tokens[last - 1].end] if last > end + 1 else ""
    value = round(value, 4)
    return _made(text, tokens, (first, last, last), ("other", f"share of {of}", "items"),
                 (value, value))  # fmt: skip


def _qualifier(tokens: Sequence[Token], at: int) -> tuple[int, str | None]:
    at -= at > 0 and tokens[at - 1].text == "$"
    at -= at > 0 and tokens[at - 1].low == "us" and tokens[at].text == "$"
    for size in (3, 2, 1):
        if at >= size:
            words = " ".join(each.low for each in tokens[at - size : at])
            if words in AT_LEAST:
                return at - size, "least"
            if words in AT_MOST:
                return at - size, "most"
            if words in ABOUT and size == 1:
                inner, kind = _qualifier(tokens, at - 1)
                return (inner, kind) if kind else (at, None)
    return at, None


def _range_end(tokens: Sequence[Token], at: int, end: int) -> tuple[int, float] | None:
    if end + 1 >= len(tokens) or tokens[end].low not in ("to", "-", "–", "or", "and"):
        return None
    between = at > 0 and tokens[at - 1].low == "between"
    if tokens[end].low == "and" and not between:
        return None
    other = number_at(tokens, end + 1)
    first = number_at(tokens, at)
    if other is None or first is None or other[1] < first[1]:
        return None
    return other[0], other[1]


def _named(
    text: str, tokens: Sequence[Token], span: tuple[int, int], size: tuple[float, float | None],
    found: list[Counted],
) -> Counted | None:  # fmt: skip
    first, end = span
    noun = _noun_after(tokens, end)
    if noun is None:
        effect = _effect_right(tokens, end, 1) or (
            _effect_before(tokens, first, 2) or _effect_right(tokens, end, 3))  # fmt: skip
        bare = end >= len(tokens) or not tokens[end].low.isalpha() or tokens[end].low in (
            "and", "in", "on", "were", "was", "dead", "injured", "wounded", "others", "when", "as",
            "killed", "have", "had", "at", "with")  # fmt: skip
        if effect is None or not bare or effect == "troops":
            return None
        return _made(text, tokens, (first, end, end), (effect, _people_before(tokens, first),
                                                       "persons"), size)  # fmt: skip
    at, word = noun
    if word in THING_OF:
        return _made(text, tokens, (first, at + 1, end), (THING_OF[word], None, "items"), size)
    if word in ("square", "sq", "km2", "km²"):
        return _made(text, tokens, (first, at + 1, end), ("area", None, "km2"), size)
    if word in OTHERS:
        return _made(text, tokens, (first, at + 1, end), ("other", word, "items"), size)
    return _persons(text, tokens, (first, end, at, word), size, found)


def _persons(
    text: str, tokens: Sequence[Token], where: tuple[int, int, int, str],
    size: tuple[float, float | None], found: list[Counted],
) -> Counted | None:  # fmt: skip
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
        counted = _made(text, tokens, (first, at + 1, end), (whole.what, of, "persons"), size)
        return replace(counted, count=replace(counted.count, included_in=wholes[-1]), part=True)
    inside = [EFFECT_OF.get(each.low) for each in tokens[end:at]]
    effect = (
        next((each for each in inside if each), None)
        or _effect_right(tokens, at + 1, 4)
        or _effect_before(tokens, first, 12)
    )
    if effect == "troops" and word not in ("troops", "soldiers", "personnel", "marines",
                                           "peacekeepers", "conscripts"):  # fmt: skip
        return None
    if effect is None:
        return None
    return _made(text, tokens, (first, at + 1, end), (effect, of, "persons"), size)


@cache
def peoples() -> frozenset[str]:
    """Return the plurals that name people by their state, such as "Americans"."""
    forms = {form for row in read_toml("states")["now"].values() for form in row[1].split("|")}
    return frozenset(each for each in forms if each.endswith("s") and not each.endswith("ss"))


def _noun_after(tokens: Sequence[Token], end: int) -> tuple[int, str] | None:
    """Return the counted noun after a number, over adjectives and "of the"."""
    for at in range(end, min(len(tokens), end + 6)):
        low = tokens[at].low
        follows = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if low in THING_OF or low in OTHERS or (low in ("square", "sq") and follows != ""):
            return at, low
        if low in PERSONS and not (follows in PERSONS and low != "others"):
            return at, low
        if tokens[at].text in peoples():
            return at, tokens[at].text
        if low in CLOSED or number_at(tokens, at) or low in (",", "and", "in", "were", "was", "on",
            "at", "by", "for", "to", "—", "–", "with", "from", "have", "has", "had"):  # fmt: skip
            return None
    return None


def _effect_right(tokens: Sequence[Token], at: int, reach: int) -> str | None:
    for place in range(at, min(len(tokens), at + reach)):
        low = tokens[place].low
        if low in EFFECT_OF and low not in ("exchange", "capture", "wounds"):
            return EFFECT_OF[low]
        if low in ("and", ",", ";", "–", "—", "in", "by", ":", "with") or number_at(tokens, place):
            return None
    return None


def _effect_before(tokens: Sequence[Token], first: int, reach: int) -> str | None:
    for place in range(first - 1, max(-1, first - 1 - reach), -1):
        low = tokens[place].low
        if low in EFFECT_OF:
            return EFFECT_OF[low]
        if low in CLOSED:
            return None
    return None


def _people_before(tokens: Sequence[Token], first: int) -> str | None:
    for place in range(first - 1, -1, -1):
        low = tokens[place].low
        if low in PERSONS and low not in ("people", "others", "suspected"):
            return low
        if low in CLOSED:
            return None
    return None


def _made(
    text: str, tokens: Sequence[Token], span: tuple[int, int, int],
    named: tuple[str, str | None, str], size: tuple[float, float | None],
) -> Counted:  # fmt: skip
    first, last, _ = span
    if tokens[first - 1].text == "$" and first > 0:
        first -= 1
    what, of, unit = named
    quote = text[tokens[first].start : tokens[last - 1].end]
    return Counted(first, last, Count(what, of, size[0], size[1], unit, quote))
