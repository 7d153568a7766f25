"""How long something lasted, and who backs whom."""

from datetime import date
from typing import Any

import pytest
from tests.measure.claims.made_ground import claim, day, ground

from truceline.measure.claims.courses import duration, support
from truceline.terms.claims import Size


@pytest.mark.parametrize(
    ("size", "verdict"),
    [
        (Size(2, 2, "months"), "supported"),  # 2.3 months
        (Size(2, None, "months"), "supported"),
        (Size(6, None, "months"), "contradicted"),
        (Size(6, 6, "months"), "contradicted"),
        (Size(0, 1, "months"), "contradicted"),
        (Size(0, 3, "months"), "supported"),
        (Size(68, 68, "days"), "supported"),
    ],
)
def test_the_war_lasted_to_the_day_of_the_report(size: Size, verdict: str) -> None:
    assert (
        duration(ground(), claim("duration", about="war", deed="lasted", size=size)).verdict
        == verdict
    )


def test_years_of_war_without_a_word_of_lasting_may_count_from_another_day() -> None:
    said = claim("duration", about="war", size=Size(8, 8, "years"))
    assert duration(ground(), said).verdict == "cannot say"


def test_talks_are_counted_from_the_first_round_and_a_truce_by_its_ends() -> None:
    two = claim("duration", about="talks", size=Size(2, 2, "days"))  # the round's own
    assert duration(ground(), two).verdict == "supported"
    years = claim("duration", about="talks", deed="lasted", size=Size(2, 2, "years"))
    assert duration(ground(), years).verdict == "contradicted"
    three = claim("duration", about="truce", size=Size(3, 3, "days"), window=day(4, 1))
    assert duration(ground(), three).verdict == "supported"
    none = claim("duration", about="truce", size=Size(3, 3, "days"), window=day(8, 1))
    assert duration(ground(), none).verdict == "cannot say"


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({"about": "backing", "side": "CHN", "target": "XNO"}, "supported"),
        ({"about": "backing", "side": "CHN", "target": "XSO"}, "contradicted"),
        ({"about": "backing", "side": "WEST", "target": "XSO"}, "supported"),
        ({"about": "backing", "side": "FRA", "target": "XSO"}, "cannot say"),
        ({"about": "backing", "side": "CHN", "target": "POL"}, "cannot say"),
        ({"about": "aid", "side": "USA", "deed": "paused", "window": day(2, 20)}, "supported"),
        ({"about": "aid", "side": "USA", "deed": "resumed", "window": day(2, 20)}, "contradicted"),
        ({"about": "aid", "side": "USA", "deed": "resumed", "window": day(5, 20)}, "cannot say"),
        ({"about": "aid", "side": "USA", "deed": "resumed"}, "cannot say"),
        ({"about": "willing", "side": "WEST"}, "mixed"),  # a loan, then a pause
        ({"about": "willing", "side": "CHN"}, "cannot say"),
    ],
)
def test_support_meets_the_lists_of_third_parties(fields: dict[str, Any], verdict: str) -> None:
    found = support(ground(), claim("support", **fields))
    assert found.verdict == verdict, found.reason


def test_what_a_backer_did_later_does_not_count() -> None:
    said = claim("support", about="willing", side="WEST")
    assert support(ground(published=date(2030, 2, 10)), said).verdict == "supported"
