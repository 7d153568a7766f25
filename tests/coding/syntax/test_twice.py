"""One attack that a sentence tells twice."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


def told(coding: Coding) -> list[str]:
    return [each.type for each in coding.events]


@pytest.mark.parametrize(
    "text",
    [
        "Sudanese jets bombed a market in Chad on Monday, and at least nine people were killed.",
        "Nigerian troops shelled a camp in Chad; the blast killed nine refugees.",
        "Chad denied any role in the raid, in which nine Sudanese guards were shot.",
        "Libya laid the mine which tore open the hull of a Maltese tanker.",
        "Two Malian soldiers were shot or hacked to death by Nigerien rebels on Monday.",
        "The Malian governor was shot dead on Monday when Nigerien rebels ambushed his car.",
        "Chadian jets bombed a Sudanese ship, which was set ablaze and sank.",
    ],
)
def test_a_blow_and_its_toll_are_one_attack(text: str, code: Callable[..., Coding]) -> None:
    assert told(code(text)) == ["ASSAULT"]


@pytest.mark.parametrize(
    "text",
    [
        "Sudan bombed a base in Chad on Monday, hours after nine Sudanese soldiers were killed.",
        "Chad shelled Sudan on Monday and Sudanese jets bombed a Chadian base.",
        "Chad fired rockets at Sudan in response to a strike that killed nine Chadian soldiers.",
        "Malian troops shot nine rebels, who had killed a Malian colonel.",
        "Malian rebels shelled Kidal on Monday and attacked Gao on Friday.",
        "The gunmen hijacked a bus and beheaded two passengers.",
    ],
)
def test_attacks_of_two_days_or_two_doers_stay_two(text: str, code: Callable[..., Coding]) -> None:
    assert told(code(text)) == ["ASSAULT", "ASSAULT"]


def test_the_attack_has_the_dead_of_its_second_telling(code: Callable[..., Coding]) -> None:
    [event] = code("Sudanese jets bombed a market in Chad, and nine people were killed.").events
    assert [(each.what, each.low) for each in event.counts] == [("killed", 9)]


def test_who_raided_is_who_shot(code: Callable[..., Coding]) -> None:
    [event] = code(
        "The Malian governor was shot dead on Monday when Nigerien troops raided his house."
    ).events
    assert ([a.code for a in event.source], [a.code for a in event.target]) == (["NER"], ["MLI"])
