"""The texts of the queries, put together."""

from pathlib import Path

from tests.record.rows import DATASET, VERSION, many

from truceline.record.corrections import Correction
from truceline.record.sql import query, seen
from truceline.record.store import Store


def test_a_store_with_and_one_without_corrections_show_the_same_rows(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.duckdb")
    store.init()
    store.import_frame(many(50), file_sha256="a", dataset=DATASET, version=VERSION, at="2025")
    before = store.events()
    with store.reading() as opened:
        assert query("uncorrected") in seen(opened)
    same = Correction(DATASET, f"{DATASET}:7", "date_prec", "1", "as it was")
    store.correct(same, at="2025")
    with store.reading() as opened:
        assert query("corrected") in seen(opened)
    assert store.events().sort("id").equals(before.sort("id"))
