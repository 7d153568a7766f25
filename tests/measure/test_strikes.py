"""Which strikes count, on whom, known when."""

from datetime import date, timedelta

import numpy as np

from truceline.measure.daily import Daily
from truceline.measure.strikes import Which, struck
from truceline.terms.wars import Round, Strike

FIRST = date(2030, 1, 1)
SERIES = Daily("raids", FIRST, np.ones(400), 400)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def strike(number: int, side: str = "XSO", *, symbolic: bool = True) -> Strike:
    return Strike(date=day(number), side=side, what="a bridge", symbolic=symbolic)


def starts(
    *strikes: Strike, which: Which = "symbolic", until: int = 399, rounds: tuple[int, ...] = ()
) -> tuple[int, ...]:
    talks = tuple(Round(start=day(each), end=day(each)) for each in rounds)
    found = struck(strikes, SERIES, side="XNO", as_of=day(until), which=which, rounds=talks)
    assert found.dates == tuple(day(each) for each in found.calendar.starts)
    return found.calendar.starts


def test_only_the_other_sides_symbolic_strikes_count() -> None:
    listed = (strike(90), strike(50, "XNO"), strike(70, symbolic=False), strike(10, "XEA"))
    assert starts(*listed) == (10, 90)
    assert starts(*listed, which="all") == (10, 70, 90)


def test_two_strikes_of_one_day_are_one_and_later_ones_unknown() -> None:
    assert starts(strike(60), strike(60), strike(100), until=99) == (60,)
    assert starts(strike(100), until=100) == (100,)


def test_strikes_near_talks_can_be_left_out() -> None:
    talks = (93, 114, 200)
    assert starts(strike(100), rounds=talks) == (100,)
    assert starts(strike(100), which="apart", rounds=(93,)) == ()
    assert starts(strike(100), which="apart", rounds=(114,)) == ()
    assert starts(strike(100), which="apart", rounds=(92, 115)) == (100,)
    # A round that lies after the record's date is not known.
    assert starts(strike(100), which="apart", rounds=(114,), until=113) == (100,)
