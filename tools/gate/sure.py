"""Whether a coder is as often right as it says: Brier scores and a table of reliability."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from gate.matching import pairs_of
from gate.scoring import Coded

FIELDS = ("type", "status", "source", "target")
STEPS = 5
"""The events are cut into so many equal parts, from the least sure to the surest."""


def reliability(coded: Coded) -> dict[str, Any]:
    """Return, by field, how sure the coder was and how often it was right.

    Parameters
    ----------
    coded : sequence of (Sentence, tuple of Event)
        The events said of each sentence; `confidence` is about the type, `roles["sure"]` about
        the other fields of an event whose type is right.

    Returns
    -------
    dict
        By field `n`, `said` (the mean chance), `right`, `brier` and `brier_rate` (of saying the
        share right of every event); under `steps` the pairs of said and right, least sure first.
    """
    found = {}
    for field in FIELDS:
        rows = sorted(_rows(coded, field))
        if rows:
            found[field] = _figures(rows)
    return found


def _rows(coded: Coded, field: str) -> Iterator[tuple[float, bool]]:
    for sentence, events in coded:
        for pair in pairs_of(sentence, events):
            if pair.said is None or (field != "type" and not pair.right("type")):
                continue
            chances = {"type": pair.said.confidence, **pair.said.roles.get("sure", {})}
            if field in chances:
                yield chances[field], pair.right(field)


def _figures(rows: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    n = len(rows)
    right = sum(good for _, good in rows) / n
    cuts = [n * step // STEPS for step in range(STEPS + 1)]
    parts = [rows[a:b] for a, b in pairwise(cuts) if a < b]
    return {
        "n": n,
        "said": round(_mean([said for said, _ in rows]), 4),
        "right": round(right, 4),
        "brier": round(_mean([(said - good) ** 2 for said, good in rows]), 4),
        "brier_rate": round(right * (1 - right), 4),
        "steps": [
            [round(_mean([said for said, _ in each]), 3), round(_mean([g for _, g in each]), 3)]
            for each in parts
        ],
    }


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
