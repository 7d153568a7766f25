"""The checks of `talks`: what must hold for a firm verdict, and what would turn it."""

import numpy as np

from truceline.measure.known import WORDS, Known
from truceline.measure.laid import clip
from truceline.measure.one_series import Found, regime_days
from truceline.measure.reach import needed
from truceline.measure.verdicts import FEWEST_CLUSTERS, INTEREST, judged
from truceline.measure.why import why_not
from truceline.measure.words import listed, number, span_words
from truceline.terms.results import Check

_ROUNDS = ("held", "direct", "first")


def checks(found: Found) -> tuple[Check, ...]:
    """Return what was checked for one series of attacks, in a fixed order.

    Parameters
    ----------
    found : Found
        One series, asked.

    Returns
    -------
    tuple of Check
        `passed` is None where a check could not be made or does not decide.
    """
    made = (
        _clusters(found), _omitting(found), _dating(found), _which(found), _placebo(found),
        _power(found), _regime(found), _missing(found), _cities(found), _flip(found),
    )  # fmt: skip
    return tuple(
        Check(each.name, each.passed, f"{found.series.name}: {each.detail}") for each in made
    )


def rounds_used(found: Found) -> Known:
    """Return the rounds that the primary window used.

    Parameters
    ----------
    found : Found
        One series, asked.

    Returns
    -------
    Known
        In order.
    """
    dates = tuple(found.known.dates[each] for each in found.primary.chosen.used)
    return Known(found.known.calendar, dates)


def left_out(found: Found) -> str:
    """Return in words which rounds were left out and why.

    Parameters
    ----------
    found : Found
        One series, asked.

    Returns
    -------
    str
        Empty if none was.
    """
    left, dates = found.primary.chosen.left, found.known.dates
    parts = [
        f"{listed([dates[each] for each in which])} ({words})"
        for which, words in (
            (left.outside, "window or baseline outside the series or its regime"),
            (left.crowded, "no baseline free of other rounds"),
            (left.unreported, "fewer than half of the days reported"),
        )
        if which
    ]
    return "; ".join(parts)


def _clusters(found: Found) -> Check:
    """Five clusters or more."""
    chosen = found.primary.chosen
    return Check(
        "at least five clusters of rounds",
        chosen.n_clusters >= FEWEST_CLUSTERS,
        f"{len(chosen.used)} rounds in {chosen.n_clusters} clusters (rounds within 21 days of each "
        f"other are one); {FEWEST_CLUSTERS} are asked for",
    )


def _omitting(found: Found) -> Check:
    """The verdict without each cluster."""
    name = "survives leaving out each cluster"
    if not found.omitted:
        return Check(name, None, f"could not be made: {why_not(found.primary) or 'no cluster'}")
    first = judged(found.primary.low, found.primary.high)
    fallen = [each.cluster for each in found.omitted if each.verdict != first]
    lows = [each.low for each in found.omitted if each.low is not None]
    highs = [each.high for each in found.omitted if each.high is not None]
    ends = ""
    if lows and highs:
        ends = (
            f"; lower ends {min(lows):.2f} to {max(lows):.2f}, upper ends {min(highs):.2f} to "
            f"{max(highs):.2f}"
        )
    told = f"changes without the cluster of {listed(fallen)}" if fallen else "stays"
    passed = None if first == "cannot say" else not fallen
    return Check(name, passed, f"the interval alone says {first}, which {told}{ends}")


def _dating(found: Found) -> Check:
    """The verdict with overnight attacks dated the other way."""
    name = "survives the other dating of overnight attacks"
    if found.other is None:
        return Check(name, None, "could not be made: the series is given in one dating only")
    if not found.other.estimable:
        return Check(name, None, f"could not be made: {why_not(found.other)}")
    other = judged(found.other.low, found.other.high)
    ratio = f"{number(found.other.ratio)} ({span_words(found.other.low, found.other.high)})"
    first = judged(found.primary.low, found.primary.high)
    return Check(
        name,
        None if first == "cannot say" else other == first,
        f"dated the other way the ratio is {ratio}: {other}",
    )


def _which(found: Found) -> Check:
    """The verdict of the interval on other calendars of rounds."""
    name = "which rounds count"
    first = judged(found.primary.low, found.primary.high)
    parts, same = [], True
    for which, tested, _ in found.beside:
        if which not in _ROUNDS or not tested.estimable:
            continue
        ends = f"{number(tested.ratio)} ({span_words(tested.low, tested.high)})"
        verdict = judged(tested.low, tested.high)
        same = same and verdict == first
        parts.append(f"{WORDS[which]} {ends}: {verdict}")
    if not parts:
        return Check(name, None, "could not be made: no other calendar of rounds can be tested")
    passed = None if first == "cannot say" else same
    told = f"the interval over every round says {first}; {'; '.join(parts)}"
    return Check(name, passed, f"{told}; this does not decide")


def _cities(found: Found) -> Check:
    """Whether attacks move to cities, where the data say it."""
    name = "share of attacks on cities"
    named = [each.name for each in found.parts]
    on_cities = [each for each in found.parts if each.cities]
    if not on_cities:
        kept = f"parts at hand: {', '.join(named)}" if named else "it has no parts"
        return Check(
            name,
            None,
            f"cannot say: no part of the series holds attacks on cities ({kept}), and there are "
            "not sixty days of coded reports with places",
        )
    told = [
        f"{each.name} {number(each.tested.ratio)} ({span_words(each.tested.low, each.tested.high)})"
        if each.tested.estimable
        else f"{each.name} cannot be estimated: {why_not(each.tested)}"
        for each in on_cities
    ]
    return Check(name, None, f"ratio of shares in the 7 days before: {'; '.join(told)}")


def _placebo(found: Found) -> Check:
    """The size of the test on this series."""
    name = "false-positive rate on placebo calendars"
    share = found.placebo
    if share is None:
        return Check(name, None, "could not be made: the regime leaves no room for other calendars")
    return Check(
        name,
        share.low <= 0.05,
        f"{share.hits} of {share.trials} calendars without talks gave p of .05 or less: "
        f"{share.value:.3f} ({share.low:.3f} to {share.high:.3f}); .05 is nominal",
    )


def _power(found: Found) -> Check:
    """The smallest rise that would be seen."""
    name = "smallest rise found with 80 % power"
    ratio = found.reach
    if ratio is None:
        why = why_not(found.primary) or "a ratio of 16 would be missed"
        return Check(name, None, f"could not be made: {why}")
    return Check(
        name, None,
        f"{ratio:.2f} times the level before; the rise of interest is {INTEREST}; this does not "
        "decide",
    )  # fmt: skip


def _regime(found: Found) -> Check:
    """Whether the level of the series means one thing."""
    spans = found.series.regime
    shifts = found.primary.shifts.size
    moved = f"the calendar can stand in {shifts} places" if shifts else "no place for the calendar"
    if not spans:
        return Check(
            "inside a declared regime", None, f"no regime is declared: the whole series; {moved}"
        )
    told = " and ".join(f"{first.isoformat()} to {last.isoformat()}" for first, last in spans)
    return Check("inside a declared regime", passed=True, detail=f"{told}; {moved}")


def _missing(found: Found) -> Check:
    """Days without a report, and rounds that were left out."""
    spans = clip(regime_days(found.series, found.daily), len(found.daily.values))
    inside = [found.daily.values[first : last + 1] for first, last in spans]
    days = sum(each.size for each in inside)
    absent = sum(int(np.isnan(each).sum()) for each in inside)
    where = "of the regime" if found.series.regime else "of the series"
    left = left_out(found)
    told = f"; left out: {left}" if left else "; no round left out"
    return Check(
        "days without a report",
        not found.primary.chosen.left.unreported,
        f"{absent} of {days} days {where} have none and are left out, never read as zero{told}",
    )


def _flip(found: Found) -> Check:
    """What would turn the verdict."""
    name = "what would flip it"
    tested = found.primary
    ratio = needed(tested)
    if ratio is None:
        return Check(name, None, f"a test at all: {why_not(tested)}")
    parts = []
    short = FEWEST_CLUSTERS - tested.chosen.n_clusters
    if short > 0:
        parts.append(f"{short} more cluster{'s' if short > 1 else ''} of rounds")
    high, low = tested.high, tested.low
    if low is None or low <= 1:
        parts.append(f"a raw ratio above {ratio:.2f} (it is {number(tested.raw)}) for supported")
    if high is None or high >= INTEREST:
        parts.append(f"an upper end below {INTEREST} (it is {number(high, side='high')}) for "
                     "contradicted")  # fmt: skip
    if found.reason and not parts:
        parts.append(f"a verdict that holds throughout: {found.reason}")
    if found.verdict != "cannot say":
        parts.append("a cluster of rounds that breaks the pattern, or a correction of the series")
    return Check(name, None, "; ".join(parts))
