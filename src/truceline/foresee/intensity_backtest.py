"""The forecast of deaths at past dates, scored beside its baselines.

Each test year is forecast from the deaths up to October of the year before, all twelve months at
once, as in the ViEWS prediction challenge.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.random import Generator

from truceline.foresee.country_months import CountryMonths
from truceline.foresee.intensity import BASELINE, METHODS
from truceline.foresee.score import crps
from truceline.measure.laid import Floats
from truceline.terms.backtests import Gap
from truceline.terms.errors import BadInput
from truceline.terms.results import Estimate

YEARS = tuple(range(2018, 2024))
AHEAD = np.arange(3, 15)  # January to December, seen from October of the year before
LEVEL = 0.95
DRAWS = 2000
Scale = Literal["deaths", "log(1 + deaths)"]


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Mean CRPS of each method, one row a test year and one column a country."""

    countries: tuple[str, ...]
    years: tuple[int, ...]
    by_method: Mapping[str, Floats]
    scale: Scale

    def without(self, country: str) -> "Scores":
        """Return the scores of all other countries."""
        keep = np.array([each != country for each in self.countries])
        return Scores(
            tuple(each for each in self.countries if each != country),
            self.years,
            {name: scores[:, keep] for name, scores in self.by_method.items()},
            self.scale,
        )

    def mean(self, method: str) -> float:
        """Return the mean over countries and years."""
        return float(self.by_method[method].mean())

    def by_country(self, method: str) -> dict[str, float]:
        """Return what each country adds to the mean, worst first."""
        part = self.by_method[method].mean(axis=0) / len(self.countries)
        order = np.argsort(-part, kind="stable")
        return {self.countries[at]: float(part[at]) for at in order}


def backtest(
    months: CountryMonths, *, years: Sequence[int] = YEARS, methods: Sequence[str] = tuple(METHODS)
) -> tuple[Scores, Scores]:
    """Return how every method would have scored, on deaths and on their logarithm.

    Parameters
    ----------
    months : CountryMonths
        Deaths; a forecast sees them up to October of the year before only.
    years : sequence of int
        Test years, each wholly in the table.
    methods : sequence of str
        Names in `intensity.METHODS`.

    Returns
    -------
    tuple of Scores
        CRPS of deaths, and of log(1 + deaths), in which small wars weigh as much as large ones.

    Raises
    ------
    BadInput
        If no year is given, or a year is not in the table.
    TooFewData
        If the deaths before the first test year are too few to learn from.

    References
    ----------
    Hegre, H. et al. (2025). The 2023/24 VIEWS prediction challenge. *Journal of Peace Research*.
    """
    if not years:
        raise BadInput("no test year is given; give at least one, such as 2018")
    plain: dict[str, list[Floats]] = {name: [] for name in methods}
    logged: dict[str, list[Floats]] = {name: [] for name in methods}
    for year in years:
        seen, came = months.until(f"{year - 1}-10"), months.year(year)
        for name in methods:
            samples = METHODS[name](seen, AHEAD)
            plain[name].append(crps(samples, came).mean(axis=1))
            logged[name].append(crps(np.log1p(samples), np.log1p(came)).mean(axis=1))
    return (
        Scores(months.countries, tuple(years), _stacked(plain), "deaths"),
        Scores(months.countries, tuple(years), _stacked(logged), "log(1 + deaths)"),
    )


def ratio(scores: Scores, ours: str, *, rng: Generator, draws: int = DRAWS) -> Estimate:
    """Return our mean score over that of the country's own last twelve months.

    Parameters
    ----------
    scores : Scores
        With both methods.
    ours : str
        The method above the line.
    rng : numpy.random.Generator
        Chance, from the caller.
    draws : int, default 2000
        Bootstrap samples.

    Returns
    -------
    Estimate
        Below 1 ours is better. The interval resamples countries and years, both with replacement.

    Raises
    ------
    BadInput
        If a method was not scored, or the baseline was never wrong.

    Notes
    -----
    Six years are few clusters, so the interval is a rough one.
    """
    missing = {ours, BASELINE} - set(scores.by_method)
    if missing:
        raise BadInput(f"{min(missing)} was not scored; score it together with {BASELINE}")
    above, below = scores.by_method[ours], scores.by_method[BASELINE]
    if not below.sum() > 0:
        raise BadInput(f"{BASELINE} scores 0 everywhere: there is nothing to compare with")
    shape = above.shape
    top, bottom = _drawn((above, below), rng, draws)
    low, high = _ends(top[bottom > 0] / bottom[bottom > 0])
    return Estimate(
        name=f"CRPS of {scores.scale}, {ours} over {BASELINE}",
        value=float(above.sum() / below.sum()),
        low=low,
        high=high,
        level=LEVEL,
        measured_in="ratio",
        n=shape[0] * shape[1],
        method=f"bootstrap of {shape[1]} countries and {shape[0]} years, {draws} draws",
    )


def gap(scores: Scores, ours: str, theirs: str, *, rng: Generator, draws: int = DRAWS) -> Gap:
    """Return how much better one method scores than another.

    Parameters
    ----------
    scores : Scores
        With both methods.
    ours, theirs : str
        Two methods.
    rng : numpy.random.Generator
        Chance, from the caller.
    draws : int, default 2000
        Bootstrap samples.

    Returns
    -------
    Gap
        Mean of ours less theirs; the interval resamples countries and years.
    """
    less = scores.by_method[ours] - scores.by_method[theirs]
    [made] = _drawn((less,), rng, draws)
    low, high = _ends(made / less.size)
    return Gap(float(less.mean()), low, high, less.shape[1])


def _drawn(tables: Sequence[Floats], rng: Generator, draws: int) -> list[Floats]:
    """Sums of tables over countries and years drawn anew, the same for each table."""
    years, countries = tables[0].shape
    year = rng.multinomial(years, np.full(years, 1 / years), size=draws)
    country = rng.multinomial(countries, np.full(countries, 1 / countries), size=draws)
    return [np.einsum("dy,yc,dc->d", year, each, country, optimize=True) for each in tables]


def _ends(made: Floats) -> tuple[float, float]:
    low, high = np.quantile(made, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return float(low), float(high)


def _stacked(by_method: dict[str, list[Floats]]) -> dict[str, Floats]:
    return {name: np.array(rows) for name, rows in by_method.items()}
