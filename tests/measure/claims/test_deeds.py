"""Dated deeds, and their order to talks."""

from datetime import date
from typing import Any

import pytest
from tests.measure.claims.made_ground import claim, day, ground, span

from truceline.measure.claims.deeds import alike, deed, timing, words
from truceline.terms.claims import Size

BRIDGE: dict[str, Any] = {
    "kind": "event",
    "about": "deed",
    "side": "XSO",
    "words": {"long", "bridges"},
}


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"window": day(3, 2)}, "supported"),
        ({"window": day(3, 3)}, "supported"),  # an overnight deed has two days
        ({"window": day(3, 9)}, "cannot say"),  # the list is chosen
        ({"window": day(3, 2), "side": "XNO"}, "cannot say"),
        ({"window": day(3, 2), "side": None}, "supported"),
        ({"window": day(5, 1), "words": {"cruiser", "sank"}}, "contradicted"),
        ({"window": day(6, 1), "words": {"cruiser", "sank"}}, "supported"),
        ({"window": None}, "cannot say"),
        ({"window": day(3, 2), "about": "unknown"}, "cannot say"),
        ({"window": day(2, 20), "words": {"deliveries", "back"}, "others": ("USA",)}, "supported"),
        ({"window": day(2, 20), "words": {"deliveries", "back"}}, "cannot say"),  # whose act?
        ({"window": day(3, 9), "words": {"long", "took"}}, "cannot say"),  # another kind of deed
    ],
)
def test_a_deed_meets_the_lists(fields: dict[str, Any], verdict: str) -> None:
    found = deed(ground(), claim(**{**BRIDGE, **fields}))
    assert found.verdict == verdict, found.reason


def test_a_deed_that_was_not_known_yet_cannot_be_said() -> None:
    assert deed(ground(date(2030, 3, 1)), claim(**BRIDGE, window=day(3, 2))).verdict == "cannot say"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"order": "before", "window": day(3, 3)}, "supported"),
        ({"order": "before", "words": {"bridge"}}, "supported"),
        ({"order": "before", "words": {"bridge"}, "size": Size(2, 2, "days")}, "supported"),
        ({"order": "before", "words": {"bridge"}, "size": Size(14, 14, "days")}, "contradicted"),
        ({"order": "after", "words": {"bridge"}}, "contradicted"),
        ({"order": "after", "window": day(3, 6)}, "supported"),
        ({"order": "before", "words": {"palace"}}, "cannot say"),
        ({"order": "before", "window": day(10, 6)}, "cannot say"),
    ],
)
def test_an_order_in_time_meets_the_rounds(fields: dict[str, Any], verdict: str) -> None:
    found = timing(ground(), claim("timing", about="talks", **fields))
    assert found.verdict == verdict, found.reason


def test_words_that_mean_the_same_are_one() -> None:
    assert words("air bases", "Strait") == {"base", "strait"}
    assert alike(frozenset({"airfields"})) == {"base"}


def test_a_long_span_wants_two_words() -> None:
    year = span((1, 1), (12, 31), "year")
    one = claim(**{**BRIDGE, "words": {"bridge"}, "window": year})
    two = claim(**{**BRIDGE, "words": {"bridge", "long"}, "window": year})
    assert (deed(ground(), one).verdict, deed(ground(), two).verdict) == ("cannot say", "supported")
