"""Every way to forecast deaths, and what it refuses."""

from collections.abc import Callable

import numpy as np
import pytest

from truceline.foresee.intensity import METHODS, forecast, last_twelve, last_value, zero
from truceline.terms.errors import BadInput, TooFewData

DEATHS = np.random.default_rng(7).poisson(9.0, size=(5, 48)).astype(float)
AHEAD = np.array([1, 6, 12])


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_every_method_gives_samples_of_deaths(method: Callable[..., np.ndarray]) -> None:
    found = method(DEATHS, AHEAD)
    assert found.shape[:2] == (5, 3)
    assert (found >= 0).all()
    assert np.isfinite(found).all()


def test_baselines_are_what_their_names_say() -> None:
    assert np.array_equal(last_twelve(DEATHS, AHEAD)[2, 1], DEATHS[2, -12:])
    assert np.array_equal(last_value(DEATHS, AHEAD)[2, 1], DEATHS[2, -1:])
    assert not zero(DEATHS, AHEAD).any()


def test_the_order_of_countries_changes_nothing() -> None:
    turned = forecast(DEATHS[::-1], AHEAD)[::-1]
    assert np.allclose(turned, forecast(DEATHS, AHEAD))


def test_one_country_asked_alone_gets_what_it_gets_among_all() -> None:
    alone = forecast(DEATHS, AHEAD, countries=np.array([3]))
    assert np.allclose(alone[0], forecast(DEATHS, AHEAD)[3])


def test_a_war_that_fell_silent_is_forecast_lower_than_its_last_year() -> None:
    falling = DEATHS.copy()
    falling[0, -12:] = [900.0] * 9 + [3.0, 2.0, 4.0]
    soon = forecast(falling, AHEAD, countries=np.array([0]))
    assert float(np.median(soon[0, 0])) < float(np.median(last_twelve(falling, AHEAD)[0, 0])) / 10


@pytest.mark.parametrize(
    ("deaths", "ahead", "says"),
    [
        (DEATHS, np.array([0]), "horizons are months ahead"),
        (DEATHS, np.array([], dtype=int), "horizons are months ahead"),
        (-DEATHS, AHEAD, "deaths are 0 or more"),
        (np.full((2, 48), np.nan), AHEAD, "a missing month is not a zero"),
    ],
)
def test_wrong_input_is_refused_in_words(deaths: np.ndarray, ahead: np.ndarray, says: str) -> None:
    with pytest.raises(BadInput, match=says):
        forecast(deaths, ahead)


def test_a_young_table_is_too_short() -> None:
    with pytest.raises(TooFewData, match="there are 7 months of deaths"):
        last_twelve(DEATHS[:, :7], AHEAD)
    with pytest.raises(TooFewData, match="hold no year followed by 12 months"):
        forecast(DEATHS[:, :20], AHEAD)
