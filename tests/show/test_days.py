"""No date is said more precisely than it is known."""

from datetime import date

import pytest

from truceline.show.days import dated, day, month, span

JUNE_1, JUNE_30 = date(2025, 6, 1), date(2025, 6, 30)


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        (JUNE_1, JUNE_1, "day", "1 June 2025"),
        (JUNE_1, date(2025, 6, 7), "week", "about 1 to 7 June 2025"),
        (JUNE_1, JUNE_30, "month", "June 2025"),
        (date(2024, 1, 1), date(2024, 12, 31), "year", "2024"),
        (date(2024, 6, 1), date(2025, 5, 31), "year", "1 June 2024 to 31 May 2025"),
        (None, None, "unknown", "date not resolved"),
        (JUNE_1, None, "day", "1 June 2025"),
    ],
)
def test_when_something_was(
    first: date | None, last: date | None, precision: str, said: str
) -> None:
    assert dated(first, last, precision) == said


def test_a_span_is_as_short_as_it_can_be() -> None:
    assert span(JUNE_1, JUNE_30) == "1 to 30 June 2025"
    assert span(JUNE_1, date(2026, 1, 2)) == "1 June 2025 to 2 January 2026"
    assert span(JUNE_1, date(2025, 7, 2)) == "1 June to 2 July 2025"


def test_an_unknown_day_is_said() -> None:
    assert day(None) == "not known"
    assert month(JUNE_30) == "June 2025"
