"""How sure the coder is of an event and of its fields."""

import math
from collections.abc import Callable

import pytest
from tests.coding.conftest import story_of

from truceline.coding.draft import Draft
from truceline.coding.parsed import ParsedCoder
from truceline.coding.predicates import Trigger
from truceline.coding.status import Reading
from truceline.coding.sureness import FIELDS, Sureness, grounds_of, sureness
from truceline.terms.events import Actor, Coding

ATTACK = Trigger(1, 2, 1, "ASSAULT", None, "attack", "past", entry="shell")
WHOLE = Sureness((0.5, 2.0, 0.0, -1.0), {"a": (1.0, 0.0, 0.0, 0.5), "b": (-3.0, 0.0, 0.0, 0.0)})


def test_weights_are_added_up_in_log_odds() -> None:
    found = WHOLE.chances(["a", "b", "never seen"])
    assert found["type"] == pytest.approx(1 / (1 + math.exp(1.5)), abs=0.001)
    assert found["target"] == pytest.approx(1 / (1 + math.exp(0.5)), abs=0.001)
    assert found["source"] == 0.5


def test_the_heaviest_grounds_come_first_whichever_way_they_weigh() -> None:
    assert WHOLE.largest(["a", "b", "never seen"]) == [("b", -3.0), ("a", 1.0)]
    assert WHOLE.largest(["a", "b"], most=1) == [("b", -3.0)]


def test_every_chance_that_ships_has_a_weight_for_each_field() -> None:
    shipped = sureness()
    assert len(shipped.start) == len(FIELDS)
    assert {len(row) for row in shipped.weights.values()} == {len(FIELDS)}
    assert all(abs(each) < 5 for row in shipped.weights.values() for each in row)


def test_no_name_and_no_word_of_the_text_is_a_ground() -> None:
    one, two = (
        Draft(ATTACK, Reading(), [Actor(name, code)], [Actor("Mali", "MLI")])
        for name, code in (("Chad", "TCD"), ("Niger", "NER"))
    )
    assert grounds_of(one) == grounds_of(two)


def test_grounds_tell_sides_apart() -> None:
    nobody = grounds_of(Draft(ATTACK, Reading()))
    assert {"source nobody", "target nobody", "no side coded", "actors as source: 0"} <= set(nobody)
    both = grounds_of(Draft(ATTACK, Reading(), [Actor("Chad", "TCD")], [Actor("Mali", "MLI")]))
    assert {"source coded", "target coded", "both sides coded"} <= set(both)


def test_most_grounds_of_real_sentences_have_a_weight() -> None:
    text = "Iran launched a strike on Basra, killing ten. Chad bombed Mali on Monday."
    _, traces = ParsedCoder().traced(story_of(text))
    those = [each for trace in traces for row in trace.grounds.values() for each in row]
    known = [each for each in those if each in sureness().weights]
    assert len(those) > 30
    assert len(known) > 0.9 * len(those)


def test_both_sides_named_is_surer_than_nobody_named() -> None:
    sure = sureness().chances
    named = Draft(ATTACK, Reading(), [Actor("Chad", "TCD")], [Actor("Mali", "MLI")])
    bare = Draft(ATTACK, Reading())
    assert sure(grounds_of(named))["type"] > sure(grounds_of(bare))["type"]


def test_an_event_says_how_sure_each_of_its_fields_is(code: Callable[..., Coding]) -> None:
    [event] = code("Chad attacked Mali.").events
    assert set(event.roles["sure"]) == {"status", "source", "target"}
    assert all(0 < each < 1 for each in event.roles["sure"].values())
