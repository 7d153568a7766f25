"""Series cut to what a brief shows."""

from collections.abc import Sequence
from datetime import date, timedelta

import polars as pl

from truceline.pipeline.tracks import around, weekly
from truceline.terms.wars import Series, Side, War

START = date(2024, 1, 1)  # a Monday
DAYS = [START + timedelta(days=step) for step in range(28)]


def war(*series: Series) -> War:
    sides = (Side(code="AAA", name="A"), Side(code="BBB", name="B"))
    return War(folder="w", name="W", start=START, sides=sides, series=series)


def panel(name: str, days: Sequence[date], values: Sequence[float | None]) -> pl.DataFrame:
    return pl.DataFrame(
        {"date": days, "series": name, "value": values, "low": None, "high": None},
        schema_overrides={"value": pl.Float64, "low": pl.Float64, "high": pl.Float64},
    )


LAUNCHES = Series(name="launches", file="a.csv", unit="drones", holds="attacks", side="AAA")
DEATHS = Series(name="deaths", file="b.csv", unit="persons", holds="deaths")


def test_a_week_is_the_mean_of_its_days() -> None:
    (found,) = weekly(
        war(LAUNCHES), panel("launches", DAYS, [float(n) for n in range(28)]), DAYS[-1]
    )
    assert found.values == (3.0, 10.0, 17.0, 24.0)
    assert found.step == "week"


def test_a_week_with_too_few_reports_is_missing_not_low() -> None:
    values: list[float | None] = [1.0] * 7 + [1.0, 1.0, 1.0] + [None] * 4 + [2.0] * 14
    (found,) = weekly(war(LAUNCHES), panel("launches", DAYS, values), DAYS[-1])
    assert found.values == (1.0, None, 2.0, 2.0)


def test_nothing_after_now_is_drawn() -> None:
    (found,) = weekly(war(LAUNCHES), panel("launches", DAYS, [1.0] * 14 + [99.0] * 14), DAYS[13])
    assert found.values == (1.0, 1.0)


def test_a_war_without_attack_series_shows_its_deaths() -> None:
    (found,) = weekly(war(DEATHS), panel("deaths", [DAYS[0], DAYS[20]], [5.0, 6.0]), DAYS[-1])
    assert (found.series, found.values) == (DEATHS, (5.0, 6.0))


def test_the_days_around_a_report_keep_their_gaps() -> None:
    days, values = DAYS[:3] + DAYS[4:], [1.0] * 27
    (found,) = around(war(LAUNCHES), panel("launches", days, values), DAYS[3], DAYS[10])
    assert found.dates[0] == DAYS[3] - timedelta(days=14)
    assert found.dates[-1] == DAYS[10]
    at = dict(zip(found.dates, found.values, strict=True))
    assert (at[DAYS[2]], at[DAYS[3]], at[DAYS[4]]) == (1.0, None, 1.0)


def test_a_monthly_series_is_not_shown_day_by_day() -> None:
    months = [date(2024, month, 1) for month in range(1, 7)]
    assert around(war(DEATHS), panel("deaths", months, [1.0] * 6), months[2], months[5]) == ()
