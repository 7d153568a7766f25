"""Dates that count from another date: of their own sentence, or of the day told of."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from truceline.coding.spans import PRECISION, When, apart_at, brief_at
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
        between until `settled`. Of "hours after" it is the day told of, None where the sentence has
        another.
    """
    short = brief_at(tokens, place)
    if short is not None:
        last, _ = short
        said = text[tokens[place].start : tokens[last - 1].end]
        origin, own = origin_of(found, told)
        if own is not None:
            return last, None
        return last, When(place, last, origin, origin, "day" if origin else "unknown", said)
    hit = apart_at(tokens, place)
    if hit is None:
        return None
    last, days, size = hit
    said = text[tokens[place].start : tokens[last - 1].end]
    return last, When(place, last, None, None, "unknown", said, apart=(days, size))


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
