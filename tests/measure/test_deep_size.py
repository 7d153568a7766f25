"""The false-break rates that answers cite are those of the committed results."""

import json
from pathlib import Path

import pytest

from truceline.measure.deep_size import SIZES, TRIALS
from truceline.measure.placebo import wilson

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "methods" / "results"


def test_answers_cite_the_committed_results() -> None:
    found = json.loads((RESULTS / "deep_calibration.json").read_text("utf-8"))
    assert found["trials"] == TRIALS
    assert list(SIZES) == list(found["size"])
    for name, row in found["size"].items():
        told = row["believed"]
        assert SIZES[name] == pytest.approx([told[k] for k in ("value", "low", "high")], abs=1e-4)
        again = wilson(told["hits"], told["trials"])
        assert SIZES[name][1:] == pytest.approx([again.low, again.high], abs=1e-4)
