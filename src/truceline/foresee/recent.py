"""What the months just past of a country look like: how many deaths, how often none."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from truceline.measure.laid import Floats
from truceline.terms.errors import TooFewData

HISTORY = 12  # months that every feature needs
_MEANS = {"1 month": 1, "3 months": 3, "6 months": 6, "12 months": 12}
_SHARES = {"any in 12": 12, "any in 60": 60}
LEVELS = ("mean of 6", "mean of 12", "median of 3", "median of 6")
"""Four readings of how intense it is now: two on a logarithmic scale, two that a lump spares."""


def level(deaths: Floats, name: str) -> Floats:
    """Return how intense each country's war is in each month, by one of four readings.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        0 or more.
    name : str
        One of LEVELS.

    Returns
    -------
    array of float, shape (countries, months − 11)
        Deaths a month, from the twelfth month on. "mean of" is of log(1 + deaths), taken back.

    Raises
    ------
    TooFewData
        If there are fewer than twelve months.
    """
    _enough(deaths)
    kind, _, months = name.partition(" of ")
    span = int(months)
    windows = sliding_window_view(deaths, span, axis=1)[:, HISTORY - span :]
    if kind == "median":
        return np.asarray(np.median(windows, axis=-1), dtype=np.float64)
    return np.asarray(np.expm1(np.log1p(windows).mean(axis=-1)), dtype=np.float64)


def means(deaths: Floats) -> Floats:
    """Return mean deaths of the last 1, 3, 6 and 12 months.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        0 or more.

    Returns
    -------
    array of float, shape (countries, months − 11, 4)
        From the twelfth month on.

    Raises
    ------
    TooFewData
        If there are fewer than twelve months.
    """
    _enough(deaths)
    return np.stack([_running(deaths, span) for span in _MEANS.values()], axis=-1)


def shares(deaths: Floats) -> Floats:
    """Return the share of the last 12 and 60 months in which anybody died.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        0 or more.

    Returns
    -------
    array of float, shape (countries, months − 11, 2)
        From the twelfth month on; of as many months as there are where 60 are not.

    Raises
    ------
    TooFewData
        If there are fewer than twelve months.
    """
    _enough(deaths)
    return np.stack(
        [_running((deaths > 0).astype(np.float64), span) for span in _SHARES.values()], axis=-1
    )


def _running(values: Floats, span: int) -> Floats:
    """Mean of the last `span` months, or of as many as there are, from the twelfth on."""
    total = np.concatenate([np.zeros((len(values), 1)), values.cumsum(axis=1)], axis=1)
    end = np.arange(HISTORY, values.shape[1] + 1)
    begin = np.maximum(end - span, 0)
    return np.asarray((total[:, end] - total[:, begin]) / (end - begin), dtype=np.float64)


def _enough(deaths: Floats) -> None:
    if deaths.shape[1] < HISTORY:
        raise TooFewData(
            f"there are {deaths.shape[1]} months of deaths and a forecast needs {HISTORY}"
        )
