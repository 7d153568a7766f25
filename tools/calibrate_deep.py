"""What `make calibrate` runs for the share of deep strikes: false breaks, breaks found, intervals.

Writes docs/methods/results/deep_calibration.json and .md, and measure/deep_size.py, from which the
answer to `phases` says where this test is not calibrated. The same seed gives the same bytes.

    python tools/calibrate_deep.py [--trials 2000] [--seed 20250611]
"""

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from calibrate_phases import rates, share, size, size_rows
from truceline import __version__
from truceline.measure.placebo import wilson
from truceline.measure.share_breaks import share_breaks
from truceline.terms.errors import TooFewData

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "docs" / "methods" / "results"
WEEKS, AT, SHARE = 150, 90, 0.2


@dataclass(frozen=True, slots=True)
class Case:
    """A made-up share; `memory` in weeks, `spread` of its log odds, `trend` over the whole span."""

    what: str
    attacks: float = 15.0
    spread: float = 0.0
    memory: float = 0.0
    trend: float = 0.0
    grow: float = 0.0
    step: float = 1.0


NULLS = {
    "calm": Case("a steady share, 15 placed attacks a week"),
    "noisy": Case("its odds differ from week to week by a factor of 1.6", spread=0.5),
    "2 weeks": Case("they swing as much with a memory of 2 weeks", spread=0.5, memory=2),
    "5 weeks": Case("with a memory of 5 weeks", spread=0.5, memory=5),
    "10 weeks": Case("with a memory of 10 weeks", spread=0.5, memory=10),
    "more reports": Case("reports grow fivefold, in bursts, at a steady share", grow=1.6),
    "few": Case("2 placed attacks a week", attacks=2.0),
    "trend": Case("odds grow 4.5 times in a straight line", trend=1.5),
}
STEPS = {
    "1.5": Case("×1.5, 15 attacks a week", spread=0.3, step=1.5),
    "2": Case("×2, 15 attacks a week", spread=0.3, step=2.0),
    "1.5 of few": Case("×1.5, 4 attacks a week", attacks=4.0, spread=0.3, step=1.5),
    "2 of few": Case("×2, 4 attacks a week", attacks=4.0, spread=0.3, step=2.0),
}


def main() -> None:
    """Run all cases and write the results."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trials", type=int, default=2000, help="Simulations of each case.")
    asked.add_argument("--seed", type=int, default=20250611, help="Seed of all chance.")
    given = asked.parse_args()
    with ProcessPoolExecutor(2) as pool:
        rows = {
            name: np.array(list(pool.map(partial(once, name, given.seed), range(given.trials),
                                         chunksize=50)))
            for name in (*NULLS, *STEPS)
        }  # fmt: skip
    found = {
        "version": __version__, "seed": given.seed, "trials": given.trials, "level": 0.05,
        "weeks": WEEKS,
        "size": {name: size(rows[name], each.what) for name, each in NULLS.items()},
        "steps": {name: power(rows[name], each.what) for name, each in STEPS.items()},
    }  # fmt: skip
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "deep_calibration.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    (RESULTS / "deep_calibration.md").write_text(table(found), "utf-8")
    (ROOT / "src" / "truceline" / "measure" / "deep_size.py").write_text(module(found), "utf-8")
    print(table(found))


def once(name: str, seed: int, trial: int) -> tuple[bool, bool, bool, bool, bool]:
    """Found, believed, found once, its week held, its ratio held; of one made-up share."""
    case = (NULLS | STEPS)[name]
    rng = np.random.default_rng([seed, list(NULLS | STEPS).index(name), trial])
    part, whole = drawn(case, rng)
    try:
        made = share_breaks(part, whole, rng=rng)
    except TooFewData:
        return False, False, False, False, False
    believed = bool(made.found) and not made.is_a_trend
    if len(made.found) != 1:
        return bool(made.found), believed, False, False, False
    one = made.found[0]
    held = one.least is not None and one.most is not None and one.least <= case.step <= one.most
    return True, believed, True, one.low <= AT <= one.high, held


def drawn(case: Case, rng: np.random.Generator) -> tuple[Any, Any]:
    """Counts of a part and its whole, drawn week by week without the measure's own code."""
    keeps = float(np.exp(-1 / case.memory)) if case.memory else 0.0
    odds = np.log(SHARE / (1 - SHARE))
    swing, parts, wholes = rng.normal(0, case.spread), [], []
    for week in range(WEEKS):
        share = SHARE * (case.step if week >= AT else 1.0)
        base = np.log(share / (1 - share)) if case.step != 1 else odds
        chance = 1 / (1 + np.exp(-(base + swing + case.trend * (week / WEEKS - 0.5))))
        volume = case.attacks * np.exp(case.grow * (week / WEEKS - 0.5))
        count = rng.poisson(volume * (rng.gamma(2.0, 0.5) if case.grow else 1.0))
        wholes.append(count)
        parts.append(rng.binomial(count, chance))
        swing = keeps * swing + rng.normal(0, case.spread * np.sqrt(1 - keeps**2))
    return np.array(parts, dtype=np.float64), np.array(wholes, dtype=np.float64)


def power(rows: Any, what: str) -> dict[str, Any]:
    """Breaks found, and of those found once, intervals that hold the truth."""
    single = rows[rows[:, 2].astype(bool)]
    return {
        "what": what,
        "found": asdict(wilson(int(rows[:, 0].sum()), len(rows))),
        "believed": asdict(wilson(int(rows[:, 1].sum()), len(rows))),
        "week held": asdict(wilson(int(single[:, 3].sum()), max(len(single), 1))),
        "ratio held": asdict(wilson(int(single[:, 4].sum()), max(len(single), 1))),
    }


def table(found: dict[str, Any]) -> str:
    """The results as a page."""
    made = (
        f"Made by `make calibrate`: truceline {found['version']}, seed {found['seed']}, "
        f"{found['trials']} made-up shares of {found['weeks']} weeks around {SHARE} for each case; "
        "Wilson intervals at .95 in brackets; nominal .05."
    )
    lines = [
        "# How often a break in the share of deep strikes is seen that is not there, or is", "",
        made, "", *size_rows(found),
        "", f"## A step in week {AT}; odds differ from week to week by a factor of 1.35", "",
        "| step | found | believed | its interval holds the week | its interval holds the ratio |",
        "|---|---|---|---|---|",
    ]  # fmt: skip
    for each in found["steps"].values():
        keys = ("found", "believed", "week held", "ratio held")
        lines.append(f"| {each['what']} | {' | '.join(share(each[key]) for key in keys)} |")
    lines += ["", "Intervals are counted among shares in which just one break was found."]
    return "\n".join(lines) + "\n"


def module(found: dict[str, Any]) -> str:
    """The rates as a module, so that the answer can say where it is not calibrated."""
    return rates(
        found, "How often a break in the share of deep strikes is believed that is not there.",
        "Written by `make calibrate`: the share of made-up shares, and its Wilson interval.",
    )  # fmt: skip


if __name__ == "__main__":
    main()
