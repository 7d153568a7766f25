"""Coded attacks on towns: what counts as one, and a share that rises before talks."""

from datetime import date, timedelta

import numpy as np
import polars as pl
from tests.measure.made_words import SIDES

from truceline.measure.talks import talks
from truceline.measure.town_attacks import NAME, town_attacks
from truceline.terms.wars import Round, Series, War

FIRST = date(2030, 1, 1)
LAST = FIRST + timedelta(days=699)
STARTS = (90, 170, 250, 330, 410, 490, 570, 650)


def events(lift: float = 1.0, seed: int = 1) -> pl.DataFrame:
    rng = np.random.default_rng(seed)
    near = {day for start in STARTS for day in range(start - 7, start)}
    rows: list[tuple[int, int | None]] = []
    for day in range(700):
        share = 0.3 * (lift if day in near else 1.0)
        rows += [(day, 1 if rng.random() < share else 4) for _ in range(rng.poisson(12))]
        rows.append((day, None))
    return pl.DataFrame(
        {
            "source_dataset": ["reports"] * len(rows),
            "type": ["ASSAULT"] * len(rows),
            "status": ["happened"] * len(rows),
            "date_start": [FIRST + timedelta(days=day) for day, _ in rows],
            "side_a": ["XNO"] * len(rows),
            "where_prec": [place for _, place in rows],
        },
        schema_overrides={"where_prec": pl.Int64},
    )


def answer(made: pl.DataFrame | None) -> tuple[dict[str, object], str]:
    rng = np.random.default_rng(3)
    days = [FIRST + timedelta(days=each) for each in range(700)]
    frame = pl.DataFrame({"date": days, "series": "raids", "value": rng.poisson(20, 700) * 1.0})
    war = War(
        folder="x", name="X", start=FIRST, sides=SIDES,
        rounds=tuple(Round(start=days[each], end=days[each]) for each in STARTS),
        series=(Series(name="raids", file="", unit="raids a day", side="XNO", holds="attacks"),),
    )  # fmt: skip
    found = talks(frame, war, events=made)
    shares = {each.name: each for each in found.estimates if NAME in each.name}
    told = next(each.detail for each in found.checks if "share of attacks on cities" in each.name)
    return dict(shares), told


def test_a_share_of_towns_that_doubles_before_talks_is_found() -> None:
    shares, told = answer(events(lift=2.0))
    (found,) = shares.values()
    assert found.low > 1.3  # type: ignore[attr-defined]
    assert found.high < 2.7  # type: ignore[attr-defined]
    assert NAME in told


def test_a_share_that_stays_is_not_and_no_reports_are_said() -> None:
    (found,) = answer(events())[0].values()
    assert found.low < 1 < found.high  # type: ignore[attr-defined]
    shares, told = answer(None)
    assert not shares
    assert told.startswith("raids: cannot say")


def test_only_what_happened_where_it_is_known_counts() -> None:
    made = events().head(2000)
    (found,) = town_attacks(made, SIDES, as_of=LAST)
    known = made.filter(pl.col("where_prec").is_not_null())
    assert np.nansum(found.placed.values) == known.height
    assert np.nansum(found.on_towns.values) == known.filter(pl.col("where_prec") == 1).height
    threatened = made.with_columns(pl.lit("threatened").alias("status"))
    assert town_attacks(threatened, SIDES, as_of=LAST) == ()
    other = made.with_columns(pl.lit("ucdp_ged").alias("source_dataset"))
    assert town_attacks(other, SIDES, as_of=LAST) == ()
    assert town_attacks(made, SIDES, as_of=FIRST + timedelta(days=30)) == ()


def test_a_day_without_a_report_is_missing_and_one_with_other_reports_is_zero() -> None:
    gone = FIRST + timedelta(days=50)
    quiet = FIRST + timedelta(days=51)
    made = events().filter(pl.col("date_start") != gone)
    made = made.filter((pl.col("date_start") != quiet) | pl.col("where_prec").is_null())
    (found,) = town_attacks(made, SIDES, as_of=LAST)
    assert np.isnan(found.placed.values[50])
    assert (found.placed.values[51], found.on_towns.values[51]) == (0.0, 0.0)
