"""Verbs on a store, as a user calls them."""

import json
from pathlib import Path

import pytest
from tests.cli.test_reports import ROOT, run

REPORT = str(ROOT / "examples" / "report.txt")


def test_a_store_is_made_filled_checked_and_emptied_into_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store, out = str(tmp_path / "a.duckdb"), tmp_path / "a.jsonl"
    assert run("record", "init", store) == 0
    assert run("record", "add", store, REPORT, "--war", "ukraine", "--json") == 0
    added = json.loads(capsys.readouterr().out.split("\n", 1)[1])
    assert added["stories"] == 1
    assert run("record", "add", store, REPORT, "--war", "ukraine") == 0
    assert "known already" in capsys.readouterr().out
    assert run("record", "check", store) == 0
    assert run("record", "export", store, str(out)) == 0
    assert "stayed in the store" in capsys.readouterr().err
    assert run("record", "export", store, str(out), "--private") == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == added["events"]


def test_a_store_that_is_not_there_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("record", "add", str(tmp_path / "none.duckdb"), REPORT) == 1
    assert "record init" in capsys.readouterr().err
