"""One series, asked everything."""

from datetime import date, timedelta

import numpy as np

from truceline.measure.daily import Daily
from truceline.measure.one_series import Ask, asked, context, regime_days
from truceline.measure.why import why_not
from truceline.simulate.cases import TWELVE, case
from truceline.terms.wars import Round, Series

FIRST = date(2030, 1, 1)
SERIES = Series(name="raids", file="raids.csv", unit="raids a day", side="XNO", holds="attacks")


def ask(starts: tuple[int, ...], other: tuple[Daily, ...] = ()) -> Ask:
    days = [FIRST + timedelta(days=each) for each in starts]
    rounds = tuple(Round(start=each, end=each) for each in days)
    return Ask(rounds, FIRST + timedelta(days=5_000), other)


def test_leaving_out_names_each_cluster_once() -> None:
    made = case(TWELVE, np.random.default_rng(1), ratio=2.0)
    found = asked(SERIES, Daily("raids", FIRST, made.values, 900), ask(made.starts))
    assert [each.cluster for each in found.omitted] == [
        FIRST + timedelta(days=each) for each in made.starts
    ]
    assert {each.verdict for each in found.omitted} == {"supported"}
    assert (found.verdict, found.reason) == ("supported", "")


def test_the_other_dating_is_found_by_the_name_of_the_series() -> None:
    made = case(TWELVE, np.random.default_rng(1), ratio=2.0)
    daily = Daily("raids", FIRST, made.values, 900)
    stranger = Daily("shells", FIRST, made.values[::-1].copy(), 900)
    found = asked(SERIES, daily, ask(made.starts, other=(stranger, daily)))
    assert found.other is not None
    assert found.other.ratio == found.primary.ratio


def test_context_is_never_judged() -> None:
    made = case(TWELVE, np.random.default_rng(1), ratio=3.0)
    found = context(SERIES, Daily("raids", FIRST, made.values, 900), ask(made.starts))
    assert found.primary.low is not None
    assert found.primary.low > 1
    assert found.verdict == "cannot say"
    assert found.secondary == ()


def test_why_not_counts_the_rounds_left_out_by_reason() -> None:
    values = np.random.default_rng(1).poisson(9, 300).astype(float)
    values[110:119] = np.nan
    found = asked(SERIES, Daily("raids", FIRST, values, 291), ask((5, 120)))
    assert why_not(found.primary) == (
        "no round of talks can be used: 1 outside the series or its regime, 1 with too few "
        "reported days"
    )


def test_regimes_become_days_of_the_series() -> None:
    series = Series(name="x", file="", unit="", regime=((FIRST, FIRST + timedelta(days=9)),))
    later = Daily("x", FIRST + timedelta(days=2), np.ones(9), 9)
    assert regime_days(series, later) == ((-2, 7),)
