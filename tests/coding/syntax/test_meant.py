"""Whether those who did a deed are known from the story before its sentence."""

import pytest
from tests.coding.conftest import story_of

from truceline.coding.parsed import ParsedCoder

BEFORE = "Chad's rebels met Niger's army chief at Zinder on Monday. "


@pytest.fixture(scope="module")
def coder() -> ParsedCoder:
    return ParsedCoder(least=0.0)  # however unlikely


def kinds(coder: ParsedCoder, text: str) -> list[str]:
    return [each.type for each in coder(story_of(text)).events]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The proposal was turned down.", "REJECT"),
        ("Forty rifles were sawn up in front of witnesses.", "RETREAT"),
    ],
)
def test_a_main_verb_needs_nobody_named_where_a_story_stands_before(
    text: str, kind: str, coder: ParsedCoder
) -> None:
    assert kind not in kinds(coder, text)
    assert kind in kinds(coder, BEFORE + text)


def test_a_call_needs_whom_it_calls_by_name_even_then(coder: ParsedCoder) -> None:
    assert "CONSULT" not in kinds(coder, BEFORE + "The charges were called a farce.")[1:]


@pytest.mark.parametrize(
    "text",
    ["Attacks went on between the second and the third round.",
     "The hope for a truce has given way to gloom.",
     "No date has been set for a fourth round."],
)  # fmt: skip
def test_nobody_is_meant_by_what_was_not_done_or_only_went_on(
    text: str, coder: ParsedCoder
) -> None:
    assert kinds(coder, BEFORE + text) == kinds(coder, BEFORE)
