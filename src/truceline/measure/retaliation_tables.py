"""The estimates of `retaliation`, one series after another, then lists, then descriptive fits."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.measure.calendar import Window
from truceline.measure.hawkes_days import DayFit
from truceline.measure.lead_lag import BLOCK, REACH, LeadLag
from truceline.measure.reach import needed
from truceline.measure.replies import Mirror, Reply, why_none
from truceline.measure.reply_lags import FEWEST, Lags
from truceline.measure.shifts import LEVEL, ShiftTest
from truceline.measure.strikes import WORDS
from truceline.measure.words import window_words
from truceline.terms.results import Estimate

_TEST = "local baseline; shift of the whole calendar without wrapping; interval by inverting it"
_AFTER = "times the level of days 22 to 2 before the strike"
_BEFORE = "times the level of the three weeks before the window"
_LISTS = "descriptive; both sides' lists of salient strikes, first day of each cluster"
_HAWKES = (
    "descriptive: Hawkes process of daily counts at random instants of their days, exponential "
    "kernels; a shared tempo or trend looks like replies"
)


def estimates(found: Reply) -> tuple[Estimate, ...]:
    """Return the estimates of one series, the primary one first.

    Parameters
    ----------
    found : Reply
        One series, asked.

    Returns
    -------
    tuple of Estimate
        Value and ends are None where they cannot be estimated; the method then says why.
    """
    name, primary = found.series.name, found.primary
    made = [
        _ratio(f"{name}: 7 days after symbolic strikes (primary)", primary),
        Estimate(
            name=f"{name}: 7 days after, raw ratio", value=primary.raw, measured_in=_AFTER,
            n=primary.chosen.n_clusters,
            method="exponential of the mean log ratio; a trend moves it, so it is no verdict",
        ),
        *_reach(found),
    ]  # fmt: skip
    for each, p in found.secondary:
        words = "1 day after" if each.window.days == 1 else window_words(each.window)
        row = _ratio(f"{name}: {words} (secondary)", each)
        if each.estimable:
            told = f"{row.method}; p adjusted by {found.adjusted_by}, raw p {each.p:.3f}"
            row = replace(row, p=p, method=told)
        made.append(row)
    made.extend(_kind(found, each, tested, p) for each, tested, p in found.kinds)
    made += [
        _ratio(f"{name}: size, {window_words(found.peak.window)}", found.peak),
        _ratio(f"{name}: 7 days before (placebo: nothing to reply to)", found.placebo_days),
        _mirror(name, found.mirror, primary.chosen.n_clusters),
    ]
    made += [_ratio(f"{name}: 7 days after, {WORDS[which]}", each) for which, each in found.beside]
    if found.other is not None:
        made.append(_ratio(f"{name}: 7 days after, dated the other way", found.other))
    return tuple(made)


def lag_estimates(found: Lags, name: str) -> tuple[Estimate, ...]:
    """Return lag and form of the replies in the lists of strikes.

    Parameters
    ----------
    found : Lags
        Of one side as the one that replies.
    name : str
        Its name.

    Returns
    -------
    tuple of Estimate
        With None and the reason where the lists are too thin.
    """
    what = f"{name}'s next listed strike: median days after a symbolic strike on it"
    if found.middle is None and found.chance is None:
        why = f"cannot be estimated: {found.n} clusters of strikes on it are listed"
        why += f", {FEWEST} are needed" if found.n < FEWEST else ", and no strike by it"
        return (Estimate(name=what, value=None, measured_in="days", n=found.n, method=why),)
    bounded = found.low is not None and found.high is not None
    made = [
        Estimate(
            name=what, value=found.middle, low=found.low, high=found.high,
            level=LEVEL if bounded or found.low is not None else None, measured_in="days",
            n=found.n, method=f"{_LISTS}; exact interval of the median from order statistics",
        ),
        Estimate(
            name=f"{name}'s next listed strike: median days after any day (base rate)",
            value=found.chance, measured_in="days", n=found.n, method=_LISTS,
        ),
    ]  # fmt: skip
    if found.symbolic is not None and found.listed is not None:
        made.append(
            Estimate(
                name=f"{name}'s next listed strike: share that was symbolic too",
                value=found.symbolic.value, low=found.symbolic.low, high=found.symbolic.high,
                level=LEVEL, measured_in=f"share; {found.listed:.2f} in its whole list",
                n=found.symbolic.trials, method=f"{_LISTS}; Wilson interval",
            )
        )  # fmt: skip
    return tuple(made)


def lead_estimate(found: LeadLag | None, first: str, second: str) -> Estimate:
    """Return the lead–lag asymmetry of two sides' series.

    Parameters
    ----------
    found : LeadLag or None
        None where there was too little.
    first, second : str
        Names of the sides.

    Returns
    -------
    Estimate
        Above 0 where the second follows the first.
    """
    name = f"lead–lag asymmetry: {second} after {first}, less {first} after {second}"
    unit = f"difference of mean correlations at lags of 1 to {REACH} days"
    if found is None:
        why = "cannot be estimated: fewer than eight blocks of days that both series report"
        return Estimate(name=name, value=None, measured_in=unit, method=why)
    return Estimate(
        name=name, value=found.value, low=found.low, high=found.high, level=LEVEL,
        measured_in=unit, n=found.blocks, p=found.p,
        method=f"descriptive; sign-flip of {BLOCK}-day blocks; blind to equal mutual replies",
    )  # fmt: skip


def hawkes_estimates(found: DayFit, names: Sequence[str]) -> tuple[Estimate, ...]:
    """Return the branching ratios and mean delays of a fit of daily counts.

    Parameters
    ----------
    found : DayFit
        The fit.
    names : sequence of str
        Names of the sides, in the fit's order.

    Returns
    -------
    tuple of Estimate
        One a pair of sides, then one a side.
    """
    made = []
    for i, receiver in enumerate(names):
        for j, source in enumerate(names):
            number = found.ratios[i][j]
            what = "own further attacks" if i == j else f"attacks by {receiver}"
            made.append(
                Estimate(
                    name=f"one attack by {source} goes with {what}", value=number.value,
                    low=number.low, high=number.high,
                    level=None if number.low is None else LEVEL, measured_in="attacks",
                    n=found.events[i], method=_HAWKES,
                )
            )  # fmt: skip
    for receiver, number in zip(names, found.lag, strict=True):
        made.append(
            Estimate(
                name=f"mean delay of what {receiver}'s attacks follow", value=number.value,
                low=number.low, high=number.high, level=None if number.low is None else LEVEL,
                measured_in="days", method=_HAWKES,
            )
        )  # fmt: skip
    return tuple(made)


def _ratio(name: str, tested: ShiftTest) -> Estimate:
    """One tested window."""
    method = _TEST
    if not tested.estimable:
        method = f"cannot be estimated: {why_none(tested)}"
    elif tested.low is None or tested.high is None:
        ends = [
            word for word, end in (("lower", tested.low), ("upper", tested.high)) if end is None
        ]
        method = f"{method}; {' and '.join(ends)} end not bounded between 1/16 and 16"
    return Estimate(
        name=name, value=tested.ratio, low=tested.low, high=tested.high,
        level=LEVEL if tested.estimable else None, measured_in=_unit(tested.window),
        n=tested.chosen.n_clusters, method=method, p=tested.p,
    )  # fmt: skip


def _kind(found: Reply, kind: str, tested: ShiftTest, p: float | None) -> Estimate:
    """A kind of attack as a share of all."""
    made = _ratio(f"{found.series.name}: share of {kind}, 7 days after (secondary)", tested)
    told = made.method if p is None else f"{made.method}; p adjusted by {found.adjusted_by}"
    return replace(
        made, measured_in="times its share in days 22 to 2 before the strike", method=told,
        p=tested.p if p is None else p,
    )  # fmt: skip


def _unit(window: Window) -> str:
    """What a ratio is a ratio to."""
    return _BEFORE if window.side == "before" else _AFTER


def _mirror(name: str, found: Mirror | None, n: int) -> Estimate:
    """The week after against the week before."""
    method = "difference of the two windows' statistics at every shift that both have"
    if found is None:
        method = "cannot be estimated: one of the two windows cannot be tested"
    return Estimate(
        name=f"{name}: week after against week before", n=n,
        value=None if found is None else found.ratio, p=None if found is None else found.p,
        measured_in="times the week before, each against its own baseline", method=method,
    )  # fmt: skip


def _reach(found: Reply) -> tuple[Estimate, ...]:
    """What the test can see on this series, and how often it sees what is not there."""
    name, primary, share = found.series.name, found.primary, found.placebo
    count = primary.chosen.n_clusters
    made = [
        Estimate(
            name=f"{name}: smallest rise found with 80 % power",
            value=found.reach, measured_in=_AFTER, n=count,
            method="from this series' shifts and how a rise spreads over them; decides nothing",
        ),
        Estimate(
            name=f"{name}: raw ratio needed for p below .05",
            value=needed(primary), measured_in=_AFTER, n=count,
            method="upper critical value of the shifts of this series",
        ),
    ]  # fmt: skip
    if share is not None:
        made.append(
            Estimate(
                name=f"{name}: false-positive rate on placebo calendars",
                value=share.value, low=share.low, high=share.high, level=LEVEL,
                measured_in="share of placebo calendars with p of .05 or less", n=share.trials,
                method="same clusters laid at random in the regime; Wilson interval; fixed seed",
            )
        )  # fmt: skip
    return tuple(made)
