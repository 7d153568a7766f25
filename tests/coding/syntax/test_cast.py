"""A story's cast: whose ministry, whose troops, which two."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.syntax.cast import (
    Cast,
    cast_of,
    facing,
    is_formal,
    is_told_by_a_side,
    named_as,
)
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


def test_a_ministry_named_by_its_name_alone_is_the_one_named_before(
    code: Callable[..., Coding],
) -> None:
    events = code(
        "The Foreign Ministry of Chad received a note. Libyan jets bombed Faya. "
        "The Ministry condemned Libya."
    ).events
    assert [a.code for a in events[-1].source] == ["TCD"]


def test_a_cast_that_hears_of_nobody_new_stays_the_same_object() -> None:
    told = named_as(view_of("The Malian army left."), Cast())
    assert told.bodies["army"] == "MLI"
    assert named_as(view_of("Rain fell."), told) is told


def test_the_voice_is_the_first_body_named_and_stays() -> None:
    first = named_as(view_of("The Malian army left."), Cast(ours=True))
    again = named_as(view_of("The Nigerian army left."), first)
    assert first.voice is not None
    assert (first.voice.code, again.voice, again.bodies["army"]) == ("MLI", first.voice, "NGA")


def test_one_group_of_fighters_is_kept_for_each_state() -> None:
    told = named_as(view_of("Hezbollah attacked Israel."), Cast())
    assert [each.code for each in told.rebels] == ["LBN"]
    assert named_as(view_of("Hezbollah left."), told).rebels == told.rebels


def test_who_acts_against_his_own_side_has_no_foe() -> None:
    one, two = Actor("army", "MLI", "MIL"), Actor("police", "MLI", "COP")
    rebels = Actor("rebels", "MLI", "REB")
    assert facing(Cast(), [one], [two]) == Cast()
    assert facing(Cast(), [], [two]) == Cast()
    assert facing(Cast(), [one], [two, rebels]).foes == (one, rebels)


def test_a_body_is_formal_only_in_capitals_behind_an_article() -> None:
    formal = view_of("On Friday the Ministry left.")
    plain = view_of("On Friday the ministry left.")
    assert is_formal(formal, node(formal, "Ministry"))
    assert not is_formal(plain, node(plain, "ministry"))
