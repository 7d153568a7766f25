"""Dates that are not a deed's."""

from collections.abc import Callable
from datetime import date

import pytest

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
