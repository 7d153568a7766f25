"""What talks were about."""

from collections.abc import Callable

import pytest

from truceline.coding.issues import issues_of, stuck
from truceline.coding.lexicon import lexicons
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Coding


def outcomes(text: str, otherwise: str) -> dict[str, str]:
    """Return the outcome of each issue."""
    return {i.issue: i.outcome for i in issues_of(text, tokens_of(text), lexicons(), otherwise)}


@pytest.mark.parametrize(
    ("text", "otherwise", "expected"),
    [
        ("They agreed on a truce", "agreed", {"ceasefire": "agreed"}),
        ("a possible prisoner swap", "agreed", {"prisoner exchange": "possible"}),
        ("There was no progress on a ceasefire", "proposed", {"ceasefire": "no progress"}),
        ("They discussed a ceasefire", "proposed", {"ceasefire": "proposed"}),
        ("the return of ten deported children", "agreed", {"return of children": "agreed"}),
        ("They spoke of the weather", "agreed", {}),
    ],
)
def test_issue(text: str, otherwise: str, expected: dict[str, str]) -> None:
    assert outcomes(text, otherwise) == expected


def test_stuck_talks_are_known_by_their_words() -> None:
    assert stuck(tokens_of("The sides parted without a deal"))
    assert not stuck(tokens_of("The sides made progress"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad declared a ceasefire with the rebels.", {"ceasefire": "agreed"}),
        ("Kenya reopened the crossing to aid trucks.", {"aid access": "agreed"}),
        ("Kenya lifted the ban on a newspaper.", {}),
        ("Chad rejected a truce with Sudan.", {"ceasefire": "refused"}),
        ("Chad called on Sudan to accept a ceasefire.", {"ceasefire": "proposed"}),
        ("Chad accused Sudan of breaking a promise.", {}),
    ],
)
def test_concessions_and_refusals_are_about_something(
    text: str, expected: dict[str, str], code: Callable[..., Coding]
) -> None:
    assert {i.issue: i.outcome for i in code(text).events[0].issues} == expected
