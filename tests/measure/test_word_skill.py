"""Out-of-sample skill of own words over own history."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measure.made_words import fallen

from truceline.measure.laid import Floats
from truceline.measure.word_skill import AHEAD, BACK, FEWEST_PAST, SHRINK, Skill, crps, skill
from truceline.terms.errors import TooFewData

numbers = st.floats(-50, 50)


def made(values: Floats, words: tuple[int, ...]) -> Skill:
    found = skill(values, words, rng=np.random.default_rng(1))
    assert isinstance(found, Skill)
    return found


def pairs(draws: list[float], observed: float) -> float:
    """The score from its definition: mean |x − y| − ½ mean |x − x'|."""
    m = len(draws)
    away = sum(abs(each - observed) for each in draws) / m
    return away - sum(abs(one - two) for one in draws for two in draws) / m**2 / 2


@given(st.lists(numbers, min_size=1, max_size=30), numbers)
def test_the_score_is_its_definition(draws: list[float], observed: float) -> None:
    assert crps(np.array(draws), observed) == pytest.approx(pairs(draws, observed), abs=1e-9)


def test_the_score_of_a_normal_forecast_is_the_published_one() -> None:
    # Gneiting and Raftery (2007), equation 21, at the mean of a standard normal: (√2 − 1)/√π.
    quantiles = np.array(sorted(np.random.default_rng(2).normal(size=200_000)))
    assert crps(quantiles, 0.0) == pytest.approx((np.sqrt(2) - 1) / np.sqrt(np.pi), abs=0.003)


def test_no_draws_are_no_forecast() -> None:
    with pytest.raises(TooFewData, match="no draws"):
        crps(np.array([]), 1.0)


def slow(values: Floats, words: tuple[int, ...]) -> tuple[float, float]:
    """The skill once more, day by day, with loops over what was known then."""
    ratios, told = {}, {}
    for now in range(BACK - 1, len(values) - AHEAD):
        past, ahead = values[now - BACK + 1 : now + 1], values[now + 1 : now + 1 + AHEAD]
        ratios[now] = float(np.log(ahead.mean() / past.mean()))
        told[now] = max((each for each in words if now - AHEAD < each <= now), default=None)
    plain, worded = [], []
    for now, observed in ratios.items():
        known = [each for each in ratios if each <= now - AHEAD]
        if len(known) < FEWEST_PAST:
            continue
        draws = [ratios[each] for each in known]
        after = [each for each in known if told[each] is not None]
        move = 0.0
        if told[now] is not None and after and len(after) < len(known):
            count = len({told[each] for each in after})
            others = [ratios[each] for each in known if told[each] is None]
            apart = np.mean([ratios[each] for each in after]) - np.mean(others)
            move = float(apart) * count / (count + SHRINK)
        plain.append((pairs(draws, observed), told[now] is not None))
        worded.append(pairs([each + move for each in draws], observed))
    one = sum(score for score, recent in plain if recent)
    two = sum(score for score, (_, recent) in zip(worded, plain, strict=True) if recent)
    return 1 - two / one, 1 - sum(worded) / sum(score for score, _ in plain)


def test_agrees_with_a_slow_twin() -> None:
    values, _ = fallen(0.5)
    cut, said = values[:260], tuple(range(40, 255, 20))
    found = made(cut, said)
    assert (found.value, found.whole) == pytest.approx(slow(cut, said), abs=1e-9)


def test_words_that_are_kept_help_and_words_that_mean_nothing_do_not() -> None:
    values, words = fallen(0.3)
    kept = made(values, words)
    assert kept.low > 0
    plain, same = fallen(1.0)
    assert made(plain, same).low < 0


@pytest.mark.parametrize("factor", [0.01, 3, 1000])
def test_rescaling_changes_nothing(factor: float) -> None:
    values, words = fallen(0.5)
    one, two = made(values, words), made(values * factor, words)
    assert (one.value, one.low) == pytest.approx((two.value, two.low), abs=1e-9)


def test_cannot_see_its_own_future() -> None:
    values, words = fallen(0.5)
    spoilt = values.copy()
    spoilt[600:] *= 7
    cut = 600
    one, two = (made(each[:cut], words) for each in (values, spoilt))
    assert one == two


@pytest.mark.parametrize(
    ("values", "words", "said"),
    [
        (np.ones(70), (20, 40), "too short: 0 days"),
        (np.ones(700) + np.arange(700) % 3, (), "0 words fall on days"),
        (np.ones(700) + np.arange(700) % 3, (200, 300), "2 words fall on days"),
        (np.full(700, np.nan), (200, 300), "too short"),
        (np.zeros(700), (-90, 9999), "0 words"),
    ],
)
def test_says_why_it_cannot_be_said(values: Floats, words: tuple[int, ...], said: str) -> None:
    found = skill(values, words, rng=np.random.default_rng(1))
    assert isinstance(found, str)
    assert said in found


def test_missing_days_are_left_out_and_not_zero() -> None:
    values, words = fallen(0.5)
    gaps = values.copy()
    gaps[::9] = np.nan
    assert made(gaps, words).value == pytest.approx(made(values, words).value, abs=0.1)
