"""The checks of `balance`: what must hold for a firm verdict, and what would turn it."""

from truceline.measure.balance_size import LEAST, MOST, SIZES, TRIALS
from truceline.measure.balance_words import left_out
from truceline.measure.own_deeds import EVENT, LEAST_FALL, OTHERWISE, Own, fell, needed
from truceline.measure.shifts import ShiftTest
from truceline.measure.study import why_not
from truceline.measure.verdicts import FEWEST_CLUSTERS
from truceline.measure.words import number, span_words
from truceline.terms.results import Check


def checks(found: Own) -> tuple[Check, ...]:
    """Return what was checked for one series, in a fixed order.

    Parameters
    ----------
    found : Own
        One series, asked.

    Returns
    -------
    tuple of Check
        `passed` is None where a check could not be made or does not decide.
    """
    made = (
        _clusters(found), _omitting(found), _otherwise(found), _before(found), _placebo(found),
        _volume(found), _missing(found), _flip(found),
    )  # fmt: skip
    name = found.asked.series.name
    return tuple(Check(each.name, each.passed, f"{name}: {each.detail}") for each in made)


def calibrated() -> Check:
    """Return whether the test holds its size on made-up series, and where it does not.

    Returns
    -------
    Check
        Failed where the interval of a size leaves .03–.07, with the cases named.
    """
    outside = [
        f"{case} ({value:.3f}, {'more' if high > MOST else 'fewer'} than nominal)"
        for case, (value, low, high) in SIZES.items()
        if low < LEAST or high > MOST
    ]
    told = (
        f"not calibrated there: {'; '.join(outside)}" if outside else f"in all {len(SIZES)} kinds"
    )
    name = f"false alarms on {TRIALS} made-up series of each kind lie in .03 to .07"
    return Check(name, not outside, told)


def _first(found: Own) -> str:
    """What the primary interval alone says."""
    return fell(found.found.primary.low, found.found.primary.high)


def _ends(tested: ShiftTest) -> str:
    """A ratio with its interval."""
    return f"{number(tested.ratio)} ({span_words(tested.low, tested.high)})"


def _clusters(found: Own) -> Check:
    """Five clusters or more."""
    chosen = found.found.primary.chosen
    return Check(
        "at least five clusters of words", chosen.n_clusters >= FEWEST_CLUSTERS,
        f"{len(chosen.used)} days with words in {chosen.n_clusters} clusters (words within 21 days "
        f"of each other are one); {FEWEST_CLUSTERS} are asked for",
    )  # fmt: skip


def _omitting(found: Own) -> Check:
    """The verdict without each cluster."""
    name, omitted = "survives leaving out each cluster", found.found.omitted
    if not omitted:
        why = why_not(found.found.primary, EVENT) or "no cluster"
        return Check(name, None, f"could not be made: {why}")
    first = _first(found)
    lost = [each.cluster.isoformat() for each in omitted if fell(each.low, each.high) != first]
    told = f"changes without the cluster of {', '.join(lost)}" if lost else "stays"
    passed = None if first == "cannot say" else not lost
    return Check(name, passed, f"the interval alone says {first}, which {told}")


def _otherwise(found: Own) -> Check:
    """The verdict with the same deeds counted otherwise."""
    way = OTHERWISE[found.asked.by_volume]
    name = f"survives {way}"
    if found.other is None:
        return Check(name, None, "could not be made: the series is given in one way only")
    if not found.other.estimable:
        return Check(name, None, f"could not be made: {why_not(found.other, EVENT)}")
    other = fell(found.other.low, found.other.high)
    passed = None if _first(found) == "cannot say" else other == _first(found)
    return Check(name, passed, f"with it the ratio is {_ends(found.other)}: {other}")


def _before(found: Own) -> Check:
    """The days before a word, on which there is nothing to keep."""
    name, tested = "no fall in the 7 days before words", found.before
    if not tested.estimable:
        return Check(name, None, f"could not be made: {why_not(tested, EVENT)}")
    quiet = tested.high is None or tested.high >= 1
    return Check(name, quiet, f"before words the ratio is {_ends(tested)}, p {tested.p:.3f}")


def _placebo(found: Own) -> Check:
    """The size of the test on this series."""
    name, share = "false-positive rate on placebo calendars", found.found.placebo
    if share is None:
        return Check(name, None, "could not be made: the regime leaves no room for other calendars")
    return Check(
        name, share.low <= 0.05,
        f"{share.hits} of {share.trials} calendars without words gave p of .05 or less: "
        f"{share.value:.3f} ({share.low:.3f} to {share.high:.3f}); .05 is nominal",
    )  # fmt: skip


def _volume(found: Own) -> Check:
    """Whether reporting that swells around words was taken out."""
    name = "reporting that swells around words is taken out"
    if found.asked.by_volume:
        return Check(
            name, None,
            "each day's coded deeds are divided by that day's reports; where only the words are "
            "reported more, that makes a fall that is none, so the plain counts must agree",
        )  # fmt: skip
    return Check(
        name, None,
        "the series is not counted from press reports here; if its reporter counts more eagerly "
        "around talks, that stays in it",
    )  # fmt: skip


def _missing(found: Own) -> Check:
    """Words left out, and whether for want of reports."""
    left = left_out(found)
    return Check(
        "words left out", not found.found.primary.chosen.left.unreported,
        f"left out: {left}" if left else "none",
    )  # fmt: skip


def _flip(found: Own) -> Check:
    """What would turn the verdict."""
    name, tested = "what would flip it", found.found.primary
    ratio = needed(tested)
    if ratio is None:
        return Check(name, None, f"a test at all: {why_not(tested, EVENT)}")
    parts = []
    short = FEWEST_CLUSTERS - tested.chosen.n_clusters
    if short > 0:
        parts.append(f"{short} more cluster{'s' if short > 1 else ''} of words")
    if tested.high is None or tested.high >= 1:
        parts.append(f"a raw ratio below {ratio:.2f} (it is {number(tested.raw)}) for supported")
    if tested.low is None or tested.low <= LEAST_FALL:
        parts.append(
            f"a lower end above {LEAST_FALL:.2f} (it is {number(tested.low, side='low')}) for "
            "contradicted"
        )
    if found.reason and not parts:
        parts.append(f"a verdict that holds throughout: {found.reason}")
    if found.verdict != "cannot say":
        parts.append("a cluster of words that breaks the pattern, or a correction of the series")
    return Check(name, None, "; ".join(parts))
