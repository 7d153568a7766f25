"""The gap between words and deeds: a picture."""

from datetime import timedelta

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.measure.made_words import FIRST

from truceline.measure.event_rows import DEEDS, WORDS
from truceline.measure.gap import gap
from truceline.terms.errors import BadFrame

counts = st.lists(st.integers(0, 50), min_size=8, max_size=30).filter(
    lambda each: len(set(each)) > 1
)


def weeks(words: list[int], deeds: list[int]) -> pl.DataFrame:
    days = [FIRST + timedelta(weeks=each) for each in range(len(words))]
    return pl.DataFrame({"week": days, WORDS: words, DEEDS: deeds})


@given(counts)
def test_it_averages_zero_whatever_happened(words: list[int]) -> None:
    deeds = [(each * 7 + 3) % 11 for each in range(len(words))]
    found = gap(weeks(words, deeds))
    assert found.height == len(words)
    assert sum(found["gap"]) == pytest.approx(0, abs=1e-9)


def test_it_stands_high_when_words_run_ahead_of_deeds() -> None:
    found = gap(weeks([1] * 9 + [30], [10, 12] * 4 + [9, 1]))
    assert found["gap"].arg_max() == 9


@pytest.mark.parametrize(("words", "deeds"), [([1, 2, 3], [3, 2, 1]), ([4] * 10, list(range(10)))])
def test_too_few_weeks_or_a_constant_give_no_picture(words: list[int], deeds: list[int]) -> None:
    assert gap(weeks(words, deeds)).height == 0


def test_says_which_column_is_missing() -> None:
    with pytest.raises(BadFrame, match=WORDS):
        gap(pl.DataFrame({"week": [FIRST], DEEDS: [1]}))
