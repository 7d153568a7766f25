"""Numbers as they are written in English: 1,000, forty-one, 7bn, half a dozen, dozens."""

from collections.abc import Sequence

from truceline.coding.tokens import Token

UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SMALL = {word: value for value, word in enumerate(UNITS)} | {
    word: 10 * value for value, word in enumerate(TENS, 2)
}
SCALE = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
         "dozen": 12.0, "bn": 1e9, "mn": 1e6, "m": 1e6, "k": 1e3, "tn": 1e12}  # fmt: skip
VAGUE = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2000.0,
         "millions": 2e6, "several": 3.0, "multiple": 3.0, "numerous": 3.0,
         "many": 3.0}  # fmt: skip
A_FEW = {"few": (3.0, True), "handful": (3.0, True), "number": (3.0, True), "pair": (2.0, False),
         "couple": (2.0, False)}  # fmt: skip
COMPARED = frozenset({"as", "how", "so", "too", "not", "that"})
"""Before "many" these ask or compare, and name no number."""
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "thirds": 1 / 3,
             "quarters": 1 / 4, "fifths": 1 / 5, "tenth": 1 / 10}  # fmt: skip
PARTS = {"half": 1 / 2, "half of": 1 / 2, "a quarter of": 1 / 4, "a third of": 1 / 3}
AFTER_A = frozenset({"quarter", "third", "large", "small", "great", *A_FEW, *SCALE})
GREATEST = 1e18
BEGINS = frozenset({"half", "tens", "a", *SMALL, *VAGUE})


def may_begin(low: str) -> bool:
    """Tell whether a number can begin with a word, so that most words are passed over at once."""
    return low in BEGINS or low[:1].isdecimal()


def number_at(tokens: Sequence[Token], place: int) -> tuple[int, float, bool] | None:
    """Return (end, value, open-ended) of the number that begins at `place`, or None.

    Open-ended are words such as "dozens", whose value is the least that they mean: two dozen, two
    score, two hundred; "several", "multiple" and "a number of" are three.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> [number_at(tokens_of(each), 0)[1] for each in ("Forty-one", "half a dozen", "7bn", "2,000")]
    [41.0, 6.0, 7000000000.0, 2000.0]
    """
    if place >= len(tokens) or not may_begin(tokens[place].low):
        return None
    if tokens[place].low[0].isdecimal():
        return _odd(tokens, _digits(tokens, place))
    words = [each.low for each in tokens[place : place + 10]]
    if words[0] == "a" and AFTER_A.isdisjoint(words[1:2]):
        return None
    if words[:3] == ["half", "a", "dozen"]:
        return place + 3, 6.0, False
    if (part := _part_of(words)) is not None:
        return place + part[0], part[1], False
    if words[:3] in (["tens", "of", "thousands"], ["hundreds", "of", "thousands"]):
        return place + 3, 20000.0 if words[0] == "tens" else 200000.0, True
    if words[0] == "many" and (
        (place and tokens[place - 1].low in COMPARED) or words[1:2] == ["of"]
    ):
        return None
    if words[0] in ("several", "many") and words[1:2] and f"{words[1]}s" in VAGUE:
        return place + 2, VAGUE[words[0]] * SCALE[words[1]], True  # "several hundred" are three
    if words[0] in VAGUE:
        return place + 1, VAGUE[words[0]], True
    if words[0] == "a" and (some := _a_few(words)) is not None:
        return place + some[0], some[1], some[2]
    if words[0] in ("a", "one") and len(words) > 1 and words[1] in SCALE and len(words[1]) > 2:
        return place + 2, SCALE[words[1]], False
    return _odd(tokens, _spelt(place, words))


def _odd(
    tokens: Sequence[Token], found: tuple[int, float, bool] | None
) -> tuple[int, float, bool] | None:
    """Return a number with the "-odd" after it, if there is one."""
    if found is None or [each.low for each in tokens[found[0] : found[0] + 2]] != ["-", "odd"]:
        return found
    return found[0] + 2, found[1], found[2]


def _part_of(words: list[str]) -> tuple[int, float] | None:
    """Read "half a million" and "a quarter of a million"."""
    if words[0] not in ("half", "a"):
        return None
    at = words.index("a", 1) if "a" in words[1:5] else 0
    share = PARTS.get(" ".join(words[:at]))
    scale = SCALE.get(words[at + 1]) if at + 1 < len(words) else None
    if share is None or scale is None or scale < 1e5:
        return None
    return at + 2, share * scale


def _a_few(words: list[str]) -> tuple[int, float, bool] | None:
    """Read "a few", "a handful of", "a large number of"."""
    at = 2 if words[1:2] in (["large"], ["small"], ["great"]) else 1
    found = A_FEW.get(words[at]) if at < len(words) else None
    if found is None or (words[at] != "few" and words[at + 1 : at + 2] != ["of"]):
        return None
    return at + 1 + (words[at] != "few"), found[0], found[1]


def _designates(tokens: Sequence[Token], place: int) -> bool:
    """Return whether digits belong to a name before them: "B-29", "Tupolev-22"."""
    if place < 2 or tokens[place - 1].text != "-":
        return False
    tied = tokens[place - 2].end == tokens[place - 1].start == tokens[place].start - 1
    return tied and tokens[place - 2].text.isalpha() and tokens[place - 2].text[0].isupper()


def _digits(tokens: Sequence[Token], place: int) -> tuple[int, float, bool] | None:
    word = tokens[place].low
    if not word.isascii() or _designates(tokens, place):
        return None
    tail = word.lstrip("0123456789.,")
    body = word[: len(word) - len(tail)]
    if tail and tail not in SCALE:
        return None
    value = float(body.replace(",", "")) if body.count(".") <= 1 and len(body) < 20 else GREATEST
    value *= SCALE.get(tail, 1.0)
    end = place + 1
    while end < len(tokens) and tokens[end].low in SCALE:
        value *= SCALE[tokens[end].low]
        end += 1
    return end, min(value, GREATEST), False


def _spelt(place: int, words: list[str]) -> tuple[int, float, bool] | None:
    total, current, at = 0.0, 0.0, 0
    if words[0] not in SMALL:
        return None
    while at < len(words):
        word = words[at]
        if word in SMALL and (current % 100 == 0 or (current % 10 == 0 and SMALL[word] < 10)):
            current += SMALL[word]
        elif word == "hundred" and current:
            current *= 100
        elif word == "dozen":
            return place + at + 1, (total + current) * 12, False
        elif word in SCALE and len(word) > 2 and current:
            total, current = total + current * SCALE[word], 0.0
        elif word in ("-", "and") and at + 1 < len(words) and words[at + 1] in SMALL:
            if word == "and" and current % 100:
                break
            if word == "-" and (current % 10 or SMALL[words[at + 1]] > 9 or current < 20):
                break
        else:
            break
        at += 1
    return place + at, min(total + current, GREATEST), False


def fraction_at(tokens: Sequence[Token], place: int) -> tuple[int, float] | None:
    """Return (end, share) of a fraction such as "one-third", "two thirds of", "40 percent"."""
    if place >= len(tokens) or not may_begin(tokens[place].low):
        return None
    words = [each.low for each in tokens[place : place + 5]]
    if _part_of(words) is not None:
        return None
    if words[0] in ("half", "a") and (words[0] == "half" or words[1:2] in (["third"], ["quarter"])):
        named = words[0] if words[0] == "half" else words[1]
        end = place + (1 if words[0] == "half" else 2)
        return (end, FRACTIONS[named]) if end < len(tokens) and tokens[end].low == "of" else None
    count = number_at(tokens, place)
    if count is None:
        return None
    end, value, _ = count
    after = [each.low for each in tokens[end : end + 2]]
    if after[:1] in (["percent"], ["%"]) or after == ["per", "cent"]:
        return end + (2 if after[0] == "per" else 1), value / 100
    end += after[:1] == ["-"]
    named = tokens[end].low if end < len(tokens) else ""
    if value < 10 and named in FRACTIONS and named != "half":
        return end + 1, value * FRACTIONS[named]
    return None
