"""A short version of `make calibrate` for the share of deep strikes, and its committed results."""

import json
from pathlib import Path

import numpy as np

import calibrate_deep
from truceline.measure.placebo import wilson

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "methods" / "results"


def test_false_breaks_stay_rare_without_a_long_memory() -> None:
    for name in ("calm", "noisy", "more reports"):
        said = [calibrate_deep.once(name, 5, trial)[1] for trial in range(40)]
        assert wilson(sum(said), 40).low <= 0.07


def test_a_doubling_is_found_and_held() -> None:
    found = np.array([calibrate_deep.once("2", 5, trial) for trial in range(12)])
    assert found[:, 0].sum() >= 10
    assert found[:, 3].sum() >= 8


def test_the_page_and_the_module_are_those_of_the_numbers() -> None:
    found = json.loads((RESULTS / "deep_calibration.json").read_text("utf-8"))
    assert calibrate_deep.table(found) == (RESULTS / "deep_calibration.md").read_text("utf-8")
    source = Path(calibrate_deep.ROOT, "src/truceline/measure/deep_size.py").read_text("utf-8")
    assert calibrate_deep.module(found) == source
