"""The page on wars: its example is whole, and its table of keys is the door's own."""

import re
from datetime import date
from pathlib import Path

import pytest
from pydantic import BaseModel

from truceline.pipeline import ask
from truceline.read import wars
from truceline.read.war_schema import TABLES, WarEntry
from truceline.terms.errors import BadWar

PAGE = Path(__file__).resolve().parents[2] / "docs" / "wars.md"
BLOCK = re.compile(r"<!-- file: (\S+) -->\n```\w+\n(.*?)```", re.DOTALL)
KEYS = re.compile(r"<!-- keys: begin -->\n(.*?)<!-- keys: end -->", re.DOTALL)


@pytest.fixture
def ardland(tmp_path: Path) -> Path:
    """Write the page's blocks into a folder, one under the other where a file comes again."""
    for name, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        target = tmp_path / name
        target.parent.mkdir(exist_ok=True)
        with target.open("a", encoding="utf-8") as file:
            file.write(text)
    return tmp_path / "ardland"


def keys(model: type[BaseModel]) -> list[str]:
    """Rows of the table of keys for one model."""
    return [
        f"| `{key}` | {'required' if field.is_required() else ''} | {field.description} |".replace(
            "|  |", "| |"
        )
        for key, field in model.model_fields.items()
    ]


def table() -> str:
    """The whole table of keys, as the page should have it."""
    parts = ["At the top of the file:", "", "| key | | what |", "|---|---|---|", *keys(WarEntry)]
    for name, model in TABLES.items():
        parts += ["", f"In each `[[{name}]]`:", "", "| key | | what |", "|---|---|---|"]
        parts += keys(model)
    return "\n".join(parts) + "\n"


def test_the_example_is_a_whole_war(ardland: Path) -> None:
    war = wars.load(ardland)
    assert (war.folder, war.remarks) == ("ardland", ())
    assert [each.status for each in war.rounds] == ["held", "collapsed"]
    assert [len(part) for part in (war.truces, war.strikes, war.backers, war.series)] == [1] * 4
    panel = wars.panel(ardland)
    assert (panel.height, panel["value"].null_count()) == (140, 2)
    assert (panel["date"].min(), panel["date"].max()) == (date(2031, 3, 1), date(2031, 7, 18))


def test_the_example_answers_cannot_say_and_why(ardland: Path) -> None:
    found = ask.ask("talks", ask.load(str(ardland)))
    assert (found.question, found.war, found.verdict) == ("talks", "ardland", "cannot say")
    clusters = [check for check in found.checks if "clusters" in check.name and not check.passed]
    assert clusters, found.checks


def test_each_block_of_step_one_is_enough_by_itself(tmp_path: Path) -> None:
    first = BLOCK.findall(PAGE.read_text(encoding="utf-8"))[0]
    (tmp_path / "war.toml").write_text(first[1], encoding="utf-8")
    assert wars.load(tmp_path).rounds == ()


def test_the_table_of_keys_is_the_doors_own() -> None:
    (found,) = KEYS.findall(PAGE.read_text(encoding="utf-8"))
    assert found == table(), f"put this between the two marks of docs/wars.md:\n{table()}"


def test_the_mistakes_shown_are_the_ones_made(ardland: Path) -> None:
    shown = re.findall(
        r"^    ((?:war\.toml|shells\.csv).*)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    toml, csv = ardland / "war.toml", ardland / "shells.csv"
    good = csv.read_text(encoding="utf-8")
    lines = good.split("\n")
    lines[8] = lines[8].split(",")[0] + ',"3,5"'
    csv.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BadWar) as caught:
        wars.load(ardland)
    assert str(caught.value) == shown[1]
    csv.write_text(good, encoding="utf-8")
    toml.write_text(toml.read_text(encoding="utf-8").replace("collapsed", "planned"), "utf-8")
    with pytest.raises(BadWar) as caught:
        wars.load(ardland)
    assert str(caught.value) == shown[0]
