"""The coverage that answers cite is that of the committed results."""

import json
from pathlib import Path

import pytest

from truceline.measure.front_size import HELD, TRIALS
from truceline.measure.placebo import wilson
from truceline.simulate.front_cases import FRONTS

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "methods" / "results"


def test_answers_cite_the_committed_results() -> None:
    found = json.loads((RESULTS / "front_calibration.json").read_text("utf-8"))
    assert found["trials"] == TRIALS >= 500
    assert list(HELD) == list(FRONTS) == list(found["cases"])
    for name, row in found["cases"].items():
        told = row["held"]
        assert HELD[name] == pytest.approx([told[k] for k in ("value", "low", "high")], abs=1e-4)
        again = wilson(told["hits"], row["seen"]["hits"])
        assert HELD[name][1:] == pytest.approx([again.low, again.high], abs=1e-4)
