"""Events told by their toll alone."""

from collections.abc import Callable

import pytest
from tests.coding.scenes import scene_of

from truceline.coding.counts import counts_of
from truceline.coding.lexicon import lexicons
from truceline.coding.tolls import effect_at, toll_drafts
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind", "what"),
    [
        ("Four insurgents were killed during the operation.", "ASSAULT", "killed"),
        ("The patrol returned fire, killing two gunmen.", "ASSAULT", "killed"),
        ("The raid resulted in the deaths of two rebels.", "ASSAULT", "killed"),
        ("The army confirmed the arrest of a rebel leader during a raid.", "COERCE", "detained"),
        ("Two suspects were taken into custody after the attack.", "COERCE", "detained"),
    ],
)
def test_a_toll_is_an_event(text: str, kind: str, what: str, code: Callable[..., Coding]) -> None:
    found = [e for e in code(text).events if e.type == kind]
    assert [c.what for e in found for c in e.counts] == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Two people were killed in a road accident.",
        "Three workers died when a roof fell in.",
        "The attack could kill hundreds of soldiers.",
        "The rebels demanded the arrest of two generals.",
        "No soldiers were killed in the raid.",
    ],
)
def test_what_is_no_deed_of_war_or_not_told_as_done_is_no_event(
    text: str, code: Callable[..., Coding]
) -> None:
    happened = [e for e in code(text).events if e.status == "happened"]
    assert not [c for e in happened for c in e.counts]


def test_the_word_for_what_befell_them_is_the_nearest() -> None:
    text = "Two rebels were killed and three were killed later."
    scene = scene_of(text)
    first, second = counts_of(text, scene.tokens, frozenset())[:2]
    assert (effect_at(scene.tokens, first), effect_at(scene.tokens, second)) == (3, 7)


def test_without_a_fight_in_sight_nothing_is_added() -> None:
    text = "Two men were killed."
    scene = scene_of(text)
    counts = counts_of(text, scene.tokens, frozenset())
    assert toll_drafts(scene, [], [], counts, lexicons(), after=False) == []
    assert len(toll_drafts(scene, [], [], counts, lexicons(), after=True)) == 1


def test_killed_civilians_and_peacekeepers_are_of_a_fight(code: Callable[..., Coding]) -> None:
    for who in ("civilians", "peacekeepers"):
        [event] = code(f"At least 20 {who} were killed in Mali on Friday.").events
        assert (event.type, event.counts[0].low) == ("ASSAULT", 20)
    assert code("At least 20 miners were killed in Mali on Friday.").events == ()
