"""When: the dates that a sentence names, as intervals with a precision."""

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.coding.numbers import number_at
from truceline.coding.tokens import Token
from truceline.terms.ontology import DatePrecision

WEEKDAYS = {name.lower(): i for i, name in enumerate(calendar.day_name)}
MONTHS = {name.lower(): i for i, name in enumerate(calendar.month_name) if name} | {
    name.lower(): i for i, name in enumerate(calendar.month_abbr) if name
} | {"sept": 9}  # fmt: skip
UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30,
         "year": 365, "years": 365}  # fmt: skip
PRECISION: dict[int, DatePrecision] = {1: "day", 7: "week", 30: "month", 365: "year"}
THIRDS = {"early": (0, 10), "mid": (10, 20), "late": (20, 31)}
YEAR_CUES = frozenset("in of since by from until before after during early late mid through".split())


@dataclass(frozen=True, slots=True)
class When:
    """A date that tokens [first, last) name; `own` is False where it belongs to a noun
    ("Sunday's blasts"), and `span` is True for a stretch up to the report ("in the past year")."""

    first: int
    last: int
    start: date | None
    end: date | None
    prec: DatePrecision
    text: str
    own: bool = True
    span: bool = False


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
        The report's date; relative dates stay unresolved without it.
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
    found: list[When] = []
    place = 0
    while place < len(tokens):
        hit = _at(tokens, place, published, told)
        if hit is None:
            place += 1
            continue
        last, start, end, prec, span = hit
        first = place - (place > 0 and tokens[place - 1].low in ("on", "in", "by", "since"))
        own = not (last < len(tokens) and tokens[last].low == "'s")
        said = text[tokens[first].start : tokens[last - 1].end]
        found.append(When(first, last, start, end, prec, said, own, span))
        place = last
    return found


Hit = tuple[int, date | None, date | None, DatePrecision, bool]


def _at(
    tokens: Sequence[Token], place: int, published: date | None, told: date | None
) -> Hit | None:
    return (
        _iso(tokens, place)
        or _calendar(tokens, place, published)
        or _weekday(tokens, place, published)
        or _single(tokens, place, published)
        or _period(tokens, place, published)
        or _offset(tokens, place, published, told)
        or _year(tokens, place)
    )


def _low(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].low if 0 <= place < len(tokens) else ""


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # "31 June": said, but no day
        return None


def _iso(tokens: Sequence[Token], place: int) -> Hit | None:
    parts = [_low(tokens, place + i) for i in range(5)]
    if parts[1] == parts[3] == "-" and len(parts[0]) == 4 and all(p.isdecimal() for p in parts[::2]):
        day = _day(*(int(p) for p in parts[::2]))
        return (place + 5, day, day, "day", False) if day else None
    return None


def _day_number(word: str) -> int | None:
    digits = word[:-2] if word[-2:] in ("st", "nd", "rd", "th") else word
    return int(digits) if digits.isdecimal() and len(digits) <= 2 and 1 <= int(digits) <= 31 else None


def _calendar(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    """June 3, 2025 · 3 June · 14/15 May · June 14-15 · early March · March 2024 · March."""
    low, first, second = _low(tokens, place), None, None
    third = THIRDS.get(low)
    at = place + (third is not None)
    at += third is not None and _low(tokens, at) == "-"
    first = _day_number(_low(tokens, at)) if third is None else None
    if first is not None:
        at += 1
        if _low(tokens, at) in ("/", "-", "–", "to", "and") and _day_number(_low(tokens, at + 1)):
            second = _day_number(_low(tokens, at + 1))
            at += 2
        at += _low(tokens, at) == "of"
    month = MONTHS.get(_low(tokens, at))
    if month is None or not tokens[at].text[:1].isupper():
        return None
    named = at
    at += 1 + (_low(tokens, at + 1) == "." and len(_low(tokens, at)) <= 4)
    if first is None and third is None and _day_number(_low(tokens, at)):
        first = _day_number(_low(tokens, at))
        at += 1
        if _low(tokens, at) in ("/", "-", "–") and _day_number(_low(tokens, at + 1)):
            second = _day_number(_low(tokens, at + 1))
            at += 2
    year, at = _year_after(tokens, at)
    if first is None and third is None and year is None and (
        _low(tokens, named) in ("may", "march", "mar", "sat", "sun", "dec")
        and _low(tokens, place - 1) not in YEAR_CUES
    ):
        return None
    return _resolved(at, (year, month, first, second, third), published)


def _year_after(tokens: Sequence[Token], at: int) -> tuple[int | None, int]:
    comma = at + (_low(tokens, at) == ",")
    word = _low(tokens, comma)
    if len(word) == 4 and word.isdecimal() and 1500 <= int(word) <= 2100:
        return int(word), comma + 1
    if word == "last" and _low(tokens, comma + 1) == "year":
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
        year = published.year - 1 if year == -1 or earlier else published.year
    if first is not None:
        start, end = _day(year, month, first), _day(year, month, second or first)
        return (at, start, end or start, "day", False) if start else None
    length = calendar.monthrange(year, month)[1]
    low, high = third or (0, length)
    return at, date(year, month, low + 1), date(year, month, min(high, length)), "month", False


def _weekday(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    number = WEEKDAYS.get(_low(tokens, place))
    if number is None or not tokens[place].text[:1].isupper():
        return None
    if published is None:
        return place + 1, None, None, "unknown", False
    if _low(tokens, place - 1) == "next":
        day = published + timedelta((number - published.weekday() - 1) % 7 + 1)
    else:
        day = published - timedelta((published.weekday() - number) % 7)
    return place + 1, day, day, "day", False


def _single(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    shift = {"today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1),
             "overnight": (-1, 0)}.get(_low(tokens, place))  # fmt: skip
    if shift is None or (shift == (0, 0) and place == 0):
        return None  # "Today, …" opens a remark on the times, it does not date a deed
    if published is None:
        return place + 1, None, None, "unknown", False
    start, end = (published + timedelta(each) for each in shift)
    return place + 1, start, end, "day", False


def _period(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    low, unit = _low(tokens, place), _low(tokens, place + 1)
    span = low == "past" or (low == "last" and _low(tokens, place - 1) == "the")
    if span:
        at, count = place + 1, number_at(tokens, place + 1)
        many = int(count[1]) if count and count[1] < 1000 else 1
        at = count[0] if count else at
        size = UNITS.get(_low(tokens, at))
        if size is None:
            return None
        start = _shifted(published, -many * size)
        return at + 1, start, published, PRECISION[size] if published else "unknown", True
    if low not in ("last", "this", "previous") or unit not in ("week", "month", "year"):
        return None
    if published is None:
        return place + 2, None, None, "unknown", False
    back = 0 if low == "this" else 1
    if unit == "year":
        year = published.year - back
        return place + 2, date(year, 1, 1), date(year, 12, 31), "year", False
    if unit == "month":
        first = published.replace(day=1)
        first = (first - timedelta(1)).replace(day=1) if back else first
        length = calendar.monthrange(first.year, first.month)[1]
        return place + 2, first, first.replace(day=length), "month", False
    monday = published - timedelta(published.weekday() + 7 * back)
    return place + 2, monday, monday + timedelta(6), "week", False


def _offset(
    tokens: Sequence[Token], place: int, published: date | None, told: date | None
) -> Hit | None:
    """Read "three days ago", and what counts from the day told of: "a week before that"."""
    low = _low(tokens, place)
    if low in ("a", "an", "one") or (low == "the" and _low(tokens, place + 1) in ("day", "week")):
        at, many = place + 1, 1
    elif low == "the" and _low(tokens, place + 1) in ("next", "following", "previous"):
        step = {"previous": -1}.get(_low(tokens, place + 1), 1)
        size = UNITS.get(_low(tokens, place + 2))
        return _moved(place + 3, told, step * size, size) if size else None
    else:
        count = number_at(tokens, place)
        if count is None or count[1] > 1000:
            return None
        at, many = count[0], int(count[1])
    size = UNITS.get(_low(tokens, at))
    how = _low(tokens, at + 1)
    if size is None or how not in ("ago", "earlier", "later", "before", "after"):
        return None
    if how == "ago":
        return _moved(at + 2, published, -many * size, size)
    if how in ("before", "after") and _low(tokens, at + 2) not in ("that", ",", "this"):
        return None
    last = at + 2 + (_low(tokens, at + 2) in ("that", "this"))
    sign = 1 if how in ("later", "after") else -1
    return _moved(last, told, sign * many * size, size)


def _moved(last: int, origin: date | None, days: int, size: int) -> Hit:
    day = _shifted(origin, days)
    if day is None:
        return last, None, None, "unknown", False
    if size == 365:
        return last, date(day.year, 1, 1), date(day.year, 12, 31), "year", False
    return last, day, day, PRECISION[size], False


def _shifted(origin: date | None, days: int) -> date | None:
    if origin is None:
        return None
    try:
        return origin + timedelta(days)
    except OverflowError:
        return None


def _year(tokens: Sequence[Token], place: int) -> Hit | None:
    word = _low(tokens, place)
    if len(word) == 5 and word[:4].isdecimal() and word.endswith("0s"):
        year = int(word[:4])
        ok = 1500 <= year <= 2100
        return (place + 1, date(year, 1, 1), date(year + 9, 12, 31), "year", False) if ok else None
    if len(word) != 4 or not word.isdecimal() or not 1500 <= int(word) <= 2100:
        return None
    if _low(tokens, place - 1) not in YEAR_CUES and _low(tokens, place - 1) not in ("(", "winter",
       "spring", "summer", "autumn", "the"):  # fmt: skip
        return None
    year = int(word)
    return place + 1, date(year, 1, 1), date(year, 12, 31), "year", False
