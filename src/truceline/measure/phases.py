"""The answer to `phases`: whether the war has entered a new phase, and what defines it.

"Defined not by front lines but by strikes" is read as: attacks, or the share of deep strikes among
them, rise to a new level, and the movement of the front falls to a new one at a date that cannot
be told from that of the rise.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from truceline.measure.attrition import used
from truceline.measure.daily import Daily, Refused, daily, opened
from truceline.measure.deep_size import SIZES as DEEP_SIZES
from truceline.measure.deep_size import TRIALS as DEEP_TRIALS
from truceline.measure.deep_strikes import Deep, deep_strikes
from truceline.measure.phases_estimates import (
    LIMITS,
    checks,
    estimates,
    regime_estimates,
    row,
    sized,
)
from truceline.measure.phases_series import Dated, Searched, searched
from truceline.measure.phases_size import SIZES, TRIALS
from truceline.measure.words import label, side_names
from truceline.terms.results import Answer, DataUsed, Verdict
from truceline.terms.wars import Series, War

METHOD = "docs/methods/phases.md"
KINDS = ("attacks", "area", "losses", "deaths")
POWER = 0.8
CLAIM = (
    "The war has entered a new phase, defined not by front lines but by strikes: attacks, or the "
    "share of deep strikes among them, rose to a new level when movement of the front fell to one "
    "(dates that agree within their intervals)"
)


def phases(
    panel: Any, war: War, events: pl.DataFrame | None = None, *, as_of: date | None = None
) -> Answer:
    """Whether the war has entered a new phase that strikes define, not the front.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape.
    war : War
        Which series hold attacks, area, losses or deaths, and their regimes; which places lie deep.
    events : polars.DataFrame, optional
        Coded events with `place`, `admin1` and `country`, for the share of deep strikes.
    as_of : date, optional
        Nothing later is used; the panel's last date by default.

    Returns
    -------
    Answer
        supported if a rise of attacks meets a fall of movement; mixed if attacks rise and movement
        does not fall then; contradicted if attacks do not rise and a rise to 1.5 times would have
        been found; else cannot say. The share of deep strikes is judged by the same rule; where
        both can be said and differ, mixed.

    Raises
    ------
    BadFrame
        If the frame cannot be read or holds a day twice.

    Notes
    -----
    Breaks are searched inside declared regimes alone: where a level comes to mean something else,
    a break is the record's, not the war's. Series are never added up.

    References
    ----------
    Killick, R., Fearnhead, P. & Eckley, I. (2012). Optimal detection of changepoints with a linear
    computational cost. *JASA* 107. docs/methods/phases.md.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> frame = pl.DataFrame({"date": [date(2025, 1, 1)], "series": ["s"], "value": [1.0]})
    >>> phases(frame, war).verdict
    'cannot say'
    """
    frame = opened(panel)
    last = frame.filter(pl.col("value").is_not_null())["date"].max()
    until = as_of if as_of is not None else last
    if not isinstance(until, date):
        return _silent(war, None, ("The panel has no rows.",))
    deep = deep_strikes(events, war, as_of=until)
    read: list[tuple[Series, Daily]] = []
    refused: list[str] = []
    for series in sorted(
        (each for each in war.series if each.holds in KINDS),
        key=lambda each: KINDS.index(each.holds),
    ):
        days = daily(frame, series.name, as_of=until)
        if isinstance(days, Refused):
            refused.append(f"{series.name}: {days.reason}.")
        else:
            read.append((series, days))
    made = tuple(searched(*each) for each in read)
    refused += [f"{each.series.name}: {each.why}." for each in made if not each.stretches]
    if not any(each.stretches for each in made) and not deep.estimates:
        return _silent(war, until, tuple(refused) or ("No daily series can be searched.",))
    return _answer(war, until, made, _Beside(tuple(read), tuple(refused), deep))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the searched series: what was read, what was refused, deep strikes."""

    read: tuple[tuple[Series, Daily], ...]
    refused: tuple[str, ...]
    deep: Deep


def _answer(war: War, until: date, made: tuple[Searched, ...], beside: _Beside) -> Answer:
    """Put what all series say together."""
    attacks = [each for each in made if each.series.holds == "attacks" and each.stretches]
    maps = [each for each in made if each.series.holds == "area" and each.stretches]
    level, reason, rise = judged(attacks, maps)
    by_share, told = _deep(beside.deep, maps)
    verdict = together(level, by_share)
    first = _statement(attacks, rise, level, reason, side_names(war))
    return Answer(
        question="phases", war=war.folder, as_of=until.isoformat(),
        statement=f"{first[:-1]}; {told}", claim=CLAIM, verdict=verdict,
        estimates=(
            *estimates(made, rise), *regime_estimates(beside.read), *beside.deep.estimates,
        ),
        checks=checks(war, made, rise, reason, beside.deep),
        data=(*(used(*each) for each in beside.read), *_reports(beside.deep)),
        evidence=beside.deep.evidence,
        limits=(
            *LIMITS, sized(SIZES, TRIALS), *_deep_limits(beside.deep), *beside.refused,
        ), method=METHOD,
    )  # fmt: skip


def _deep(deep: Deep, maps: list[Searched]) -> tuple[Verdict, str]:
    """What the share of deep strikes says, and a sentence that says it."""
    if deep.searched is None:
        return "cannot say", f"the share of deep strikes: cannot say ({deep.why})."
    verdict, reason, rise = judged([deep.searched], maps)
    share = deep.estimates[0]
    level = f"{share.value:.0%} ({share.low:.0%} to {share.high:.0%}) of placed attacks"
    if rise is None:
        return verdict, f"the share of deep strikes, {level}: {verdict} ({reason})."
    one = rise[1]
    return verdict, (
        f"the share of deep strikes, {level} in all, rose to {row(one)}, on {one.at} ({one.low} to "
        f"{one.high}); {reason}: {verdict}."
    )


def together(level: Verdict, share: Verdict) -> Verdict:
    """Return one verdict from that of the attacks' level and that of the share of deep strikes.

    Parameters
    ----------
    level, share : Verdict
        One "cannot say" leaves the other; two that differ are mixed.

    Returns
    -------
    Verdict

    Examples
    --------
    >>> together("cannot say", "supported"), together("contradicted", "supported")
    ('supported', 'mixed')
    """
    if "cannot say" in {level, share}:
        return share if level == "cannot say" else level
    return level if level == share else "mixed"


def _reports(deep: Deep) -> list[DataUsed]:
    """The coded reports that were used."""
    if not deep.evidence:
        return []
    return [DataUsed(dataset="reports", rows=deep.rows, citation="coded attacks of the store")]


def _deep_limits(deep: Deep) -> list[str]:
    """How often the search of a share is wrong, where one was made."""
    return [] if deep.searched is None else [f"Deep strikes: {sized(DEEP_SIZES, DEEP_TRIALS)}"]


def judged(
    attacks: list[Searched], maps: list[Searched]
) -> tuple[Verdict, str, tuple[Searched, Dated] | None]:
    """Return the verdict on the claim, why, and the latest rise of attacks it stands on.

    Parameters
    ----------
    attacks : list of Searched
        Series of a side's attacks.
    maps : list of Searched
        Series of the front's movement.

    Returns
    -------
    verdict : Verdict
        As `phases` explains.
    reason : str
        In words.
    rise : (Searched, Dated) or None
        The series and its latest rise that can be believed.

    Examples
    --------
    >>> judged([], [])[:2]
    ('cannot say', 'no daily series holds attacks')
    """
    if not attacks:
        return "cannot say", "no daily series holds attacks", None
    rises = [(each, one) for each in attacks for one in each.breaks if one.up]
    if not rises:
        return (*_without_rise(attacks), None)
    series, rise = max(rises, key=lambda pair: pair[1].at)
    covering = [each for each in maps if each.covers(rise.low, rise.high)]
    if not covering:
        return "cannot say", "no map reaches over that date", (series, rise)
    falls = [
        one for each in covering for one in each.breaks if not one.up and one.meets(rise)
    ]  # fmt: skip
    if falls:
        return "supported", f"movement of the front fell about {falls[-1].at}", (series, rise)
    climbs = [one for each in covering for one in each.breaks if one.up and one.meets(rise)]
    if climbs:
        return "mixed", "movement of the front rose with the attacks", (series, rise)
    if max(one.power for each in covering for one in each.stretches) < POWER:
        return "cannot say", "a change of movement would often have been missed", (series, rise)
    return "mixed", "movement of the front did not change then", (series, rise)


def _without_rise(attacks: list[Searched]) -> tuple[Verdict, str]:
    """No rise that can be believed: whether one would have been found."""
    doubts = [f"{each.series.name}: {one.doubt}"
              for each in attacks for one in each.stretches if one.doubt]  # fmt: skip
    if doubts:
        return "cannot say", "; ".join(doubts)
    if min(one.power for each in attacks for one in each.stretches) < POWER:
        return "cannot say", "a rise to 1.5 times the level would often have been missed"
    return "contradicted", "no rise was found, and one to 1.5 times the level would have been"


def _statement(
    attacks: list[Searched],
    rise: tuple[Searched, Dated] | None,
    verdict: Verdict,
    reason: str,
    sides: dict[str, str],
) -> str:
    """One sentence with range and unit."""
    if rise is None:
        names = ", ".join(label(each.series, sides) for each in attacks) or "attacks"
        return f"Whether {names} rose to a new level: {verdict} ({reason})."
    made, one = rise
    whose = label(made.series, sides)
    return (
        f"{whose[:1].upper()}{whose[1:]} rose to {row(one)}, on {one.at} ({one.low} to "
        f"{one.high}); {reason}: {verdict}."
    )


def _silent(war: War, as_of: date | None, reasons: tuple[str, ...]) -> Answer:
    """Say that nothing can be said, and why."""
    told = reasons[0].rstrip(".")
    return Answer(
        question="phases", war=war.folder, as_of=None if as_of is None else as_of.isoformat(),
        statement=f"Whether the war has entered a new phase cannot be said: {told}.", claim=CLAIM,
        verdict="cannot say", limits=reasons, method=METHOD,
    )  # fmt: skip
