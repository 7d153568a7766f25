"""Who bears arms."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "bears"),
    [
        ("Soldiers entered Chad on Monday.", True),
        ("A tank column entered Chad on Monday.", True),
        ("The Zarma Front, a league of rebel bands, took Ndjamena on Monday.", True),
        ("A choir entered Chad on Monday.", False),
    ],
)
def test_only_those_who_bear_arms_take_a_land(
    text: str, bears: bool, code: Callable[..., Coding]
) -> None:
    assert ("NOT_ARMED" not in {each.reason for each in code(text).set_aside}) is bears
