"""A number said against readings of the record."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measure.claims.made_ground import DRONES, claim, day, ground, span

from truceline.measure.claims.readings import Reading, bounds, compared, readings, shown
from truceline.terms.claims import Size

numbers = st.integers(min_value=1, max_value=10**7).map(float)


def at(value: float, *, alone: bool = True) -> Reading:
    return Reading("x", value, value, ("row",), alone=alone)


@pytest.mark.parametrize(
    ("said", "there", "verdict"),
    [
        (Size(407, 407), 407, "supported"),
        (Size(400, 400), 407, "supported"),
        (Size(400, None), 407, "supported"),
        (Size(40, None), 407, "mixed"),  # true and misleading
        (Size(40, 40), 407, "contradicted"),
        (Size(1000, None), 407, "contradicted"),
        (Size(0, 1000), 8150, "contradicted"),
        (Size(6500, 6500, rough=True), 6462, "supported"),
        (Size(450, 450), 407, "mixed"),  # less than a quarter off
        (Size(10000, None), -900, "contradicted"),
    ],
)
def test_a_number_is_supported_nearby_and_contradicted_from_a_quarter_off(
    said: Size, there: float, verdict: str
) -> None:
    assert compared(said, [at(there)])[0] == verdict


@given(numbers, numbers)
def test_the_verdict_does_not_depend_on_the_unit_of_a_rough_number(
    said: float, there: float
) -> None:
    def verdict(scale: float) -> str:
        return compared(Size(said * scale, None), [at(there * scale)])[0]

    assert verdict(1.0) == verdict(8.0)


@given(numbers)
def test_what_is_there_is_supported(value: float) -> None:
    for rough in (False, True):
        assert compared(Size(value, value, rough=rough), [at(value)])[0] == "supported"
    low, high = bounds(Size(value, value))
    assert low <= value <= high


def test_a_sum_of_nights_lends_itself_and_never_supports() -> None:
    verdict, best = compared(Size(900, None), [at(355), at(903, alone=False)])
    assert (verdict, best.high) == ("mixed", 903)


def test_a_wide_reading_that_only_touches_what_was_said_is_mixed() -> None:
    assert compared(Size(500, None), [Reading("x", 300, 700, ())])[0] == "mixed"


def test_a_day_is_read_both_ways_of_dating() -> None:
    found = readings(ground(), DRONES, day(3, 1))
    assert [(each.what, each.high) for each in found] == [("2030-03-01", 100),
                                                          ("begun on 2030-03-01", 300)]  # fmt: skip


def test_a_week_is_read_day_by_day_and_in_runs() -> None:
    found = readings(ground(), DRONES, span((3, 1), (3, 3), "week"))
    assert [(each.high, each.alone) for each in found] == [
        (100, True), (300, True), (200, True), (500, False), (600, False),
    ]  # fmt: skip


def test_a_sum_reaches_as_far_as_its_missing_days_may() -> None:
    [found] = readings(ground(), DRONES, span((2, 27), (3, 4)))
    assert (found.low, found.high) == (640, 640 + 300)  # 4 March has no report


def test_an_answer_carries_its_source_and_its_numbers() -> None:
    found = readings(ground(), DRONES, day(3, 2))
    made = shown(ground(), claim("count"), DRONES, found, "supported")
    assert made.estimates[0].value == 300
    assert made.limits[0] == "Single source: the southern air force."
    assert made.as_of == date(2030, 12, 31).isoformat()
