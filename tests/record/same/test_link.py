"""Tellings to events: first telling, copies, what a person said."""

from datetime import date

from tests.record.same.tellings import DAY, dead, told

from truceline.record.same.link import link
from truceline.record.same.reprints import Reprint

LONG = "Two missiles hit a market in the middle of the town on Sunday and killed nine people."


def test_the_first_telling_is_that_of_the_earliest_report() -> None:
    late = told("a", published=date(2024, 6, 10))
    found = link([late, told("b", published=DAY)])
    assert found.event_of == {"a": "b", "b": "b"}


def test_an_old_event_told_again_goes_to_its_first_telling() -> None:
    old = told("b", published=date(2024, 9, 1), status="background", figures=dead(19))
    found = link([told("a", figures=dead(19)), old])
    assert found.event_of == {"a": "a", "b": "a"}


def test_a_reprinted_sentence_is_a_copy_however_little_it_tells() -> None:
    origin = told("a", spot=None, source=frozenset(), text=LONG)
    copy = told("b", spot=None, source=frozenset(), text=LONG)
    assert link([origin, copy]).groups == ((0,), (1,))
    found = link([origin, copy], [Reprint("b", "a", 0.9, 0.9, 60)])
    assert found.groups == ((0, 1),)
    assert found.copies == {1: 0}
    assert found.independent(found.groups[0]) == (0,)
    assert "one text" in found.links[0, 1].reason


def test_what_a_reprint_adds_of_its_own_is_no_copy() -> None:
    own = told("b", text="The paper's own man saw smoke over the market all day long, he wrote.")
    found = link([told("a", text=LONG), own], [Reprint("b", "a", 0.9, 0.9, 60)])
    assert found.groups == ((0, 1),)
    assert found.copies == {}


def test_what_a_person_said_goes_before_the_rules() -> None:
    pair = [told("a"), told("b")]
    assert link(pair).groups == ((0, 1),)
    assert link(pair, decided={("b", "a"): False}).groups == ((0,), (1,))
    far = [told("a"), told("b", after=40)]
    assert link(far).groups == ((0,), (1,))
    assert link(far, decided={("a", "b"): True}).groups == ((0, 1),)


def test_two_that_a_person_parted_are_not_joined_by_a_third() -> None:
    three = [told("a"), told("b"), told("c")]
    found = link(three, decided={("a", "b"): False})
    assert found.event_of["a"] != found.event_of["b"]


def test_ids_that_are_not_there_any_more_are_passed_over() -> None:
    assert link([told("a")], decided={("a", "gone"): True}).groups == ((0,),)
