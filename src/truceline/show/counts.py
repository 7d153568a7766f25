"""Counts in words: "at least 16 civilians killed, of whom 3 children"."""

import re
from collections.abc import Sequence

from truceline.show.numbers import datum, figure, large, percent
from truceline.show.text import line
from truceline.terms.events import Count

_VERBS = {"killed", "wounded", "captured", "abducted", "exchanged", "displaced", "detained"}
_THINGS = {"drones", "missiles", "aircraft", "vehicles", "ships", "troops"}
_MORE = re.compile(r"\b(more than|over|upwards? of|above|exceed\w*|north of)\b|\+", re.IGNORECASE)


def amount(count: Count) -> str:
    """Return how many or how much, as a range in words.

    Parameters
    ----------
    count : Count
        Low is the number said; an open high end gives "at least" or, where the quote says so,
        "more than".

    Returns
    -------
    str
        Such as `at least 16`, `10 to 12`, `US$7 billion`, `33 %`.

    Examples
    --------
    >>> amount(Count("killed", None, 16, None, "persons", "at least 16"))
    'at least 16'
    >>> amount(Count("drones", None, 900, None, "items", "more than 900 drones"))
    'more than 900'
    """
    low = _sized(count, count.low)
    if count.high is None:
        return f"{'more than' if _MORE.search(count.quote) else 'at least'} {low}"
    if count.high == count.low:
        return low
    return f"{low} to {_sized(count, count.high)}"


def counted(count: Count) -> str:
    """Return one count with what it counts, without its subsets.

    Parameters
    ----------
    count : Count
        As coded.

    Returns
    -------
    str
        Such as `12 soldiers killed`; where the quote holds no numeral, the quote follows.

    Examples
    --------
    >>> counted(Count("killed", "soldiers", 12, 12, "persons", "killing 12"))
    '12 soldiers killed'
    """
    of = line(count.of)
    said = amount(count)
    if of.startswith("share of "):
        words = f"{said} {of.removeprefix('share ')}"
    elif count.what in _VERBS:
        words = " ".join(part for part in (said, of, count.what) if part)
    elif count.what in _THINGS:
        words = f"{said} {count.what}" + (f" ({of})" if of and of != count.what else "")
    elif count.what in {"money", "area"}:
        words = said + (f" ({of})" if of else "")
    else:
        words = f"{said} {of}".rstrip()
    return words + _doubt(count)


def counts(all_counts: Sequence[Count]) -> tuple[str, ...]:
    """Return the counts of an event, each subset with the count that it is part of.

    Parameters
    ----------
    all_counts : sequence of Count
        An event's counts; `included_in` is an index into them.

    Returns
    -------
    tuple of str
        One phrase a count that is not part of another.

    Examples
    --------
    >>> killed = Count("killed", None, 16, None, "persons", "at least 16 civilians")
    >>> children = Count("killed", "children", 3, 3, "persons", "three children", 0)
    >>> counts([killed, children])
    ('at least 16 killed, of whom 3 children',)
    """
    parts: dict[int, list[str]] = {}
    for each in all_counts:
        if each.included_in is not None and 0 <= each.included_in < len(all_counts):
            parts.setdefault(each.included_in, []).append(_subset(each, all_counts))
    phrases = []
    for index, each in enumerate(all_counts):
        if each.included_in is None or not 0 <= each.included_in < len(all_counts):
            who = "of whom" if each.unit == "persons" else "of which"
            inner = f", {who} {' and '.join(parts[index])}" if index in parts else ""
            phrases.append(counted(each) + inner)
    return tuple(phrases)


def _subset(each: Count, all_counts: Sequence[Count]) -> str:
    """Say a subset; its verb is left out where it is its whole's."""
    whole = all_counts[each.included_in or 0]
    if each.what == whole.what and each.of:
        return f"{amount(each)} {line(each.of)}" + _doubt(each)
    return counted(each)


def _sized(count: Count, value: float) -> str:
    """Say one end of a count with its unit."""
    if (count.of or "").startswith("share of ") and 0 <= value <= 1:
        return percent(value)
    if count.unit == "USD":
        return f"US${large(value)}"
    if count.what == "money" and len(count.unit) == len("USD"):
        return f"{count.unit} {large(value)}"
    if count.unit == "km2":
        return f"{figure(value)} km²"
    return datum(value) if value < 1e6 else large(value)


def _doubt(count: Count) -> str:
    """Say the words a vague number was read from, its hedge and who says so."""
    notes = []
    if not any(sign.isdigit() for sign in count.quote) and _vague(count):
        notes.append(f"“{line(count.quote)}”")
    if count.hedge is not None and count.hedge != "stated":
        notes.append(count.hedge)
    if count.attributed_to is not None:
        notes.append(f"says {line(count.attributed_to.name or count.attributed_to.text)}")
    return f" ({', '.join(notes)})" if notes else ""


def _vague(count: Count) -> bool:
    """Tell whether a number was made from a word such as "dozens"."""
    return count.high != count.low or count.low != int(count.low)
