"""A backtest in tables, and the record that the answer shows."""

import json
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.foresee.conftest import made_up

from truceline.foresee import score
from truceline.foresee.backtest import POOL, Backtest, backtest
from truceline.foresee.outlook_record import TRACKS
from truceline.foresee.past import Definition
from truceline.foresee.summary import RIVALS, TITLES, report, tracks
from truceline.terms.backtests import BacktestReport

SHIPPED = Path(__file__).resolve().parents[2] / "docs/methods/results/outlook_backtest.json"


@pytest.fixture(scope="module")
def made() -> Backtest:
    return backtest(made_up(150, seed=11, rate=0.08), Definition(), until=date(1920, 12, 31))


@pytest.fixture(scope="module")
def found(made: Backtest) -> BacktestReport:
    return report(made, Definition(), seed=1, version="truceline 9")


def test_the_first_table_is_the_mean_over_months_and_horizons(
    made: Backtest, found: BacktestReport
) -> None:
    slow = [
        np.mean((made.stop[POOL][row] - made.stopped[row]) ** 2)
        for row in range(made.age.size)
        if np.isfinite(made.stopped[row]).all()
    ]
    table = found.tables[0]
    assert table.title == TITLES["stop"]
    assert table.forecasts == len(slow)
    assert table.rows[0].scores["Brier"] == pytest.approx(np.mean(slow))


def test_gaps_are_ours_less_theirs(found: BacktestReport) -> None:
    for table in found.tables:
        ours = table.rows[0].scores
        for row in table.rows[1:]:
            for name, gap in row.gaps.items():
                assert gap.value == pytest.approx(ours[name] - row.scores[name], abs=1e-9)
                assert gap.low <= gap.value <= gap.high


def test_the_record_is_the_first_table_of_each_event(found: BacktestReport) -> None:
    record = tracks(found)
    assert record.keys() == RIVALS.keys()
    for event, each in record.items():
        table = next(one for one in found.tables if one.title == TITLES[event])
        assert each.log == table.rows[0].scores["log"]
        assert set(RIVALS[event]) == each.log_gap.keys()


def test_the_shipped_record_is_that_of_the_shipped_tables() -> None:
    tables = json.loads(SHIPPED.read_text("utf-8"))["tables"]
    for event, each in TRACKS.items():
        table = next(one for one in tables if one["title"] == TITLES[event])
        assert table["forecasts"] == each.forecasts
        assert table["rows"][0]["scores"]["log"] == pytest.approx(each.log, abs=1e-6)
        for row in table["rows"]:
            if row["name"] in each.log_gap:
                gap = row["gaps"]["log"]
                assert (gap["value"], gap["low"], gap["high"]) == pytest.approx(
                    each.log_gap[row["name"]], abs=1e-6
                )


def test_reliability_holds_every_forecast_that_can_be_scored(
    made: Backtest, found: BacktestReport
) -> None:
    name, bins = found.reliability[0]
    assert name == TITLES["stop"]
    assert sum(each.n for each in bins) == int(np.isfinite(made.stopped).sum())
    assert score.LEVEL == 0.95
