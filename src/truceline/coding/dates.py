"""When: the dates that a sentence names, as intervals with a precision."""

import calendar
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from truceline.coding.numbers import BEGINS as NUMBERS
from truceline.coding.reckoned import ahead, beside, joined, lasting, origin_of, part_of, settled
from truceline.coding.spans import (
    BRIEF,
    FIRST_OF_FEASTS,
    SINGLE,
    TIMED,
    Hit,
    When,
    feast_at,
    low_at,
    numbered_at,
    offset_at,
    period_at,
    single_at,
)  # fmt: skip
from truceline.coding.tokens import Token, word_set

__all__ = ["MONTHS", "WEEKDAYS", "When", "ahead", "dates_of"]

WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name} | {
    name.lower(): i for i, name in enumerate(calendar.month_abbr) if name
} | {"sept": 9}  # fmt: skip
FULL_MONTHS = frozenset(name.lower() for name in calendar.month_name if name)
THIRDS = {"early": (0, 10), "mid": (10, 20), "late": (20, 31)}
HALF_A_YEAR = 182
"""A day without its year lies ahead of the report if that is nearer than the one gone by."""
YEAR_CUES = word_set(
    "in of since by from until before after during early late mid through winter spring summer "
    "autumn the ("
)
BEGINS = frozenset(
    {
        *WEEKDAYS,
        *MONTHS,
        *THIRDS,
        *BRIEF,
        *FIRST_OF_FEASTS,
        *(each.split()[0] for each in SINGLE),
    }
) | word_set("past last this previous")
"""These begin a date, as figures do."""
MEASURES = BRIEF | TIMED
COUNTED = BEGINS | NUMBERS | word_set("an one the that")
"""What begins one only where a unit of time follows: "a week ago", "three days after"."""


def dates_of(
    text: str, tokens: Sequence[Token], published: date | None, told: date | None
) -> list[When]:
    """Return the dates of a sentence, left to right.

    Parameters
    ----------
    text : str
        The story's text.
    tokens : sequence of Token
        The sentence.
    published : date or None
        The report's date; relative dates stay unresolved without it, and a day takes its year from
        the day told of, or from another day of its sentence.
    told : date or None
        The last day that the story told of, for "a week before that".

    Returns
    -------
    list of When
        Unresolved dates have None and "unknown", their text is kept.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> words = "On Sunday it began."
    >>> [when] = dates_of(words, tokens_of(words), date(2025, 6, 5), None)
    >>> when.start.isoformat(), when.prec, when.text
    ('2025-06-01', 'day', 'On Sunday')
    """
    found = _read(text, tokens, published, told)
    if published is None and told is None and any(when.start is None for when in found):
        near = next((when.start for when in found if when.prec == "day"), None)
        return found if near is None else _read(text, tokens, None, near)
    return found


def _read(
    text: str, tokens: Sequence[Token], published: date | None, told: date | None
) -> list[When]:
    found: list[When] = []
    free = 0
    for place in _begins(tokens):
        if place < free:
            continue
        counted = beside(text, tokens, place, found, told)
        if counted is not None:
            free, when = counted
            found += [when] if when else []
            continue
        origin, own = origin_of(found, told)
        hit = _at(tokens, place, published, origin)
        if hit is None:
            continue
        when = _found(text, tokens, place, hit, published)
        relative = offset_at(tokens, place, published, origin) is not None
        found.append(lasting(when, own) if relative and "ago" not in when.text else when)
        free = when.last
    return settled(joined(text, tokens, found), told)


def _begins(tokens: Sequence[Token]) -> list[int]:
    """Return where a date can begin; most words cannot, and are passed over at once."""
    lows = [each.low for each in tokens]
    words = BEGINS if MEASURES.isdisjoint(lows) else COUNTED
    return [at for at, low in enumerate(lows) if low in words or low[0].isdecimal()]


def _found(
    text: str, tokens: Sequence[Token], place: int, hit: Hit, published: date | None
) -> When:
    """Return what was read at a place with the words before it: "on", "since", "by"."""
    last, start, end, prec, span = hit
    before = tokens[place - 1].low if place else ""
    first = place - (before in ("on", "in", "by", "since"))
    own = not (last < len(tokens) and tokens[last].low == "'s")
    said = text[tokens[first].start : tokens[last - 1].end]
    when = When(first, last, start, end, prec, said, own, span or _deadline(tokens, place))
    if before == "since" and published is not None and start is not None and start <= published:
        return replace(when, end=published)
    when = part_of(tokens, place, when)
    comma = last + (low_at(tokens, last) == ",")
    if before in ("until", "till") and low_at(tokens, comma) == "when":
        return replace(when, last=comma + 1, span=False, apart=(0, 1))  # of what happened then
    return when


def _deadline(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a date is a term that was set, such as "by the end of August"."""
    before = [low_at(tokens, place - back) for back in (4, 3, 2, 1)]
    ended = before[1:] == ["the", "end", "of"] and before[0] == "by"
    told = before[-1] == "by" and (place == 1 or before[-2] in ("and", ",", ";"))
    term = before[-1] in ("by", "until", "till") or before[-2:] == ["by", "the"]
    return ended or (term and not told)  # "by Friday helicopters were firing" tells of Friday


def _at(
    tokens: Sequence[Token], place: int, published: date | None, told: date | None
) -> Hit | None:
    return (
        _iso(tokens, place)
        or _calendar(tokens, place, published or told)
        or _weekday(tokens, place, published)
        or single_at(tokens, place, published)
        or feast_at(tokens, place, published)
        or period_at(tokens, place, published)
        or offset_at(tokens, place, published, told)
        or numbered_at(tokens, place, told or published)
        or _year(tokens, place)
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # "31 June": said, but no day
        return None


def _iso(tokens: Sequence[Token], place: int) -> Hit | None:
    parts = [low_at(tokens, place + i) for i in range(5)]
    if (
        parts[1] == parts[3] == "-"
        and len(parts[0]) == 4
        and all(p.isdecimal() for p in parts[::2])
    ):
        day = _day(*(int(p) for p in parts[::2]))
        return (place + 5, day, day, "day", False) if day else None
    return None


def _day_number(word: str) -> int | None:
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return (
        int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None
    )


def _calendar(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    """June 3, 2025 · 3 June · 14/15 May · June 14-15 · early March · March 2024 · March."""
    low, first, second = low_at(tokens, place), None, None
    third = THIRDS.get(low)
    at = place + (third is not None)
    at += third is not None and low_at(tokens, at) == "-"
    first = _day_number(low_at(tokens, at)) if third is None else None
    if first is not None:
        at += 1
        joint = low_at(tokens, at) in ("/", "-", "–", "to", "and")
        second = _day_number(low_at(tokens, at + 1)) if joint else None
        at += 2 if second else 0
        at += low_at(tokens, at) == "of"
    month = MONTHS.get(low_at(tokens, at))
    if month is None or not tokens[at].text[:1].isupper():
        return None
    named = at
    short = low_at(tokens, at) not in FULL_MONTHS
    at += 1 + (short and low_at(tokens, at + 1) == ".")
    if first is None and third is None and _day_number(low_at(tokens, at)):
        first = _day_number(low_at(tokens, at))
        at += 1
        if low_at(tokens, at) in ("/", "-", "–") and _day_number(low_at(tokens, at + 1)):
            second = _day_number(low_at(tokens, at + 1))
            at += 2
    year, at = _year_after(tokens, at)
    if (
        first is None
        and third is None
        and year is None
        and (short or low_at(tokens, named) in ("may", "march"))
        and low_at(tokens, place - 1) not in YEAR_CUES
    ):
        return None
    return _resolved(at, (year, month, first, second, third), published)


def _year_after(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    comma = at + (low_at(tokens, at) == ",")
    word = low_at(tokens, comma)
    if len(word) == 4 and word.isdecimal() and 1500 <= int(word) <= 2100:
        return int(word), comma + 1
    if word == "last" and low_at(tokens, comma + 1) == "year":
        return -1, comma + 2
    return None, at


def _resolved(
    at: int,
    parts: tuple[int | None, int, int | None, int | None, tuple[int, int] | None],
    published: date | None,
) -> Hit | None:
    year, month, first, second, third = parts
    if year is None or year == -1:
        if published is None:
            return at, None, None, "unknown", False
        earlier = (month, first or 1) > (published.month, published.day)
        ahead_of = (
            _day(published.year, month, first) if first is not None and year is None else None
        )
        near = ahead_of is not None and 0 < (ahead_of - published).days <= HALF_A_YEAR
        year = published.year - 1 if year == -1 or (earlier and not near) else published.year
    if first is not None:
        start, end = _day(year, month, first), _day(year, month, second or first)
        return (at, start, end or start, "day", False) if start else None
    length = calendar.monthrange(year, month)[1]
    low, high = third or (0, length)
    return at, date(year, month, low + 1), date(year, month, min(high, length)), "month", False


def _weekday(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    number = WEEKDAYS.get(low_at(tokens, place))
    if number is None or not tokens[place].text[:1].isupper():
        return None
    if published is None:
        return place + 1, None, None, "unknown", False
    if low_at(tokens, place - 1) == "next":
        day = published + timedelta((number - published.weekday() - 1) % 7 + 1)
    else:
        day = published - timedelta((published.weekday() - number) % 7)
    return place + 1, day, day, "day", False


def _year(tokens: Sequence[Token], place: int) -> Hit | None:
    word = low_at(tokens, place)
    if len(word) == 5 and word[:4].isdecimal() and word.endswith("0s"):
        year = int(word[:4])
        ok = 1500 <= year <= 2100
        return (place + 1, date(year, 1, 1), date(year + 9, 12, 31), "year", False) if ok else None
    if len(word) != 4 or not word.isdecimal() or not 1500 <= int(word) <= 2100:
        return None
    if low_at(tokens, place - 1) not in YEAR_CUES:
        return None
    year = int(word)
    return place + 1, date(year, 1, 1), date(year, 12, 31), "year", False
