"""Attributes of a war at a moment: nothing that came later, nothing that nobody said."""

import math
from datetime import date, timedelta

from tests.compare.made_pasts import pasts, row

from truceline.compare.clocks import Moment
from truceline.compare.features import ATTRIBUTES, features
from truceline.compare.past import known

START = date(1960, 1, 1)
NOW = date(2000, 1, 1)


def at(days: int, **cells: object) -> dict[str, object]:
    war = row("x", START, 1000, **cells)
    made = pasts(
        [war],
        [("x", "a", "Ardland", START + timedelta(days=50))],
        [
            ("x", "static", "river", START + timedelta(days=200)),
            ("x", "patron_b", "CHN", START + timedelta(days=10)),
            ("x", "mediated", "no", START + timedelta(days=20)),
        ],
    )
    moment = Moment("x", START + timedelta(days=days), at_risk=True)
    return dict(features(known(made, NOW), [moment])["x"])


def test_every_attribute_is_there_at_every_moment() -> None:
    assert {each.name for each in ATTRIBUTES} == set(at(5))


def test_who_joins_later_is_not_there_yet() -> None:
    assert at(49)["outside_a"] is False
    assert at(50)["outside_a"] is True
    assert at(50)["outside_b"] is False


def test_what_was_read_by_hand_counts_from_its_day_on() -> None:
    assert at(199)["static"] is None
    assert at(200)["static"] is True
    assert (at(5)["patron_b"], at(10)["patron_b"], at(10)["patron_a"]) == (None, True, None)


def test_no_mediation_is_said_only_where_a_source_says_so() -> None:
    assert at(19)["mediated"] is None
    assert at(20)["mediated"] is False


def test_a_civil_war_that_the_ceasefires_cover_had_no_mediation_unless_they_say_so() -> None:
    start = date(1995, 1, 1)
    moment = [Moment("c", date(1996, 1, 1), at_risk=True)]
    for from_, wants in ((None, False), (date(1995, 6, 1), True), (date(1997, 1, 1), False)):
        war = row("c", start, 900, kind="civil", mediated_from=from_)
        assert features(known(pasts([war]), NOW), moment)["c"]["mediated"] is wants
    before = row("c", date(1985, 1, 1), 9000, kind="civil")
    assert features(known(pasts([before]), NOW), moment)["c"]["mediated"] is None


def test_ages_are_logarithms_of_days_and_talks_have_none_before_they_opened() -> None:
    assert at(100)["age"] == math.log(100)
    assert at(249)["age_at_talks"] is None
    assert at(250)["age_at_talks"] == math.log(250)


def test_an_end_changes_nothing_at_an_earlier_moment() -> None:
    later = at(100, end=START + timedelta(days=101), outcome="victory_a")
    assert later == at(100)


def test_the_charter_divides_old_wars_from_new_ones() -> None:
    assert at(5)["since_charter"] is True
    old = row("o", date(1940, 1, 1), 100)
    moment = [Moment("o", date(1940, 1, 6), at_risk=True)]
    assert features(known(pasts([old]), NOW), moment)["o"]["since_charter"] is False
