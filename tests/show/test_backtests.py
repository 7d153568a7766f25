"""A backtest in words and pictures."""

from truceline.show import backtests
from truceline.terms.backtests import BacktestReport, Bin, Gap, ScoreRow, ScoreTable

BINS = (Bin(90, 0.1, 0.08, 0.02, 0.2, 30), Bin(10, 0.6, 0.5, 0.2, 0.8, 8))
ROWS = (
    ScoreRow("pool", {"log": 0.1, "Brier": 0.05}, {}),
    ScoreRow("Lindy", {"log": 0.2, "Brier": 0.06},
             {"log": Gap(-0.1, -0.2, -0.05, 30), "Brier": Gap(-0.01, -0.02, 0.01, 30)}),
)  # fmt: skip
REPORT = BacktestReport(
    question="outlook", version="truceline 9", seed=1, terms="a stop",
    tables=(ScoreTable(title="all", ours="pool", forecasts=1000, clusters=30, first=1900,
                       last=1999, came=0.057, rows=ROWS),),
    reliability=(("all", BINS),), limits=("Not for wars unlike these.",),
)  # fmt: skip


def test_the_tables_hold_every_score_and_star_what_is_better() -> None:
    text = backtests.markdown(REPORT)
    assert "| Lindy | 0.2000 | 0.0600 | −0.1000 (−0.2000 to −0.0500) * |" in text
    assert "−0.0100 (−0.0200 to 0.0100) |" in text
    assert "1,000 forecasts of 30, 1900 to 1999; on average 5.7% came." in text
    assert "| 0.100 | 0.080 | 0.020 to 0.200 | 90 | 30 |" in text
    assert text.endswith("- Not for wars unlike these.\n")
    assert "Lindy" in backtests.markdown_tables(REPORT, (0,))


def test_the_terminal_gets_the_same_numbers() -> None:
    text = "\n".join(backtests.summary(REPORT))
    assert "pool less it: log −0.1000 (−0.2000 to −0.0500) *" in text
    assert "Not for wars unlike these." in text


def test_outcomes_come_with_their_mean() -> None:
    row = {"as_of": "2025-05-08", "event": "stop", "by": "2026-01-01", "probability": 0.28,
           "came": False, "brier": 0.078, "log": 0.329, "version": "1"}  # fmt: skip
    lines = list(backtests.outcomes([row, {**row, "came": True, "brier": 0.518}]))
    assert "did not come; Brier 0.078" in lines[0]
    assert lines[-1] == "mean of 2: Brier 0.298, log 0.329"


def test_the_diagram_has_a_point_a_bin_and_the_same_bytes_twice() -> None:
    spec = backtests.reliability_chart(BINS)
    assert len(spec["data"]["values"]) == 2
    one, two = (backtests.reliability("all", BINS, ident="r") for _ in range(2))
    assert one == two
    assert "said 10%, came 8%" in one
