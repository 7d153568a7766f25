"""The estimates of `talks`: what each holds, and None where nothing can be said."""

from datetime import date, timedelta

import numpy as np

from truceline.measure.daily import Daily
from truceline.measure.one_series import Ask, Found, asked
from truceline.measure.talks_estimates import estimates, profile
from truceline.simulate.cases import TWELVE, case
from truceline.terms.wars import Round, Series

FIRST = date(2030, 1, 1)
SERIES = Series(name="raids", file="raids.csv", unit="raids a day", side="XNO", holds="attacks")


def found(values: np.ndarray, starts: tuple[int, ...]) -> Found:
    days = [FIRST + timedelta(days=each) for each in starts]
    rounds = tuple(Round(start=each, end=each) for each in days)
    daily = Daily("raids", FIRST, values, len(values))
    return asked(SERIES, daily, Ask(rounds, FIRST + timedelta(days=5_000)))


def test_they_repeat_what_was_tested() -> None:
    made = case(TWELVE, np.random.default_rng(1), ratio=1.5)
    asked_of = found(made.values, made.starts)
    given = {each.name: each for each in estimates(asked_of)}
    first = given["raids: 7 days before, every round announced (primary)"]
    tested = asked_of.primary
    assert (first.value, first.low, first.high, first.p, first.n, first.level) == (
        tested.ratio, tested.low, tested.high, tested.p, 12, 0.95,
    )  # fmt: skip
    assert given["raids: 7 days before, raw ratio"].value == tested.raw
    rate = given["raids: false-positive rate on placebo calendars"]
    assert asked_of.placebo is not None
    assert (rate.value, rate.n) == (asked_of.placebo.value, 400)


def test_where_nothing_was_tested_the_method_says_why() -> None:
    given = estimates(found(np.full(400, 3.0), (150, 250)))
    first = given[0]
    assert (first.value, first.low, first.high, first.level, first.p) == (None,) * 5
    assert first.method == "cannot be estimated: the series does not vary"


def test_an_end_that_is_not_bounded_is_none_with_a_word() -> None:
    values = np.exp(np.random.default_rng(3).normal(0, 1.5, 400))
    given = {each.name: each for each in estimates(found(values, (200,)))}
    wide = [
        each for each in given.values()
        if each.value is not None and each.level and None in (each.low, each.high)
    ]  # fmt: skip
    assert wide
    for each in wide:
        assert each.method is not None
        assert "end not bounded between 1/16 and 16" in each.method


def test_a_profile_without_rounds_is_none() -> None:
    assert profile(found(np.full(400, 3.0), ())) is None
