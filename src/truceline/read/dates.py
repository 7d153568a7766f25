"""The day a report was published, read from a date line or a machine's stamp; never guessed."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from truceline.read import lexicon
from truceline.read.blocks import Block

STAMP = re.compile(r"^\s*(\d{4})-(\d{2})-(\d{2})(?![\d])")
NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?![\d])(?!\.\d)")
ISO = re.compile(r"(?<![\d./-])((?:19|20)\d\d)([./-])(\d{1,2})\2(\d{1,2})(?![\d])")
HAN = re.compile(r"((?:19|20)\d\d)\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\b|\(?(?:GMT|UTC)\s*[+-]?\d*:?\d*\)?", re.IGNORECASE
)
RELATIVE = re.compile(
    r"\b(?:\d+|an?|one|few)\s*(?:seconds?|mins?|minutes?|hours?|hrs?|h|days?|d|weeks?)\s+ago\b",
    re.IGNORECASE,
)
DATELINE = re.compile(r"^[^a-z\n]{0,4}[A-Z][A-Z][^\n]{0,60}?\s*(?:\([^)]{2,40}\)\s*)?[—–-]{1,2}\s")
READING = re.compile(r"(?:\d+ min(?:ute)?s? read|just now|yesterday)\b", re.IGNORECASE)
EARLIEST = 1900


def stamp(text: str) -> date | None:
    """Return the day of a machine's time stamp, as written, without turning it to another zone.

    Parameters
    ----------
    text : str
        Such as "2025-06-05T10:15:00+03:00".

    Returns
    -------
    datetime.date or None
        None where it is no such stamp or no real day.

    Examples
    --------
    >>> stamp("2025-06-05T10:15:00Z")
    datetime.date(2025, 6, 5)
    >>> stamp("2025-13-05") is None
    True
    """
    found = STAMP.match(text)
    return _day(*found.groups()) if found else written(text)


def written(text: str) -> date | None:
    """Return the first full date written in a short text, or None.

    Parameters
    ----------
    text : str
        A date line, such as "Published: 5 June 2025".

    Returns
    -------
    datetime.date or None
        None without a year, or where day and month cannot be told apart ("05/06/2025"; with dots
        the day comes first).

    Examples
    --------
    >>> written("Thursday, June 5th, 2025 10:04 AM"), written("13/06/2025"), written("05/06/2025")
    (datetime.date(2025, 6, 5), datetime.date(2025, 6, 13), None)
    """
    flat = " ".join(text.split())[:400]
    for pattern, order in ((_day_first(), (3, 2, 1)), (_month_first(), (3, 1, 2))):
        found = pattern.search(flat)
        if found:
            return _day(*(found.group(at) for at in order))
    if found := ISO.search(flat):
        return _day(found.group(1), found.group(3), found.group(4))
    if found := HAN.search(flat):
        return _day(*found.groups())
    if found := NUMBERS.search(flat):
        return _numbers(int(found.group(1)), found.group(2), int(found.group(3)), found.group(4))
    return None


def date_line(text: str) -> bool:
    """Say whether a line holds a date or a time and next to nothing else.

    Parameters
    ----------
    text : str
        A line.

    Returns
    -------
    bool
        True for "Published On 5 Jun 2025" and "2 hours ago", False for a sentence with a date.

    Examples
    --------
    >>> date_line("Updated 2 hours ago"), date_line("They met in Istanbul on 2 June 2025.")
    (True, False)
    """
    flat = " ".join(text.split())
    if len(flat) > 160:
        return False
    patterns = (RELATIVE, _day_first(), _month_first(), _day_month(), ISO, HAN, NUMBERS, CLOCK)
    rest, found = flat, 0
    for pattern in patterns:
        rest, count = pattern.subn(" ", rest)
        found += count
    timed = found > 0 or READING.match(flat)
    rest = lexicon.around("date_words").sub(" ", rest)
    others = re.findall(r"[^\W\d_]{2,}", rest)
    placed = len(others) <= 3 and all(each[0].isupper() for each in others)  # KABUL (Oct. 9, 2012)
    return bool(timed) and (len(others) <= 1 or (placed and written(flat) is not None))


def published(blocks: Sequence[Block], first_prose: int) -> date | None:
    r"""Return the day a pasted page says it was published, or None.

    Parameters
    ----------
    blocks : sequence of Block
        The page, top to bottom.
    first_prose : int
        Where the running text begins; lines before it may be bare date lines.

    Returns
    -------
    datetime.date or None
        Looked for in this order: a line "Published …" anywhere, a date line or byline before the
        running text, a dateline that opens it ("KYIV, June 5, 2025 —"), a line "Updated …".

    Notes
    -----
    A date in the running text or in a title is never taken: it is what the report is about.

    Examples
    --------
    >>> from truceline.read.blocks import split
    >>> page = split("Talks end\nBy Jane Doe | 5 June 2025\nThey met on 2 June 2025.", "a.txt")
    >>> published(page, 2)
    datetime.date(2025, 6, 5)
    """
    short = [(at, each.text) for at, each in enumerate(blocks) if len(each.text) <= 200]
    by = lexicon.around("byline")
    labelled = [t for _, t in short if lexicon.around("published").match(t) and _mostly_date(t)]
    top = [t for at, t in short if at < first_prose and (date_line(t) or by.match(t))]
    if 0 <= first_prose < len(blocks):
        opening = DATELINE.match(blocks[first_prose].text[:140])
        top += [opening.group()] if opening else []
    updated = [t for _, t in short if lexicon.around("updated").match(t) and _mostly_date(t)]
    later = [t for t in top if t in updated]
    found = (written(t) for t in [*labelled, *(t for t in top if t not in later), *updated])
    return next((day for day in found if day is not None), None)


def _mostly_date(text: str) -> bool:
    """Say whether a labelled line is about its date: next to nothing but the date follows."""
    rest = lexicon.around("date_words").sub(" ", text)
    for pattern in (_day_first(), _month_first(), ISO, HAN, NUMBERS, CLOCK):
        rest = pattern.sub(" ", rest)
    return len(re.findall(r"[^\W\d_]{2,}", rest)) <= 4


def _numbers(one: int, mark: str, two: int, year: str) -> date | None:
    """Return the day of a date in numbers, if day and month can be told apart."""
    if mark == "." or one > 12 or one == two:
        return _day(year, two, one)
    return _day(year, one, two) if two > 12 else None


def _day(year: str | int, month: str | int, day: str | int) -> date | None:
    """Return the day if it is real and not before printing presses had web pages to copy."""
    number = month if isinstance(month, int) else lexicon.months().get(month.casefold().rstrip("."))
    try:
        found = date(int(year), int(month) if number is None else number, int(day))
    except ValueError:
        return None
    return found if found.year >= EARLIEST else None


@lru_cache(maxsize=1)
def _names() -> str:
    """Return the month names as a pattern, longest first."""
    return "|".join(sorted(map(re.escape, lexicon.months()), key=len, reverse=True))


@lru_cache(maxsize=1)
def _day_first() -> re.Pattern[str]:
    """Return the pattern of "5 June 2025"."""
    between = r"(?:st|nd|rd|th|\.|º|er)?\s*(?:of|de|del)?[\s-]*"
    pattern = (
        rf"(?<!\d)(\d{{1,2}}){between}({_names()})\b\.?,?[\s-]*(?:de|del)?\s*((?:19|20)\d\d)\b"
    )
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1)
def _month_first() -> re.Pattern[str]:
    """Return the pattern of "June 5, 2025"."""
    pattern = rf"\b({_names()})\b\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)\b"
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=1)
def _day_month() -> re.Pattern[str]:
    """Return the pattern of a day without a year: it marks a date line but gives no date."""
    pattern = rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_names()})\b|\b(?:{_names()})\b\.?\s+\d{{1,2}}\b"
    return re.compile(pattern, re.IGNORECASE)
