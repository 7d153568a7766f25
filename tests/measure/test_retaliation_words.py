"""How `retaliation` says what it found."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from truceline.measure.daily import Daily, Refused
from truceline.measure.replies import Asking, Reply, replied
from truceline.measure.retaliation_words import (
    left_out,
    limits,
    other_side,
    sentence,
    verdict_words,
)
from truceline.terms.wars import Series, Side, Strike, War

FIRST = date(2030, 1, 1)
SERIES = Series(name="raids", file="", unit="raids a day", side="XNO", holds="attacks")
SIDES = {"XNO": "Norland", "XSO": "Sorland"}


def found(*days: int) -> Reply:
    strikes = tuple(
        Strike(date=FIRST + timedelta(days=each), side="XSO", what="x", symbolic=True)
        for each in days
    )
    values = 9 + np.random.default_rng(1).poisson(3, 400).astype(float)
    daily = Daily("raids", FIRST, values, 400)
    return replied(SERIES, daily, Asking(strikes, (), FIRST + timedelta(days=999)))


def test_a_number_has_its_range_its_base_and_its_clusters() -> None:
    made = found(100, 200)
    told = sentence(made, SIDES)
    assert told.startswith(
        "In the 7 days after symbolic strikes of Sorland, Norland's attacks (raids a day) ran at "
        f"{made.primary.ratio:.2f} times ("
    )
    assert told.endswith("their level of days 22 to 2 before, over 2 clusters of strikes")
    assert "cannot be estimated" in sentence(found(), SIDES)
    assert verdict_words(found()) == (
        "cannot say (no strike of the other side lies within the series)"
    )


def test_with_three_sides_the_striker_is_not_guessed() -> None:
    assert other_side(found(), SIDES) == "Sorland"
    assert other_side(found(), {**SIDES, "XEA": "Eastland"}) == "the other side"


def test_strikes_that_cannot_be_judged_are_named() -> None:
    assert left_out(found(3, 100)) == (
        "2030-01-04 (window or baseline outside the series or its regime)"
    )
    assert left_out(found(100, 200)) == ""


def test_limits_name_the_side_without_a_series_and_what_was_refused() -> None:
    war = War(folder="x", name="X", start=FIRST,
              sides=tuple(Side(code=code, name=name) for code, name in SIDES.items()))  # fmt: skip
    day = FIRST + timedelta(days=399)
    told = limits(war, day, [found(3, 100)], [Refused("shells", "it is coarser")], ["Said."])
    text = " ".join(told)
    assert "One-sided: no daily series holds Sorland's attacks" in text
    assert "holds Norland's attacks" not in text
    assert "Series shells was not used: it is coarser." in told
    assert "Said." in told
    assert "Nothing dated after 2031-02-04 is used" in text
    both = replace(found(100), series=replace(SERIES, side="XSO"))
    assert "One-sided" not in " ".join(limits(war, day, [found(100), both], (), ()))
