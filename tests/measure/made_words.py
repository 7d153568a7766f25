"""Made-up wars with words and deeds, for the tests of `balance`."""

from datetime import date, timedelta

import numpy as np
import polars as pl

from truceline.measure.laid import Floats
from truceline.simulate.cases import TWELVE
from truceline.simulate.word_cases import Telling, word_case
from truceline.terms.results import Answer, Check, Estimate
from truceline.terms.wars import Round, Series, Side, Support, Truce, War

FIRST = date(2030, 1, 1)
SIDES = (
    Side(code="XNO", name="Norland", aliases=("Norhaven",)),
    Side(code="XSO", name="Southland"),
)
RAIDS = Series(name="raids", file="", unit="raids a day", side="XNO", holds="attacks")


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def fallen(ratio: float, seed: int = 4) -> tuple[Floats, tuple[int, ...]]:
    """Twelve words in 900 days, after each of which deeds fall to `ratio`."""
    made = word_case(Telling(what="", kind=TWELVE), np.random.default_rng(seed), ratio=ratio)
    return made.values, made.words


def panel(**series: Floats) -> pl.DataFrame:
    parts = [
        pl.DataFrame({
            "date": [day(each) for each in range(len(values))],
            "series": [name] * len(values),
            "value": values,
        }).with_columns(pl.col("value").fill_nan(None))
        for name, values in series.items()
    ]  # fmt: skip
    return pl.concat(parts)


def agreed(*days: int) -> tuple[Round, ...]:
    return tuple(Round(start=day(each), end=day(each), agreed=("a pause",)) for each in days)


def war(
    rounds: tuple[Round, ...] = (), truces: tuple[Truce, ...] = (),
    support: tuple[Support, ...] = (), series: tuple[Series, ...] = (RAIDS,),
) -> War:  # fmt: skip
    return War(
        folder="made-up", name="Made-up war", start=FIRST, sides=SIDES, rounds=rounds,
        truces=truces, support=support, series=series,
    )  # fmt: skip


def estimate(answer: Answer, part: str) -> Estimate:
    (found,) = [each for each in answer.estimates if part in each.name]
    return found


def check(answer: Answer, part: str) -> Check:
    (found,) = [each for each in answer.checks if part in each.name]
    return found


def gdelt(rows: list[tuple[int, str, str, int]]) -> pl.DataFrame:
    """Rows of (day, source, target, quad class), each from a story of its own."""
    return pl.DataFrame(
        {
            "GLOBALEVENTID": list(range(len(rows))),
            "SQLDATE": [int(day(each[0]).strftime("%Y%m%d")) for each in rows],
            "Actor1CountryCode": [each[1] for each in rows],
            "Actor2CountryCode": [each[2] for each in rows],
            "QuadClass": [each[3] for each in rows],
            "SOURCEURL": [f"made-up/{place}" for place in range(len(rows))],
        }
    )


def reported(deeds: Floats, words: tuple[int, ...], other: int = 30) -> pl.DataFrame:
    """Coded deeds of Norland with its words, among other reports."""
    rows = [(place, "XNO", "XSO", 4) for place, n in enumerate(deeds) for _ in range(int(n))]
    rows += [(each, "XNO", "XSO", 1) for each in words]
    rows += [(place, "XSO", "XNO", 3) for place in range(len(deeds)) for _ in range(other)]
    return gdelt(rows)
