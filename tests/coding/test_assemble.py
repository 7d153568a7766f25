"""The finished event."""

from collections.abc import Callable
from dataclasses import replace

from truceline.coding.assemble import Setting, carried_on
from truceline.terms.events import Coding, Count
from truceline.terms.ontology import MODES, QUAD_OF


def test_ids_are_stable_and_differ(code: Callable[..., Coding]) -> None:
    text = "Chad attacked Mali. Chad attacked Mali."
    first, again = code(text).events, code(text).events
    assert [e.event_id for e in first] == [e.event_id for e in again]
    assert len({e.event_id for e in first}) == 2


def test_confidence_falls_with_doubt(code: Callable[..., Coding]) -> None:
    sure, *doubted = (
        code(text).events[0].confidence
        for text in (
            "Chad attacked Mali.",
            "Chad allegedly attacked Mali.",
            "Chad may attack Mali.",
        )
    )
    assert all(1 > sure > each > 0 for each in doubted)


def test_the_mode_of_an_attack_follows_its_weapon(code: Callable[..., Coding]) -> None:
    assert code("Chad attacked Mali with drones.").events[0].mode == "drone"
    assert code("Chad attacked Mali.").events[0].mode is None


def test_quad_and_mode_are_those_of_the_type(code: Callable[..., Coding]) -> None:
    for event in code("Chad bombed Mali. Chad freed ten prisoners. Chad met Mali.").events:
        assert event.quad == QUAD_OF[event.type]
        assert event.mode is None or event.mode in MODES[event.type]


def test_a_threat_has_no_dead(code: Callable[..., Coding]) -> None:
    [event] = code("Chad threatened Mali after ten soldiers died.").events
    assert (event.type, event.counts) == ("THREATEN", ())


def test_numbers_told_later_keep_their_wholes(code: Callable[..., Coding]) -> None:
    [event] = code("Chad bombed Mali, killing ten people.").events
    later = Setting("", "s", 1, 40, 90, (), event.coder)
    whole, part = (Count("wounded", None, n, n, "persons", "") for n in (20, 5))
    on = carried_on(event, later, counts=[whole, replace(part, included_in=0)])
    assert [(each.low, each.included_in) for each in on.counts] == [
        (10, None), (20, None), (5, 1)]  # fmt: skip
    assert on.roles["continued_in"] == [[40, 90]]
