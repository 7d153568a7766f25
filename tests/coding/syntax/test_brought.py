"""What is brought to somebody, told from where it arrives."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("An aid convoy reached northern Gaza on Monday.", "AID", [], ["PSE"]),
        ("Two aid trucks entered Sudan from Chad.", "AID", [], ["SDN"]),
        ("Ukraine received tanks from Poland.", "AID", ["POL"], ["UKR"]),
        ("Ukraine received an apology from Poland.", "CONCEDE", ["POL"], ["UKR"]),
    ],
)
def test_what_arrives_is_the_deed_of_who_sends_it(
    text: str, kind: str, source: list[str], target: list[str], code: Callable[..., Coding]
) -> None:
    [event] = code(text).events
    assert event.type == kind
    assert [each.code for each in event.source] == source
    assert [each.code for each in event.target] == target


def test_a_guest_is_received(code: Callable[..., Coding]) -> None:
    [event] = code("Putin received the Indian prime minister in Moscow.").events
    assert event.type == "CONSULT"
