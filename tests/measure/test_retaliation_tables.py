"""Estimates of `retaliation` have all keys, and say why where they have no number."""

from datetime import date

import numpy as np

from truceline.measure.daily import Daily
from truceline.measure.hawkes_days import DayFit, Number
from truceline.measure.lead_lag import LeadLag
from truceline.measure.placebo import wilson
from truceline.measure.replies import Asking, replied
from truceline.measure.reply_lags import Lags
from truceline.measure.retaliation_tables import (
    estimates,
    hawkes_estimates,
    lag_estimates,
    lead_estimate,
)
from truceline.terms.wars import Series

SERIES = Series(name="raids", file="", unit="raids a day", side="XNO", holds="attacks")


def test_without_strikes_every_number_is_absent_with_its_reason() -> None:
    daily = Daily("raids", date(2030, 1, 1), np.arange(99.0), 99)
    found = estimates(replied(SERIES, daily, Asking((), (), date(2031, 1, 1))))
    assert len(found) == 12
    assert all(each.value is None and each.p is None for each in found)
    assert "no strike of the other side lies within the series" in (found[0].method or "")


def test_lags_are_days_beside_their_base_rate() -> None:
    made = Lags("XNO", 7, 4.0, 4.0, None, 20.0, wilson(3, 7), 0.5)
    first, base, form = lag_estimates(made, "Norland")
    assert (first.value, first.low, first.high, first.level) == (4.0, 4.0, None, 0.95)
    assert (base.value, base.measured_in) == (20.0, "days")
    assert (form.value, form.n, form.measured_in) == (3 / 7, 7, "share; 0.50 in its whole list")
    (thin,) = lag_estimates(Lags("XNO", 3), "Norland")
    assert (thin.value, "3 clusters" in (thin.method or "")) == (None, True)
    (none,) = lag_estimates(Lags("XNO", 8), "Norland")
    assert "no strike by it" in (none.method or "")


def test_the_direction_of_a_lead_is_in_its_name() -> None:
    found = lead_estimate(LeadLag(0.1, 0.02, 0.18, 0.01, 20), "Norland", "Sorland")
    assert found.name == "lead–lag asymmetry: Sorland after Norland, less Norland after Sorland"
    assert (found.value, found.low, found.high, found.p, found.n) == (0.1, 0.02, 0.18, 0.01, 20)
    assert lead_estimate(None, "Norland", "Sorland").value is None


def test_a_fit_has_a_row_a_pair_of_sides_and_one_a_side() -> None:
    number, stuck = Number(0.3, 0.1, 0.5), Number(0.0, None, None)
    day = date(2030, 1, 1)
    made = DayFit(day, day, 1, 1, (40, 50), ((number, stuck), (number, number)), (number, number),
                  0.4, 1, converged=True)  # fmt: skip
    found = hawkes_estimates(made, ("Norland", "Sorland"))
    assert [each.name for each in found] == [
        "one attack by Norland goes with own further attacks",
        "one attack by Sorland goes with attacks by Norland",
        "one attack by Norland goes with attacks by Sorland",
        "one attack by Sorland goes with own further attacks",
        "mean delay of what Norland's attacks follow",
        "mean delay of what Sorland's attacks follow",
    ]
    assert (found[1].value, found[1].level, found[1].n) == (0.0, None, 40)
