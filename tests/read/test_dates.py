"""The day of publication."""

from datetime import date

import pytest

from truceline.read import dates
from truceline.read.blocks import split


@pytest.mark.parametrize(
    "text",
    [
        "5 June 2025", "June 5, 2025", "Thursday, 5 June 2025", "Published On 5 Jun 2025",
        "Jun. 5, 2025 10:04 AM EDT", "5th of June 2025", "June 5th 2025", "2025-06-05",
        "2025/06/05", "05.06.2025", "5 июня 2025", "5 червня 2025 року", "5. Juni 2025",
        "5 juin 2025", "5 de junio de 2025", "2025年6月5日", "05-JUN-2025",
    ],
)  # fmt: skip
def test_dates_as_pages_write_them(text: str) -> None:
    assert dates.written(text) == date(2025, 6, 5)


@pytest.mark.parametrize("text", ["05/06/2025", "5 June", "31 June 2025", "June 2025", "1,196", ""])
def test_what_is_not_one_full_date_is_none(text: str) -> None:
    assert dates.written(text) is None


def test_numbers_are_read_only_where_day_and_month_differ_beyond_doubt() -> None:
    assert dates.written("13/06/2025") == dates.written("06/13/2025") == date(2025, 6, 13)
    assert dates.written("06/06/2025") == date(2025, 6, 6)


def test_a_stamp_keeps_the_day_that_is_written() -> None:
    assert dates.stamp("2025-06-05T23:30:00-08:00") == date(2025, 6, 5)
    assert dates.stamp("2025-06-31") is None
    assert dates.stamp("soon") is None


@pytest.mark.parametrize(
    "text",
    [
        "Published: 5 June 2025", "2 hours ago", "Updated 10:32 GMT, 5 June 2025", "5 min read",
        "Thu 5 Jun 2025 06.00 BST", "Last updated: June 5, 2025 at 9:12 a.m. EDT", "10:32",
        "KABUL, Afghanistan (Oct. 9, 2012)",
    ],
)  # fmt: skip
def test_date_lines(text: str) -> None:
    assert dates.date_line(text)


@pytest.mark.parametrize(
    "text",
    ["They met on 2 June 2025.", "Istanbul talks: 2 June 2025 in pictures", "Ceasefire", "May"],
)
def test_lines_that_say_more_are_no_date_lines(text: str) -> None:
    assert not dates.date_line(text)


def found(text: str, first_prose: int) -> date | None:
    return dates.published(split(text, "a"), first_prose)


def test_published_goes_before_updated() -> None:
    text = "Title\nUpdated 7 June 2025\nPublished 5 June 2025\nThey met for an hour."
    assert found(text, 3) == date(2025, 6, 5)
    assert found("Title\nUpdated 7 June 2025\nThey met.", 2) == date(2025, 6, 7)
    assert found("Title\nUpdated 7 June 2025\n5 June 2025\nThey met.", 3) == date(2025, 6, 5)


def test_a_label_counts_below_the_text_and_a_bare_date_does_not() -> None:
    assert found("They met.\nPublished 5 June 2025", 0) == date(2025, 6, 5)
    assert found("They met.\n5 June 2025", 0) is None


def test_the_running_text_and_the_title_give_no_date() -> None:
    assert found("War: what happened on 5 June 2025\nThey met on 2 June 2025.", 1) is None


def test_a_dateline_with_a_year_gives_its_day() -> None:
    assert found("KYIV, Ukraine, June 5, 2025 (AP) — Drones were seen.", 0) == date(2025, 6, 5)
    assert found("KYIV, Ukraine, June 5 (AP) — Drones were seen.", 0) is None


def test_a_byline_may_hold_the_date() -> None:
    assert found("Title\nBy Jane Doe | 5 June 2025\nThey met.", 2) == date(2025, 6, 5)
