"""The verbs on what became of a store."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from truceline.cli import main
from truceline.record.store import Store


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["record", *map(str, words)], prog_name="truceline")


def test_a_store_tells_its_history(store: Path, tmp_path: Path) -> None:
    row = Store(store).events()["id"][0]
    assert run("snapshot", store, "june").output == f"{store.name}: snapshot june\n"
    said = run("correct", store, row, "exclude", "--because", "a rumour")
    assert said.output == f"{store.name}: {row}: exclude\n"
    assert run("changes", store, "june").stdout == f"removed  reports  {row}\n"
    kinds = [each["kind"] for each in json.loads(run("log", store, "--json").output)]
    assert kinds == ["reports", "snapshot", "correction"]
    assert run("log", store).output.count("\n") == 3
    left = Store(store).events().height
    told = run("archive", store, tmp_path / "kept", "--private")
    assert told.output == f"kept: {left} events\n"
    assert json.loads(run("changes", store, "june", "--json").output)[0]["change"] == "removed"


def test_a_snapshot_that_is_not_there_is_said_in_one_line(store: Path) -> None:
    done = run("changes", store, "july")
    assert done.exit_code == 1
    assert done.stderr == "truceline: no snapshot is called july; there is none yet\n"
