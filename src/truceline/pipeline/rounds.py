"""The rounds of talks of a war beside what the rows of a store tell of talks."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import polars as pl

from truceline.read import wars
from truceline.record.store import Store
from truceline.terms.wars import Round, War

_BESIDE = timedelta(days=1)
"""Talks go on over midnight, and reports of them come in more than one zone of time."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """A war's rounds, each with the rows that tell of it, and days of talks that are in none."""

    war: str
    as_of: date | None
    rounds: tuple[tuple[Round, tuple[str, ...]], ...]
    not_listed: tuple[tuple[date, tuple[str, ...]], ...]

    def as_dict(self) -> dict[str, Any]:
        """Return it as `record rounds --json` writes it."""
        return {
            "war": self.war,
            "as_of": self.as_of,
            "rounds": [
                asdict(each) | {"status": _status(each, self.as_of), "told_by": list(ids)}
                for each, ids in self.rounds
            ],
            "not_listed": [{"date": day, "told_by": list(ids)} for day, ids in self.not_listed],
        }

    def lines(self) -> list[str]:
        """Return it as lines for a person."""
        found = []
        for each, ids in self.rounds:
            said = [str(each.start), _status(each, self.as_of), each.place, each.format]
            told = f"told of by {', '.join(ids)}" if ids else "no row of the store tells of it"
            found.append("  ".join([*(part for part in said if part), told]))
        for day, ids in self.not_listed:
            found.append(f"{day}  not a round of {self.war}  told of by {', '.join(ids)}")
        return found


def rounds(store: Path, name: str, *, as_of: date | None = None) -> Rounds:
    """Return a war's rounds with the rows of a store that tell of them.

    Parameters
    ----------
    store : Path
        The record.
    name : str
        The war, built in or a folder.
    as_of : date, optional
        No round announced, and no row reported, later.

    Returns
    -------
    Rounds
        A row tells of talks if it is a coded event of consultation, or an agreement of PA-X, of
        that war, and its day is known. It tells of a round from the day before it to the day after.

    Raises
    ------
    BadInput
        If there is no such war, or no store.
    StoreError
        If the store cannot be read.
    """
    war = wars.load(name)
    told = _told(Store(store).events(as_of=as_of), war)
    known = [
        each for each in war.rounds if as_of is None or (each.announced_on or each.start) <= as_of
    ]
    named = tuple((each, _ids(told, each.start, each.end)) for each in known)
    listed = {row_id for _, ids in named for row_id in ids}
    rest = told.filter(~pl.col("id").is_in(sorted(listed)))
    days = rest.group_by("date_start").agg(pl.col("id").sort()).sort("date_start")
    return Rounds(war.folder, as_of, named, tuple((day, tuple(ids)) for day, ids in days.rows()))


def _told(events: pl.DataFrame, war: War) -> pl.DataFrame:
    """Return the rows that tell of talks of a war on a day that is known."""
    talks = (pl.col("source_dataset") == "reports") & (pl.col("type") == "CONSULT")
    of_war = (pl.col("war") == war.folder) & pl.col("date_start").is_not_null()
    on_a_day = pl.col("date_start") == pl.coalesce("date_end", "date_start")
    found = events.filter(of_war & on_a_day & (talks | (pl.col("source_dataset") == "pa-x")))
    return found.select("id", "date_start").sort("date_start", "id")


def _ids(told: pl.DataFrame, start: date, end: date) -> tuple[str, ...]:
    inside = pl.col("date_start").is_between(start - _BESIDE, end + _BESIDE)
    return tuple(told.filter(inside)["id"])


def _status(each: Round, as_of: date | None) -> str:
    """Return what had become of a round: one that lay ahead was announced, and no more."""
    return "announced" if as_of is not None and each.start > as_of else each.status


def count(found: Rounds) -> Sequence[int]:
    """Return how many rounds there are, how many of them are told of, and how many days more.

    Examples
    --------
    >>> count(Rounds("x", None, (), ((date(2025, 5, 16), ("a",)),)))
    (0, 0, 1)
    """
    told = sum(bool(ids) for _, ids in found.rounds)
    return len(found.rounds), told, len(found.not_listed)
