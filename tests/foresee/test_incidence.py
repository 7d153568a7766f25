"""Cumulative incidence against the closed form, against lifelines, and the naive way beside it."""

import warnings

import numpy as np
import pytest

from truceline.foresee.incidence import aalen_johansen, closed_form
from truceline.terms.errors import BadInput


def drawn(count: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Return durations and causes of wars with a chance of .03 a month of a ceasefire, .05 else."""
    rng = np.random.default_rng(seed)
    end, censored = rng.exponential(1 / 0.08, count), rng.uniform(10, 80, count)
    cause = np.where(rng.random(count) < 0.375, 0, 1)
    return np.minimum(end, censored), np.where(end <= censored, cause, -1)


def test_the_closed_form_is_the_published_one() -> None:
    incidence, naive = closed_form(0.03, 0.05, 24)
    assert round(incidence, 3) == 0.320
    assert naive > 0.5


def test_the_estimate_comes_to_the_closed_form_and_the_naive_way_does_not() -> None:
    found = aalen_johansen(*drawn(60_000), kinds=2)
    incidence, naive = closed_form(0.03, 0.05, 24)
    assert found.at(24)[0] == pytest.approx(incidence, abs=0.006)
    assert found.naive_at(24)[0] == pytest.approx(naive, abs=0.008)
    assert found.naive_at(24)[0] - found.at(24)[0] > 0.18


def test_it_equals_lifelines() -> None:
    fitter = pytest.importorskip("lifelines").AalenJohansenFitter
    durations, causes = drawn(400)
    found = aalen_johansen(durations, causes, kinds=2)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        peer = fitter(calculate_variance=False).fit(durations, causes + 1, event_of_interest=1)
    table = peer.cumulative_density_
    for time in (3.0, 12.0, 24.0, 40.0):
        theirs = float(table.loc[table.index <= time].iloc[-1, 0])
        assert found.at(time)[0] == pytest.approx(theirs, abs=1e-9)


def test_incidences_and_survival_add_up_to_one() -> None:
    found = aalen_johansen(*drawn(500), kinds=2)
    assert np.allclose(found.incidence.sum(axis=1) + found.survival, 1)


def test_units_do_not_matter_and_nothing_ends_before_the_first_end() -> None:
    durations, causes = drawn(300)
    plain = aalen_johansen(durations, causes, kinds=2)
    days = aalen_johansen(durations * 30.4, causes, kinds=2)
    assert np.allclose(plain.incidence, days.incidence)
    assert plain.at(0.0).tolist() == [0.0, 0.0]
    assert plain.naive_at(0.0).tolist() == [0.0, 0.0]
    assert plain.left(10.0, durations) == int((durations > 10).sum())


def test_durations_of_nought_are_refused() -> None:
    with pytest.raises(BadInput, match="durations above 0"):
        aalen_johansen([0.0, 1.0], [0, 1], kinds=2)
