"""`truceline record wars`, as a user types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from truceline.cli import main

TABLE = Path(__file__).resolve().parents[2] / "src" / "truceline" / "wars" / "past.csv"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["record", "wars", *words], prog_name="truceline")


def test_the_wars_are_listed_and_their_empty_cells_counted() -> None:
    done = run()
    assert done.exit_code == 0
    assert "cow-151                 1950-06-24  1953-07-27  stalemate     Korean war" in done.stdout
    assert "235 wars; empty cells: end 22" in done.stderr


def test_as_json_each_war_says_where_its_cells_were_read() -> None:
    korea = next(row for row in json.loads(run("--json").stdout) if row["war_id"] == "cow-151")
    assert "WarNum 151" in korea["sources"]
    assert {row["attribute"] for row in korea["by_hand"]} >= {"talks_from", "patron_a"}
    assert all(row["source"] and row["known_from"] for row in korea["by_hand"])


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("stalemate", "draw", "outcome is 'draw'"),
        ("interstate", "duel", "kind is 'duel'"),
        ("1953-07-27", "1943-07-27", "before the war began"),
    ],
)
def test_a_table_with_a_mistake_exits_1_and_names_it(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    wrong = [line.replace(old, new) if line.startswith("cow-151,") else line for line in lines]
    mine = tmp_path / "mine.csv"
    mine.write_text("\n".join(wrong) + "\n", encoding="utf-8")
    done = run(str(mine))
    assert done.exit_code == 1
    assert "cow-151: " in done.stderr
    assert said in done.stderr


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01\x02", b"war_id\n1\n"])
def test_what_is_no_table_is_refused_in_a_line(tmp_path: Path, content: bytes | None) -> None:
    mine = tmp_path / "store.db"
    if content is not None:
        mine.write_bytes(content)
    done = run(str(mine))
    assert done.exit_code == 1
    assert "store.db" in done.stderr
    assert done.stderr.count("\n") == 1
