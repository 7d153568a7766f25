"""Claims that something rose, fell or stood still."""

from typing import Any

import pytest
from tests.measure.claims.made_ground import claim, ground, span

from truceline.measure.claims.trends import trend

JANUARY, FEBRUARY = span((1, 1), (1, 31), "month"), span((2, 1), (2, 28), "month")
BASE = {"kind": "trend", "about": "drones", "side": "XNO", "window": FEBRUARY}


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"direction": "up"}, "supported"),
        ({"direction": "up", "versus": JANUARY}, "supported"),
        ({"direction": "down"}, "contradicted"),
        ({"direction": "up", "factor": 2.0}, "supported"),
        ({"direction": "up", "factor": 10.0}, "contradicted"),
        ({"direction": "up", "factor": 2.5}, "mixed"),
        ({"direction": "up", "window": span((6, 1), (6, 30), "month")}, "cannot say"),
        ({"direction": "up", "side": "XSO"}, "cannot say"),
        ({"direction": "flat", "about": "losses"}, "supported"),
        ({"direction": "up", "about": "war"}, "mixed"),  # attacks rose, losses stood still
        ({"direction": "flat", "about": "area", "window": span((1, 1), (2, 28))}, "contradicted"),
        ({"direction": "up", "about": "area", "window": span((1, 1), (2, 28))}, "supported"),
        ({"direction": "up", "about": "area", "deed": "ground", "side": "XSO",
          "window": span((1, 1), (2, 28))}, "contradicted"),
        ({"direction": "flat", "about": "area", "window": JANUARY}, "mixed"),
        ({"direction": "flat", "about": "area", "window": span((6, 1), (6, 30))}, "cannot say"),
    ],
)  # fmt: skip
def test_a_trend_meets_two_windows_of_the_record(fields: dict[str, Any], verdict: str) -> None:
    found = trend(ground(), claim(**{**BASE, **fields}))
    assert found.verdict == verdict, found.reason


def test_a_rise_one_way_is_a_fall_the_other_way() -> None:
    up = claim("trend", about="drones", direction="up", window=FEBRUARY, versus=JANUARY)
    back = claim("trend", about="drones", direction="down", window=JANUARY, versus=FEBRUARY)
    assert trend(ground(), up).verdict == trend(ground(), back).verdict == "supported"


def test_a_map_that_ends_within_the_span_says_how_far_it_reaches() -> None:
    found = trend(ground(), claim("trend", about="area", direction="flat",
                                  window=span((1, 1), (12, 31))))  # fmt: skip
    assert found.verdict == "cannot say"
    assert "% of the span" in found.reason
