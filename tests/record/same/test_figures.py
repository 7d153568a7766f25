"""What numbers say of two tellings."""

import pytest
from tests.record.same.tellings import DAY, dead, swap, told

from truceline.record.same.figures import numbers
from truceline.record.same.mention import Figure


def said(one: tuple[Figure, ...], two: tuple[Figure, ...], later: int = 0) -> str:
    """Return what two numbers of dead say; the second report comes out so many days later."""
    first = told("a", figures=one, published=DAY)
    second = told("b", figures=two, published=DAY.replace(day=25 + later))
    view = numbers(first, second)
    assert view == numbers(second, first) or view.words != numbers(second, first).words
    if view.against:
        return "against"
    return "doubt" if view.doubt else "for" if view.points > 0 else "open"


@pytest.mark.parametrize(
    ("one", "two", "later", "says"),
    [
        (dead(12), dead(12), 0, "for"),
        (dead(6, None), dead(40), 1, "doubt"),  # "at least 6" is far from 40
        (dead(14, None), dead(19), 1, "for"),
        (dead(14), dead(19), 1, "for"),
        (dead(5), dead(18), 2, "open"),  # the toll grew
        (dead(18), dead(5), 2, "doubt"),  # it does not shrink
        (dead(5), dead(18), 0, "doubt"),
        (dead(63), dead(360, 440), 0, "doubt"),
        (dead(51, None), dead(51), 1, "for"),
    ],
)
def test_tolls(one: tuple[Figure, ...], two: tuple[Figure, ...], later: int, says: str) -> None:
    assert said(one, two, later) == says


def test_the_tolls_of_two_sides_may_differ_as_they_like() -> None:
    one = told("a", figures=dead(63), by=frozenset({"RUS"}))
    two = told("b", figures=dead(400), by=frozenset({"UKR"}))
    assert numbers(one, two).doubt == ""
    assert "63 and 400" in numbers(one, two).words


def exchanged(number: float) -> tuple[Figure, ...]:
    return (Figure("exchanged", "prisoners", number, number),)


def test_exchanges_of_another_size_are_other_exchanges() -> None:
    assert numbers(swap("a", figures=exchanged(390)), swap("b", figures=exchanged(307))).against


def test_each_sides_number_and_both_together_are_one_exchange() -> None:
    view = numbers(swap("a", figures=exchanged(95)), swap("b", figures=exchanged(190)))
    assert view.points > 0


def test_an_equal_odd_number_says_more_than_a_round_and_a_small_one() -> None:
    def points(number: float) -> float:
        drones = (Figure("drones", "", number, number),)
        return numbers(told("a", figures=drones), told("b", figures=drones)).points

    assert points(479) > points(300) > points(2) > 0


def test_different_things_counted_say_nothing() -> None:
    wounded = (Figure("wounded", "", 12, 12),)
    assert numbers(told("a", figures=dead(12)), told("b", figures=wounded)).words == ""
