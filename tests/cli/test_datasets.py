"""Verbs on datasets, as a user calls them."""

import json
from pathlib import Path

import pytest
from tests.cli.test_reports import run

RAW = (
    "event_id_cnty,event_date,event_type,actor1,actor2,fatalities,latitude,longitude\n"
    "UKR1,2024-01-02,Battles,A,B,12,48.1,37.2\n"
    "UKR2,soon,Battles,A,B,12,48.1,37.2\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    assert run("record", "init", str(tmp_path / "a.duckdb")) == 0
    (tmp_path / "acled.csv").write_text(RAW, encoding="utf-8")
    (tmp_path / "mine.csv").write_text("day,place\n2022-02-24,x\n", encoding="utf-8")
    return tmp_path


def test_a_file_is_imported_cited_and_exported_as_its_terms_allow(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, out = str(folder / "a.duckdb"), folder / "out.geojson"
    assert run("record", "import", store, str(folder / "acled.csv"), "--war", "ukraine") == 0
    said = capsys.readouterr()
    assert "2 rows: 1 added, 0 known already, 1 set aside (aggregate only)" in said.out
    assert "1 set aside: event_date cannot be read as a date" in said.err
    assert "columns that were there before and are not now: year" in said.err
    assert run("record", "import", store, str(folder / "acled.csv"), "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["dataset"] == "acled"
    assert run("record", "cite", store) == 0
    assert "ACLED's terms of use forbid" in capsys.readouterr().out
    assert run("record", "cite", store, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["counts"] == "events"
    assert run("record", "export", store, str(out)) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["features"] == []
    assert "stayed in the store" in capsys.readouterr().err
    shaped = folder / "out.csv"
    assert run("record", "export", store, str(shaped), "--private", "--shape", "acled") == 0
    assert shaped.read_text(encoding="utf-8").startswith("event_id_cnty,event_date,")


def test_a_map_is_proposed_and_taken_on_yes_only(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["record", "import", str(folder / "a.duckdb"), str(folder / "mine.csv")]
    assert run(*words) == 1
    assert "--map" in capsys.readouterr().err
    said = ["--map", "--set", "kind=events", "--set", "date_start=day", "--set", "side_a=place"]
    assert run(*words, *said) == 1
    assert "add --yes" in capsys.readouterr().err
    assert run(*words, *said, "--yes") == 0
    found = capsys.readouterr()
    assert "date_start 2022-02-24, side_a x" in found.err
    assert "1 added" in found.out
    assert (folder / "mine.csv.map.toml").exists()
    assert run(*words, "--set", "a=b") == 1
    assert "use it with --map" in capsys.readouterr().err
    assert run(*words, "--map", "--set", "day") == 1
    assert "lacks the equals sign" in capsys.readouterr().err


def test_duplicates_are_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = str(folder / "a.duckdb")
    assert run("record", "import", store, str(folder / "acled.csv")) == 0
    assert run("record", "duplicates", store, "acled", "ucdp-ged") == 1
    assert "no rows of ucdp-ged" in capsys.readouterr().err


def test_files_are_listed_and_one_put_there_by_hand_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("data", "list") == 0
    assert "acled your export: ACLED" in capsys.readouterr().out
    assert run("data", "list", "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["rights"]["redistribute"] == "open"
    assert run("data", "pull", "acled", "--to", str(tmp_path)) == 1
    assert "want a person: download it by hand" in capsys.readouterr().err
    (tmp_path / "acled.csv").write_text(RAW, encoding="utf-8")
    assert run("data", "pull", "acled", "--to", str(tmp_path)) == 0
    assert "acled.csv: here already" in capsys.readouterr().out
