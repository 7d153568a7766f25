"""A user's own file as EVENTS or PANEL, by its map; JSON lists too."""

import hashlib
import json

import polars as pl

from truceline.read.datasets.adapter import (
    Adapter,
    Built,
    Imported,
    figures,
    not_a_number,
    off_the_map,
    take,
    to_events,
)
from truceline.read.datasets.fields import days, number
from truceline.read.datasets.mapping import FIELDS, Map
from truceline.read.datasets.rights import own
from truceline.read.datasets.table import (
    ASIDE,
    ROW,
    Table,
    delimiter_of,
    first_records,
    table,
    text_bytes,
)
from truceline.terms.errors import BadInput
from truceline.terms.tables import PANEL, check

VERSION = "own"


def own_table(raw: bytes, name: str) -> Table:
    r"""Return a user's file as a table: CSV of any kind, with or without a header, or JSON.

    Parameters
    ----------
    raw : bytes
        The file.
    name : str
        Its name.

    Returns
    -------
    Table
        A file whose first line holds a date or number has no header: its columns are called
        column_1, column_2 …

    Raises
    ------
    BadInput
        If it is empty, or JSON without a list of records.
    BadReport
        If it is not text.

    Examples
    --------
    >>> own_table(b'{"daily": [{"date": "2022-02-24", "n": 3}]}', "x.json").columns
    ['date', 'n']
    """
    if raw.lstrip()[:1] in {b"[", b"{"}:
        return _json_table(raw, name)
    body, _ = text_bytes(raw, name)
    first = first_records(body, delimiter_of(body), 1)
    if first and _looks_like_values(first[0]):
        names = [f"column_{place}" for place in range(1, len(first[0]) + 1)]
        return table(raw, name, names=names)
    return table(raw, name)


def read_own(
    found: Table, how: Map, *, dataset: str, war: str | None, retrieved_at: str
) -> Imported:
    """Return a user's file as rows.

    Parameters
    ----------
    found : Table
        The file.
    how : Map
        Which column is which, settled.
    dataset : str
        What the record calls it.
    war : str or None
        The war; a series needs one.
    retrieved_at : str
        ISO time.

    Returns
    -------
    Imported
        EVENTS or PANEL. An event without an id of its own has the hash of its row.

    Raises
    ------
    BadInput
        If it is a series and no war is named.
    """
    if how.kind == "panel":
        if war is None:
            raise BadInput(f"{found.name} is a series, and a series needs a war: add --war NAME")
        return _panel(found, how, dataset, war)
    adapter = Adapter(
        name=dataset,
        title=found.name,
        required=(),
        known=tuple(found.columns),
        build=lambda given: _events(given, how),
    )
    rights = own(dataset, redistribute=how.redistribute)
    return to_events(found, adapter, rights=rights, version=VERSION, retrieved_at=retrieved_at)


def _events(found: Table, how: Map) -> Built:
    columns = how.columns
    start = days(found.frame[columns["date_start"]], order=how.date_order)
    end = (
        days(found.frame[columns["date_end"]], order=how.date_order)
        if "date_end" in columns
        else start
    )
    numbers = {
        key: column
        for key, column in columns.items()
        if key in {"latitude", "longitude", "best", "low", "high"}
    }
    texts = {key: take(found, column) for key, column in columns.items()
             if key in {"side_a", "side_b", "initiator"}}  # fmt: skip
    began = texts.get("initiator", pl.lit(None, pl.String))
    ident = take(found, columns["id"]) if "id" in columns else pl.lit(_hashes(found))
    fields = figures(found, **numbers) | texts | {
        "id": ident,
        "date_start": pl.lit(start),
        "date_end": pl.lit(end),
        "date_prec": pl.lit("day"),
        "hedge": pl.lit("reported"),
        "initiator_basis": pl.when(began.is_not_null()).then(pl.lit("the file says so")),
    }  # fmt: skip
    refuse = [
        ("no id", ident.is_null()),
        ("the date cannot be read", pl.lit(start).is_null()),
        ("the last day cannot be read", pl.lit(end).is_null()),
        ("it ends before it starts", pl.lit(end) < pl.lit(start)),
        *not_a_number(found, *numbers.values()),
    ]
    if {"latitude", "longitude"} <= numbers.keys():
        refuse.append(off_the_map(number(numbers["latitude"]), number(numbers["longitude"])))
    return Built(found.frame, fields, refuse)


def _panel(found: Table, how: Map, dataset: str, war: str) -> Imported:
    """Return a series; days that stand twice are added up or set aside, as the map says."""
    numbers = {key: number(how.columns[key]) if key in how.columns else pl.lit(None, pl.Float64)
               for key in FIELDS["panel"][1:]}  # fmt: skip
    day = days(found.frame[how.columns["date"]], order=how.date_order)
    value = pl.col(how.columns["value"])
    rows = found.frame.select(
        pl.lit(day).alias("date"),
        *[each.alias(key) for key, each in numbers.items()],
        pl.col(ROW).alias("row"),
        pl.struct(pl.exclude(ROW)).struct.json_encode().alias("text"),
        pl.when(pl.lit(day).is_null()).then(pl.lit("the date cannot be read"))
        .when(value.str.strip_chars().ne("") & numbers["value"].is_null())
        .then(pl.lit("the value is not a number")).alias("reason"),
    )  # fmt: skip
    good = rows.filter(pl.col("reason").is_null())
    if how.repeated == "sum":
        kept = good.group_by("date", maintain_order=True).agg(
            pl.when(pl.col(key).count() > 0).then(pl.col(key).sum()).alias(key)
            for key in FIELDS["panel"][1:]
        )
        aside = rows.filter(pl.col("reason").is_not_null())
    else:
        first = pl.col("date").is_first_distinct()
        kept = good.filter(first)
        again = good.filter(~first).with_columns(reason=pl.lit("its day stood there already"))
        aside = pl.concat([rows.filter(pl.col("reason").is_not_null()), again])
    frame = kept.sort("date").with_columns(
        war=pl.lit(war), series=pl.lit(how.series), unit=pl.lit(how.unit),
        side=pl.lit(how.side, dtype=pl.String), source_dataset=pl.lit(dataset),
        source_version=pl.lit(VERSION),
    )  # fmt: skip
    return Imported(
        "panel", dataset, VERSION, own(dataset, redistribute=how.redistribute),
        check(frame, PANEL),
        pl.concat([found.aside, aside.select(*ASIDE.names()).cast(ASIDE)]).sort("row"),
        found.frame.height + found.aside.height,
        (*found.remarks, *how.remarks),
    )  # fmt: skip


def _json_table(raw: bytes, name: str) -> Table:
    """Return a JSON list of records, alone or inside an object, as a table of texts."""
    try:
        said = json.loads(raw)
    except ValueError as error:
        raise BadInput(f"{name} is not JSON throughout: {error}") from error
    lists = [said] if isinstance(said, list) else list(said.values())
    records = next((each for each in lists if _records(each)), None)
    if records is None:
        raise BadInput(f'{name} holds no list of records such as [{{"date": …, "value": …}}]')
    columns = list(dict.fromkeys(key for record in records for key in record))
    rows = {
        column: [
            None if record.get(column) in (None, "") else _text(record[column])
            for record in records
        ]
        for column in columns
    }
    frame = pl.DataFrame(rows, schema=dict.fromkeys(columns, pl.String))
    numbered = frame.with_columns(pl.int_range(1, pl.len() + 1, dtype=pl.Int64).alias(ROW))
    return Table(name, numbered, pl.DataFrame(schema=ASIDE))


def _records(said: object) -> bool:
    return isinstance(said, list) and bool(said) and all(isinstance(each, dict) for each in said)


def _text(said: object) -> str:
    return said if isinstance(said, str) else json.dumps(said, ensure_ascii=False)


def _hashes(found: Table) -> pl.Series:
    """Return the hash of each row: the same row has the same id wherever it stands in the file."""
    texts = found.frame.select(pl.struct(pl.exclude(ROW)).struct.json_encode()).to_series()
    return pl.Series(
        [hashlib.sha256(text.encode()).hexdigest()[:16] for text in texts], dtype=pl.String
    )


def _looks_like_values(first: list[str]) -> bool:
    """Say whether a first line holds values: a header has no date and no number."""
    texts = pl.Series(first, dtype=pl.String)
    dates = days(texts, order="day first").is_not_null()
    numbers = pl.DataFrame({"x": texts}).select(number("x")).to_series().is_not_null()
    return bool((dates | numbers).any())
