"""What every adapter says of its dataset, and how its rows become EVENTS."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import polars as pl

from truceline.read.datasets.fields import number, version_in, whole
from truceline.read.datasets.rights import Rights
from truceline.read.datasets.table import ASIDE, ROW, Table
from truceline.terms.tables import EVENTS

_NUMBERS = ("latitude", "longitude", "best", "low", "high")
_WHOLE = ("where_prec", "type_of_violence", "sentence")
_GIVEN = ("source_dataset", "source_version", "retrieved_at", "redistribute", "war")


@dataclass(frozen=True, slots=True)
class Built:
    """An adapter's work: EVENTS' columns by expression, rows to set aside, and remarks.

    `frame` has a row a row of the result and `ROW`; `fields` gives EVENTS' columns from it; a row
    for which one of `refuse` is true is set aside with that reason.
    """

    frame: pl.DataFrame
    fields: Mapping[str, pl.Expr]
    refuse: Sequence[tuple[str, pl.Expr]] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Adapter:
    """One dataset: its name, its codebook's columns, and how a row of it becomes an event.

    `required` columns must be there. `known` are the codebook's columns in its order; `others`
    are known from other versions. `headerless` says that the makers publish files without a
    header, whose columns are `known`. `war_key` names the column and the key of a war's `codes`
    by which a row's war is known.
    """

    name: str
    title: str
    required: tuple[str, ...]
    known: tuple[str, ...]
    build: Callable[[Table], Built]
    others: tuple[str, ...] = ()
    headerless: bool = False
    war_key: tuple[str, str] | None = None
    dataset: Callable[[Table, str], str] | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """A file as rows: EVENTS, each with `ROW`, or PANEL; what was left.

    `written` holds the rows of EVENTS as the file has them, in the same order: `ROW` and the
    file's own columns. `aside` has the columns row, reason, text. `rows` counts the file's data
    rows, read or not.
    """

    kind: Literal["events", "panel"]
    dataset: str
    version: str
    rights: Rights
    frame: pl.DataFrame
    aside: pl.DataFrame
    rows: int
    remarks: tuple[str, ...] = field(default=())
    written: pl.DataFrame | None = None

    def reasons(self) -> list[tuple[str, int]]:
        """Return why rows were set aside and how often, most frequent first."""
        counted = (
            self.aside.group_by("reason").len().sort("len", "reason", descending=[True, False])
        )
        return [(str(reason), int(count)) for reason, count in counted.rows()]


def take(table: Table, *names: str) -> pl.Expr:
    """Return the first of some columns that the table has, as trimmed text; null without any."""
    for name in names:
        if name in table.columns:
            text = pl.col(name).str.strip_chars()
            return pl.when(text != "").then(text)
    return pl.lit(None, dtype=pl.String)


def to_events(
    table: Table, adapter: Adapter, *, rights: Rights, version: str | None, retrieved_at: str
) -> Imported:
    """Return a table's rows as EVENTS, and those that cannot be with the reason.

    Parameters
    ----------
    table : Table
        With columns as the codebook names them.
    adapter : Adapter
        Of the dataset.
    rights : Rights
        Of the dataset.
    version : str or None
        As the user says; else as the file's name says.
    retrieved_at : str
        ISO time.

    Returns
    -------
    Imported
        `written` holds the rows under the codebook's own names.
    """
    built = adapter.build(table)
    version = version or version_in(table.name) or "unknown"
    dataset = adapter.dataset(table, version) if adapter.dataset else adapter.name
    reason = pl.coalesce(
        *[pl.when(bad).then(pl.lit(why)) for why, bad in built.refuse], pl.lit(None, pl.String)
    )
    given = {
        "source_dataset": dataset,
        "source_version": version,
        "retrieved_at": retrieved_at,
        "redistribute": rights.redistribute,
        "war": None,
    }
    done = built.frame.select(
        *[_field(name, built.fields, given) for name in EVENTS],
        pl.col(ROW),
        reason.alias("reason"),
    )
    refused = done["reason"].is_not_null()
    frame, written = done.drop("reason"), built.frame
    if refused.any():
        frame, written = frame.filter(~refused), written.filter(~refused)
    lost = built.frame.filter(refused)
    aside = lost.select(
        pl.col(ROW).alias("row"),
        done["reason"].filter(refused).alias("reason"),
        _as_written(lost).alias("text"),
    )
    frame, remarks = _tidied(frame)
    return Imported(
        "events", dataset, version, rights, frame,
        pl.concat([table.aside, aside.cast(ASIDE)]).sort("row"),
        table.frame.height + table.aside.height,
        (*table.remarks, *built.remarks, *remarks),
        written.select(ROW, *_own_columns(written)),
    )  # fmt: skip


def _as_written(frame: pl.DataFrame) -> pl.Expr:
    """Return rows under the file's own column names, but for columns that are empty throughout."""
    names = [name for name in _own_columns(frame) if frame[name].null_count() < frame.height]
    if not names:
        return pl.lit("{}")
    return pl.struct(names).struct.json_encode()


def _own_columns(frame: pl.DataFrame) -> list[str]:
    """Return the file's own columns, without those that an adapter works with."""
    return [name for name in frame.columns if not name.startswith("truceline_")]


def _field(name: str, fields: Mapping[str, pl.Expr], given: Mapping[str, str | None]) -> pl.Expr:
    """Return one column of EVENTS."""
    kind = EVENTS[name][0]
    if name in given:
        return pl.lit(given[name], dtype=kind).alias(name)
    found = fields.get(name, pl.lit(None, dtype=kind))
    return found.cast(kind, strict=False).alias(name)


def _tidied(frame: pl.DataFrame) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Return EVENTS with each id once and figures in order, and remarks on what that took."""
    remarks = []
    crossed = ((pl.col("low") > pl.col("best")) | (pl.col("best") > pl.col("high"))).fill_null(
        value=False
    )
    count = int(frame.select(crossed.sum()).item())
    if count:
        remarks.append(
            f"{count} rows give a low figure above the best or a best above the high; "
            "their best is kept, the bound that contradicts it is left out"
        )
        frame = frame.with_columns(
            pl.when(~(pl.col("low") > pl.col("best")).fill_null(value=False)).then("low"),
            pl.when(~(pl.col("high") < pl.col("best")).fill_null(value=False)).then("high"),
        )
    if frame["id"].is_duplicated().any():
        again = pl.int_range(pl.len()).over("id")
        twice = int(frame.select((again > 0).sum()).item())
        remarks.append(f"{twice} ids stand more than once; the later ones are marked #2, #3 …")
        marked = pl.concat_str(pl.col("id"), pl.lit("#"), (again + 1).cast(pl.String))
        frame = frame.with_columns(pl.when(again > 0).then(marked).otherwise("id").alias("id"))
    return frame, tuple(remarks)


def figures(table: Table, **columns: str) -> dict[str, pl.Expr]:
    """Return number columns of EVENTS from the columns of the file that hold them."""
    found = {}
    for name, column in columns.items():
        if column in table.columns:
            found[name] = (whole if name in _WHOLE else number)(column)
    return found


def not_a_number(table: Table, *columns: str) -> list[tuple[str, pl.Expr]]:
    """Return reasons to refuse a row for a column that holds something else than a number."""
    return [
        (f"{name} is not a number", pl.col(name).str.strip_chars().ne("") & number(name).is_null())
        for name in columns
        if name in table.columns
    ]


def off_the_map(latitude: pl.Expr, longitude: pl.Expr) -> tuple[str, pl.Expr]:
    """Return the reason to refuse a row whose place lies on no globe."""
    return (
        "latitude or longitude is off the globe",
        (latitude.abs() > 90) | (longitude.abs() > 180),
    )
