"""Whose ministry and whose army is meant that the sentence gives no owner."""

from collections.abc import Callable

from tests.coding.syntax.views import node, view_of

from truceline.coding.cast import Cast
from truceline.coding.syntax.bodies import is_formal, named_as
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
