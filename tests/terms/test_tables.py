"""A frame that crosses a stage keeps its contract, or is refused with the columns named."""

from datetime import date

import polars as pl
import pytest

from truceline.terms.errors import BadFrame
from truceline.terms.tables import EVENTS, PANEL, check

ROW = {
    "war": "x",
    "date": date(2020, 1, 2),
    "series": "strikes",
    "value": 3,
    "low": None,
    "high": None,
    "unit": "strikes",
    "side": None,
    "source_dataset": "test",
    "source_version": "1",
}


def test_columns_come_back_in_the_order_and_types_of_the_contract() -> None:
    frame = pl.DataFrame([{"more": 1, **dict(reversed(ROW.items()))}])
    found = check(frame, PANEL)
    assert found.columns == list(PANEL)
    assert found.dtypes == [kind for kind, _ in PANEL.values()]
    assert found.row(0) == ("x", date(2020, 1, 2), "strikes", 3.0, None, None, "strikes", None,
                            "test", "1")  # fmt: skip


@pytest.mark.parametrize("absent", list(PANEL))
def test_a_missing_column_is_named(absent: str) -> None:
    with pytest.raises(BadFrame, match=rf"lacks the columns {absent}$"):
        check(pl.DataFrame([ROW]).drop(absent), PANEL)


def test_a_column_that_does_not_hold_its_type_is_refused() -> None:
    with pytest.raises(BadFrame, match="many"):
        check(pl.DataFrame([{**ROW, "value": "many"}]), PANEL)


def test_every_column_says_what_it_holds() -> None:
    told = {name: words for table in (EVENTS, PANEL) for name, (_, words) in table.items()}
    assert [name for name, words in told.items() if len(words.split()) < 2] == []
