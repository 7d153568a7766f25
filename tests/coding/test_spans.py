"""Periods and offsets."""

from datetime import date

from truceline.coding.spans import low_at, offset_at, period_at
from truceline.coding.tokens import tokens_of

DAY = date(2025, 6, 5)


def test_the_past_two_years_run_up_to_the_report() -> None:
    hit = period_at(tokens_of("past two years"), 0, DAY)
    assert hit is not None
    assert (hit[2], hit[4]) == (DAY, True)


def test_an_offset_beyond_the_calendar_is_unresolved() -> None:
    hit = offset_at(tokens_of("900 years ago"), 0, date(5, 1, 1), None)
    assert hit is not None
    assert (hit[1], hit[3]) == (None, "unknown")


def test_the_next_day_counts_from_the_day_told_of() -> None:
    hit = offset_at(tokens_of("the next day"), 0, DAY, date(2025, 5, 1))
    assert hit is not None
    assert hit[1] == date(2025, 5, 2)


def test_beyond_the_ends_there_is_no_word() -> None:
    assert (low_at(tokens_of("a"), -1), low_at(tokens_of("a"), 1)) == ("", "")


def test_later_runs_forward_and_earlier_backward_from_the_day_told_of() -> None:
    told = date(2025, 5, 10)
    later = offset_at(tokens_of("two days later"), 0, DAY, told)
    earlier = offset_at(tokens_of("two days earlier"), 0, DAY, told)
    assert later is not None
    assert earlier is not None
    assert (later[1], earlier[1]) == (date(2025, 5, 12), date(2025, 5, 8))


def test_the_same_night_is_the_day_told_of_and_the_same_village_is_none() -> None:
    told = date(2025, 5, 1)
    assert offset_at(tokens_of("the same night"), 0, DAY, told) == (3, told, told, "day", False)
    assert offset_at(tokens_of("the same village"), 0, DAY, told) is None
