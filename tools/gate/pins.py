"""What the coder must not fall under, and which sentences of the open half it gets wrong.

Floors are kept for each half, with the fingerprint of the sentences they were measured on. They go
up by themselves; to go down, or to another corpus, they want a reason that stays in the file.
Of the held half there are floors only: nobody should see which of its sentences are wrong.
"""

import math
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gate.scoring import Coded, Scores, wrong_fields

HEAD = {
    "floors": """# Floors of the accuracy gate (F1), by half, written by `make gate`.
# They only go up. To lower one, or to measure on other sentences: `make gate ALLOW="the reason"`;
# the reason stays here.
""",
    "wrong": """# Sentences of the open half whose type, status, source or target come out wrong.
# `fields` is written by `make gate`, `reason` by hand; a sentence that comes right leaves the list.
""",
}


def read(path: Path) -> dict[str, Any]:
    """Return a pinned file, empty where there is none yet."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def floors_of(scores: Scores) -> dict[str, float]:
    """Return the F1 of every measure, rounded down so that measuring again is never under it."""
    return {name: math.floor(each["f1"] * 1000) / 1000 for name, each in scores.items()}


def under(floors: Mapping[str, float], scores: Scores) -> list[str]:
    """Return a line for every measure that is under its floor."""
    return [
        f"{name}: {scores.get(name, {'f1': 0.0})['f1']:.3f} is under its floor {floor:.3f}"
        for name, floor in floors.items()
        if scores.get(name, {"f1": 0.0})["f1"] < floor
    ]


def raised(
    old: Mapping[str, Any], scores: Scores, mark: str, allow: str | None
) -> tuple[dict[str, Any], list[str]]:
    """Return a half's new floors, and what would have to be allowed before they can be written.

    Parameters
    ----------
    old
        The half's table: `fingerprint`, `floors` and `lowered`.
    scores, mark
        What was measured now, on the sentences with this fingerprint.
    allow
        The reason for going down or to another corpus, None where there is none.
    """
    floors, found = dict(old.get("floors", {})), floors_of(scores)
    lines = under(floors, scores)
    if floors and old["fingerprint"] != mark:
        lines.append("the sentences are not those that the floors were measured on")
    lowered = list(old.get("lowered", []))
    if lines and allow:
        names = sorted(n for n, floor in floors.items() if found.get(n, 0.0) < floor)
        lowered.append({"reason": allow, "from": old["fingerprint"], "to": mark, "lower": names})
        floors, lines = {}, []
    new = {name: max(value, floors.get(name, 0.0)) for name, value in found.items()}
    return {"fingerprint": mark, "lowered": lowered, "floors": new}, lines


def wrong_of(coded: Coded, old: Mapping[str, Any]) -> dict[str, Any]:
    """Return the list of wrong sentences; a reason written before is kept, else its hard cases."""
    found: dict[str, Any] = {}
    for sentence, events in coded:
        fields = wrong_fields(sentence, events)
        if fields:
            hard = "hard case: " + (", ".join(sentence.tests) or "not yet looked into")
            reason = old.get(sentence.id, {}).get("reason", hard)
            found[sentence.id] = {"fields": fields, "reason": reason}
    return found


def strays(coded: Coded, listed: Mapping[str, Any]) -> list[str]:
    """Return a line for each sentence that the list of wrong ones has otherwise, both ways."""
    found = {k: v["fields"] for k, v in wrong_of(coded, {}).items()}
    there = {k: v["fields"] for k, v in listed.items()}
    return [
        f"{name}: listed as {there.get(name, 'right')}, comes out as {found.get(name, 'right')}"
        for name in sorted(found | there)
        if found.get(name) != there.get(name)
    ]


def write_floors(path: Path, halves: Mapping[str, Any], head: str = HEAD["floors"]) -> None:
    """Write the floors of each half."""
    lines = [head]
    for half, table in halves.items():
        lines += [f"[{half}]", f'fingerprint = "{table["fingerprint"]}"', "lowered = ["]
        lines += [f"  {_inline(each)}," for each in table["lowered"]]
        lines += ["]", "", f"[{half}.floors]"]
        lines += [f'"{name}" = {value:.3f}' for name, value in table["floors"].items()]
        lines.append("")
    path.write_text("\n".join(lines).rstrip() + "\n", "utf-8", newline="\n")


def write_wrong(path: Path, wrong: Mapping[str, Any]) -> None:
    """Write the list of wrong sentences, one a line."""
    rows = [f"{name} = {_inline(row)}" for name, row in wrong.items()]
    path.write_text(HEAD["wrong"] + "\n".join(rows) + "\n", "utf-8", newline="\n")


def _inline(row: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f'"{k}" = {_value(v)}' for k, v in row.items()) + "}"


def _value(value: str | Iterable[str]) -> str:
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "[" + ", ".join(map(_value, value)) + "]"
