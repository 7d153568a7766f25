"""An account put into the ANSWER contract's words: statement, verdict, estimates, checks."""

import numpy as np

from truceline.measure.placebo import wilson
from truceline.reason.levers import MOST_CLOSED
from truceline.reason.models import evaluate, saving, settles_over_forts
from truceline.reason.moves import Box
from truceline.terms.accounts import Account, Lever
from truceline.terms.results import Check, Estimate, Verdict
from truceline.terms.wars import War

CLAIM = (
    "Leaders and backers have reasons to go on: in the models, no settlement is better than "
    "fighting for both leaders and lasts."
)
METHOD = "docs/methods/incentives.md"
LIMITS_OF_MODEL = (
    "Model, not measurement: every number follows from the ranges given and the models' rules.",
    "A share of the box counts parameter combinations; it is not a probability of war or peace.",
    "In the ultimatum supply makes war likelier by construction: signs need the other model too.",
    "The ultimatum is silent on the balance of power as long as the offer lies inside the stake.",
    "A lever is a comparative static, not advice: a dearer war settles by making people suffer.",
    "The leader and backer terms are our reduced form of what such models leave out.",
    "The ranges are judgements, each with a source; leaders may see the same facts otherwise.",
    "Two sides, one leader each, one stake: third parties, factions and mistakes are left out.",
)
MOSTLY = 0.9  # share of the box from which a verdict is given
CONTRADICT = 0.05  # share of the box from which a contradiction between the models is named
TRIED_OVER_FORTS = 512
LEAST = 0.005  # of the closed part that a change must open to be named
IN_BOX = "share of the parameter box"


def statement(war: War, found: Account) -> str:
    """The account in one sentence, with its label.

    Parameters
    ----------
    war : War
        The war.
    found : Account
        What the models say.

    Returns
    -------
    str
        Begins with "Model, not measurement"; the interval says how finely the box was tried.
    """
    closed = 1 - found.open
    near = wilson(round(closed * found.points), found.points)
    said = (
        f"Model, not measurement: in {_percent(closed)} ({_percent(near.low)} to "
        f"{_percent(near.high)}) of the box of ranges given for this war ({war.name}) no "
        "settlement is better than fighting for both leaders and lasts"
    )
    if closed == 0:
        return f"{said}; everywhere in the box one exists."
    best = f"{_best(found, 'assurance')}, and by pressure, which is no advice, "
    best += _best(found, "pressure")
    return f"{said}; what alone opens most of that part is by assurance {best}."


def verdict(found: Account) -> Verdict:
    """What the models say of the claim that no settlement is better than fighting.

    Parameters
    ----------
    found : Account
        What the models say.

    Returns
    -------
    str
        "supported" or "contradicted" where it holds or fails in nine tenths of the box, else
        "mixed".
    """
    if found.open <= 1 - MOSTLY + 1e-9:  # 1 - 0.9 is a hair below 0.1 in floating point
        return "supported"
    return "contradicted" if found.open >= MOSTLY else "mixed"


def estimates(found: Account) -> tuple[Estimate, ...]:
    """The account's numbers: shares of the box, openings, thresholds, signs, bars.

    Parameters
    ----------
    found : Account
        What the models say.

    Returns
    -------
    tuple of Estimate
        Intervals of shares say how finely the box was tried; those of thresholds are quartiles.
        "(primary)" marks the four shares and what each lever opens, that the statement stands on.
    """
    n = found.points
    closed = 1 - found.open
    parts = (
        ("no settlement, in all (primary)", closed),
        ("no settlement: fighting pays more than it costs (primary)", found.gains),
        ("no settlement: power would shift after a truce (primary)", found.shift),
        ("no settlement: the stake does not divide (primary)", found.lumps),
    )
    low, high = found.surplus
    made = [_share(name, value, n) for name, value in parts]
    made.append(
        Estimate(
            name="saved by both sides together by not fighting", value=(low + high) / 2,
            low=low, high=high, measured_in="shares of the stake", n=None,
            method="least and greatest over the box, exactly, by its corners; value is midway",
        )
    )  # fmt: skip
    tried = min(MOST_CLOSED, round(closed * n))
    for each in found.levers:
        made.append(
            _share(f"{each.words}: opens (primary)", each.opens, tried, "share of closed points")
        )
        made.append(_threshold(each))
        made.append(_sign(each, n))
    return (*made, *_bars(found))


def checks(found: Account, box: Box, turned: tuple[str, ...]) -> tuple[Check, ...]:
    """What was tried against the account.

    Parameters
    ----------
    found : Account
        What the models say.
    box : Box
        The same box.
    turned : tuple of str
        Levers whose sign changes when the other side makes the offer.

    Returns
    -------
    tuple of Check
        `passed` is None where there is nothing to pass.
    """
    base = evaluate(box.layout, box.points)
    fearon = float(evaluate(box.layout, box.points, tomorrow=0.0).open().mean())
    halves = [float(half.mean()) for half in (base.open()[::2], base.open()[1::2])]
    fits = float(base.fits.mean())
    costs = box.low[box.layout.names.index(f"cost.{box.layout.b}")]
    band = box.high[box.layout.names.index("uncertainty")]
    differ = [each.words for each in found.levers if each.differ >= CONTRADICT]
    return (
        Check("both models agree on every lever", not differ, _listed(
            differ, "a finding: they contradict each other in 5 % of the box or more on ")),
        Check("signs do not depend on who makes the offer", not turned, _listed(
            turned, "another sign with the other side proposing: ")),
        Check("terms named by the stronger side of tomorrow", None,
              f"a settlement exists in {_percent(found.open)} of the box; in {_percent(fearon)} "
              "if the side that gains power keeps all that not fighting saves (Fearon's case)"),
        Check("the box was tried finely enough", abs(halves[0] - halves[1]) < 0.03,
              f"two halves of the points: {_percent(halves[0])} and {_percent(halves[1])} open"),
        Check("power is neutral in the ultimatum", None,
              f"the offer lies inside the stake in {_percent(fits)} of the box; there the "
              "balance of power does not move the ultimatum's sign"),
        Check("the other side's cost stays positive", bool(band <= 2 * costs),
              f"uncertainty up to {band:g}, cost from {costs:g}: half the first should not exceed "
              "the second"),
        _over_forts(box),
    )  # fmt: skip


def _over_forts(box: Box) -> Check:
    """Return how far the war over forts agrees on where fighting pays more than it costs."""
    points = box.points[:TRIED_OVER_FORTS]
    settled, solved = settles_over_forts(box.layout, points)
    pays_not = saving(box.layout, points) >= 0
    if not solved.any():
        return Check("the war over forts agrees", None, "it was not solved at any point tried")
    agree = float((settled == pays_not)[solved].mean())
    over = float((settled & ~pays_not)[solved].mean())
    words = (
        f"settled at once from the middle line where the ultimatum's costs exceed its gains, and "
        f"fought where not, in {_percent(agree)} of {int(solved.sum())} points; settled though "
        f"gains exceed costs in {_percent(over)}, for battle delays the stake"
    )
    return Check("the war over forts agrees", agree >= MOSTLY, words)


def _share(name: str, value: float, n: int, measured_in: str = IN_BOX) -> Estimate:
    near = wilson(round(value * n), n) if n else None
    return Estimate(
        name=name, value=value if n else None, low=None if near is None else near.low,
        high=None if near is None else near.high,
        level=0.95 if n else None,
        measured_in=measured_in, n=n, method="Latin hypercube; Wilson interval of the sampling",
    )  # fmt: skip


def _threshold(each: Lever) -> Estimate:
    return Estimate(
        name=f"{each.words}: least change of {each.name} that opens",
        value=each.change, low=each.change_low, high=each.change_high,
        level=0.5 if each.change is not None else None,
        measured_in=f"change of {each.name}", n=None,
        method="median and quartiles over the points it opens",
    )  # fmt: skip


def _sign(each: Lever, n: int) -> Estimate:
    said = {-1: "towards settling", 1: "towards fighting", 0: "no sign stated"}[each.sign]
    return Estimate(
        name=f"{each.words}: {said}", value=float(each.sign), n=n, measured_in="sign",
        method=(
            f"both models settle {_percent(each.settle)}, both fight {_percent(each.fight)}, "
            f"contradict {_percent(each.differ)}, one only {_percent(each.one)}, "
            f"neither {_percent(each.neither)}"
        ),
    )  # fmt: skip


def _bars(found: Account) -> tuple[Estimate, ...]:
    return tuple(
        Estimate(
            name=f"settlement exists with {bar.name} at {bar.low:g} … {bar.high:g}",
            value=bar.at_high - bar.at_low, low=min(bar.at_low, bar.at_high),
            high=max(bar.at_low, bar.at_high), measured_in=f"{IN_BOX}, high end less low end",
            n=found.points, method=f"total Sobol index of the room {bar.variance:.2f}",
        )
        for bar in found.tornado
    )  # fmt: skip


def _best(found: Account, kind: str) -> str:
    """Return the change of a kind that opens most, in words."""
    best = [each for each in found.levers if each.kind == kind and each.opens >= LEAST]
    return _opening(best[0]) if best else "nothing that was tried"


def _opening(each: Lever) -> str:
    """Return a change, what it opens, and that the models contradict each other, if they do."""
    doubt = f"; the two models contradict each other on it in {_percent(each.differ)} of the box"
    return f"{each.words} ({_percent(each.opens)}{doubt if each.differ >= CONTRADICT else ''})"


def _listed(said: list[str] | tuple[str, ...], words: str) -> str:
    return words + "; ".join(said) if said else "none differs"


def _percent(share: float) -> str:
    rounded = int(np.floor(100 * share + 0.5))
    if rounded == 0 and share > 0:
        return "under 1 %"
    return "over 99 %" if rounded == 100 and share < 1 else f"{rounded} %"
