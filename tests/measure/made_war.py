"""A small made-up war for the measures of front and phases, in memory."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from truceline.measure.laid import Floats
from truceline.terms.wars import Series, Side, War

START = date(2024, 1, 1)
SIDES = (Side(code="A", name="Aland"), Side(code="B", name="Bland"))


def war(*series: Series) -> War:
    return War(folder="made", name="Made", start=START, sides=SIDES, series=series)


def series(name: str, holds: str, **more: object) -> Series:
    unit = {"area": "km2 held", "attacks": "raids a day"}.get(holds, "persons a day")
    given: dict[str, object] = {"file": "", "unit": unit, "side": "A", "reported_by": "us", **more}
    return Series(name=name, holds=holds, **given)  # type: ignore[arg-type]


def panel(**values: Floats) -> pl.DataFrame:
    frames = [
        pl.DataFrame({
            "series": [name] * each.size,
            "date": [START + timedelta(days=day) for day in range(each.size)],
            "value": each,
        })
        for name, each in values.items()
    ]  # fmt: skip
    return pl.concat(frames).with_columns(pl.col("value").fill_nan(None)).drop_nulls("value")


def steps(*levels: tuple[float, int], seed: int = 1) -> Floats:
    """Negative-binomial counts at levels that last so many days."""
    rng = np.random.default_rng(seed)
    made = [rng.negative_binomial(20, 20 / (20 + mean), days) for mean, days in levels]
    return np.concatenate(made).astype(np.float64)


def held(*paces: tuple[float, int], seed: int = 2) -> Floats:
    """Area held that grows by so much a day."""
    return 1000 + np.cumsum(steps(*paces, seed=seed))
