"""How many will die in each of the next months, as samples: baselines, and what beats them.

The mandatory baseline is a country's own last twelve months. The forecast pools the futures of
look-alikes with the country's own months, later ones weighing more.
"""

from collections.abc import Callable

import numpy as np

from truceline.foresee.lookalikes import futures
from truceline.foresee.recent import HISTORY, LEVELS
from truceline.foresee.samples import evened
from truceline.measure.laid import Floats, Ints
from truceline.terms.errors import BadInput, TooFewData

VERSION = "1"
OWN = 0.35  # weight of the country's own months; chosen, like the rest, on 1998–2017
HALVES = 4  # months in which the weight of an own month halves
SPAN = 60  # own months looked back on


def forecast(deaths: Floats, horizons: Ints, *, countries: Ints | None = None) -> Floats:
    """Return samples of deaths in months to come.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        0 or more, up to the origin, which is the last column.
    horizons : array of int, shape (h,)
        Months ahead, 1 or more.
    countries : array of int, optional
        Rows to forecast; all by default. All rows are learnt from.

    Returns
    -------
    array of float, shape (countries, h, 100)
        Deaths a month, of equal weight.

    Raises
    ------
    BadInput
        If a horizon is not ahead or deaths are not 0 or more.
    TooFewData
        If no month has both a year before it and the farthest horizon after it.

    Notes
    -----
    Assumes that what comes after months like these comes again. It cannot foresee a war that
    nothing announced, and a lump that a dataset puts on one month for many is noise to it.

    References
    ----------
    Hegre, H. et al. (2025). The 2023/24 VIEWS prediction challenge: predicting the number of
    fatalities in armed conflict, with uncertainty. *Journal of Peace Research*.

    Examples
    --------
    >>> steady = np.full((40, 60), 5.0)
    >>> samples = forecast(steady, np.array([1, 6]), countries=np.array([3]))
    >>> samples.shape, float(samples.min()), float(samples.max())
    ((1, 2, 100), 5.0, 5.0)
    """
    _fit(deaths, horizons)
    asked = np.arange(len(deaths)) if countries is None else countries
    own = deaths[asked, -SPAN:]
    weight = 0.5 ** (np.arange(own.shape[1])[::-1] / HALVES)
    values = [np.repeat(own[:, None], len(horizons), axis=1)]
    weights = [np.broadcast_to(OWN * weight / weight.sum(), values[0].shape)]
    for by in LEVELS:
        after, near = futures(deaths, horizons, by=by, countries=asked)
        values.append(after)
        weights.append((1 - OWN) / len(LEVELS) * near / near.sum(axis=-1, keepdims=True))
    return evened(np.concatenate(values, axis=-1), np.concatenate(weights, axis=-1))


def last_twelve(deaths: Floats, horizons: Ints) -> Floats:
    """Return a country's own last twelve months as samples of every month to come.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        Up to the origin, which is the last column.
    horizons : array of int, shape (h,)
        Months ahead.

    Returns
    -------
    array of float, shape (countries, h, 12)
        Deaths a month.

    Raises
    ------
    BadInput
        If a horizon is not ahead or deaths are not 0 or more.
    TooFewData
        If there are fewer than twelve months.
    """
    _fit(deaths, horizons)
    return np.repeat(deaths[:, None, -12:], len(horizons), axis=1)


def last_value(deaths: Floats, horizons: Ints) -> Floats:
    """Return a country's last month as the one sample of every month to come.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        Up to the origin, which is the last column.
    horizons : array of int, shape (h,)
        Months ahead.

    Returns
    -------
    array of float, shape (countries, h, 1)
        Deaths a month.

    Raises
    ------
    BadInput
        If a horizon is not ahead or deaths are not 0 or more.
    TooFewData
        If there are fewer than twelve months.
    """
    return last_twelve(deaths, horizons)[..., -1:]


def zero(deaths: Floats, horizons: Ints) -> Floats:
    """Return no deaths as the one sample of every month to come.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        Up to the origin, which is the last column.
    horizons : array of int, shape (h,)
        Months ahead.

    Returns
    -------
    array of float, shape (countries, h, 1)
        Zeros.

    Raises
    ------
    BadInput
        If a horizon is not ahead or deaths are not 0 or more.
    TooFewData
        If there are fewer than twelve months.
    """
    return np.zeros_like(last_value(deaths, horizons))


OURS, BASELINE = "truceline", "own last 12 months"
METHODS: dict[str, Callable[[Floats, Ints], Floats]] = {
    OURS: forecast,
    BASELINE: last_twelve,
    "last value": last_value,
    "exactly zero": zero,
}
"""Every way to forecast that is scored, by name."""


def _fit(deaths: Floats, horizons: Ints) -> None:
    if not len(horizons) or int(horizons.min()) < 1:
        raise BadInput("horizons are months ahead, 1 or more; give at least one")
    if not bool((deaths >= 0).all()):
        raise BadInput("deaths are 0 or more, and a missing month is not a zero; mend the table")
    if deaths.shape[1] < HISTORY:
        raise TooFewData(
            f"there are {deaths.shape[1]} months of deaths and a forecast needs {HISTORY}"
        )
