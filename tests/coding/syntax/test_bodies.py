"""Whose ministry and whose army is meant that the sentence gives no owner."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.cast import Cast
from truceline.coding.syntax.bodies import is_formal, named_as, own_state
from truceline.terms.events import Coding


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


def test_a_body_is_formal_only_in_capitals_behind_an_article() -> None:
    formal = view_of("On Friday the Ministry left.")
    plain = view_of("On Friday the ministry left.")
    assert is_formal(formal, node(formal, "Ministry"))
    assert not is_formal(plain, node(plain, "ministry"))


def test_the_army_in_a_story_of_a_state_and_its_rebels_is_that_states(
    code: Callable[..., Coding],
) -> None:
    events = code(
        "Malian rebels attacked Gao. Mali called its reserves. Mali buried its dead. "
        "France sent an envoy to Benin. The army shelled the camp of the rebels."
    ).events
    shelled = events[-1]
    assert [(a.code, a.sector) for a in shelled.source] == [("MLI", "MIL")]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The army attacked Kenya.", None),
        ("The army killed Kenyan soldiers.", None),
        ("The army attacked the FARC.", "COL"),
        ("The army overthrew Mali's president.", "MLI"),
        ("The army seized Nairobi.", "KEN"),
        ("The army fled with Russian help.", None),
        ("Gunmen from Chad killed a guard, the army said.", None),
    ],
)
def test_no_army_is_that_of_whom_it_fights_or_whose_help_it_has(
    text: str, owner: str | None
) -> None:
    view = view_of(text)
    assert own_state(view, node(view, "army")) == owner


def test_an_army_that_attacks_one_of_two_states_named_before_is_the_other_one_s(
    code: Callable[..., Coding],
) -> None:
    events = code("Chad accused Sudan of aggression. The army attacked Sudan on Monday.").events
    assert [a.code for a in events[-1].source] == ["TCD"]


def test_government_troops_are_those_of_the_state_whose_rebels_the_story_told_of(
    code: Callable[..., Coding],
) -> None:
    events = code(
        "The army fought rebels in the east of Mali. France and Belgium sent advisers. "
        "Government troops retook the camp."
    ).events
    assert [a.code for a in events[-1].source] == ["MLI"]
