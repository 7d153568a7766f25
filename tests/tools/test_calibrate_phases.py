"""A short version of `make calibrate` for `phases`, and its committed results."""

import json
from pathlib import Path

import numpy as np
import pytest

import calibrate_phases
from truceline.measure.phases_size import SIZES, TRIALS
from truceline.measure.placebo import wilson

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "methods" / "results"


@pytest.fixture(scope="module")
def committed() -> dict[str, object]:
    found: dict[str, object] = json.loads((RESULTS / "phases_calibration.json").read_text("utf-8"))
    return found


def test_false_breaks_stay_rare_without_a_long_memory() -> None:
    for name in ("poisson", "noisy", "short memory"):
        said = [calibrate_phases.null(name, 5, trial)[1] for trial in range(40)]
        assert wilson(sum(said), 40).low <= 0.07


def test_a_doubling_is_found() -> None:
    found = [calibrate_phases.step(2.0, 5, trial) for trial in range(12)]
    assert sum(each[0] for each in found) >= 10
    assert sum(each[1] for each in found) >= 8


def test_a_trend_is_drawn_as_steps_and_not_believed() -> None:
    found = np.array([calibrate_phases.null("trend", 5, trial) for trial in range(12)])
    assert found[:, 0].mean() > 0.5
    assert found[:, 1].mean() < found[:, 0].mean()


def test_the_page_and_the_module_are_those_of_the_numbers(committed: dict[str, object]) -> None:
    assert calibrate_phases.table(committed) == (RESULTS / "phases_calibration.md").read_text(
        "utf-8"
    )
    source = Path(calibrate_phases.ROOT, "src/truceline/measure/phases_size.py").read_text("utf-8")
    assert calibrate_phases.module(committed) == source
    assert committed["trials"] == TRIALS
    assert set(SIZES) == set(calibrate_phases.NULLS)
