"""Claims about numbers against series, rounds and aid."""

from datetime import date
from typing import Any

import pytest
from tests.measure.claims.made_ground import claim, day, ground, span

from truceline.measure.claims.numbers import near_round, number
from truceline.terms.claims import Size, Window

DRONES = {"kind": "count", "about": "drones", "side": "XNO"}
JANUARY = span((1, 1), (1, 31), "month")
WHOLE = Size(310, 310)


@pytest.mark.parametrize(
    ("fields", "verdict"),
    [
        ({**DRONES, "size": Size(300, 300), "window": day(3, 2)}, "supported"),
        ({**DRONES, "size": Size(900, 900), "window": day(3, 2)}, "contradicted"),
        ({**DRONES, "size": Size(300, 300), "window": day(4, 2)}, "cannot say"),
        ({**DRONES, "size": Size(300, 300), "window": None}, "cannot say"),
        ({**DRONES, "side": "XSO", "size": Size(300, 300), "window": day(3, 2)}, "cannot say"),
        ({**DRONES, "kind": "total", "size": WHOLE, "window": JANUARY}, "supported"),
        ({"kind": "total", "about": "losses", "side": "XNO", "size": Size(3100, 3100),
          "window": JANUARY, "attributed": True}, "supported"),
        ({"kind": "total", "about": "losses", "side": "XNO", "size": Size(3100, 3100),
          "window": JANUARY}, "mixed"),
        ({"kind": "total", "about": "killed", "size": Size(5000, None), "window": JANUARY},
         "contradicted"),
        ({"kind": "count", "about": "killed", "size": Size(16, None), "window": day(1, 5)},
         "cannot say"),
        ({"kind": "count", "about": "damage", "size": Size(7e9, 7e9), "window": day(1, 5)},
         "cannot say"),
        ({"kind": "count", "about": "exchange", "size": Size(100, 100), "window": day(3, 5)},
         "supported"),
        ({"kind": "count", "about": "exchange", "size": Size(900, 900), "window": day(3, 5)},
         "contradicted"),
        ({"kind": "count", "about": "exchange", "size": Size(100, 100), "window": day(3, 20)},
         "supported"),
        ({"kind": "count", "about": "exchange", "size": Size(900, 900), "window": day(3, 20)},
         "cannot say"),
        ({"kind": "count", "about": "bodies", "size": Size(900, 900), "window": day(3, 5)},
         "cannot say"),
        ({"kind": "count", "about": "things: issues", "size": Size(1, 1), "window": day(3, 5)},
         "supported"),
        ({"kind": "count", "about": "aid", "size": Size(5e9, 5e9, "USD"), "window": day(2, 2)},
         "supported"),
        ({"kind": "count", "about": "aid", "size": Size(5e10, 5e10, "USD"), "window": day(2, 2)},
         "contradicted"),
        ({"kind": "count", "about": "aid", "size": Size(5e9, 5e9, "EUR"), "window": day(2, 2)},
         "cannot say"),
        ({"kind": "share", "about": "share", "size": Size(0.3, 0.3, "share")}, "cannot say"),
        ({"kind": "total", "about": "area", "deed": "took", "side": "XNO",
          "size": Size(58, 58, rough=True), "window": span((1, 1), (2, 28))}, "supported"),
        ({"kind": "total", "about": "area", "deed": "lost", "side": "XNO",
          "size": Size(500, None), "window": span((1, 1), (2, 28))}, "contradicted"),
        ({"kind": "total", "about": "area", "deed": "took", "size": Size(25, 25),
          "window": day(3, 2)}, "cannot say"),
    ],
)  # fmt: skip
def test_a_number_meets_the_record(fields: dict[str, Any], verdict: str) -> None:
    found = number(ground(), claim(**fields))
    assert found.verdict == verdict, found.reason
    assert found.reason
    assert (verdict == "cannot say") or found.evidence


def test_nothing_later_than_the_day_is_used() -> None:
    said = claim("count", about="drones", side="XNO", size=Size(300, 300), window=day(3, 2))
    assert number(ground(date(2030, 3, 1)), said).verdict == "cannot say"


def test_a_source_that_stands_alone_is_called_so() -> None:
    said = claim("count", about="drones", side="XNO", size=Size(300, 300), window=day(3, 2))
    assert "single source" in number(ground(), said).reason


def test_losses_without_a_day_are_those_since_the_war_began() -> None:
    said = claim("total", about="losses", side="XNO", size=Size(5900, None), attributed=True)
    late = number(ground(date(2030, 2, 28)), said)
    assert late.verdict == "supported", late.reason


def test_the_talks_of_last_year_are_not_the_last_talks() -> None:
    here = ground(published=date(2030, 3, 10))
    assert near_round(here, claim("outcome")) is not None
    assert near_round(ground(published=date(2030, 5, 30)), claim("outcome")) is None
    other = Window(date(2029, 1, 1), date(2029, 12, 31), "year")
    assert near_round(here, claim("outcome", window=other)) is None
