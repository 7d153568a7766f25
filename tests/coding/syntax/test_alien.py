"""Whose troops are meant where no word says it."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("texts", "target"),
    [
        (("Two Malian jets bombed an army camp near the border.",), None),
        (("Niger's army left the hill.", "Malian jets bombed an army camp near it."), "NER"),
        (("Malian jets bombed a camp of their own army.",), "MLI"),
        (("Malian rebels attacked an army camp near the border.",), "MLI"),
        (("Niger's army left the hill.", "Mali demanded that foreign troops leave."), None),
    ],
)
def test_a_state_does_nothing_to_troops_of_its_own(
    texts: tuple[str, ...], target: str | None, code: Callable[..., Coding]
) -> None:
    event = code(*texts).events[-1]
    assert next((each.code for each in event.target if each.code), None) == target
