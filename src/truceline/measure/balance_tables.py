"""The estimates of `balance`, one series after another, then the ledger."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.measure.ledger import Promise, counted
from truceline.measure.own_deeds import EVENT, Own, needed
from truceline.measure.shifts import LEVEL, ShiftTest
from truceline.measure.study import why_not
from truceline.measure.word_skill import Skill
from truceline.terms.results import Check, Estimate
from truceline.terms.wars import War

_TEST = "local baseline; shift of the whole calendar without wrapping; interval by inverting it"
_AFTER = "times the level of days 22 to 2 before the word"
_BEFORE = "times the level of the three weeks before the window"
_SKILL = "1 − CRPS with own words ÷ CRPS of own history; above 0, words help"


def estimates(found: Own) -> tuple[Estimate, ...]:
    """Return the estimates of one series, the primary one first.

    Parameters
    ----------
    found : Own
        One series, asked.

    Returns
    -------
    tuple of Estimate
        Value and ends are None where they cannot be estimated; the method then says why.
    """
    name, primary = found.asked.series.name, found.found.primary
    count = primary.chosen.n_clusters
    made = [
        _ratio(f"{name}: 7 days after own words (primary)", primary),
        Estimate(
            name=f"{name}: 7 days after own words, raw ratio", value=primary.raw,
            measured_in=_AFTER, n=count,
            method="exponential of the mean log ratio; a trend moves it, so it is no verdict",
        ),
        Estimate(
            name=f"{name}: smallest fall found with 80 % power", value=found.reach,
            measured_in=_AFTER, n=count,
            method="from this series' shifts and how a change spreads over them; decides nothing",
        ),
        Estimate(
            name=f"{name}: raw ratio needed for p below .05", value=needed(primary),
            measured_in=_AFTER, n=count, method="lower critical value of the shifts of this series",
        ),
    ]  # fmt: skip
    for tested, p in found.found.secondary:
        row = _ratio(f"{name}: {tested.window.days} days after own words (secondary)", tested)
        if tested.estimable:
            told = f"p adjusted by {found.found.adjusted_by}, raw p {tested.p:.3f}"
            row = replace(row, p=p, method=f"{row.method}; {told}")
        made.append(row)
    made.append(_ratio(f"{name}: 7 days before own words, nothing to keep yet", found.before))
    made += [_ratio(f"{name}: 7 days after own words, {each}", one) for each, one in found.beside]
    if found.other is not None:
        way = "not divided by reports" if found.asked.by_volume else "dated the other way"
        made.append(_ratio(f"{name}: 7 days after own words, {way}", found.other))
    return (*made, *_placebo(found), *_skills(found), *_carried(found))


def ledger_estimates(found: Sequence[Promise], war: War) -> tuple[Estimate, ...]:
    """Return the ledger's counts by side and outcome.

    Parameters
    ----------
    found : sequence of Promise
        A ledger.
    war : War
        Its sides.

    Returns
    -------
    tuple of Estimate
        Counts, with the number of all promises of that side as n.
    """
    return tuple(
        Estimate(
            name=f"ledger, {side.name}: {outcome}", value=float(count),
            measured_in="things announced or agreed", n=total,
            method="a count of the war's list; no interval, for it is no sample",
        )
        for side in war.sides
        if (total := sum(counted(found, side.code).values()))
        for outcome, count in counted(found, side.code).items()
    )  # fmt: skip


def ledger_rows(found: Sequence[Promise], war: War) -> tuple[Check, ...]:
    """Return the ledger line by line: what, when, by whom, what became of it, and the source.

    Parameters
    ----------
    found : sequence of Promise
        A ledger.
    war : War
        Its sides.

    Returns
    -------
    tuple of Check
        Never passed or failed: a line is no assumption.
    """
    names = {each.code: each.name for each in war.sides}
    return tuple(
        Check(
            f"ledger, {each.day.isoformat()}, "
            f"{' and '.join(names.get(code, code) for code in each.by) or 'side not given'}: "
            f"{each.what}",
            None,
            f"{_told(each)}; source: {each.source or 'not given'}",
        )
        for each in found
    )


def _told(each: Promise) -> str:
    """The outcome, and what the record says of it."""
    if each.said is None:
        return f"{each.outcome}: no outcome was known"
    return each.said if each.said.startswith(each.outcome) else f"{each.outcome} ({each.said})"


def _ratio(name: str, tested: ShiftTest) -> Estimate:
    """One tested window."""
    method = _TEST if tested.estimable else f"cannot be estimated: {why_not(tested, EVENT)}"
    if tested.estimable and (tested.low is None or tested.high is None):
        ends = [
            word for word, end in (("lower", tested.low), ("upper", tested.high)) if end is None
        ]
        method = f"{method}; {' and '.join(ends)} end not bounded between 1/16 and 16"
    return Estimate(
        name=name, value=tested.ratio, low=tested.low, high=tested.high,
        level=LEVEL if tested.estimable else None,
        measured_in=_BEFORE if tested.window.side == "before" else _AFTER,
        n=tested.chosen.n_clusters, method=method, p=tested.p,
    )  # fmt: skip


def _placebo(found: Own) -> tuple[Estimate, ...]:
    """How often the test rejects on placebo calendars."""
    share = found.found.placebo
    if share is None:
        return ()
    return (
        Estimate(
            name=f"{found.asked.series.name}: false-positive rate on placebo calendars",
            value=share.value, low=share.low, high=share.high, level=LEVEL,
            measured_in="share of placebo calendars with p of .05 or less", n=share.trials,
            method="same clusters laid at random in the regime; Wilson interval; fixed seed",
        ),
    )  # fmt: skip


def _skills(found: Own) -> tuple[Estimate, ...]:
    """Skill of words over own history, after words and over all days."""
    name, made = f"{found.asked.series.name}: skill of own words over own history", found.skill
    if not isinstance(made, Skill):
        return (
            Estimate(
                name=f"{name}, days after words", value=None, measured_in=_SKILL,
                method=f"cannot be estimated: {made}",
            ),
        )  # fmt: skip
    origins = "rolling origin, one forecast a day; "
    return (
        Estimate(
            name=f"{name}, days after words", value=made.value, low=made.low, high=made.high,
            level=LEVEL, measured_in=_SKILL, n=made.words,
            method=f"{origins}28-day block bootstrap; n counts the words scored",
        ),
        Estimate(
            name=f"{name}, all days", value=made.whole, measured_in=_SKILL, n=made.days,
            method=f"{origins}the two forecasts differ only in the week after a word",
        ),
    )  # fmt: skip


def _carried(found: Own) -> tuple[Estimate, ...]:
    """The primary ratio with the coder's error carried through."""
    made, coder = found.carried, found.asked.coded
    if made is None or coder is None:
        return ()
    return (
        Estimate(
            name=f"{found.asked.series.name}: 7 days after own words, coder's error carried",
            value=made.ratio, low=made.low, high=made.high, level=LEVEL, measured_in=_AFTER,
            n=found.found.primary.chosen.n_clusters,
            method=f"{made.draws} draws of which coded words are words, accuracy "
            f"{coder.accuracy} ({coder.accuracy_source}); log ratio divided by the accuracy",
        ),
    )  # fmt: skip
