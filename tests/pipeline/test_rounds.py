"""Rounds of talks beside what a store tells of talks."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from truceline.pipeline import growth, ingest
from truceline.pipeline.rounds import count, rounds
from truceline.record.corrections import Correction
from truceline.record.store import Store
from truceline.terms.errors import BadInput

NOW = datetime(2030, 6, 6, tzinfo=UTC)
TOML = """
name = "Two neighbours"
start = 2024-01-01
[[sides]]
code = "RUS"
name = "Russia"
[[sides]]
code = "UKR"
name = "Ukraine"
[[rounds]]
start = 2025-06-02
announced_on = 2025-05-28
place = "Istanbul"
[[rounds]]
start = 2025-07-23
announced_on = 2025-07-20
status = "postponed"
"""
REPORT = (
    "Russia and Ukraine held talks in Istanbul on 2 June 2025. "
    "Russia and Ukraine held talks in Geneva on 20 May 2025.\n"
)


@pytest.fixture
def war(tmp_path: Path) -> str:
    folder = tmp_path / "neighbours"
    folder.mkdir()
    (folder / "war.toml").write_text(TOML)
    return str(folder)


@pytest.fixture
def store(tmp_path: Path, war: str) -> Path:
    path, report = tmp_path / "a.duckdb", tmp_path / "report.txt"
    report.write_text(REPORT)
    ingest.init(path)
    growth.add(path, [report], war=war, published=date(2025, 6, 3), now=NOW)
    return path


def test_a_round_has_its_rows_and_talks_in_none_come_last(store: Path, war: str) -> None:
    found = rounds(store, war)
    [istanbul, july] = found.rounds
    assert len(istanbul[1]) == 1
    assert july[1] == ()
    assert [day for day, _ in found.not_listed] == [date(2025, 5, 20)]
    assert count(found) == (2, 1, 1)
    assert found.lines()[1] == "2025-07-23  postponed  no row of the store tells of it"
    assert found.lines()[2].startswith("2025-05-20  not a round of neighbours  told of by ")


def test_nothing_known_later_is_told(store: Path, war: str) -> None:
    before = rounds(store, war, as_of=date(2025, 5, 30)).as_dict()
    [ahead] = before["rounds"]
    assert (ahead["start"], ahead["status"], ahead["told_by"]) == (
        date(2025, 6, 2), "announced", [],
    )  # fmt: skip
    assert before["not_listed"] == []
    assert rounds(store, war, as_of=date(2025, 5, 27)).rounds == ()
    [held] = rounds(store, war, as_of=date(2025, 6, 3)).as_dict()["rounds"]
    assert (held["status"], len(held["told_by"])) == ("held", 1)


def test_a_row_that_a_person_took_out_tells_of_nothing(store: Path, war: str) -> None:
    [(_, [row])] = rounds(store, war).not_listed
    Store(store).correct(Correction("reports", row, "excluded", "true", "no talks"), at="2025")
    assert rounds(store, war).not_listed == ()


def test_there_must_be_a_store(tmp_path: Path, war: str) -> None:
    with pytest.raises(BadInput, match="record init"):
        rounds(tmp_path / "none.duckdb", war)
