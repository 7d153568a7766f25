"""The tables of the forecast of deaths, on a table small enough to check."""

import numpy as np

from truceline.foresee.country_months import CountryMonths
from truceline.foresee.intensity import BASELINE, OURS
from truceline.foresee.intensity_report import report

MONTHS = tuple(f"{year}-{month:02d}" for year in range(2010, 2019) for month in range(1, 13))


def table(*countries: str) -> CountryMonths:
    rng = np.random.default_rng(9)
    deaths = rng.poisson(8.0, size=(len(countries), len(MONTHS))).astype(float)
    return CountryMonths(countries, MONTHS, deaths)


def test_every_method_stands_in_every_table_and_ours_has_no_gap_to_itself() -> None:
    small, wide = table("AAA", "BBB", "ETH"), table("AAA", "BBB", "CCC", "ETH")
    found = report(small, wide, seed=1, version="x", years=[2018])
    assert [each.clusters for each in found.tables] == [2, 2, 3, 3, 4, 4]
    for each in found.tables:
        rows = {row.name: row for row in each.rows}
        assert set(rows) == {OURS, BASELINE, "last value", "exactly zero"}
        assert not rows[OURS].gaps
        gap = rows[BASELINE].gaps["CRPS"]
        wanted = rows[OURS].scores["CRPS"] - rows[BASELINE].scores["CRPS"]
        assert np.isclose(gap.value, wanted)
        assert gap.low <= gap.value <= gap.high


def test_the_same_seed_gives_the_same_report() -> None:
    small = table("AAA", "BBB", "ETH")
    one, two = (report(small, small, seed=3, version="x", years=[2018]) for _ in range(2))
    assert one == two
