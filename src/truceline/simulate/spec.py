"""What a made-up war is made from: every number that is planted, with its default and its range."""

import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

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
    """Attacks of one side that answer the other's, as a share of its own level, and how late."""

    b_to_a: float = 0.15
    a_to_b: float = 0.15
    lag: float = 3.0


@dataclass(frozen=True, slots=True)
class Talks:
    """Rounds of talks, and what is planted in the days before each that was announced."""

    clusters: int = 8
    rounds: int = 12
    effect_a: float = 1.0
    effect_b: float = 1.0
    days: int = 7
    collapsed: float = 0.15
    postponed: float = 0.15
    direct: float = 0.7
    late: bool = False


@dataclass(frozen=True, slots=True)
class Front:
    """Area that the first side holds, in km²: its daily noise and what an attack surplus moves."""

    area: float = 10_000.0
    noise: float = 4.0
    pull: float = 6.0


@dataclass(frozen=True, slots=True)
class Backers:
    """One backer a side: from which day, and by what factor it raises its side's attacks."""

    day_a: int = 120
    aid_a: float = 1.0
    day_b: int = 240
    aid_b: float = 1.0


@dataclass(frozen=True, slots=True)
class Reports:
    """How the truth is misreported."""

    missing: float = 0.02
    seen: float = 0.95
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
    front: Front = field(default_factory=Front)
    backers: Backers = field(default_factory=Backers)
    reports: Reports = field(default_factory=Reports)


RANGES: dict[str, tuple[float, float]] = {
    "days": (200, 20_000),
    "tempo.level_a": (0.1, 10_000), "tempo.level_b": (0.1, 10_000),
    "tempo.persistence": (0, 0.999), "tempo.spread": (0, 2), "tempo.trend": (-2, 2),
    "tempo.dispersion": (0.2, 1_000),
    "replies.b_to_a": (0, 0.8), "replies.a_to_b": (0, 0.8), "replies.lag": (1, 60),
    "talks.clusters": (0, 200), "talks.rounds": (0, 400), "talks.effect_a": (0.05, 20),
    "talks.effect_b": (0.05, 20), "talks.days": (1, 30), "talks.collapsed": (0, 1),
    "talks.postponed": (0, 1), "talks.direct": (0, 1),
    "front.area": (1, 1e7), "front.noise": (0, 1e4), "front.pull": (0, 1e4),
    "backers.day_a": (0, 20_000), "backers.aid_a": (0.05, 20),
    "backers.day_b": (0, 20_000), "backers.aid_b": (0.05, 20),
    "reports.missing": (0, 0.9), "reports.seen": (0.05, 1), "reports.losses_per_attack": (0, 1e4),
    "reports.claimed": (0.05, 20), "reports.events": (0, 1),
}  # fmt: skip
"""Lowest and highest allowed number of every key."""

_SECTIONS: dict[str, type[Any]] = {
    "tempo": Tempo, "replies": Replies, "talks": Talks, "front": Front, "backers": Backers,
    "reports": Reports,
}  # fmt: skip


def read_spec(path: Path) -> Spec:
    """Return the spec of a made-up war from a TOML file.

    Parameters
    ----------
    path : Path
        TOML with the keys of `Spec`; what is absent keeps its default.

    Returns
    -------
    Spec
        Every number inside its range.

    Raises
    ------
    BadInput
        If the file cannot be read, is no TOML, or holds an unknown key or a number out of range.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} cannot be read ({error}); give a TOML file") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadInput(f"{path.name} is not TOML: {error}; correct that line") from error
    return spec_of(table)


def spec_of(table: dict[str, Any]) -> Spec:
    """Return the spec that a table describes.

    Parameters
    ----------
    table : dict
        `name`, `start`, `days`, and sections `tempo`, `replies`, `talks`, `front`, `backers`,
        `reports`.

    Returns
    -------
    Spec
        Every number inside its range.

    Raises
    ------
    BadInput
        If a key is unknown, or a value of the wrong kind or out of range.

    Examples
    --------
    >>> spec_of({"days": 800, "talks": {"effect_a": 2.0}}).talks.effect_a
    2.0
    """
    known = {each.name for each in fields(Spec)}
    _refuse_unknown(table, known, "the spec")
    given: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _SECTIONS:
            given[key] = value
            continue
        if not isinstance(value, dict):
            raise BadInput(f"{key} is {value!r}; write it as a section [{key}] with its keys")
        kind = _SECTIONS[key]
        _refuse_unknown(value, {each.name for each in fields(kind)}, f"[{key}]")
        given[key] = kind(**value)
    made = Spec(**given)
    check(made)
    return made


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


def _refuse_unknown(table: dict[str, Any], known: set[str], where: str) -> None:
    """Name the first unknown key, and those there are."""
    for key in table:
        if key not in known:
            raise BadInput(f"{where} has an unknown key {key!r}; known: {', '.join(sorted(known))}")
