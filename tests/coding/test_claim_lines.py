"""Numbers of a line of the record."""

import pytest

from truceline.coding.claim_lines import numbers_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exchange of 1,000 prisoners each", [(1000, 1000)]),
        ("exchange of all aged 18 to 25, at least 1,000 each", [(1000, None)]),
        ("exchange of 314 prisoners in all", [(314, 314)]),
        ("agenda of five items, 26 July 1951", [(5, 5), (26, 26)]),
        ("no number", []),
    ],
)
def test_numbers_are_read_without_ages_and_years(
    text: str, expected: list[tuple[float, float | None]]
) -> None:
    assert [(each.low, each.high) for each in numbers_of(text)] == expected
