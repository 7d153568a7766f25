"""Spans in words and days."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from truceline.foresee.past import MONTH
from truceline.foresee.view import View

AS_OF, BY = date(2025, 5, 8), date(2026, 1, 1)


def view(by: date | None) -> Any:
    span = (BY - AS_OF).days / MONTH
    spans = (1.0, 12.0) if by is None else (1.0, 12.0, span)
    return SimpleNamespace(by=by, as_of=AS_OF, asked=SimpleNamespace(spans=spans), tracks={})


@pytest.mark.parametrize(
    ("by", "span", "words", "day"),
    [
        (None, 1.0, "within 1 month", date(2025, 6, 7)),
        (None, 12.0, "within 12 months", date(2026, 5, 8)),
        (BY, (BY - AS_OF).days / MONTH, "by 2026-01-01", BY),
    ],
)
def test_a_span_in_words_and_as_a_day(by: date | None, span: float, words: str, day: date) -> None:
    assert View.by_words(view(by), span) == words
    assert View.by_day(view(by), span) == day


def test_without_a_better_record_the_base_rate_stands_in() -> None:
    assert View.base.__get__(view(None))
