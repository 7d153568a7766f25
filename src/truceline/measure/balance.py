"""The answer to `balance`: whether a side's deeds follow its own words.

The headline is an event study of a side's own attacks after its own words, with the machinery of
`talks`. Beside it stand the skill of words out of sample, the ledger of what was announced and
agreed, and what third parties did.
"""

from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from truceline.measure.backers import Backing, backers
from truceline.measure.balance_checks import calibrated, checks
from truceline.measure.balance_series import confused, series_of
from truceline.measure.balance_tables import estimates, ledger_estimates, ledger_rows
from truceline.measure.balance_words import CLAIM, ledger_words, limits, sentence
from truceline.measure.daily import opened
from truceline.measure.event_rows import Coded, coded
from truceline.measure.ledger import Promise, ledger
from truceline.measure.own_deeds import Own, own
from truceline.measure.verdicts import overall
from truceline.measure.words import side_names
from truceline.terms.errors import BadFrame
from truceline.terms.results import Answer, DataUsed
from truceline.terms.wars import War

METHOD = "docs/methods/balance.md"


def balance(
    panel: Any, war: War, events: pl.DataFrame | None = None, *,
    as_of: date | None = None, other_dating: Any = None,
) -> Answer:  # fmt: skip
    """Whether each side's own attacks fall after its own words, with the ledger of what was kept.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape; at least `date`, `series`, `value`. Missing days are missing.
    war : War
        Its truces, rounds, acts of third parties, and what each series holds.
    events : polars.DataFrame, optional
        Coded events: in EVENTS shape, or rows of POLECAT or GDELT 2. Words come from them where
        the war lists none, and deeds for a side without a series of attacks.
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
    Assumes that inside a declared regime the words could as well have been spoken some days
    earlier or later. The answer is descriptive.

    References
    ----------
    docs/methods/balance.md.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> frame = pl.DataFrame({"date": [date(2025, 1, 1)], "series": ["s"], "value": [1.0]})
    >>> balance(frame, war).verdict
    'cannot say'
    """
    try:
        frame = opened(panel)
        other = None if other_dating is None else opened(other_dating)
        last = as_of if as_of is not None else _last(frame, war)
        mine = _mine(events, war)
        rows = None if mine is None else coded(mine, as_of=last)
        third = backers(frame, war, mine, as_of=last)
        asked, refused = series_of(frame, war, rows, other, last)
    except BadFrame as error:
        return _silent(war, as_of, f"a frame cannot be read: {error}")
    found = tuple(own(each) for each in asked)
    promises = ledger(war, as_of=last)
    if not found and not promises:
        reason = "; ".join(f"series {each.name}: {each.reason}" for each in refused)
        silent = _silent(
            war, last, reason or "no daily series holds a side's attacks, and no word is listed"
        )
        return replace(silent, estimates=third.estimates, evidence=third.evidence)
    said = _said(rows)
    verdict = overall(each.verdict for each in found)
    return Answer(
        question="balance", war=war.folder, as_of=last.isoformat(),
        statement=_statement(war, found, promises), claim=CLAIM, verdict=verdict,
        estimates=(
            *(made for each in found for made in estimates(each)),
            *ledger_estimates(promises, war), *confused(rows, war), *third.estimates,
        ),
        checks=(
            *(made for each in found for made in checks(each)),
            *((calibrated(),) if found else ()), *third.checks,
            *ledger_rows(promises, war),
        ),
        data=tuple(_used(each) for each in found), evidence=_evidence(found, promises, third),
        limits=limits(war, last, found, refused, (*said, *third.limits)), method=METHOD,
    )  # fmt: skip


def _last(frame: pl.DataFrame, war: War) -> date:
    """The panel's last date with a value, else the war's last listed date."""
    last = frame.filter(pl.col("value").is_not_null())["date"].max()
    if isinstance(last, date):
        return last
    days = [each.start for each in war.rounds] + [each.start for each in war.truces]
    return max(days, default=war.start)


def _mine(events: pl.DataFrame | None, war: War) -> pl.DataFrame | None:
    """Events that are not assigned to another war; None where there are none."""
    if events is None or events.is_empty() or "war" not in events.columns:
        return None if events is None or events.is_empty() else events
    kept = events.filter(pl.col("war").is_null() | (pl.col("war") == war.folder))
    return None if kept.is_empty() else kept


def _said(rows: Coded | None) -> tuple[str, ...]:
    """What must be said of coded events."""
    if rows is None:
        return ()
    trusted = (
        f"Coded events ({rows.dataset}) are reports: one deed may be coded from several of them. A "
        f"code is taken to be right {rows.accuracy:.0%} of the time ({rows.accuracy_source}), with "
        "errors spread evenly."
    )
    dropped = (
        f"{rows.dropped} coded rows have no date, no source or no class that is known, and were "
        "left out."
    )
    return trusted, dropped


def _statement(war: War, found: tuple[Own, ...], promises: tuple[Promise, ...]) -> str:
    """One sentence with range and unit for the first series, then the ledger."""
    sides = side_names(war)
    parts = []
    for each in found:
        told = f"{sentence(each, sides)}: {each.verdict}"
        parts.append(f"{told} ({each.reason})" if each.reason else told)
    if not found:
        parts.append("No daily series holds a side's attacks: cannot say whether deeds follow")
    if told := ledger_words(promises, war):
        parts.append(f"ledger, {told}")
    return f"{'; '.join(parts)}."


def _evidence(
    found: tuple[Own, ...], promises: tuple[Promise, ...], third: Backing
) -> tuple[str, ...]:
    """Words, promises and acts of third parties, each once."""
    ids = [word.evidence for each in found for word in each.asked.spoken.said]
    ids += [each.evidence for each in promises]
    return tuple(dict.fromkeys((*ids, *third.evidence)))


def _used(found: Own) -> DataUsed:
    """The dataset of one series, up to `as_of`."""
    series, rows = found.asked.series, found.asked.daily
    return DataUsed(
        dataset=series.name, version=series.version, retrieved_at=series.retrieved_at,
        rows=rows.rows, first=rows.first.isoformat(), last=rows.last.isoformat(),
        licence=series.licence, citation=series.citation or series.reported_by,
    )  # fmt: skip


def _silent(war: War, as_of: date | None, reason: str) -> Answer:
    """An answer that says why there is none."""
    return Answer(
        question="balance", war=war.folder, as_of=None if as_of is None else as_of.isoformat(),
        statement=f"Whether deeds follow words cannot be said: {reason}.", claim=CLAIM,
        verdict="cannot say", limits=(f"{reason[:1].upper()}{reason[1:]}.",), method=METHOD,
    )  # fmt: skip
