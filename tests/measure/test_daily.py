"""What comes through the door of a measure."""

from datetime import date

import numpy as np
import pandas as pd
import polars as pl

from truceline.measure.daily import Daily, Refused, daily, opened


def frame(*rows: tuple[str, float | None]) -> pl.DataFrame:
    return opened(pl.DataFrame(rows, schema=["date", "value"], orient="row"))


def test_a_missing_day_is_missing_and_never_zero() -> None:
    found = daily(frame(("2025-01-01", 1), ("2025-01-02", None), ("2025-01-03", 0),
                        ("2025-01-04", 2)), "series")  # fmt: skip
    assert isinstance(found, Daily)
    assert np.isnan(found.values[1])
    assert found.values[[0, 2, 3]].tolist() == [1, 0, 2]
    assert (found.rows, found.last) == (3, date(2025, 1, 4))


def test_rows_after_the_date_asked_for_are_not_read() -> None:
    rows = frame(("2025-01-01", 1), ("2025-01-02", 2), ("2025-01-03", -9))
    found = daily(rows, "series", as_of=date(2025, 1, 2))
    assert isinstance(found, Daily)
    assert found.last == date(2025, 1, 2)
    assert isinstance(daily(rows, "series"), Refused)


def test_a_day_before_the_first_is_negative() -> None:
    found = daily(frame(("2025-01-05", 1), ("2025-01-06", 2)), "series")
    assert isinstance(found, Daily)
    assert found.day(date(2025, 1, 1)) == -4


def test_a_pandas_frame_keeps_its_gaps() -> None:
    given = pd.DataFrame({
        "date": pd.to_datetime(["2025-01-01", "2025-01-02"]), "value": [1.0, np.nan],
    })  # fmt: skip
    assert opened(given)["value"].to_list() == [1.0, None]


def test_infinite_values_are_refused() -> None:
    found = daily(frame(("2025-01-01", float("inf")), ("2025-01-02", 1)), "series")
    assert isinstance(found, Refused)
    assert "negative or infinite" in found.reason
