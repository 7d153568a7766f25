"""The account's words: labelled, hedged, and never a probability of war or peace."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from truceline.reason.account_words import LIMITS_OF_MODEL, estimates, statement, verdict
from truceline.reason.incentives import account, answer
from truceline.terms.accounts import Account
from truceline.terms.wars import War

Made = Callable[..., War]


@pytest.fixture(scope="module")
def found(made: Made) -> Account:
    return account(made(), points=512)


def test_the_statement_begins_with_its_label(made: Made, found: Account) -> None:
    said = statement(made(), found)
    assert said.startswith("Model, not measurement")
    assert "of the box" in said
    assert said.count(". ") == 0  # one sentence
    assert "which is no advice" in said
    assert "probab" not in said


def test_a_box_that_is_open_everywhere_needs_no_levers(made: Made, found: Account) -> None:
    said = statement(made(), replace(found, open=1.0))
    assert said.endswith("everywhere in the box one exists.")
    assert "in 0 %" in said


def test_where_nothing_opens_that_is_said(made: Made, found: Account) -> None:
    shut = tuple(replace(each, opens=0.0) for each in found.levers)
    said = statement(made(), replace(found, open=0.0, levers=shut))
    assert "by assurance nothing that was tried" in said
    assert said.endswith("by pressure, which is no advice, nothing that was tried.")


def test_a_contradiction_between_the_models_stands_beside_the_lever(
    made: Made, found: Account
) -> None:
    first = replace(found.levers[0], differ=0.33, opens=1.0)
    said = statement(made(), replace(found, levers=(first, *found.levers[1:])))
    assert "the two models contradict each other on it in 33 % of the box" in said


@pytest.mark.parametrize(
    ("is_open", "expected"),
    [(0.0, "supported"), (0.1, "supported"), (0.5, "mixed"), (0.9, "contradicted")],
)
def test_the_verdict_needs_nine_tenths_of_the_box(
    found: Account, is_open: float, expected: str
) -> None:
    assert verdict(replace(found, open=is_open)) == expected


def test_every_share_is_named_a_share_of_the_box(found: Account) -> None:
    for each in estimates(found):
        assert each.measured_in is not None
        assert "probab" not in each.name + each.measured_in
        if each.measured_in == "share of the parameter box":
            assert each.low is not None
            assert each.high is not None
            assert 0 <= each.low <= (each.value or 0) <= each.high <= 1


def test_the_limits_name_the_political_conclusion_and_neutrality() -> None:
    together = " ".join(LIMITS_OF_MODEL)
    assert "supply makes war likelier by construction" in together
    assert "silent on the balance of power" in together
    assert "not advice" in together


def test_checks_name_what_was_tried(made: Made) -> None:
    said = {each.name: each for each in answer(made()).checks}
    assert said["the box was tried finely enough"].passed is True
    assert said["the other side's cost stays positive"].passed is True
    wide = answer(made(), set_={"uncertainty": (0.1, 0.9)})
    broken = {each.name: each for each in wide.checks}["the other side's cost stays positive"]
    assert broken.passed is False
