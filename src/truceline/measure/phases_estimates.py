"""The estimates and checks of `phases`."""

from collections.abc import Mapping

import numpy as np

from truceline.measure.changepoints import LEVEL
from truceline.measure.daily import Daily
from truceline.measure.deep_strikes import ASK_A_STORE, LIST_PLACES, NO_RULES, UNPLACED, Deep
from truceline.measure.hmm import chosen
from truceline.measure.laid import clip
from truceline.measure.one_series import regime_days
from truceline.measure.phases_series import SHORTEST, STEP, Dated, Searched, Stretch
from truceline.measure.weekly import weekly
from truceline.terms.errors import TooFewData
from truceline.terms.results import Check, Estimate
from truceline.terms.wars import Series, War

_SHARE = (
    "A series of attacks counts all strikes. The share of deep ones is of coded reports, which "
    "tell more of some strikes than of others: it means something only against itself."
)
LIMITS = (
    "A break is a jump of the level; a change that takes months is dated less well or not found.",
    "Breaks are descriptive: what caused them is not asked.",
    _SHARE,
    "An interval of a ratio holds the date as found; one of a date holds the levels as found.",
)
_CUTS = (
    "negative-binomial change points, all cuts tried; penalty from made-up series that swing as "
    "this one without a break; interval by parametric bootstrap"
)


def sized(sizes: Mapping[str, tuple[float, float, float]], trials: int) -> str:
    """Return how often a break is believed where there is none, and where that is too often.

    Parameters
    ----------
    sizes : mapping of str to (float, float, float)
        Share of made-up series and its Wilson interval, by case.
    trials : int
        Series a case.

    Returns
    -------
    str
        A case counts as not calibrated where its interval leaves .03 to .07.

    Examples
    --------
    >>> sized({"calm": (0.01, 0.005, 0.02), "slow": (0.3, 0.28, 0.32)}, 2000)
    'On 2000 made-up series a case without a break, one is believed in 0.010 (calm), 0.300 (slow)
    of them; nominal .05. Not calibrated, and wrong too often: slow.'
    """
    told = ", ".join(f"{each[0]:.3f} ({name})" for name, each in sizes.items())
    often = [name for name, each in sizes.items() if each[2] > 0.07 and each[0] > 0.05]
    said = f"On {trials} made-up series a case without a break, one is believed in {told} of them"
    rest = f"Not calibrated, and wrong too often: {', '.join(often)}." if often else ""
    return f"{said}; nominal .05. {rest}".strip()


def row(one: Dated) -> str:
    """Return the ratio of a break in words.

    Parameters
    ----------
    one : Dated
        A break.

    Returns
    -------
    str
        With its interval.

    Examples
    --------
    >>> from datetime import date
    >>> day = date(2025, 1, 1)
    >>> row(Dated(day, day, day, 1.5, 1.2, 1.9))
    '1.50 times (1.20 to 1.90) the level before'
    """
    if one.ratio is None or one.least is None or one.most is None:
        return "a new level from zero"
    return f"{one.ratio:.2f} times ({one.least:.2f} to {one.most:.2f}) the level before"


def estimates(
    made: tuple[Searched, ...], rise: tuple[Searched, Dated] | None
) -> tuple[Estimate, ...]:
    """Return each break as a ratio of levels and as a day, series by series.

    Parameters
    ----------
    made : tuple of Searched
        All series that were searched.
    rise : (Searched, Dated) or None
        The rise that the verdict stands on; it is the primary one.

    Returns
    -------
    tuple of Estimate
        A series without a break says so, with what would have been found.
    """
    found: list[Estimate] = []
    for each in made:
        for stretch in each.stretches:
            n = int(stretch.last.toordinal() - stretch.first.toordinal()) + 1
            for one in stretch.found:
                primary = " (primary)" if rise is not None and one is rise[1] else ""
                found += _two(each, stretch, one, primary, n)
            if not stretch.found:
                found.append(Estimate(
                    name=f"{each.series.name}: breaks {stretch.first} to {stretch.last}", value=0.0,
                    measured_in="breaks", n=n,
                    method=f"{_CUTS}; a step to {STEP} times half way is found "
                    f"{stretch.power:.0%} of the time",
                ))  # fmt: skip
    return tuple(found)


def _two(
    each: Searched, stretch: Stretch, one: Dated, primary: str, n: int
) -> tuple[Estimate, Estimate]:
    """One break: how much, and when."""
    doubt = f"; not believed: {stretch.doubt}" if stretch.doubt else ""
    name = f"{each.series.name}: break of {one.at}"
    return (
        Estimate(
            name=f"{name}, ratio of levels{primary}", value=one.ratio, low=one.least,
            high=one.most, level=None if one.least is None else LEVEL,
            measured_in=f"times the level before ({each.what})", n=n, method=f"{_CUTS}{doubt}",
        ),
        Estimate(
            name=f"{name}, when{primary}", value=float((one.at - stretch.first).days),
            low=float((one.low - stretch.first).days), high=float((one.high - stretch.first).days),
            level=LEVEL, measured_in=f"days after {stretch.first}", n=n,
            method=f"{one.low} to {one.high}; {_CUTS}{doubt}",
        ),
    )  # fmt: skip


def regime_estimates(read: tuple[tuple[Series, Daily], ...]) -> tuple[Estimate, ...]:
    """Return how many regimes the attacks of each week run in, and which the last week is in.

    Parameters
    ----------
    read : tuple of (Series, Daily)
        All series; those of attacks are used, by weeks, inside their last regime.

    Returns
    -------
    tuple of Estimate
        None for a series with too few weeks.
    """
    made: list[Estimate] = []
    for series, days in (each for each in read if each[0].holds == "attacks"):
        spans = clip(regime_days(series, days), days.values.size)
        if not spans:
            continue
        weeks = weekly(days.values[spans[-1][0] : spans[-1][1] + 1], days.first)
        n = int(np.isfinite(weeks.totals).sum())
        try:
            best = chosen(np.round(weeks.totals))[0]
        except TooFewData as error:
            name = f"{series.name}: regimes of weeks"
            made.append(
                Estimate(name=name, value=None, n=n, method=f"cannot be estimated: {error}")
            )
            continue
        means = ", ".join(f"{each:,.0f}" for each in best.mean)
        method = f"negative-binomial hidden Markov model by weeks; levels a week: {means}"
        made += [
            Estimate(
                name=f"{series.name}: regimes of weeks", value=float(best.states), n=n,
                measured_in="regimes, least BIC of 1 to 4", method=method,
            ),
            Estimate(
                name=f"{series.name}: chance that the last week is in the highest regime",
                value=float(best.chance[-1, -1]), n=n, measured_in="probability given the series",
                method=method,
            ),
        ]  # fmt: skip
    return tuple(made)


def checks(
    war: War, made: tuple[Searched, ...], rise: tuple[Searched, Dated] | None, reason: str,
    deep: Deep,
) -> tuple[Check, ...]:  # fmt: skip
    """Return what was checked, series by series, and what would flip the verdict.

    Parameters
    ----------
    war : War
        For its dated strikes.
    made : tuple of Searched
        All series that were searched.
    rise : (Searched, Dated) or None
        The rise that the verdict stands on.
    reason : str
        Why the verdict is what it is.
    deep : Deep
        The share of deep strikes, whose breaks are set beside those of the series.

    Returns
    -------
    tuple of Check
        In a fixed order.
    """
    found = []
    for each in made:
        for one in each.stretches:
            span = f"{each.series.name}: {one.first} to {one.last}"
            found.append(Check(
                "steps are told from a trend and from slow swings",
                None if not one.found else not one.doubt,
                f"{span}: {one.doubt or 'yes' if one.found else 'no break'}; breaks gain "
                f"{one.raw.gain:.1f}, each must gain {one.raw.penalty:.1f}, a trend gains "
                f"{one.raw.trend_gain:.1f}",
            ))  # fmt: skip
            found.append(Check(
                f"a step to {STEP} times would be found", one.power >= 0.8,
                f"{span}: {one.power:.0%} of the time, half way, breaks {SHORTEST[one.step]} "
                f"{one.step}s apart",
            ))  # fmt: skip
    both = made if deep.searched is None else (*made, deep.searched)
    return (
        *found, *deep.checks, _together(both), *_symbolic(war, rise),
        Check("what would flip it", None, _flip(rise, reason)),
        Check("what would flip it, by deep strikes", None, flip_deep(deep)),
    )  # fmt: skip


def flip_deep(deep: Deep) -> str:
    """Return what would turn what the share of deep strikes says.

    Parameters
    ----------
    deep : Deep
        The share, searched or not.

    Returns
    -------
    str
        In words.
    """
    if deep.searched is None:
        needed = {NO_RULES: LIST_PLACES, UNPLACED: ASK_A_STORE}
        return needed.get(deep.why, f"more coded attacks that say where they fell ({deep.why})")
    rises = [each for each in deep.searched.breaks if each.up]
    if not rises:
        return "a rise of the share that is told from its swings and from a trend"
    return (
        f"a map over {rises[-1].low} to {rises[-1].high} whose movement falls there (supported), "
        "rises or stays (mixed); reports of another kind that show no such rise"
    )


def _together(made: tuple[Searched, ...]) -> Check:
    """Which breaks of different series agree in date."""
    pairs = [
        f"{one.series.name} {a.at} and {two.series.name} {b.at}"
        for at, one in enumerate(made) for two in made[at + 1 :]
        for a in one.breaks for b in two.breaks if a.meets(b)
    ]  # fmt: skip
    told = "; ".join(pairs) or "no two breaks of different series agree within their intervals"
    return Check("breaks that agree in date", None, told)


def _symbolic(war: War, rise: tuple[Searched, Dated] | None) -> list[Check]:
    """How many dated symbolic strikes stand on either side of the rise."""
    dates = [each.date for each in war.strikes if each.symbolic]
    if rise is None or not dates:
        return []
    before = sum(each < rise[1].at for each in dates)
    return [Check(
        "symbolic strikes on record", None,
        f"{before} before {rise[1].at}, {len(dates) - before} from then on; a chosen list, so no "
        "share and no break is computed from it",
    )]  # fmt: skip


def _flip(rise: tuple[Searched, Dated] | None, reason: str) -> str:
    """What would turn the verdict."""
    if rise is None:
        return f"a rise of attacks that is told from trend and swings ({reason})"
    return (
        f"{reason}; a map series over {rise[1].low} to {rise[1].high} whose movement falls there "
        "(supported), rises or stays (mixed)"
    )
