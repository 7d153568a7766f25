"""Verbs on reports, as a user calls them."""

import json
import shutil
from pathlib import Path

import pytest

from truceline.cli import main
from truceline.coding.english import SHIPPED

REPORT = "examples/report.txt"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def run(*words: str) -> object:
    """Return the exit code of a command line."""
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code


def test_read_shows_what_is_kept_and_cut(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("read", REPORT, "--json") == 0
    (story,) = json.loads(capsys.readouterr().out)
    assert story["published"] == "2025-07-24"
    assert {each["what"] for each in story["passages"]} >= {"paragraph", "furniture"}


def test_code_prints_a_json_line_a_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("code", REPORT, "--war", "ukraine") == 0
    (line,) = capsys.readouterr().out.splitlines()
    found = json.loads(line)
    text = Path(REPORT).read_text(encoding="utf-8")
    assert found["events"]
    for event in found["events"]:
        evidence = event["evidence"]
        assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


def test_brief_writes_a_page_and_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "brief.html"
    assert run("brief", REPORT, "--war", "ukraine", "-o", str(out)) == 0
    said = capsys.readouterr().out.strip().splitlines()
    assert len(said[:-2]) == 5
    assert said[-1] == f"The brief is in {out}"
    assert 'id="events"' in out.read_text(encoding="utf-8")


def test_brief_as_json_is_the_brief_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", REPORT, "--war", "ukraine", "--as-of", "2025-08-01", "--json") == 0
    made = json.loads(capsys.readouterr().out)
    assert made["as_of"] == "2025-08-01"
    assert all(pair["then"] is None for pair in made["answers"])


def test_an_unknown_suffix_is_refused_before_the_work(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("brief", REPORT, "--war", "ukraine", "-o", "brief.docx") == 1
    assert ".html" in capsys.readouterr().err


def test_code_parses_by_a_pipeline_that_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SHIPPED, tmp_path / "mine")
    assert run("code", REPORT, "--war", "ukraine") == 0
    plain = json.loads(capsys.readouterr().out)["events"]
    assert run("code", REPORT, "--war", "ukraine", "--model", str(tmp_path / "mine")) == 0
    found = json.loads(capsys.readouterr().out)["events"]
    assert {each["coder"]["version"] for each in found} == {plain[0]["coder"]["version"] + "+mine"}
    assert [each | {"coder": 0} for each in found] == [each | {"coder": 0} for each in plain]


@pytest.mark.parametrize("more", [(), ("--explain",), ("--jsonl", "--workers", "2")])
def test_code_by_a_pipeline_that_is_not_there_says_so_in_one_line(
    more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("code", REPORT, "--model", "en_no_such_thing", *more) == 1
    said = capsys.readouterr()
    assert said.out == ""
    [line] = said.err.strip().splitlines()
    assert "en_no_such_thing" in line
    assert "name an installed pipeline or a folder" in line
