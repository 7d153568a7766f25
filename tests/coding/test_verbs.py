"""Verb forms."""

import pytest

from truceline.coding.verbs import forms_of


@pytest.mark.parametrize(
    ("lemma", "third", "past", "ing"),
    [
        ("attack", "attacks", "attacked", "attacking"), ("seize", "seizes", "seized", "seizing"),
        ("deny", "denies", "denied", "denying"), ("deploy", "deploys", "deployed", "deploying"),
        ("clash", "clashes", "clashed", "clashing"), ("down", "downs", "downed", "downing"),
        ("rob", "robs", "robbed", "robbing"), ("bomb", "bombs", "bombed", "bombing"),
        ("shell", "shells", "shelled", "shelling"), ("fire", "fires", "fired", "firing"),
    ],
)  # fmt: skip
def test_regular_forms(lemma: str, third: str, past: str, ing: str) -> None:
    assert forms_of(lemma, {}) == {
        lemma: {"base"}, third: {"s"}, past: {"past", "pp"}, ing: {"ing"}
    }  # fmt: skip


def test_one_form_may_have_many_tags() -> None:
    assert forms_of("hit", {"hit": ["hits", "hit", "hit", "hitting"]})["hit"] == {
        "base", "past", "pp"
    }  # fmt: skip
