"""Whom a state's own forces hit in its own land."""

from collections.abc import Callable

import pytest

from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.coding.syntax.folk import are_people, is_own
from truceline.terms.events import Actor, Coding

MALI, REBELS = Actor("Mali", "MLI", "GOV"), Actor("rebels", "MLI", "REB")


def sides(text: str, code: Callable[..., Coding]) -> list[tuple[str | None, str]]:
    """Return code and words of the targets of a text's first event."""
    return [(each.code, each.text) for each in code(text).events[0].target]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Myanmar's army bombed Mandalay on Tuesday, killing 40 people.", "40 people"),
        ("Mali's army shelled Gao, leaving nine villagers dead.", "nine villagers"),
        ("Sri Lanka's navy arrested eleven fishermen off Mannar.", "eleven fishermen"),
    ],
)
def test_people_hit_at_home_are_told_in_words(
    text: str, hit: str, code: Callable[..., Coding]
) -> None:
    assert [each for each, _ in sides(text, code)] == [None]
    assert sides(text, code)[0][1] in hit


def test_a_state_promises_itself_nothing(code: Callable[..., Coding]) -> None:
    assert sides("At Lomé the premier of Togo promised to resign if he failed.", code) == []


def test_rebels_at_home_stay_its_enemy(code: Callable[..., Coding]) -> None:
    [(found, _)] = sides("Mali's army shelled the rebels at Gao, killing nine people.", code)
    assert found == "MLI"


def test_whether_a_target_is_the_source_itself() -> None:
    draft = Draft(Trigger(0, 1, 0, "ASSAULT", None, "attack", "past"), Reading())
    draft.source, draft.target = [MALI], [Actor("Gao", "MLI")]
    assert is_own(draft)
    draft.target = [REBELS]
    assert not is_own(draft)


@pytest.mark.parametrize(
    ("words", "kind", "people"),
    [
        ("nine nurses", "RETREAT", True),
        ("other neighbours", "REQUEST", True),
        ("donors", "REQUEST", True),
        ("people", "RETREAT", False),
        ("nine nurses", "ACCUSE", False),
        ("a radar", "RETREAT", False),
    ],
)
def test_people_named_by_a_word_are_whom_it_is_done_to(words: str, kind: str, people: bool) -> None:
    draft = Draft(Trigger(0, 1, 0, kind, None, "other", "past"), Reading())
    draft.target = [Actor(words)]
    assert are_people(draft) is people
