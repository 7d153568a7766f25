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
