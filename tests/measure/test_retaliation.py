"""The answer to `retaliation`, from a frame to a verdict."""

import json
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pandas as pd
import polars as pl
import pytest

from truceline.measure.retaliation import retaliation
from truceline.simulate.hawkes import branching
from truceline.simulate.strike_cases import TWELVE, strike_case
from truceline.terms.results import Answer, Estimate
from truceline.terms.wars import Series, Side, Strike, War

FIRST = date(2030, 1, 1)
SIDES = (Side(code="XNO", name="Norland"), Side(code="XSO", name="Sorland"))


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def panel(**series: np.ndarray) -> pl.DataFrame:
    rows = [
        (day(place), name, float(value))
        for name, values in series.items()
        for place, value in enumerate(values)
        if np.isfinite(value)
    ]
    return pl.DataFrame(rows, schema=["date", "series", "value"], orient="row")


def described(name: str = "raids", side: str | None = "XNO") -> Series:
    return Series(name=name, file="", unit="raids a day", side=side, holds="attacks")


def war(days: tuple[int, ...], *series: Series) -> War:
    strikes = tuple(
        Strike(date=day(each), side="XSO", what="a bridge", symbolic=True) for each in days
    )
    return War(
        folder="made-up", name="Made up", start=FIRST, sides=SIDES, strikes=strikes,
        series=series or (described(),),
    )  # fmt: skip


def planted(ratio: float, seed: int = 1) -> tuple[np.ndarray, tuple[int, ...]]:
    made = strike_case(TWELVE, np.random.default_rng(seed), ratio=ratio)
    return made.values, made.strikes


def estimate(answer: Answer, text: str) -> Estimate:
    return next(each for each in answer.estimates if text in each.name)


def test_a_planted_reply_is_told_with_range_unit_and_side() -> None:
    values, days = planted(2.0)
    found = retaliation(panel(raids=values), war(days))
    first = estimate(found, "primary")
    assert found.verdict == "supported"
    assert first.value == pytest.approx(2.0, abs=0.3)
    assert first.n == 12
    assert found.statement.startswith(
        "In the 7 days after symbolic strikes of Sorland, Norland's attacks (raids a day) ran at "
        f"{first.value:.2f} times ({first.low:.2f} to {first.high:.2f})"
    )
    assert "one-sided" in found.statement
    assert any("no daily series holds Sorland's attacks" in each for each in found.limits)
    assert len(found.evidence) == 12
    assert json.loads(json.dumps(found.as_dict()))["question"] == "retaliation"


def test_no_reply_with_few_strikes_cannot_be_told_from_some() -> None:
    values, days = planted(1.0)
    found = retaliation(panel(raids=values), war(days[:3]))
    assert found.verdict == "cannot say"
    assert "(its interval" in found.statement or "3 clusters" in found.statement


def test_swapping_the_names_of_the_sides_swaps_the_answer() -> None:
    values, days = planted(2.0)
    one = retaliation(panel(raids=values), war(days))
    turned = war(days, described(side="XSO"))
    turned = replace(turned, strikes=tuple(replace(each, side="XNO") for each in turned.strikes))
    two = retaliation(panel(raids=values), turned)
    assert estimate(one, "primary") == estimate(two, "primary")
    assert (one.verdict, two.verdict) == ("supported", "supported")
    own = retaliation(panel(raids=values), war(days, described(side="XSO")))
    assert own.verdict == "cannot say"  # a side does not answer itself


def test_pandas_and_rescaling_and_row_order_change_nothing() -> None:
    values, days = planted(1.5)
    frame = panel(raids=values)
    plain = retaliation(frame, war(days))
    first = estimate(plain, "primary")
    for other in (
        pd.DataFrame(frame.to_dict(as_series=False)), frame.reverse(),
        frame.with_columns(pl.col("value") * 7),
    ):  # fmt: skip
        again = estimate(retaliation(other, war(days)), "primary")
        assert again.value == pytest.approx(first.value, rel=1e-3)
        assert again.p == first.p


def test_nothing_after_the_date_is_used() -> None:
    values, days = planted(2.0)
    spoilt = values.copy()
    spoilt[600:] = 9999
    cut = [retaliation(panel(raids=each), war(days), as_of=day(599)) for each in (values, spoilt)]
    assert cut[0] == cut[1]
    assert not any(each > f"made-up:strike:XSO:{day(599)}" for each in cut[0].evidence)


def test_two_sides_are_fitted_together_and_never_decide() -> None:
    ratios = np.array([[0.3, 0.3], [0.0, 0.3]])
    rng = np.random.default_rng(1)
    times, marks = branching(np.full(2, 1.5), ratios, np.full(2, 0.33), 900.0, rng)
    counts = [np.bincount(times[marks == k].astype(int), minlength=900) for k in (0, 1)]
    made = war((100, 200, 300, 400, 500, 600), described("a"), described("b", "XSO"))
    found = retaliation(panel(a=counts[0], b=counts[1]), made)
    there = estimate(found, "one attack by Sorland goes with attacks by Norland")
    back = estimate(found, "one attack by Norland goes with attacks by Sorland")
    assert there.value is not None
    assert back.value is not None
    assert there.value > back.value + 0.1
    assert all("descriptive" in (each.method or "") for each in (there, back))
    lag = estimate(found, "mean delay of what Norland's attacks follow")
    assert lag.value == pytest.approx(3.0, abs=1.5)
    led = estimate(found, "lead–lag asymmetry: Sorland after Norland")
    assert led.value is not None
    assert led.value < 0
    assert any("Lead–lag and Hawkes are descriptive" in each for each in found.limits)
    assert "one-sided" not in found.statement
    # What is descriptive moves no verdict: without it, the first series says the same.
    alone = retaliation(panel(a=counts[0]), made)
    assert estimate(alone, "a: 7 days after symbolic") == estimate(
        found, "a: 7 days after symbolic"
    )


def test_two_events_in_one_instant_or_a_side_that_never_attacks_are_no_crash() -> None:
    days = (100, 200, 300, 400, 500)
    made = war(days, described("a"), described("b", "XSO"))
    quiet, busy = np.zeros(600), np.full(600, 2.0)
    for one, two in ((quiet, busy), (busy, quiet), (quiet, quiet), (busy, busy)):
        found = retaliation(panel(a=one, b=two), made)
        assert found.verdict == "cannot say"
        assert found.limits
    once = quiet.copy()
    once[50] = 1
    assert retaliation(panel(a=once, b=once), made).verdict == "cannot say"


GOOD = pl.DataFrame({"date": [FIRST, day(1)], "series": ["raids"] * 2, "value": [1.0, 2.0]})


@pytest.mark.parametrize(
    ("frame", "why"),
    [
        (GOOD.drop("value"), "lacks value"),
        (3, "is a int"),
        (GOOD.clear(), "no rows"),
        (GOOD.with_columns(value=pl.lit(None, pl.Float64)), "no rows"),
        (pl.concat([GOOD, GOOD]), "two rows of 2030-01-01"),
        (GOOD.with_columns(value=-pl.col("value")), "negative"),
        (GOOD.with_columns(date=pl.lit("soon")), "cannot be read"),
        (GOOD.with_columns(series=pl.lit("else")), "no daily series holds"),
        (GOOD.head(1), "two are needed"),
    ],
)
def test_bad_input_is_a_cannot_say_with_the_reason(frame: pl.DataFrame, why: str) -> None:
    for other in (None, frame):
        found = retaliation(frame, war((1,)), other_dating=other)
        assert (found.verdict, found.claim != "") == ("cannot say", True)
        assert why in found.statement


def test_a_series_of_nobody_in_particular_is_not_used() -> None:
    values, days = planted(2.0)
    found = retaliation(panel(raids=values), war(days, described(side=None)))
    assert found.verdict == "cannot say"
    assert "does not say whose attacks" in found.statement


def test_lists_alone_give_lags_and_no_verdict() -> None:
    made = war(tuple(range(0, 800, 80)))
    back = tuple(replace(each, side="XNO", date=each.date + timedelta(days=9))
                 for each in made.strikes)  # fmt: skip
    made = replace(made, strikes=made.strikes + back, series=())
    found = retaliation(GOOD, made, as_of=day(900))
    assert estimate(found, "Norland's next listed strike: median days after a").value == 9.0
    assert found.verdict == "cannot say"
