"""How things are said."""

import pytest

from truceline.measure.words import label, number, span_words
from truceline.terms.wars import Series

SIDES = {"XNO": "Norland"}


@pytest.mark.parametrize(
    ("holds", "unit", "side", "by", "said"),
    [
        ("attacks", "raids a day", "XNO", "Observers", "Norland's attacks (raids a day)"),
        ("attacks", "attacks a day", "XNO", None, "Norland's attacks a day"),
        ("attacks", "attacks a day", None, None, "Attacks a day"),
        ("losses", "persons a day", "XNO", "the other side",
         "Norland's losses as claimed (persons a day, by the other side)"),
        ("deaths", "persons a day", None, "UCDP", "Deaths (persons a day, by UCDP)"),
        ("attacks", "raids a day", "XZZ", None, "XZZ's attacks (raids a day)"),
    ],
)  # fmt: skip
def test_a_label_says_what_and_whose_and_for_claims_by_whom(
    holds: str, unit: str, side: str | None, by: str | None, said: str
) -> None:
    series = Series(name="s", file="", unit=unit, side=side, holds=holds, reported_by=by)
    assert label(series, SIDES) == said


def test_an_end_that_is_not_bounded_is_said_in_words() -> None:
    assert span_words(None, 2.0) == "below 1/16 to 2.00"
    assert span_words(0.5, None) == "0.50 to above 16"
    assert number(None) == "not known"
