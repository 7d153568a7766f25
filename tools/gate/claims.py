"""Score `truceline check` on statements with a known truth, and hold its floors: `make gate`.

Writes the confusion tables in docs/methods/check.md and the floors in tests/claims/floors.toml.
Exits with 1, and writes nothing, where a floor would have to go down.
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.claims import scored
from tests.claims.scored import Scored

from gate import pins
from gate.scoring import Scores

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "claims" / "floors.toml"
PAGE = ROOT / "docs" / "methods" / "check.md"
START, END = "<!-- confusion: begin -->", "<!-- confusion: end -->"
HEAD = """# Floors of `truceline check` on statements with a known truth, written by `make gate`.
# They only go up. To lower one, or to measure on other statements: `make gate ALLOW="the reason"`.
"""
PRECISION, COVERAGE = "precision of firm verdicts", "coverage"
LEAST = 0.90
"""Precision of firm verdicts under which no reason is good enough."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the gate; return 0 where every floor holds."""
    parser = argparse.ArgumentParser(prog="make gate", description=__doc__)
    parser.add_argument("--allow-regression", metavar="REASON")
    asked = parser.parse_args(arguments)
    found = {part: measured(part) for part in scored.PARTS}
    for part, each in found.items():
        print(scored.printed(part, scored.table(each)))
    halves, lines = pinned(found, asked.allow_regression)
    if lines:
        print("nothing was written:", *lines, sep="\n  ", file=sys.stderr)
        return 1
    pins.write_floors(FLOORS, halves, HEAD)
    page = PAGE.read_text("utf-8")
    before, rest = page.split(START)
    PAGE.write_text(f"{before}{START}\n\n{tables(found)}\n{END}{rest.split(END)[1]}", "utf-8")
    return 0


def measured(part: str) -> tuple[Scored, ...]:
    """Return every statement of a part, checked."""
    return tuple(scored.scored(each) for each in scored.statements(part))


def scores(found: Sequence[Scored]) -> Scores:
    """Return precision of firm verdicts and coverage, in the shape that floors are kept in."""
    counted = scored.table(found)
    right, firm = scored.precision(counted)
    covered, checkable = scored.coverage(counted)
    return {PRECISION: {"f1": right / firm if firm else 0.0},
            COVERAGE: {"f1": covered / checkable}}  # fmt: skip


def fingerprint(part: str) -> str:
    """Return a hash of a part's statements: floors are of these and no others."""
    text = "\n".join(f"{s.id}|{s.date}|{s.truth}|{s.text}" for s in scored.statements(part))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def pinned(
    found: dict[str, tuple[Scored, ...]], allow: str | None
) -> tuple[dict[str, Any], list[str]]:
    """Return each part's floors as they would be written, and what speaks against it."""
    old = pins.read(FLOORS)
    halves: dict[str, Any] = {}
    lines: list[str] = []
    for part, each in found.items():
        now = scores(each)
        halves[part], why = pins.raised(old.get(part, {}), now, fingerprint(part), allow)
        lines += [f"{part}: {line}" for line in why]
        if now[PRECISION]["f1"] < LEAST:
            lines.append(f"{part}: {PRECISION} is under {LEAST}")
    return halves, lines


def tables(found: dict[str, tuple[Scored, ...]]) -> str:
    """Return the confusion tables as Markdown."""
    lines = []
    for part, each in found.items():
        counted = scored.table(each)
        right, firm = scored.precision(counted)
        covered, checkable = scored.coverage(counted)
        told = (
            f"**{part}**, {len(each)} statements: {right} of {firm} firm verdicts are right, "
            f"{covered} of {checkable} checkable statements get one."
        )
        lines += [told, ""]
        lines += ["| truth | " + " | ".join(scored.VERDICTS) + " |", "|---|--:|--:|--:|--:|"]
        lines += [
            f"| {truth} | " + " | ".join(str(counted.get((truth, v), 0)) for v in scored.VERDICTS)
            + " |" for truth in scored.TRUTHS
        ]  # fmt: skip
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    raise SystemExit(main())
