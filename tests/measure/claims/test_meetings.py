"""Talks: held or not, where, and what came of them."""

from typing import Any

import pytest
from tests.measure.claims.made_ground import claim, day, ground

from truceline.measure.claims.meetings import outcome, talks


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"window": day(3, 4)}, "supported"),
        ({"window": day(3, 4), "words": {"lake"}}, "supported"),
        ({"window": day(3, 4), "words": {"port"}}, "contradicted"),
        ({"window": day(5, 6)}, "contradicted"),  # it collapsed
        ({"window": day(4, 4), "words": {"delegations"}}, "contradicted"),  # the list is complete
        ({"window": day(4, 4), "others": ("XNO", "XSO")}, "contradicted"),
        ({"window": day(4, 4)}, "cannot say"),  # whose talks is not said
        ({"window": day(4, 4), "others": ("XNO", "USA")}, "cannot say"),
        ({"window": day(4, 4), "others": ("XNO",)}, "cannot say"),
        ({"window": None}, "cannot say"),
        ({"window": day(5, 6), "negated": True}, "supported"),
        ({"window": day(3, 5), "negated": True}, "supported"),  # broken off on its last day
        ({"window": day(8, 5), "negated": True}, "cannot say"),
    ],
)
def test_talks_meet_the_list_of_rounds(fields: dict[str, Any], verdict: str) -> None:
    found = talks(ground(), claim("event", about="talks", **fields))
    assert found.verdict == verdict, found.reason


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"issues": (("prisoner exchange", "agreed"),)}, "supported"),
        ({"issues": (("prisoner exchange", "none"),)}, "contradicted"),
        ({"issues": (("prisoner exchange", "possible"),)}, "mixed"),
        ({"issues": (("return of children", "agreed"),)}, "cannot say"),
        ({"issues": (("ceasefire", "none"),)}, "supported"),
        ({"issues": (("ceasefire", "agreed"),)}, "contradicted"),
        ({"negated": True}, "contradicted"),
        ({}, "supported"),
        ({"window": day(7, 1)}, "cannot say"),
        ({"window": day(9, 1)}, "cannot say"),
    ],
)
def test_an_outcome_meets_the_lines_of_the_round(fields: dict[str, Any], verdict: str) -> None:
    found = outcome(ground(), claim("outcome", about="talks", **{"window": day(3, 5), **fields}))
    assert found.verdict == verdict, found.reason
