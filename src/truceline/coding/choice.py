"""Which of several candidates a field means: chances learnt from sentences coded by hand.

What speaks for a candidate (its grounds, in words) is added up by weights that `make sureness` fits
on the open half of `tests/gold` and writes to `lexicons/choice.toml`.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from truceline.coding.lexicon import read_toml
from truceline.coding.records import record
from truceline.terms.events import Actor


@record
class Candidate:
    """Actors that a field may mean (none: nobody), and what speaks for or against them.

    `now` marks what the rules gave.
    """

    actors: tuple[Actor, ...]
    grounds: tuple[str, ...]
    now: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """Weights of grounds, in log-odds."""

    weights: Mapping[str, float]

    def chances(self, candidates: Sequence[Candidate]) -> list[float]:
        """Return how likely each of several candidates is meant; they add up to 1.

        Parameters
        ----------
        candidates : sequence of Candidate
            One of which is taken to be right.

        Returns
        -------
        list of float
            In their order; empty without any.

        Examples
        --------
        >>> those = [Candidate((), ("nobody",)), Candidate((Actor("Mali", "MLI"),), ("object",))]
        >>> [round(each, 2) for each in Choice({"object": 1.0}).chances(those)]
        [0.27, 0.73]
        """
        weights = self.weights
        sums = [sum(map(weights.get, one.grounds, repeat(0.0))) for one in candidates]
        most = max(sums, default=0.0)
        raised = [math.exp(each - most) for each in sums]
        whole = sum(raised)
        return [each / whole for each in raised]

    def largest(self, grounds: Sequence[str], most: int = 4) -> list[tuple[str, float]]:
        """Return the grounds that weigh most, whichever way, the heaviest first.

        Parameters
        ----------
        grounds : sequence of str
            Of one candidate.
        most : int, default 4
            So many are returned at most.

        Returns
        -------
        list of (str, float)
            With their weights in log-odds.
        """
        return heaviest(((each, self.weights.get(each)) for each in grounds), most)


def heaviest(weighed: Iterable[tuple[str, float | None]], most: int) -> list[tuple[str, float]]:
    """Return the grounds that weigh most, whichever way; those without a weight are left out."""
    found = [(ground, weight) for ground, weight in weighed if weight is not None]
    return sorted(found, key=lambda each: (-abs(each[1]), each[0]))[:most]


@cache
def choice() -> Choice:
    """Return the weights that ship with truceline, read once."""
    return Choice(read_toml("choice")["weights"])
