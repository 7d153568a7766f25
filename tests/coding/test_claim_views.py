"""Claims about the course of a war."""

import pytest
from tests.coding.claim_scenes import claims, line

from truceline.coding.claim_views import is_satire, past_war
from truceline.terms.claims import Claim


def first(text: str, kind: str) -> Claim:
    return next(each for each in claims(text) if each.kind == kind)


@pytest.mark.parametrize(
    ("text", "about", "direction", "factor"),
    [
        ("Russian drone attacks rose in May.", "drones", "up", None),
        ("Russia launched fewer drones in May than in April.", "drones", "down", None),
        ("In the past year, the conflict has slowed down.", "war", "down", None),
        ("The front line hardly moved in 2023.", "area", "flat", None),
        ("The number of drones doubled in May.", "drones", "up", 2),
        ("Russia launched 20 times as many drones in 2025 as in 2024.", "drones", "up", 20),
        ("The number of drones fell by half in May.", "drones", "down", 0.5),
    ],
)
def test_a_trend_has_a_topic_a_direction_and_perhaps_a_factor(
    text: str, about: str, direction: str, factor: float | None
) -> None:
    found = first(text, "trend")
    assert (found.about, found.direction, found.factor) == (about, direction, factor)


def test_two_trends_in_a_sentence_each_have_the_topic_nearest_to_them() -> None:
    found = claims("In the past year, the conflict has slowed down, and the map of the front line "
                   "no longer sees dramatic changes.")  # fmt: skip
    assert [(e.about, e.direction) for e in found] == [("war", "down"), ("area", "flat")]


def test_who_backs_whom_is_read_clause_by_clause() -> None:
    found = claims("Russia, bolstered by China's backing, is fighting in Ukraine, whose army is "
                   "sustained by its Western allies.")  # fmt: skip
    pairs = [(each.side, each.target) for each in found if each.kind == "support"]
    assert pairs == [("CHN", "RUS"), ("WEST", "UKR")]


def test_a_prediction_carries_the_day_by_which_it_falls_due() -> None:
    found = first("There will be a ceasefire before the end of 2025.", "prediction")
    assert found.window is not None
    assert (found.window.last.isoformat(), found.negated) == ("2025-12-31", False)
    assert first("The war will drag on for months.", "prediction").negated


def test_a_question_predicts_nothing() -> None:
    found = claims("Could Ukraine be heading toward a similar outcome?")
    assert found == []


def test_this_war_is_no_past_war() -> None:
    assert past_war(line("The Korean War was long.")) == "korean war"
    assert past_war(line("The war in Ukraine is long.")) is None


@pytest.mark.parametrize(("text", "is_one"), [("The Onion", True), ("Onion fields burn", False)])
def test_a_satire_is_known_by_its_own_name(text: str, is_one: bool) -> None:
    assert is_satire(text) is is_one
