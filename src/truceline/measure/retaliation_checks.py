"""The checks of `retaliation`: what must hold for a firm verdict, and what would turn it."""

import numpy as np

from truceline.measure.hawkes_days import DayFit
from truceline.measure.laid import clip
from truceline.measure.one_series import regime_days
from truceline.measure.reach import needed
from truceline.measure.replies import Reply, why_none
from truceline.measure.retaliation_size import BIAS, SIZES, TRIALS
from truceline.measure.retaliation_words import left_out
from truceline.measure.verdicts import FEWEST_CLUSTERS, INTEREST, judged
from truceline.measure.words import listed, number, span_words
from truceline.terms.results import Check

LEAST_SIZE, MOST_SIZE = 0.03, 0.07  # METHODS, section 9: where a test at .05 counts as calibrated


def checks(found: Reply) -> tuple[Check, ...]:
    """Return what was checked for one series of attacks, in a fixed order.

    Parameters
    ----------
    found : Reply
        One series, asked.

    Returns
    -------
    tuple of Check
        `passed` is None where a check could not be made or does not decide.
    """
    made = (
        _clusters(found), _omitting(found), _dating(found), _before(found), _mirror(found),
        _apart(found), _placebo(found), _power(found), _regime(found), _missing(found),
        _flip(found),
    )  # fmt: skip
    return tuple(
        Check(each.name, each.passed, f"{found.series.name}: {each.detail}") for each in made
    )


def calibrated() -> Check:
    """Return whether the test holds its size on made-up wars, and where it does not.

    Returns
    -------
    Check
        Failed where the interval of a size leaves .03–.07, with the cases named.
    """
    name = f"false alarms on {TRIALS} made-up wars of each kind lie in .03 to .07"
    outside = [
        f"{case} ({value:.3f}, {'more' if high > MOST_SIZE else 'fewer'} than nominal)"
        for case, (value, low, high) in SIZES.items()
        if low < LEAST_SIZE or high > MOST_SIZE
    ]
    if not SIZES:
        return Check(name, None, "not measured")
    if not outside:
        return Check(name, passed=True, detail=f"in all {len(SIZES)} kinds of wars")
    return Check(name, passed=False, detail=f"not calibrated there: {'; '.join(outside)}")


def hawkes_check(found: DayFit) -> Check:
    """Return whether the Hawkes fit describes the counts at all, with the bias of day bins.

    Parameters
    ----------
    found : DayFit
        The fit.

    Returns
    -------
    Check
        Failed where time rescaling rejects the model at .05 or a fit did not converge.
    """
    shortest = min(each.value for each in found.lag)
    told = ""
    if BIAS:
        near = min(BIAS, key=lambda lag: abs(lag - shortest))
        exact, binned = BIAS[near]
        told = (
            f"; on made-up events with a mean delay of {near:g} days, day bins turn a cross term "
            f"of .20 into {binned:.2f} ({exact:.2f} with exact times)"
        )
    runs = "one whole run" if found.runs == 1 else f"{found.runs} whole runs"
    ended = "" if found.converged else "; a fit did not converge"
    return Check(
        "Hawkes fit: waiting times rescale to exponential ones", found.p > 0.05 and found.converged,
        f"smallest p over sides and draws {found.p:.3f}; {found.days} days in "
        f"{runs}, {found.first.isoformat()} to "
        f"{found.last.isoformat()}; shortest mean delay {shortest:.1f} days{told}{ended}",
    )  # fmt: skip


def _clusters(found: Reply) -> Check:
    """Five clusters or more."""
    chosen = found.primary.chosen
    return Check(
        "at least five clusters of strikes",
        chosen.n_clusters >= FEWEST_CLUSTERS,
        f"{len(chosen.used)} days with strikes in {chosen.n_clusters} clusters (strikes within 21 "
        f"days of each other are one); {FEWEST_CLUSTERS} are asked for",
    )


def _omitting(found: Reply) -> Check:
    """The verdict without each cluster."""
    name = "survives leaving out each cluster"
    if not found.omitted:
        return Check(name, None, f"could not be made: {why_none(found.primary) or 'no cluster'}")
    first = judged(found.primary.low, found.primary.high)
    fallen = [each.cluster for each in found.omitted if each.verdict != first]
    told = f"changes without the cluster of {listed(fallen)}" if fallen else "stays"
    passed = None if first == "cannot say" else not fallen
    return Check(name, passed, f"the interval alone says {first}, which {told}")


def _dating(found: Reply) -> Check:
    """The verdict with overnight attacks dated the other way."""
    name = "survives the other dating of overnight attacks"
    if found.other is None:
        return Check(name, None, "could not be made: the series is given in one dating only")
    if not found.other.estimable:
        return Check(name, None, f"could not be made: {why_none(found.other)}")
    other = judged(found.other.low, found.other.high)
    first = judged(found.primary.low, found.primary.high)
    ratio = f"{number(found.other.ratio)} ({span_words(found.other.low, found.other.high)})"
    passed = None if first == "cannot say" else other == first
    return Check(name, passed, f"dated the other way the ratio is {ratio}: {other}")


def _before(found: Reply) -> Check:
    """The days before a strike, on which there is nothing to reply to."""
    tested, name = found.placebo_days, "no rise in the 7 days before strikes"
    if not tested.estimable:
        return Check(name, None, f"could not be made: {why_none(tested)}")
    ratio = f"{number(tested.ratio)} ({span_words(tested.low, tested.high)})"
    quiet = tested.low is None or tested.low <= 1
    return Check(name, quiet, f"before strikes the ratio is {ratio}, p {tested.p:.3f}")


def _mirror(found: Reply) -> Check:
    """Whether the week after runs above the week before."""
    name = "the week after runs above the week before"
    if found.mirror is None:
        return Check(name, None, "could not be made: one of the two cannot be tested")
    ratio, p = found.mirror.ratio, found.mirror.p
    return Check(
        name, None,
        f"{ratio:.2f} times, p {p:.3f}; a tempo that strikes follow lifts both weeks alike; this "
        "does not decide",
    )  # fmt: skip


def _apart(found: Reply) -> Check:
    """The verdict from strikes far from talks."""
    name = "survives leaving out strikes near talks"
    tested = dict(found.beside)["apart"]
    if not tested.estimable:
        return Check(name, None, f"could not be made: {why_none(tested)}")
    ratio = f"{number(tested.ratio)} ({span_words(tested.low, tested.high)})"
    first, other = (judged(each.low, each.high) for each in (found.primary, tested))
    passed = None if first == "cannot say" else first == other
    count = tested.chosen.n_clusters
    return Check(
        name, passed,
        f"without strikes that had a round of talks from 7 days before to 14 after: {ratio}, "
        f"{count} clusters: {other}",
    )  # fmt: skip


def _placebo(found: Reply) -> Check:
    """The size of the test on this series."""
    name, share = "false-positive rate on placebo calendars", found.placebo
    if share is None:
        why = why_none(found.primary) or "the regime leaves no room for other calendars"
        return Check(name, None, f"could not be made: {why}")
    return Check(
        name, share.low <= MOST_SIZE,
        f"{share.hits} of {share.trials} calendars without strikes gave p of .05 or less: "
        f"{share.value:.3f} ({share.low:.3f} to {share.high:.3f}); .05 is nominal",
    )  # fmt: skip


def _power(found: Reply) -> Check:
    """The smallest rise that would be seen."""
    name = "smallest rise found with 80 % power"
    if found.reach is None:
        why = why_none(found.primary) or "a ratio of 16 would be missed"
        return Check(name, None, f"could not be made: {why}")
    told = f"{found.reach:.2f} times the level before; the rise of interest is {INTEREST}; this "
    return Check(name, None, f"{told}does not decide")


def _regime(found: Reply) -> Check:
    """Whether the level of the series means one thing."""
    name, spans, shifts = "inside a declared regime", found.series.regime, found.primary.shifts.size
    moved = f"the calendar can stand in {shifts} places" if shifts else "no place for the calendar"
    if not spans:
        return Check(name, None, f"no regime is declared: the whole series; {moved}")
    told = " and ".join(f"{first.isoformat()} to {last.isoformat()}" for first, last in spans)
    return Check(name, passed=True, detail=f"{told}; {moved}")


def _missing(found: Reply) -> Check:
    """Days without a report, and strikes that were left out."""
    spans = clip(regime_days(found.series, found.daily), len(found.daily.values))
    inside = [found.daily.values[first : last + 1] for first, last in spans]
    days = sum(each.size for each in inside)
    absent = sum(int(np.isnan(each).sum()) for each in inside)
    where = "of the regime" if found.series.regime else "of the series"
    left = left_out(found)
    told = f"; left out: {left}" if left else "; no strike left out"
    return Check(
        "days without a report",
        not found.primary.chosen.left.unreported,
        f"{absent} of {days} days {where} have none and are left out, never read as zero{told}",
    )


def _flip(found: Reply) -> Check:
    """What would turn the verdict."""
    name, tested = "what would flip it", found.primary
    ratio = needed(tested)
    if ratio is None:
        return Check(name, None, f"a test at all: {why_none(tested)}")
    parts = []
    short = FEWEST_CLUSTERS - tested.chosen.n_clusters
    if short > 0:
        parts.append(f"{short} more cluster{'s' if short > 1 else ''} of strikes")
    high, low = tested.high, tested.low
    if low is None or low <= 1:
        parts.append(f"a raw ratio above {ratio:.2f} (it is {number(tested.raw)}) for supported")
    if high is None or high >= INTEREST:
        told = number(high, side="high")
        parts.append(f"an upper end below {INTEREST} (it is {told}) for contradicted")
    if found.reason and not parts:
        parts.append(f"a verdict that holds throughout: {found.reason}")
    if found.verdict != "cannot say":
        parts.append("a cluster of strikes that breaks the pattern, or a correction of the series")
    return Check(name, None, "; ".join(parts))
