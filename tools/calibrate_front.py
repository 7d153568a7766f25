"""What `make calibrate` runs for `front`: whether the index's interval holds what was planted.

Writes docs/methods/results/front_calibration.json and .md, and measure/front_size.py, from which
the answer says where the interval is too narrow. The same seed gives the same bytes.

    python tools/calibrate_front.py [--trials 500] [--seed 20250609]
"""

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from calibrate_phases import share
from truceline import __version__
from truceline.measure.front import said_by
from truceline.measure.front_index import LAST, index
from truceline.measure.placebo import wilson
from truceline.measure.weekly import Weeks
from truceline.simulate.front_cases import FRONTS, front_case
from truceline.terms.errors import TooFewData

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "docs" / "methods" / "results"
MONDAY = date(2030, 1, 7)
TOLD = (
    "The share of the last 13 weeks that have low movement with high losses, and its .95 interval. "
    "Where one regime fits as well as two, the answer is “cannot say” and the war is not counted "
    "further."
)

Trial = tuple[bool, bool, bool, bool]  # index made, truth held, verdict firm, verdict wrong


def main() -> None:
    """Run all cases and write the results."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trials", type=int, default=500, help="Simulations of each case.")
    asked.add_argument("--seed", type=int, default=20250609, help="Seed of all chance.")
    asked.add_argument("--jobs", type=int, default=2, help="Processes.")
    given = asked.parse_args()
    with ProcessPoolExecutor(given.jobs) as pool:
        found = {
            "version": __version__, "seed": given.seed, "trials": given.trials,
            "cases": {
                name: case(name, list(pool.map(partial(trial, name, given.seed),
                                               range(given.trials), chunksize=25)))
                for name in FRONTS
            },
        }  # fmt: skip
    (RESULTS / "front_calibration.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    (RESULTS / "front_calibration.md").write_text(table(found), "utf-8")
    (ROOT / "src" / "truceline" / "measure" / "front_size.py").write_text(module(found), "utf-8")
    print(table(found))


def trial(name: str, seed: int, number: int) -> Trial:
    """One war: whether two regimes are seen, the truth is held, the verdict is firm, is wrong."""
    rng = np.random.default_rng([seed, list(FRONTS).index(name), number])
    made = front_case(FRONTS[name], rng)
    truth = float(made.still_and_costly[-LAST:].mean())
    try:
        found = index(Weeks(MONDAY, made.movement), Weeks(MONDAY, made.losses), rng)
    except TooFewData:
        return False, False, False, False
    if found.single:
        return False, False, False, False
    verdict = said_by(found)
    wrong = {"supported": truth <= 0.5, "contradicted": truth > 0.5}.get(verdict, False)
    held = found.low - 1e-9 <= truth <= found.high + 1e-9
    return True, held, verdict != "cannot say", wrong


def case(name: str, rows: list[Trial]) -> dict[str, Any]:
    """Shares among the wars in which two regimes of each series are seen."""
    made, held, firm, wrong = (int(sum(column)) for column in zip(*rows, strict=True))
    return {
        "what": FRONTS[name].what, "seen": asdict(wilson(made, len(rows))),
        "held": asdict(wilson(held, made)), "firm": asdict(wilson(firm, made)),
        "wrong": asdict(wilson(wrong, made)),
    }  # fmt: skip


def table(found: dict[str, Any]) -> str:
    """The results as a page."""
    made = (
        f"Made by `make calibrate`: truceline {found['version']}, seed {found['seed']}, "
        f"{found['trials']} made-up wars of each case; Wilson intervals at .95 in brackets."
    )
    lines = [
        "# How often the interval of `front` holds the share of weeks that was planted", "", made,
        "",
        TOLD, "", "| case | two regimes seen | interval holds the truth | firm | firm and wrong |",
        "|---|---|---|---|---|",
    ]  # fmt: skip
    for name, row in found["cases"].items():
        cells = " | ".join(share(row[key]) for key in ("seen", "held", "firm", "wrong"))
        lines.append(f"| {name}: {row['what']} | {cells} |")
    return "\n".join(lines) + "\n"


def module(found: dict[str, Any]) -> str:
    """The coverage as a module, so that the answer can say where it is too small."""
    lines = [
        '"""How often the interval of `front` holds what was planted; written by `make calibrate`.',
        "", "For each made-up case: the share of wars, and its Wilson interval.", '"""', "",
        "from collections.abc import Mapping", "from types import MappingProxyType", "",
        "HELD: Mapping[str, tuple[float, float, float]] = MappingProxyType({",
    ]  # fmt: skip
    for name, row in found["cases"].items():
        numbers = ", ".join(f"{row['held'][key]:.4f}" for key in ("value", "low", "high"))
        lines.append(f'    "{name}": ({numbers}),')
    lines += ["})  # fmt: skip", f"TRIALS = {found['trials']}", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
