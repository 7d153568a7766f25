"""Forecasts as samples of equal weight, made of samples of unequal weight."""

import numpy as np

from truceline.measure.laid import Floats

SIZE = 100
_AT = (np.arange(SIZE) + 0.5) / SIZE


def evened(values: Floats, weights: Floats) -> Floats:
    """Return samples of equal weight that say what weighted ones say.

    Parameters
    ----------
    values : array of float, shape (..., n)
        Samples.
    weights : array of float, shape (..., n)
        Above 0; they need not add up to 1.

    Returns
    -------
    array of float, shape (..., SIZE)
        Quantiles at the middles of SIZE equal steps, between the samples on a line.

    Examples
    --------
    >>> found = evened(np.array([[0.0, 10.0]]), np.array([[0.9, 0.1]]))
    >>> found.shape, round(float((found < 5).mean()), 2)
    ((1, 100), 0.7)
    """
    order = np.argsort(values, axis=-1)
    sorted_values = np.take_along_axis(values, order, -1)
    sorted_weights = np.take_along_axis(weights, order, -1)
    share = np.cumsum(sorted_weights, -1) / sorted_weights.sum(-1, keepdims=True)
    middle = share - sorted_weights / sorted_weights.sum(-1, keepdims=True) / 2
    rows = zip(
        middle.reshape(-1, middle.shape[-1]),
        sorted_values.reshape(-1, values.shape[-1]),
        strict=True,
    )
    made = [np.interp(_AT, at, value) for at, value in rows]
    return np.array(made).reshape((*values.shape[:-1], SIZE))
