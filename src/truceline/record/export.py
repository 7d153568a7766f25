"""The record as a file for other tools: CSV, Parquet or JSON lines."""

import io
import json

import polars as pl

from truceline.record.same.kept import same
from truceline.record.shapes import geojson, shaped
from truceline.record.store import Store
from truceline.terms.errors import BadInput

SUFFIXES = (".csv", ".parquet", ".jsonl", ".geojson")
_DANGEROUS = r"^[=+\-@\t\r]"


def export(store: Store, suffix: str, *, private: bool = False, shape: str | None = None) -> bytes:
    """Return the store's events as the bytes of a file.

    Parameters
    ----------
    store : Store
        The record.
    suffix : str
        ".csv" and ".parquet" hold EVENTS, ".jsonl" the whole EVENT objects, one a line; a
        row of a dataset, which has no EVENT, by its columns; ".geojson" points. Each says beside
        its own fields which event a coded row tells of: `same_event`, the id of the first telling.
    private : bool, default False
        Whether rows that are not marked open are let out too, for one's own eyes.
    shape : str, optional
        "ucdp" or "acled": the columns of ".csv" and ".parquet" as those datasets have them.

    Returns
    -------
    bytes
        The file. In CSV a text that a spreadsheet would run as a formula is led by an apostrophe.

    Raises
    ------
    BadInput
        If `suffix` or `shape` is another one, or the suffix has no columns to shape.
    """
    if suffix not in SUFFIXES:
        raise BadInput(
            f"cannot export to {suffix or 'a file without suffix'}; "
            f"use {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        )
    if shape is not None and suffix not in {".csv", ".parquet"}:
        raise BadInput(f"a {suffix} file has no columns to shape; use .csv or .parquet")
    frame = store.events().with_columns(_same_event(store))
    allowed = pl.Series(
        [private or mark == "open" for mark in frame["redistribute"]], dtype=pl.Boolean
    )
    if suffix == ".jsonl":
        plain = frame.iter_rows(named=True)
        kept = [
            _with(text, row["same_event"])
            if text
            else json.dumps(row, ensure_ascii=False, default=str)
            for text, row, keep in zip(store.events_json(), plain, allowed, strict=True)
            if keep
        ]
        return "".join(f"{text}\n" for text in kept).encode()
    frame = frame.filter(allowed)
    if suffix == ".geojson":
        return geojson(frame)
    if shape is not None:
        frame = shaped(frame, shape)
    out = io.BytesIO()
    if suffix == ".parquet":
        frame.write_parquet(out)
    else:
        texts = [name for name, kind in frame.schema.items() if kind == pl.String]
        frame.with_columns(_harmless(pl.col(name)) for name in texts).write_csv(out)
    return out.getvalue()


def _same_event(store: Store) -> pl.Expr:
    """Return for each coded event the id of the event it tells of; null for rows of datasets."""
    coded = pl.col("source_dataset") == "reports"
    told = pl.col("id").replace_strict(same(store).ids(), default=None, return_dtype=pl.String)
    return pl.when(coded).then(told).alias("same_event")


def _with(text: str, same_event: str | None) -> str:
    """Return an EVENT's text with the event it tells of; a dataset's own text as it is."""
    return f'{text[:-1]}, "same_event": {json.dumps(same_event)}}}' if same_event else text


def _harmless(text: pl.Expr) -> pl.Expr:
    """Lead a would-be formula with an apostrophe, so that a spreadsheet shows it as text."""
    led = pl.concat_str(pl.lit("'"), text)
    return pl.when(text.str.contains(_DANGEROUS)).then(led).otherwise(text).name.keep()
