"""Dates that count from another."""

from datetime import date

import pytest

from truceline.coding.dates import When, dates_of
from truceline.coding.reckoned import beside, last_day, lasting, origin_of, runs_on, settled
from truceline.coding.tokens import tokens_of

PUBLISHED, TOLD = date(2024, 8, 8), date(2024, 8, 5)  # a Thursday and the Monday before it


def days(text: str, told: date | None = TOLD) -> list[str | None]:
    """Return the first days of the dates of a sentence."""
    found = dates_of(text, tokens_of(text), PUBLISHED, told)
    return [each.start.isoformat() if each.start else None for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They quit on Friday, having sworn two days earlier to stay.",
         ["2024-08-02", "2024-07-31"]),
        ("The fort fell on 10 July and the next day the town rose.", ["2024-07-10", "2024-07-11"]),
        ("The line broke on Sunday, three days after the bridge was lost.",
         ["2024-08-04", "2024-08-01"]),
        ("The raid came a day before the vote opened.", ["2024-08-06"]),
        ("A week after the truce ended, guns opened up on Tuesday.", ["2024-07-30", "2024-08-06"]),
        ("A week after the truce ended, guns opened up.", [None]),
        ("A few hours later the depot burned.", ["2024-08-05"]),
        ("The depot burned on Sunday, minutes after the alarm.",
         ["2024-08-04", "2024-08-04"]),
        ("The depot burned on Sunday and the bridge fell minutes later.", ["2024-08-04"]),
        ("That night the depot burned.", ["2024-08-05"]),
        ("They marched in at the end of that month.", ["2024-08-21"]),
        ("On the 2nd they met.", ["2024-08-02"]),
        ("The 2nd Army met.", []),
        ("Within two days he had sent 900 soldiers.", ["2024-08-05"]),
        ("The truce of May 1994 broke down four years afterwards.", ["1994-05-01", "1998-01-01"]),
    ],
)  # fmt: skip
def test_a_date_counts_from_its_own_sentence_first(text: str, expected: list[str | None]) -> None:
    assert days(text) == expected


def test_with_nothing_told_what_follows_stays_open_and_is_not_ahead() -> None:
    assert days("The next day it fell.", None) == [None]
    assert days("Two days later it fell.", None) == [None]


def test_a_week_after_a_month_is_as_vague_as_the_month() -> None:
    text = "In March the town fell and a week later it was retaken."
    month, later = dates_of(text, tokens_of(text), PUBLISHED, None)
    assert (later.start, later.end, later.prec) == (date(2024, 3, 8), date(2024, 4, 7), "month")
    assert lasting(month, None) is month


def test_a_beginning_runs_on_and_is_no_day_to_count_from() -> None:
    text = "Since March it has starved."
    [since] = dates_of(text, tokens_of(text), PUBLISHED, None)
    assert (since.start, since.end) == (date(2024, 3, 1), PUBLISHED)
    assert runs_on(since)
    assert origin_of([since], TOLD) == (TOLD, None)


def test_until_a_day_when_something_happened_dates_what_happened() -> None:
    text = "The calm held until June, when shells fell again."
    [when] = dates_of(text, tokens_of(text), PUBLISHED, None)
    assert (when.apart, when.span, when.start) == ((0, 1), False, date(2024, 6, 1))


def test_nothing_beside_a_plain_word() -> None:
    assert beside("it fell", tokens_of("it fell"), 0, [], TOLD) is None


def test_days_beyond_the_calendar_stay_open() -> None:
    far = When(1, 3, None, None, "unknown", "days after", apart=(-(10**9), 1))
    assert settled([far], TOLD) == [far]


def test_without_a_day_of_the_report_a_day_takes_its_year_from_another() -> None:
    text = "The raid of 28 August came before the siege of 30 August 1995."
    assert [w.start for w in dates_of(text, tokens_of(text), None, None)] == [
        date(1995, 8, 28), date(1995, 8, 30)]  # fmt: skip
    text = "It fell on 7 August."
    assert dates_of(text, tokens_of(text), None, TOLD)[0].start == date(2024, 8, 7)
    assert dates_of(text, tokens_of(text), None, None)[0].start is None


def test_the_next_day_counts_from_the_last_day_named() -> None:
    text = "The hill, which fell on Monday, was quiet on Sunday, two hours after the rain."
    found = dates_of(text, tokens_of(text), PUBLISHED, None)
    assert last_day(found, None) == date(2024, 8, 4)
    assert last_day(found[:1], None) == TOLD
    assert last_day([], TOLD) == TOLD
