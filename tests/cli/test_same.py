"""The verb that says which reports tell of one event."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from truceline.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["record", *map(str, words)], prog_name="truceline")


def test_a_report_and_its_reprint_are_told_apart_and_a_person_can_object(
    store: Path, report: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(report.read_text("utf-8") + "\nOur own man saw smoke.\n", "utf-8")
    assert run("add", store, copy).exit_code == 0
    said = run("same", store)
    assert said.exit_code == 0, said.output
    assert "1 of them reprints" in said.output
    assert "one text" in said.output
    found = json.loads(run("same", store, "--json").stdout)
    assert set(found) == {"counts", "reprints", "events", "doubtful"}
    event = found["events"][0]
    one, two = (each["id"] for each in event["told"][:2])
    done = run("correct", store, one, f"apart={two}", "--because", "another raid")
    assert done.exit_code == 0, done.output
    after = json.loads(run("same", store, "--json").stdout)
    assert after["counts"]["events"] == found["counts"]["events"] + 1
    assert run("check", store).exit_code == 0


def test_what_cannot_be_is_one_line(store: Path, tmp_path: Path) -> None:
    gone = run("same", tmp_path / "none.duckdb")
    assert (gone.exit_code, gone.output.count("\n")) == (1, 1)
    row = json.loads(run("same", store, "--json").stdout)["counts"]
    assert row["reports"] == 1
    assert run("same", store, "--as-of", "someday").exit_code != 0
