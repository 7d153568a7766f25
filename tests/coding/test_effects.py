"""What befell those counted."""

import pytest

from truceline.coding.effects import (
    apposed,
    done_to,
    effect_before,
    effect_right,
    mixed,
    shared,
    suffered,
    taken,
    went_on,
)
from truceline.coding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("were killed in a raid", "killed"),
        ("killed in a raid", "killed"),
        ("also died", "killed"),
        ("killed two soldiers", None),
        ("captured the town", None),
        ("and wounded", None),
    ],
)
def test_right_of_a_number(text: str, expected: str | None) -> None:
    assert effect_right(tokens_of(text), 0, 4) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("was killed", "killed"),
        ("has been arrested", "detained"),
        ("was engaged and killed", "killed"),
        ("died", "killed"),
        ("killed", None),
        ("was fleeing", None),
        ("spoke before he was killed", None),
    ],
)
def test_one_person_suffers_what_is_told_in_the_passive(text: str, expected: str | None) -> None:
    assert suffered(tokens_of(text), 0) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killing", "killed"),
        ("the death of", "killed"),
        ("detained a leader and", "detained"),
        ("a raid to capture", None),
        ("detained two men while pursuing", None),
        ("was hit by", None),
        ("arrested men suspected of killing a", None),
    ],
)
def test_left_of_one_person_stands_what_was_done(text: str, expected: str | None) -> None:
    tokens = tokens_of(text)
    assert done_to(tokens, len(tokens)) == expected


def test_a_clause_of_its_own_ends_the_reach_of_a_verb() -> None:
    tokens = tokens_of("detained a man who leads")
    assert effect_before(tokens, len(tokens), 12) is None
    assert effect_before(tokens, 3, 12) == "detained"


def test_those_who_are_joined_share_their_fate() -> None:
    assert shared(tokens_of("and two guards were captured"), 0) == "captured"
    assert shared(tokens_of("of Kunduz and two aides were killed"), 0) == "killed"
    assert shared(tokens_of("and fled"), 0) is None


def test_one_set_beside_a_name_suffers_what_the_name_does() -> None:
    assert apposed(tokens_of("in the Lashkar Gar area, was killed during"), 0) == "killed"
    assert apposed(tokens_of("in the area was killed"), 0) is None
    assert apposed(tokens_of("who led the guards, was killed"), 0) is None


def test_those_who_did_something_first_suffer_what_follows() -> None:
    assert went_on(tokens_of("attacked the patrol and were killed"), 0) == "killed"
    assert went_on(tokens_of("killed two men and were arrested"), 0) is None
    assert went_on(tokens_of("attacked troops, who fled and were killed"), 0) is None


def test_prisoners_are_taken_and_a_mixed_loss_is_one_number() -> None:
    taking = tokens_of("taking some 20 captives")
    assert taken(taking, 2, "captives") == "captured"
    assert taken(taking, 2, "sheep") is None
    assert mixed(tokens_of("killed or wounded"), 0)
    assert mixed(tokens_of("killed, injured or missing"), 0)
    assert not mixed(tokens_of("killed and three wounded"), 0)
