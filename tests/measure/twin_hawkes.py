"""The Hawkes likelihood in plain double loops, as the definition has it."""

from collections.abc import Sequence
from math import exp, log


def log_likelihood(
    times: Sequence[float], marks: Sequence[int], theta: Sequence[Sequence[float]], end: float
) -> float:
    total = 0.0
    for i, (base, *ratios, beta) in enumerate(theta):
        total -= base * end
        for when, mark in zip(times, marks, strict=True):
            total -= ratios[mark] * (1 - exp(-beta * (end - when)))
            if mark == i:
                rate = base
                for past, source in zip(times, marks, strict=True):
                    if past < when:
                        rate += ratios[source] * beta * exp(-beta * (when - past))
                total += log(rate)
    return total


def expected(
    times: Sequence[float], marks: Sequence[int], row: Sequence[float], until: float
) -> float:
    """Expected events of one receiver up to a time, from events strictly before it."""
    base, *ratios, beta = row
    return base * until + sum(
        ratios[mark] * (1 - exp(-beta * (until - when)))
        for when, mark in zip(times, marks, strict=True)
        if when < until
    )
