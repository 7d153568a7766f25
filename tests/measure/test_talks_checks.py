"""The checks of `talks`: each passes and fails where it should."""

from datetime import date, timedelta

import numpy as np
import pytest

from truceline.measure.daily import Daily
from truceline.measure.one_series import Ask, Found, asked
from truceline.measure.talks_checks import checks, left_out, rounds_used
from truceline.simulate.cases import TWELVE, Case, case
from truceline.terms.results import Check
from truceline.terms.wars import Round, Series

FIRST = date(2030, 1, 1)
SERIES = Series(name="raids", file="raids.csv", unit="raids a day", side="XNO", holds="attacks")


def drawn(ratio: float = 1.0) -> Case:
    return case(TWELVE, np.random.default_rng(1), ratio=ratio)


def found(made: Case, *extra: int) -> Found:
    days = [FIRST + timedelta(days=each) for each in (*made.starts, *extra)]
    rounds = tuple(Round(start=each, end=each) for each in days)
    daily = Daily("raids", FIRST, made.values, int(np.isfinite(made.values).sum()))
    return asked(SERIES, daily, Ask(rounds, FIRST + timedelta(days=5_000)))


def by_name(made: Found) -> dict[str, Check]:
    return {each.name: each for each in checks(made)}


def test_they_are_ten_and_name_their_series() -> None:
    made = checks(found(drawn()))
    assert [each.name for each in made] == [
        "at least five clusters of rounds", "survives leaving out each cluster",
        "survives the other dating of overnight attacks",
        "which rounds count", "false-positive rate on placebo calendars",
        "smallest rise found with 80 % power",
        "inside a declared regime", "days without a report", "share of attacks on cities",
        "what would flip it",
    ]  # fmt: skip
    assert all(each.detail.startswith("raids: ") for each in made)


def test_a_placebo_rate_well_above_nominal_fails() -> None:
    made = found(drawn())
    share = made.placebo
    assert share is not None
    assert by_name(made)["false-positive rate on placebo calendars"].passed is (share.low <= 0.05)


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_what_would_flip_it_names_the_ends_that_are_open(ratio: float) -> None:
    made = found(drawn(ratio))
    detail = by_name(made)["what would flip it"].detail
    low, high = made.primary.low, made.primary.high
    assert low is not None
    assert high is not None
    assert ("for supported" in detail) is (low <= 1)
    assert ("for contradicted" in detail) is (high >= 1.25)


def test_rounds_left_out_are_named_with_their_reason() -> None:
    made = found(drawn(), 3, 2_000)
    assert left_out(made) == (
        f"{FIRST + timedelta(days=3)}, {FIRST + timedelta(days=2_000)} (window or baseline outside "
        "the series or its regime)"
    )
    assert rounds_used(made).dates == tuple(FIRST + timedelta(days=each) for each in drawn().starts)


def test_which_rounds_count_is_judged_on_the_other_calendars() -> None:
    made = by_name(found(drawn(2.0)))["which rounds count"]
    assert made.passed is True
    assert "the interval over every round says supported" in made.detail
    assert "rounds held only" in made.detail
    assert "direct rounds only" not in made.detail


def test_the_share_on_cities_cannot_be_said_without_such_a_part_and_is_given_with_one() -> None:
    made = drawn()
    assert by_name(found(made))["share of attacks on cities"].detail == (
        "raids: cannot say: no part of the series holds attacks on cities (it has no parts), and "
        "there are not sixty days of coded reports with places"
    )
    days = [FIRST + timedelta(days=each) for each in made.starts]
    rounds = tuple(Round(start=each, end=each) for each in days)
    daily = Daily("raids", FIRST, made.values, 900)
    half = np.random.default_rng(2).binomial(made.values.astype(int), 0.5).astype(float)
    part = (
        Series(name="raids_on_cities", file="", unit="raids a day", side="XNO"),
        Daily("raids_on_cities", FIRST, half, 900),
    )
    asked_of = asked(SERIES, daily, Ask(rounds, FIRST + timedelta(days=5_000)), [part])
    detail = by_name(asked_of)["share of attacks on cities"].detail
    assert detail.startswith("raids: ratio of shares in the 7 days before: raids_on_cities 1.0")
    assert asked_of.parts[0].adjusted is not None
