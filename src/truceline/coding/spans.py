"""Periods and offsets of time: "last week", "three days ago", "a week before that"."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from truceline.coding.numbers import number_at
from truceline.coding.records import record
from truceline.coding.tokens import Token
from truceline.terms.ontology import DatePrecision

UNITS = {"day": 1, "days": 1, "week": 7, "weeks": 7, "month": 30, "months": 30,
         "year": 365, "years": 365}  # fmt: skip
HALVES = {"morning": 1, "afternoon": 1, "evening": 1, "night": 1}
SAME = frozenset({"day", *HALVES})
TIMED = frozenset({*UNITS, *HALVES, "weekend"})
"""Words one of which stands in every date that begins with a count or an article."""
PRECISION: dict[int, DatePrecision] = {1: "day", 7: "week", 30: "month", 365: "year"}
Hit = tuple[int, date | None, date | None, DatePrecision, bool]
"""Where a date ends, its first and last day, its precision, whether it is a stretch up to now."""


@record
class When:
    """A date that tokens [first, last) name.

    `own` is False where it belongs to a noun ("Sunday's blasts"), and `span` is True for a stretch
    up to the report ("in the past year"). `apart` is set where it dates only the clause after it
    ("two days after …"): the days to it from the other clause, and the size of their unit.
    """

    first: int
    last: int
    start: date | None
    end: date | None
    prec: DatePrecision
    text: str
    own: bool = True
    span: bool = False
    apart: tuple[int, int] | None = None


def low_at(tokens: Sequence[Token], place: int) -> str:
    """Return the word at a place in lower case, "" beyond the ends."""
    return tokens[place].low if 0 <= place < len(tokens) else ""


def period_at(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    """Read "last week", "this month", "in the past two years"."""
    low, unit = low_at(tokens, place), low_at(tokens, place + 1)
    span = low == "past" or (low == "last" and low_at(tokens, place - 1) == "the")
    if span:
        at, count = place + 1, number_at(tokens, place + 1)
        many = int(count[1]) if count and count[1] < 1000 else 1
        at = count[0] if count else at
        if low_at(tokens, at) in ("hour", "hours") and many <= 72:
            start = _shifted(published, -max(1, round(many / 24)))
            return at + 1, start, published, "day" if published else "unknown", False
        size = UNITS.get(low_at(tokens, at))
        if size == 1 and many <= 3:  # a report of "the past two days" dates what it tells
            start = _shifted(published, -many)
            return at + 1, start, published, "day" if published else "unknown", False
        if size is None:
            return None
        start = _shifted(published, -many * size)
        return at + 1, start, published, PRECISION[size] if published else "unknown", True
    if low == "the" and unit == "weekend" and low_at(tokens, place - 1) in ("at", "over"):
        return _weekend(place + 2, published)
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


def _weekend(last: int, published: date | None) -> Hit:
    """Return the last weekend that has begun: "at the weekend"."""
    if published is None:
        return last, None, None, "unknown", False
    saturday = published - timedelta((published.weekday() - 5) % 7)
    return last, saturday, min(saturday + timedelta(1), published), "day", False


def offset_at(
    tokens: Sequence[Token], place: int, published: date | None, told: date | None
) -> Hit | None:
    """Read "three days ago", and what counts from the day told of: "a week before that"."""
    low = low_at(tokens, place)
    if low in ("a", "an", "one") or (low == "the" and low_at(tokens, place + 1) in ("day", "week")):
        at, many = place + 1, 1
    elif low == "that" or (low == "the" and low_at(tokens, place + 1) == "same"):
        return _that(tokens, place + (1 if low == "that" else 2), told)
    elif low == "the" and low_at(tokens, place + 1) in ("next", "following", "previous"):
        step = {"previous": -1}.get(low_at(tokens, place + 1), 1)
        size = (UNITS | HALVES).get(low_at(tokens, place + 2))
        origin = told if step > 0 else told or published
        return _moved(place + 3, origin, step * size, size) if size else None
    else:
        count = number_at(tokens, place)
        if count is None or count[1] > 1000:
            return None
        at, many = count[0], int(count[1])
    size = UNITS.get(low_at(tokens, at))
    if (
        size
        and told
        and low_at(tokens, at + 1) != "of"
        and place == 1
        and tokens[0].low == "within"
    ):
        return at + 1, told, _shifted(told, many * size), PRECISION[size], False
    how = low_at(tokens, at + 1)
    if size is None or how not in ("ago", "earlier", "later", "before", "after", *THENCE):
        return None
    if how == "ago":
        return _moved(at + 2, published, -many * size, size)
    if how in ("before", "after") and low_at(tokens, at + 2) not in ("that", ",", "this"):
        return None
    last = at + 2 + (low_at(tokens, at + 2) in ("that", "this"))
    if last > at + 2 and low_at(tokens, last).isalpha() and tokens[last].text[0].islower():
        return None  # "the day before that meeting" counts from the meeting
    sign = -1 if how in ("earlier", "before") else 1
    return _moved(last, told if sign > 0 else told or published, sign * many * size, size)


THENCE = ("afterwards", "afterward", "thereafter")
ENDED = frozenset(
    {"the", "a", "an", "he", "she", "they", "it", "and", "but", "in", "at", "by", "as"}
)
"""No noun follows "the 12th" where one of these does."""


def _that(tokens: Sequence[Token], at: int, told: date | None) -> Hit | None:
    """Read "that morning", "the same day", and "(at the end of) that month" of the day told of."""
    unit = low_at(tokens, at)
    if unit in SAME:
        return _moved(at + 1, told, 0, 1)
    if unit != "month" or low_at(tokens, at - 1) != "that" or told is None:
        return None
    first = told.replace(day=1)
    last = told.replace(day=calendar.monthrange(told.year, told.month)[1])
    return at + 1, first, last, "month", False


def numbered_at(tokens: Sequence[Token], place: int, anchor: date | None) -> Hit | None:
    """Read "the 12th" as that day of the month told of."""
    word, after = low_at(tokens, place), low_at(tokens, place + 1)
    if anchor is None or word[-2:] not in ORDINAL or low_at(tokens, place - 1) != "the":
        return None
    if not word[:-2].isdecimal() or (after[:1].isalnum() and after not in ENDED):
        return None
    try:
        found = anchor.replace(day=int(word[:-2]))
    except ValueError:  # the 31st of a shorter month
        return None
    return place + 1, found, found, "day", False


ORDINAL = ("st", "nd", "rd", "th")


FEASTS = {("new", "year", "'s", "eve"): (12, 31), ("new", "year", "'s", "day"): (1, 1),
          ("christmas", "eve"): (12, 24), ("christmas", "day"): (12, 25),
          ("boxing", "day"): (12, 26)}  # fmt: skip
FIRST_OF_FEASTS = frozenset(words[0] for words in FEASTS)


def feast_at(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    """Read a day that goes by its name, as the last one before the report: "New Year's Eve"."""
    if tokens[place].low not in FIRST_OF_FEASTS:
        return None
    for words, (month, day) in FEASTS.items():
        last = place + len(words)
        if tuple(each.low for each in tokens[place:last]) != words:
            continue
        if not tokens[place].text[:1].isupper():
            return None
        if published is None:
            return last, None, None, "unknown", False
        year = published.year - ((month, day) > (published.month, published.day))
        found = date(year, month, day) if year else None
        return last, found, found, "day" if found else "unknown", False
    return None


BRIEF = frozenset({"hours", "hour", "minutes", "moments", "seconds"})


def brief_at(tokens: Sequence[Token], place: int) -> tuple[int, bool] | None:
    """Return where "a few hours later" or "minutes after" ends, and whether a clause follows.

    Such a time is on the day told of.
    """
    number = number_at(tokens, place)
    at = number[0] if number else place + (low_at(tokens, place) in ("an", "a", "the"))
    if low_at(tokens, at) not in BRIEF:
        return None
    how, after = low_at(tokens, at + 1), low_at(tokens, at + 2)
    if how in ("later", "earlier"):
        return at + 2, False
    return (at + 2, True) if how in ("after", "before") and after[:1].isalnum() else None


def apart_at(tokens: Sequence[Token], place: int) -> tuple[int, int, int] | None:
    """Return where "two days after" ends, how many days lie between, and the size of the unit.

    The clause after it is told of with it: "fell on Sunday, two days after the truce had ended".
    The days count from the date of the other clause to that one's.
    """
    number = number_at(tokens, place)
    one = low_at(tokens, place) in ("a", "an", "one", "the")
    at, many = (place + 1, 1) if one else number[:2] if number and number[1] < 1000 else (-1, 0)
    size = UNITS.get(low_at(tokens, at)) if at >= 0 else None
    how, after = low_at(tokens, at + 1), low_at(tokens, at + 2)
    named = after[:1].isalnum() and after not in ("that", "this", "next")
    if size is None or how not in ("after", "before") or not named:
        return None
    return at + 2, int(many) * size * (-1 if how == "after" else 1), size


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


SINGLE = {"today": (0, 0), "tonight": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1),
          "overnight": (-1, 0), "last night": (-1, 0), "this morning": (0, 0),
          "this afternoon": (0, 0)}  # fmt: skip


def single_at(tokens: Sequence[Token], place: int, published: date | None) -> Hit | None:
    """Read "yesterday", "overnight", "last night", "this morning"."""
    last, shift = place + 1, SINGLE.get(low_at(tokens, place))
    if shift is None:
        last, shift = place + 2, SINGLE.get(f"{low_at(tokens, place)} {low_at(tokens, place + 1)}")
    if shift is None:
        return None
    if published is None:
        return last, None, None, "unknown", False
    start, end = (published + timedelta(each) for each in shift)
    return last, start, end, "day", False
