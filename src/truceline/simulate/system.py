"""The system run forward: a shared tempo, replies, talks, a front and backers, day by day."""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from truceline.simulate.planted import (
    days_after,
    front_drift,
    laid_truces,
    misdated,
    near_talks,
    truce_factors,
)
from truceline.simulate.spec import Spec, check
from truceline.terms.wars import Round, RoundStatus, Truce

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

A, B = "XNO", "XSO"  # codes that ISO 3166 leaves to users
NAMES = {A: "Norland", B: "Sorland"}
FIRST_ROUND, LAST_ROUND = 60, 30  # days kept free of rounds at the start and at the end
CLUSTER_GAP = 45


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A made-up war: the truth and what is reported of it, a value a day.

    Attacks, losses and area are true; `reported` holds the series as a war folder has them, with
    NaN on days without a report. `before` and `after` are the days whose rates carry the effects
    of talks.
    """

    spec: Spec
    rounds: tuple[Round, ...]
    before: tuple[int, ...]
    tempo: Floats
    attacks: dict[str, Ints]
    losses: dict[str, Floats]
    area: Floats
    reported: dict[str, Floats]
    after: tuple[int, ...] = ()
    truces: tuple[Truce, ...] = ()


def run(spec: Spec, rng: Generator) -> Made:
    """Run a made-up war forward.

    Parameters
    ----------
    spec : Spec
        What is planted.
    rng : numpy.random.Generator
        Chance, from the caller; the same state gives the same war.

    Returns
    -------
    Made
        Truth and reports.

    Raises
    ------
    BadInput
        If the spec is out of range.

    Notes
    -----
    A side's daily attacks are negative binomial around base + replies: the base is its level,
    less the share that answers, times the shared tempo, its backer's aid from that backer's day
    on, the tempo of its phase, and the effects of talks on the days before and after every
    announced round and of truces in them and before; replies follow the other side's attacks of
    earlier days with geometric weights. Effects multiply the base alone, so that with replies the
    total moves less than the planted ratio. A day that is before one round and after another
    carries both effects, each once.

    Examples
    --------
    >>> made = run(Spec(), np.random.default_rng(1))
    >>> len(made.rounds), made.attacks["XNO"].shape
    (12, (900,))
    """
    check(spec)
    starts = _starts(spec, rng)
    rounds = _rounds(spec, starts, rng)
    before = sorted({day for start in starts for day in range(start - spec.talks.days, start)})
    after = days_after(spec, rounds)
    tempo = _tempo(spec, rng)
    truces = laid_truces(spec, rng)
    base = _base(spec, tempo, before, after, truces)
    attacks = _attacks(spec, base, rng)
    losses: dict[str, Floats] = {
        A: (attacks[B] * spec.reports.losses_per_attack).astype(np.float64),
        B: (attacks[A] * spec.reports.losses_per_attack).astype(np.float64),
    }
    area = _area(spec, attacks, rng)
    near = near_talks(spec, rounds, before, after)
    reported = _reported(spec, attacks, losses, area, near, rng)
    return Made(
        spec, rounds, tuple(before), tempo, attacks, losses, area, reported, tuple(after), truces
    )


def _starts(spec: Spec, rng: Generator) -> list[int]:
    """First days of all rounds: clusters at least 45 days apart, rounds in them 6 to 18."""
    talks = spec.talks
    if not talks.clusters:
        return []
    sizes = np.ones(talks.clusters, dtype=np.int64)
    for each in rng.integers(0, talks.clusters, talks.rounds - talks.clusters):
        sizes[each] += 1
    inner = [np.cumsum([0, *rng.integers(6, 19, size - 1)]).tolist() for size in sizes]
    first = spec.days // 2 if talks.late else FIRST_ROUND
    taken = sum(each[-1] for each in inner) + CLUSTER_GAP * (talks.clusters - 1)
    slack = max(spec.days - LAST_ROUND - first - taken, 0)
    cuts = np.sort(rng.integers(0, slack + 1, talks.clusters))
    starts, at = [], first
    for days, gap in zip(inner, np.diff(cuts, prepend=0), strict=True):
        at += int(gap)
        starts += [at + day for day in days]
        at += days[-1] + CLUSTER_GAP
    return [day for day in starts if day < spec.days]


def _rounds(spec: Spec, starts: list[int], rng: Generator) -> tuple[Round, ...]:
    """Rounds with a status, a format and a day of announcement."""
    talks = spec.talks
    made = []
    for day in starts:
        draw = rng.random()
        status: RoundStatus = "held"
        if draw < talks.collapsed:
            status = "collapsed"
        elif draw < talks.collapsed + talks.postponed:
            status = "postponed"
        start = _date(spec, day)
        made.append(
            Round(
                start=start, end=start + timedelta(days=int(rng.integers(0, 2))),
                announced_on=_date(spec, day - int(rng.integers(2, 11))), status=status,
                place="Midhaven", format="direct" if rng.random() < talks.direct else "indirect",
                parties=(A, B), source="made up",
            )
        )  # fmt: skip
    return tuple(made)


def _date(spec: Spec, day: int) -> date:
    """The date of a day of the war."""
    return spec.start + timedelta(days=day)


def _tempo(spec: Spec, rng: Generator) -> Floats:
    """Log tempo, with mean 0 but for the trend, begun in its steady state."""
    shared = spec.tempo
    noise = rng.normal(size=spec.days)
    steps = noise * shared.spread * np.sqrt(1 - shared.persistence**2)
    tempo = np.empty(spec.days)
    state = float(noise[0]) * shared.spread
    for day in range(spec.days):
        if day:
            state = shared.persistence * state + float(steps[day])
        tempo[day] = state
    return tempo + shared.trend * (np.arange(spec.days) - spec.days / 2) / 100


def _base(
    spec: Spec, tempo: Floats, before: list[int], after: list[int], truces: tuple[Truce, ...]
) -> dict[str, Floats]:
    """Rates without replies."""
    made: dict[str, Floats] = {}
    shared = np.exp(tempo) * truce_factors(spec, truces)
    for day, factor in (
        (spec.phases.day_1, spec.phases.tempo_1), (spec.phases.day_2, spec.phases.tempo_2),
    ):  # fmt: skip
        shared[day:] *= factor
    for code, level, answers, effects, day, aid in (
        (A, spec.tempo.level_a, spec.replies.b_to_a, (spec.talks.effect_a, spec.talks.after_a),
         spec.backers.day_a, spec.backers.aid_a),
        (B, spec.tempo.level_b, spec.replies.a_to_b, (spec.talks.effect_b, spec.talks.after_b),
         spec.backers.day_b, spec.backers.aid_b),
    ):  # fmt: skip
        rate = level * (1 - answers) * shared
        rate[day:] *= aid
        rate[before] *= effects[0]
        rate[after] *= effects[1]
        made[code] = rate
    return made


def _attacks(spec: Spec, base: dict[str, Floats], rng: Generator) -> dict[str, Ints]:
    """Daily attacks of both sides, each answering the other's earlier ones."""
    found = {A: np.zeros(spec.days, dtype=np.int64), B: np.zeros(spec.days, dtype=np.int64)}
    lag = spec.replies.lag
    # geometric weights from yesterday on, with that mean lag, of the side that is answered
    fades = {B: 1 - 1 / lag, A: 1 - 1 / (lag * spec.replies.slower)}
    answers = (
        (A, B, spec.replies.b_to_a * spec.tempo.level_a / spec.tempo.level_b),
        (B, A, spec.replies.a_to_b * spec.tempo.level_b / spec.tempo.level_a),
    )
    memory = {A: 0.0, B: 0.0}
    thick = spec.tempo.dispersion
    for day in range(spec.days):
        for code, other, weight in answers:
            rate = float(base[code][day]) + weight * memory[other]
            found[code][day] = rng.poisson(rng.gamma(thick, rate / thick)) if rate > 0 else 0
        for code, fade in fades.items():
            memory[code] = fade * memory[code] + (1 - fade) * float(found[code][day])
    return found


def _area(spec: Spec, attacks: dict[str, Ints], rng: Generator) -> Floats:
    """Area that the first side holds: moved by the surplus of attacks, never below 0."""
    surplus = attacks[A] / spec.tempo.level_a - attacks[B] / spec.tempo.level_b
    steps = spec.front.pull * surplus + rng.normal(scale=spec.front.noise, size=spec.days)
    steps += front_drift(spec)
    return np.maximum(spec.front.area + np.cumsum(steps), 0.0)


def _reported(
    spec: Spec, attacks: dict[str, Ints], losses: dict[str, Floats], area: Floats,
    near: list[int], rng: Generator,
) -> dict[str, Floats]:  # fmt: skip
    """Series as they are reported: attacks undercounted, losses as the other side claims them."""
    made: dict[str, Floats] = {}
    share = np.full(spec.days, spec.reports.seen)
    share[near] = np.minimum(share[near] * spec.reports.around_talks, 1.0)
    for code in (A, B):
        seen = rng.binomial(attacks[code], share).astype(np.float64)
        made[f"attacks_{code.lower()}"] = seen if code == A else misdated(spec, seen)
    for code in (A, B):
        made[f"losses_{code.lower()}"] = np.round(losses[code] * spec.reports.claimed)
    made["area_held"] = np.round(area, 1)
    for series in made.values():
        series[rng.random(spec.days) < spec.reports.missing] = np.nan
    return made
