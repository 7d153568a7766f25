"""States that tell of a deed."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.syntax.states import state_of
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "noun", "kind", "form"),
    [
        ("Ten men are under arrest in Togo.", "arrest", "COERCE", "ing"),
        ("Ten men have been behind bars in Togo since May.", "bars", "COERCE", "ing"),
        ("Ten men were in custody in Togo.", "custody", "COERCE", "past"),
        ("The town is under martial law.", "law", "COERCE", "ing"),
        ("The column was on its way home.", "way", "RETREAT", "past"),
    ],
)
def test_what_somebody_is_tells_what_was_done(text: str, noun: str, kind: str, form: str) -> None:
    view = view_of(text)
    found = state_of(view.parse, node(view, noun))
    assert found is not None
    assert (found[0].type, found[1]) == (kind, form)


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The town is under the law.", "law"),
        ("The proposal is in circulation.", "circulation"),
        ("Togo put ten men under arrest.", "arrest"),
    ],
)
def test_other_nouns_and_verbs_are_no_states(text: str, noun: str) -> None:
    view = view_of(text)
    assert state_of(view.parse, node(view, noun)) is None


def test_what_still_holds_is_ongoing(code: Callable[..., Coding]) -> None:
    [event] = code("Ten politicians have been behind bars in Togo since May.").events
    assert (event.type, event.mode, event.status) == ("COERCE", "arrest", "ongoing")
