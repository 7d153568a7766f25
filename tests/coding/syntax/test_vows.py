"""What is refused and threatened by how a clause is built."""

from collections.abc import Callable

import pytest

from truceline.coding.syntax.vows import made
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Iran swore that no inspector would return.", "REJECT"),
        ("Iran vowed never to yield to Iraq.", "REJECT"),
        ("Iran will not pay a cent to Iraq.", "REJECT"),
        ("Iran did not rule out force against Iraq.", "THREATEN"),
        ("Iran will make Iraq pay.", "THREATEN"),
        ("Iran's patience with Iraq is running out.", "THREATEN"),
        ("Any attack by Iraq would be answered in kind, Iran said.", "THREATEN"),
        ("Iran will not hesitate to strike Iraq.", "THREATEN"),
        ("Iraq must withdraw or face war, Iran said.", "THREATEN"),
        ("Unless Iraq withdraws, Iran will bomb Basra, its army warned.", "THREATEN"),
        ("Students gathered in Cairo to demand a vote.", "PROTEST"),
    ],
)
def test_the_build_of_a_clause_says_it(text: str, kind: str, code: Callable[..., Coding]) -> None:
    events = code(text).events
    assert (kind, "happened") in [(each.type, each.status) for each in events]


@pytest.mark.parametrize(
    "text",
    [
        "Iran ruled out nothing.",
        "The army made the villagers pay taxes.",
        "Iran's water is running out.",
        "The prices will be considered next week.",
        "Students gathered in the hall to sing.",
    ],
)
def test_other_builds_do_not(text: str, code: Callable[..., Coding]) -> None:
    assert not {"THREATEN", "PROTEST"} & {each.type for each in code(text).events}


def test_who_speaks_of_it_threatens(code: Callable[..., Coding]) -> None:
    [event] = code("Any attack by Iraq would be answered in kind, Iran said.").events
    assert [each.code for each in event.source] == ["IRN"]


def test_a_reading_made_up_needs_its_second_word() -> None:
    assert made("REJECT", "swear not").needs == (frozenset({"not"}),)
