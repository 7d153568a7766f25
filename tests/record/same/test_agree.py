"""What each field of two tellings says for and against one event."""

from dataclasses import replace

import pytest
from tests.record.same.tellings import CHUHUIV, DAY, KHARKIV, REGION, RUS, UKR, UKRAINE, swap, told

from truceline.record.same.agree import LATE, View, how, together, when, where, who
from truceline.record.same.mention import Mention, Spot

ONE = told("a")


def test_one_day_says_more_than_a_week_and_a_month() -> None:
    points = [when(ONE, told("b", days=days)).points for days in (1, 2, 7, 30)]
    assert points == sorted(points, reverse=True)
    assert points[0] > points[1] > points[2] > points[3] > 0


def test_the_next_day_is_doubtful_and_the_one_after_another_event() -> None:
    assert when(ONE, told("b", after=1)).doubt
    assert not when(ONE, told("b", after=1)).against
    assert when(ONE, told("b", after=2)).against


def test_a_night_meets_both_its_days() -> None:
    night = told("b", after=-1, days=2)
    assert when(ONE, night).points > 0
    assert when(told("c", after=-1), night).points > 0


def test_a_telling_without_a_day_may_be_of_the_days_before_it_came_out() -> None:
    undated = told("b", start=None, end=None)
    assert when(ONE, undated).points > 0
    assert when(ONE, undated).doubt
    assert when(ONE, replace(undated, published=DAY.replace(day=24))).against
    assert when(ONE, replace(undated, published=DAY.replace(day=25 + LATE + 1))).points == 0


@pytest.mark.parametrize(
    ("two", "says"),
    [
        (KHARKIV, "for"),
        (REGION, "for"),
        (UKRAINE, "nothing"),
        (None, "nothing"),
        (CHUHUIV, "against"),
        (Spot("703448", "Kyiv", "Kyiv City", "UKR", (50.45, 30.52), 1), "against"),
        (Spot("x", "Sumy region", "Sumy", "UKR", None, 4), "against"),
        (Spot("2017370", "Russia", None, "RUS", (60.0, 100.0), 6), "against"),
        (Spot("y", "Pisochyn", "Kharkiv", "UKR", (49.95, 36.11), 1), "neighbour"),
        (Spot("kharkiv|", "Kharkiv", None, None, None, 1), "for"),
    ],
)
def test_places(two: Spot | None, says: str) -> None:
    view = where(ONE, told("b", spot=two))
    turned = where(told("b", spot=two), ONE)
    assert replace(view, words="") == replace(turned, words="")
    assert view.against == (says == "against")
    assert (view.points > 0) == (says == "for")
    assert bool(view.doubt) == (says == "neighbour")


def test_who_attacks_whom_is_not_turned_round() -> None:
    assert who(ONE, told("b", source=UKR, target=RUS)).against
    assert who(ONE, told("b", source=frozenset())).points == 1
    assert who(ONE, told("b")).points == 2


def test_a_states_force_and_its_rebels_are_two_whatever_their_code() -> None:
    raid = told("a", source=frozenset({"AFG/GOV"}), target=frozenset({"?/REB"}))
    ambush = told("b", source=frozenset({"AFG/REB"}), target=frozenset({"AFG/GOV"}))
    assert who(raid, ambush).against
    assert not who(raid, told("c", source=frozenset({"AFG"}), target=frozenset({"AFG"}))).against


def test_rebels_of_no_known_country_say_nothing_for_it() -> None:
    one = told("a", source=frozenset({"?/REB"}), target=frozenset())
    assert who(one, told("b", source=frozenset({"COL/REB"}), target=frozenset())) == View()
    assert who(one, told("b", source=frozenset({"COL/GOV"}), target=frozenset())).against


def test_parties_of_an_exchange_may_stand_in_any_order_and_a_mediator_may_be_left_out() -> None:
    mediated = swap("b", source=UKR, target=RUS | {"ARE"})
    assert who(swap("a"), mediated) == who(mediated, swap("a"))
    assert who(swap("a"), mediated).points > who(swap("a"), swap("b", source=RUS)).points > 0
    assert who(swap("a"), swap("b", source=RUS | {"USA"})).against


def test_another_weapon_is_a_doubt() -> None:
    drone, bomb = (told(name, kinds=frozenset({name})) for name in ("drone", "bomb"))
    assert how(drone, bomb).doubt
    assert how(drone, told("b", kinds=frozenset({"drone", "missile"}))).points > 0
    assert how(ONE, told("b")) == View(0.5)


def test_matters_talked_of_speak_for_and_against() -> None:
    truce, bodies = (swap(name, issues=frozenset({name})) for name in ("ceasefire", "bodies"))
    assert how(truce, truce).points > 0 > how(truce, bodies).points - 0.5
    assert how(truce, bodies).doubt


def test_an_arrest_is_no_seizure_but_an_attack_may_be_told_by_another_mode() -> None:
    arrest, seizure = (told(mode, type="COERCE", mode=mode) for mode in ("arrest", "seize"))
    assert how(arrest, seizure).against
    assert not how(told("a", mode="aerial"), told("b", mode="drone")).against


def test_two_sentences_in_a_row_hang_together() -> None:
    def at(sentence: int) -> Mention:
        return replace(ONE, id=str(sentence), sentence=sentence)

    assert together(at(0), at(1)).points > 0
    assert together(at(0), at(2)) == together(ONE, told("b")) == View()
