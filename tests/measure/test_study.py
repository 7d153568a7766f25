"""An event study of any window beside any dated events."""

from datetime import date

import numpy as np
import pytest
from tests.measure.made_words import day, fallen

from truceline.measure.adjust import max_t
from truceline.measure.calendar import Calendar, Window
from truceline.measure.daily import Daily
from truceline.measure.known import Known
from truceline.measure.shifts import shift_test
from truceline.measure.study import on_days, study, why_not

AFTER = Window("after", 7)


def known(*starts: int) -> Known:
    return Known(Calendar(starts, starts), tuple(day(each) for each in starts))


def test_is_the_shift_test_and_holds_what_stands_by_it() -> None:
    values, words = fallen(0.5)
    found = study(values, known(*words), [AFTER, Window("after", 14), Window("after", 21)])
    alone = shift_test(values, Calendar(words, words), AFTER)
    assert (found.primary.ratio, found.primary.high) == (alone.ratio, alone.high)
    assert [each.cluster for each in found.omitted] == [day(each) for each in words]
    assert found.placebo is not None
    assert found.placebo.trials == 400
    tests = [each for each, _ in found.secondary]
    assert [each.window.days for each in tests] == [14, 21]
    assert tuple(p for _, p in found.secondary) == max_t(tests)


def test_a_cluster_that_carries_everything_shows_in_the_others_intervals() -> None:
    values = np.full(900, 100.0) + np.arange(900.0) % 5
    words = (200, 280, 360, 440, 520)
    values[201:208] *= 0.02
    found = study(values, known(*words), [AFTER])
    highs = {each.cluster: each.high for each in found.omitted}
    lost = highs.pop(day(200))
    assert found.primary.high is not None
    assert found.primary.high < 1
    assert lost is not None
    assert lost >= 1
    assert all(high is not None and high < 1 for high in highs.values())


def test_days_stand_once_and_in_order() -> None:
    series = Daily("x", date(2030, 1, 1), np.ones(90), 90)
    found = on_days([day(30), day(9), day(30)], series)
    assert (found.calendar.starts, found.dates) == ((9, 30), (day(9), day(30)))


@pytest.mark.parametrize(
    ("values", "starts", "said"),
    [
        (np.ones(400), (), "no deed lies within the series"),
        (np.ones(400), (3, 900), "no deed can be used: 2 outside the series or its regime"),
        (np.ones(400), (100, 200), "the series does not vary"),
        (np.arange(60.0), (25, 45), "can be moved to only"),
        (np.where(np.arange(400) < 90, 1.0, np.nan), (200,), "1 with too few reported days"),
    ],
)
def test_says_why_nothing_could_be_tested(
    values: np.ndarray, starts: tuple[int, ...], said: str
) -> None:
    found = study(values, known(*starts), [AFTER])
    assert found.primary.p is None
    assert (found.omitted, found.placebo) == ((), None)
    assert said in why_not(found.primary, "deed")


def test_why_not_is_empty_for_a_test_that_was_made() -> None:
    values, words = fallen(0.5)
    assert why_not(study(values, known(*words), [AFTER]).primary, "deed") == ""
