"""Dates against the day of the report, 5 June 2025, a Thursday."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding import dates
from truceline.coding.dates import When, ahead, dates_of
from truceline.coding.numbers import A_FEW, BEGINS, FRACTIONS, SCALE, may_begin
from truceline.coding.spans import UNITS
from truceline.coding.tokens import tokens_of, word_set

PUBLISHED = date(2025, 6, 5)


def first(text: str, told: date | None = None, published: date | None = PUBLISHED) -> When:
    """Return the first date of a text."""
    return dates_of(text, tokens_of(text), published, told)[0]


@pytest.mark.parametrize(
    ("text", "start", "end", "prec"),
    [
        ("On Sunday it fell", "2025-06-01", "2025-06-01", "day"),
        ("On Thursday it fell", "2025-06-05", "2025-06-05", "day"),
        ("It fell yesterday", "2025-06-04", "2025-06-04", "day"),
        ("It fell overnight", "2025-06-04", "2025-06-05", "day"),
        ("last week", "2025-05-26", "2025-06-01", "week"),
        ("last month", "2025-05-01", "2025-05-31", "month"),
        ("Last year", "2024-01-01", "2024-12-31", "year"),
        ("3 June", "2025-06-03", "2025-06-03", "day"),
        ("June 3rd, 2024", "2024-06-03", "2024-06-03", "day"),
        ("14/15 May", "2025-05-14", "2025-05-15", "day"),
        ("May 14-15", "2025-05-14", "2025-05-15", "day"),
        ("10 December", "2024-12-10", "2024-12-10", "day"),
        ("early March", "2025-03-01", "2025-03-10", "month"),
        ("mid-March 2022", "2022-03-11", "2022-03-20", "month"),
        ("late February", "2025-02-21", "2025-02-28", "month"),
        ("in 1953", "1953-01-01", "1953-12-31", "year"),
        ("the early 1950s", "1950-01-01", "1959-12-31", "year"),
        ("2025-05-30", "2025-05-30", "2025-05-30", "day"),
        ("three days ago", "2025-06-02", "2025-06-02", "day"),
        ("on New Year's Eve", "2024-12-31", "2024-12-31", "day"),
        ("on Christmas Day", "2024-12-25", "2024-12-25", "day"),
        ("on 9 July", "2025-07-09", "2025-07-09", "day"),
        ("since May 20", "2025-05-20", "2025-06-05", "day"),
        ("two weeks ago", "2025-05-22", "2025-05-22", "week"),
        ("Jan. 25, 2013", "2013-01-25", "2013-01-25", "day"),
    ],
)
def test_date(text: str, start: str, end: str, prec: str) -> None:
    when = first(text)
    assert when.start is not None
    assert when.end is not None
    assert (when.start.isoformat(), when.end.isoformat(), when.prec) == (start, end, prec)


def test_a_week_before_that_counts_from_the_day_told_of() -> None:
    when = first("A week before that, it fell", told=date(2025, 6, 1))
    assert (when.start, when.prec) == (date(2025, 5, 25), "week")


def test_a_week_before_a_named_meeting_does_not_count_from_the_day_told_of() -> None:
    assert dates_of("x", tokens_of("the day before that meeting"), PUBLISHED, PUBLISHED) == []


@pytest.mark.parametrize("text", ["On Sunday", "3 June", "last week", "yesterday", "two weeks ago"])
def test_without_a_publication_date_a_relative_date_keeps_its_text_alone(text: str) -> None:
    when = first(text, published=None)
    assert (when.start, when.end, when.prec) == (None, None, "unknown")
    assert text in when.text


def test_a_full_date_needs_no_publication_date() -> None:
    assert first("3 June 2025", published=None).start == date(2025, 6, 3)


@pytest.mark.parametrize(
    "text", ["it may fall", "the march on the city", "31 June 2025", "900 drones"]
)
def test_no_date(text: str) -> None:
    assert [w for w in dates_of(text, tokens_of(text), PUBLISHED, None) if w.prec == "day"] == []


def test_a_date_that_owns_a_noun_and_a_term_that_was_set_are_marked() -> None:
    assert not first("Sunday's blasts").own
    assert first("by the end of August").span
    assert first("in the past year").span


def test_a_plan_for_a_weekday_is_for_the_next_one() -> None:
    assert ahead(first("on Saturday"), PUBLISHED).start == date(2025, 6, 7)
    assert ahead(first("on 3 June"), PUBLISHED).start == date(2025, 6, 3)


@given(st.text(), st.none() | st.dates())
def test_any_text_yields_intervals_that_run_forward(text: str, published: date | None) -> None:
    for when in dates_of(text, tokens_of(text), published, published):
        assert (when.start is None) == (when.prec == "unknown")
        assert when.start is None or when.end is None or when.start <= when.end


OTHERS = word_set("3 31 2024 1990s 14 05 - / , . 21st 7bn of ago next to and morning night drones")
WORDS = st.sampled_from(
    sorted({*dates.BEGINS, *dates.YEAR_CUES, *BEGINS, *A_FEW, *FRACTIONS, *SCALE, *UNITS, *OTHERS})
)


@given(st.lists(st.tuples(WORDS, st.booleans()), min_size=1, max_size=7))
def test_no_date_begins_with_a_word_that_is_passed_over(words: list[tuple[str, bool]]) -> None:
    said = " ".join(word.capitalize() if up else word for word, up in words)
    tokens = tokens_of(said)
    for place, token in enumerate(tokens):
        if token.low not in dates.BEGINS and not may_begin(token.low):
            assert dates._at(tokens, place, PUBLISHED, PUBLISHED) is None
