"""Moments of past wars by both clocks, and the day on which talks opened."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.made_pasts import pasts, row

from truceline.compare.clocks import moments, opened
from truceline.compare.past import known
from truceline.terms.wars import Round

NOW = date(2000, 1, 1)


def held(*days: date) -> list[Round]:
    return [Round(start=day, end=day) for day in days]


def test_talks_open_with_the_first_round_of_the_present_spell() -> None:
    rounds = held(date(1998, 1, 1), date(1999, 6, 1), date(1999, 11, 1))
    assert opened(rounds, NOW) == date(1999, 6, 1)
    assert opened(rounds, date(1998, 6, 1)) == date(1998, 1, 1)


def test_talks_of_more_than_a_year_ago_are_not_open() -> None:
    assert opened(held(date(1998, 1, 1)), NOW) is None
    assert opened([], NOW) is None


def test_a_long_round_holds_its_spell_together() -> None:
    long = Round(start=date(1997, 1, 1), end=date(1999, 3, 1))
    assert opened([long, *held(date(1999, 12, 1))], NOW) == date(1997, 1, 1)


def test_rounds_that_were_not_held_or_lie_ahead_do_not_count() -> None:
    collapsed = Round(start=date(1999, 1, 1), end=date(1999, 1, 1), status="collapsed")
    assert opened([collapsed, *held(date(2000, 2, 1))], NOW) is None


def test_by_talks_a_war_that_ended_sooner_has_no_moment() -> None:
    long = row("long", date(1960, 1, 1), 1000)  # talks after 250 days, 750 left
    short = row("short", date(1970, 1, 1), 100)
    never = row("never", date(1980, 1, 1), 1000, talks_from=None)
    there = known(pasts([long, short, never]), NOW).wars
    (found,) = moments(there, "talks", 100, NOW)
    assert (found.war_id, found.day) == ("long", date(1960, 1, 1) + timedelta(days=350))
    assert found.at_risk


def test_by_age_a_shorter_war_stands_at_the_day_before_its_end_and_is_not_at_risk() -> None:
    made = [row("long", date(1960, 1, 1), 1000), row("short", date(1970, 1, 1), 100)]
    long, short = moments(known(pasts(made), NOW).wars, "age", 500, NOW)
    assert (long.day, long.at_risk) == (date(1960, 1, 1) + timedelta(days=500), True)
    assert (short.day, short.at_risk) == (date(1970, 1, 1) + timedelta(days=99), False)


def test_a_war_that_goes_on_and_has_not_come_so_far_has_no_moment() -> None:
    young = row("young", date(1999, 12, 1), 900, end=None, outcome="ongoing")
    there = known(pasts([young]), NOW).wars
    assert moments(there, "age", 500, NOW) == []
    assert [each.day for each in moments(there, "age", 10, NOW)] == [date(1999, 12, 11)]


@given(st.integers(0, 3000), st.sampled_from(["talks", "age"]))
def test_no_moment_lies_after_the_day_asked_about_or_after_a_wars_end(
    days: int, clock: str
) -> None:
    made = [row(str(n), date(1990 + n, 1, 1), 300 * (n + 1)) for n in range(8)]
    there = known(pasts(made), NOW).wars
    ends = dict(there.select("war_id", "end").iter_rows())
    for each in moments(there, clock, days, NOW):  # type: ignore[arg-type]
        assert each.day <= NOW
        assert ends[each.war_id] is None or each.day < ends[each.war_id]


@pytest.mark.parametrize(("days", "wants"), [(10, 2), (600, 1), (2000, 0)])
def test_the_number_at_risk_falls_with_time(days: int, wants: int) -> None:
    made = [row("a", date(1960, 1, 1), 1000), row("b", date(1970, 1, 1), 100)]
    there = known(pasts(made), NOW).wars
    assert len(moments(there, "talks", days, NOW)) == wants
