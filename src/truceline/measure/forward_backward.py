"""Forward and backward passes of a hidden Markov model, over blocks of steps at once, in numpy."""

import numpy as np

from truceline.measure.laid import Floats

_BLOCK = 48
_SCALED = 6  # steps between two scalings: so few cannot underflow


def passes(moves: Floats, first: Floats, seen: Floats) -> tuple[Floats, Floats, Floats]:
    """Return forward and backward weights of a hidden Markov model.

    Parameters
    ----------
    moves : array of float, shape (states, states)
        Chance of going from a state (row) to another (column); rows add up to 1.
    first : array of float, shape (states,)
        Chance of each state at the first step.
    seen : array of float, shape (steps, states)
        Probability of what was seen in each state, each row over its largest entry.

    Returns
    -------
    ahead, behind : array of float, shape (steps, states)
        Forward and backward weights, each row adding up to 1.
    scale : array of float, shape (steps,)
        The sum of their logs is the log likelihood, less that of the rows' largest entries.

    Notes
    -----
    Steps stand in blocks. In every block the products of its matrices are built up step by step,
    for all blocks at once and in both directions; then only one vector a block is carried on.

    References
    ----------
    Rabiner, L. (1989). A tutorial on hidden Markov models. *Proceedings of the IEEE* 77.

    Examples
    --------
    >>> seen = np.array([[1.0, 0.1], [0.1, 1.0]])
    >>> ahead, behind, scale = passes(np.full((2, 2), 0.5), np.array([0.5, 0.5]), seen)
    >>> round(float(scale.prod()), 4)
    0.3025
    """
    steps, states = seen.shape
    blocks = -(-steps // _BLOCK)
    padded = np.ones((blocks * _BLOCK, states))
    padded[:steps] = seen
    single = moves * padded[:, None, :]
    single[0] = np.diag(padded[0])  # the first step is not moved to
    single[steps:] = np.eye(states)
    forth = single.reshape(blocks, _BLOCK, states, states)
    back = np.swapaxes(forth[:, ::-1], 2, 3)
    both = np.concatenate((forth, back))
    running = np.empty_like(both)
    running[:, 0] = both[:, 0]
    for step in range(1, _BLOCK):
        made = running[:, step - 1] @ both[:, step]
        if step % _SCALED == 0:
            made /= made.sum(axis=(1, 2), keepdims=True)
        running[:, step] = made
    ahead = _carried(running[:blocks], first).reshape(-1, states)[:steps]
    after = _carried(running[blocks:][::-1], np.full(states, 1 / states))
    turned = after.reshape(-1, states)[::-1]
    behind = np.vstack((turned[1:], np.full((1, states), 1 / states)))[:steps]
    before = np.vstack((first, ahead[:-1]))
    scale = np.einsum("ti,tij,tj->t", before, single[:steps], np.ones((steps, states)))
    return ahead, behind, np.asarray(scale)


def _carried(running: Floats, start: Floats) -> Floats:
    """Vectors of all steps of all blocks, each adding up to 1."""
    at = start
    begins = np.empty((len(running), start.size))
    for block in range(len(running)):
        begins[block] = at
        at = at @ running[block, -1]
        at = at / at.sum()
    found = np.einsum("bi,btij->btj", begins, running)
    return np.asarray(found / found.sum(axis=2, keepdims=True))
