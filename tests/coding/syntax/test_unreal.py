"""Deeds that are called untrue, disowned or only weighed."""

import pytest
from tests.coding.conftest import story_of

from truceline.coding.parsed import ParsedCoder


@pytest.fixture(scope="module")
def coder() -> ParsedCoder:
    return ParsedCoder(least=0.0)  # however unlikely


@pytest.mark.parametrize(
    ("text", "status", "source"),
    [
        ("Chad had nothing to do with the ambush on Niger's army.", "denied", "TCD"),
        ("Chad had no hand in the bombing of Niger's barracks.", "denied", "TCD"),
        ("Niger's report that Chad shelled its camp is without substance.", "denied", "TCD"),
        ("Chad is weighing air strikes on Niger.", "hypothetical", "TCD"),
        ("Chadian jets carried out air strikes on Niger.", "happened", "TCD"),
    ],
)
def test_who_disowns_or_weighs_an_attack_is_its_source(
    text: str, status: str, source: str, coder: ParsedCoder
) -> None:
    [event] = [each for each in coder(story_of(text)).events if each.type == "ASSAULT"]
    assert event.status == status
    assert [each.code for each in event.source] == [source]


def test_who_takes_part_disowns_nothing(coder: ParsedCoder) -> None:
    events = coder(story_of("Chad had a hand in the bombing of Niger's barracks.")).events
    assert "denied" not in [each.status for each in events]
