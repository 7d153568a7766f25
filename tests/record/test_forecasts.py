"""The archive of forecasts: kept once, never changed, in the order in which they were made."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from truceline.record import forecasts
from truceline.record.store import Store
from truceline.terms.errors import BadInput
from truceline.terms.forecasts import Forecast

SAID = Forecast(
    question="outlook", war="ukraine", as_of=date(2025, 5, 8), event="stop", by=date(2026, 1, 1),
    definition="lasting 30 days", probability=0.28, low=0.2, high=0.4, level=0.9, method="pool",
    version="1",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    return made


def test_a_forecast_comes_back_as_it_was_said(store: Store) -> None:
    assert forecasts.keep(store, [SAID], at="2025-05-08T10:00:00") == 1
    assert forecasts.kept(store) == (replace(SAID, made_at="2025-05-08T10:00:00"),)
    assert forecasts.kept(store, "intensity") == ()


def test_the_same_twice_is_kept_once_with_its_first_time(store: Store) -> None:
    forecasts.keep(store, [SAID], at="2025-05-08T10:00:00")
    assert forecasts.keep(store, [SAID], at="2025-05-09T10:00:00") == 0
    other = replace(SAID, probability=0.29)
    assert forecasts.keep(store, [SAID, other], at="2025-05-10T10:00:00") == 1
    assert [each.made_at for each in forecasts.kept(store)] == [
        "2025-05-08T10:00:00", "2025-05-10T10:00:00",
    ]  # fmt: skip


def test_a_store_without_an_archive_gets_one(tmp_path: Path, store: Store) -> None:
    with store._open(write=True) as opened:
        opened.execute("DROP TABLE forecast")
        opened.execute("DELETE FROM migration WHERE name LIKE '%forecasts'")
    assert forecasts.keep(store, [SAID], at="2025-05-08T10:00:00") == 1
    assert store.broken() == []


def test_no_store_and_no_probability_are_refused(tmp_path: Path, store: Store) -> None:
    with pytest.raises(BadInput, match="make one"):
        forecasts.keep(Store(tmp_path / "none.duckdb"), [SAID], at="x")
    with pytest.raises(BadInput, match="between 0 and 1"):
        forecasts.keep(store, [replace(SAID, probability=1.2)], at="x")
