"""Truces: none, in force, declared, kept, left."""

from datetime import date
from typing import Any

import pytest
from tests.measure.claims.made_ground import claim, day, ground, span

from truceline.measure.claims.truces import truce


@pytest.mark.parametrize(
    ("deed", "fields", "verdict"),
    [
        ("none", {}, "supported"),
        ("none", {"window": span((11, 1), (12, 31), "month")}, "contradicted"),
        ("in force", {"window": day(12, 1)}, "supported"),
        ("in force", {"window": day(10, 1)}, "contradicted"),
        ("in force", {"window": day(4, 1)}, "mixed"),  # one-sided
        ("declared", {"window": day(4, 1), "side": "XNO"}, "supported"),
        ("declared", {"window": day(4, 15), "side": "XNO"}, "contradicted"),
        ("declared", {"window": day(8, 15), "side": "XNO"}, "cannot say"),
        ("broken", {"window": day(4, 5), "side": "XNO"}, "supported"),
        ("broken", {"window": day(12, 5)}, "contradicted"),
        ("broken", {"window": day(8, 5)}, "cannot say"),
        ("left", {"window": day(4, 3)}, "supported"),
        ("left", {"window": day(8, 3)}, "cannot say"),
        ("treaty", {}, "cannot say"),
    ],
)
def test_a_truce_meets_the_list(deed: str, fields: dict[str, Any], verdict: str) -> None:
    found = truce(ground(), claim("event", about="truce", deed=deed, **fields))
    assert found.verdict == verdict, found.reason


def test_a_truce_to_come_cannot_be_said() -> None:
    said = claim("event", about="truce", deed="in force", window=day(12, 1))
    assert truce(ground(date(2030, 3, 10)), said).verdict == "cannot say"
