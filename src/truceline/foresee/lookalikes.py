"""What came after months like these: the futures of the most similar country-months so far.

Each month of each country is a point: how the last 1, 3, 6 and 12 months compare with the level
now, how often anybody died, and, with less weight, the level itself. The futures of the nearest
points are carried over as multiples of the level, so that a war larger than all before can still be
forecast, while for small ones the level keeps like with like.
"""

import numpy as np
from scipy.spatial import cKDTree

from truceline.foresee.recent import HISTORY, level, means, shares
from truceline.measure.laid import Floats, Ints
from truceline.terms.errors import TooFewData

NEAREST = 300
_WEIGHT_OF_MEANS = np.array([0.5, 1.0, 1.0, 1.0])
_WEIGHT_OF_LEVEL = 0.3
_FARTHEST = 0.1  # weight of the farthest of the nearest, beside 1 for an exact match
_ONE_DEATH = 1.0  # added before a logarithm, so that no deaths have one


def futures(
    deaths: Floats, horizons: Ints, *, by: str, countries: Ints | None = None
) -> tuple[Floats, Floats]:
    """Return what may come next, as futures of look-alikes with their weights.

    Parameters
    ----------
    deaths : array of float, shape (countries, months)
        Up to the origin, which is the last column; nothing later is needed or seen.
    horizons : array of int, shape (h,)
        Months ahead, 1 or more.
    by : str
        The reading of the level, one of `recent.LEVELS`.
    countries : array of int, optional
        Rows to forecast; all by default. All rows are learnt from.

    Returns
    -------
    values : array of float, shape (countries, h, n)
        Deaths a month, 0 or more.
    weights : array of float, shape (countries, h, n)
        From 0.1 to 1, falling with distance.

    Raises
    ------
    TooFewData
        If no month has both a year before it and the farthest horizon after it.

    Notes
    -----
    Learns from all countries alike; a country's own past is among the candidates.

    References
    ----------
    In the spirit of analogue forecasts: Lorenz, E. N. (1969). Atmospheric predictability as
    revealed by naturally occurring analogues. *Journal of the Atmospheric Sciences* 26.

    Examples
    --------
    >>> steady = np.full((40, 60), 5.0)
    >>> values, _ = futures(steady, np.array([1, 12]), by="median of 6")
    >>> float(values.min()), float(values.max())
    (5.0, 5.0)
    """
    now = deaths.shape[1] - 1
    learnt = now - int(horizons.max()) - (HISTORY - 1) + 1
    if learnt < 1:
        raise TooFewData(
            f"{now + 1} months of deaths hold no year followed by {int(horizons.max())} months"
        )
    log_level = np.log(level(deaths, by) + _ONE_DEATH)
    points = _points(deaths, log_level)
    asked = np.arange(len(deaths)) if countries is None else countries
    tree = cKDTree(points[:, :learnt].reshape(-1, points.shape[-1]))
    distance, found = tree.query(points[asked, -1], k=min(NEAREST, tree.n))
    country, month = np.divmod(found, learnt)
    scale = np.exp(log_level[asked, -1][:, None] - log_level[country, month])
    values = np.stack(
        [deaths[country, month + HISTORY - 1 + ahead] * scale for ahead in horizons], axis=1
    )
    nearness = 1 - (1 - _FARTHEST) * (distance / (distance[:, -1:] + 1e-9)) ** 2
    return values, np.repeat(nearness[:, None], len(horizons), axis=1)


def _points(deaths: Floats, log_level: Floats) -> Floats:
    """Each month of each country as a point."""
    change = np.log(means(deaths) + _ONE_DEATH) - log_level[..., None]
    parts = (change * _WEIGHT_OF_MEANS, shares(deaths), log_level[..., None] * _WEIGHT_OF_LEVEL)
    return np.concatenate(parts, axis=-1)
