"""Backtests by name, and what became of archived forecasts."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from truceline.pipeline import ask, backtests, outlook
from truceline.record.store import Store
from truceline.terms.errors import BadInput


def test_a_question_that_is_no_forecast_is_refused() -> None:
    with pytest.raises(BadInput, match="talks is no forecast; a backtest is made of: "):
        backtests.run("talks")


def test_archived_forecasts_are_scored_when_their_day_has_come(tmp_path: Path) -> None:
    store = tmp_path / "a.duckdb"
    Store(store).init()
    made = outlook.of_war(
        ask.load("ukraine").war, as_of=date(2025, 5, 8), what_if=["by=2026-01-01"]
    )
    outlook.archive(made, store, now=datetime(2025, 5, 8, tzinfo=UTC))
    early = backtests.archived(store, "outlook", "ukraine", as_of=date(2025, 8, 1))
    assert [each.forecast.by for each in early] == [date(2025, 6, 7)] * 2
    late = backtests.archived(store, "outlook", "ukraine", as_of=date(2026, 2, 15))
    rows = backtests.outcome_rows(late)
    asked = next(row for row in rows if row["by"] == date(2026, 1, 1) and row["event"] == "stop")
    assert asked["came"] is False
    assert asked["brier"] == pytest.approx(float(str(asked["probability"])) ** 2)


@pytest.mark.slow
def test_the_shipped_tables_are_those_of_today() -> None:
    from truceline.foresee.outlook_record import TRACKS
    from truceline.foresee.summary import tracks

    found = tracks(backtests.outlook())
    for event, each in TRACKS.items():
        assert found[event].forecasts == each.forecasts, "run `make backtest`"
        assert found[event].log == pytest.approx(each.log, abs=2e-6), "run `make backtest`"
        assert found[event].brier == pytest.approx(each.brier, abs=2e-6), "run `make backtest`"
