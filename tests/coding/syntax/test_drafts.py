"""Several triggers of one sentence: joined, apart, or only spoken of."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


def test_what_an_attack_did_is_part_of_it(code: Callable[..., Coding]) -> None:
    [event] = code("Iran shelled Basra, killing five soldiers and wounding ten.").events
    assert {c.what for c in event.counts} == {"killed", "wounded"}


def test_two_attackers_are_two_attacks(code: Callable[..., Coding]) -> None:
    events = code("Iran bombed Basra and Iraq shelled Abadan.").events
    assert [[a.code for a in each.source] for each in events] == [["IRN"], ["IRQ"]]


def test_what_is_demanded_is_no_event_of_its_own(code: Callable[..., Coding]) -> None:
    events = code("Iran demanded that Iraq release the prisoners.").events
    assert [each.type for each in events] == ["REQUEST"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebels said they would release ten prisoners.", "AGREE"),
        ("The Taliban said it would not attend the meeting.", "REJECT"),
        ("Iran would not release the prisoners.", "REJECT"),
        ("Iran said that it would bomb Kuwait.", "THREATEN"),
    ],
)
def test_who_says_what_he_will_do_promises_or_refuses(
    text: str, kind: str, code: Callable[..., Coding]
) -> None:
    [event] = code(text).events
    assert (event.type, event.status) == (kind, "happened")


def test_what_somebody_is_kept_from_is_no_deed(code: Callable[..., Coding]) -> None:
    events = code("Belarus barred the opposition from holding a rally.").events
    assert "PROTEST" not in [each.type for each in events]


def test_what_others_say_of_it_is_a_plan(code: Callable[..., Coding]) -> None:
    [event] = code("France said the rebels would release ten prisoners.").events
    assert (event.type, event.status) == ("RETREAT", "planned") or event.status == "hypothetical"


def test_a_deed_beside_what_is_said_is_its_own(code: Callable[..., Coding]) -> None:
    events = code("Mali condemned the raid, recalling its ambassador from Algiers.").events
    assert [each.type for each in events] == ["ACCUSE", "SANCTION"]


def test_what_somebody_is_accused_of_in_passing_is_no_event(code: Callable[..., Coding]) -> None:
    [event] = code("Chad sanctioned two Malian officials accused of blocking the talks.").events
    assert event.type == "SANCTION"


def test_a_charge_that_is_denied_was_made(code: Callable[..., Coding]) -> None:
    event = code("Iran accused Iraq of shelling civilians, a charge Baghdad denied.").events[0]
    assert (event.type, event.status) == ("ACCUSE", "happened")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Three soldiers were killed and nine wounded when a bomb hit their convoy.", []),
        ("Two policemen were killed when Taliban gunmen opened fire on them.", ["AFG"]),
        ("Ten people were killed and 20 injured after Israel bombed a school.", ["ISR"]),
    ],
)
def test_the_dead_and_the_blow_are_one_attack(
    text: str, source: list[str], code: Callable[..., Coding]
) -> None:
    [event] = code(text).events
    assert (event.type, [each.code for each in event.source]) == ("ASSAULT", source)
    assert event.counts[0].what == "killed"


def test_a_medical_flight_is_aid(code: Callable[..., Coding]) -> None:
    [event] = code("Egypt has sent two planes of medical supplies to Sudan.").events
    assert (event.type, event.target[0].code) == ("AID", "SDN")


def test_what_the_writer_adds_of_the_one_accused_is_a_deed(code: Callable[..., Coding]) -> None:
    events = code("Residents accused Iraq, which is shelling Abadan, of burning crops.").events
    assert [each.type for each in events] == ["ACCUSE", "ASSAULT"]


def test_what_is_done_beside_an_offer_is_a_deed(code: Callable[..., Coding]) -> None:
    events = code("Egypt offered to host the talks and sent a brigade to Sinai.").events
    assert [each.type for each in events] == ["AGREE", "MOBILIZE"]
