"""Numbers with their ranges: "at least 16", "between 10 and 12", "one-third of the fleet"."""

from collections.abc import Sequence

from truceline.coding.counted import CURRENCY_OF
from truceline.coding.numbers import SCALE, number_at
from truceline.coding.records import record
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Count

AT_LEAST = ("more than", "at least", "no fewer than", "no less than", "not less than",
            "upwards of", "in excess of", "well over", "over", "above", "a minimum of")  # fmt: skip
AT_MOST = ("up to", "as many as", "at most", "fewer than", "less than", "no more than", "under",
           "a maximum of")  # fmt: skip
ABOUT = word_set(
    "about around some roughly approximately nearly almost estimated another additional the all"
)


SIGNS = frozenset("$€£¥")


@record
class Counted:
    """A count and the tokens [first, last) it stands in.

    `part` marks a part of another count, `again` one that the text points back to ("the two
    men"), `more` one that it sets apart from those before ("two others", "another soldier").
    """

    first: int
    last: int
    count: Count
    part: bool = False
    again: bool = False
    more: bool = False


def made(
    text: str, tokens: Sequence[Token], span: tuple[int, int, int],
    named: tuple[str, str | None, str], size: tuple[float, float | None],
) -> Counted:  # fmt: skip
    """Return a count of what `named` says: what, of whom, unit."""
    first, last, _ = span
    if first > 0 and tokens[first - 1].text in SIGNS:
        first -= 1
    what, of, unit = named
    quote = text[tokens[first].start : tokens[last - 1].end]
    return Counted(first, last, Count(what, of, size[0], size[1], unit, quote))


def currency_at(tokens: Sequence[Token], at: int, end: int) -> tuple[int, str] | None:
    """Return where a sum of money ends whose number is tokens [at, end), and its currency.

    Read are "$5 million", "five billion euros" and "ten million US dollars".
    """
    if at > 0 and tokens[at - 1].text in SIGNS:
        return end, CURRENCY_OF[tokens[at - 1].text]
    great = tokens[end - 1].low in SCALE or any(each.isdecimal() for each in tokens[at].low)
    for last in range(end, min(end + 3, len(tokens))):
        word = tokens[last].low
        if word in CURRENCY_OF and great and not _tied(tokens, last):
            return last + 1, CURRENCY_OF[word]
        if not tokens[last].text[:1].isupper():
            return None
    return None


def _tied(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word is no money: a "500-pound bomb", "400 pounds of explosives"."""
    after = "".join(each.low for each in tokens[at + 1 : at + 2])
    weight = tokens[at].low == "pounds" and after == "of" and tokens[at - 1].low not in SCALE
    return tokens[at - 1].text == "-" or after == "-" or weight


def qualifier(tokens: Sequence[Token], at: int) -> tuple[int, str | None]:
    """Return where the words before a number begin, and "least" or "most" where they say so."""
    at -= at > 0 and tokens[at - 1].text in SIGNS
    at -= at > 0 and tokens[at - 1].low == "us" and tokens[at].text == "$"
    before = [each.low for each in tokens[max(0, at - 3) : at]]
    for size in (3, 2, 1):
        if at >= size:
            words = " ".join(before[-size:])
            if words in AT_LEAST:
                return at - size, "least"
            if words in AT_MOST:
                return at - size, "most"
            if words in ABOUT and size == 1:
                inner, kind = qualifier(tokens, at - 1)
                return (inner, kind) if kind else (at, None)
    return at, None


def range_end(tokens: Sequence[Token], at: int, end: int) -> tuple[int, float] | None:
    """Return where the second number of "10 to 12" ends, and that number."""
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


def sized(
    tokens: Sequence[Token], at: int, number: tuple[int, float, bool]
) -> tuple[int, int, tuple[float, float | None]]:
    """Return where a number's phrase begins and ends, and its low and high.

    Parameters
    ----------
    tokens : sequence of Token
        The sentence.
    at : int
        Where the number begins.
    number : tuple
        As `number_at` gives it: where it ends, its value, whether it is open-ended.

    Returns
    -------
    tuple
        First token, end, (low, high).
    """
    end, value, open_ended = number
    first, kind = qualifier(tokens, at)
    low, high = value, None if open_ended or kind == "least" else value
    if kind == "most":
        low = 0.0
    other = range_end(tokens, at, end)
    if other is not None:
        end, high = other
        first -= first > 0 and tokens[first - 1].low in ("between", "from")
    if tokens[end : end + 1] and tokens[end].text == "+":
        end, high = end + 1, None
    return first, end, (low, high)


def share_of(
    text: str, tokens: Sequence[Token], at: int, share: tuple[int, float]
) -> Counted | None:
    """Return a share of something: "one-third of the fleet"."""
    end, value = share
    if end >= len(tokens) or tokens[end].low != "of" or not 0 <= value <= 1:
        return None
    last = end + 1
    while last < len(tokens) and tokens[last].low not in (",", ".", ";", "—", "–", "were", "was",
        "is", "are", "in", "on", "by", "have", "had", "has", ")"):  # fmt: skip
        last += 1
    first, _ = qualifier(tokens, at)
    of = text[tokens[end + 1].start : tokens[last - 1].end] if last > end + 1 else ""
    value = round(value, 4)
    return made(text, tokens, (first, last, last), ("other", f"share of {of}", "items"),
                 (value, value))  # fmt: skip
