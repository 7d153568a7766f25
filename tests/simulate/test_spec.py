"""Mistakes in a spec are named."""

from pathlib import Path
from typing import Any

import pytest

from truceline.simulate.spec import RANGES, Spec, read_spec, spec_of
from truceline.terms.errors import BadInput


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"colour": 1}, "unknown key 'colour'; known: backers, days"),
        ({"talks": {"rond": 1}}, r"\[talks\] has an unknown key 'rond'"),
        ({"talks": 3}, r"write it as a section \[talks\]"),
        ({"days": 10}, "days is 10; it should lie between 200 and 20000"),
        ({"days": 400.5}, "days is 400.5; give a whole number"),
        ({"tempo": {"persistence": 1.0}}, "tempo.persistence is 1.0; it should lie between 0"),
        ({"tempo": {"spread": "wide"}}, "tempo.spread is 'wide'; give a number"),
        ({"tempo": {"spread": True}}, "tempo.spread is True; give a number"),
        ({"start": "2030-01-01"}, "give a date such as 2030-01-01"),
        ({"name": " "}, "give the war a name"),
        ({"talks": {"late": 1}}, "talks.late is 1; give true or false"),
        ({"talks": {"rounds": 3, "clusters": 4}}, "at least as many rounds as clusters"),
        ({"talks": {"collapsed": 0.6, "postponed": 0.6}}, "may add up to 1 at most"),
        ({"days": 300}, "need 530 days and there are 300"),
        ({"tempo": {"spread": float("nan")}}, "tempo.spread is nan"),
    ],
)
def test_a_mistake_is_named_with_what_is_allowed(table: dict[str, Any], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        spec_of(table)


def test_an_empty_spec_is_the_defaults() -> None:
    assert spec_of({}) == Spec()


def test_every_number_of_the_spec_has_a_range() -> None:
    numbers = {"days"} | {
        f"{section}.{key}"
        for section in ("tempo", "replies", "talks", "front", "backers", "reports")
        for key in type(getattr(Spec(), section)).__slots__
        if key != "late"
    }
    assert set(RANGES) == numbers


def test_a_file_is_read_with_its_sections(tmp_path: Path) -> None:
    path = tmp_path / "spec.toml"
    path.write_text('name = "X"\nstart = 2031-05-06\n[talks]\neffect_a = 2.0\n', "utf-8")
    made = read_spec(path)
    assert (made.name, made.start.isoformat(), made.talks.effect_a) == ("X", "2031-05-06", 2.0)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"days = = 3", "is not TOML: Invalid value"), (b"\xff\xfe\x00", "cannot be read")],
)
def test_a_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "spec.toml"
    path.write_bytes(content)
    with pytest.raises(BadInput, match=message):
        read_spec(path)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"none\.toml cannot be read"):
        read_spec(tmp_path / "none.toml")


def test_the_page_lists_every_key_with_its_default_and_range() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "methods" / "simulate.md"
    lines = page.read_text("utf-8").splitlines()
    for key, (low, high) in RANGES.items():
        section, _, name = key.rpartition(".")
        value = getattr(getattr(Spec(), section) if section else Spec(), name)
        row = f"| `{key}` | {value:g} | {low:g} to {high:g} | "
        assert any(line.startswith(row) for line in lines), row


def test_the_example_of_the_page_is_a_spec(tmp_path: Path) -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "methods" / "simulate.md"
    example = page.read_text("utf-8").split("```toml\n")[1].split("```")[0]
    (tmp_path / "spec.toml").write_text(example, "utf-8")
    assert read_spec(tmp_path / "spec.toml").talks.effect_a == 2.0
