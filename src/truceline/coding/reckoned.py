"""Dates that count from another date: of their own sentence, or of the day told of."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from truceline.coding.spans import PRECISION, When, apart_at, brief_at, low_at
from truceline.coding.tokens import Token


def origin_of(found: Sequence[When], told: date | None) -> tuple[date | None, When | None]:
    """Return the day that "a week later" counts from, and the date of the sentence that names it.

    Parameters
    ----------
    found : sequence of When
        The dates that stand before it in its sentence; the last of them comes first.
    told : date or None
        The last day that the story told of, where none stands there.

    Returns
    -------
    tuple
        The first day, and the date itself, None for the story's.
    """
    for when in reversed(found):
        fits = when.own and not when.span and not when.apart and not runs_on(when)
        if fits and when.start is not None:
            return when.start, when
    return told, None


def runs_on(when: When) -> bool:
    """Return whether a date is a beginning, and what it dates goes on: "since March"."""
    return when.text.lower().startswith("since")


def last_day(whens: Sequence[When], told: date | None) -> date | None:
    """Return the last day that a sentence names, `told` where it names none.

    Examples
    --------
    >>> day = date(2024, 5, 3)
    >>> last_day([When(0, 1, day, day, "day", "Friday")], None) == day
    True
    """
    days = [w.start for w in whens if w.prec == "day" and w.start and w.start == w.end
            and w.apart is None and not runs_on(w)]  # fmt: skip
    return days[-1] if days else told


def lasting(when: When, origin: When | None) -> When:
    """Return a date that counts from a whole month or year, as vague as that is."""
    if origin is None or when.start is None or when.end is None or origin.start is None:
        return when
    length = (origin.end or origin.start) - origin.start
    if not length.days or when.prec == "year":
        return when
    return replace(when, end=when.end + length, prec=origin.prec)


def beside(
    text: str, tokens: Sequence[Token], place: int, found: Sequence[When], told: date | None
) -> tuple[int, When | None] | None:
    """Return where "two days after", "hours later" ends at a place, and the date it is.

    Parameters
    ----------
    text, tokens, place
        The story's text, the sentence's words, where to look.
    found : sequence of When
        The dates that stand before it.
    told : date or None
        The last day that the story told of.

    Returns
    -------
    tuple or None
        The date of "two days after" is that of the clause it opens: `apart`, with its days in
        between until `settled`. "Hours after" is that of its clause, too, on the sentence's day;
        without one, as "hours later", the day told of. None is "hours later" beside another day.
    """
    short = brief_at(tokens, place)
    if short is not None:
        last, clause = short
        said = text[tokens[place].start : tokens[last - 1].end]
        origin, own = origin_of(found, told)
        if own is not None:
            after = replace(own, first=place, last=last, text=said, apart=(0, 1))
            return last, after if clause else None
        return last, When(place, last, origin, origin, "day" if origin else "unknown", said)
    hit = apart_at(tokens, place)
    if hit is None:
        return None
    last, days, size = hit
    said = text[tokens[place].start : tokens[last - 1].end]
    return last, When(place, last, None, None, "unknown", said, apart=(days, size))


def joined(text: str, tokens: Sequence[Token], found: Sequence[When]) -> list[When]:
    """Return the dates with "between May and July", "from Monday to Friday" as one stretch each.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> joined("", tokens_of("It fell."), [])
    []
    """
    done: list[When] = []
    for when in found:
        last = done[-1] if done else None
        if last is not None and last.start and when.end and last.start <= when.end:
            opens = low_at(tokens, last.first - 1), low_at(tokens, last.first)
            pair = opens if opens[0] in STRETCH else (opens[1], "")
            if when.first == last.last + 1 and low_at(tokens, last.last) == STRETCH.get(pair[0]):
                said = text[tokens[last.first].start : tokens[when.last - 1].end]
                done[-1] = replace(last, last=when.last, end=when.end, text=said)
                continue
        done.append(when)
    return done


STRETCH = {"between": "and", "from": "to"}


def part_of(tokens: Sequence[Token], place: int, when: When) -> When:
    """Return a month as far as "the end of July" or "the start of May" means it.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> may = When(4, 5, date(2024, 5, 1), date(2024, 5, 31), "month", "May")
    >>> part_of(tokens_of("at the end of May"), 4, may).start
    datetime.date(2024, 5, 21)
    """
    part = PARTS.get(low_at(tokens, place - 2)) if low_at(tokens, place - 1) == "of" else None
    if part is None or when.prec != "month" or when.start is None or when.start.day != 1:
        return when
    if when.end is None or (when.end - when.start).days < SHORTEST:
        return when
    first, last = part
    end = when.end if last is None else when.start.replace(day=last)
    return replace(when, start=when.start.replace(day=first), end=end)


PARTS: dict[str, tuple[int, int | None]] = {
    "end": (21, None), "close": (21, None), "start": (1, 10), "beginning": (1, 10),
    "middle": (11, 20),
}  # fmt: skip
SHORTEST = 27
"""Days from the first to the last of the shortest month."""


TOLD = frozenset({"happened", "ongoing", "failed"})


def gone_by(when: When, published: date | None, status: str) -> When:
    """Return a day without its year that lies ahead as the last one, for what was done on it.

    Examples
    --------
    >>> june = When(0, 2, date(2021, 6, 15), date(2021, 6, 15), "day", "15 June")
    >>> gone_by(june, date(2021, 3, 1), "happened").start
    datetime.date(2020, 6, 15)
    """
    ahead = published is not None and when.start is not None and when.start > published
    named = when.text.split()[-1].lower() if when.text else ""
    if not ahead or status not in TOLD or when.prec != "day" or named in WEEK:
        return when
    if when.start is None or when.end is None or YEAR.search(when.text):
        return when
    try:
        first, last = (each.replace(year=each.year - 1) for each in (when.start, when.end))
    except ValueError:  # 29 February
        return when
    return replace(when, start=first, end=last)


WEEK = frozenset(name.lower() for name in calendar.day_name)
YEAR = re.compile(r"\d{4}")


def ahead(when: When, published: date) -> When:
    """Return a weekday as the next one after the report, for what is only planned on it."""
    word = when.text.split()[-1].lower()
    if word not in WEEK or when.start is None or when.start >= published:
        return when
    day = when.start + timedelta(7)
    return replace(when, start=day, end=day)


def so_far(when: When, published: date | None, status: str) -> When:
    """Return "this week" or the running month as far as it had come, for what was done in it.

    Examples
    --------
    >>> may = When(0, 2, date(2024, 5, 1), date(2024, 5, 31), "month", "this month")
    >>> so_far(may, date(2024, 5, 7), "happened").end
    datetime.date(2024, 5, 7)
    """
    if published is None or when.start is None or when.end is None or status not in TOLD:
        return when
    running = when.start <= published < when.end
    return replace(when, end=published) if running else when


def settled(found: Sequence[When], told: date | None) -> list[When]:
    """Return the dates of a sentence with those of "two days after" counted from the others.

    They count from the date before them, else from the one after, else from the day told of; but
    one that opens its sentence may retell that very day, and stays open.
    """
    done: list[When] = []
    for at, when in enumerate(found):
        if when.apart is None or when.start is not None:
            done.append(when)
            continue
        origin, own = origin_of(found[:at], None)
        if own is None:
            origin, own = origin_of(found[:at:-1], None)
        if own is None and when.first > 0:
            origin = told
        done.append(_counted(when, origin))
    return done


def _counted(when: When, origin: date | None) -> When:
    days, size = when.apart or (0, 1)
    try:
        day = None if origin is None else origin + timedelta(days)
    except OverflowError:
        day = None
    if day is None:
        return when
    if size == 365:
        return replace(when, start=date(day.year, 1, 1), end=date(day.year, 12, 31), prec="year")
    return replace(when, start=day, end=day, prec=PRECISION[size])
