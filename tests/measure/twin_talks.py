"""The talks test once more, straight from its definition: loops, no arrays, no clever sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, log


@dataclass(frozen=True)
class Case:
    values: Sequence[float]
    rounds: Sequence[tuple[int, int]]
    side: str
    days: int
    kind: str = "mean"
    regimes: Sequence[tuple[int, int]] = ()


def windows(case: Case, which: int) -> tuple[list[int], list[int], int, int]:
    start, end = case.rounds[which]
    if case.side == "before":
        window = [start - k for k in range(1, case.days + 1)]
        baseline = [start - k for k in range(case.days + 1, case.days + 22)]
    else:
        window = [end + k for k in range(1, case.days + 1)]
        baseline = [start - k for k in range(2, 23)]
    if case.side == "across":
        baseline = [start - k for k in range(1, case.days + 1)]
    first, last = min(window + baseline), max(window + baseline)
    others = [each for place, each in enumerate(case.rounds) if place != which]
    clear = [
        day
        for day in baseline
        if case.side == "across"
        or all(day < begins - 3 or day > stops + 3 for begins, stops in others)
    ]
    return window, clear, first, last


def one(case: Case, which: int, shift: int, effect: float) -> float | None:
    window, baseline, _, _ = windows(case, which)
    touched = {day for place in range(len(case.rounds)) for day in windows(case, place)[0]}

    def value(day: int) -> float:
        seen = case.values[day + shift]
        return seen / effect if day + shift in touched else seen

    near = [value(day) for day in window if not isnan(case.values[day + shift])]
    far = [value(day) for day in baseline if not isnan(case.values[day + shift])]
    if 2 * len(near) < len(window) or 2 * len(far) < len(baseline):
        return None
    seen = [each for each in case.values if not isnan(each)]
    small = min(each for each in seen if each > 0) / 2 / case.days if 0 in seen else 0.0
    above = max(near) if case.kind == "peak" else sum(near) / len(near)
    return log((above + small) / (sum(far) / len(far) + small))


def null(case: Case, effect: float = 1.0) -> dict[int, float]:
    """The statistic at every shift that counts; empty where no round can be used."""
    length = len(case.values)
    regimes = [(max(a, 0), min(b, length - 1)) for a, b in case.regimes or [(0, length - 1)]]
    homes = {}
    for which in range(len(case.rounds)):
        _, baseline, first, last = windows(case, which)
        inside = [home for home in regimes if home[0] <= first and last <= home[1]]
        if inside and len(baseline) >= 7:
            homes[which] = inside[0]
    used = [which for which in homes if one(case, which, 0, 1.0) is not None]
    found = {}
    for shift in range(-length, length + 1) if used else ():
        places = [windows(case, which)[2:] for which in used]
        if any(
            first + shift < homes[which][0] or last + shift > homes[which][1]
            for which, (first, last) in zip(used, places, strict=True)
        ):
            continue
        ratios = [one(case, which, shift, effect) for which in used]
        known = [each for each in ratios if each is not None]
        if len(known) * 5 >= len(used) * 4:
            found[shift] = sum(known) / len(known)
    return found


def p_value(found: dict[int, float]) -> float:
    above = sum(each >= found[0] - 1e-9 for each in found.values())
    below = sum(each <= found[0] + 1e-9 for each in found.values())
    return min(1.0, 2 * min(above, below) / len(found))
