"""Dates that are not a deed's, and hours that are of the day told of."""

from collections.abc import Callable
from datetime import date

import pytest

from truceline.coding.syntax.timed import has_hour
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Coding


def days(coding: Coding) -> list[date | None]:
    return [each.date_start for each in coding.events]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad raided a Sudanese base on Sunday and threatened to seize Abéché.",
         [date(2025, 6, 1), None]),
        ("Chad accused Sudan of treachery on Sunday and threatened to seize Abéché.",
         [date(2025, 6, 1), date(2025, 6, 1)]),
        ("The presidents of Chad and Sudan met on Sunday and agreed to free all prisoners.",
         [date(2025, 6, 1), date(2025, 6, 1)]),
    ],
)  # fmt: skip
def test_what_is_said_beside_a_deed_of_force_has_no_date_from_it(
    text: str, found: list[date | None], code: Callable[..., Coding]
) -> None:
    assert days(code(text)) == found


def test_the_date_of_a_treaty_is_not_that_of_leaving_it(code: Callable[..., Coding]) -> None:
    assert days(code("Chad suspended the 2019 treaty with Sudan.")) == [None]
    assert days(code("Chad suspended the treaty with Sudan in May.")) == [date(2025, 5, 1)]


def test_an_hour_is_of_the_day_told_of(code: Callable[..., Coding]) -> None:
    text = "On Sunday Chad shelled Sudan. In the evening rebels in Chad freed nine Kenyan nuns."
    assert days(code(text)) == [date(2025, 6, 1), date(2025, 6, 1)]


def test_noon_is_an_hour_and_a_day_is_none() -> None:
    assert has_hour(tokens_of("It began before dawn."))
    assert not has_hour(tokens_of("It began on Sunday."))
