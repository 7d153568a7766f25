"""Many rows at once: nothing twice, nothing lost, and a broken-off import is taken up again."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from truceline.record import bulk, ledger
from truceline.record.store import Store
from truceline.terms.errors import BadFrame, BadInput
from truceline.terms.tables import EVENTS, PANEL

Frame = Callable[..., pl.DataFrame]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    return made


def frame(count: int = 5, *, version: str = "1", first: int = 0, best: float = 2) -> pl.DataFrame:
    numbers = range(first, first + count)
    columns: dict[str, object] = dict.fromkeys(EVENTS)
    columns |= {
        "id": [f"u{each}" for each in numbers],
        "source_dataset": "ucdp",
        "source_version": version,
        "retrieved_at": "2025-01-01T00:00:00",
        "redistribute": "open",
        "war": "x",
        "date_start": [date(2024, 1, 1) + timedelta(days=each % 100) for each in numbers],
        "best": best,
    }
    columns["date_end"] = columns["date_start"]
    return pl.DataFrame(columns, schema={name: kind for name, (kind, _) in EVENTS.items()})


def put(store: Store, rows: pl.DataFrame, sha: str = "a", *, version: str = "1") -> tuple[int, int]:
    return store.import_frame(
        rows, file_sha256=sha, dataset="ucdp", version=version, at="2025-06-05T00:00:00"
    )


def test_what_goes_in_comes_out(store: Store) -> None:
    assert put(store, frame()) == (5, 0)
    assert store.events().equals(frame())
    assert store.counts()["events"] == 5
    assert store.broken() == []


def test_the_same_file_twice_changes_nothing(store: Store) -> None:
    put(store, frame())
    assert put(store, frame()) == (0, 5)
    assert store.events().equals(frame())


def test_another_file_brings_only_the_rows_that_are_new(store: Store) -> None:
    put(store, frame())
    assert put(store, frame(count=7), "b") == (2, 5)
    assert store.events().height == 7
    assert store.broken() == []


def test_a_newer_version_closes_the_rows_it_replaces_and_keeps_both(store: Store) -> None:
    put(store, frame())
    assert put(store, frame(2, version="2", best=9), "b", version="2") == (2, 0)
    found = store.events()
    assert sorted(found["best"]) == [2, 2, 2, 9, 9]
    with duckdb.connect(str(store.path), read_only=True) as raw:
        assert raw.execute("SELECT count(*) FROM event").fetchone() == (7,)


def test_batches_add_up_to_the_file(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BATCH", 3)
    assert put(store, frame(10)) == (10, 0)
    assert store.events().equals(frame(10))
    assert store.broken() == []


def test_a_broken_off_import_is_not_seen_until_it_is_taken_up_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 3)
    real, calls = ledger.advance, []

    def stumble(*given: Any, **named: Any) -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        real(*given, **named)

    monkeypatch.setattr(ledger, "advance", stumble)
    with pytest.raises(KeyboardInterrupt):
        put(store, frame(10))
    assert store.events().height == 0
    assert store.broken() == []
    # Meanwhile another file brings some of the same rows, and is whole first.
    assert put(store, frame(4), "b") == (4, 0)
    assert put(store, frame(10)) == (4, 6)
    assert store.events().equals(frame(10))
    assert store.broken() == []


def test_a_row_that_stands_twice_is_one(store: Store) -> None:
    assert put(store, pl.concat([frame(), frame(1)])) == (5, 1)


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (lambda rows: pl.concat([rows, frame(1, best=3)]), "u0 stands 2 times"),
        (lambda rows: rows.drop("id"), "lacks the columns id"),
        (lambda rows: rows.with_columns(id=pl.lit(None, pl.String)), "has no id"),
        (lambda rows: rows.with_columns(source_version=pl.lit("7")), "source_version is 7"),
        (lambda rows: rows.with_columns(source_dataset=pl.lit("gdelt")), "source_dataset is gdelt"),
        (lambda rows: rows.with_columns(redistribute=pl.lit("all")), "redistribute is all"),
        (lambda rows: rows.with_columns(redistribute=None), "redistribute is None"),
    ],
)
def test_a_frame_that_breaks_the_contract_is_refused(
    store: Store, harm: Callable[[pl.DataFrame], pl.DataFrame], says: str
) -> None:
    with pytest.raises(BadFrame, match=says):
        put(store, harm(frame()))
    assert store.counts()["ingests"] == 0


def test_a_store_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="record init"):
        put(Store(tmp_path / "none.duckdb"), frame())


def test_an_empty_file_is_an_import_of_nothing(store: Store) -> None:
    assert put(store, frame(0)) == (0, 0)
    assert store.broken() == []


def series(value: float = 1.0) -> pl.DataFrame:
    days = [date(2024, 1, 1), date(2024, 1, 2)]
    columns: dict[str, object] = dict.fromkeys(PANEL)
    columns |= {"war": "x", "date": days, "series": "drones", "value": [value, None],
                "source_dataset": "air force", "source_version": "1"}  # fmt: skip
    return pl.DataFrame(columns, schema={name: kind for name, (kind, _) in PANEL.items()})


def test_a_series_comes_out_as_it_went_in_and_a_corrected_day_replaces_its_elder(
    store: Store,
) -> None:
    given = {"dataset": "air force", "version": "1", "at": "2025"}
    assert store.import_panel(series(), file_sha256="a", **given) == (2, 0)
    assert store.import_panel(series(), file_sha256="a", **given) == (0, 2)
    assert store.panel().equals(series())
    assert store.import_panel(series(4.0), file_sha256="b", **given) == (1, 1)
    assert store.panel()["value"].to_list() == [4.0, None]
    assert store.panel(as_of=date(2024, 1, 1)).height == 1
    assert store.broken() == []
