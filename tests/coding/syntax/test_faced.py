"""Whom a deed faces where its verb leaves it open."""

from collections.abc import Callable

import pytest
from tests.coding.conftest import story_of

from truceline.coding.choice import Choice
from truceline.coding.parsed import ParsedCoder
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("Cuba said it would not lift the ban until Panama freed the envoy.", "REJECT", ["PAN"]),
        ("France mobilised troops for a war against Mali.", "MOBILIZE", ["MLI"]),
        ("Poland shut its border crossing with Belarus.", "COERCE", ["BLR"]),
        ("Chad attacked Mali, according to Niger.", "ASSAULT", ["MLI"]),
        ("Chad retook the fort, occupied by Libya since June.", "COERCE", ["LBY"]),
        ("The Council barred all sales of arms to Chad and Mali.", "SANCTION", ["TCD", "MLI"]),
        ("Chad's garrison gave itself up to the Libyans with 900 men.", "CONCEDE", ["LBY"]),
        ("Bogota asked for the release of nurses taken by Venezuela.", "REQUEST", ["VEN"]),
    ],
)
def test_the_other_party_is_found_further_off(
    text: str, kind: str, target: list[str], code: Callable[..., Coding]
) -> None:
    event = next(each for each in code(text).events if each.type == kind)
    assert [a.code for a in event.target if a.code] == target


def test_with_two_others_named_the_rule_names_nobody() -> None:
    story = story_of("Chad deployed troops, and Mali and Niger protested.")
    by_rules = ParsedCoder(choice=Choice({"now": 9.0}))(story)
    event = next(each for each in by_rules.events if each.type == "MOBILIZE")
    assert [a.code for a in event.target] == []
