"""What `make calibrate` runs for retaliation: how often its tests are wrong, and how often right.

Writes docs/methods/results/retaliation_calibration.json and .md. The same seed gives the same
bytes.

    python tools/calibrate_retaliation.py [--trials 2000] [--seed 20250602]
"""

import argparse
import json
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

import hawkes_bias
from calibrate import CURVE, found_by_ratio, poisson, share
from truceline import __version__
from truceline.measure import retaliation_size
from truceline.measure.calendar import Calendar, clusters, without
from truceline.measure.cells import cells
from truceline.measure.laid import true_days
from truceline.measure.lead_lag import lead_lag
from truceline.measure.placebo import wilson
from truceline.measure.reach import smallest_found
from truceline.measure.replies import PLACEBO, REPLY, mirrored
from truceline.measure.shifts import FEWEST_SHIFTS, p_value, shift_test
from truceline.measure.verdicts import judged
from truceline.simulate.strike_cases import (
    CURVES,
    KINDS,
    MUTUAL,
    TWELVE,
    StrikeCase,
    strike_case,
)

RESULTS = Path(__file__).resolve().parents[1] / "docs" / "methods" / "results"
SIZES = Path(retaliation_size.__file__)
PLANTED = (1.25, 1.5, 2.0)

TESTS = ("this test", "this test, rises", "placebo days", "lead–lag", "Poisson rates")


def main() -> None:
    """Run all cases and write the results."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trials", type=int, default=2000, help="Simulations of each case.")
    asked.add_argument("--seed", type=int, default=20250602, help="Seed of all chance.")
    asked.add_argument("--jobs", type=int, default=2, help="Cases run at once.")
    given = asked.parse_args()
    found = run(given.trials, given.seed, given.jobs)
    RESULTS.mkdir(parents=True, exist_ok=True)
    told = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    (RESULTS / "retaliation_calibration.json").write_text(told, "utf-8")
    (RESULTS / "retaliation_calibration.md").write_text(table(found), "utf-8")
    SIZES.write_text(module(found), "utf-8")
    print(table(found))


def run(trials: int, seed: int, jobs: int) -> dict[str, Any]:
    """All cases; each has its own seed, so that the order they run in changes nothing."""
    with ProcessPoolExecutor(jobs) as pool:
        bias = pool.submit(hawkes_bias.table, trials // 40, seed)
        powers = {
            key: {
                str(ratio): pool.submit(power, kind, ratio, trials, seed) for ratio in planted
            }
            for key, kind, planted in (
                ("power", TWELVE, PLANTED), ("mutual", MUTUAL, (1.0, *PLANTED[1:])),
            )
        }  # fmt: skip
        sizes = {name: pool.submit(size, name, trials, seed) for name in KINDS}
        curves = {name: pool.submit(curve, name, trials, seed) for name in CURVES}
        return {
            "version": __version__, "seed": seed, "trials": trials, "level": 0.05,
            "size": {name: each.result() for name, each in sizes.items()},
            **{
                key: {ratio: each.result() for ratio, each in rows.items()}
                for key, rows in powers.items()
            },
            "curves": {name: each.result() for name, each in curves.items()},
            "hawkes": bias.result(),
        }  # fmt: skip


def module(found: dict[str, Any]) -> str:
    """The numbers that answers cite, as a module of the package."""
    head, _, _ = SIZES.read_text("utf-8").partition("SIZES: ")
    lines = ["SIZES: Mapping[str, tuple[float, float, float]] = MappingProxyType({"]
    for name, row in found["size"].items():
        rate = row["rates"]["this test"]
        numbers = ", ".join(f"{rate[each]:.4f}" for each in ("value", "low", "high"))
        lines.append(f'    "{name}": ({numbers}),')
    lines += ["})  # fmt: skip", "BIAS: Mapping[float, tuple[float, float]] = MappingProxyType({"]
    for lag, row in found["hawkes"]["by_lag"].items():
        lines.append(f"    {lag}: ({row['exact']['mean']:.3f}, {row['binned']['mean']:.3f}),")
    lines += ["})  # fmt: skip", f"TRIALS = {found['trials']}"]
    return head + "\n".join(lines) + "\n"


def size(name: str, trials: int, seed: int) -> dict[str, Any]:
    """False-positive rates where the first side does not answer."""
    rng = np.random.default_rng([seed, list(KINDS).index(name)])
    hits = dict.fromkeys(TESTS, 0)
    made = 0
    for _ in range(trials):
        drawn = strike_case(KINDS[name], rng)
        after = judge(drawn, REPLY)
        if after is None:
            continue
        made += 1
        before = judge(drawn, PLACEBO)
        hits["this test"] += after[0] <= 0.05
        hits["this test, rises"] += after[0] <= 0.05 and after[1] > 0
        hits["placebo days"] += before is not None and before[0] <= 0.05
        led = lead_lag(drawn.other, drawn.values, rng=rng)
        hits["lead–lag"] += led is not None and led.p <= 0.05
        inside = true_days(len(drawn.values), Calendar(drawn.strikes, drawn.strikes), REPLY)
        hits["Poisson rates"] += poisson(drawn.values, inside) <= 0.05
    return {
        "what": KINDS[name].what, "made": made,
        "rates": {each: asdict(wilson(hits[each], made)) for each in TESTS},
    }  # fmt: skip


def judge(drawn: StrikeCase, window: Any, dropped: int | None = None) -> tuple[float, float] | None:
    """P-value of one window, and how far the true calendar stands above the middle."""
    calendar = Calendar(drawn.strikes, drawn.strikes)
    if dropped is not None:
        calendar = without(calendar, dropped)
    made = cells(drawn.values, calendar, window)
    if made is None or made.shifts.size < FEWEST_SHIFTS:
        return None
    null = made.statistic()
    return p_value(null, made.here), float(null[made.here] - np.median(null))


def power(kind: Any, ratio: float, trials: int, seed: int) -> dict[str, Any]:
    """How often a planted reply is found, survives, and is covered; and what else says so."""
    rng = np.random.default_rng([seed, 1000 + int(100 * ratio), kind is MUTUAL])
    hits = dict.fromkeys(("found", "firm", "covered", "mirror", "lead–lag"), 0)
    reach = []
    for _ in range(trials):
        drawn = strike_case(kind, rng, ratio=ratio)
        calendar = Calendar(drawn.strikes, drawn.strikes)
        found, before = (shift_test(drawn.values, calendar, each) for each in (REPLY, PLACEBO))
        if found.low is not None:
            supported = judged(found.low, found.high) in {"supported", "mixed"}
            hits["found"] += supported
            hits["firm"] += supported and not (before.low or 0) > 1 and survives(drawn)
            hits["covered"] += found.low <= ratio and (found.high is None or ratio <= found.high)
        mirror = mirrored(found, before)
        hits["mirror"] += mirror is not None and mirror.ratio > 1 and mirror.p <= 0.05
        led = lead_lag(drawn.other, drawn.values, rng=rng)
        hits["lead–lag"] += led is not None and led.p <= 0.05
        reach.append(smallest_found(found, calendar) or float("nan"))
    return {
        "what": kind.what, **{each: asdict(wilson(count, trials)) for each, count in hits.items()},
        "smallest_found_median": round(float(np.nanmedian(reach)), 3),
    }  # fmt: skip


def curve(name: str, trials: int, seed: int) -> dict[str, Any]:
    """Share of wars in which a planted reply is found, ratio by ratio."""

    def judged(rng: np.random.Generator, ratio: float) -> tuple[float, float] | None:
        return judge(strike_case(CURVES[name], rng, ratio=ratio), REPLY)

    return found_by_ratio(judged, list(CURVES).index(name), trials, seed)


def survives(drawn: StrikeCase) -> bool:
    """Whether a rise survives leaving out each cluster."""
    numbers = clusters(Calendar(drawn.strikes, drawn.strikes))
    found = (judge(drawn, REPLY, each) for each in dict.fromkeys(numbers))
    return all(each is not None and each[0] <= 0.05 and each[1] > 0 for each in found)


def table(found: dict[str, Any]) -> str:
    """The results as a page."""
    made = (
        f"Made by `make calibrate`: truceline {found['version']}, seed {found['seed']}, "
        f"{found['trials']} made-up wars of each case, {found['trials'] // 4} where verdicts and "
        "intervals of planted replies are judged; Wilson intervals at .95 in brackets."
    )
    lines = [
        "# How often the retaliation test is wrong, and how often it is right", "",
        made, "",
        "## The side that is struck does not answer: share with p of .05 or less", "",
        "| case | " + " | ".join(TESTS) + " | wars |", "|---|" + "---|" * (len(TESTS) + 1),
    ]  # fmt: skip
    for name, row in found["size"].items():
        rates = " | ".join(share(row["rates"][each]) for each in TESTS)
        lines.append(f"| {name}: {row['what']} | {rates} | {row['made']} |")
    head = (
        "| planted ratio | interval above 1 | and firm | interval holds the planted ratio | week "
        'after above week before | lead–lag | median of "smallest rise found" |'
    )
    for key, title in (
        ("power", "A reply is planted in the 7 days after twelve strikes, in 900 days"),
        ("mutual", f"h, mutual reply: {MUTUAL.what}"),
    ):
        lines += ["", f"## {title}", "", head, "|---|" + "---|" * 6]
        for ratio, row in found[key].items():
            rates = " | ".join(
                share(row[each]) for each in ("found", "firm", "covered", "mirror", "lead–lag")
            )
            lines.append(f"| {ratio} | {rates} | {row['smallest_found_median']} |")
    lines += [
        "", "## How often it is found, by ratio: p of .05 or less, and a rise", "",
        "| case | " + " | ".join(map(str, CURVE)) + " |", "|---|" + "---|" * len(CURVE),
    ]  # fmt: skip
    for name, row in found["curves"].items():
        lines.append(f"| {name} | {' | '.join(share(row[str(each)]) for each in CURVE)} |")
    return "\n".join(lines) + "\n\n" + hawkes_bias.page(found["hawkes"])


if __name__ == "__main__":
    main()
