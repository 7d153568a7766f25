"""What `make calibrate` found is what answers cite, and a short version of it holds."""

import json
from pathlib import Path

import numpy as np
import pytest

from truceline.measure.calendar import Calendar
from truceline.measure.cells import cells
from truceline.measure.placebo import wilson
from truceline.measure.replies import REPLY
from truceline.measure.retaliation_size import BIAS, SIZES, TRIALS
from truceline.measure.shifts import p_value, shift_test
from truceline.simulate.strike_cases import KINDS, TWELVE, strike_case

RESULTS = Path(__file__).resolve().parents[2] / "docs/methods/results"


def test_answers_cite_the_committed_results() -> None:
    found = json.loads((RESULTS / "retaliation_calibration.json").read_text("utf-8"))
    assert found["trials"] == TRIALS >= 2000
    assert list(found["size"]) == list(KINDS) == list(SIZES)
    for name, row in found["size"].items():
        rate = row["rates"]["this test"]
        assert SIZES[name] == pytest.approx([rate[k] for k in ("value", "low", "high")], abs=1e-4)
        again = wilson(rate["hits"], row["made"])
        assert SIZES[name][1:] == pytest.approx([again.low, again.high], abs=1e-4)
    for lag, row in found["hawkes"]["by_lag"].items():
        told = [row[each]["mean"] for each in ("exact", "binned")]
        assert BIAS[float(lag)] == pytest.approx(told, abs=1e-3)


@pytest.mark.slow
@pytest.mark.parametrize("name", KINDS)
def test_false_alarms_are_near_what_was_committed(name: str) -> None:
    rng = np.random.default_rng(7)
    hits = 0
    for _ in range(200):
        drawn = strike_case(KINDS[name], rng)
        made = cells(drawn.values, Calendar(drawn.strikes, drawn.strikes), REPLY)
        assert made is not None
        hits += p_value(made.statistic(), made.here) <= 0.05
    found = wilson(hits, 200, level=0.999)
    assert found.low <= SIZES[name][0] <= found.high


def test_a_doubling_after_twelve_strikes_is_found() -> None:
    rng = np.random.default_rng(7)
    found = 0
    for _ in range(25):
        drawn = strike_case(TWELVE, rng, ratio=2.0)
        tested = shift_test(drawn.values, Calendar(drawn.strikes, drawn.strikes), REPLY)
        found += tested.low is not None and tested.low > 1
    assert wilson(found, 25).low >= 0.8
