"""The answer to `talks`: whether they escalate before talks.

Numbers come from `shifts`, `placebo` and `profile`; this module opens frames, asks each series and
says what was found. Only series that hold a side's attacks carry the verdict; others are context.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import polars as pl

from truceline.measure.adjust import max_t
from truceline.measure.composition import parts_of
from truceline.measure.daily import Daily, Refused, daily, opened
from truceline.measure.one_series import SEED, Ask, Found, asked, context
from truceline.measure.talks_checks import checks, rounds_used
from truceline.measure.talks_estimates import estimates, profile
from truceline.measure.talks_limits import Asked, limits
from truceline.measure.town_attacks import town_attacks
from truceline.measure.verdicts import overall
from truceline.measure.words import CLAIM, sentence, side_names
from truceline.terms.errors import BadInput
from truceline.terms.results import Answer, DataUsed, Verdict
from truceline.terms.wars import Round, Series, War

METHOD = "docs/methods/talks.md"
_CONTEXT = ("losses", "deaths")
_ATTACK = re.compile(r"\b(attack|strike|launch|shell|raid|bombard|assault)", re.IGNORECASE)
_NO_ATTACK = re.compile(
    r"destroy|intercept|shot down|loss|killed|death|dead|casualt|area|km|held", re.IGNORECASE
)


def talks(
    panel: Any, war: War, *,
    as_of: date | None = None, other_dating: Any = None, events: pl.DataFrame | None = None,
    seed: int = SEED,
) -> Answer:  # fmt: skip
    """Whether attacks rise before rounds of talks, for each daily series of a war.

    Parameters
    ----------
    panel : polars.DataFrame or pandas.DataFrame
        Rows in PANEL shape; at least `date`, `series`, `value`. Missing days are missing.
    war : War
        Its rounds of talks, its truces, and what each series holds.
    as_of : date, optional
        Nothing later is used; the panel's last date by default.
    other_dating : polars.DataFrame or pandas.DataFrame, optional
        The same series with overnight attacks dated the other way.
    events : polars.DataFrame, optional
        Coded reports in EVENTS shape, for the share of attacks on towns.
    seed : int
        Of the placebo calendars; the same seed gives the same answer.

    Returns
    -------
    Answer
        With "cannot say" and the reason where the data are too thin.

    Raises
    ------
    BadFrame
        If a frame cannot be read or holds a day twice.

    Notes
    -----
    Assumes that inside a declared regime the calendar of talks could as well have stood some days
    earlier or later. The answer is descriptive: rounds may be set because of attacks.

    References
    ----------
    docs/methods/talks.md.

    Examples
    --------
    >>> import polars as pl
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2025, 1, 1),
    ...           sides=(Side(code="A", name="A"), Side(code="B", name="B")))
    >>> frame = pl.DataFrame({"date": [date(2025, 1, 1)], "series": ["s"], "value": [1.0]})
    >>> talks(frame, war).verdict
    'cannot say'
    """
    frame = opened(panel)
    last = frame.filter(pl.col("value").is_not_null())["date"].max()
    until = as_of if as_of is not None else last
    if not isinstance(until, date):
        return _silent(war, None, "the panel has no rows")
    other = None if other_dating is None else opened(other_dating)
    twins = [] if other is None else [
        daily(other, name, as_of=until) for name in other["series"].unique(maintain_order=True)
    ]  # fmt: skip
    dated = tuple(each for each in twins if isinstance(each, Daily))
    towns = town_attacks(events, war.sides, as_of=until)
    ask = Ask(war.rounds, until, dated, seed, war.truces, towns)
    return _answer(war, until, _ask_all(frame, war, ask))


def talks_of(
    frame: Any, rounds: Iterable[Round | date | tuple[date, date]], *,
    side: str | None = None, unit: str = "attacks a day", as_of: date | None = None,
) -> Answer:  # fmt: skip
    """Whether a plain daily series rises before a list of rounds, without a war folder.

    Parameters
    ----------
    frame : polars.DataFrame or pandas.DataFrame
        Columns `date` and `value`, one row a day; `series` where there are several.
    rounds : iterable of Round, date or (date, date)
        Rounds of talks: a day, or a first and a last day.
    side : str, optional
        Whose attacks the series holds.
    unit : str, default "attacks a day"
        What is counted.
    as_of : date, optional
        Nothing later is used; the frame's last date by default.

    Returns
    -------
    Answer
        As `talks` gives it; every series of the frame is taken to hold attacks.

    Raises
    ------
    BadFrame
        If the frame cannot be read or holds a day twice.
    BadInput
        If a round is none of the three, or ends before it begins.

    Examples
    --------
    >>> import polars as pl
    >>> days = pl.date_range(date(2025, 1, 1), date(2025, 12, 31), eager=True)
    >>> frame = pl.DataFrame({"date": days, "value": [3.0 + day % 4 for day in range(365)]})
    >>> talks_of(frame, [date(2025, 6, 2)]).verdict
    'cannot say'
    """
    opened_frame = opened(frame)
    names = opened_frame["series"].unique(maintain_order=True).to_list()
    described = tuple(
        Series(name=each, file="", unit=unit, side=side, holds="attacks") for each in names
    )
    made = tuple(_round(each) for each in rounds)
    start = opened_frame["date"].min()
    war = War(
        folder="frame", name="a series", start=start if isinstance(start, date) else date.min,
        sides=(), rounds=made, series=described,
    )  # fmt: skip
    return talks(opened_frame, war, as_of=as_of)


def _round(each: Round | date | tuple[date, date]) -> Round:
    """A round from what a notebook holds."""
    if isinstance(each, Round):
        made = each
    elif isinstance(each, date):
        made = Round(start=each, end=each)
    else:
        try:
            made = Round(start=each[0], end=each[1])
        except (TypeError, IndexError) as error:
            raise BadInput(
                f"a round is {each!r}; give a Round, a date or a pair of dates"
            ) from error
    if made.end < made.start:
        raise BadInput(f"a round ends on {made.end}, before it begins on {made.start}; swap them")
    return made


def _ask_all(frame: pl.DataFrame, war: War, ask: Ask) -> Asked:
    """Ask every series that the frame holds and the war describes, in the war's order."""
    here = set(frame["series"].to_list())
    described = [each for each in war.series if each.name in here]
    strange = sorted(here - {each.name for each in described})
    described, said = _with_attacks(described)
    attacks, others, refused = [], [], []
    for each in described:
        if each.holds != "attacks" and each.holds not in _CONTEXT:
            continue
        made = daily(frame, each.name, as_of=ask.as_of)
        if isinstance(made, Refused):
            refused.append(made)
        elif each.holds == "attacks":
            parts = parts_of(frame, described, each, as_of=ask.as_of)
            attacks.append(asked(each, made, ask, parts))
        else:
            others.append(context(each, made, ask))
    said += [f"Series {each} is not described in the war and was not used." for each in strange]
    return Asked(_among(attacks), tuple(others), tuple(refused), tuple(said))


def _among(attacks: Sequence[Found]) -> tuple[Found, ...]:
    """Adjust the primary p of each series over all of them, where there are several."""
    if len(attacks) < 2:
        return tuple(attacks)
    adjusted = max_t([each.primary for each in attacks])
    return tuple(
        # max-T counts deviations either way, the raw p twice the smaller tail: take the larger
        replace(each, among=None if p is None else max(p, each.primary.p or 0.0))
        for each, p in zip(attacks, adjusted, strict=True)
    )


def _with_attacks(described: Sequence[Series]) -> tuple[list[Series], list[str]]:
    """Where no series says that it holds attacks, read it from the words of those with a side."""
    if any(each.holds == "attacks" for each in described):
        return list(described), []
    made, said = [], []
    for each in described:
        words = " ".join((each.name.replace("_", " "), each.unit, each.what or ""))
        guess = each.holds == "other" and each.side is not None and _ATTACK.search(words)
        if guess and not _NO_ATTACK.search(words):
            made.append(replace(each, holds="attacks"))
            said.append(
                f"Series {each.name} was taken to hold attacks from its words; say so with "
                'holds = "attacks" in war.toml.'
            )
        else:
            made.append(each)
    return made, said


def _silent(war: War, as_of: date | None, reason: str) -> Answer:
    """An answer that says why there is none."""
    return Answer(
        question="talks", war=war.folder, as_of=None if as_of is None else as_of.isoformat(),
        statement=f"Whether attacks rise before rounds of talks cannot be said: {reason}.",
        claim=CLAIM, verdict="cannot say", limits=(f"{reason[:1].upper()}{reason[1:]}.",),
        method=METHOD,
    )  # fmt: skip


def _answer(war: War, as_of: date, found: Asked) -> Answer:
    """Put together what all series say."""
    if not found.attacks and not found.context:
        reason = "; ".join(f"series {each.name}: {each.reason}" for each in found.refused)
        silent = _silent(war, as_of, reason or "the panel has no daily series of a side's attacks")
        return replace(silent, limits=silent.limits + found.limits)
    verdict = overall(each.verdict for each in found.attacks)
    every = (*found.attacks, *found.context)
    shapes = (profile(each) for each in every)
    dates = sorted({day for each in found.attacks for day in rounds_used(each).dates})
    return Answer(
        question="talks", war=war.folder, as_of=as_of.isoformat(),
        statement=_statement(war, found, verdict), claim=CLAIM, verdict=verdict,
        estimates=tuple(made for each in every for made in estimates(each)),
        checks=tuple(made for each in found.attacks for made in checks(each)),
        data=tuple(_used(each) for each in every),
        evidence=tuple(f"{war.folder}:round:{day.isoformat()}" for day in dates),
        limits=limits(war, as_of, found), method=METHOD,
        profiles=tuple(each for each in shapes if each is not None),
    )  # fmt: skip


def _statement(war: War, found: Asked, verdict: Verdict) -> str:
    """One sentence with range and unit."""
    sides = side_names(war)
    if not found.attacks:
        return (
            f"{sentence(found.context[0], sides)}; no daily series holds a side's attacks: "
            "cannot say."
        )
    first = found.attacks[0]
    text = f"{sentence(first, sides)}: {first.verdict}"
    if first.reason:
        text += f" ({first.reason})"
    if len(found.attacks) > 1:
        text += f"; over all {len(found.attacks)} series of attacks, never added up: {verdict}"
    return f"{text}."


def _used(found: Found) -> DataUsed:
    """The dataset of one series, up to `as_of`."""
    series, rows = found.series, found.daily
    return DataUsed(
        dataset=series.name, version=series.version, retrieved_at=series.retrieved_at,
        rows=rows.rows, first=rows.first.isoformat(), last=rows.last.isoformat(),
        licence=series.licence, citation=series.citation or series.reported_by,
    )  # fmt: skip
