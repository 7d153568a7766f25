"""`truceline record rounds`, as a user types it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from truceline.cli import main


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["record", "rounds", *map(str, words)], prog_name="truceline")


def test_the_rounds_of_a_war_are_listed_and_counted(store: Path) -> None:
    done = run(store, "--war", "ukraine")
    assert done.exit_code == 0
    assert "2025-05-16  held  Istanbul" in done.stdout
    assert "2024-08-22  collapsed  Doha" in done.stdout
    assert "told of in" in done.stderr


def test_as_json_each_round_has_its_source_and_the_rows_that_tell_of_it(store: Path) -> None:
    done = json.loads(run(store, "--war", "ukraine", "--as-of", "2025-05-20", "--json").stdout)
    assert (done["war"], done["as_of"]) == ("ukraine", "2025-05-20")
    assert max(each["start"] for each in done["rounds"]) <= "2025-05-20"
    assert all(each["source"] and isinstance(each["told_by"], list) for each in done["rounds"])
