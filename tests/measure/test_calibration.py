"""A short version of what `make calibrate` runs with 2,000 series a case."""

import json
from pathlib import Path

import numpy as np
import pytest

from truceline.measure.calendar import PRIMARY, Calendar
from truceline.measure.cells import cells
from truceline.measure.placebo import wilson
from truceline.measure.shifts import FEWEST_SHIFTS, p_value, shift_test
from truceline.measure.talks_limits import sized
from truceline.measure.talks_size import SIZES, TRIALS
from truceline.simulate.cases import KINDS, TWELVE, case

LOUD = ("reporting up a tenth", "reporting up a quarter")


@pytest.mark.parametrize("name", [each for each in KINDS if each not in LOUD])
def test_false_alarms_stay_near_one_in_twenty(name: str) -> None:
    rng = np.random.default_rng(20250602)
    hits = trials = 0
    for _ in range(300):
        drawn = case(KINDS[name], rng)
        made = cells(drawn.values, Calendar(drawn.starts, drawn.starts), PRIMARY)
        if made is None or made.shifts.size < FEWEST_SHIFTS:
            continue
        trials += 1
        hits += p_value(made.statistic(), made.here) <= 0.05
    found = wilson(hits, trials)
    assert trials > 200
    assert found.low <= 0.05 <= found.high or found.high < 0.075


def test_reports_that_rise_by_a_quarter_are_taken_for_attacks_and_the_answer_says_so() -> None:
    rng = np.random.default_rng(20250602)
    hits = 0
    for _ in range(120):
        drawn = case(KINDS["reporting up a quarter"], rng)
        p = shift_test(drawn.values, Calendar(drawn.starts, drawn.starts)).p
        hits += p is not None and p <= 0.05
    assert wilson(hits, 120).low > 0.07
    said = sized(SIZES, TRIALS)
    assert "reporting up a quarter" in said.split("where the case is: ")[1]


def test_a_doubling_before_twelve_clusters_is_found_four_times_in_five() -> None:
    rng = np.random.default_rng(20250602)
    found = 0
    for _ in range(60):
        drawn = case(TWELVE, rng, ratio=2.0)
        tested = shift_test(drawn.values, Calendar(drawn.starts, drawn.starts))
        found += tested.low is not None and tested.low > 1
    assert wilson(found, 60).low >= 0.8


def test_the_method_page_quotes_the_results_as_they_were_written() -> None:
    methods = Path(__file__).resolve().parents[2] / "docs" / "methods"
    results = (methods / "results" / "talks_calibration.md").read_text("utf-8")
    page = (methods / "talks.md").read_text("utf-8")
    rows = [line for line in results.splitlines() if line.startswith("|")]
    assert len(rows) == 36
    assert [row for row in rows if row not in page] == []


def test_what_answers_cite_is_what_was_written_and_no_more() -> None:
    methods = Path(__file__).resolve().parents[2] / "docs" / "methods"
    results = json.loads((methods / "results" / "talks_calibration.json").read_text("utf-8"))
    assert list(SIZES) == list(KINDS) == list(results["size"])
    for name, row in results["size"].items():
        rate = row["rates"]["this test"]
        assert SIZES[name] == pytest.approx((rate["value"], rate["low"], rate["high"]), abs=5e-5)
    assert results["trials"] == TRIALS == 2000
