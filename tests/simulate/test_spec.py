"""Mistakes in a spec are named."""

from pathlib import Path
from typing import Any

import pytest

from truceline.simulate.spec import RANGES, Spec
from truceline.simulate.spec_file import SECTIONS, read_spec, spec_of
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
        ({"replies": {"lag": 2.0, "slower": 0.4}}, "a mean lag of 0.8 days"),
        ({"phases": {"day_1": 500, "day_2": 400}}, "before phases.day_1 500; swap them"),
        ({"truces": {"count": 40}}, "need 1004 days and there are 900"),
        ({"reports": {"around_talks": 1.3}}, "is 1.235; nobody sees more than all"),
        ({"reports": {"late_b": 0.5}}, "reports.late_b is 0.5; give a whole number"),
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
        for section in SECTIONS
        for key in type(getattr(Spec(), section)).__slots__
        if key != "late"
    }
    assert set(RANGES) == numbers


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
