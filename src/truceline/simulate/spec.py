"""What a made-up war is made from: every number that is planted, with its default and its range."""

from dataclasses import dataclass, field
from datetime import date

from truceline.terms.errors import BadInput


@dataclass(frozen=True, slots=True)
class Tempo:
    """The tempo that both sides share, a first-order autoregression of the log rate."""

    level_a: float = 40.0
    level_b: float = 25.0
    persistence: float = 0.95
    spread: float = 0.35
    trend: float = 0.0
    dispersion: float = 6.0


@dataclass(frozen=True, slots=True)
class Replies:
    """Attacks of one side that answer the other's, as a share of its own level, and how late.

    `lag` is the first side's mean lag; the second side's is `slower` times as long.
    """

    b_to_a: float = 0.15
    a_to_b: float = 0.15
    lag: float = 3.0
    slower: float = 1.0


@dataclass(frozen=True, slots=True)
class Talks:
    """Rounds of talks, and what is planted before and after each that was announced."""

    clusters: int = 8
    rounds: int = 12
    effect_a: float = 1.0
    effect_b: float = 1.0
    after_a: float = 1.0
    after_b: float = 1.0
    days: int = 7
    collapsed: float = 0.15
    postponed: float = 0.15
    direct: float = 0.7
    late: bool = False


@dataclass(frozen=True, slots=True)
class Truces:
    """Truces, each of some days: what both sides' rates are in them and in the week before."""

    count: int = 0
    days: int = 10
    during: float = 1.0
    before: float = 1.0


@dataclass(frozen=True, slots=True)
class Phases:
    """Two days on which the war changes for good: tempo of both sides and drift of the front."""

    day_1: int = 20_000
    tempo_1: float = 1.0
    drift_1: float = 0.0
    day_2: int = 20_000
    tempo_2: float = 1.0
    drift_2: float = 0.0


@dataclass(frozen=True, slots=True)
class Front:
    """Area that the first side holds, in km²: its daily noise and what an attack surplus moves."""

    area: float = 10_000.0
    noise: float = 4.0
    pull: float = 6.0
    drift: float = 0.0


@dataclass(frozen=True, slots=True)
class Backers:
    """One backer a side: from which day, and by what factor it raises its side's attacks."""

    day_a: int = 120
    aid_a: float = 1.0
    day_b: int = 240
    aid_b: float = 1.0


@dataclass(frozen=True, slots=True)
class Reports:
    """How the truth is misreported; `late_b` and `smooth_b` are days, of the second side's series.

    `around_talks` multiplies the share of attacks that is seen on the days of rounds and near them.
    """

    missing: float = 0.02
    seen: float = 0.95
    around_talks: float = 1.0
    late_b: int = 0
    smooth_b: int = 1
    losses_per_attack: float = 3.0
    claimed: float = 1.6
    events: float = 0.02


@dataclass(frozen=True, slots=True)
class Spec:
    """A made-up war, as its TOML file has it: one section a field."""

    name: str = "A made-up war"
    start: date = date(2030, 1, 1)
    days: int = 900
    tempo: Tempo = field(default_factory=Tempo)
    replies: Replies = field(default_factory=Replies)
    talks: Talks = field(default_factory=Talks)
    truces: Truces = field(default_factory=Truces)
    phases: Phases = field(default_factory=Phases)
    front: Front = field(default_factory=Front)
    backers: Backers = field(default_factory=Backers)
    reports: Reports = field(default_factory=Reports)


RANGES: dict[str, tuple[float, float]] = {
    "days": (200, 20_000),
    "tempo.level_a": (0.1, 10_000), "tempo.level_b": (0.1, 10_000),
    "tempo.persistence": (0, 0.999), "tempo.spread": (0, 2), "tempo.trend": (-2, 2),
    "tempo.dispersion": (0.2, 1_000),
    "replies.b_to_a": (0, 0.8), "replies.a_to_b": (0, 0.8), "replies.lag": (1, 60),
    "replies.slower": (0.05, 20),
    "talks.clusters": (0, 200), "talks.rounds": (0, 400), "talks.effect_a": (0.05, 20),
    "talks.effect_b": (0.05, 20),
    "talks.after_a": (0.05, 20), "talks.after_b": (0.05, 20),
    "talks.days": (1, 30), "talks.collapsed": (0, 1),
    "talks.postponed": (0, 1), "talks.direct": (0, 1),
    "truces.count": (0, 100), "truces.days": (1, 60), "truces.during": (0, 20),
    "truces.before": (0.05, 20),
    "phases.day_1": (1, 20_000), "phases.tempo_1": (0.05, 20), "phases.drift_1": (-1e3, 1e3),
    "phases.day_2": (1, 20_000), "phases.tempo_2": (0.05, 20), "phases.drift_2": (-1e3, 1e3),
    "front.drift": (-1e3, 1e3),
    "front.area": (1, 1e7), "front.noise": (0, 1e4), "front.pull": (0, 1e4),
    "backers.day_a": (0, 20_000), "backers.aid_a": (0.05, 20),
    "backers.day_b": (0, 20_000), "backers.aid_b": (0.05, 20),
    "reports.missing": (0, 0.9), "reports.seen": (0.05, 1),
    "reports.around_talks": (0.05, 20),
    "reports.late_b": (0, 14),
    "reports.smooth_b": (1, 14), "reports.losses_per_attack": (0, 1e4),
    "reports.claimed": (0.05, 20), "reports.events": (0, 1),
}  # fmt: skip
"""Lowest and highest allowed number of every key."""


def check(spec: Spec) -> None:
    """Refuse a spec with a value of the wrong kind, out of range, or at odds with another.

    Parameters
    ----------
    spec : Spec
        As given.

    Raises
    ------
    BadInput
        With the key, the value met and what is allowed.

    Examples
    --------
    >>> check(Spec(days=5))
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadInput: days is 5; it should lie between 200 and 20000
    """
    name: object = spec.name
    if not (isinstance(name, str) and name.strip()):
        raise BadInput(f"name is {spec.name!r}; give the war a name")
    if type(spec.start) is not date:
        raise BadInput(f"start is {spec.start!r}; give a date such as 2030-01-01")
    if type(spec.talks.late) is not bool:
        raise BadInput(f"talks.late is {spec.talks.late!r}; give true or false")
    for key, (low, high) in RANGES.items():
        section, _, name = key.rpartition(".")
        value = getattr(getattr(spec, section) if section else spec, name)
        default = getattr(getattr(Spec(), section) if section else Spec(), name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise BadInput(f"{key} is {value!r}; give a number such as {default}")
        if isinstance(default, int) and not isinstance(value, int):
            raise BadInput(f"{key} is {value!r}; give a whole number such as {default}")
        if not low <= value <= high:
            raise BadInput(f"{key} is {value}; it should lie between {low:g} and {high:g}")
    _check_talks(spec)
    _check_rest(spec)


def _check_talks(spec: Spec) -> None:
    """Refuse talks that do not fit into the war or contradict themselves."""
    talks = spec.talks
    if talks.rounds < talks.clusters or (talks.rounds > 0) != (talks.clusters > 0):
        raise BadInput(
            f"talks.rounds is {talks.rounds} and talks.clusters is {talks.clusters}; a cluster "
            "holds at least one round: give at least as many rounds as clusters, or 0 and 0"
        )
    if talks.collapsed + talks.postponed > 1:
        raise BadInput(
            f"talks.collapsed and talks.postponed are {talks.collapsed} and {talks.postponed}; "
            "they are shares of all rounds and may add up to 1 at most"
        )
    needed = 90 + 45 * talks.clusters + 20 * (talks.rounds - talks.clusters)
    room = spec.days // 2 + 90 if talks.late else spec.days
    if talks.clusters and needed > room:
        raise BadInput(
            f"talks.rounds {talks.rounds} in {talks.clusters} clusters need {needed} days and "
            f"there are {room}; give more days or fewer rounds"
        )


def _check_rest(spec: Spec) -> None:
    """Refuse replies before their cause, phases out of order, truces without room, over-reports."""
    lag = spec.replies.lag * spec.replies.slower
    if lag < 1:
        raise BadInput(
            f"replies.lag {spec.replies.lag} times replies.slower {spec.replies.slower} is a mean "
            f"lag of {lag:g} days; replies come a day later at the earliest: give 1 or more"
        )
    first, second = spec.phases.day_1, spec.phases.day_2
    if second < first:
        raise BadInput(f"phases.day_2 is {second}, before phases.day_1 {first}; swap them")
    needed = spec.truces.count * (spec.truces.days + 14) + 44
    if spec.truces.count and needed > spec.days:
        raise BadInput(
            f"truces.count {spec.truces.count} of {spec.truces.days} days need {needed} days and "
            f"there are {spec.days}; give more days or fewer truces"
        )
    seen = spec.reports.seen * spec.reports.around_talks
    if seen > 1 + 1e-9:
        raise BadInput(
            f"reports.seen {spec.reports.seen} times reports.around_talks "
            f"{spec.reports.around_talks} is {seen:g}; nobody sees more than all attacks: give "
            "1 at most"
        )
