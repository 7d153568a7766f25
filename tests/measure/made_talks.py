"""Made-up panels and wars for the tests of `talks`."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from truceline.simulate.cases import TWELVE, case
from truceline.terms.results import Answer, Check, Estimate
from truceline.terms.wars import Round, RoundStatus, Series, Side, War

FIRST = date(2030, 1, 1)
SIDES = (Side(code="XNO", name="Norland"), Side(code="XSO", name="Sorland"))


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def panel(**series: np.ndarray) -> pl.DataFrame:
    rows = [
        (day(place), name, float(value))
        for name, values in series.items()
        for place, value in enumerate(values)
        if np.isfinite(value)
    ]
    return pl.DataFrame(rows, schema=["date", "series", "value"], orient="row")


def held(*starts: int, status: RoundStatus = "held") -> tuple[Round, ...]:
    return tuple(Round(start=day(each), end=day(each), status=status) for each in starts)


def described(name: str = "raids", holds: str = "attacks", side: str | None = "XNO") -> Series:
    return Series(name=name, file=f"{name}.csv", unit="raids a day", side=side, holds=holds)


def war(rounds: tuple[Round, ...], *series: Series) -> War:
    return War(
        folder="made-up", name="Made up", start=FIRST, sides=SIDES, rounds=rounds,
        series=series or (described(),),
    )  # fmt: skip


def raised(ratio: float, seed: int = 1) -> tuple[np.ndarray, tuple[int, ...]]:
    made = case(TWELVE, np.random.default_rng(seed), ratio=ratio)
    return made.values, made.starts


def estimate(answer: Answer, text: str) -> Estimate:
    return next(each for each in answer.estimates if text in each.name)


def check(answer: Answer, text: str) -> Check:
    return next(each for each in answer.checks if text in each.name)
