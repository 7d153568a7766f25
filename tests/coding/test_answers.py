"""Deeds told before, claimed or denied in a later sentence."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding, Event

BLAST = "A bomb killed four guards in Kabul on Monday."


def sides(event: Event) -> tuple[list[str | None], list[str | None]]:
    """Return the codes of source and target."""
    return [each.code for each in event.source], [each.code for each in event.target]


def test_who_claims_an_attack_told_before_is_its_doer(code: Callable[..., Coding]) -> None:
    [event] = code(BLAST + " The Taliban claimed responsibility in a statement.").events
    assert (event.hedge, sides(event)) == ("claimed", (["AFG"], ["AFG"]))
    assert event.attributed_to is not None
    assert event.attributed_to.code == "AFG"


@pytest.mark.parametrize(
    "text", ["Hezbollah denied involvement.", "Hezbollah denied any part in the attack."]
)
def test_a_denial_is_the_deed_denied(text: str, code: Callable[..., Coding]) -> None:
    told, denied = code("Rockets hit Haifa on Sunday. " + text).events
    assert (told.status, denied.status, denied.type) == ("happened", "denied", "ASSAULT")
    assert sides(denied) == (["LBN"], ["ISR"])


def test_a_charge_that_is_denied_is_rejected(code: Callable[..., Coding]) -> None:
    events = code("Chad accused Libya of planning a raid. Libya denied any role in it.").events
    assert events[-1].type == "REJECT"
    assert sides(events[-1]) == (["LBY"], ["TCD"])


def test_it_that_denies_is_the_one_accused_before(code: Callable[..., Coding]) -> None:
    events = code("Drones struck Haifa. Residents blame Hezbollah. It denies the attack.").events
    assert (events[-1].status, sides(events[-1])) == ("denied", (["LBN"], ["ISR"]))


def test_who_denies_what_another_has_done_rejects_it(code: Callable[..., Coding]) -> None:
    events = code("Iran shelled Basra on Monday. Syria denied any involvement.").events
    assert [each.type for each in events] == ["ASSAULT", "REJECT"]


@pytest.mark.parametrize(
    "text", ["No group claimed responsibility.", "Officials said the Taliban were behind it."]
)
def test_nobody_claims_what_nobody_claims(text: str, code: Callable[..., Coding]) -> None:
    event = code(BLAST + " " + text).events[0]
    assert (event.hedge, event.source) == ("stated", ())


def test_a_deed_of_another_is_not_given_away(code: Callable[..., Coding]) -> None:
    [event] = code("Iran shelled Basra on Monday. The Taliban claimed responsibility.").events
    assert sides(event)[0] == ["IRN"]
