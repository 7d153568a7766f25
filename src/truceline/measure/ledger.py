"""The ledger: each thing announced or agreed, its date, and whether it was done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from truceline.terms.wars import Round, Truce, War

Outcome = Literal["kept", "partly", "broken", "unknown"]
OUTCOMES: tuple[Outcome, ...] = ("kept", "partly", "broken", "unknown")
_FIRST_WORDS: dict[str, Outcome] = {
    "kept": "kept", "yes": "kept", "held": "kept", "partly": "partly", "largely": "partly",
    "no": "broken", "never": "broken", "broken": "broken",
}  # fmt: skip
_ELSEWHERE = "see"  # a line that only points to a truce of the same list
_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing announced or agreed; `said` is what the record says became of it, if known."""

    day: date
    by: tuple[str, ...]
    what: str
    outcome: Outcome
    said: str | None
    source: str | None
    evidence: str


def ledger(war: War, *, as_of: date) -> tuple[Promise, ...]:
    """Return the ledger of a war: truces declared and things agreed at rounds of talks.

    Parameters
    ----------
    war : War
        Its truces with `kept`, its rounds with `agreed` and `done`.
    as_of : date
        Nothing that began later is listed, and no outcome that was known later.

    Returns
    -------
    tuple of Promise
        In order of date.

    Notes
    -----
    An outcome is read from the first word of its phrase: kept, yes, held; partly, largely; no,
    never, broken; anything else is unknown. It counts as known once all the dates in the phrase
    have passed, a truce's also once it has ended; an outcome at a round without a date is unknown.
    A line of `done` that begins with "see" points to a truce of the list, and is not listed twice.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...     sides=(Side(code="A", name="A"), Side(code="B", name="B")),
    ...     truces=(Truce(start=date(2025, 5, 8), end=date(2025, 5, 10), declared_by=("A",),
    ...                   kept="partly: no drones"),))
    >>> [each.outcome for each in ledger(war, as_of=date(2025, 5, 9))]
    ['unknown']
    >>> [each.outcome for each in ledger(war, as_of=date(2025, 5, 10))]
    ['partly']
    """
    found = [_truce(each, war, as_of) for each in war.truces if each.start <= as_of]
    for each in war.rounds:
        if each.end <= as_of:
            found += _agreed(each, war, as_of)
    return tuple(sorted(found, key=lambda each: (each.day, each.evidence)))


def outcome(phrase: str | None) -> Outcome:
    """Return the outcome that a phrase begins with.

    Parameters
    ----------
    phrase : str or None
        Such as "partly: no long-range drones that night".

    Returns
    -------
    {"kept", "partly", "broken", "unknown"}
        Unknown where there is none, or another word.

    Examples
    --------
    >>> outcome("no: fighting went on"), outcome("disputed: each accuses the other"), outcome(None)
    ('broken', 'unknown', 'unknown')
    """
    first = re.match(r"\w+", phrase or "")
    return _FIRST_WORDS.get(first[0].casefold(), "unknown") if first else "unknown"


def counted(found: Sequence[Promise], side: str) -> dict[Outcome, int]:
    """Return how many promises of a side came out how.

    Parameters
    ----------
    found : sequence of Promise
        A ledger.
    side : str
        Code of the side.

    Returns
    -------
    dict of Outcome to int
        All four outcomes, 0 included.
    """
    mine = [each.outcome for each in found if side in each.by]
    return {each: mine.count(each) for each in OUTCOMES}


def _truce(each: Truce, war: War, as_of: date) -> Promise:
    """A truce as a promise of those who declared it."""
    last = max([each.end or each.start, *_dates(each.kept)])
    known = last <= as_of
    limited = f", {each.limited_to}" if each.limited_to else ""
    until = f" to {each.end}" if each.end else ""
    return Promise(
        each.start, each.declared_by, f"truce{limited}, {each.start}{until}",
        outcome(each.kept) if known else "unknown", each.kept if known else None, each.source,
        f"{war.folder}:truce:{each.start}",
    )  # fmt: skip


def _agreed(each: Round, war: War, as_of: date) -> list[Promise]:
    """What was agreed at a round, as promises of the sides that were there."""
    sides = tuple(side.code for side in war.sides if not each.parties or side.code in each.parties)
    found = []
    for place, what in enumerate(each.agreed):
        phrase = each.done[place] if place < len(each.done) else None
        if phrase is not None and phrase.split()[0].casefold() == _ELSEWHERE:
            continue
        dates = _dates(phrase)
        known = bool(dates) and max(dates) <= as_of
        found.append(
            Promise(
                each.end, sides, what, outcome(phrase) if known else "unknown",
                phrase if known else None, each.source,
                f"{war.folder}:round:{each.start}:agreed:{place + 1}",
            )
        )  # fmt: skip
    return found


def _dates(phrase: str | None) -> list[date]:
    """Every ISO date in a phrase that is a day of the calendar."""
    found = []
    for text in _DATE.findall(phrase or ""):
        try:
            found.append(date.fromisoformat(text))
        except ValueError:
            continue
    return found
