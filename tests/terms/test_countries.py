"""Codes have names, and every code that a lexicon can write has one."""

import tomllib
from importlib.resources import files

import pytest

from truceline.terms.countries import NAMES


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TUR", "Turkey"),
        ("USA", "United States"),
        ("SUN", "Soviet Union"),
        ("XKX", "Kosovo"),
        ("IGO", "international organisation"),
        ("CIV", "Ivory Coast"),
    ],
)
def test_a_code_has_its_everyday_name(code: str, name: str) -> None:
    assert NAMES[code] == name


def test_no_code_stands_twice_and_no_name_is_empty_or_shared() -> None:
    assert len(NAMES) > 195
    assert all(code.isupper() and len(code) == 3 for code in NAMES)
    assert all(name == name.strip() and name for name in NAMES.values())
    assert len(set(NAMES.values())) == len(NAMES)


def test_every_state_of_the_lexicon_has_a_name() -> None:
    path = files("truceline.coding") / "lexicons" / "states.toml"
    states = tomllib.loads(path.read_text(encoding="utf-8"))
    assert [code for code in (*states["now"], *states["past"]) if code not in NAMES] == []


@pytest.mark.parametrize("code", ["TUR", "UKR", "KOR", "DDR"])
def test_the_name_is_one_that_the_lexicon_reads(code: str) -> None:
    path = files("truceline.coding") / "lexicons" / "states.toml"
    states = tomllib.loads(path.read_text(encoding="utf-8"))
    row = states["now"].get(code) or [states["past"][code]["names"]]
    assert NAMES[code] in row[0].split("|")
