"""What reports no event, by the parse."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The earthquake killed 300 people.", "ACCIDENT"),
        ("Ten people were killed in the village.", "NO_CAUSE"),
        ("The bridge collapsed.", "NO_ATTACK"),
        ("Two men met.", "NO_ACTOR"),
        ("The rebels met almost no resistance.", "NO_TARGET"),
        ("Kenya warned that an assault on Goma would be a disaster.", "NO_THREAT"),
    ],
)
def test_set_aside_with_a_reason(text: str, reason: str, code: Callable[..., Coding]) -> None:
    found = code(text)
    assert found.events == ()
    assert reason in {each.reason for each in found.set_aside}


def test_talks_that_collapse_are_an_event_that_failed(code: Callable[..., Coding]) -> None:
    [event] = code("Talks between Chad and Mali collapsed.").events
    assert (event.type, event.status) == ("CONSULT", "failed")


def test_calling_names_is_no_call(code: Callable[..., Coding]) -> None:
    called = code("The French president called the Malian president on Friday.").events
    assert [each.mode for each in called] == ["phone"]
    assert code("The French president called the Malian president a coward.").events == ()


def test_a_question_asked_is_no_request(code: Callable[..., Coding]) -> None:
    coding = code("France asked whether Mali would stay.")
    assert "REQUEST" not in {each.type for each in coding.events}
    assert "QUESTION" in {each.reason for each in coding.set_aside}


def test_several_of_one_name_meet_each_other(code: Callable[..., Coding]) -> None:
    [event] = code("The Arab foreign ministers met in Cairo.").events
    assert (event.type, [a.text for a in event.source]) == (
        "CONSULT",
        [a.text for a in event.target],
    )


def test_an_event_that_begins_took_place(code: Callable[..., Coding]) -> None:
    [event] = code("The blockade of Qatar entered its second week.").events
    assert (event.type, event.target[0].code) == ("COERCE", "QAT")


def test_what_was_struck_needs_nobody_who_struck(code: Callable[..., Coding]) -> None:
    [event] = code("The Iranian base was hit.").events
    assert (event.type, event.source, event.target[0].code) == ("ASSAULT", (), "IRN")


def test_an_unknown_actor_is_kept_as_text(code: Callable[..., Coding]) -> None:
    [event] = code("The miners rejected the offer on Monday.").events
    assert [(each.text, each.code) for each in event.source] == [("miners", None)]
    assert code("In the spring the insurers rejected the offer.").events == ()


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Malian soldiers took Tinzawaten on Monday.", True),
        ("Malian soldiers left the enclave on Monday.", True),
        ("Malian soldiers took no notice.", False),
    ],
)
def test_land_is_a_town_a_name_or_a_word_for_it(
    text: str, taken: bool, code: Callable[..., Coding]
) -> None:
    found = {each.type for each in code(text).events}
    assert bool({"COERCE", "RETREAT"} & found) is taken
