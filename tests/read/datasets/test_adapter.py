"""What adapters share: columns at hand, rows set aside."""

import polars as pl

from truceline.read.datasets.adapter import figures, not_a_number, take
from truceline.read.datasets.table import table


def test_the_first_column_at_hand_is_taken_and_blanks_are_null() -> None:
    found = table(b"b,c\n x ,2\n ,3\n", "x.csv")
    assert found.frame.select(take(found, "a", "b").alias("t"))["t"].to_list() == ["x", None]
    assert found.frame.select(take(found, "a").alias("t"))["t"].to_list() == [None]
    assert list(figures(found, best="c", low="d")) == ["best"]


def test_words_among_numbers_are_a_reason() -> None:
    found = table(b'c\n1\nmany\n" "\n', "x.csv")
    [(reason, bad)] = not_a_number(found, "c", "d")
    assert reason == "c is not a number"
    assert found.frame.select(bad.fill_null(value=False).alias("t"))["t"].to_list() == [
        False,
        True,
        False,
    ]
    assert isinstance(bad, pl.Expr)
