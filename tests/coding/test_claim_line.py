"""A sentence taken apart: its days as wide as they are said, and who acts."""

from datetime import date

import pytest
from tests.coding.claim_scenes import line

from truceline.coding.claim_line import doer, others, target, window_of, windows


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("On Sunday it began.", date(2025, 6, 1), date(2025, 6, 1), "day"),
        ("It began overnight.", date(2025, 6, 4), date(2025, 6, 5), "night"),
        ("In May it rose.", date(2025, 5, 1), date(2025, 5, 31), "month"),
        ("In 2024 it rose.", date(2024, 1, 1), date(2024, 12, 31), "year"),
        ("In the past year it rose.", date(2024, 6, 5), date(2025, 6, 5), "span"),
        ("A week before that, it began.", date(2025, 5, 26), date(2025, 6, 1), "week"),
        ("In the first half of 2024 it rose.", date(2024, 1, 1), date(2024, 6, 30), "span"),
        ("Since the start of the invasion it rose.", date(2022, 2, 24), date(2025, 6, 5), "span"),
    ],
)
def test_a_window_is_as_wide_as_the_claim_is_precise(
    text: str, first: date, last: date, precision: str
) -> None:
    found = window_of(line(text))
    assert found is not None
    assert (found.first, found.last, found.precision) == (first, last, precision)


def test_two_months_are_two_windows_in_their_order() -> None:
    found = windows(line("More drones came in May than in April."))
    assert [each.first.month for each in found] == [5, 4]


def test_without_a_date_of_the_report_a_weekday_has_no_window() -> None:
    assert window_of(line("On Sunday it began.", published=None)) is None


def test_whoever_is_attacked_with_drones_was_attacked_by_the_other_side() -> None:
    assert doer(line("Some 80 drones were launched at Ukraine on Sunday.")) == "RUS"


def test_a_speaker_is_not_the_doer() -> None:
    found = line("Ukraine said Russia had sent drones.")
    assert (doer(found), target(found, "RUS"), others(found)) == ("RUS", None, ("UKR", "RUS"))
