"""Which rounds were known by a date."""

from datetime import date

import numpy as np

from truceline.measure.daily import Daily
from truceline.measure.known import as_rounds, known
from truceline.terms.wars import Round, Truce

SERIES = Daily("x", date(2025, 1, 1), np.ones(200), 200)
ROUNDS = (
    Round(start=date(2025, 3, 1), end=date(2025, 3, 4), announced_on=date(2025, 2, 20),
          format="direct"),
    Round(start=date(2025, 2, 1), end=date(2025, 2, 1), status="collapsed",
          announced_on=date(2025, 1, 25)),
    Round(start=date(2025, 4, 1), end=date(2025, 4, 1), status="postponed", format="direct",
          announced_on=date(2025, 2, 20)),
)  # fmt: skip


def test_every_round_counts_by_its_planned_start_whatever_became_of_it() -> None:
    found = known(ROUNDS, SERIES, as_of=date(2025, 5, 1))
    assert found.dates == (date(2025, 2, 1), date(2025, 3, 1), date(2025, 4, 1))
    assert found.calendar.starts == (31, 59, 90)


def test_a_round_that_was_not_to_begin_yet_does_not_count_and_a_last_day_to_come_is_cut() -> None:
    found = known(ROUNDS, SERIES, as_of=date(2025, 3, 2))
    assert found.calendar.starts == (31, 59)
    assert found.calendar.ends == (31, 60)


def test_held_and_direct_are_calendars_of_their_own() -> None:
    held = known(ROUNDS, SERIES, as_of=date(2025, 5, 1), which="held")
    direct = known(ROUNDS, SERIES, as_of=date(2025, 5, 1), which="direct")
    assert held.dates == (date(2025, 3, 1),)
    assert direct.dates == (date(2025, 3, 1), date(2025, 4, 1))


def test_two_rounds_announced_on_one_day_are_one_announcement() -> None:
    found = known(ROUNDS, SERIES, as_of=date(2025, 2, 25), which="announcements")
    assert found.dates == (date(2025, 1, 25), date(2025, 2, 20))
    assert found.calendar.starts == (24, 50)


def test_an_announcement_still_to_come_does_not_count() -> None:
    found = known(ROUNDS, SERIES, as_of=date(2025, 2, 10), which="announcements")
    assert found.dates == (date(2025, 1, 25),)


def test_the_first_round_of_each_cluster_stands_for_the_cluster() -> None:
    rounds = (*ROUNDS, Round(start=date(2025, 2, 10), end=date(2025, 2, 10)))
    found = known(rounds, SERIES, as_of=date(2025, 5, 1), which="first")
    assert found.dates == (date(2025, 2, 1), date(2025, 4, 1))
    assert found.calendar.starts == (31, 90)
    assert found.calendar.ends == (31, 90)


def test_truces_count_from_the_day_they_begin_and_not_before() -> None:
    truces = (
        Truce(start=date(2025, 3, 1), end=date(2025, 3, 30), limited_to="energy"),
        Truce(start=date(2025, 4, 1)),
    )
    found = known(as_rounds(truces), SERIES, as_of=date(2025, 3, 15), which="truces")
    assert found.dates == (date(2025, 3, 1),)
    assert found.calendar.ends == (59,)
