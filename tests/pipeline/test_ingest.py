"""Reports into the record and out of it again."""

from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from truceline.pipeline import growth, ingest

NOW = datetime(2030, 6, 6, tzinfo=UTC)


def test_reports_go_in_once_and_come_out(report: Path, war: str, tmp_path: Path) -> None:
    store = tmp_path / "war.duckdb"
    assert ingest.init(store)
    added, unread = growth.add(store, [report], war=war, published=None, now=NOW)
    assert (added.stories, unread) == (1, ())
    assert added.events >= 2
    again, _ = growth.add(store, [report], war=war, published=None, now=NOW)
    assert (again.stories, again.known) == (0, 1)
    out = tmp_path / "out.csv"
    assert ingest.export(store, out, private=True) == (added.events, 0)
    rows = pl.read_csv(out)
    assert set(rows["war"]) == {"made-up"}
    assert "XNO" in set(rows["initiator"])
    assert ingest.check(store)[0] == []


def test_private_reports_stay_in_the_store(report: Path, war: str, tmp_path: Path) -> None:
    store = tmp_path / "war.duckdb"
    ingest.init(store)
    added, _ = growth.add(store, [report], war=war, published=None, now=NOW)
    assert ingest.export(store, tmp_path / "out.jsonl", private=False) == (0, added.events)
