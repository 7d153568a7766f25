"""The estimates of `talks`, one series after another, each with its interval, n and method."""

from dataclasses import replace

from truceline.measure.calendar import Window
from truceline.measure.known import WORDS
from truceline.measure.one_series import Found, Part
from truceline.measure.reach import needed
from truceline.measure.shifts import LEVEL, ShiftTest
from truceline.measure.why import why_not
from truceline.measure.words import window_words
from truceline.terms.results import Estimate, Profile

_TEST = "local baseline; shift of the whole calendar without wrapping; interval by inverting it"
_BEFORE = "times the level of the three weeks before the window"
_AFTER = "times the level of days 22 to 2 before the round"
_ACROSS = "times the level of as many days before the round"
_SHARE = "times its share in the three weeks before the window"


def estimates(found: Found) -> tuple[Estimate, ...]:
    """Return the estimates of one series, the primary one first.

    Parameters
    ----------
    found : Found
        One series, asked.

    Returns
    -------
    tuple of Estimate
        Value and ends are None where they cannot be estimated; the method then says why.
    """
    name = found.series.name
    primary = found.primary
    made = [
        _ratio(f"{name}: 7 days before, every round announced (primary)", primary),
        Estimate(
            name=f"{name}: 7 days before, raw ratio", value=primary.raw, measured_in=_BEFORE,
            n=primary.chosen.n_clusters,
            method="exponential of the mean log ratio; a trend moves it, so it is no verdict",
        ),
        *_reach(found),
    ]  # fmt: skip
    made.extend(
        _secondary(f"{name}: {window_words(each.window)} (secondary)", each, p, found.adjusted_by)
        for each, p in found.secondary
    )
    made.extend(_share(found, each) for each in found.parts)
    made.extend(
        _adjusted(
            _ratio(f"{name}: 7 days before, {WORDS[which]}", each), p,
            "Holm's rule over the other calendars",
        )
        for which, each, p in found.beside
    )  # fmt: skip
    if found.among is not None:
        made.append(
            _adjusted(
                _ratio(f"{name}: 7 days before, among all series of attacks", primary),
                found.among, "max-T over the series",
            )
        )  # fmt: skip
    if found.other is not None:
        made.append(_ratio(f"{name}: 7 days before, dated the other way", found.other))
    return tuple(made)


def profile(found: Found) -> Profile | None:
    """Return the event-time profile of one series for a figure.

    Parameters
    ----------
    found : Found
        One series, asked.

    Returns
    -------
    Profile or None
        The band is pointwise: where the line would run by chance on 95 % of shifts.
    """
    made = found.profile
    if made is None or not made.rounds:
        return None
    return Profile(
        series=found.series.name, days=made.days, ratio=made.ratio, low=made.low, high=made.high,
        level=LEVEL, n=found.primary.chosen.n_clusters,
    )  # fmt: skip


def _secondary(name: str, tested: ShiftTest, adjusted: float | None, by: str) -> Estimate:
    """One secondary window, with the adjusted p, and the raw one in words."""
    return _adjusted(_ratio(name, tested), adjusted, by)


def _share(found: Found, part: Part) -> Estimate:
    """A part as a share of the whole."""
    name = f"{found.series.name}: share of {part.name}, 7 days before (secondary)"
    made = _adjusted(_ratio(name, part.tested), part.adjusted, found.adjusted_by)
    return replace(made, measured_in=_SHARE)


def _adjusted(made: Estimate, adjusted: float | None, by: str) -> Estimate:
    """An estimate with its p adjusted, and the raw one in words."""
    if made.p is None:
        return made
    return replace(
        made, p=adjusted, method=f"{made.method}; p adjusted by {by}, raw p {made.p:.3f}"
    )


def _ratio(name: str, tested: ShiftTest) -> Estimate:
    """One tested window."""
    method = _TEST
    if not tested.estimable:
        method = f"cannot be estimated: {why_not(tested)}"
    if tested.estimable and (tested.low is None or tested.high is None):
        ends = [
            word for word, end in (("lower", tested.low), ("upper", tested.high)) if end is None
        ]
        method = f"{method}; {' and '.join(ends)} end not bounded between 1/16 and 16"
    return Estimate(
        name=name, value=tested.ratio, low=tested.low, high=tested.high,
        level=LEVEL if tested.estimable else None, measured_in=_unit(tested.window),
        n=tested.chosen.n_clusters, method=method,
        p=tested.p,
    )  # fmt: skip


def _unit(window: Window) -> str:
    """What a ratio is a ratio to."""
    return {"before": _BEFORE, "after": _AFTER, "across": _ACROSS}[window.side]


def _reach(found: Found) -> tuple[Estimate, ...]:
    """What the test can see on this series, and how often it sees what is not there."""
    name, primary, share = found.series.name, found.primary, found.placebo
    count = primary.chosen.n_clusters
    made = [
        Estimate(
            name=f"{name}: smallest rise found with 80 % power",
            value=found.reach, measured_in=_BEFORE, n=count,
            method="from this series' shifts and how a rise spreads over them; decides nothing",
        ),
        Estimate(
            name=f"{name}: raw ratio needed for p below .05",
            value=needed(primary), measured_in=_BEFORE, n=count,
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
