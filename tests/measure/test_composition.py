"""Shares of a part in a whole beside rounds: found where planted, blind to the level."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from tests.measure import twin_talks as twin

from truceline.measure.calendar import PRIMARY, Calendar
from truceline.measure.composition import (
    aligned,
    on_cities,
    part_of,
    parts_of,
    share_test,
    share_tests,
)
from truceline.measure.daily import Daily
from truceline.terms.wars import Series

FIRST = date(2030, 1, 1)
STARTS = tuple(range(120, 700, 50))
ROUNDS = Calendar(STARTS, STARTS)
BEFORE = sorted({day for start in STARTS for day in range(start - 7, start)})


def drawn(share: float, level: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(4)
    rates = np.full(900, 80.0)
    rates[BEFORE] *= level
    whole = rng.poisson(rates)
    shares = np.full(900, 0.2)
    shares[BEFORE] *= share
    return rng.binomial(whole, shares).astype(float), whole.astype(float)


def test_a_share_that_doubles_is_found_with_its_size() -> None:
    found = share_test(*drawn(2.0), ROUNDS)
    assert found.low is not None
    assert found.high is not None
    assert 1.7 < found.low < 2.0 < found.high
    assert found.p is not None
    assert found.p < 0.05


def test_a_level_that_doubles_is_no_change_of_the_share() -> None:
    found = share_test(*drawn(1.0, level=2.0), ROUNDS)
    assert found.ratio == pytest.approx(1.0, abs=0.1)
    assert found.low is not None
    assert found.high is not None
    assert found.low < 1 < found.high


def test_a_day_missing_in_one_is_left_out_of_both() -> None:
    part, whole = drawn(2.0)
    gone = np.random.default_rng(1).random(900) < 0.1
    holed = np.where(gone, np.nan, part)
    both = share_test(holed, np.where(gone, np.nan, whole), ROUNDS)
    assert share_test(holed, whole, ROUNDS).ratio == both.ratio


def test_rescaling_both_changes_nothing() -> None:
    part, whole = drawn(1.3)
    one, two = share_test(part, whole, ROUNDS), share_test(7 * part, 7 * whole, ROUNDS)
    assert one.p == two.p
    assert one.ratio == pytest.approx(two.ratio)


def test_where_nothing_is_reported_or_no_round_fits_nothing_is_said() -> None:
    part, whole = drawn(1.0)
    assert not share_test(np.full(900, np.nan), whole, ROUNDS).estimable
    assert not share_test(part, whole, Calendar((3,), (3,))).estimable
    assert share_test(np.zeros(900), whole, ROUNDS, PRIMARY).raw is None


def test_a_part_is_laid_on_the_days_of_its_whole() -> None:
    whole = Daily("x", FIRST, np.ones(5), 5)
    early = Daily("x_y", FIRST - timedelta(days=2), np.arange(4.0), 4)
    assert aligned(early, whole).tolist()[:2] == [2.0, 3.0]
    assert np.isnan(aligned(early, whole)[2:]).all()
    never = Daily("x_y", FIRST + timedelta(days=50), np.ones(5), 5)
    assert np.isnan(aligned(never, whole)).all()


def named(name: str, side: str = "A", holds: str = "other") -> Series:
    return Series(name=name, file="", unit="raids a day", side=side, holds=holds)


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        (named("raids_on_towns"), True), (named("raids"), False), (named("raidsome"), False),
        (named("raids_on_towns", side="B"), False), (named("raids_lost", holds="losses"), False),
    ],
)  # fmt: skip
def test_a_part_goes_on_from_the_name_and_has_the_same_side(series: Series, expected: bool) -> None:
    assert part_of(series, named("raids", holds="attacks")) is expected


def test_cities_are_known_by_their_words_and_capacities_are_not() -> None:
    assert on_cities(Series(name="raids_cities", file="", unit="x"))
    assert on_cities(
        Series(name="raids_near", file="", unit="x", what="Raids on residential areas")
    )
    assert not on_cities(Series(name="raids_capacity", file="", unit="x", what="electricity"))


def test_every_shift_is_the_difference_of_two_plain_loops() -> None:
    part, whole = drawn(1.5)
    part, whole = part[:260], whole[:260]
    part[40:44] = np.nan
    spans = [(120, 120), (170, 170)]
    rounds = Calendar((120, 170), (120, 170))
    gone = np.isnan(part)
    slow = [
        twin.null(twin.Case(np.where(gone, np.nan, each).tolist(), spans, "before", 7))
        for each in (part, whole)
    ]
    found = share_test(part, whole, rounds)
    assert found.shifts.tolist() == sorted(slow[0])
    assert found.null == pytest.approx([slow[0][each] - slow[1][each] for each in sorted(slow[0])])


def test_parts_are_read_from_the_frame_up_to_the_day_asked_for() -> None:
    days = [date(2030, 1, 1) + timedelta(days=each) for each in range(9)]
    frame = pl.DataFrame(
        {
            "date": days * 2,
            "series": ["raids"] * 9 + ["raids_on_cities"] * 9,
            "value": [5.0] * 9 + [2.0] * 9,
        }
    )
    whole = Series(name="raids", file="", unit="", side="A", holds="attacks")
    described = (whole, named("raids_on_cities"), named("raids_by_sea"))
    [(series, part)] = parts_of(frame, described, whole, as_of=days[4])
    assert (series.name, part.last) == ("raids_on_cities", days[4])


def test_shares_are_tested_part_by_part_and_window_by_window() -> None:
    whole, part = drawn(2.0)
    days = Daily("raids", date(2030, 1, 1), whole, len(whole))
    one = (named("raids_on_cities"), Daily("raids_on_cities", days.first, part, len(part)))
    found = share_tests(days, ROUNDS, [one, one], [PRIMARY])
    plain = share_test(part, whole, ROUNDS)
    assert [each.ratio for each in found] == [plain.ratio] * 2
