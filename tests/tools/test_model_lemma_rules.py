"""Of the lemma rules, those that can be chosen are kept, and say the same."""

from pathlib import Path
from typing import Any

import pytest
import srsly  # type: ignore[import-untyped]  # comes with spaCy, ships no types
from tests.tools.workshop import workshop

ROOT = Path(__file__).resolve().parents[2]
NONE = 2**32 - 1
SHIPPED = ROOT / "src" / "truceline" / "coding" / "english" / "pipeline" / "lemmatizer"


@pytest.fixture(scope="module")
def lemma_rules() -> Any:
    """Give the workshop's module, which is no part of the installed package."""
    return workshop("lemma_rules")["lemma_rules"]


def spelt(rules: list[dict[str, Any]], number: int) -> Any:
    """Return a rule with its parts in full, whatever their numbers."""
    if number >= len(rules):
        return None
    return {key: spelt(rules, value) if key.endswith("tree") else value
            for key, value in rules[number].items()}  # fmt: skip


def test_each_label_leads_to_the_rule_it_led_to(lemma_rules: Any) -> None:
    rules = [
        {"orig": 1, "subst": 2},
        {"orig": 3, "subst": 4},
        {"prefix_len": 0, "suffix_len": 1, "prefix_tree": NONE, "suffix_tree": 0},
        {"prefix_len": 1, "suffix_len": 1, "prefix_tree": 1, "suffix_tree": 1},
        {"prefix_len": 2, "suffix_len": 0, "prefix_tree": 2, "suffix_tree": NONE},
    ]
    kept, labels = lemma_rules.used(rules, [4, 0])
    assert [spelt(kept, each) for each in labels] == [spelt(rules, each) for each in (4, 0)]
    assert len(kept) == 3, "the rules that no label leads to are gone"


def test_the_shipped_rules_are_all_of_use(lemma_rules: Any) -> None:
    rules = srsly.read_msgpack(SHIPPED / "trees")["trees"]
    labels = srsly.read_json(SHIPPED / "cfg")["labels"]
    assert lemma_rules.used(rules, labels) == (rules, labels)
