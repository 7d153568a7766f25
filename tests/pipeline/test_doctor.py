"""What is installed, readable and stale."""

from datetime import date
from pathlib import Path

from truceline.pipeline.doctor import doctor
from truceline.record.store import Store

TODAY = date(2026, 9, 1)


def test_a_fresh_record_is_well_and_an_old_one_is_not() -> None:
    fresh = {each.what: each for each in doctor(today=TODAY)}
    stale = {each.what: each for each in doctor(today=date(2028, 1, 1))}
    assert fresh["war ukraine"].well
    assert not stale["war ukraine"].well
    assert "days old" in stale["war ukraine"].detail


def test_a_war_that_ended_is_never_stale() -> None:
    found = {each.what: each for each in doctor(today=TODAY)}
    assert found["war korea"].well


def test_a_store_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    Store(path).init()
    assert doctor(today=TODAY, store=path)[-1].detail == "0 stories, 0 events"
    path.write_bytes(b"nothing of ours")
    damaged = doctor(today=TODAY, store=path)[-1]
    assert not damaged.well
    assert "damaged" in damaged.detail
