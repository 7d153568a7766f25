"""What a benchmark measures and how."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Row:
    """Seconds of ours, of a plain way to the same numbers, and what the project allows."""

    what: str
    ours: float
    allowed: float | None = None
    plain: float | None = None
    beside: str = ""


def seconds(job: Callable[[], object], *, times: int = 3) -> float:
    """Median wall-clock seconds of a job."""
    taken = []
    for _ in range(times):
        begun = perf_counter()
        job()
        taken.append(perf_counter() - begun)
    return median(taken)
