"""Losses as they are claimed or named: rates and, where it is fair, a ratio of the reports.

Descriptive only. A claim by an opponent and a list of names are both biased, in other ways.
"""

import re
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np

from truceline.measure.block_means import block_ratio
from truceline.measure.daily import Daily, Refused, daily, opened
from truceline.measure.laid import Floats
from truceline.measure.weekly import Weeks, weekly
from truceline.terms.errors import BadInput, TooFewData
from truceline.terms.results import Answer, Check, DataUsed, Estimate
from truceline.terms.wars import Series, War

SEED = 20250604
YEAR = 52  # weeks that a rate looks back
_NAMED = re.compile(r"\bnamed|\bnames\b|obituar|identified", re.IGNORECASE)
_CLAIM = "Losses run at the reported rate"


def increments(totals: Floats) -> tuple[Floats, int]:
    """Return what running totals add a step, and how many falls were left out.

    Parameters
    ----------
    totals : array of float, shape (steps,)
        A running total; missing steps are NaN.

    Returns
    -------
    added : array of float, shape (steps,)
        NaN on the first step, after a missing step, and where the total falls: a correction of
        the past is no negative loss of the day.
    falls : int
        How often the total falls.

    Raises
    ------
    BadInput
        If a total is infinite or below zero.

    Examples
    --------
    >>> increments(np.array([10.0, 15.0, 12.0, 20.0]))
    (array([nan,  5., nan,  8.]), 1)
    """
    known = totals[~np.isnan(totals)]
    if np.isinf(known).any() or (known < 0).any():
        raise BadInput("a running total is below zero or infinite; give totals of 0 or more")
    added = np.concatenate(([np.nan], np.diff(totals)))
    falls = added < 0
    return np.where(falls, np.nan, added), int(falls.sum())


def is_running_total(values: Floats) -> bool:
    """Tell whether losses a day look like a running total that was not differenced.

    Parameters
    ----------
    values : array of float, shape (days,)
        Missing days are NaN.

    Returns
    -------
    bool
        True where more than 52 days have a report, 98 of 100 steps do not fall and half rise: a
        total that was corrected a few times is one still.

    Examples
    --------
    >>> is_running_total(np.arange(60.0)), is_running_total(np.full(60, 3.0))
    (True, False)
    """
    steps = np.diff(values[np.isfinite(values)])
    if steps.size < YEAR:
        return False
    return bool((steps >= 0).mean() >= 0.98 and (steps > 0).mean() >= 0.5)


def attrition(panel: Any, war: War, *, as_of: date | None = None) -> Answer:
    """Return loss rates over the last year and, where both sides' stand, the ratio of reports.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape.
    war : War
        Which series hold losses, of whom, reported by whom.
    as_of : date, optional
        Nothing later is used; the panel's last date by default.

    Returns
    -------
    Answer
        Always "cannot say": a rate of claims is described, not judged.

    Raises
    ------
    BadFrame
        If the frame cannot be read or holds a day twice.

    Notes
    -----
    No ratio is taken with named dead: how many of the dead are named differs between the sides.

    References
    ----------
    Künsch, H. (1989). The jackknife and the bootstrap for general stationary observations.
    *Annals of Statistics* 17. docs/methods/attrition.md.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> import polars as pl
    >>> frame = pl.DataFrame({"date": [date(2025, 1, 1)], "series": ["s"], "value": [1.0]})
    >>> attrition(frame, war).statement
    'No daily series of losses is at hand: cannot say.'
    """
    frame = opened(panel)
    found: list[tuple[Series, Daily, Weeks]] = []
    refused: list[str] = []
    for series in (each for each in war.series if each.holds == "losses"):
        read = daily(frame, series.name, as_of=as_of)
        if isinstance(read, Refused):
            refused.append(_why(read))
        else:
            found.append((series, read, weekly(read.values, read.first)))
    rates = [made for each in found for made in _rate(*each)]
    return Answer(
        question="attrition", war=war.folder, as_of=None if as_of is None else as_of.isoformat(),
        statement=_statement(rates, found), claim=_CLAIM, verdict="cannot say",
        estimates=(*rates, *_ratios(found)), checks=_checks(found, refused),
        data=tuple(used(series, read) for series, read, _ in found),
        limits=(*(_bias(series) for series, _, _ in found), *refused, _ALWAYS),
        method="docs/methods/attrition.md",
    )  # fmt: skip


_ALWAYS = (
    "Losses are described as they are reported; no rate of deaths is derived from them. Where "
    "weeks resemble each other an interval of .95 holds the mean of a year in .65 to .84 of "
    "made-up series: it is too narrow."
)


def used(series: Series, read: Daily) -> DataUsed:
    """Return the dataset of one series.

    Parameters
    ----------
    series : Series
        As the war describes it.
    read : Daily
        What was used of it.

    Returns
    -------
    DataUsed
        With rows and dates up to what was used.
    """
    return DataUsed(
        dataset=series.name, version=series.version, retrieved_at=series.retrieved_at,
        rows=read.rows, first=read.first.isoformat(), last=read.last.isoformat(),
        licence=series.licence, citation=series.citation or series.reported_by,
    )  # fmt: skip


def _rate(series: Series, read: Daily, weeks: Weeks) -> list[Estimate]:
    """The mean of the last year, in the series' own unit."""
    last = weeks.totals[-YEAR:] / 7
    try:
        return [
            block_ratio(
                last, np.ones(last.size), rng=np.random.default_rng(SEED),
                name=f"{series.name}: mean of the last {last.size} weeks to {read.last}",
                unit=series.unit,
            )
        ]  # fmt: skip
    except TooFewData as error:
        name = f"{series.name}: mean rate"
        return [Estimate(name=name, value=None, method=f"cannot be estimated: {error}")]


def _ratios(found: list[tuple[Series, Daily, Weeks]]) -> list[Estimate]:
    """Ratios of reports of two sides' losses, never with named dead."""
    made = []
    for one, two in combinations(found, 2):
        if one[0].side == two[0].side or None in {one[0].side, two[0].side}:
            continue
        name = f"{one[0].name} over {two[0].name}: ratio of the reports"
        if _NAMED.search(f"{one[0].what} {two[0].what}") or one[0].unit != two[0].unit:
            why = "cannot be estimated: the sides' losses are not counted alike"
            made.append(Estimate(name=name, value=None, method=why))
            continue
        first = max(one[2].first, two[2].first)
        try:
            made.append(
                block_ratio(
                    one[2].within(first, YEAR * 20), two[2].within(first, YEAR * 20), name=name,
                    unit="losses reported for one of the other", rng=np.random.default_rng(SEED),
                )
            )  # fmt: skip
        except TooFewData as error:
            made.append(Estimate(name=name, value=None, method=f"cannot be estimated: {error}"))
    return made


def _bias(series: Series) -> str:
    """What is wrong with one series of losses."""
    who = series.reported_by or "an unnamed reporter"
    if _NAMED.search(series.what or ""):
        return (
            f"{series.name} counts dead who were named ({who}): a lower bound, found late, and "
            "found unequally on the two sides; the last months are incomplete."
        )
    return (
        f"{series.name} holds losses as {who} reports them, not measured: an opponent's claim "
        "tends to be high and a side's own figure low; corrections of running totals are left out."
    )


def _why(read: Refused) -> str:
    """Why a series of losses cannot be used, and what to do about a running total."""
    if "negative" in read.reason:
        return (
            f"{read.name}: {read.reason}; where a running total is corrected downwards, leave that "
            "day empty instead of negative"
        )
    return f"{read.name}: {read.reason}"


def _checks(found: list[tuple[Series, Daily, Weeks]], refused: list[str]) -> tuple[Check, ...]:
    """Days without a report, and a rise that looks like a running total."""
    made = []
    for series, read, _ in found:
        known = read.values[np.isfinite(read.values)]
        absent = read.values.size - known.size
        rising = is_running_total(read.values)
        told = "looks like a running total" if rising else "is not a running total"
        made.append(Check(
            "losses a day, not a running total", not rising,
            f"{series.name}: {told}; {absent} of {read.values.size} days have no report",
        ))  # fmt: skip
    made += [Check("losses a day, not a running total", None, each) for each in refused]
    return tuple(made)


def _statement(rates: list[Estimate], found: list[tuple[Series, Daily, Weeks]]) -> str:
    """One sentence."""
    known = [
        (made, each[0]) for made, each in zip(rates, found, strict=True) if made.value is not None
    ]
    if not known:
        return "No daily series of losses is at hand: cannot say."
    made, series = known[0]
    return (
        f"{series.reported_by or series.name} reports {made.value:,.0f} ({made.low:,.0f} to "
        f"{made.high:,.0f}) {series.unit}, of {series.side or 'both sides'}, over the last "
        f"{made.n} weeks: a report, not a measurement."
    )
