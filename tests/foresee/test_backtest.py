"""Rolling origin: it cannot see its own future, and outcomes are what the table says."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from tests.foresee.conftest import made_up

from truceline.foresee.backtest import LINDY_BARE, NAIVE, POOL, Backtest, backtest
from truceline.foresee.members import MEMBERS
from truceline.foresee.past import MONTH, Definition, Past
from truceline.foresee.pool import HORIZONS

UNTIL = date(1920, 12, 31)


@pytest.fixture(scope="module")
def wars() -> tuple[Past, ...]:
    return made_up(150, seed=11, rate=0.08)


@pytest.fixture(scope="module")
def found(wars: tuple[Past, ...]) -> Backtest:
    return backtest(wars, Definition(), until=UNTIL)


def test_every_way_of_forecasting_says_something_of_every_month(found: Backtest) -> None:
    names = {*MEMBERS, POOL, NAIVE}
    assert found.stop.keys() == names
    assert found.ceasefire.keys() == names | {LINDY_BARE}
    for each in (*found.stop.values(), *found.ceasefire.values()):
        assert each.shape == (found.age.size, len(HORIZONS))
        assert ((each >= 0) & (each <= 1)).all()


def test_it_cannot_see_its_own_future(wars: tuple[Past, ...], found: Backtest) -> None:
    cut = date(1900, 1, 1)
    later = tuple(
        replace(each, end=None, ending=None, last=UNTIL)
        if each.end is not None and each.end > cut else each
        for each in wars
    )  # fmt: skip
    other = backtest(later, Definition(), until=UNTIL)
    pairs = [
        {(war, age): said for war, age, year, said in
         zip(one.war, one.age, one.year, one.stop[POOL], strict=True) if year < cut.year}
        for one in (found, other)
    ]  # fmt: skip
    shared = pairs[0].keys() & pairs[1].keys()
    assert len(shared) > 100
    assert all(np.array_equal(pairs[0][each], pairs[1][each]) for each in shared)


def test_outcomes_are_those_of_the_table(wars: tuple[Past, ...], found: Backtest) -> None:
    order = sorted(
        (each for each in wars if each.start < UNTIL), key=lambda each: (each.start, each.war_id)
    )
    for row in range(0, found.age.size, 17):
        war, age = order[found.war[row]], int(found.age[row])
        for place, span in enumerate(HORIZONS):
            over = war.end is not None and war.end <= UNTIL
            ended = over and (war.end - war.start).days // MONTH < age + span
            assert found.stopped[row, place] == float(ended) or np.isnan(found.stopped[row, place])
            if ended:
                assert found.ceased[row, place] == float(war.ending in {"ceasefire", "agreement"})


def test_a_forecast_is_made_in_the_year_in_which_the_war_has_that_age(
    wars: tuple[Past, ...], found: Backtest
) -> None:
    order = sorted(
        (each for each in wars if each.start < UNTIL), key=lambda each: (each.start, each.war_id)
    )
    for row in range(0, found.age.size, 23):
        day = order[found.war[row]].start + timedelta(days=float(found.age[row]) * MONTH)
        assert abs(day.year - found.year[row]) <= (1 if (day.month, day.day) < (1, 3) else 0)


def test_what_had_not_ended_by_the_last_day_is_not_known(found: Backtest) -> None:
    late = found.year >= UNTIL.year
    assert np.isnan(found.stopped[late][:, -1]).any()
