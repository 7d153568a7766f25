"""The sizes that answers quote are those that were measured."""

import json
from pathlib import Path

from truceline.measure.balance_size import SIZES, TRIALS

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "methods" / "results"


def test_sizes_are_the_measured_ones() -> None:
    found = json.loads((RESULTS / "balance_calibration.json").read_text("utf-8"))
    assert found["trials"] == TRIALS
    measured = {
        name: tuple(round(row["rates"]["this test"][each], 3) for each in ("value", "low", "high"))
        for name, row in found["size"].items()
    }
    assert measured == SIZES
