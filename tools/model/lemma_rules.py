"""Keeps of the lemma rules those that the pipeline can choose.

spaCy stores every rule it met in training, thirteen in fourteen of which it met too seldom to ever
choose them; reading and checking those took a sixth of the time in which the pipeline loads.
"""

from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped]  # comes with spaCy, ships no types

PARTS = ("prefix_tree", "suffix_tree")


def keep_used(folder: Path) -> None:
    """Rewrite the rules in a stored lemmatizer's folder, and the labels that point at them."""
    kept, labels = used(
        srsly.read_msgpack(folder / "trees")["trees"], srsly.read_json(folder / "cfg")["labels"]
    )
    srsly.write_msgpack(folder / "trees", {"trees": kept})
    srsly.write_json(folder / "cfg", {"labels": labels})


def used(rules: list[dict[str, Any]], labels: list[int]) -> tuple[list[dict[str, Any]], list[int]]:
    """Return the rules that the labels lead to, in their order, and the labels as numbered now.

    A part of a rule that is a number past the end stands for no further rule, and stays.
    """
    waiting, needed = list(labels), set[int]()
    while waiting:
        number = waiting.pop()
        if number < len(rules) and number not in needed:
            needed.add(number)
            waiting += [rules[number][part] for part in PARTS if part in rules[number]]
    place = {number: at for at, number in enumerate(sorted(needed))}
    kept = [
        rules[number]
        | {part: place.get(to, to) for part in PARTS if (to := rules[number].get(part)) is not None}
        for number in sorted(needed)
    ]
    return kept, [place[each] for each in labels]
