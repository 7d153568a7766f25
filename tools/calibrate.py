"""What `make calibrate` runs: how often the talks test is wrong where nothing happens, and right.

Writes docs/methods/results/talks_calibration.json and .md, and measure/talks_size.py, which the
answers cite. The same seed gives the same bytes.

    python tools/calibrate.py [--trials 2000] [--seed 20250602]
"""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict
from math import erf
from pathlib import Path
from typing import Any

import numpy as np

from truceline import __version__
from truceline.measure import talks_size
from truceline.measure.calendar import PRIMARY, Calendar, clusters, without
from truceline.measure.cells import cells
from truceline.measure.laid import true_days
from truceline.measure.placebo import Share, wilson
from truceline.measure.reach import smallest_found
from truceline.measure.registry import windows
from truceline.measure.shifts import FEWEST_SHIFTS, ShiftTest, p_value, shift_test
from truceline.measure.verdicts import judged
from truceline.measure.words import window_words
from truceline.simulate.cases import CURVES, KINDS, TWELVE, Case, case

RESULTS = Path(__file__).resolve().parents[1] / "docs" / "methods" / "results"
PLANTED = (1.25, 1.5, 2.0)
CURVE = (1.1, 1.25, 1.5, 1.75, 2.0, 3.0)
SIZED = ("stationary", "trend, rounds late")  # the cases on which secondary windows are sized
TESTS = ("this test", "plain circular shift", "random dates", "Poisson rates")


def main() -> None:
    """Run all cases and write the results."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trials", type=int, default=2000, help="Simulations of each case.")
    asked.add_argument("--seed", type=int, default=20250602, help="Seed of all chance.")
    given = asked.parse_args()
    found = {
        "version": __version__, "seed": given.seed, "trials": given.trials, "level": 0.05,
        "size": {name: size(name, given.trials, given.seed) for name in KINDS},
        "power": {str(ratio): power(ratio, given.trials, given.seed) for ratio in PLANTED},
        "secondary": {name: secondary(name, given.trials // 4, given.seed) for name in SIZED},
        "curves": {name: curve(name, given.trials // 4, given.seed) for name in CURVES},
    }  # fmt: skip
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / "talks_calibration.json").write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    (RESULTS / "talks_calibration.md").write_text(table(found), "utf-8")
    sizes = Path(talks_size.__file__)
    sizes.write_text(module(found, sizes.read_text("utf-8")), "utf-8")
    print(table(found))


def size(name: str, trials: int, seed: int) -> dict[str, Any]:
    """False-positive rates where nothing happens before talks."""
    rng = np.random.default_rng([seed, list(KINDS).index(name)])
    hits = dict.fromkeys((*TESTS, "supported"), 0)
    made = 0
    for _ in range(trials):
        drawn = case(KINDS[name], rng)
        found = quick(drawn, PRIMARY)
        if found is None:
            continue
        made += 1
        hits["this test"] += found[0] <= 0.05
        if found[0] <= 0.05:  # an interval that leaves out 1 belongs to a p of .05 or less
            whole = test(drawn)
            hits["supported"] += judged(whole.low, whole.high) == "supported"
        for other, p in others(drawn, rng).items():
            hits[other] += p <= 0.05
    return {
        "what": KINDS[name].what, "made": made,
        "rates": {each: asdict(wilson(hits[each], made)) for each in TESTS},
        "supported": asdict(wilson(hits["supported"], made)),
    }  # fmt: skip


def secondary(name: str, trials: int, seed: int) -> dict[str, Any]:
    """False-positive rates of the secondary windows, each by itself."""
    rng = np.random.default_rng([seed, 2000 + list(KINDS).index(name)])
    hits = {window: [0, 0] for window in windows()}
    for _ in range(trials):
        drawn = case(KINDS[name], rng)
        for window, count in hits.items():
            judged_it = quick(drawn, window)
            if judged_it is not None:
                count[0] += judged_it[0] <= 0.05
                count[1] += 1
    return {window_words(each): asdict(wilson(*count)) for each, count in hits.items()}


def curve(name: str, trials: int, seed: int) -> dict[str, Any]:
    """Share of series on which a planted ratio is found, ratio by ratio."""

    def judged(rng: np.random.Generator, ratio: float) -> tuple[float, float] | None:
        return quick(case(CURVES[name], rng, ratio=ratio), PRIMARY)

    return found_by_ratio(judged, list(CURVES).index(name), trials, seed)


def found_by_ratio(
    judged: Callable[[np.random.Generator, float], tuple[float, float] | None],
    place: int, trials: int, seed: int,
) -> dict[str, Any]:  # fmt: skip
    """Share of made-up wars judged to rise (p, log ratio), ratio by ratio; `place` seeds it."""
    found = {}
    for ratio in CURVE:
        rng = np.random.default_rng([seed, 3000 + place, int(100 * ratio)])
        hits = 0
        for _ in range(trials):
            judged_it = judged(rng, ratio)
            hits += judged_it is not None and judged_it[0] <= 0.05 and judged_it[1] > 0
        found[str(ratio)] = asdict(wilson(hits, trials))
    return found


def quick(drawn: Case, window: Any) -> tuple[float, float] | None:
    """P-value of one window without its interval, and how far it stands above the middle."""
    made = cells(drawn.values, Calendar(drawn.starts, drawn.starts), window)
    if made is None or made.shifts.size < FEWEST_SHIFTS:
        return None
    null = made.statistic()
    return p_value(null, made.here), float(null[made.here] - np.median(null))


def module(found: dict[str, Any], text: str) -> str:
    """The sizes that answers cite, as a module of the package."""
    head, _, _ = text.partition("SIZES: ")
    lines = ["SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({"]
    for name, row in found["size"].items():
        rate = row["rates"]["this test"]
        numbers = ", ".join(f"{rate[each]:.4f}" for each in ("value", "low", "high"))
        lines.append(f'    "{name}": ({numbers}),')
    lines += ["})  # fmt: skip", f"TRIALS = {found['trials']}"]
    return head + "\n".join(lines) + "\n"


def power(ratio: float, trials: int, seed: int) -> dict[str, Any]:
    """How often a planted rise before twelve clusters is found, and covered."""
    rng = np.random.default_rng([seed, 1000 + int(100 * ratio)])
    found_it = firm = covered = 0
    reach = []
    for _ in range(trials):
        drawn = case(TWELVE, rng, ratio=ratio)
        found = test(drawn)
        if found.low is not None:
            supported = judged(found.low, found.high) == "supported"
            found_it += supported
            firm += supported and survives(drawn)
            covered += found.low <= ratio and (found.high is None or ratio <= found.high)
        calendar = Calendar(drawn.starts, drawn.starts)
        reach.append(smallest_found(found, calendar) or float("nan"))
    return {
        "what": TWELVE.what,
        "found": asdict(wilson(found_it, trials)), "firm": asdict(wilson(firm, trials)),
        "covered": asdict(wilson(covered, trials)),
        "smallest_found_median": round(float(np.nanmedian(reach)), 3),
    }  # fmt: skip


def test(drawn: Case) -> ShiftTest:
    """The primary window of one case."""
    return shift_test(drawn.values, Calendar(drawn.starts, drawn.starts))


def survives(drawn: Case) -> bool:
    """Whether "supported" survives leaving out each cluster."""
    whole = Calendar(drawn.starts, drawn.starts)
    for number in range(max(clusters(whole)) + 1):
        made = cells(drawn.values, without(whole, number), PRIMARY)
        null = made.statistic() if made is not None else np.zeros(1)
        here = made.here if made is not None else 0
        if p_value(null, here) > 0.05 or null[here] < np.median(null):
            return False
    return True


def others(drawn: Case, rng: np.random.Generator) -> dict[str, float]:
    """P-values of three tests in use that know no local baseline."""
    values, starts = drawn.values, np.array(drawn.starts)
    length = len(values)
    inside = true_days(length, Calendar(drawn.starts, drawn.starts), PRIMARY)
    moves = np.arange(length)
    days = (np.flatnonzero(inside)[None, :] + moves[:, None]) % length
    circular = np.log(np.nanmean(values[days], axis=1))
    dates = rng.integers(7, length, (199, starts.size))
    dates = np.vstack([starts, dates])
    near = values[dates[:, :, None] - np.arange(1, 8)]
    random = np.log(np.nanmean(near.reshape(200, -1), axis=1))
    return {
        "plain circular shift": p_value(circular, 0), "random dates": p_value(random, 0),
        "Poisson rates": poisson(values, inside),
    }  # fmt: skip


def poisson(values: np.ndarray[Any, np.dtype[np.float64]], inside: Any) -> float:
    """Two-sided p of a Poisson comparison of the windows' rate with that of all other days."""
    known = np.isfinite(values)
    one, two = values[inside & known], values[~inside & known]
    spread = np.sqrt(1 / one.sum() + 1 / two.sum())
    z = float(abs(np.log(one.mean() / two.mean())) / spread)
    return 1 - erf(z / 2**0.5)


def table(found: dict[str, Any]) -> str:
    """The results as a page."""
    made = (
        f"Made by `make calibrate`: truceline {found['version']}, seed {found['seed']}, "
        f"{found['trials']} made-up series of each case, {found['trials'] // 4} for curves and "
        "secondary windows; Wilson intervals at .95 in brackets."
    )
    head = (
        "| planted ratio | interval says supported | and without each cluster | interval holds "
        'the planted ratio | median of "smallest rise found" |'
    )
    lines = [
        "# How often the talks test is wrong, and how often it is right", "",
        made, "",
        "## Nothing happens before talks: share with p of .05 or less", "",
        "| case | " + " | ".join(TESTS) + " | interval says supported | series |",
        "|---|" + "---|" * (len(TESTS) + 2),
    ]  # fmt: skip
    for name, row in found["size"].items():
        cells = [share(row["rates"][each]) for each in TESTS]
        told = share(row["supported"])
        lines.append(f"| {name}: {row['what']} | {' | '.join(cells)} | {told} | {row['made']} |")
    lines += [
        "", "## A rise is planted in the 7 days before twelve clusters, in 900 days", "",
        head, "|---|---|---|---|---|",
    ]  # fmt: skip
    for ratio, row in found["power"].items():
        cells = [share(row[each]) for each in ("found", "firm", "covered")]
        lines.append(f"| {ratio} | {' | '.join(cells)} | {row['smallest_found_median']} |")
    return "\n".join([*lines, *more(found)]) + "\n"


def more(found: dict[str, Any]) -> list[str]:
    """The curves of power, and the secondary windows."""
    lines = [
        "", "## How often it is found, by ratio: p of .05 or less, and a rise", "",
        "| case | " + " | ".join(map(str, CURVE)) + " |", "|---|" + "---|" * len(CURVE),
    ]  # fmt: skip
    for name, row in found["curves"].items():
        lines.append(f"| {name} | {' | '.join(share(row[str(each)]) for each in CURVE)} |")
    lines += [
        "", "## Nothing happens: secondary windows, each by itself, before adjustment", "",
        "| window | " + " | ".join(SIZED) + " |", "|---|" + "---|" * len(SIZED),
    ]  # fmt: skip
    for window in found["secondary"][SIZED[0]]:
        told = " | ".join(share(found["secondary"][each][window]) for each in SIZED)
        lines.append(f"| {window} | {told} |")
    return lines


def share(found: dict[str, Any] | Share) -> str:
    """A share with its interval."""
    row = found if isinstance(found, dict) else asdict(found)
    return f"{row['value']:.3f} ({row['low']:.3f}–{row['high']:.3f})"


if __name__ == "__main__":
    main()
