"""The passes over events, compiled and not, against double loops and finite differences."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.measure import twin_hawkes

from truceline.measure import hawkes_pass
from truceline.measure.hawkes_pass import compiled

THETA = np.array([[0.5, 0.3, 0.2, 0.7], [0.4, 0.1, 0.4, 2.0]])


def events(seed: int, n: int = 60) -> tuple[np.ndarray, np.ndarray, float]:
    rng = np.random.default_rng(seed)
    # Rounded, so that some fall into one instant.
    return np.sort(np.round(rng.uniform(0, 30, n), 1)), rng.integers(0, 2, n), 31.5


@pytest.mark.parametrize("seed", range(4))
def test_all_ways_to_the_likelihood_agree(seed: int) -> None:
    times, marks, end = events(seed)
    assert (np.diff(times) == 0).any()
    slow = twin_hawkes.log_likelihood(times.tolist(), marks.tolist(), THETA.tolist(), end)
    out = np.empty((5, 4))
    plain, quick = (
        sum(passes(times, marks, end, i, THETA[i], out) for i in (0, 1))
        for passes in (hawkes_pass.likelihood, compiled()[0])
    )
    alone = sum(compiled()[1](times, marks, end, i, THETA[i]) for i in (0, 1))
    assert [plain, quick, alone] == pytest.approx([slow] * 3, rel=1e-12)


@pytest.mark.parametrize("receiver", [0, 1])
def test_gradient_and_hessian_are_the_slopes(receiver: int) -> None:
    times, marks, end = events(7)
    likelihood, value, _ = compiled()
    out, row, step = np.empty((5, 4)), THETA[receiver], 1e-5
    likelihood(times, marks, end, receiver, row, out)
    slope, bend = out[0].copy(), out[1:].copy()
    for each in range(4):
        ends = []
        for side in (-step, step):
            moved = row.copy()
            moved[each] += side
            likelihood(times, marks, end, receiver, moved, out)
            ends.append((value(times, marks, end, receiver, moved), out[0].copy()))
        assert (ends[1][0] - ends[0][0]) / (2 * step) == pytest.approx(slope[each], rel=1e-5)
        np.testing.assert_allclose((ends[1][1] - ends[0][1]) / (2 * step), bend[each], rtol=1e-4,
                                   atol=1e-6)  # fmt: skip


def test_an_event_without_intensity_is_impossible() -> None:
    times, marks, out = np.array([1.0, 2.0]), np.array([0, 0]), np.empty((4, 3))
    row = np.array([0.0, 0.5, 1.0])
    assert compiled()[0](times, marks, 3.0, 0, row, out) == -np.inf
    assert compiled()[1](times, marks, 3.0, 0, row) == -np.inf


@settings(deadline=None, max_examples=30)
@given(st.floats(0.1, 50), st.integers(0, 1000))
def test_the_unit_of_time_changes_nothing_but_the_density(unit: float, seed: int) -> None:
    times, marks, end = events(seed, 25)
    scaled = THETA.copy()
    scaled[:, [0, 3]] /= unit
    _, value, _ = compiled()
    one = sum(value(times, marks, end, i, THETA[i]) for i in (0, 1))
    two = sum(value(times * unit, marks, end * unit, i, scaled[i]) for i in (0, 1))
    assert two == pytest.approx(one - len(times) * np.log(unit), rel=1e-9, abs=1e-7)


def test_rescaled_waits_add_up_to_the_expected_events() -> None:
    times, marks, _ = events(3)
    out = np.empty(int((marks == 1).sum()))
    count = compiled()[2](times, marks, 1, THETA[1], out)
    assert count == out.size
    last = float(times[marks == 1][-1])
    slow = twin_hawkes.expected(times.tolist(), marks.tolist(), THETA[1].tolist(), last)
    assert out.sum() == pytest.approx(slow, rel=1e-12)


def test_numba_is_loaded_only_where_a_fit_is_asked_for() -> None:
    script = "import sys, truceline.measure.retaliation; print('numba' in sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        env={"PYTHONPATH": str(Path(hawkes_pass.__file__).parents[2])},
    )  # fmt: skip
    assert found.stdout.split() == ["False"]
