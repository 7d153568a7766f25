"""Change points and regimes on 4,000 days, beside ruptures and hmmlearn, then whole answers."""

import importlib
import warnings
from collections.abc import Iterator
from time import perf_counter
from typing import Any

import numpy as np

from benchmarks.timing import Row, seconds
from truceline.measure.changepoints import change_points
from truceline.measure.cuts import cuts
from truceline.measure.front import front
from truceline.measure.hmm import regimes
from truceline.measure.phases import phases
from truceline.read import wars

DAYS = 4_000
LEVELS = (20, 40, 30, 60, 25)


def rows() -> Iterator[Row]:
    """Ours beside two libraries in use, which know no negative binomial."""
    rng = np.random.default_rng(3)
    made = [rng.negative_binomial(5, 5 / (5 + mean), DAYS // len(LEVELS)) for mean in LEVELS]
    counts = np.concatenate(made).astype(float)
    yield _cuts(counts)
    yield Row(
        f"phases: change points of {DAYS} days, with penalty by simulation and intervals",
        seconds(lambda: change_points(counts, rng=np.random.default_rng(1))), 0.5,
    )  # fmt: skip
    yield _regimes(counts)
    war, panel = wars.load("ukraine"), wars.panel("ukraine")
    yield Row("phases: whole answer for Ukraine", seconds(lambda: phases(panel, war)), 1.5)
    yield Row("front: whole answer for Ukraine", seconds(lambda: front(panel, war)), 1.0)


def _cuts(counts: np.ndarray[Any, np.dtype[np.float64]]) -> Row:
    name = f"phases: exact negative-binomial cuts of {DAYS} days"
    ours = seconds(lambda: cuts(counts, size=5.0, penalty=8.0, shortest=28))
    found = cuts(counts, size=5.0, penalty=8.0, shortest=28)
    try:
        ruptures = importlib.import_module("ruptures")
    except ModuleNotFoundError:
        return Row(name, ours, 0.5, beside="ruptures is not installed")
    start = perf_counter()
    roots = np.sqrt(counts + 3 / 8)
    other = ruptures.KernelCPD(kernel="linear", min_size=28).fit(roots).predict(pen=5)
    taken = perf_counter() - start
    beside = (
        f"ruptures KernelCPD on square roots: {len(other) - 1} breaks where {len(LEVELS) - 1} "
        f"are planted; ours {len(found)}"
    )
    return Row(name, ours, 0.5, taken, beside)


def _regimes(counts: np.ndarray[Any, np.dtype[np.float64]]) -> Row:
    name = f"phases: three negative-binomial regimes of {DAYS} days, two starts"
    ours = seconds(lambda: regimes(counts, 3))
    try:
        hmm = importlib.import_module("hmmlearn.hmm")
    except ModuleNotFoundError:
        return Row(name, ours, 0.5, beside="hmmlearn is not installed")
    whole = counts[:, None].astype(int)

    def other() -> object:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return [
                hmm.PoissonHMM(3, random_state=seed, n_iter=300, tol=1e-5).fit(whole)
                for seed in (1, 2)
            ]

    return Row(name, ours, 0.5, seconds(other, times=1), "hmmlearn's Poisson model, two starts")
