"""Clauses joined to the verb that they are told beside."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import tree

from truceline.coding.syntax.rejoin import changed, rejoined
from truceline.terms.events import Coding

VOWED = tree("Mali VBP nsubj 1", "vowed VBD root -1", "to TO mark 3", "fight VB xcomp 1",
             "and CC cc 5", "urged VBN conj 3", "Niger NNP obj 5")[1]  # fmt: skip
CALLED = tree(
    "Mali NNP nsubj 1", "rebuked VBD root -1", "Chad NNP obj 1", ", , punct 4", "and CC cc 5",
    "Togo NNP nsubj 6", "urged VBN advcl 1", "calm NN obj 6",
)[1]  # fmt: skip


def test_a_past_tense_is_not_joined_to_an_infinitive() -> None:
    mended = rejoined(VOWED, 5)
    assert (mended.heads[5], mended.deps[5], mended.tags[5]) == (1, "conj", "VBD")


def test_a_clause_after_and_is_no_aside() -> None:
    mended = rejoined(CALLED, 6)
    assert (mended.heads[6], mended.deps[6], mended.tags[6]) == (1, "conj", "VBD")


def test_a_clause_with_a_mark_stays_an_aside() -> None:
    marked = changed(CALLED, {4: (6, "mark")}, {4: "IN"})
    assert rejoined(marked, 6) is marked


def test_two_infinitives_stay_joined() -> None:
    both = changed(VOWED, {}, {5: "VB"})
    assert rejoined(both, 5) is both


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Mali demanded that Niger leave Gao and threatened its generals with sanctions.",
         ["REQUEST", "THREATEN"]),
        ("Mali vowed to hit back and urged Togo and Ghana to lift their embargo.",
         ["THREATEN", "REQUEST"]),
    ],
)  # fmt: skip
def test_what_is_said_beside_a_demand_is_no_part_of_it(
    text: str, types: list[str], code: Callable[..., Coding]
) -> None:
    assert [each.type for each in code(text).events] == types


@pytest.mark.parametrize(
    "text",
    [
        "Colombia freed 30 villagers held hostage by Venezuela.",
        "The Red Cross met ten nurses held captive by Venezuela.",
        "Colombia mourned the guards taken prisoner by Venezuela.",
    ],
)
def test_who_holds_hostages_stands_after_by(text: str, code: Callable[..., Coding]) -> None:
    event = next(each for each in code(text).events if each.type in ("ASSAULT", "COERCE"))
    assert [each.code for each in event.source] == ["VEN"]
