"""The shift test against a slow twin, and what may not change it."""

from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.measure import twin_talks as twin

from truceline.measure.calendar import PRIMARY, Calendar, Window, calendar
from truceline.measure.cells import cells
from truceline.measure.registry import windows
from truceline.measure.shifts import ShiftTest, interval, p_value, shift_test
from truceline.simulate.cases import KINDS, case

WINDOWS = (PRIMARY, *windows())
Made = tuple[np.ndarray, Calendar, Window, tuple[tuple[int, int], ...]]


def days(seed: int, length: int, *, missing: float = 0.0, mean: float = 6.0) -> np.ndarray:
    rng = np.random.default_rng(seed)
    tempo = np.cumsum(rng.normal(size=length)) * 0.05
    values = rng.poisson(mean * np.exp(tempo)).astype(float)
    values[rng.random(length) < missing] = np.nan
    return values


@st.composite
def cases(draw: st.DrawFn) -> Made:
    length = draw(st.integers(70, 130))
    values = days(
        draw(st.integers(0, 10_000)), length,
        missing=draw(st.sampled_from([0.0, 0.1, 0.35])), mean=draw(st.sampled_from([0.4, 8.0])),
    )  # fmt: skip
    starts = draw(st.lists(st.integers(-5, length + 5), min_size=1, max_size=4, unique=True))
    rounds = calendar((each, each + draw(st.integers(0, 3))) for each in starts)
    halves = ((0, length // 2), (length // 2 + 1, length - 1))
    regimes = draw(st.sampled_from([(), ((3, length - 4),), halves]))
    return values, rounds, draw(st.sampled_from(WINDOWS)), regimes


@settings(max_examples=60, deadline=None)
@given(cases(), st.sampled_from([1.0, 0.5, 3.0]))
def test_every_shift_is_what_the_definition_says(case: Made, effect: float) -> None:
    values, rounds, window, regimes = case
    spans = list(zip(rounds.starts, rounds.ends, strict=True))
    if not (values > 0).any():
        return
    slow = twin.null(
        twin.Case(values.tolist(), spans, window.side, window.days, window.kind, regimes), effect
    )
    made = cells(values, rounds, window, regimes)
    if made is None:
        assert slow == {}
        return
    assert made.shifts.tolist() == sorted(slow)
    assert made.statistic(effect) == pytest.approx([slow[each] for each in sorted(slow)])
    assert p_value(made.statistic(effect), made.here) == pytest.approx(twin.p_value(slow))


@pytest.mark.parametrize("window", [PRIMARY, Window("after", 3), Window("before", 14)])
def test_the_interval_ends_where_the_twin_begins_to_reject(window: Window) -> None:
    values = days(5, 190, missing=0.05)
    rounds = calendar([(80, 81), (95, 95), (120, 120)])
    found = shift_test(values, rounds, window)
    case = twin.Case(
        values.tolist(), [(80, 81), (95, 95), (120, 120)], window.side, window.days, window.kind
    )
    assert found.low is not None
    assert found.high is not None
    assert found.ratio is not None
    for end, outwards in ((found.low, 0.998), (found.high, 1.002)):
        assert twin.p_value(twin.null(case, end * outwards)) <= 0.05
        assert twin.p_value(twin.null(case, end / outwards)) > 0.05
    middle = twin.null(case, found.ratio)
    assert middle[0] == pytest.approx(np.median(list(middle.values())), abs=1e-3)


@settings(max_examples=30, deadline=None)
@given(cases(), st.floats(0.01, 500))
def test_rescaling_the_series_changes_nothing(case: Made, factor: float) -> None:
    values, rounds, window, regimes = case
    first, second = (
        shift_test(each, rounds, window, regimes) for each in (values, values * factor)
    )
    assert numbers(second) == pytest.approx(numbers(first), rel=1e-3)
    assert second.p == first.p


@settings(max_examples=30, deadline=None)
@given(cases(), st.integers(1, 40))
def test_moving_series_and_calendar_together_changes_nothing(case: Made, late: int) -> None:
    values, rounds, window, regimes = case
    spans = regimes or ((0, len(values) - 1),)
    moved = Calendar(
        tuple(each + late for each in rounds.starts), tuple(each + late for each in rounds.ends)
    )
    padded = np.concatenate([np.full(late, np.nan), values])
    later = tuple((first + late, last + late) for first, last in spans)
    first = shift_test(values, rounds, window, spans)
    second = shift_test(padded, moved, window, later)
    assert numbers(second) == pytest.approx(numbers(first))


def numbers(found: ShiftTest) -> list[float]:
    return [
        -1.0 if each is None else each
        for each in (found.ratio, found.low, found.high, found.p, found.raw)
    ]


def test_a_doubling_before_talks_is_measured_as_two() -> None:
    starts = tuple(range(150, 500, 50))
    values = days(2, 700, mean=60.0)
    for start in starts:
        values[start - 7 : start] *= 2
    found = shift_test(values, Calendar(starts, starts))
    assert found.chosen.n_clusters == 7
    assert found.p == pytest.approx(2 / found.shifts.size)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 2 < found.high
    assert found.ratio == pytest.approx(2, rel=0.15)


def test_a_planted_ratio_moves_the_interval_by_that_ratio() -> None:
    starts = (200, 260, 320, 380, 440)
    values = days(9, 640, mean=3000.0)
    raised = values.copy()
    for start in starts:
        raised[start - 7 : start] *= 1.7
    plain, more = (shift_test(each, Calendar(starts, starts)) for each in (values, raised))
    for one, other in ((plain.low, more.low), (plain.ratio, more.ratio), (plain.high, more.high)):
        assert one is not None
        assert other is not None
        assert other / one == pytest.approx(1.7, rel=2e-3)


def test_a_trend_moves_the_raw_ratio_and_not_the_estimate() -> None:
    starts = (200, 260, 320, 380, 440)
    rising = np.exp(np.arange(640) * 0.01) * (100 + np.arange(640) % 5)
    found = shift_test(rising, Calendar(starts, starts))
    assert found.raw == pytest.approx(exp(0.14), rel=0.02)
    assert found.ratio == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize(
    "values",
    [np.full(400, 5.0), np.zeros(400), np.full(400, np.nan), days(1, 60), days(1, 66)],
    ids=["constant", "zero", "missing", "too short", "too few shifts"],
)
def test_a_series_that_can_say_nothing_says_nothing(values: np.ndarray) -> None:
    found = shift_test(values, Calendar((45,), (45,)))
    assert not found.estimable
    assert (found.ratio, found.low, found.high, found.p) == (None, None, None, None)


def test_a_calendar_without_rounds_says_nothing() -> None:
    assert not shift_test(days(1, 400), Calendar((), ())).estimable


def test_an_end_beyond_sixteen_is_not_given() -> None:
    rng = np.random.default_rng(0)
    values = np.exp(rng.normal(0, 2, 300))
    found = shift_test(values, Calendar((150,), (150,)), Window("before", 1))
    assert found.estimable
    assert found.low == pytest.approx(0.209, abs=0.001)
    assert found.high is None


def test_no_number_is_given_where_every_ratio_fits() -> None:
    one = np.zeros(300)
    one[150] = 1.0
    wild = np.exp(np.random.default_rng(0).normal(0, 4, 300))
    for values, window in ((one, PRIMARY), (wild, Window("before", 1))):
        found = shift_test(values, Calendar((150,), (150,)), window)
        assert not found.estimable
        assert (found.ratio, found.low, found.high, found.p) == (None, None, None, None)


def test_a_shift_leaves_no_round_outside_its_own_regime() -> None:
    values = days(3, 300)
    made = cells(values, Calendar((60, 240), (60, 240)), PRIMARY, ((0, 120), (160, 299)))
    assert made is not None
    assert (made.shifts[0], made.shifts[-1]) == (-32, 60)


def test_the_interval_of_a_lower_level_is_narrower() -> None:
    made = cells(days(5, 400, mean=50.0), Calendar((150, 230), (150, 230)), PRIMARY)
    assert made is not None
    _, low, high = interval(made, level=0.8)
    _, lowest, highest = interval(made, level=0.95)
    assert low is not None
    assert high is not None
    assert lowest is not None
    assert highest is not None
    assert log(high / low) < log(highest / lowest)


def test_a_ratio_of_one_is_inside_exactly_where_the_test_does_not_reject() -> None:
    rng = np.random.default_rng(12)
    seen = set()
    for _ in range(60):
        made = case(KINDS["clustered rounds"], rng, ratio=float(rng.choice([1.0, 1.6])))
        found = shift_test(made.values, Calendar(made.starts, made.starts))
        if found.p is None or found.ratio is None:
            continue
        outside = (found.low is not None and found.low > 1) or (
            found.high is not None and found.high < 1
        )
        assert outside <= (found.p <= 0.05)
        seen.add(outside)
    assert seen == {True, False}
