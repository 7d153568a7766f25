"""What knowing times by the day alone does to a Hawkes fit, on made-up events."""

from datetime import date
from typing import Any

import numpy as np

from truceline.measure.daily import Daily
from truceline.measure.hawkes import fit
from truceline.measure.hawkes_days import day_fit
from truceline.simulate.hawkes import branching

LAGS = (0.5, 1.0, 2.0, 4.0, 8.0)  # mean delays in days
CROSS, OWN, BASE, DAYS = 0.2, 0.3, 1.5, 900


def table(trials: int, seed: int) -> dict[str, Any]:
    """Mean fitted cross term by mean delay, from exact times and from day bins."""
    ratios = np.array([[OWN, CROSS], [CROSS, OWN]])
    found: dict[str, Any] = {"cross": CROSS, "trials": max(trials, 2), "by_lag": {}}
    for lag in LAGS:
        rng = np.random.default_rng([seed, int(10 * lag)])
        exact, binned = [], []
        for _ in range(max(trials, 2)):
            times, marks = branching(
                np.full(2, BASE), ratios, np.full(2, 1 / lag), float(DAYS), rng
            )
            exact.append(float(fit(times, marks, end=float(DAYS)).ratios[0, 1]))
            sides = [
                Daily(str(side), date(2030, 1, 1), _by_day(times[marks == side]), DAYS)
                for side in (0, 1)
            ]
            made = day_fit(sides, (), rng=rng)
            if not isinstance(made, str):
                binned.append(made.ratios[0][1].value)
        found["by_lag"][str(lag)] = {
            name: {"mean": round(float(np.mean(values)), 4),
                   "sd": round(float(np.std(values, ddof=1)), 4), "n": len(values)}
            for name, values in (("exact", exact), ("binned", binned))
        }  # fmt: skip
    return found


def page(found: dict[str, Any]) -> str:
    """The table as a part of a page."""
    title = (
        f"## Day bins: the Hawkes cross term where the truth is {found['cross']:.2f}, mean "
        f"(standard deviation) of {found['trials']} fits"
    )
    lines = [
        title, "",
        f"Two sides with {BASE} events a day of their own, {DAYS} days, self-excitation {OWN}.", "",
        "| mean delay, days | exact times | times known by the day |", "|---|---|---|",
    ]  # fmt: skip
    for lag, row in found["by_lag"].items():
        told = [f"{row[name]['mean']:.3f} ({row[name]['sd']:.3f})" for name in ("exact", "binned")]
        lines.append(f"| {lag} | {told[0]} | {told[1]} |")
    return "\n".join(lines) + "\n"


def _by_day(times: np.ndarray[Any, np.dtype[np.float64]]) -> np.ndarray[Any, np.dtype[np.float64]]:
    """Events a day."""
    return np.bincount(times.astype(np.int64), minlength=DAYS).astype(np.float64)
