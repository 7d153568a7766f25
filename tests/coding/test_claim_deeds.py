"""Claims about talks, truces, order in time, replies and dated deeds."""

import pytest
from tests.coding.claim_scenes import claims


def told(text: str) -> set[tuple[str, str, str, bool]]:
    return {(each.kind, each.about, each.deed, each.negated) for each in claims(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The delegations met in Istanbul on Monday.", ("event", "talks", "", False)),
        ("The truce talks were broken off on Wednesday.", ("event", "talks", "broke_off", True)),
        ("Moscow pulled out of the grain deal on Monday.", ("event", "truce", "left", False)),
        ("The truce that Putin declared did not hold.", ("event", "truce", "broken", False)),
        ("Russia declared a truce from 8 May.", ("event", "truce", "declared", False)),
        ("A ceasefire came into force on Monday.", ("event", "truce", "in force", False)),
        ("There is still no ceasefire.", ("event", "truce", "none", True)),
        ("Russia answered the strike with a barrage on Monday.", ("reply", "reply", "", False)),
        ("Russia did not respond to the strike.", ("reply", "reply", "", True)),
        ("It is certain to provoke a response.", ("prediction", "reply", "", False)),
        ("On June 3, Ukraine struck the Kerch Bridge.", ("event", "deed", "", False)),
        ("The talks ended without any agreement.", ("outcome", "talks", "", True)),
    ],
)
def test_a_deed_is_read_with_what_became_of_it(
    text: str, expected: tuple[str, str, str, bool]
) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "issues"),
    [
        ("At the talks they agreed on a prisoner exchange but no ceasefire.",
         {("prisoner exchange", "agreed"), ("ceasefire", "none")}),
        ("They agreed on a prisoner swap and the possible return of 10 abducted children.",
         {("prisoner exchange", "agreed"), ("return of children", "possible")}),
    ],
)  # fmt: skip
def test_each_matter_of_talks_is_a_claim_of_its_own(
    text: str, issues: set[tuple[str, str]]
) -> None:
    assert {pair for each in claims(text) for pair in each.issues} == issues


def test_a_gap_is_read_in_days() -> None:
    [found] = [each for each in claims("The attack came two weeks before the talks in Istanbul.")
               if each.kind == "timing"]  # fmt: skip
    assert found.size is not None
    assert (found.order, found.size.low) == ("before", 14)


def test_that_attacks_rise_whenever_talks_come_up_is_a_pattern() -> None:
    assert ("timing", "pattern", "", False) in told("It is not the first time they stepped up "
                                                    "attacks when talks have come up.")  # fmt: skip
