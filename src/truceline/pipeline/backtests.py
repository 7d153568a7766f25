"""What forecasts would have said at past dates, scored; and what became of those archived."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from truceline import __version__
from truceline.foresee import intensity_report
from truceline.foresee.backtest import backtest
from truceline.foresee.country_months import country_months
from truceline.foresee.past import DEFAULT
from truceline.foresee.scored import scored
from truceline.foresee.summary import report
from truceline.pipeline import ask
from truceline.pipeline.past_records import past_records
from truceline.read import country_months as read_months
from truceline.record import forecasts
from truceline.record.store import Store
from truceline.terms.backtests import BacktestReport
from truceline.terms.countries import STATES
from truceline.terms.errors import BadInput
from truceline.terms.forecasts import Outcome

SEED = 20250607


def outlook(*, seed: int = SEED) -> BacktestReport:
    """Return the backtest of the outlook on all past wars.

    Parameters
    ----------
    seed : int
        Of the intervals.

    Returns
    -------
    BacktestReport
        Up to the last day that the table of past wars was followed.
    """
    found = past_records()
    until = max(each.last for each in found.pasts)
    made = backtest(found.pasts, DEFAULT, until=until)
    return report(made, DEFAULT, seed=seed, version=f"truceline {__version__}")


def intensity(*, seed: int = SEED) -> BacktestReport:
    """Return the backtest of forecast deaths by country and month.

    Parameters
    ----------
    seed : int
        Of the intervals.

    Returns
    -------
    BacktestReport
        Of the test years 2018 to 2023.
    """
    frame = read_months.load()
    months = country_months(frame)
    return intensity_report.report(
        months, country_months(frame, zeros=STATES), seed=seed, version=f"truceline {__version__}"
    )


BACKTESTS: dict[str, Callable[[], BacktestReport]] = {"outlook": outlook, "intensity": intensity}
"""The questions that are forecasts, each with its backtest."""


def run(question: str) -> BacktestReport:
    """Return the backtest of a question.

    Parameters
    ----------
    question : str
        One of BACKTESTS.

    Returns
    -------
    BacktestReport
        Tables of scores.

    Raises
    ------
    BadInput
        If the question is no forecast.
    """
    if question not in BACKTESTS:
        raise BadInput(f"{question} is no forecast; a backtest is made of: {', '.join(BACKTESTS)}")
    return BACKTESTS[question]()


def archived(store: Path, question: str, war: str, *, as_of: date | None) -> tuple[Outcome, ...]:
    """Return the scores of a store's archived forecasts of a war whose day has passed.

    Parameters
    ----------
    store : Path
        The store.
    question : str
        Of which question.
    war : str
        A built-in war or a folder.
    as_of : date or None
        The war's record is known up to this day; by default its last date.

    Returns
    -------
    tuple of Outcome
        In the order in which they were archived.
    """
    record = ask.load(war)
    kept = forecasts.kept(Store(store), question)
    return scored(kept, record.war, as_of=as_of or record.last())


def outcome_rows(found: tuple[Outcome, ...]) -> list[dict[str, object]]:
    """Return scored forecasts as flat rows, for JSON and tables.

    Parameters
    ----------
    found : tuple of Outcome
        Scored.

    Returns
    -------
    list of dict
        The forecast's fields, whether it came, and its scores.
    """
    return [
        {**asdict(each.forecast), "came": each.came, "brier": each.brier, "log": each.log}
        for each in found
    ]
