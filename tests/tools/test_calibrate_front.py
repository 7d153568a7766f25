"""A short version of `make calibrate` for `front`, and its committed results."""

import json

import calibrate_front
from truceline.measure.placebo import wilson


def test_the_interval_holds_the_truth_where_levels_stand_apart() -> None:
    made = [calibrate_front.trial("levels apart", 5, number) for number in range(20)]
    seen = [each for each in made if each[0]]
    assert len(seen) >= 14
    assert wilson(sum(each[1] for each in seen), len(seen)).high >= 0.95
    assert sum(each[3] for each in seen) <= 2


def test_the_page_and_the_module_are_those_of_the_numbers() -> None:
    found = json.loads((calibrate_front.RESULTS / "front_calibration.json").read_text("utf-8"))
    page = (calibrate_front.RESULTS / "front_calibration.md").read_text("utf-8")
    assert calibrate_front.table(found) == page
    source = calibrate_front.ROOT / "src" / "truceline" / "measure" / "front_size.py"
    assert calibrate_front.module(found) == source.read_text("utf-8")
