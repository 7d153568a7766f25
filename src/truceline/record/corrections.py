"""What a person says of a row: that it should not count, or that a field of it should be another.

A row is never changed. Corrections are kept beside the rows, by the row's id, so that they stand
when the row comes anew from its source or its story is coded again.
"""

from dataclasses import dataclass
from typing import Any

import duckdb
import polars as pl

from truceline.record import ledger
from truceline.record.connection import one
from truceline.record.ledger import Entry
from truceline.terms.errors import BadInput
from truceline.terms.ontology import HEDGES, STATUSES, TYPES
from truceline.terms.tables import EVENTS

FIELDS = (
    "war", "date_start", "date_end", "date_prec", "side_a", "side_b", "best", "low", "high",
    "type", "mode", "status", "hedge", "initiator", "initiator_basis",
)  # fmt: skip
"""Columns of EVENTS that can be relabelled."""
SAME = "same_as:"
"""How a field begins that says of two coded events whether they are one; an id follows."""
_ALLOWED: dict[str, tuple[str, ...]] = {"type": TYPES, "status": STATUSES, "hedge": HEDGES}


@dataclass(frozen=True, slots=True)
class Correction:
    """One statement about one row: `field` should be `value`, and why.

    The field `excluded` with the value "true" leaves the row out of every query, with "false" it
    lets it in again. The value None empties a field. The field `same_as:` with the id of another
    coded event says with "true" that the two are one event, with "false" that they are two.
    """

    dataset: str
    id: str
    field: str
    value: str | None
    reason: str

    def note(self) -> str:
        """Return the correction as a line of the log.

        Examples
        --------
        >>> Correction("reports", "e1", "type", "ASSAULT", "an attack").note()
        'reports e1: type = ASSAULT (an attack)'
        """
        value = "nothing" if self.value is None else self.value
        return f"{self.dataset} {self.id}: {self.field} = {value} ({self.reason})"


def correct(store: duckdb.DuckDBPyConnection, correction: Correction, *, at: str) -> None:
    """Write a correction down, and an entry of it in the log.

    Raises
    ------
    BadInput
        If no reason is given, the store has no such row, the field cannot be relabelled, or its
        column cannot hold the value.
    """
    if not correction.reason.strip():
        raise BadInput("a correction needs a reason; say in a few words why")
    _require_value(correction)
    _require_other(store, correction)
    text = "SELECT count(*) FROM event WHERE source_dataset = ? AND id = ?"
    if not one(store, text, [correction.dataset, correction.id]):
        raise BadInput(f"the store has no row {correction.id} of {correction.dataset}")
    ingest_id = ledger.write(store, Entry("correction", at, note=correction.note()))
    store.execute(
        "INSERT INTO correction VALUES (?, ?, ?, ?, ?, ?)",
        [ingest_id, correction.dataset, correction.id, correction.field, correction.value,
         correction.reason],
    )  # fmt: skip


def _require_other(store: duckdb.DuckDBPyConnection, correction: Correction) -> None:
    """Refuse to call a coded event one with itself, or with one that is not there."""
    if not correction.field.startswith(SAME):
        return
    other = correction.field.removeprefix(SAME)
    text = "SELECT count(*) FROM event WHERE source_dataset = 'reports' AND id = ?"
    if correction.dataset != "reports" or not one(store, text, [other]):
        raise BadInput(f"{other or 'nothing'} is no coded event of the store; give the id of one")
    if other == correction.id:
        raise BadInput(f"{other} stands on both sides; name two events")


def _require_value(correction: Correction) -> None:
    """Refuse a value that its column cannot hold."""
    field, value = correction.field, correction.value
    if field == "excluded" or field.startswith(SAME):
        if value not in {"true", "false"}:
            raise BadInput(f"{field} is {value}; allowed are true and false")
        return
    if field not in FIELDS:
        raise BadInput(f"{field} cannot be relabelled; allowed are {', '.join(FIELDS)}")
    if value is None:
        return
    allowed = _ALLOWED.get(field)
    if allowed and value not in allowed:
        raise BadInput(f"{field} is {value}; allowed are {', '.join(allowed)}")
    try:
        kind = EVENTS[field][0]
        text = pl.Series([value])
        read: Any = text.str.to_date("%Y-%m-%d") if kind is pl.Date else text.cast(kind)
    except pl.exceptions.PolarsError as error:
        raise BadInput(f"{field} is {value}; write a date as 2025-06-05, a number as 12") from error
    if kind is pl.Float64 and not (read.is_finite() & (read >= 0)).all():
        raise BadInput(f"{field} is {value}; deaths are a number from 0 up")
