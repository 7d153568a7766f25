"""The verb `check` at the command line."""

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import CliRunner

from truceline.cli import main

KEYS = "claim quote start end kind checkable verdict reason answer evidence"


def test_claims_are_printed_with_their_verdicts(report: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(report), "--war", "ukraine"])
    assert done.exit_code == 0, done.output
    assert "supported" in done.stdout
    assert "claims:" in done.stdout


def test_json_is_a_list_of_claims_of_the_contract(report: Path) -> None:
    done = CliRunner().invoke(main, ["check", str(report), "--war", "ukraine", "--json"])
    found = json.loads(done.stdout)
    text = report.read_text("utf-8")
    assert found
    for each in found:
        assert list(each)[:10] == KEYS.split()
        assert text[each["start"] : each["end"]] == each["quote"]


def test_an_annotated_copy_is_written(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "copy.html"
    words = ["check", str(report), "--war", "ukraine", "--annotate", str(out)]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert "<mark" in out.read_text("utf-8")


def test_bad_input_is_one_line(
    report: Path, tmp_path: Path, one_line: Callable[[str], str]
) -> None:
    war = ["--war", "ukraine", "--annotate"]
    for more in (
        ["--war", "atlantis"],
        [*war, str(tmp_path / "a.pdf")],
        [*war, str(tmp_path / "none" / "a.html")],
    ):
        done = CliRunner().invoke(main, ["check", str(report), *more], prog_name="truceline")
        assert done.exit_code == 1
        one_line(done.stderr)
