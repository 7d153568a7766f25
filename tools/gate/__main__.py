"""Score coders on the gold and the development sets, and hold the floors: `make gate`.

Writes docs/methods/results/coding_gate.json, the tables in docs/methods/coding.md, the floors and
the list of wrong sentences. Exits with 1, and writes nothing, where a floor would have to go down.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.gold import reader
from tests.gold import whole as reports_of
from tests.gold.reader import Sentence

from gate import coders, development, isaf, pins, scoring, sure, tables, toy, whole

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
FLOORS, WRONG = GOLD / "floors.toml", GOLD / "wrong.toml"
RESULTS = ROOT / "docs" / "methods" / "results" / "coding_gate.json"
PAGE = ROOT / "docs" / "methods" / "coding.md"
SETS = ROOT.parent / "shared" / "data" / "text"
ENOUGH = 350
"""The held half is pinned once it has so many sentences: before, it still grows."""
MUC4 = ROOT / "tests" / "gates" / "muc4.py"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; return 0 where every floor holds."""
    asked = _asked(arguments)
    sentences = reader.read()
    names = asked.coder or list(coders.CODERS)
    said = {name: coders.said_of(sentences, coders.maker(name)) for name in names}
    print(f"gold: {len(sentences)} sentences coded by {', '.join(names)}")
    if asked.coder:
        print(tables.text_of(results_of(sentences, said, names[0])))
        return 0
    results = results_of(sentences, said, coders.DEFAULT)
    results["reports"] = whole_reports()
    results["development"] = (not asked.gold_only and measured(names, said)) or _before()
    halves, lines = pinned(results, asked.allow_regression)
    print(tables.text_of(results))
    if lines:
        print("nothing was written:", *lines, sep="\n  ", file=sys.stderr)
        return 1
    pins.write_floors(FLOORS, halves)
    mine = [each for each in said[coders.DEFAULT] if each[0].half == "open"]
    pins.write_wrong(WRONG, pins.wrong_of(mine, pins.read(WRONG)))
    RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    PAGE.write_text(tables.spliced(PAGE.read_text("utf-8"), results), "utf-8", newline="\n")
    return 0


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make gate", description=__doc__)
    parser.add_argument(
        "--coder", action="append", metavar="NAME|MODULE:CLASS",
        help="score this coder on the gold, print, and write nothing; may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--gold-only", action="store_true",
        help="leave the figures on the development sets as they were: a minute instead of several",
    )  # fmt: skip
    parser.add_argument(
        "--allow-regression", metavar="REASON",
        help="let floors go down, or to other sentences; the reason is kept in floors.toml",
    )  # fmt: skip
    return parser.parse_args(arguments)


def results_of(sentences: Sequence[Sentence], said: dict[str, Any], default: str) -> dict[str, Any]:
    """Return the corpus, and the scores of every coder and of the toy on both halves."""
    halves = [h for h in reader.HALVES if any(each.half == h for each in sentences)]
    bag = toy.trained(each for each in sentences if each.half == "open")
    opened = tuple(each for each in sentences if each.half == "open")
    coded = {**said, "toy": toy.folded(opened)}
    coded["toy"] += [(s, toy.events_of(s.text, bag)) for s in sentences if s.half == "held"]
    scores = {
        name: {half: _both([e for e in those if e[0].half == half]) for half in halves}
        for name, those in coded.items()
    }
    corpus = {half: _size([e for e in sentences if e.half == half]) for half in halves}
    versions = {name: {"version": coders.maker(name)(None).version} for name in said}
    files = _files(said[default])
    sureness = {
        half: sure.reliability([e for e in said[default] if e[0].half == half]) for half in halves
    }
    return {
        "default": default, "coders": versions, "corpus": corpus, "scores": scores, "files": files,
        "sureness": sureness,
    }  # fmt: skip


def _files(coded: scoring.Coded) -> dict[str, dict[str, list[float]]]:
    """Return, by half and file, the number of sentences and the F1 of type and of the headline."""
    found: dict[str, dict[str, list[float]]] = {}
    for half, file in sorted({(each[0].half, each[0].file) for each in coded}, reverse=True):
        mine = [each for each in coded if (each[0].half, each[0].file) == (half, file)]
        scores = scoring.scored(mine)
        f1 = [scores[n]["f1"] if n in scores else 0.0 for n in ("type", scoring.HEADLINE)]
        found.setdefault(half, {})[file] = [len(mine), *f1]
    return found


def _both(coded: scoring.Coded) -> dict[str, scoring.Scores]:
    return {"all": scoring.scored(coded), "single": scoring.scored(scoring.single(coded))}


def _size(sentences: Sequence[Sentence]) -> dict[str, Any]:
    return {
        "sentences": len(sentences),
        "events": sum(len(each.events) for each in sentences),
        "without": sum(not each.events for each in sentences),
        "fingerprint": reader.fingerprint(sentences),
    }


def measured(names: Sequence[str], said: dict[str, Any]) -> dict[str, Any]:
    """Return the figures on the development sets, empty where they are not beside the checkout."""
    if not SETS.exists():
        return {}
    found: dict[str, Any] = {"plover": {}, "isaf": {}}
    for name in names:
        make = coders.maker(name)
        for key, theirs, ours in (
            ("plover", development.plover(SETS / "plv_train.tsv", make),
             development.gold_as_plover(said[name])),
            ("isaf", isaf.isaf(SETS / "isaf_press_releases_dev.jsonl", make),
             development.gold_as_isaf(said[name])),
        ):  # fmt: skip
            gaps = development.gaps(ours, theirs)
            found[key][name] = {"set": theirs, "gold": ours, "gaps": gaps}
    if MUC4.exists():
        command = [sys.executable, str(MUC4), str(SETS / "muc4" / "dev.json")]
        found["muc4"] = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return found


def _before() -> dict[str, Any]:
    """Return the figures of the last run that measured on the development sets."""
    print("not measured on the development sets: their figures stay as they were")
    there = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    return dict(there.get("development", {}))


def whole_reports() -> dict[str, Any]:
    """Return, by half, how many whole reports there are and how the coder does on them."""
    found, make = reports_of.read(), coders.maker(coders.DEFAULT)
    return {
        half: _size(sentences_of(mine)) | {"reports": len(mine)} | _both(whole.said_of(mine, make))
        for half in reader.HALVES
        if (mine := [each for each in found if each.half == half])
    }


def sentences_of(reports: Sequence[reports_of.Report]) -> list[Sentence]:
    """Return the sentences of whole reports."""
    return [each for report in reports for each in report.sentences]


def pinned(results: dict[str, Any], allow: str | None) -> tuple[dict[str, Any], list[str]]:
    """Return the floors of each half and of its whole reports, and what speaks against them."""
    old, halves, lines = pins.read(FLOORS), {}, []
    measured_on = {
        half: (results["corpus"][half]["fingerprint"], each["all"])
        for half, each in results["scores"][coders.DEFAULT].items()
        if half != "held" or results["corpus"][half]["sentences"] >= ENOUGH
    }
    for half, each in results["reports"].items():
        measured_on[f"{half}_reports"] = (each["fingerprint"], each["all"])
    for name, (mark, scores) in measured_on.items():
        halves[name], why = pins.raised(old.get(name, {}), scores, mark, allow)
        lines += [f"{name}: {line}" for line in why]
    return halves, lines


if __name__ == "__main__":
    raise SystemExit(main())
