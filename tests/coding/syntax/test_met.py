"""Who met or called whom."""

import pytest
from tests.coding.conftest import story_of

from truceline.coding.parsed import ParsedCoder


@pytest.mark.parametrize(
    "text",
    ["Liaison officers met in a tent at Moyale.", "Chad's president telephoned both leaders."],
)
def test_officials_who_meet_or_telephone_need_no_code(text: str) -> None:
    found = ParsedCoder(least=0.0)(story_of(text)).events
    assert "CONSULT" in [each.type for each in found]
