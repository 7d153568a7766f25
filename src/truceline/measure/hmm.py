"""Regimes of a series of counts: a hidden Markov model with negative-binomial counts.

Baum–Welch, with the forward and backward passes of `forward_backward`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from truceline.measure.forward_backward import passes
from truceline.measure.laid import Floats, Ints
from truceline.measure.negative_binomial import LARGEST_SIZE, log_gamma, log_likelihood
from truceline.terms.errors import BadInput, TooFewData

FEWEST_A_STATE = 12  # reported steps for each state asked for


@dataclass(frozen=True, slots=True, eq=False)
class Regimes:
    """A fitted model; states stand in the order of their means.

    `size` is infinite where the counts of a state are Poisson. `chance` holds, for each step, the
    probability of each state given all counts.
    """

    mean: Floats
    size: Floats
    moves: Floats
    first: Floats
    chance: Floats
    log_likelihood: float
    bic: float
    converged: bool

    @property
    def states(self) -> int:
        """How many states there are."""
        return self.mean.size


def regimes(
    values: Floats, states: int, *, poisson: bool = False, rounds: int = 300, nearness: float = 1e-5
) -> Regimes:
    """Return the regimes that make counts most likely.

    Parameters
    ----------
    values : array of float, shape (steps,)
        Counts, 0 or more; missing steps are NaN and tell nothing.
    states : int
        1 to 8.
    poisson : bool, default False
        Whether counts inside a regime vary by Poisson chance alone.
    rounds : int, default 300
        Most rounds of Baum–Welch.
    nearness : float, default 1e-5
        Gain in log likelihood at which it stops.

    Returns
    -------
    Regimes
        The better of two starts, which are set from the counts' own quantiles.

    Raises
    ------
    BadInput
        If a count is negative or infinite, or `states` is not 1 to 8.
    TooFewData
        If fewer than 12 steps a state have a report, or counts do not vary.

    Notes
    -----
    Assumes that counts are independent inside a regime and that regimes last a geometric time.
    Where counts swing slowly inside a regime, more states fit better than there are.

    References
    ----------
    Baum, L. et al. (1970). A maximization technique occurring in the statistical analysis of
    probabilistic functions of Markov chains. *Annals of Mathematical Statistics* 41. Zucchini, W. &
    MacDonald, I. (2009). *Hidden Markov Models for Time Series*.

    Examples
    --------
    >>> rng = np.random.default_rng(1)
    >>> counts = np.concatenate([rng.poisson(5, 60), rng.poisson(20, 60)]).astype(float)
    >>> regimes(counts, 2).mean.round()
    array([ 5., 20.])
    """
    _refuse(values, states)
    model = _Counts(values, poisson=poisson)
    runs = [_Run(model, states, stay) for stay in (0.9, 0.98)[: 1 if states == 1 else 2]]
    for run in runs:
        run.improve(min(rounds, 15), nearness)
    best = max(runs, key=lambda run: run.fitted)
    best.improve(rounds, nearness)
    return best.result()


def chosen(values: Floats, most: int = 4) -> tuple[Regimes, ...]:
    """Return models of 1 to `most` states; the first in the tuple has the least BIC.

    Parameters
    ----------
    values : array of float, shape (steps,)
        Counts, 0 or more; missing steps are NaN.
    most : int, default 4
        Most states; fewer are tried where there are too few reports.

    Returns
    -------
    tuple of Regimes
        In the order of their BIC.

    Raises
    ------
    TooFewData
        If not even one state can be fitted.

    References
    ----------
    Schwarz, G. (1978). Estimating the dimension of a model. *Annals of Statistics* 6.

    Examples
    --------
    >>> counts = np.random.default_rng(1).poisson(9, 200).astype(float)
    >>> chosen(counts, 2)[0].states
    1
    """
    reports = int(np.isfinite(values).sum())
    able = min(most, reports // FEWEST_A_STATE)
    if able < 1:
        raise TooFewData(f"{reports} steps have a report; {FEWEST_A_STATE} a state are needed")
    made = [regimes(values, states) for states in range(1, able + 1)]
    return tuple(sorted(made, key=lambda each: each.bic))


def paths(values: Floats, model: Regimes, draws: int, rng: Generator) -> Ints:
    """Return courses of regimes drawn from what the counts leave possible.

    Parameters
    ----------
    values : array of float, shape (steps,)
        The counts.
    model : Regimes
        Fitted to them.
    draws : int
        How many.
    rng : numpy.random.Generator
        Chance, from the caller.

    Returns
    -------
    array of int, shape (draws, steps)
        Numbers of states. The model's own numbers are held fixed.

    References
    ----------
    Chib, S. (1996). Calculating posterior distributions and modal estimates in Markov mixture
    models. *Journal of Econometrics* 75.

    Examples
    --------
    >>> counts = np.repeat([2.0, 30.0], 40)
    >>> model = regimes(counts, 2)
    >>> paths(counts, model, 3, np.random.default_rng(1))[:, [0, -1]].tolist()
    [[0, 1], [0, 1], [0, 1]]
    """
    seen = _Counts(values, poisson=False).emissions(model.mean, model.size)[0]
    ahead = passes(model.moves, model.first, seen)[0]
    found = np.empty((draws, values.size), dtype=np.int64)
    weights = np.broadcast_to(ahead[-1], (draws, model.states))
    for step in range(values.size - 1, -1, -1):
        if step < values.size - 1:
            weights = ahead[step] * model.moves[:, found[:, step + 1]].T
        reach = np.cumsum(weights, axis=1)
        drawn = rng.random(draws)[:, None] * reach[:, -1:]
        found[:, step] = np.minimum((reach <= drawn).sum(axis=1), model.states - 1)
    return found


class _Counts:
    """The counts, and how often each of them was met."""

    def __init__(self, values: Floats, *, poisson: bool) -> None:
        self.values = values
        self.poisson = poisson
        self.reported = np.isfinite(values)
        self.counts = values[self.reported]
        self.unique, self.which = np.unique(self.counts, return_inverse=True)
        self.factorial = log_gamma(self.unique + 1)

    def emissions(self, mean: Floats, size: Floats) -> tuple[Floats, Floats]:
        """Probability of each count in each state over the likeliest, and the log of that."""
        table = log_likelihood(self.unique[:, None], mean, size)
        logs = np.zeros((self.values.size, mean.size))
        logs[self.reported] = table[self.which]
        top = logs.max(axis=1)
        return np.exp(logs - top[:, None]), top


class _Run:
    """One climb of Baum–Welch."""

    def __init__(self, model: _Counts, states: int, stay: float) -> None:
        self.model, self.states = model, states
        parts = np.array_split(np.sort(model.counts), states)
        self.mean = np.maximum([float(part.mean()) for part in parts], 1e-3)
        self.mean += np.arange(states) * 1e-3  # equal quantiles must not make equal states
        spread = max(float(np.mean([part.var() / max(part.mean(), 1) for part in parts])) - 1, 0.1)
        size = np.full(states, np.inf) if model.poisson else self.mean / spread
        self.size = np.clip(size, 0.05, LARGEST_SIZE) if not model.poisson else size
        self.moves = np.full((states, states), (1 - stay) / max(states - 1, 1))
        np.fill_diagonal(self.moves, stay if states > 1 else 1.0)
        self.first = np.full(states, 1 / states)
        self.fitted, self.converged = -np.inf, False
        self.chance = np.ones((model.values.size, states)) / states

    def improve(self, rounds: int, nearness: float) -> None:
        """Climb until nothing is gained."""
        for _ in range(rounds):
            if self.converged:
                return
            seen, top = self.model.emissions(self.mean, self.size)
            ahead, behind, scale = passes(self.moves, self.first, seen)
            now = float(np.log(scale).sum() + top.sum())
            self.converged = now - self.fitted < nearness
            self.fitted = now
            self.chance = ahead * behind
            self.chance /= self.chance.sum(axis=1, keepdims=True)
            if not self.converged:
                self._step(seen, ahead, behind)

    def _step(self, seen: Floats, ahead: Floats, behind: Floats) -> None:
        """Move every number to where it fits best."""
        pairs = ahead[:-1, :, None] * self.moves * (seen * behind)[1:, None, :]
        pairs /= pairs.sum(axis=(1, 2), keepdims=True)
        moves = pairs.sum(axis=0)
        moves += 1e-12
        self.moves = moves / moves.sum(axis=1, keepdims=True)
        self.first = self.chance[0]
        weights = self.chance[self.model.reported]
        held = np.maximum(weights.sum(axis=0), 1e-9)
        self.mean = np.maximum(weights.T @ self.model.counts / held, 1e-6)
        if not self.model.poisson:
            met: Floats = np.stack([
                np.bincount(self.model.which, weights[:, each], self.model.unique.size)
                for each in range(self.states)
            ])  # fmt: skip
            self.size = _best_size(self.model.unique, met, self.mean, self.size)

    def result(self) -> Regimes:
        """The model, states in the order of their means."""
        order = np.argsort(self.mean)
        single = 1 if self.model.poisson else 2
        numbers = self.states * single + self.states * (self.states - 1)
        bic = -2 * self.fitted + numbers * np.log(self.model.counts.size)
        return Regimes(
            self.mean[order], self.size[order], self.moves[np.ix_(order, order)],
            self.first[order], self.chance[:, order], self.fitted, float(bic), self.converged,
        )  # fmt: skip


def _best_size(unique: Floats, met: Floats, mean: Floats, size: Floats) -> Floats:
    """Raise the likelihood over the size of each state, by looking around the present one.

    The present size is among those tried, so that a round never loses.
    """
    states = np.arange(mean.size)
    for reach in (1.0, 0.25):
        tries = np.clip(size[:, None] * np.exp(np.linspace(-reach, reach, 7)), 0.05, LARGEST_SIZE)
        tries[:, 3] = size
        level = mean[:, None]
        gamma = (met[:, None, :] * log_gamma(unique + tries[:, :, None])).sum(axis=2)
        total, held = (met @ unique)[:, None], met.sum(axis=1)[:, None]
        fit = gamma - held * log_gamma(tries) - total * np.log(tries + level)
        fit -= held * tries * np.log1p(level / tries)
        size = tries[states, np.argmax(fit, axis=1)]
    return size


def _refuse(values: Floats, states: int) -> None:
    """Say what has no regimes."""
    known = values[np.isfinite(values)]
    if np.isinf(values).any() or (known < 0).any():
        raise BadInput("a count is negative or infinite; give counts of 0 or more")
    if not 1 <= states <= 8:
        raise BadInput(f"states is {states}; give 1 to 8")
    if known.size < FEWEST_A_STATE * states:
        raise TooFewData(
            f"{known.size} steps have a report; {FEWEST_A_STATE * states} are needed for "
            f"{states} states"
        )
    if known.min() == known.max():
        raise TooFewData("the series is constant; it has no regimes")
