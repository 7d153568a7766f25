"""What `make calibrate` runs for balance: how often its test is wrong, and how often it is right.

Writes docs/methods/results/balance_calibration.json and .md. The same seed gives the same bytes.

    python tools/calibrate_balance.py [--trials 2000] [--seed 20250602]
"""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np

from calibrate import poisson, share
from truceline import __version__
from truceline.measure.calendar import Calendar, clusters, without
from truceline.measure.cells import Cells, cells
from truceline.measure.laid import true_days
from truceline.measure.miscoding import carried
from truceline.measure.own_deeds import PRIMARY
from truceline.measure.placebo import wilson
from truceline.measure.shifts import FEWEST_SHIFTS, p_value
from truceline.measure.word_skill import Skill, skill
from truceline.simulate.cases import KINDS, TWELVE
from truceline.simulate.word_cases import TELLINGS, Telling, WordCase, word_case

RESULTS = Path(__file__).resolve().parents[1] / "docs" / "methods" / "results"
PLANTED = (0.8, 0.67, 0.5)
SIZES = ("this test", "this test, falls", "Poisson rates", "skill above 0")
COUNTS = ("counts as they are, falls", "divided by reports, falls", "both, falls")
ACCURACY = 0.8
TITLES = (
    "Deeds do not follow words: share with p of .05 or less",
    "Deeds do not follow words, and reporting does: share in which a fall is found",
    "A fall is planted in the 7 days after twelve words, in 900 days",
    "One word in five was never spoken",
)
HEADS = (
    ("case", *SIZES, "series"),
    ("case", *COUNTS),
    (
        "planted ratio", "interval below 1", "and without each cluster",
        "interval holds the planted ratio", "skill above 0",
    ),
    (
        "planted ratio", "median ratio, plain", "plain interval holds the planted ratio",
        "median ratio, error carried", "carried interval holds the planted ratio", "series",
    ),
)  # fmt: skip


def main() -> None:
    """Run all cases and write the results."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--trials", type=int, default=2000, help="Simulations of each case.")
    asked.add_argument("--seed", type=int, default=20250602, help="Seed of all chance.")
    given = asked.parse_args()
    found = {
        "version": __version__, "seed": given.seed, "trials": given.trials, "level": 0.05,
        "size": {name: size(name, given.trials, given.seed) for name in KINDS},
        "telling": {name: telling(name, given.trials, given.seed) for name in TELLINGS},
        "power": {str(ratio): power(ratio, given.trials, given.seed) for ratio in PLANTED},
        "miscoded": {
            str(ratio): miscoded(ratio, given.trials // 8, given.seed) for ratio in (1.0, *PLANTED)
        },
    }  # fmt: skip
    RESULTS.mkdir(parents=True, exist_ok=True)
    told = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    (RESULTS / "balance_calibration.json").write_text(told, "utf-8")
    (RESULTS / "balance_calibration.md").write_text(table(found), "utf-8")
    print(table(found))


def laid(drawn: WordCase, values: Any = None, dropped: int | None = None) -> Cells | None:
    """Cells of the primary window, with shifts enough."""
    calendar = Calendar(drawn.words, drawn.words)
    if dropped is not None:
        calendar = without(calendar, dropped)
    made = cells(drawn.values if values is None else values, calendar, PRIMARY)
    return made if made is not None and made.shifts.size >= FEWEST_SHIFTS else None


def judge(made: Cells | None) -> tuple[float, float]:
    """P-value, and how far the true calendar stands above the middle."""
    if made is None:
        return 1.0, 0.0
    null = made.statistic()
    return p_value(null, made.here), float(null[made.here] - np.median(null))


def falls(made: Cells | None) -> bool:
    """Whether the interval lies below 1."""
    p, above = judge(made)
    return p <= 0.05 and above < 0


def size(name: str, trials: int, seed: int) -> dict[str, Any]:
    """False-positive rates where deeds do not follow words."""
    rng = np.random.default_rng([seed, list(KINDS).index(name)])
    told = Telling(what=KINDS[name].what, kind=KINDS[name])
    hits, tries = dict.fromkeys(SIZES, 0), dict.fromkeys(SIZES, 0)
    for _ in range(trials):
        drawn = word_case(told, rng)
        made = laid(drawn)
        if made is None:
            continue
        inside = true_days(len(drawn.values), Calendar(drawn.words, drawn.words), PRIMARY)
        helped = skill(drawn.values, drawn.words, rng=rng)
        found = {
            "this test": judge(made)[0] <= 0.05, "this test, falls": falls(made),
            "Poisson rates": poisson(drawn.values, inside) <= 0.05,
        }  # fmt: skip
        if isinstance(helped, Skill):
            found["skill above 0"] = helped.low > 0
        for each, hit in found.items():
            hits[each] += hit
            tries[each] += 1
    return {
        "what": told.what, "made": tries["this test"],
        "rates": {
            each: asdict(wilson(hits[each], tries[each])) if tries[each] else None for each in SIZES
        },
    }  # fmt: skip


def telling(name: str, trials: int, seed: int) -> dict[str, Any]:
    """How often a fall is found where only the reporting changes."""
    rng = np.random.default_rng([seed, 500 + list(TELLINGS).index(name)])
    hits = dict.fromkeys(COUNTS, 0)
    for _ in range(trials):
        drawn = word_case(TELLINGS[name], rng)
        divided = drawn.values / drawn.reports * drawn.reports.mean()
        plain, even = falls(laid(drawn)), falls(laid(drawn, divided))
        for each, hit in zip(COUNTS, (plain, even, plain and even), strict=True):
            hits[each] += hit
    return {
        "what": TELLINGS[name].what,
        "rates": {each: asdict(wilson(hits[each], trials)) for each in COUNTS},
    }


def power(ratio: float, trials: int, seed: int) -> dict[str, Any]:
    """How often a planted fall after twelve words is found, survives, is covered; and the skill."""
    rng = np.random.default_rng([seed, 1000 + int(100 * ratio)])
    hits = dict.fromkeys(("found", "firm", "covered", "skill"), 0)
    told = Telling(what=TWELVE.what, kind=TWELVE)
    for _ in range(trials):
        drawn = word_case(told, rng, ratio=ratio)
        made = laid(drawn)
        hits["found"] += falls(made)
        hits["firm"] += falls(made) and survives(drawn)
        hits["covered"] += made is not None and p_value(made.statistic(ratio), made.here) > 0.05
        helped = skill(drawn.values, drawn.words, rng=rng)
        hits["skill"] += isinstance(helped, Skill) and helped.low > 0
    return {"what": told.what, **{each: asdict(wilson(hit, trials)) for each, hit in hits.items()}}


def survives(drawn: WordCase) -> bool:
    """Whether a fall survives leaving out each cluster."""
    numbers = clusters(Calendar(drawn.words, drawn.words))
    return all(falls(laid(drawn, dropped=each)) for each in dict.fromkeys(numbers))


def miscoded(ratio: float, trials: int, seed: int) -> dict[str, Any]:
    """What a coder's errors do to a planted fall, and whether carrying them through helps."""
    rng = np.random.default_rng([seed, 2000 + int(100 * ratio)])
    told = replace(Telling(what="", kind=TWELVE), accuracy=ACCURACY)
    covered = mended = made_all = 0
    plain, carried_to = [], []
    for _ in range(trials):
        drawn = word_case(told, rng, ratio=ratio)
        made = laid(drawn)
        error = carried(
            drawn.values, Calendar(drawn.words, drawn.words), PRIMARY, (), accuracy=ACCURACY,
            rng=rng,
        )  # fmt: skip
        if made is None or error is None:
            continue
        made_all += 1
        covered += p_value(made.statistic(ratio), made.here) > 0.05
        mended += error.low <= ratio <= error.high
        plain.append(float(np.exp(judge(made)[1])))
        carried_to.append(error.ratio)
    return {
        "made": made_all, "covered": asdict(wilson(covered, made_all)),
        "carried": asdict(wilson(mended, made_all)),
        "plain_median": round(float(np.median(plain)), 3),
        "carried_median": round(float(np.median(carried_to)), 3),
    }  # fmt: skip


def table(found: dict[str, Any]) -> str:
    """The results as a page."""
    made = (
        f"Made by `make calibrate`: truceline {found['version']}, seed {found['seed']}, "
        f"{found['trials']} made-up series of each case (an eighth of it for miscoded words); "
        "Wilson intervals at .95 in brackets."
    )
    size_rows = [
        [f"{name}: {row['what']}", *(_cell(row["rates"][each]) for each in SIZES), row["made"]]
        for name, row in found["size"].items()
    ]
    telling_rows = [
        [f"{name}: {row['what']}", *(_cell(row["rates"][each]) for each in COUNTS)]
        for name, row in found["telling"].items()
    ]
    power_rows = [
        [ratio, *(_cell(row[each]) for each in ("found", "firm", "covered", "skill"))]
        for ratio, row in found["power"].items()
    ]
    wrong_rows = [
        [
            ratio, row["plain_median"], _cell(row["covered"]), row["carried_median"],
            _cell(row["carried"]), row["made"],
        ]
        for ratio, row in found["miscoded"].items()
    ]  # fmt: skip
    blocks = zip(TITLES, HEADS, (size_rows, telling_rows, power_rows, wrong_rows), strict=True)
    told = "\n".join(_block(title, head, rows) for title, head, rows in blocks)
    return f"# How often the balance test is wrong, and how often it is right\n\n{made}\n\n{told}"


def _cell(found: dict[str, Any] | None) -> str:
    """A share, or a dash where nothing could be counted."""
    return share(found) if found else "–"


def _block(title: str, head: tuple[str, ...], rows: list[list[Any]]) -> str:
    """One table under its title."""
    lines = [f"| {' | '.join(str(each) for each in row)} |" for row in rows]
    line = "|" + "---|" * len(head)
    return "\n".join([f"## {title}", "", f"| {' | '.join(head)} |", line, *lines, ""])


if __name__ == "__main__":
    main()
