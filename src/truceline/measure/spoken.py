"""A side's own words by day: what it declared, what it agreed to, in the war's list or as coded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from truceline.measure.event_rows import Coded, words
from truceline.terms.wars import War

_EVE = timedelta(days=1)
CODED = "coded events"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a side: `day` is the last day before its deeds are looked at.

    `kind` is "truce", "agreement" or "coded"; `evidence` the row or event it stands on.
    """

    day: date
    kind: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """A side's words: those that decide, who lists them, and other lists beside, by name."""

    said: tuple[Word, ...] = ()
    by: str = "the war's list"
    beside: tuple[tuple[str, tuple[Word, ...]], ...] = ()


def spoken(war: War, side: str, rows: Coded | None, *, as_of: date) -> Spoken:
    """Return a side's words: the war's list where it holds any, else as coded.

    Parameters
    ----------
    war : War
        Its truces and rounds.
    side : str
        Code of the side.
    rows : Coded or None
        Coded events.
    as_of : date
        Nothing that began later is used.

    Returns
    -------
    Spoken
        Beside a list stand its truces alone, its agreements alone, and words as coded.
    """
    said = listed(war, side, as_of=as_of)
    read: tuple[Word, ...] = ()
    if rows is not None and any(each.code == side for each in war.sides):
        read = openers(heard(rows, war, side))
    if not said and read:
        return Spoken(read, CODED)
    beside = (
        ("truces only", tuple(each for each in said if each.kind == "truce")),
        ("agreements at rounds only", tuple(each for each in said if each.kind == "agreement")),
        ("words as coded", read),
    )
    return Spoken(said, beside=tuple((name, words) for name, words in beside if words))


def listed(war: War, side: str, *, as_of: date) -> tuple[Word, ...]:
    """Return the words of a side that the war's own list holds.

    Parameters
    ----------
    war : War
        Its truces with `declared_by`, its rounds with `agreed` and `parties`.
    side : str
        Code of the side.
    as_of : date
        Nothing that began later is used.

    Returns
    -------
    tuple of Word
        In order of day: a truce that the side declared, by the eve of its first day; a round at
        which the side agreed to something, by its last day.

    Notes
    -----
    A truce counts whatever became of it, and whatever it was limited to: to take those that were
    kept would be to choose by the outcome. A round without named parties is taken as one of all
    sides. A truce is often declared some days before it begins; it is dated by the eve of its
    first day, so that the window after it is the one for which it was promised.

    Examples
    --------
    >>> from truceline.terms.wars import Side, Truce
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...     sides=(Side(code="A", name="A"), Side(code="B", name="B")),
    ...     truces=(Truce(start=date(2025, 5, 8), declared_by=("A",)),))
    >>> [each.day.isoformat() for each in listed(war, "A", as_of=date(2025, 6, 1))]
    ['2025-05-07']
    >>> listed(war, "B", as_of=date(2025, 6, 1))
    ()
    """
    found = [
        Word(each.start - _EVE, "truce", f"{war.folder}:truce:{each.start}")
        for each in war.truces
        if side in each.declared_by and each.start <= as_of
    ]
    found += [
        Word(each.end, "agreement", f"{war.folder}:round:{each.start}")
        for each in war.rounds
        if each.agreed and each.end <= as_of and (not each.parties or side in each.parties)
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.evidence)))


def heard(found: Coded, war: War, side: str) -> tuple[Word, ...]:
    """Return a side's verbal cooperation as coded, one word a day.

    Parameters
    ----------
    found : Coded
        Events of one dataset.
    war : War
        For the side's name and aliases.
    side : str
        Code of the side.

    Returns
    -------
    tuple of Word
        In order of day.
    """
    (who,) = [each for each in war.sides if each.code == side]
    by_day: dict[date, str] = {}
    for row in words(found, who).iter_rows(named=True):
        by_day.setdefault(row["date"], row["id"])
    return tuple(Word(day, "coded", name) for day, name in by_day.items())


def days(said: Iterable[Word]) -> tuple[date, ...]:
    """Return the days of words, each once, in order.

    Parameters
    ----------
    said : iterable of Word
        In any order.

    Returns
    -------
    tuple of date
        Days.
    """
    return tuple(sorted({each.day for each in said}))


def openers(said: Sequence[Word], *, gap: int = 7) -> tuple[Word, ...]:
    """Return the words that open a run: those with no other word in the days before.

    Parameters
    ----------
    said : sequence of Word
        In order of day.
    gap : int, default 7
        A word opens a run if none stands in so many days before it.

    Returns
    -------
    tuple of Word
        Coded words come daily; a calendar with a word on every day has no day without one, and
        nothing could be set against anything.

    Examples
    --------
    >>> said = [Word(date(2025, 1, day), "coded", "") for day in (1, 5, 20)]
    >>> [each.day.day for each in openers(said)]
    [1, 20]
    """
    return tuple(
        each
        for place, each in enumerate(said)
        if not place or (each.day - said[place - 1].day).days > gap
    )
