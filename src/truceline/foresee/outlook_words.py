"""The words of the outlook: statement, estimates, checks, limits."""

import numpy as np

from truceline.foresee.interval import LEVEL, Said
from truceline.foresee.members import MEMBERS
from truceline.foresee.past import ENDINGS
from truceline.foresee.past_table import KINDS
from truceline.foresee.pool import HORIZONS
from truceline.foresee.risk import TRAITS
from truceline.foresee.view import View
from truceline.measure.laid import Floats
from truceline.terms.results import Check, Estimate, Verdict

METHOD = "docs/methods/outlook.md"
CLAIM = (
    "No ceasefire is on the horizon: within twelve months all fighting is less likely than not to "
    "stop for 30 days or more"
)
_YEAR = HORIZONS.index(12)
_FEW = 10  # other wars of its kind that ran as long, under which a curve at that age says little
_AGES = (6.0, 24.0, 60.0, 120.0)
_IN = "probability"
_WAY = "pool of hazard model and naive rules; bootstrap of past wars"
_BASE = "base rate of its kind of war; bootstrap of past wars"


def statement(view: View) -> str:
    """Return the answer in one sentence with ranges.

    Parameters
    ----------
    view : View
        The numbers.

    Returns
    -------
    str
        With both chances for a year, and for the date asked about.
    """
    at = len(view.asked.spans) - 1 if view.by is not None else _YEAR
    when = view.by_words(view.asked.spans[at])
    days = view.asked.definition.lasting
    lasting = f"for {days} days or more" if days is not None else "for good"
    narrow = 2 if view.base else 1
    basis = "the base rate of its kind of war" if view.base else "the pool"
    return (
        f"After {view.subject.months:.0f} months of war, all fighting stops {lasting} {when} with "
        f"a chance of {_told(view.said, 0, at)}, whoever wins; by a ceasefire or agreement that "
        f"leaves no winner, {_told(view.said, narrow, at)} ({basis}): a ceasefire as people speak "
        "of it lies between the two."
    )


def _told(numbers: Said, event: int, at: int) -> str:
    """A chance with its interval, in per cent."""
    value = (numbers.stop, numbers.ceasefire, numbers.base)[event][at]
    low, high = numbers.ends(event, at)
    return f"{100 * value:.0f} % ({100 * low:.0f} to {100 * high:.0f} %)"


def estimates(view: View) -> tuple[Estimate, ...]:
    """Return every number: two events by span, each member, each ending, what moves it.

    Parameters
    ----------
    view : View
        The numbers.

    Returns
    -------
    tuple of Estimate
        The first ones are primary.
    """
    narrow = 2 if view.base else 1
    found = []
    for event, name, way in (
        (0, "primary: all fighting stops", _WAY),
        (narrow, "primary: ceasefire or agreement without a winner", _BASE if view.base else _WAY),
    ):
        for at, span in enumerate(view.asked.spans):
            found.append(_one(view, f"{name} {view.by_words(span)}", (event, at), way))
    if view.base:
        for at, span in enumerate(view.asked.spans):
            name = f"ceasefire or agreement without a winner {view.by_words(span)}, by the pool"
            found.append(_one(view, name, (1, at), _WAY))
    return (*found, *_endings(view), *_members(view), *_moves(view))


def _one(view: View, name: str, place: tuple[int, int], way: str) -> Estimate:
    """One chance with its interval."""
    event, at = place
    value = (view.said.stop, view.said.ceasefire, view.said.base)[event][at]
    low, high = view.said.ends(event, at)
    return Estimate(
        name=name, value=float(value), low=low, high=high, level=LEVEL, measured_in=_IN,
        n=view.wars, method=way,
    )  # fmt: skip


def _endings(view: View) -> list[Estimate]:
    """How it would end within a year, of the chance that it does."""
    ends = _pooled(view, view.asked.pattern, view.subject.months)
    return [
        Estimate(
            name=f"within 12 months: {ending}", value=float(chance), measured_in=_IN, n=view.wars,
            method="pool; competing endings, which add up to the chance of a stop",
        )
        for ending, chance in zip(ENDINGS, ends, strict=True)
    ]  # fmt: skip


def _members(view: View) -> list[Estimate]:
    """What each member of the pool says of a stop within a year, with its weight."""
    one = (np.array([view.asked.pattern]), np.array([view.subject.months]), np.array([12.0]))
    chances = view.pool.members.when(*one)[:, 0]
    return [
        Estimate(
            name=f"all fighting stops within 12 months, {name}", value=float(chance),
            measured_in=_IN, n=view.wars, method=f"{name}; weight in the pool {weight:.2f}",
        )
        for name, chance, weight in zip(MEMBERS, chances, view.pool.weights, strict=True)
    ]  # fmt: skip


def _moves(view: View) -> list[Estimate]:
    """What moves it: the same war at other ages, of another kind, with another trait."""
    rows = view.pool.members.kind
    width = len(rows) // len(KINDS)
    own = view.asked.pattern
    other = (own + width) % len(rows)
    cases = [(f"if it were {age:g} months old", own, age) for age in _AGES]
    cases.append((f"if it were of the kind {KINDS[rows[other]]}", other, view.subject.months))
    for place, trait in enumerate(TRAITS):
        bit = 1 << (len(TRAITS) - 1 - place)
        has = bool(own % width & bit)
        told = f"if it were not so that: {trait}" if has else f"if it were so that: {trait}"
        cases.append((told, own ^ bit, view.subject.months))
    return [
        Estimate(
            name=f"what moves it, {told}: all fighting stops within 12 months",
            value=float(_pooled(view, pattern, age).sum()), measured_in=_IN, n=view.wars,
            method="pool, all else the same; a comparison of past wars, not an effect",
        )
        for told, pattern, age in cases
    ]  # fmt: skip


def _pooled(view: View, pattern: int, age: float) -> Floats:
    """Chances of the endings within a year, of a war of some pattern and age."""
    said = view.pool.say(np.array([pattern]), np.array([age]), np.array([12.0]))
    return np.asarray(said[0])


def checks(view: View, verdict: Verdict) -> tuple[Check, ...]:
    """Return what was tested: wars at risk, the track record, how far the members differ.

    Parameters
    ----------
    view : View
        The numbers.
    verdict : Verdict
        For what would flip it.

    Returns
    -------
    tuple of Check
        In a fixed order.
    """
    one = (np.array([view.asked.pattern]), np.array([view.subject.months]), np.array([12.0]))
    chances = view.pool.members.when(*one)[:, 0]
    mine = view.at_risk[view.subject.kind]
    every = ", ".join(f"{count} {kind}" for kind, count in view.at_risk.items())
    found = [
        Check(
            f"at least {_FEW} other wars of its kind ran as long", mine >= _FEW,
            f"at month {view.subject.months:.0f}: {every}; kind told by: {view.subject.because}",
        ),
        Check(
            "the members of the pool agree on which side of one half it lies",
            bool((chances < 0.5).all() or (chances > 0.5).all()),
            f"within 12 months they say {chances.min():.2f} to {chances.max():.2f}",
        ),
    ]  # fmt: skip
    return (*found, *_tracks(view), Check("what would flip it", None, _flip(view, verdict)))


def _tracks(view: View) -> list[Check]:
    """The track record of both events."""
    found = []
    for event, name in (("stop", "all fighting stops"), ("ceasefire", "ceasefire without winner")):
        title = f"track record, {name}: better than Lindy, base rate and 1 − KM"
        track = view.tracks.get(event)
        if track is None:
            told = "no backtest was made for this definition, so that the base rate is shown"
            found.append(Check(title, None, told))
        else:
            note = "" if track.better else "; not better than each, so that the base rate is shown"
            if event == "stop" and not track.better:
                note = "; not better than each: take the base rate among the other estimates"
            found.append(Check(title, track.better, track.words() + note))
    return [*found, *_height(view)]


def _height(view: View) -> list[Check]:
    """What came of past forecasts that said about as much."""
    track = view.tracks.get("stop")
    met = None if track is None else track.near(float(view.said.stop[_YEAR]))
    if met is None:
        return []
    title = "track record: past forecasts of about this height kept their word"
    return [Check(title, met.low <= met.said <= met.high, met.words())]


def _flip(view: View, verdict: Verdict) -> str:
    """What would turn the verdict."""
    low, high = view.said.ends(0, _YEAR)
    told = f"the interval of a stop within 12 months is {low:.2f} to {high:.2f}"
    if verdict == "supported":
        return f"{told}: news that brings it to one half or more; no news is in this forecast"
    return f"{told}: supported if it lay under one half, contradicted if a ceasefire's lay above"


def limits(view: View) -> tuple[str, ...]:
    """Return what the numbers cannot tell.

    Parameters
    ----------
    view : View
        The numbers.

    Returns
    -------
    tuple of str
        Never empty.
    """
    deaths = any(each.holds == "deaths" for each in view.war.series)
    ebbing = "its series of deaths is not used" if deaths else "it has no series of deaths here"
    found = [
        (
            f"Counted as a ceasefire: {view.asked.definition.words()}, by an agreement or truce "
            "that leaves no winner."
        ),
        (
            "The table of past wars says who won, not how the fighting stopped: a victory sealed "
            "by an armistice is a victory there, so that the chance of a ceasefire is a lower "
            "one."
        ),
        (
            "A forecast before the news: of this war enter its kind, its age and what was known "
            f"at its start; no talks, no front, and {ebbing}, so that an ebbing of the fighting "
            "is not seen."
        ),
        (
            f"Learnt from {view.wars} wars known on {view.as_of}; how {view.unknown} of them "
            "stopped is not recorded, which tells when wars end and not how."
        ),
        (
            "The intervals draw the past wars anew; they do not cover whether this war is like "
            "them, nor the choice of the model."
        ),
        (
            "Wars stand in the table because they came to 1,000 deaths; ceasefires that civil "
            "wars broke again are not in it."
        ),
        "Predictive, not causal: what moves it compares past wars.",
    ]
    if view.asked.definition.formal:
        found.insert(1, "The table does not say whether a ceasefire was signed: only agreements "
                     "count as signed.")  # fmt: skip
    return tuple(found)
