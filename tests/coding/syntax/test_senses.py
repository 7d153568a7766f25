"""Words that mean something else here, and the words for crowds."""

from collections.abc import Callable

import pytest
from tests.coding.conftest import story_of

from truceline.coding.parsed import ParsedCoder
from truceline.coding.syntax.senses import FOLK, who
from truceline.terms.events import Coding

Code = Callable[..., Coding]


def told(code: Code, text: str) -> list[str]:
    return [each.type for each in code(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels marched with the column in Chad.",
        "Chadian troops will continue the humanitarian operation in Faya.",
        "Chad took harm to civilians very seriously.",
        "The president of Mali walked out.",
        "A film about Kosovo was shot in Spain.",
        "Prices in Ghana fell to a record low.",
        "Ghana's parliament sent the bill back.",
        "Mali's army picked up the bodies.",
        "The general of Kenya was charged with overseeing the truce.",
        "Belarus insists that none of its soldiers was there.",
        "Voters in Ghana went to the polls.",
        "The museum in Athens returned to normal hours.",
        "The president of Ghana released a book.",
        "A train was derailed by floods in India.",
        "A fire burned down a warehouse in Lagos.",
        "Doctors in Kampala treated a rare disease.",
        "The army of Chad marched them over the bridge.",
        "The war between neighbours opened at dawn.",
    ],
)
def test_words_with_another_sense_are_no_event(text: str, code: Code) -> None:
    assert told(code, text) == []


def test_why_is_told() -> None:
    _, [trace] = ParsedCoder().traced(story_of("A film about Kosovo was shot in Spain."))
    assert [why for _, why in trace.read] == ["OTHER_SENSE"]


def test_those_who_march_are_folk() -> None:
    assert {"protesters", "farmers"} <= FOLK
    assert who.__doc__
