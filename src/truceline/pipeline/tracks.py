"""Series of a war cut to what a brief shows: the days around a report, the weeks of the war."""

from datetime import date, timedelta

import polars as pl

from truceline.terms.briefs import Track
from truceline.terms.wars import Series, War

_DAYS = timedelta(days=14)
_ENOUGH = 4  # days of a week that must have a report before the week has a mean


def around(war: War, panel: pl.DataFrame, day: date, now: date) -> tuple[Track, ...]:
    """Return every daily series from 14 days before `day` to 14 after, not beyond `now`.

    A day without a report is None. A series that is coarser than daily, or has no report in the
    window, is left out.
    """
    first, last = day - _DAYS, min(day + _DAYS, now)
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    found = []
    for series in war.series:
        rows = _of(series, panel)
        inside = rows.filter(pl.col("date").is_between(first, last))
        if inside.height == 0 or not _daily(rows):
            continue
        by_day = {row["date"]: row for row in inside.iter_rows(named=True)}
        values = {
            key: tuple(by_day[each][key] if each in by_day else None for each in days)
            for key in ("value", "low", "high")
        }
        found.append(
            Track(
                series=series,
                dates=tuple(days),
                values=values["value"],
                low=values["low"],
                high=values["high"],
            )
        )
    return tuple(found)


def weekly(war: War, panel: pl.DataFrame, now: date) -> tuple[Track, ...]:
    """Return the attack series of the war as weekly means per day, up to `now`.

    A week with reports on fewer than four of its days is None; a war without attack series shows
    its deaths instead, month by month.
    """
    attacks = [each for each in war.series if each.holds == "attacks"]
    if attacks:
        return tuple(_by_week(each, _of(each, panel), now) for each in attacks)
    return tuple(
        _as_it_is(each, _of(each, panel), now) for each in war.series if each.holds == "deaths"
    )


def _of(series: Series, panel: pl.DataFrame) -> pl.DataFrame:
    return panel.filter((pl.col("series") == series.name) & pl.col("value").is_not_null()).sort(
        "date"
    )


def _daily(rows: pl.DataFrame) -> bool:
    """Say whether a series has a row on most days rather than once a week or month."""
    gaps = rows["date"].diff().drop_nulls().dt.total_days()
    middle = gaps.median()
    return isinstance(middle, float) and middle <= 1


def _by_week(series: Series, rows: pl.DataFrame, now: date) -> Track:
    weeks = (
        rows.filter(pl.col("date") <= now)
        .group_by_dynamic("date", every="1w")
        .agg(pl.col("value").mean(), pl.len())
        .upsample("date", every="1w")
    )
    values = tuple(
        value if value is not None and count >= _ENOUGH else None
        for value, count in weeks.select("value", "len").rows()
    )
    return Track(series=series, dates=tuple(weeks["date"]), values=values, step="week")


def _as_it_is(series: Series, rows: pl.DataFrame, now: date) -> Track:
    kept = rows.filter(pl.col("date") <= now)
    return Track(
        series=series,
        dates=tuple(kept["date"]),
        values=tuple(kept["value"]),
        low=tuple(kept["low"]),
        high=tuple(kept["high"]),
        step="month",
    )
