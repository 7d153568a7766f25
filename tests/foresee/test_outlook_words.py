"""The words: what the numbers cannot tell stands beside them, and what moves them is named."""

from datetime import date

from truceline.foresee.members import MEMBERS
from truceline.foresee.outlook import outlook
from truceline.foresee.outlook_record import TRACKS
from truceline.foresee.past_table import pasts
from truceline.read import past_wars, wars

FOUND = outlook(
    wars.load("ukraine"), pasts(past_wars.load()), as_of=date(2025, 6, 5), tracks=TRACKS
).answer


def test_every_member_stands_there_with_its_weight() -> None:
    told = [each for each in FOUND.estimates if "weight in the pool" in (each.method or "")]
    assert [each.name.rsplit(", ", 1)[1] for each in told] == list(MEMBERS)
    weights = sum(float((each.method or "").rsplit(" ", 1)[1]) for each in told)
    assert abs(weights - 1) < 0.04


def test_what_moves_it_is_a_comparison_and_says_so() -> None:
    told = [each for each in FOUND.estimates if each.name.startswith("what moves it")]
    assert len(told) == 7
    assert all("not an effect" in (each.method or "") for each in told)
    ages = [each.value or 0 for each in told if "months old" in each.name]
    assert ages == sorted(ages, reverse=True)


def test_the_wars_at_risk_are_counted_without_the_war_itself() -> None:
    check = next(each for each in FOUND.checks if "ran as long" in each.name)
    assert "10 interstate" in check.detail
    assert check.passed


def test_the_track_record_stands_beside_the_forecast() -> None:
    told = [each for each in FOUND.checks if each.name.startswith("track record")]
    assert [each.passed for each in told][:2] == [TRACKS["stop"].better, TRACKS["ceasefire"].better]
    stop = next(each.value for each in FOUND.estimates if "stops within 12" in each.name)
    height = TRACKS["stop"].near(stop or 0)
    assert height is not None
    assert told[2].detail == height.words()
    assert "log less Lindy" in told[0].detail


def test_limits_say_what_a_victory_hides_and_that_no_news_enters() -> None:
    told = " ".join(FOUND.limits)
    for each in ("sealed by an armistice", "before the news", "not causal", "1,000 deaths"):
        assert each in told
    assert any("flip" in each.name for each in FOUND.checks)
