"""The outlook of a war: wishes read, forecasts archived."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from truceline.pipeline import ask, outlook
from truceline.record import forecasts
from truceline.record.store import Store
from truceline.terms.errors import BadInput

DAY, NOW = date(2025, 6, 5), datetime(2025, 6, 6, tzinfo=UTC)


def test_wishes_are_read() -> None:
    found = outlook.wish(["lasting=90", "formal=yes", "by=2026-01-01", "hide=yes"])
    assert found.definition.lasting == 90
    assert found.definition.formal
    assert found.by == date(2026, 1, 1)
    assert found.hide
    assert outlook.wish(["lasting=end"]).definition.lasting is None


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        ("lasting=long", "give 1 to 3660 days, or end"),
        ("lasting=0", "give 1 to 3660 days, or end"),
        ("formal=maybe", "write yes or no"),
        ("by=soon", "write a date as 2026-01-01"),
        ("power=1", "nothing that outlook takes; write lasting=DAYS"),
        ("lasting", "give 1 to 3660 days, or end"),
    ],
)
def test_a_wish_that_cannot_be_read_says_what_to_do(wish: str, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        outlook.wish([wish])


def test_a_forecast_is_archived_once_with_its_time(tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    Store(store).init()
    made = outlook.of_war(ask.load("ukraine").war, as_of=DAY)
    assert outlook.archive(made, store, now=NOW) == 8
    assert outlook.archive(made, store, now=NOW) == 0
    kept = forecasts.kept(Store(store), "outlook")
    assert {each.made_at for each in kept} == {"2025-06-06T00:00:00+00:00"}
    assert {each.event for each in kept} == {"stop", "ceasefire"}
    assert all("truceline" in each.version for each in kept)


def test_what_cannot_be_said_is_not_archived(tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    Store(store).init()
    made = outlook.of_war(ask.load("ukraine").war, as_of=date(2022, 3, 1))
    assert outlook.archive(made, store, now=NOW) == 0
