"""Bars: the baselines' published scores, and ours below them."""

import csv
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from truceline.foresee.country_months import CountryMonths, country_months
from truceline.foresee.intensity import BASELINE, OURS
from truceline.foresee.intensity_backtest import Scores, backtest, ratio
from truceline.read.country_months import load
from truceline.terms.errors import BadInput

RAW = Path(__file__).resolve().parents[3] / "shared/data/ucdp/derived_ucdp_panel.csv"


@cache
def months() -> CountryMonths:
    return country_months(load())


@cache
def scored() -> tuple[Scores, Scores]:
    return backtest(months())


def test_baselines_score_what_was_published_for_this_table() -> None:
    deaths, _ = backtest(months(), methods=[BASELINE, "exactly zero"])
    assert round(deaths.mean(BASELINE), 1) == 85.1
    assert round(deaths.mean("exactly zero"), 1) == 110.4
    assert round(deaths.without("ETH").mean(BASELINE), 1) == 48.6


def test_the_baseline_equals_a_slow_twin_over_the_raw_file() -> None:
    if not RAW.exists():
        pytest.skip(f"{RAW} is not here")
    with RAW.open(encoding="utf-8", newline="") as file:
        raw = {
            (row["country_iso3"], row["year_month"]): float(row["ucdp_fatalities_best"])
            for row in csv.DictReader(file)
        }
    found, _ = backtest(months(), years=[2020], methods=[BASELINE])
    for at, code in enumerate(found.countries[:40]):
        before = [(2018, 11), (2018, 12)] + [(2019, month) for month in range(1, 11)]
        own = [raw[code, f"{year}-{month:02d}"] for year, month in before]
        spread = sum(abs(a - b) for a in own for b in own) / 2 / 12**2
        each = [
            sum(abs(a - raw[code, f"2020-{month:02d}"]) for a in own) / 12 - spread
            for month in range(1, 13)
        ]
        assert np.isclose(found.by_method[BASELINE][0, at], sum(each) / 12)


@pytest.mark.slow
def test_ours_is_better_than_a_country_s_own_last_twelve_months() -> None:
    deaths, logs = (each.without("ETH") for each in scored())
    found = ratio(deaths, OURS, rng=np.random.default_rng(20261126))
    assert found.value is not None
    assert found.high is not None
    assert found.value <= 0.93
    assert found.high < 1
    assert logs.mean(OURS) / logs.mean(BASELINE) <= 0.97


@pytest.mark.slow
def test_nothing_after_october_is_used() -> None:
    table = months()
    cut = table.months.index("2019-10") + 1
    shuffled = table.deaths.copy()
    np.random.default_rng(1).shuffle(shuffled[:, cut:].T)
    other = CountryMonths(table.countries, table.months, shuffled)
    assert np.array_equal(other.until("2019-10"), table.until("2019-10"))
    one, _ = backtest(table, years=[2020], methods=[OURS])
    moved = CountryMonths(
        table.countries,
        table.months,
        np.hstack([table.deaths[:, : cut + 14], shuffled[:, cut + 14 :]]),
    )
    two, _ = backtest(moved, years=[2020], methods=[OURS])
    assert np.array_equal(one.by_method[OURS], two.by_method[OURS])


def test_states_without_a_death_add_nothing_but_countries() -> None:
    added = country_months(load(), zeros=["ISL", "NZL"])
    with_zeros, _ = backtest(added, years=[2018], methods=[BASELINE])
    without, _ = backtest(months(), years=[2018], methods=[BASELINE])
    assert np.isclose(with_zeros.mean(BASELINE) * 125, without.mean(BASELINE) * 123)


def test_an_interval_that_knows_no_difference_holds_one() -> None:
    rng = np.random.default_rng(2)
    noise = {name: rng.exponential(size=(6, 50)) for name in (OURS, BASELINE)}
    found = ratio(
        Scores(tuple(map(str, range(50))), tuple(range(6)), noise, "deaths"), OURS, rng=rng
    )
    assert found.low is not None
    assert found.high is not None
    assert found.low < 1 < found.high


def test_what_cannot_be_compared_is_said() -> None:
    nothing = pl.DataFrame(
        {"country": ["AAA"] * 36, "month": [f"{y}-{m:02d}" for y in (2016, 2017, 2018)
                                            for m in range(1, 13)], "deaths": [0.0] * 36}
    )  # fmt: skip
    found, _ = backtest(country_months(nothing), years=[2018], methods=[BASELINE, "exactly zero"])
    rng = np.random.default_rng(1)
    with pytest.raises(BadInput, match="truceline was not scored"):
        ratio(found, OURS, rng=rng)
    with pytest.raises(BadInput, match="nothing to compare with"):
        ratio(found, "exactly zero", rng=rng)
    with pytest.raises(BadInput, match="no test year"):
        backtest(months(), years=[])
