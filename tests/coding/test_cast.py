"""A story's cast: whose troops, which two."""

from collections.abc import Callable

import pytest

from truceline.coding.cast import Cast, cast_of, facing, is_told_by_a_side
from truceline.terms.events import Actor, Coding

STATEMENT = (
    "The Defence Ministry of Eritrea informed reporters of the fighting on Friday.",
    "Ethiopian guns shelled Tsorona at noon, and our troops attacked Ethiopian positions.",
)
"""A statement of ours: who "our" and "the Ministry" are is said once, before another is named."""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two enemy ships were sunk by our navy.", True),
        ("Three aircraft of ours were lost.", True),
        ('"Our troops will stay," the minister said.', False),
        ("“Our troops will stay,” the minister said.", False),
        ("The weather was our main worry.", False),
    ],
)
def test_a_side_tells_what_it_calls_its_own_outside_quotations(text: str, told: bool) -> None:
    assert is_told_by_a_side(text) is told
    assert cast_of(text) == Cast(ours=told)


def test_our_troops_are_those_of_the_side_that_tells(code: Callable[..., Coding]) -> None:
    last = code(*STATEMENT).events[-1]
    assert ([a.code for a in last.source], [a.code for a in last.target]) == (["ERI"], ["ETH"])


def test_our_troops_in_a_quotation_are_the_speakers(code: Callable[..., Coding]) -> None:
    text = 'Ethiopian troops left Badme. "We have attacked Mali," Ghana said.'
    deeds = [each for each in code(text).events if each.type == "ASSAULT"]
    assert [[a.code for a in each.source] for each in deeds] == [["GHA"]]


def test_who_acts_against_his_own_side_has_no_foe() -> None:
    one, two = Actor("army", "MLI", "MIL"), Actor("police", "MLI", "COP")
    rebels = Actor("rebels", "MLI", "REB")
    assert facing(Cast(), "ASSAULT", [one], [two]) == Cast()
    assert facing(Cast(), "ASSAULT", [], [two]) == Cast()
    assert facing(Cast(), "ASSAULT", [one], [two, rebels]).foes == (one, rebels)


def test_those_who_talk_are_the_two_sides_only_while_no_fight_is_told() -> None:
    one, two, third = (Actor(each, each) for each in ("MLI", "NER", "TCD"))
    talked = facing(Cast(), "AGREE", [one], [third])
    assert talked.foes == (one, third)
    fought = facing(talked, "ASSAULT", [one], [two])
    assert fought.foes == (one, two)
    assert facing(fought, "AGREE", [one], [third]) is fought
