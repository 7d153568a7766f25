"""The pass for all marks at once agrees with one pass a mark, at rates of any size."""

import numpy as np
import pytest

from truceline.measure.hawkes_pass import compiled
from truceline.measure.hawkes_together import compiled_together, decays, together


@pytest.mark.parametrize("base", [0.4, 1e90, 1e-90])
def test_one_decay_rate_for_all_gives_the_same_in_one_pass(base: float) -> None:
    rng = np.random.default_rng(5)
    times, marks, end = np.sort(np.round(rng.uniform(0, 30, 60), 1)), rng.integers(0, 2, 60), 31.5
    theta = np.array([[0.5, 0.3, 0.2, 0.7], [0.4, 0.1, 0.4, 0.7]])
    theta[:, 0] = base
    apart = sum(compiled()[1](times, marks, end, i, theta[i]) for i in (0, 1))
    passes, fades = (together, compiled_together()), decays(times, 0.7)
    assert [each(times, marks, fades, end, theta) for each in passes] == pytest.approx([apart] * 2)
    none = np.array([[0.0, 0.5, 0.7]])
    assert compiled_together()(times, marks * 0, fades, end, none) == -np.inf
