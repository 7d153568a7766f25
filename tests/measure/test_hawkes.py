"""The Hawkes fit: what is planted is found, a published program agrees, bad input is refused."""

import numpy as np
import pytest

from truceline.measure.hawkes import fit, log_likelihood
from truceline.simulate.hawkes import branching
from truceline.terms.errors import BadInput, TooFewData

BASE, RATIOS = np.array([0.5, 0.4]), np.array([[0.3, 0.2], [0.1, 0.4]])
DECAY = np.array([1.0, 2.0])


def test_planted_numbers_lie_within_three_standard_errors() -> None:
    times, marks = branching(BASE, RATIOS, DECAY, 20_000.0, np.random.default_rng(1))
    found = fit(times, marks, end=20_000.0)
    assert found.converged
    for value, error, truth in (
        (found.base, found.base_se, BASE), (found.ratios, found.ratios_se, RATIOS),
        (found.decay, found.decay_se, DECAY),
    ):  # fmt: skip
        assert (np.abs(value - truth) < 3 * error).all()
        assert (error < 0.1 * truth + 0.01).all()
    assert all(each.p > 0.05 for each in found.fits)


def test_standard_errors_are_those_of_repeated_draws() -> None:
    rng = np.random.default_rng(2)
    made = [fit(*branching(BASE, RATIOS, DECAY, 1500.0, rng), end=1500.0) for _ in range(60)]
    spread = np.std([each.ratios for each in made], axis=0, ddof=1)
    told = np.mean([each.ratios_se for each in made], axis=0)
    np.testing.assert_allclose(told, spread, rtol=0.35)


def test_a_mark_that_nothing_excites_stands_on_its_bound() -> None:
    rng = np.random.default_rng(6)
    none = np.array([[0.5, 0.0], [0.0, 0.0]])
    found = fit(*branching(BASE, none, DECAY, 3000.0, rng), end=3000.0)
    assert found.ratios[0, 0] == pytest.approx(0.5, abs=0.1)
    assert found.ratios[0, 1] < 0.05
    on_bound = found.bound[:, 1:-1]
    assert on_bound.any()
    assert np.isnan(found.ratios_se[on_bound]).all()
    assert (found.ratios[on_bound] == 0).all()


def test_no_other_decay_rate_does_better() -> None:
    times, marks = branching(BASE, RATIOS, DECAY, 800.0, np.random.default_rng(3))
    found = fit(times, marks, end=800.0)
    theta = np.column_stack([found.base, found.ratios, found.decay])
    best = log_likelihood(times, marks, theta, end=800.0)
    assert best == pytest.approx(found.log_likelihood, rel=1e-12)
    rng = np.random.default_rng(4)
    for _ in range(200):
        near = theta * np.exp(rng.normal(scale=0.1, size=theta.shape))
        assert log_likelihood(times, marks, near, end=800.0) <= best + 1e-9


def test_swapping_the_sides_swaps_the_answer() -> None:
    times, marks = branching(BASE, RATIOS, DECAY, 2000.0, np.random.default_rng(5))
    one, two = fit(times, marks, end=2000.0), fit(times, 1 - marks, end=2000.0)
    np.testing.assert_allclose(one.ratios, two.ratios[::-1, ::-1], rtol=1e-4)


def test_a_model_of_another_kind_is_seen_not_to_fit() -> None:
    rng = np.random.default_rng(8)
    regular = np.cumsum(rng.gamma(20, 1 / 20, 800))
    marks = np.arange(800) % 2
    found = fit(regular, marks, end=float(regular[-1]))
    assert max(each.p for each in found.fits) < 0.001


def test_three_marks_are_no_harder_than_two() -> None:
    ratios = np.array([[0.2, 0.3, 0.0], [0.0, 0.2, 0.3], [0.3, 0.0, 0.2]])
    rng = np.random.default_rng(9)
    times, marks = branching(np.full(3, 0.5), ratios, np.full(3, 1.5), 8000.0, rng)
    np.testing.assert_allclose(fit(times, marks, end=8000.0).ratios, ratios, atol=0.06)


# Computed once by tick 0.8.0.2 (ModelHawkesExpKernLogLik, decay 1.5) on these very events. It
# divides by the number of events, turns the sign, and leaves one expected event a day and mark out.
TICK = (956, -0.13770153647665248)


def test_the_likelihood_is_that_of_tick() -> None:
    times, marks = branching(BASE, RATIOS, np.full(2, 1.5), 500.0, np.random.default_rng(42))
    theta = np.column_stack([BASE, RATIOS, np.full(2, 1.5)])
    ours = log_likelihood(times, marks, theta, end=500.0)
    assert (times.size, -(ours + 2 * 500.0) / times.size) == pytest.approx(TICK, rel=1e-10)


@pytest.mark.parametrize(
    ("times", "marks", "end"),
    [
        ([], [], 1.0), ([1.0, 0.5], [0, 0], 2.0), ([1.0], [0, 1], 2.0), ([1.0], [-1], 2.0),
        ([np.nan], [0], 2.0), ([1.0, 3.0], [0, 0], 2.0), ([-1.0, 1.0], [0, 0], 2.0),
    ],
)  # fmt: skip
def test_bad_events_are_refused(times: list[float], marks: list[int], end: float) -> None:
    with pytest.raises(BadInput):
        fit(np.array(times), np.array(marks, dtype=np.int64), end=end)


def test_one_event_a_side_is_too_little() -> None:
    with pytest.raises(TooFewData, match="1 events"):
        fit(np.array([1.0, 2.0]), np.array([0, 1]), end=3.0)


def test_numbers_of_another_shape_or_sign_are_refused() -> None:
    times, marks = np.array([1.0, 2.0]), np.array([0, 1])
    for theta in (np.ones((2, 3)), np.ones((1, 3)), -np.ones((2, 4)), np.zeros((2, 4))):
        with pytest.raises(BadInput):
            log_likelihood(times, marks, theta, end=3.0)


def test_all_events_in_one_instant_are_no_crash() -> None:
    found = fit(np.full(60, 2.0), np.arange(60) % 2, end=5.0)
    assert found.base == pytest.approx([6.0, 6.0], rel=1e-3)
