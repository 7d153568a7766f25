"""The page on past wars: what the measure says today, for the day that the column was written."""

import pytest

import findings_analogues
from findings_analogues import PAGE


@pytest.mark.slow
def test_the_page_is_what_the_measure_says_today() -> None:
    assert findings_analogues.written() == PAGE.read_text("utf-8"), "run `make findings`"


def test_korea_stands_among_the_nearest_with_its_range_and_its_end() -> None:
    (korea,) = [line for line in PAGE.read_text("utf-8").splitlines() if "| Korean war |" in line]
    assert "| 6 (2 to 17) | 1951-09-20 |" in korea
    assert "a stalemate after 676 days" in korea


def test_the_three_sentences_the_limits_and_the_sources_are_there() -> None:
    text = PAGE.read_text("utf-8")
    for head in ("**Found.**", "**Not found.**", "**What would flip it.**", "## Limits",
                 "## What it stands on", "CC BY 4.0"):  # fmt: skip
        assert head in text
