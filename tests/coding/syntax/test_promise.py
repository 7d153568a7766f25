"""What somebody says that he will do or not do."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebels said they would release ten prisoners.", "AGREE"),
        ("Chad will not let inspectors into the country.", "REJECT"),
        ("Egypt would quit the pact if Sudan shut the canal, two officials said.", "THREATEN"),
        ("Niger told Mali to free the envoy or face force.", "THREATEN"),
        ("Niger told Mali to free the envoy.", "REQUEST"),
    ],
)
def test_words_about_a_deed_are_the_event(
    text: str, kind: str, code: Callable[..., Coding]
) -> None:
    [event] = code(text).events
    assert (event.type, event.status) == (kind, "happened")


def test_a_condition_without_a_speaker_is_no_threat(code: Callable[..., Coding]) -> None:
    event = code("Egypt would suspend the treaty if Sudan closed the canal.").events[0]
    assert (event.type, event.status) == ("SANCTION", "hypothetical")


def test_what_is_warned_of_first_is_no_event_of_its_own(code: Callable[..., Coding]) -> None:
    events = code("Chad would arrest any Libyan officer, the president warned.").events
    assert [each.type for each in events] == ["THREATEN"]
