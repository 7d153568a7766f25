"""The lexicons hold only what the ontology knows."""

import re

import pytest

from truceline.coding.lexicon import lexicons, plural, read_toml
from truceline.terms.ontology import INSTRUMENTS, MODES, TYPES


def test_every_verb_has_a_type_and_mode_of_the_ontology() -> None:
    for verb in {v for row in lexicons().verbs.values() for v in row if v.type}:
        assert verb.type in TYPES
        assert verb.mode is None or verb.mode in MODES[verb.type]


def test_every_noun_has_a_type_and_mode_of_the_ontology() -> None:
    for row in read_toml("nouns")["nouns"]:
        assert row["type"] in TYPES
        assert row.get("mode") is None or row["mode"] in MODES[row["type"]]


def test_every_light_verb_is_for_a_class_of_nouns_that_exists() -> None:
    table = read_toml("nouns")
    classes = {row["class"] for row in table["nouns"]} | {"any"}
    assert all(name in classes for group in table["light"].values() for name in group)
    assert set(table["end"]) <= classes


def test_instruments_are_of_known_kinds() -> None:
    assert set(read_toml("instruments")) <= set(INSTRUMENTS)


def test_codes_are_three_capitals() -> None:
    states = read_toml("states")
    assert all(re.fullmatch("[A-Z]{3}", code) for code in (*states["now"], *states["past"]))
    assert len(states["now"]) > 150


def test_terms_of_office_run_forward() -> None:
    for form, name in lexicons().names:
        if name.kind == "person":
            assert name.person, form
            assert name.until is None or name.since is None or name.since <= name.until


@pytest.mark.parametrize(
    ("one", "many"),
    [("army", "armies"), ("attack", "attacks"), ("clash", "clashes"), ("envoy", "envoys")],
)
def test_plural(one: str, many: str) -> None:
    assert plural(one) == many
