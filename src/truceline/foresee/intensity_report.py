"""The backtest of forecast deaths in tables: every method beside a country's last twelve months."""

from collections.abc import Sequence

import numpy as np

from truceline.foresee.country_months import CountryMonths
from truceline.foresee.intensity import OURS
from truceline.foresee.intensity_backtest import YEARS, Scores, backtest, gap, ratio
from truceline.terms.backtests import BacktestReport, ScoreRow, ScoreTable

LUMP = "ETH"  # two months of Ethiopia hold 115,738 and 159,566 deaths that nobody could forecast
TERMS = (
    "deaths in each month of a year, from the months up to October of the year before; mean CRPS, "
    "lower is better"
)
LIMITS = (
    "Deaths as the record of 2025 has them: what was known in each October was less and other.",
    (
        "Which features and weights were chosen by the scores of 1998 to 2017, with those of the "
        "test years in sight: scores of years to come will be somewhat worse."
    ),
    (
        "No forecast here foresees a war that nothing announced: of the score without Ethiopia, "
        "the first year of the full-scale war in Ukraine alone is a good part, for every method."
    ),
    "Intervals draw countries and years anew, both with replacement; six years are few.",
    (
        "The ViEWS challenge scored deaths in state-based fighting of 191 countries; here it is "
        "all organised violence, so that ratios compare roughly and levels do not."
    ),
)


def report(
    months: CountryMonths, wider: CountryMonths, *, seed: int, version: str,
    years: Sequence[int] = YEARS,
) -> BacktestReport:  # fmt: skip
    """Return the tables of the backtest.

    Parameters
    ----------
    months : CountryMonths
        Countries that the dataset lists.
    wider : CountryMonths
        The same with every other state added as zeros.
    seed : int
        Of the intervals.
    version : str
        Of truceline.
    years : sequence of int
        Test years.

    Returns
    -------
    BacktestReport
        Without Ethiopia first, on deaths and on their logarithm; then with it; then with all
        states.

    Raises
    ------
    BadInput
        If a test year is not in the table.
    TooFewData
        If the months before the first test year are too few.
    """
    plain, logged = backtest(months, years=years)
    all_plain, all_logged = backtest(wider, years=years)
    rng = np.random.default_rng(seed)
    asked = (
        (plain.without(LUMP), f"without Ethiopia, {len(months.countries) - 1} countries"),
        (logged.without(LUMP), f"without Ethiopia, {len(months.countries) - 1} countries"),
        (plain, f"with Ethiopia, {len(months.countries)} countries"),
        (logged, f"with Ethiopia, {len(months.countries)} countries"),
        (all_plain, f"all {len(wider.countries)} states, those never listed as zeros"),
        (all_logged, f"all {len(wider.countries)} states, those never listed as zeros"),
    )
    return BacktestReport(
        question="intensity", version=version, seed=seed, terms=TERMS,
        tables=tuple(_table(scores, which, rng) for scores, which in asked),
        reliability=(), limits=LIMITS,
    )  # fmt: skip


def _table(scores: Scores, which: str, rng: np.random.Generator) -> ScoreTable:
    """Every method's score, and how much better ours is."""
    found = ratio(scores, OURS, rng=rng)
    rows = tuple(
        ScoreRow(
            name,
            {"CRPS": scores.mean(name)},
            {} if name == OURS else {"CRPS": gap(scores, OURS, name, rng=rng)},
        )
        for name in scores.by_method
    )
    worst = list(scores.by_country(OURS).items())[:4]
    told = ", ".join(f"{code} {part:.3g}" for code, part in worst)
    return ScoreTable(
        title=f"CRPS of {scores.scale}, {which}", ours=OURS,
        forecasts=12 * scores.by_method[OURS].size, clusters=len(scores.countries),
        first=min(scores.years), last=max(scores.years), came=None, rows=rows,
        note=(
            f"Ours over own last 12 months: {found.value:.3f} ({found.low:.3f} to "
            f"{found.high:.3f}). Of ours come from: {told}."
        ),
    )  # fmt: skip
