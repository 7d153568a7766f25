"""What `make calibrate` runs for losses: how often the interval of a mean rate holds it.

Writes docs/methods/results/losses_calibration.md. The same seed gives the same bytes.

    python tools/calibrate_losses.py [--trials 1000] [--seed 20250612]
"""

import argparse
from pathlib import Path
from typing import Any

import numpy as np

from truceline import __version__
from truceline.measure.block_means import block_ratio
from truceline.measure.placebo import wilson

RESULTS = Path(__file__).resolve().parents[1] / "docs" / "methods" / "results"
WEEKS, MEMORIES, MEAN, SPREAD = (26, 52, 156), (0.0, 0.5, 0.8), 100.0, 0.3
HEAD = "| weeks | without memory | memory .5 from week to week | memory .8 |\n|---|---|---|---|\n"


def main() -> None:
    """Run all cases and write the results."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trials", type=int, default=1000, help="Simulations of each case.")
    asked.add_argument("--seed", type=int, default=20250612, help="Seed of all chance.")
    given = asked.parse_args()
    held, wide = HEAD, HEAD
    for weeks in WEEKS:
        found = [case(weeks, memory, given.trials, given.seed) for memory in MEMORIES]
        held += f"| {weeks} | {' | '.join(each[0] for each in found)} |\n"
        wide += f"| {weeks} | {' | '.join(each[1] for each in found)} |\n"
    page = (
        "# How often the interval of a mean rate of losses holds it\n\n"
        f"Made by `make calibrate`: truceline {__version__}, seed {given.seed}, {given.trials} "
        f"made-up series of weeks each, whose scatter is {SPREAD:.0%} of the mean; Wilson "
        f"intervals at .95 in brackets; nominal .95.\n\n{held}\n"
        f"Half width of the interval as a share of the rate, median:\n\n{wide}"
    )
    (RESULTS / "losses_calibration.md").write_text(page, "utf-8")
    print(page)


def case(weeks: int, memory: float, trials: int, seed: int) -> tuple[str, str]:
    """How often the mean is held, and how wide the interval is."""
    hits, widths = 0, []
    for trial in range(trials):
        values = series(weeks, memory, np.random.default_rng([seed, weeks, trial]))
        found = block_ratio(
            values, np.ones(weeks), name="x", unit="x", rng=np.random.default_rng(trial)
        )
        if found.value is None or found.low is None or found.high is None:
            continue
        hits += found.low <= MEAN <= found.high
        widths.append((found.high - found.low) / 2 / found.value)
    told = wilson(hits, trials)
    return f"{told.value:.2f} ({told.low:.2f}–{told.high:.2f})", f"{np.median(widths):.1%}"


def series(weeks: int, memory: float, rng: np.random.Generator) -> Any:
    """Losses of weeks that remember the week before."""
    noise = rng.standard_normal(weeks)
    noise[1:] *= np.sqrt(1 - memory**2)
    for week in range(1, weeks):
        noise[week] += memory * noise[week - 1]
    return np.maximum(MEAN * (1 + SPREAD * noise), 0.0)


if __name__ == "__main__":
    main()
