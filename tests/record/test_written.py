"""Rows under their file's own columns: kept small, found again, and told apart."""

import json
from pathlib import Path

import duckdb
import numpy as np
import polars as pl
import pytest
from tests.record.rows import DATASET, VERSION, many

from truceline.record import archive, bulk, written
from truceline.record.store import Store
from truceline.terms.tables import ROW


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    return made


def own(count: int, headline: str = "h", **more: str | None) -> pl.DataFrame:
    """Return rows with what their file says besides."""
    columns = {
        "id": [f"{n}" for n in range(count)],
        "headline": [f"{headline} {n}" for n in range(count)],
        "note": [None] * count,
    }
    said = pl.DataFrame(columns, {"id": pl.String, "headline": pl.String, "note": pl.String})
    said = said.with_columns(pl.lit(value, pl.String).alias(name) for name, value in more.items())
    return many(count).with_columns(
        pl.int_range(1, count + 1, dtype=pl.Int64).alias(ROW), said.to_struct("written")
    )


def put(store: Store, rows: pl.DataFrame, sha: str = "a") -> tuple[int, int]:
    return store.import_frame(rows, file_sha256=sha, dataset=DATASET, version=VERSION, at="2025")


def told(store: Store) -> dict[str, str]:
    """Return each row's headline by its id."""
    texts = store.events_json()
    ids = store.events()["id"]
    return {
        name: json.loads(text)["headline"]
        for name, text in zip(ids, texts, strict=True)
        if text is not None
    }


def test_what_the_file_says_comes_back_with_its_own_row(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 7)
    put(store, own(20))
    assert told(store) == {f"{DATASET}:{n}": f"h {n}" for n in range(20)}
    assert store.broken() == []
    sources = store.sources([f"{DATASET}:12"])
    assert sources["at_row"].to_list() == [13]


def test_the_same_rows_in_another_file_are_known(store: Store) -> None:
    put(store, own(20))
    assert put(store, own(20, other=None), "b") == (0, 20)
    assert put(store, own(20).sample(fraction=1, shuffle=True, seed=1), "c") == (0, 20)


def test_a_row_that_differs_in_its_own_columns_alone_replaces_the_other(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 8)
    put(store, own(20))
    frame = own(20).with_columns(
        pl.when(pl.col(ROW) == 5)
        .then(
            pl.struct(
                pl.lit("4").alias("id"),
                pl.lit("new").alias("headline"),
                pl.lit(None, pl.String).alias("note"),
            )
        )
        .otherwise(pl.col("written"))
        .alias("written")
    )
    assert put(store, frame, "b") == (1, 19)
    assert told(store)[f"{DATASET}:4"] == "new"
    assert told(store)[f"{DATASET}:5"] == "h 5"
    assert store.events().height == 20
    assert store.broken() == []


def test_a_new_column_with_something_in_it_makes_new_rows(store: Store) -> None:
    put(store, own(5))
    assert put(store, own(5, sub_event="x"), "b") == (5, 0)


def test_rows_of_older_stores_are_known_by_their_text(store: Store) -> None:
    put(store, own(5))
    with duckdb.connect(str(store.path)) as raw:
        raw.execute("DELETE FROM written")
        text = """'{"id":"N","headline":"h N"}'"""
        number = "split_part(id, ':', 2)"
        raw.execute(f"UPDATE event SET at_row = NULL, json = replace({text}, 'N', {number})")
    assert told(store)[f"{DATASET}:3"] == "h 3"
    assert put(store, own(5), "b") == (0, 5)
    assert put(store, own(5, "other"), "c") == (5, 0)
    assert told(store)[f"{DATASET}:3"] == "other 3"


def test_without_anything_kept_nothing_says_that_rows_are_the_same(store: Store) -> None:
    put(store, many(5))
    assert put(store, own(5), "b") == (5, 0)
    assert put(store, own(5), "c") == (0, 5)


def test_blocks_that_an_older_version_kept_in_one_table_are_read(store: Store) -> None:
    put(store, own(5))
    with duckdb.connect(str(store.path)) as raw:
        [(block,)] = raw.execute("SELECT place FROM written").fetchall()
        raw.execute(f"UPDATE written SET place = NULL, parquet = (SELECT parquet FROM {block})")
        raw.execute(f"DROP TABLE {block}")
    assert store.broken() == []
    assert told(store)[f"{DATASET}:3"] == "h 3"
    assert put(store, own(5), "b") == (0, 5)


def test_a_batch_leaves_the_blocks_before_it_where_they_are(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 7)
    chance = np.random.default_rng(1)
    long = pl.Series([chance.bytes(40_000).hex() for _ in range(70)])
    put(store, own(70).with_columns(pl.struct(long.alias("note")).alias("written")))
    with duckdb.connect(str(store.path), read_only=True) as raw:
        [(kept, free)] = raw.execute(
            "SELECT used_blocks, free_blocks FROM pragma_database_size()"
        ).fetchall()
    assert free < kept / 4


def test_nothing_is_kept_of_no_rows(store: Store) -> None:
    with duckdb.connect(str(store.path)) as raw:
        written.keep(raw, "x", own(5)["written"].struct.unnest().with_columns(
            pl.int_range(5, dtype=pl.Int64).alias(ROW)).head(0))  # fmt: skip
        assert raw.execute("SELECT count(*) FROM written").fetchone() == (0,)


@pytest.mark.parametrize(
    ("harm", "fault"),
    [
        ("UPDATE written SET ingest_id = 'x'", "rows of a file without their ingest"),
        ("UPDATE written SET last_row = 3", "event without the row of its file"),
        ("UPDATE written SET place = NULL", "rows of a file without their block"),
        ("DROP TABLE {block}", "rows of a file without their block"),
        ("DELETE FROM {block}", "rows of a file without their block"),
    ],
)
def test_a_lost_block_is_found(store: Store, harm: str, fault: str) -> None:
    put(store, own(5))
    with duckdb.connect(str(store.path)) as raw:
        [(block,)] = raw.execute("SELECT place FROM written").fetchall()
        raw.execute(harm.format(block=block))
    assert fault in {found for found, _ in store.broken()}


def test_an_archive_has_the_rows_of_what_it_lets_out_and_no_others(
    store: Store, tmp_path: Path
) -> None:
    rows = own(20).with_columns(
        pl.when(pl.col(ROW) <= 5)
        .then(pl.lit("private"))
        .otherwise(pl.lit("open"))
        .alias("redistribute")
    )
    put(store, rows)
    archive.write(store, tmp_path / "out")
    [file] = tmp_path.glob("out/rows/*/*.parquet")
    assert pl.read_parquet(file)[ROW].to_list() == list(range(6, 21))
