"""The answer to `retaliation`: who answers whom, how fast, and how.

The headline is an event study of one side's attacks around the other side's salient strikes. What
needs both sides' series (lead–lag, Hawkes) is descriptive, carries a warning, and never a verdict.
"""

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import numpy as np
import polars as pl
from numpy.random import default_rng

from truceline.measure.composition import parts_of
from truceline.measure.daily import Daily, Refused, daily, opened
from truceline.measure.hawkes_days import day_fit
from truceline.measure.lead_lag import lead_lag
from truceline.measure.one_series import SEED
from truceline.measure.replies import Asking, Reply, replied
from truceline.measure.reply_lags import lags
from truceline.measure.retaliation_checks import calibrated, checks, hawkes_check
from truceline.measure.retaliation_tables import (
    estimates,
    hawkes_estimates,
    lag_estimates,
    lead_estimate,
)
from truceline.measure.retaliation_words import CLAIM, limits, sentence, verdict_words
from truceline.measure.verdicts import overall
from truceline.measure.words import side_names
from truceline.terms.errors import BadFrame
from truceline.terms.results import Answer, Check, DataUsed, Estimate
from truceline.terms.wars import War

METHOD = "docs/methods/retaliation.md"
_FORM = (
    "The form of a reply is told by its size, by the share of each kind of attack that has a "
    "series and by whether the next listed strike was symbolic; what weapon answered what is not."
)
_WARNING = (
    "Lead–lag and Hawkes are descriptive: a tempo that both sides share and keep, or one side "
    "dated a day later, looks like replies to them, and lead–lag is blind to equal mutual replies. "
    "Both series must be dated alike, which is not checked here."
)


def retaliation(
    panel: Any, war: War, *, as_of: date | None = None, other_dating: Any = None
) -> Answer:
    """Whether a salient strike of one side brings more attacks of the other, for a war.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape; at least `date`, `series`, `value`. Missing days are missing.
    war : War
        Its salient strikes, its rounds of talks, and what each series holds.
    as_of : date, optional
        Nothing later is used; the panel's last date by default.
    other_dating : polars.DataFrame or pandas.DataFrame, optional
        The same series with overnight attacks dated the other way.

    Returns
    -------
    Answer
        With "cannot say" and the reason where the data are too thin or cannot be read.

    Notes
    -----
    Assumes that inside a declared regime the calendar of strikes could as well have stood some
    days earlier or later: the answer is descriptive. Only a series that holds one named side's
    attacks can carry a verdict; a side without one is said to be missing, never guessed.

    References
    ----------
    METHODS, section 3; docs/methods/retaliation.md.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> frame = pl.DataFrame({"date": [date(2025, 1, 1)], "series": ["s"], "value": [1.0]})
    >>> retaliation(frame, war).verdict
    'cannot say'
    """
    try:
        frame = opened(panel)
        other = None if other_dating is None else opened(other_dating)
    except BadFrame as error:
        return _silent(war, as_of, f"the panel cannot be read: {error}")
    last = frame.filter(pl.col("value").is_not_null())["date"].max()
    until = as_of if as_of is not None else last
    if not isinstance(until, date):
        return _silent(war, None, "the panel has no rows")
    twins = () if other is None else tuple(
        made
        for name in other["series"].unique(maintain_order=True)
        if isinstance(made := _series(other, name, until), Daily)
    )  # fmt: skip
    asking = Asking(war.strikes, war.rounds, until, twins)
    return _answer(frame, war, asking)


def _series(frame: pl.DataFrame, name: str, until: date) -> Daily | Refused:
    """One series, or why it cannot be used; a day given twice is a reason too."""
    try:
        return daily(frame, name, as_of=until)
    except BadFrame as error:
        return Refused(name, str(error))


def _answer(frame: pl.DataFrame, war: War, asking: Asking) -> Answer:
    """Ask every series of a side's attacks, and put together what they say."""
    here = set(frame["series"].to_list())
    found: list[Reply] = []
    refused: list[Refused] = []
    for each in war.series:
        if each.name not in here or each.holds != "attacks":
            continue
        made = _series(frame, each.name, asking.as_of)
        if isinstance(made, Daily) and each.side is None:
            made = Refused(each.name, "it does not say whose attacks it holds")
        if isinstance(made, Refused):
            refused.append(made)
        else:
            parts = parts_of(frame, war.series, each, as_of=asking.as_of)
            found.append(replied(each, made, asking, parts))
    listed, told = _lists(war, asking.as_of)
    if not found:
        reason = "; ".join(f"series {each.name}: {each.reason}" for each in refused)
        silent = _silent(war, asking.as_of, reason or "no daily series holds one side's attacks")
        return replace(silent, estimates=listed, evidence=_evidence(war, asking.as_of))
    shared, beside, said = _descriptive(found, war)
    verdict = overall(each.verdict for each in found)
    return Answer(
        question="retaliation", war=war.folder, as_of=asking.as_of.isoformat(),
        statement=_statement(war, found), claim=CLAIM, verdict=verdict,
        estimates=(*(made for each in found for made in estimates(each)), *listed, *shared),
        checks=(*(made for each in found for made in checks(each)), calibrated(), *beside),
        data=tuple(_used(each) for each in found), evidence=_evidence(war, asking.as_of),
        limits=limits(war, asking.as_of, found, refused, (*told, *said, _FORM)), method=METHOD,
    )  # fmt: skip


def _lists(war: War, as_of: date) -> tuple[tuple[Estimate, ...], tuple[str, ...]]:
    """Lag and form of replies from the two lists of strikes, each side in turn."""
    made = [(each, lags(war.strikes, each.code, as_of=as_of)) for each in war.sides]
    rows = tuple(row for side, each in made for row in lag_estimates(each, side.name))
    thin = [side.name for side, each in made if each.middle is None]
    told: tuple[str, ...] = ()
    if thin:
        told = (f"How fast {' and '.join(thin)} answers cannot be said from the lists.",)
    return rows, told


def _descriptive(
    found: list[Reply], war: War
) -> tuple[tuple[Estimate, ...], tuple[Check, ...], tuple[str, ...]]:
    """Lead–lag and Hawkes for each pair of sides that both have a series."""
    sides = side_names(war)
    firsts = list({each.series.side: each for each in reversed(found)}.values())[::-1]
    if len(firsts) < 2:
        return (), (), ("Lead–lag and Hawkes need both sides' series; one side alone has one.",)
    rows: list[Estimate] = []
    beside: list[Check] = []
    said = [_WARNING]
    for one, two in combinations(firsts, 2):
        names = [sides.get(each.series.side or "", each.series.name) for each in (one, two)]
        first = max(one.daily.first, two.daily.first)
        last = min(one.daily.last, two.daily.last)
        length = max((last - first).days + 1, 0)
        cut = [
            each.daily.values[each.daily.day(first) :][:length] if length else np.zeros(0)
            for each in (one, two)
        ]
        rng = default_rng(SEED)
        rows.append(lead_estimate(lead_lag(cut[0], cut[1], rng=rng), *names))
        made = day_fit([one.daily, two.daily], _spans(one, two), rng=rng)
        if isinstance(made, str):
            said.append(f"No Hawkes fit of {' and '.join(names)}: {made}.")
        else:
            rows += hawkes_estimates(made, names)
            beside.append(hawkes_check(made))
    return tuple(rows), tuple(beside), tuple(said)


def _spans(one: Reply, two: Reply) -> list[tuple[date, date]]:
    """Spans that lie in a declared regime of both series; none where neither declares one."""
    whole = [(date.min, date.max)]
    return [
        (max(a[0], b[0]), min(a[1], b[1]))
        for a in one.series.regime or whole
        for b in two.series.regime or whole
        if max(a[0], b[0]) <= min(a[1], b[1])
    ]


def _statement(war: War, found: list[Reply]) -> str:
    """One sentence with range and unit, for the first series, and the verdict over all."""
    sides = side_names(war)
    text = f"{sentence(found[0], sides)}: {verdict_words(found[0])}"
    for each in found[1:]:
        text += f"; {sentence(each, sides)}: {each.verdict}"
    if len({each.series.side for each in found}) == 1:
        text += "; one-sided, for the other side's attacks have no series"
    return f"{text}."


def _evidence(war: War, as_of: date) -> tuple[str, ...]:
    """Rows of the war's list of symbolic strikes."""
    return tuple(
        f"{war.folder}:strike:{each.side}:{each.date.isoformat()}"
        for each in sorted(war.strikes, key=lambda each: (each.date, each.side))
        if each.symbolic and each.date <= as_of
    )


def _used(found: Reply) -> DataUsed:
    """The dataset of one series, up to `as_of`."""
    series, rows = found.series, found.daily
    return DataUsed(
        dataset=series.name, version=series.version, retrieved_at=series.retrieved_at,
        rows=rows.rows, first=rows.first.isoformat(), last=rows.last.isoformat(),
        licence=series.licence, citation=series.citation or series.reported_by,
    )  # fmt: skip


def _silent(war: War, as_of: date | None, reason: str) -> Answer:
    """An answer that says why there is none."""
    return Answer(
        question="retaliation", war=war.folder, as_of=None if as_of is None else as_of.isoformat(),
        statement=f"Whether a salient strike brings an answer cannot be said: {reason}.",
        claim=CLAIM, verdict="cannot say",
        limits=(f"{reason[:1].upper()}{reason[1:]}.", _FORM), method=METHOD,
    )  # fmt: skip
