"""What a backtest found, as data."""

import json

from truceline.terms.backtests import BacktestReport, Gap, ScoreRow, ScoreTable


def test_a_gap_is_better_only_with_its_whole_interval() -> None:
    assert Gap(-0.1, -0.2, -0.01, 9).better
    assert not Gap(-0.1, -0.2, 0.0, 9).better


def test_a_report_is_a_json_object() -> None:
    row = ScoreRow("Lindy", {"log": 0.2}, {"log": Gap(-0.1, -0.2, -0.01, 9)})
    table = ScoreTable(title="t", ours="pool", forecasts=9, clusters=3, first=1900, last=1999,
                       came=None, rows=(row,))  # fmt: skip
    report = BacktestReport(question="outlook", version="1", seed=1, terms="t", tables=(table,),
                            reliability=(), limits=("l",))  # fmt: skip
    plain = json.loads(json.dumps(report.as_dict()))
    assert plain["tables"][0]["rows"][0]["gaps"]["log"]["high"] == -0.01
