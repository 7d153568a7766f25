"""Windows that look alike are found, of a like level, and none that looks ahead."""

from dataclasses import replace

import numpy as np
import pytest

from truceline.compare.shapes import DEFAULT, SHAPE_ALONE, Rule, futures, search
from truceline.terms.errors import BadInput, TooFewData

PEAK = np.array([2.0, 6, 15, 40, 80, 60, 25, 10, 5, 3])


def made(seed: int = 1) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Noise in which the peak is planted: as it is, slower, and a hundred times larger."""
    rng = np.random.default_rng(seed)
    panel = rng.poisson(30, (12, 200)).astype(float)
    panel[2, 30:40] = PEAK
    panel[5, 60:72] = np.insert(PEAK, [4, 6], [80, 60])
    panel[9, 100:110] = PEAK * 100
    return panel


def test_what_was_planted_is_found_and_the_larger_one_is_of_another_level() -> None:
    found = search(made(), PEAK, after=6, rule=replace(DEFAULT, fewest=2))
    assert {(each.series, each.begin) for each in found.matches} == {(2, 30), (5, 60)}
    assert found.matches[0].distance == 0
    alone = search(made(), PEAK, after=6, rule=replace(SHAPE_ALONE, fewest=3))
    assert {each.series for each in alone.matches} == {2, 5, 9}


def test_the_threshold_rises_until_there_are_enough() -> None:
    few = search(made(), PEAK, after=6, rule=replace(DEFAULT, fewest=2))
    more = search(made(), PEAK, after=6, rule=replace(DEFAULT, fewest=8))
    assert few.threshold == 0.1
    assert more.threshold > 0.1
    assert len(more.matches) >= 8
    below = [each for each in more.matches if each.distance <= more.threshold - DEFAULT.step]
    assert len(below) < 8
    assert all(each.distance <= more.threshold for each in more.matches)


def test_a_search_that_must_look_further_finds_what_one_without_stages_would() -> None:
    far = Rule(first=0.1, last=3.0, fewest=60)
    found = search(made(), PEAK, after=6, rule=far)
    assert found.threshold > 0.4
    assert len({(each.series, each.begin, each.length) for each in found.matches}) >= 60


def test_windows_of_one_series_that_overlap_by_more_than_half_are_one() -> None:
    found = search(made(), PEAK, after=6, rule=replace(DEFAULT, fewest=20, last=4.0))
    by_series: dict[int, list[tuple[int, int]]] = {}
    for each in found.matches:
        by_series.setdefault(each.series, []).append((each.begin, each.length))
    for windows in by_series.values():
        for one in windows:
            for other in windows:
                if one != other:
                    both = min(sum(one), sum(other)) - max(one[0], other[0])
                    assert both <= min(one[1], other[1]) / 2


def test_no_window_is_found_whose_months_after_are_not_seen() -> None:
    panel = made()
    panel[7, 188:198] = PEAK
    for after, there in ((2, True), (3, False)):
        found = search(panel, PEAK, after=after, rule=replace(DEFAULT, fewest=2))
        windows = {(each.series, each.begin, each.length) for each in found.matches}
        assert ((7, 188, 10) in windows) is there
        assert all(begin + length + after <= 200 for _, begin, length in windows)


def test_later_months_change_nothing_that_was_found_before_them() -> None:
    panel = made()
    before = search(panel[:, :150], PEAK, after=6)
    other = panel.copy()
    other[:, 150:] = np.random.default_rng(9).permutation(panel[:, 150:].ravel()).reshape(12, 50)
    assert search(other[:, :150], PEAK, after=6) == before


def test_a_war_does_not_find_itself() -> None:
    panel = made()
    panel[4, -10:] = PEAK
    panel[4, -24:-14] = PEAK
    found = search(panel, PEAK, after=6, own=4, rule=replace(DEFAULT, fewest=2))
    for each in found.matches:
        assert each.series != 4 or each.begin + each.length + 6 <= 190


def test_another_order_of_series_or_another_unit_finds_the_same() -> None:
    panel = made()
    found = search(panel, PEAK, after=6)
    turned = search(panel[::-1].copy(), PEAK, after=6)
    key = {(each.series, each.begin, each.length) for each in found.matches}
    assert key == {(11 - each.series, each.begin, each.length) for each in turned.matches}
    unit = search(panel * 1000, PEAK * 1000, after=6)
    assert [(each.series, each.begin) for each in unit.matches] == [
        (each.series, each.begin) for each in found.matches
    ]


def test_futures_come_at_the_level_of_the_window_looked_for() -> None:
    panel = made()
    panel[2, 40:43] = (80.0, 2.0, 0.0)
    panel[5, 72:75] = (2.0, 41.0, 80.0)
    found = search(panel, PEAK, after=3, rule=replace(DEFAULT, fewest=2))
    paths = futures(panel, PEAK, found, after=3)
    assert paths[0].tolist() == [80.0, 2.0, 0.0]
    twice = futures(panel, PEAK * 2, found, after=3)
    assert twice[1].tolist() == pytest.approx([4.0, 82.0, 160.0])
    assert (twice >= 0).all()


@pytest.mark.parametrize(
    ("query", "after", "error", "said"),
    [
        (PEAK[:3], 6, BadInput, "at least four months"),
        (np.array([1.0, 2, np.nan, 4]), 6, BadInput, "1 of them missing"),
        (PEAK, 195, BadInput, "cannot hold a window of 10 months and 195"),
        (np.full(10, 5.0), 6, TooFewData, "are all 5: a flat line has no shape"),
        (np.tile([0.0, 90.0], 5), 6, TooFewData, "past windows look like this one within"),
    ],
)
def test_what_cannot_be_searched_is_told(
    query: np.ndarray[tuple[int], np.dtype[np.float64]], after: int, error: type[Exception],
    said: str,
) -> None:  # fmt: skip
    with pytest.raises(error, match=said):
        search(made(), query, after=after, rule=replace(DEFAULT, last=0.6))
