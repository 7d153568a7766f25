"""Checks of `retaliation`: what fails, what does not decide, and what the calibration says."""

from datetime import date, timedelta
from types import MappingProxyType

import numpy as np
import pytest

from truceline.measure import retaliation_checks
from truceline.measure.daily import Daily
from truceline.measure.hawkes_days import DayFit, Number
from truceline.measure.replies import Asking, replied
from truceline.measure.retaliation_checks import calibrated, checks, hawkes_check
from truceline.simulate.strike_cases import TWELVE, strike_case
from truceline.terms.results import Check
from truceline.terms.wars import Series, Strike

FIRST = date(2030, 1, 1)
SERIES = Series(name="raids", file="", unit="raids a day", side="XNO", holds="attacks")


def made(ratio: float, many: int = 12, rise: float = 1.0) -> dict[str, Check]:
    drawn = strike_case(TWELVE, np.random.default_rng(1), ratio=ratio)
    values = drawn.values.copy()
    for day in drawn.strikes:
        values[day - 7 : day] *= rise
    strikes = tuple(
        Strike(date=FIRST + timedelta(days=each), side="XSO", what="x", symbolic=True)
        for each in drawn.strikes[:many]
    )
    asking = Asking(strikes, (), FIRST + timedelta(days=2000))
    found = checks(replied(SERIES, Daily("raids", FIRST, values, 900), asking))
    assert all(each.detail.startswith("raids: ") for each in found)
    return {each.name: each for each in found}


def test_a_firm_reply_passes_what_decides() -> None:
    found = made(2.0)
    assert found["at least five clusters of strikes"].passed
    assert found["survives leaving out each cluster"].passed
    assert found["no rise in the 7 days before strikes"].passed
    assert found["false-positive rate on placebo calendars"].passed
    assert found["survives leaving out strikes near talks"].passed
    assert found["smallest rise found with 80 % power"].passed is None
    assert found["days without a report"].detail.startswith(
        "raids: 0 of 900 days of the series have none"
    )
    assert "breaks the pattern" in found["what would flip it"].detail


def test_few_clusters_and_a_rise_before_fail() -> None:
    assert not made(2.0, many=4)["at least five clusters of strikes"].passed
    assert "1 more cluster of strikes" in made(2.0, many=4)["what would flip it"].detail
    assert not made(1.0, rise=3.0)["no rise in the 7 days before strikes"].passed


def test_without_strikes_checks_say_why_they_could_not_be_made() -> None:
    found = made(1.0, many=0)
    assert "could not be made" in found["no rise in the 7 days before strikes"].detail
    assert "a test at all" in found["what would flip it"].detail


def test_a_size_that_leaves_its_range_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = {"a": (0.05, 0.04, 0.06), "b": (0.09, 0.08, 0.1), "c": (0.02, 0.01, 0.03)}
    monkeypatch.setattr(retaliation_checks, "SIZES", MappingProxyType(sizes))
    found = calibrated()
    assert not found.passed
    assert found.detail == (
        "not calibrated there: b (0.090, more than nominal); c (0.020, fewer than nominal)"
    )
    monkeypatch.setattr(retaliation_checks, "SIZES", MappingProxyType({"a": sizes["a"]}))
    assert calibrated().passed
    monkeypatch.setattr(retaliation_checks, "SIZES", MappingProxyType({}))
    assert calibrated().passed is None


def test_a_fit_that_does_not_describe_its_events_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        retaliation_checks, "BIAS", MappingProxyType({0.5: (0.2, 0.3), 4.0: (0.2, 0.21)})
    )
    number = Number(1.0, None, None)
    rows = ((number, number), (number, number))
    good, bad, lost = (
        hawkes_check(DayFit(FIRST, FIRST, 1, 1, (9, 9), rows, (number, number), p, 0, converged))
        for p, converged in ((0.4, True), (0.01, True), (0.4, False))
    )
    assert (good.passed, bad.passed, lost.passed) == (True, False, False)
    assert "day bins turn a cross term of .20 into 0.30" in good.detail
    assert "did not converge" in lost.detail
