"""Made-up series of deeds with words of the same side, as reported, for calibrating `balance`.

Each case builds on those of the talks test. Reports swell around words in two ways that look alike
from outside: every deed is reported more, or only the words are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from truceline.simulate.cases import KINDS, Kind, case
from truceline.terms.errors import BadInput

Floats = NDArray[np.float64]
AFTER = 7  # days in which a word is kept
_NEAR = range(-2, 8)  # days around a word on which reports swell
_REPORTS = 40.0  # reports a day when nothing is said


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How deeds and words come to be reported.

    `deeds` multiplies the reporting of deeds near words, `words` adds reports of the words alone,
    as a share of all; `accuracy` is the share of words listed that were spoken.
    """

    what: str
    kind: Kind = KINDS["stationary"]
    deeds: float = 1.0
    words: float = 0.0
    accuracy: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class WordCase:
    """Deeds as counted, reports of anything a day, words as listed and as spoken."""

    values: Floats
    reports: Floats
    words: tuple[int, ...]
    spoken: tuple[int, ...]


TELLINGS: Mapping[str, Telling] = MappingProxyType({
    "reports even": Telling(what="reports do not follow words"),
    "reporting of all rises": Telling(
        what="around words deeds and all else are reported one and a half times as much", deeds=1.5,
    ),
    "reporting of words alone rises": Telling(
        what="around words half as many reports again, of the words alone", words=0.5,
    ),
})  # fmt: skip
"""Ways of reporting under which nothing happens after words."""


def word_case(told: Telling, rng: Generator, *, ratio: float = 1.0) -> WordCase:
    """Return one made-up series of deeds with its words.

    Parameters
    ----------
    told : Telling
        How it comes to be reported.
    rng : numpy.random.Generator
        Chance, from the caller.
    ratio : float, default 1
        Share of the deeds that remain in the 7 days after a word that was spoken.

    Returns
    -------
    WordCase
        With NaN on days without a report.

    Raises
    ------
    BadInput
        If the ratio does not lie between 0 and 1.

    Examples
    --------
    >>> made = word_case(TELLINGS["reports even"], np.random.default_rng(1))
    >>> made.values.shape, len(made.words), made.words == made.spoken
    ((700,), 12, True)
    """
    if not 0 < ratio <= 1:
        raise BadInput(f"ratio is {ratio}; give a share above 0 and at most 1, such as 0.5")
    base = case(told.kind, rng)
    size = base.values.size
    kept = _near(size, base.starts, range(1, AFTER + 1))
    deeds = np.nan_to_num(base.values)
    fallen = np.where(kept, rng.binomial(deeds.astype(np.int64), ratio), deeds)
    near = _near(size, base.starts, _NEAR)
    level = _REPORTS * np.exp(rng.normal(scale=0.15, size=size))
    covered = level * np.where(near, told.deeds, 1.0)
    reports = rng.poisson(covered + _REPORTS * told.words * near).astype(np.float64)
    even = told.deeds == 1.0 and told.words == 0.0
    values = fallen if even else rng.poisson(fallen * covered / _REPORTS)
    words = _listed(base.starts, told.accuracy, size, rng)
    return WordCase(
        np.where(np.isnan(base.values), np.nan, values.astype(np.float64)),
        np.maximum(reports, 1.0), words, base.starts,
    )  # fmt: skip


def _near(size: int, words: tuple[int, ...], days: range) -> NDArray[np.bool_]:
    """Which days lie so near to a word."""
    inside = np.zeros(size, dtype=np.bool_)
    for word in words:
        for day in days:
            if 0 <= word + day < size:
                inside[word + day] = True
    return inside


def _listed(spoken: tuple[int, ...], accuracy: float, size: int, rng: Generator) -> tuple[int, ...]:
    """Words as a coder lists them: some never spoken, on days drawn at random."""
    wrong = rng.random(len(spoken)) >= accuracy
    drawn = rng.integers(35, size - 25, len(spoken))
    found = {int(d) if w else s for s, d, w in zip(spoken, drawn, wrong, strict=True)}
    return tuple(sorted(found))
