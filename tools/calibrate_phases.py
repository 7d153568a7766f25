"""What `make calibrate` runs for `phases`: false breaks, breaks found, intervals that hold.

Writes docs/methods/results/phases_calibration.json and .md, and measure/phases_size.py, from which
the answer says where it is not calibrated. The same seed gives the same bytes.

    python tools/calibrate_phases.py [--trials 2000] [--seed 20250607]
"""

import argparse
import json
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from truceline import __version__
from truceline.measure.changepoints import change_points
from truceline.measure.phases_series import SLOWEST
from truceline.measure.placebo import Share, wilson
from truceline.measure.swings import Tempo

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "docs" / "methods" / "results"
DAYS, AT, LEVEL = 600, 330, 25.0
NULLS: dict[str, tuple[str, Tempo, float]] = {
    "poisson": ("Poisson counts", Tempo(0.0, 0.0, 0.3), 0.0),
    "noisy": ("noise from day to day (variance .25 of the squared level)", Tempo(0.25, 0, 0.3), 0),
    "short memory": ("swings with a memory of 3 days", Tempo(0.05, 0.17, 0.7), 0.0),
    "long memory": ("swings with a memory of 10 days", Tempo(0.05, 0.17, 0.9), 0.0),
    "slow tempo": ("swings with a memory of 50 days", Tempo(0.05, 0.17, 0.98), 0.0),
    "trend": ("grows threefold in a straight line of the log", Tempo(0.05, 0.05, 0.7), 1.1),
}
STEPS = (1.25, 1.5, 2.0)
SWINGS = Tempo(0.05, 0.08, 0.7)


def main() -> None:
    """Run all cases and write the results."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trials", type=int, default=2000, help="Simulations of each case.")
    asked.add_argument("--seed", type=int, default=20250607, help="Seed of all chance.")
    given = asked.parse_args()
    with ProcessPoolExecutor(2) as pool:
        found = {
            "version": __version__, "seed": given.seed, "trials": given.trials, "level": 0.05,
            "days": DAYS,
            "size": {
                name: size(pool.map(partial(null, name, given.seed), range(given.trials),
                                    chunksize=50), NULLS[name][0])
                for name in NULLS
            },
            "steps": {
                str(ratio): power(pool.map(partial(step, ratio, given.seed), range(given.trials),
                                           chunksize=50))
                for ratio in STEPS
            },
        }  # fmt: skip
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "phases_calibration.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    (RESULTS / "phases_calibration.md").write_text(table(found), "utf-8")
    (ROOT / "src" / "truceline" / "measure" / "phases_size.py").write_text(module(found), "utf-8")
    print(table(found))


def null(name: str, seed: int, trial: int) -> tuple[bool, bool]:
    """Whether one series without a break is said to have one, and whether that is believed."""
    _, swings, growth = NULLS[name]
    rng = np.random.default_rng([seed, list(NULLS).index(name), trial])
    level = LEVEL * np.exp(growth * (np.arange(DAYS) / DAYS - 0.5))
    made = counts(swings, level, rng)
    found = change_points(made, rng=rng)
    many = bool(found.found)
    trend = found.trend_gain >= found.gain - found.penalty * (len(found.found) - 1)
    slow = found.tempo.persistence > SLOWEST and found.tempo.slow > 0.02
    return many, many and not trend and not slow


def step(ratio: float, seed: int, trial: int) -> tuple[bool, bool, bool]:
    """Whether one planted step is found, once, and whether its day and ratio are held."""
    rng = np.random.default_rng([seed, 1000 + int(100 * ratio), trial])
    level = np.where(np.arange(DAYS) < AT, LEVEL, LEVEL * ratio)
    found = change_points(counts(SWINGS, level, rng), rng=rng).found
    if len(found) != 1:
        return bool(found), False, False
    one = found[0]
    held = one.least is not None and one.most is not None and one.least <= ratio <= one.most
    return True, one.low <= AT <= one.high, held


def counts(swings: Tempo, level: Any, rng: np.random.Generator) -> Any:
    """One series of whole counts, drawn without the short cut that the measure itself takes."""
    slow = np.log1p(swings.slow)
    noise = rng.standard_normal(DAYS) * np.sqrt(slow)
    noise[1:] *= np.sqrt(1 - swings.persistence**2)
    for day in range(1, DAYS):
        noise[day] += swings.persistence * noise[day - 1]
    rate = level * np.exp(noise - slow / 2)
    if swings.daily > 0:
        rate = rate * rng.gamma(1 / swings.daily, swings.daily, DAYS)
    return rng.poisson(rate).astype(np.float64)


def size(found: Iterable[tuple[bool, bool]], what: str) -> dict[str, Any]:
    """False breaks."""
    rows = np.array(list(found))
    said, believed = (wilson(int(rows[:, each].sum()), len(rows)) for each in (0, 1))
    fair = believed.low >= 0.03 and believed.high <= 0.07
    return {
        "what": what, "said": asdict(said), "believed": asdict(believed), "inside .03-.07": fair,
    }  # fmt: skip


def power(found: Iterable[tuple[bool, bool, bool]]) -> dict[str, Any]:
    """Breaks found, and of those found once, intervals that hold the truth."""
    rows = np.array(list(found))
    once = max(int(rows[:, 0].sum()), 1)
    return {
        "found": asdict(wilson(int(rows[:, 0].sum()), len(rows))),
        "day held": asdict(wilson(int(rows[:, 1].sum()), once)),
        "ratio held": asdict(wilson(int(rows[:, 2].sum()), once)),
    }


def table(found: dict[str, Any]) -> str:
    """The results as a page."""
    made = (
        f"Made by `make calibrate`: truceline {found['version']}, seed {found['seed']}, "
        f"{found['trials']} made-up series of {found['days']} days and {LEVEL:g} counts a day for "
        "each case; Wilson intervals at .95 in brackets; nominal .05."
    )
    lines = [
        "# How often `phases` sees a break that is not there, and how often one that is", "",
        made, "", *size_rows(found),
        "", f"## A step on day {AT}; memory of 3 days", "",
        "| step | found | its interval holds the day | its interval holds the ratio |",
        "|---|---|---|---|",
    ]  # fmt: skip
    for ratio, each in found["steps"].items():
        cells = (share(each[key]) for key in ("found", "day held", "ratio held"))
        lines.append(f"| ×{ratio} | {' | '.join(cells)} |")
    lines.append("")
    lines.append(
        "Intervals are counted among series in which a break was found; a series in which two are "
        "found counts as not held."
    )
    return "\n".join(lines) + "\n"


def size_rows(found: dict[str, Any]) -> list[str]:
    """The false breaks as a section of a page."""
    lines = [
        "## No break", "",
        "| case | a break is found | and believed | inside .03–.07 |", "|---|---|---|---|",
    ]  # fmt: skip
    for name, each in found["size"].items():
        cells = (f"{name}: {each['what']}", share(each["said"]), share(each["believed"]),
                 "yes" if each["inside .03-.07"] else "no")  # fmt: skip
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def module(found: dict[str, Any]) -> str:
    """The rates as a module, so that the answer can say where it is not calibrated."""
    return rates(
        found,
        "How often `phases` believes a break that is not there; written by `make calibrate`.",
        "For each made-up case: the share of series, and its Wilson interval.",
    )


def rates(found: dict[str, Any], title: str, about: str) -> str:
    """Rates of false breaks as a module with these words at its head."""
    lines = [
        f'"""{title}', "", about, '"""', "",
        "from collections.abc import Mapping", "from types import MappingProxyType", "",
        "SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({",
    ]  # fmt: skip
    for name, each in found["size"].items():
        row = each["believed"]
        numbers = ", ".join(f"{row[key]:.4f}" for key in ("value", "low", "high"))
        lines.append(f'    "{name}": ({numbers}),')
    lines += ["})  # fmt: skip", f"TRIALS = {found['trials']}", ""]
    return "\n".join(lines)


def share(found: dict[str, Any] | Share) -> str:
    """A share with its interval."""
    row = found if isinstance(found, dict) else asdict(found)
    return f"{row['value']:.3f} ({row['low']:.3f}–{row['high']:.3f})"


if __name__ == "__main__":
    main()
