"""Clusters, windows and baselines at their edges."""

import pytest

from truceline.measure.calendar import Calendar, Window, calendar, clusters, offsets, span, without
from truceline.terms.errors import BadInput


def test_rounds_chain_into_clusters_by_the_last_day_of_any_earlier_round() -> None:
    rounds = calendar([(0, 30), (10, 12), (51, 51), (73, 73)])
    assert clusters(rounds) == (0, 0, 0, 1)


@pytest.mark.parametrize(("gap", "count"), [(21, 1), (22, 2)])
def test_twenty_one_days_apart_is_one_cluster_and_twenty_two_are_two(gap: int, count: int) -> None:
    assert max(clusters(calendar([(100, 102), (102 + gap, 102 + gap)]))) + 1 == count


def test_a_baseline_leaves_out_three_days_on_either_side_of_another_round() -> None:
    window, baseline = offsets(calendar([(84, 86), (100, 100)]), 1, Window("before", 7))
    assert window == (-7, -6, -5, -4, -3, -2, -1)
    assert baseline == tuple(range(-28, -19)) + tuple(range(-10, -7))


def test_a_window_after_begins_on_the_day_after_the_last_day() -> None:
    window, baseline = offsets(calendar([(100, 102)]), 0, Window("after", 3))
    assert window == (3, 4, 5)
    assert baseline == tuple(range(-22, -1))


def test_the_three_day_rule_does_not_touch_the_window() -> None:
    window, _ = offsets(calendar([(95, 95), (100, 100)]), 1, Window("before", 7))
    assert len(window) == 7


def test_rounds_of_another_block_crowd_nothing() -> None:
    rounds = Calendar((84, 100), (84, 100), (0, 1))
    assert len(offsets(rounds, 1, Window("before", 7))[1]) == 21


def test_the_room_a_round_needs_counts_its_last_day() -> None:
    assert span(calendar([(100, 104)]), 0, Window("after", 7)) == (-22, 11)


def test_leaving_out_a_cluster_leaves_the_others() -> None:
    rounds = calendar([(0, 0), (10, 10), (90, 91), (200, 200)])
    assert without(rounds, 1) == calendar([(0, 0), (10, 10), (200, 200)])


def test_a_round_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(BadInput, match="ends on day 4, before it begins on day 5"):
        calendar([(5, 4)])


def test_a_window_without_days_is_refused() -> None:
    with pytest.raises(BadInput, match="0 days"):
        Window("before", 0)
