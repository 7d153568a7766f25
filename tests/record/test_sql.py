"""The texts of the queries, put together."""

from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.record.rows import DATASET, VERSION, many

from truceline.record import bulk, ledger
from truceline.record.corrections import Correction
from truceline.record.sql import query, seen
from truceline.record.store import Store


def test_a_store_with_and_one_without_corrections_show_the_same_rows(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.duckdb")
    store.init()
    store.import_frame(many(50), file_sha256="a", dataset=DATASET, version=VERSION, at="2025")
    before = store.events()
    with store.reading() as opened:
        assert query("uncorrected") in seen(opened, {})
    same = Correction(DATASET, f"{DATASET}:7", "date_prec", "1", "as it was")
    store.correct(same, at="2025")
    with store.reading() as opened:
        assert query("corrected") in seen(opened, {})
    assert store.events().sort("id").equals(before.sort("id"))


def test_what_needs_no_asking_is_left_out_and_the_rows_stay_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store(tmp_path / "a.duckdb")
    store.init()
    store.import_frame(many(50), file_sha256="a", dataset=DATASET, version=VERSION, at="2025")
    newer = many(50).with_columns(source_version=pl.lit("26.1"), best=pl.col("best") + 1)
    store.import_frame(newer.head(20), file_sha256="b", dataset=DATASET, version="26.1", at="2026")
    store.snapshot("then", at="2026")
    with store.reading() as opened:
        assert query("standing_all") + query("uncorrected") + query("visible_all") == seen(
            opened, {"as_of": None, "snapshot": None}
        )
        assert query("standing") in seen(opened, {"snapshot": "then"})
        assert query("visible") in seen(opened, {"as_of": date(2024, 1, 1)})
    quick = store.events()
    assert quick.equals(store.events(snapshot="then"))
    assert quick.equals(store.events(as_of=date(2100, 1, 1)))
    half_come(store, newer, monkeypatch)
    with store.reading() as opened:
        assert query("standing") in seen(opened, {})
    assert store.events().equals(quick)


def half_come(store: Store, rows: pl.DataFrame, monkeypatch: pytest.MonkeyPatch) -> None:
    """Break an import off after its first batch."""
    monkeypatch.setattr(bulk, "BATCH", 30)
    calls = iter([None])
    whole = ledger.advance

    def torn(*args: Any, **given: Any) -> None:
        whole(*args, **given)
        if next(calls, "torn") == "torn":
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(ledger, "advance", torn)
        with pytest.raises(KeyboardInterrupt):
            store.import_frame(rows, file_sha256="c", dataset=DATASET, version="26.1", at="2026")
