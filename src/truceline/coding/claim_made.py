"""A claim made from a sentence, said again in plain words of our own."""

import hashlib
from typing import Any

from truceline.coding.claim_line import Line, others
from truceline.terms.claims import NOT_CHECKABLE, Claim, Kind, Size, Window
from truceline.terms.countries import NAMES

_WHY = {
    "condition": "it says what would be, not what is",
    "opinion": "it is a judgement, which no record can bear out or refute",
    "motive": "it says what somebody wants or fears, which no record holds",
}
BLOCS = {
    "EUE": "the EU",
    "WEST": "Western allies",
    "UNC": "United Nations forces",
    "IGO": "an international body",
}


def made(line: Line, kind: Kind, told: str, **fields: Any) -> Claim:
    """Return a claim of a sentence.

    Parameters
    ----------
    line : Line
        The sentence.
    kind : Kind
        What sort of claim it is.
    told : str
        The claim in plain words.
    **fields
        Other fields of `Claim`.

    Returns
    -------
    Claim
        Its quote is the sentence; its id is a hash of story, place, kind and words.
    """
    key = f"{line.story.story_id}|{line.start}|{kind}|{told}"
    attributed = any(each.speaker for each in line.who) or line.has("say", "reporter")
    fields.setdefault("words", line.words)
    fields.setdefault("others", others(line))
    return Claim(
        claim_id=hashlib.sha256(key.encode()).hexdigest()[:12],
        story_id=line.story.story_id,
        sentence=line.number,
        kind=kind,
        claim=told,
        quote=line.quote,
        start=line.start,
        end=line.end,
        checkable=kind not in NOT_CHECKABLE,
        why_not=_WHY.get(kind),
        attributed=attributed,
        **fields,
    )


def called(code: str | None, line: Line) -> str:
    """Return what an actor is called: the war's own name of a side, else its code."""
    if code is None:
        return "a side not named"
    sides = line.war.sides if line.war else ()
    named = next((each.name.split(" and ")[0] for each in sides if each.code == code), None)
    return named or BLOCS.get(code) or NAMES.get(code, code)


def sized(size: Size) -> str:
    """Return a size in words.

    Examples
    --------
    >>> sized(Size(900, None)), sized(Size(0, 1000)), sized(Size(1 / 3, 1 / 3, "share"))
    ('at least 900', 'at most 1,000', '33%')
    >>> sized(Size(7e9, 7e9, "USD"))
    'USD 7 billion'
    """
    if size.unit == "share":
        return f"{size.low:.0%}"
    low, high = (_number(each, size.unit) for each in (size.low, size.high))
    rough = "about " if size.rough else ""
    if high is None:
        return f"at least {low}"
    if size.low == 0 and size.high:
        return f"at most {high}"
    return f"{rough}{low}" if low == high else f"{rough}{low} to {high}"


_ROUND = ((1e9, " billion"), (1e6, " million"))


def _number(value: float | None, unit: str) -> str | None:
    """Return a number as it is written; money in millions and billions, with its currency."""
    if value is None:
        return None
    if len(unit) != _LETTERS or not unit.isupper():
        return f"{value:,.0f}"
    part, word = next((each for each in _ROUND if value >= each[0]), (1, ""))
    return f"{unit} {value / part:,.10g}{word}"


_LETTERS = 3  # of a currency's code


def dated(window: Window | None) -> str:
    """Return a window in words, with a comma before it; nothing where there is none.

    Examples
    --------
    >>> from datetime import date
    >>> dated(Window(date(2025, 6, 1), date(2025, 6, 1)))
    ', 2025-06-01'
    """
    if window is None:
        return ""
    return f", {window.first}" + (f" to {window.last}" if window.last != window.first else "")
