"""Futures in groups: what was planted comes out, and other names or units change nothing."""

import numpy as np
import pytest

from truceline.compare.scenarios import scenarios
from truceline.terms.errors import BadInput


def planted() -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    rng = np.random.default_rng(6)
    falls = np.linspace(1, 0, 12) + rng.normal(0, 0.03, (9, 12))
    soars = np.linspace(1, 4, 12) + rng.normal(0, 0.03, (4, 12))
    return np.abs(np.vstack([falls, soars]))


def test_two_futures_that_were_planted_are_two_groups() -> None:
    first, second = scenarios(planted(), span=1.0)
    assert (first.members, second.members) == (tuple(range(9)), tuple(range(9, 13)))
    assert first.share.value == pytest.approx(9 / 13)
    assert first.share.low < 9 / 13 < first.share.high  # type: ignore[operator]
    assert first.middle[-1] < 0.2
    assert second.middle[-1] > 3.5


def test_the_middle_lies_between_the_outer_paths() -> None:
    for each in scenarios(planted(), span=1.0):
        assert all(
            low <= middle <= high
            for low, middle, high in zip(each.low, each.middle, each.high, strict=True)
        )


def test_shares_add_up_to_all() -> None:
    found = scenarios(planted(), span=1.0)
    assert sum(each.share.value or 0 for each in found) == pytest.approx(1)


def test_a_war_a_hundred_times_larger_has_the_same_groups() -> None:
    small, large = scenarios(planted(), span=1.0), scenarios(planted() * 100, span=100.0)
    assert [each.members for each in small] == [each.members for each in large]


def test_futures_that_are_alike_are_one_group_and_one_future_is_one() -> None:
    assert len(scenarios(planted()[:9], span=1.0)) == 1
    assert scenarios(planted()[:1], span=1.0)[0].members == (0,)


@pytest.mark.parametrize(("paths", "span"), [(np.empty((0, 3)), 1.0), (np.ones((2, 3)), 0.0)])
def test_nothing_to_group_is_told(
    paths: np.ndarray[tuple[int, int], np.dtype[np.float64]], span: float
) -> None:
    with pytest.raises(BadInput, match="give matches by months"):
        scenarios(paths, span=span)
