"""Whose attack was foiled."""

import pytest
from tests.coding.conftest import story_of

from truceline.coding.parsed import ParsedCoder


@pytest.fixture(scope="module")
def coder() -> ParsedCoder:
    return ParsedCoder(least=0.0)  # however unlikely


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Chad foiled a plot by Niger to kill its leader.", ["NER"], ["TCD"]),
        ("Germany thwarted an Iranian plot to kill an Israeli diplomat.", ["IRN"], ["ISR"]),
        ("An Iranian plot to kill the Saudi envoy was foiled by Egypt.", ["IRN"], ["SAU"]),
        ("Israel averted a Hezbollah attack on Haifa.", ["LBN"], ["ISR"]),
        ("Chad foiled a plot to kill its leader.", [], ["TCD"]),
    ],
)
def test_who_plotted_a_foiled_attack_is_its_source(
    text: str, source: list[str], target: list[str], coder: ParsedCoder
) -> None:
    [event] = [each for each in coder(story_of(text)).events if each.type == "ASSAULT"]
    assert event.status == "failed"
    assert [each.code for each in event.source] == source
    assert [each.code for each in event.target] == target


def test_an_attack_that_is_condemned_is_its_own_event(coder: ParsedCoder) -> None:
    events = coder(story_of("Iran condemned the Israeli attack on Syria.")).events
    assert [each.type for each in events] == ["ACCUSE", "ASSAULT"]
    assert [each.code for each in events[1].target] == ["SYR"]


def test_any_attack_that_is_condemned_is_none(coder: ParsedCoder) -> None:
    events = coder(story_of("Iran condemned any attack on Syria.")).events
    assert [each.type for each in events] == ["ACCUSE"]


def test_sanctions_that_are_extended_are_told_once(coder: ParsedCoder) -> None:
    events = coder(story_of("The EU extended its sanctions on Belarus for a year.")).events
    assert [each.type for each in events] == ["SANCTION"]
