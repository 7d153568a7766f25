"""The Hawkes fit: a million events, beside an EM fit in numpy and tick's likelihood."""

import importlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np

from benchmarks.timing import Row, seconds
from truceline.measure.hawkes import fit, log_likelihood
from truceline.simulate.hawkes import branching

BASE, RATIOS = np.array([0.5, 0.4]), np.array([[0.3, 0.2], [0.1, 0.4]])
DECAY = 1.5
SIZES = (10_000, 100_000, 1_000_000)
ALLOWED = {1_000_000: 2.5}
A_DAY = 1.8  # events of both sides together, in the long run
FARTHEST = 12.0  # mean delays back to which the EM looks for causes
CLOSE = 1e-7  # gain an event below which the EM counts as done

Events = tuple[np.ndarray[Any, np.dtype[np.float64]], np.ndarray[Any, np.dtype[np.int64]], float]


def rows() -> Iterator[Row]:
    """Fits of three sizes, then one likelihood."""
    made = {size: events(size) for size in SIZES}
    few = events(1_000)
    fit(*few[:2], end=few[2])  # compiled once a machine, not timed
    log_likelihood(*few[:2], theta(), end=few[2])
    for size, (times, marks, end) in made.items():
        slow = partial(em, times, marks, end)
        row = seconds(partial(fit, times, marks, end=end))
        plain = seconds(slow, times=1) if size == SIZES[1] else None
        beside = "EM in numpy, causes sought 12 mean delays back" if plain else ""
        yield Row(
            f"Hawkes: two sides, {times.size:,} events, decay estimated, standard errors",
            row, ALLOWED.get(size), plain, beside,
        )  # fmt: skip
    times, marks, end = made[SIZES[2]]
    ours = seconds(lambda: log_likelihood(times, marks, theta(), end=end), times=5)
    other = tick(times, marks, end)
    plain = None if other is None else seconds(other, times=5)
    beside = "tick is not installed" if plain is None else "tick 0.8.0.2, one thread, decay fixed"
    yield Row(f"Hawkes: one likelihood of {times.size:,} events", ours, None, plain, beside)


def events(size: int) -> Events:
    """About so many events."""
    end = size / A_DAY
    rng = np.random.default_rng(size)
    return (*branching(BASE, RATIOS, np.full(2, DECAY), end, rng), end)


def theta() -> np.ndarray[Any, np.dtype[np.float64]]:
    """The true numbers, a row each receiver."""
    return np.column_stack([BASE, RATIOS, np.full(2, DECAY)])


def em(times: Any, marks: Any, end: float, *, most: int = 200) -> tuple[Any, Any, float]:
    """Fit by expectation and maximisation over pairs of events, as one would write it in numpy."""
    first = np.searchsorted(times, times - FARTHEST / DECAY)
    counts = np.arange(times.size) - first
    child = np.repeat(np.arange(times.size), counts)
    parent = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    parent += np.repeat(first, counts)
    gap, pair = times[child] - times[parent], marks[child] * 2 + marks[parent]
    totals, own = np.bincount(marks, minlength=2), marks
    base, ratios, beta, before = totals / end / 2, np.full(4, 0.25), 1.0, -np.inf
    for _ in range(most):
        weight = ratios[pair] * beta * np.exp(-beta * gap)
        rate = base[own] + np.bincount(child, weight, times.size)
        value = float(np.log(rate).sum())
        share = weight / rate[child]
        base = np.bincount(own, base[own] / rate, 2) / end
        ratios = np.bincount(pair, share, 4) / np.tile(totals, 2)
        beta = float(share.sum() / (share * gap).sum())
        if abs(value - before) < CLOSE * times.size:
            break
        before = value
    return base, ratios.reshape(2, 2), beta


def tick(times: Any, marks: Any, end: float) -> Callable[[], object] | None:
    """A likelihood of tick's at a decay it has not seen, ready to be timed, or None."""
    try:
        module = importlib.import_module("tick.hawkes")
    except ModuleNotFoundError:
        return None
    parts = [np.ascontiguousarray(times[marks == each]) for each in (0, 1)]
    numbers = np.concatenate([BASE, RATIOS.ravel()])
    model = module.ModelHawkesExpKernLogLik(DECAY, n_threads=1)
    model.fit(parts, end_times=end)
    model.loss(numbers)  # fills its table of decays, which a fit of the decay would do each time
    return lambda: model.loss(numbers)
