"""Subjects, objects and aims, by the parse."""

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.syntax.arguments import (
    agents,
    doers,
    doers_of_noun,
    goals,
    goals_of_noun,
    quoted,
    subjects,
)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Iran attacked Iraq.", "attacked", "Iran"),
        ("Iran attacked Iraq and bombed Kuwait.", "bombed", "Iran"),
        ("Iran wants to attack Iraq.", "attack", "Iran"),
        ("Iran urged Syria to attack Iraq.", "attack", "Syria"),
        ("The rebels that attacked Lome fled.", "attacked", "rebels"),
        ("Germany is willing to withdraw troops.", "withdraw", "Germany"),
    ],
)
def test_a_verb_has_the_subject(text: str, verb: str, subject: str) -> None:
    view = view_of(text)
    assert subjects(view, node(view, verb))[0] == [node(view, subject)]


def test_who_follows_by_did_it() -> None:
    view = view_of("Iraq was attacked by Iran.")
    assert agents(view, node(view, "attacked")) == [node(view, "Iran")]


def test_against_goes_before_in() -> None:
    view = view_of("They held a rally in Chad against Mali.")
    assert [a.code for a in goals(view, [node(view, "held"), node(view, "rally")])] == ["MLI"]


def test_a_noun_has_a_doer_and_an_aim() -> None:
    view = view_of("Russian strikes on Ukraine continued.")
    strikes = node(view, "strikes")
    assert [a.code for a in doers_of_noun(view, strikes)] == ["RUS"]
    assert [a.code for a in goals_of_noun(view, strikes)] == ["UKR"]
    assert [a.code for a in doers(view, [strikes])] == ["RUS"]


def test_a_quotation_that_ends_between_two_verbs_parts_them() -> None:
    view = view_of("It said that “units burned” but made no threat.")
    assert quoted(view, node(view, "burned"), node(view, "made"))
    assert not quoted(view, node(view, "said"), node(view, "burned"))


def test_two_peoples_before_one_noun_are_two_doers() -> None:
    view = view_of("French and Malian troops attacked the camp.")
    found = doers(view, [node(view, "troops")])
    assert [(each.code, each.sector) for each in found] == [("FRA", "MIL"), ("MLI", "MIL")]
