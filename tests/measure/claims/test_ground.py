"""The record as known on a day: nothing dated later is in it."""

from datetime import date

from tests.measure.claims.made_ground import DRONES, MAP, claim, day, ground, span

from truceline.measure.claims.ground import cannot_say, daily, distance, within


def test_nothing_dated_after_the_day_is_known() -> None:
    early = ground(date(2030, 3, 2))
    assert max(early.values(DRONES)) == date(2030, 3, 2)
    assert [each.start for each in early.rounds()] == [date(2030, 3, 4)]  # announced before
    assert [each.date for each in early.strikes()] == [date(2030, 3, 2)]
    assert early.truces() == early.general() == []


def test_a_general_truce_is_one_of_both_sides_and_limited_to_nothing() -> None:
    assert [each.start for each in ground().general()] == [date(2030, 12, 1)]


def test_the_day_is_never_later_than_what_is_known() -> None:
    assert ground(date(2030, 2, 1)).day == date(2030, 2, 1)
    assert ground().day == date(2030, 3, 10)


def test_a_series_is_read_once_and_cannot_be_changed_from_outside() -> None:
    here = ground()
    here.values(MAP).clear()
    assert here.values(MAP)


def test_lists_cover_the_war_up_to_what_is_known() -> None:
    here = ground()
    assert here.covers(day(2, 1))
    assert not ground(date(2030, 2, 1)).covers(day(2, 2))


def test_days_are_counted_to_the_nearer_end() -> None:
    assert distance(date(2030, 3, 5), span((3, 1), (3, 3))) == 2
    assert distance(date(2030, 3, 2), span((3, 1), (3, 3))) == 0
    assert within(date(2030, 3, 4), day(3, 3), 1)
    assert daily([date(2030, 1, n) for n in (1, 2, 3)])
    assert not daily([date(2030, n, 1) for n in (1, 2, 3)])


def test_what_cannot_be_said_names_the_question_that_would_say_it() -> None:
    found = cannot_say(ground(), claim("comparison", about="analogues"), "no twin")
    assert (found.verdict, found.question) == ("cannot say", "analogues")
    assert "analogues" in found.reason
    assert ground().enemy("XNO") == "XSO"
