"""Attributes of a war at a moment, each known by then; what is not known is None."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from truceline.compare.clocks import Moment
from truceline.compare.past import Pasts

CHARTER = date(1945, 10, 24)
"""Charter of the United Nations in force."""
COVERED = (date(1989, 1, 1), date(2020, 12, 31))
"""Days that the ceasefires of ETH/PRIO cover: a civil war without one there had none."""

Value = bool | float | str | None
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute that wars are compared on: how its values differ, and how it is said."""

    name: str
    words: str
    numeric: bool = False


ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("between_states", "fought between states"),
    Attribute("territory", "fought over territory"),
    Attribute("contiguous", "sides share a border on land"),
    Attribute("strength", "side a's part of both sides' capabilities", numeric=True),
    Attribute("region", "region"),
    Attribute("since_charter", "begun under the UN Charter"),
    Attribute("outside_a", "another state fights beside side a"),
    Attribute("outside_b", "another state fights beside side b"),
    Attribute("age", "age at that moment", numeric=True),
    Attribute("age_at_talks", "age when talks opened", numeric=True),
    Attribute("mediated", "a third party mediates"),
    Attribute("static", "the front stands still"),
    Attribute("patron_a", "a patron arms or pays side a"),
    Attribute("patron_b", "a patron arms or pays side b"),
)
BY_HAND = ("static", "patron_a", "patron_b")


def features(pasts: Pasts, moments: Sequence[Moment]) -> dict[str, dict[str, Value]]:
    """Return each war's attributes at its moment.

    Parameters
    ----------
    pasts : Pasts
        As `past.known` gives them.
    moments : sequence of Moment
        The days that are compared.

    Returns
    -------
    dict
        War to attribute to value; ages are logarithms of days, other numbers as they stand. A fact
        that was known only after the moment is None, and so is one that no source at hand gives.
    """
    rows = {row["war_id"]: row for row in pasts.wars.iter_rows(named=True)}
    joined = _dated(pasts.joined, "side")
    read = _dated(pasts.read, "attribute")
    return {
        each.war_id: _at(rows[each.war_id], each.day, joined, read) for each in moments
    }  # fmt: skip


def _dated(frame: pl.DataFrame, key: str) -> dict[tuple[str, str], list[tuple[date, str]]]:
    """Index dated rows by war and `key`."""
    found: dict[tuple[str, str], list[tuple[date, str]]] = {}
    told = "value" if "value" in frame.columns else "state"
    for war_id, name, since, value in frame.select("war_id", key, "known_from", told).iter_rows():
        found.setdefault((war_id, name), []).append((since, value))
    return found


def _at(
    row: Row,
    day: date,
    joined: Mapping[tuple[str, str], list[tuple[date, str]]],
    read: Mapping[tuple[str, str], list[tuple[date, str]]],
) -> dict[str, Value]:
    """Return one war's attributes on a day."""
    war = row["war_id"]
    talks = row["talks_from"]
    found: dict[str, Value] = {
        "between_states": row["kind"] == "interstate",
        "territory": row["territory"],
        "contiguous": row["contiguous"],
        "strength": row["strength_a"],
        "region": row["region"],
        "since_charter": row["start"] >= CHARTER,
        "age": _log(row["start"], day),
        "age_at_talks": _log(row["start"], talks) if talks and talks <= day else None,
        "mediated": _mediated(row, day, read),
    }
    for side in "ab":
        found[f"outside_{side}"] = any(since <= day for since, _ in joined.get((war, side), []))
    for name in BY_HAND:
        values = [value for since, value in read.get((war, name), []) if since <= day]
        found[name] = values[-1] != "no" if values else None
    return found


def _mediated(
    row: Row, day: date, read: Mapping[tuple[str, str], list[tuple[date, str]]]
) -> bool | None:
    """Tell whether a third party had mediated by a day; None where no source at hand looks."""
    told = [value for since, value in read.get((row["war_id"], "mediated"), []) if since <= day]
    if told:
        return told[-1] != "no"
    if row["mediated_from"] is not None and row["mediated_from"] <= day:
        return True
    first, last = COVERED
    covered = row["kind"] != "interstate" and row["start"] >= first and day <= last
    return False if covered else None


def _log(start: date, day: date) -> float:
    """Return the logarithm of days from one day to another."""
    return math.log(max((day - start).days, 1))
