"""Gower's distance between wars over the attributes both have, and ranks with their doubt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from truceline.compare.features import Attribute, Value

FloatArray = npt.NDArray[np.float64]
FEWEST = 6
"""Attributes that two wars must both have to be compared."""


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """What each attribute adds to the distance of each pair of wars, NaN where it cannot say."""

    wars: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    parts: FloatArray

    def distance(self, leave_out: int | None = None) -> FloatArray:
        """Return the mean of the parts over the attributes both have.

        Parameters
        ----------
        leave_out : int or None
            An attribute to do without, by its place.

        Returns
        -------
        numpy.ndarray
            Wars by wars, between 0 and 1; NaN where fewer than six attributes are shared (with
            one left out, fewer than five).
        """
        kept = [each for each in range(len(self.attributes)) if each != leave_out]
        chosen = self.parts[kept]
        shared = (~np.isnan(chosen)).sum(axis=0)
        total = np.nansum(chosen, axis=0)
        fewest = FEWEST - (leave_out is not None)
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(shared >= fewest, total / shared, np.nan)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A war's place by its distance from another: 1 is the nearest.

    `low` and `high` are the lowest and highest place it takes when one attribute is left out, ties
    counted both ways.
    """

    war_id: str
    distance: float
    rank: float
    low: int
    high: int


def parts(table: Mapping[str, Mapping[str, Value]], attributes: Sequence[Attribute]) -> Parts:
    """Return what each attribute adds to the distance of each pair of wars.

    Parameters
    ----------
    table : mapping
        War to attribute to value, as `features.features` gives it.
    attributes : sequence of Attribute
        A number differs by its share of the range over the wars; any other by being unlike.

    Returns
    -------
    Parts
        An attribute that is the same, or unknown, for every war adds nothing for any.

    References
    ----------
    Gower, J. C. (1971). A general coefficient of similarity. *Biometrics* 27.

    Examples
    --------
    >>> made = {"x": {"n": 0.0, "w": "a"}, "y": {"n": 1.0, "w": "a"}, "z": {"n": 0.5, "w": None}}
    >>> found = parts(made, [Attribute("n", "number", numeric=True), Attribute("w", "word")])
    >>> found.parts[0, 0].tolist(), found.parts[1, 0].tolist()
    ([0.0, 1.0, 0.5], [0.0, 0.0, nan])
    """
    wars = tuple(table)
    layers = [_layer([table[war].get(each.name) for war in wars], each) for each in attributes]
    shape = (0, len(wars), len(wars))
    return Parts(wars, tuple(attributes), np.stack(layers) if layers else np.empty(shape))


def _layer(values: list[Value], attribute: Attribute) -> FloatArray:
    """Return one attribute's part of each pair's distance."""
    known = np.array([value is not None for value in values])
    if attribute.numeric:
        numbers: npt.NDArray[Any] = np.array(
            [float(value) if isinstance(value, int | float) else np.nan for value in values]
        )
        span = np.nanmax(numbers) - np.nanmin(numbers) if known.any() else 0.0
        apart = np.abs(numbers[:, None] - numbers[None, :])
        return apart / span if span > 0 else np.where(np.isnan(apart), np.nan, 0.0)
    codes = {value: code for code, value in enumerate(dict.fromkeys(values))}
    coded = np.array([codes[value] for value in values])
    unlike = (coded[:, None] != coded[None, :]).astype(float)
    return np.where(known[:, None] & known[None, :], unlike, np.nan)


def ranked(found: Parts, target: str) -> tuple[Ranked, ...]:
    """Return the other wars by their distance from one, the nearest first.

    Parameters
    ----------
    found : Parts
        Of the wars, the target among them.
    target : str
        Its `war_id`.

    Returns
    -------
    tuple of Ranked
        Wars that share too few attributes with it are left out; equal distances share the mean of
        their places, and stand in the order of their ids.
    """
    here = found.wars.index(target)
    others = [each for each in range(len(found.wars)) if each != here]
    base = found.distance()[here, others]
    comparable = ~np.isnan(base)
    others = [each for each, keep in zip(others, comparable, strict=True) if keep]
    base = base[comparable]
    lows, highs = _places(base)
    middle = (lows + highs) / 2
    for leave_out in range(len(found.attributes)):
        row = found.distance(leave_out)[here, others]
        # A war that would share too few is put last: leaving it out would flatter the rest.
        low, high = _places(np.where(np.isnan(row), np.inf, row))
        lows, highs = np.minimum(lows, low), np.maximum(highs, high)
    places = [
        Ranked(found.wars[war], float(gap), float(mid), int(low), int(high))
        for war, gap, mid, low, high in zip(others, base, middle, lows, highs, strict=True)
    ]
    return tuple(sorted(places, key=lambda each: (each.distance, each.war_id)))


def _places(distances: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Return the best and the worst place of each distance, counting ties."""
    rounded = np.round(distances, 12)  # sums of the same parts in another order
    ordered = np.sort(rounded)
    best = np.searchsorted(ordered, rounded, side="left") + 1
    worst = np.searchsorted(ordered, rounded, side="right")
    return best.astype(np.float64), worst.astype(np.float64)
