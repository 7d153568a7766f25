"""The climb over several stretches: independent pieces add, and a stretch may be empty."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.measure import twin_hawkes

from truceline.measure.hawkes import fit, fit_pieces, log_likelihood
from truceline.measure.hawkes_climb import Piece, errors, top
from truceline.measure.newton import Top
from truceline.simulate.hawkes import branching
from truceline.terms.errors import BadInput, TooFewData

BASE, RATIOS, DECAY = np.array([0.5, 0.4]), np.array([[0.3, 0.2], [0.1, 0.4]]), np.array([1.0, 2.0])


EMPTY: Piece = (np.zeros(0), np.zeros(0, dtype=np.int64), 0.0, 300.0)


def pieces(many: int, end: float, seed: int = 1, begin: float = 0.0) -> list[Piece]:
    rng = np.random.default_rng(seed)
    return [(*branching(BASE, RATIOS, DECAY, end, rng), begin, end) for _ in range(many)]


def cut(every: float, begin: float) -> list[Piece]:
    """One long history, cut into stretches."""
    times, marks = branching(BASE, RATIOS, DECAY, 20_000.0, np.random.default_rng(1))
    made = []
    for start in np.arange(0.0, 20_000.0, every):
        here = (times >= start) & (times < start + every)
        made.append((times[here] - start, marks[here], begin, every))
    return made


def test_planted_numbers_are_found_from_pieces() -> None:
    found = fit_pieces(pieces(50, 200.0))
    assert found.converged
    assert found.end == 10_000.0
    assert (np.abs(found.ratios - RATIOS) < 3 * found.ratios_se).all()
    assert (np.abs(found.decay - DECAY) < 3 * found.decay_se).all()
    assert all(each.p > 0.05 for each in found.fits)


def test_the_likelihood_is_the_sum_over_pieces_in_double_loops() -> None:
    made = pieces(4, 30.0, 2)
    found = fit_pieces(made)
    theta = np.column_stack([found.base, found.ratios, found.decay])
    slow = sum(
        twin_hawkes.log_likelihood(times.tolist(), marks.tolist(), theta.tolist(), end)
        for times, marks, _, end in made
    )
    assert found.log_likelihood == pytest.approx(slow, rel=1e-10)


def test_a_past_that_is_not_judged_is_taken_off_the_likelihood() -> None:
    made = pieces(4, 30.0, 2, begin=8.0)
    found = fit_pieces(made)
    theta = np.column_stack([found.base, found.ratios, found.decay]).tolist()
    slow = 0.0
    for times, marks, begin, end in made:
        past = times < begin
        slow += twin_hawkes.log_likelihood(times.tolist(), marks.tolist(), theta, end)
        slow -= twin_hawkes.log_likelihood(times[past].tolist(), marks[past].tolist(), theta, begin)
    assert found.log_likelihood == pytest.approx(slow, rel=1e-10)
    assert sum(found.events) == sum(int((times >= 8.0).sum()) for times, *_ in made)
    assert found.end == 4 * 22.0


def test_stretches_need_a_past_to_show_the_same_replies() -> None:
    cold, warm = (fit_pieces(cut(10.0, begin)) for begin in (0.0, 5.0))
    assert (cold.ratios.sum(axis=1) < RATIOS.sum(axis=1) - 0.05).any()
    assert (np.abs(warm.ratios - RATIOS) < 3 * warm.ratios_se).all()
    assert all(each.p > 0.01 for each in warm.fits)


def test_one_piece_is_a_fit_and_an_empty_piece_only_adds_its_days() -> None:
    (times, marks, _, end), *_ = made = pieces(1, 900.0, 3)
    one, alone = fit_pieces(made), fit(times, marks, end=end)
    np.testing.assert_array_equal(one.ratios, alone.ratios)
    more = fit_pieces([*made, EMPTY])
    assert more.end == 1200.0
    theta = np.column_stack([more.base, more.ratios, more.decay])
    told = log_likelihood(times, marks, theta, end=end) - 300.0 * float(more.base.sum())
    assert more.log_likelihood == pytest.approx(told, rel=1e-12)
    assert (more.base < alone.base).all()


@settings(deadline=None, max_examples=5)
@given(st.permutations(range(5)))
def test_the_order_of_pieces_changes_nothing(order: list[int]) -> None:
    made = pieces(5, 60.0, 4)
    one, two = fit_pieces(made), fit_pieces([made[each] for each in order])
    np.testing.assert_allclose(one.ratios, two.ratios, rtol=1e-4, atol=1e-6)


def test_more_events_than_the_first_look_takes_are_all_used() -> None:
    made = pieces(3, 6_000.0, 5)
    assert sum(times.size for times, *_ in made) > 20_000
    found = fit_pieces(made)
    assert sum(found.events) == sum(times.size for times, *_ in made)
    assert found.ratios_se.max() < 0.02


def test_pieces_that_hold_too_little_or_are_judged_outside_are_refused() -> None:
    with pytest.raises(BadInput, match="there are 0 times"):
        fit_pieces([EMPTY, EMPTY])
    few: Piece = (np.arange(10.0), np.arange(10) % 2, 0.0, 30.0)
    with pytest.raises(TooFewData, match="has 10 events"):
        fit_pieces([few, few])
    assert top([EMPTY, few], 2, 0).at.shape == (4,)
    for begin in (-1.0, 31.0, np.nan):
        with pytest.raises(BadInput, match="begin should lie in 0 to its end"):
            fit_pieces([(few[0], few[1], begin, 30.0)])


def test_a_number_on_its_bound_has_no_error() -> None:
    bound = np.array([False, True])
    found = errors(Top(np.ones(2), 0.0, np.diag([-4.0, -1.0]), bound, 1, converged=True))
    assert found[0] == 0.5
    assert np.isnan(found[1])
