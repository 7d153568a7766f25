"""One claim, one finding."""

from datetime import date

import pytest
from tests.measure.claims.made_ground import claim, day, ground

from truceline.measure.claims.judge import judge
from truceline.terms.claims import KINDS, Size


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_finding_with_a_reason_even_where_nothing_is_known(kind: str) -> None:
    found = judge(ground(), claim(kind))
    assert found.verdict in ("cannot say", "mixed", "supported", "contradicted")
    assert found.reason


def test_what_is_not_checkable_says_why() -> None:
    found = judge(ground(), claim("motive", checkable=False, why_not="it is a wish"))
    assert (found.verdict, found.reason) == ("cannot say", "not checkable: it is a wish")


def test_a_claim_about_others_is_not_judged_by_this_war() -> None:
    said = claim("count", about="drones", others=("SDN",), size=Size(300, 300), window=day(3, 2))
    assert "SDN" in judge(ground(), said).reason


def test_a_claim_about_a_past_war_is_judged_by_that_wars_record() -> None:
    said = claim("duration", about="war", war="old war", size=Size(2, 2, "months"))
    assert judge(ground(), said).verdict == "cannot say"
    there = ground(date(2030, 12, 31), date(2030, 3, 1))
    found = judge(ground(date(2031, 1, 1), other_war=lambda _: there), said)
    assert found.as_of == date(2031, 1, 1)
    assert found.reason.startswith("Made-up war: ")
