"""Fit how sure the coder is of its events: `make sureness` writes `lexicons/sureness.toml`.

Logistic regressions on what each event was read from (`coding/sureness.py`), one for the type, and
for status, source and target of those whose type is right. They are fitted on the open half of the
gold, read by parse and by words. The lexicons were written with that half in sight, so that the
coder is right more often on it than elsewhere: the four starts are moved until the mean chance is
the share right on the held half; those four totals are all that is taken from it.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import brentq, minimize
from tests.gold import reader

import choice as targets
from gate.coders import own_events, parsed_gold, story_of
from gate.matching import pairs_of
from truceline.coding.choice import Choice
from truceline.coding.parsed import ParsedCoder
from truceline.coding.sureness import FIELDS

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "truceline" / "coding" / "lexicons" / "sureness.toml"
STIFFNESS = 5.0
"""Weight of the squared weights against the loss: of 1 to 20 the best on files left out."""
RARE = 4
"""A ground that fewer events have gets no weight."""


@dataclass(frozen=True, slots=True)
class Row:
    """An event: the file it is of, its grounds, whether it was parsed, which fields are right."""

    file: str
    grounds: tuple[str, ...]
    parsed: bool
    right: tuple[bool, ...]


def rows(half: str, learnt: Callable[[str], Choice], pipeline: str | None = None) -> Iterator[Row]:
    """Yield each event that the coder reads in a half of the gold, by parse and by words.

    `learnt` gives the weights that targets are chosen by, for each file; `pipeline` parses.
    """
    for coder, sentence, parses in parsed_gold(half, pipeline=pipeline):
        coder.choice = learnt(sentence.file)
        yield from _of(coder, sentence, parses)
        yield from _of(coder, sentence, {})


def _of(coder: ParsedCoder, sentence: reader.Sentence, parses: dict[Any, Any]) -> Iterator[Row]:
    coding, traces = coder.traced(story_of(sentence), parses)
    grounds = {name: those for trace in traces for name, those in trace.grounds.items()}
    for pair in pairs_of(sentence, own_events(sentence, coding)):
        if pair.said is not None:
            right = tuple(pair.right(field) for field in FIELDS)
            yield Row(sentence.file, grounds[pair.said.event_id], bool(parses), right)


Fit = tuple[float, np.ndarray]


def fitted(matrix: np.ndarray, right: np.ndarray) -> Fit:
    """Return the start and the weights of the likeliest logistic regression, held short."""

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        total = weights[0] + matrix @ weights[1:]
        wrong = 1 / (1 + np.exp(-total)) - right
        value = np.logaddexp(0, total).sum() - total[right].sum()
        value += STIFFNESS / 2 * (weights[1:] ** 2).sum()
        slope = np.concatenate([[wrong.sum()], matrix.T @ wrong + STIFFNESS * weights[1:]])
        return float(value), slope

    found = minimize(loss, np.zeros(matrix.shape[1] + 1), jac=True, method="L-BFGS-B",
                     options={"maxiter": 2000})  # fmt: skip
    return float(found.x[0]), found.x[1:]


def chances(fit: Fit, matrix: np.ndarray) -> np.ndarray:
    """Return the chance of each row."""
    return np.asarray(1 / (1 + np.exp(-(fit[0] + matrix @ fit[1]))))


def moved(fit: Fit, matrix: np.ndarray, share: float) -> float:
    """Return the start with which the mean chance of the rows is a share."""
    return float(brentq(lambda by: chances((by, fit[1]), matrix).mean() - share, -9, 9))


def laid_out(found: Sequence[Row]) -> tuple[list[str], np.ndarray]:
    """Return the grounds that are not rare, and which row has which."""
    seen: dict[str, int] = {}
    for row in found:
        for each in row.grounds:
            seen[each] = seen.get(each, 0) + 1
    names = sorted(each for each, n in seen.items() if n >= RARE)
    matrix = np.array([[float(name in row.grounds) for name in names] for row in found])
    return names, matrix


def left_out(found: Sequence[Row], matrix: np.ndarray, right: np.ndarray) -> float:
    """Return the Brier score of parsed rows, each by weights that have not seen its file."""
    told = np.zeros(len(found))
    files = np.array([row.file for row in found])
    for file in set(files):
        mine = files == file
        told[mine] = chances(fitted(matrix[~mine], right[~mine]), matrix[mine])
    parsed = np.array([row.parsed for row in found])
    return float(((told - right)[parsed] ** 2).mean())


def held_shares(whole: Choice) -> list[float]:
    """Return the share right on the held half, by field: nothing else of it is used."""
    right = np.array([row.right for row in rows("held", lambda _: whole) if row.parsed])
    typed = right[right[:, 0]]
    return [float(right[:, 0].mean()), *map(float, typed[:, 1:].mean(axis=0))]


def main() -> None:
    """Fit, print how well it does on files left out, and write the weights.

    A target is chosen by weights that have not seen its file, so that it is right as often as
    elsewhere. The pipeline that is shipped has read the open half's own trees: `--pipeline` names
    one that has not, so that the parses, too, are right as often as elsewhere.
    """
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--pipeline", help="folder of the pipeline that parses the open half")
    pipeline = parser.parse_args().pipeline
    whole, learnt = targets.main(pipeline)
    found = [*rows("open", learnt.__getitem__, pipeline)]
    names, matrix = laid_out(found)
    starts, columns, remarks = [], [], []
    for place, share in enumerate(held_shares(whole)):
        mine = np.array([row.right[0] or place == 0 for row in found])
        those = [row for row in found if row.right[0] or place == 0]
        right = np.array([row.right[place] for row in those])
        parsed = np.array([row.parsed for row in those])
        fit = fitted(matrix[mine], right)
        starts.append(moved(fit, matrix[mine][parsed], share))
        columns.append(fit[1])
        rate = right[parsed].mean()
        score = left_out(those, matrix[mine], right)
        remarks.append(f"{FIELDS[place]}: {parsed.sum()} events, {rate:.3f} right; Brier score "
                       f"{score:.3f} on files left out, {rate * (1 - rate):.3f} by the share "
                       f"alone; moved to {share:.3f}, the held half's")  # fmt: skip
    print(*remarks, sep="\n")
    WEIGHTS.write_text(text_of(names, starts, np.array(columns), remarks), "utf-8", newline="\n")


def text_of(
    names: Sequence[str], starts: Sequence[float], columns: np.ndarray, remarks: Sequence[str]
) -> str:
    """Return the file of weights."""
    mark = reader.fingerprint(e for e in reader.read() if e.half == "open")
    lines = [
        "# How sure the coder is, by what an event was read from; written by `make sureness`.",
        f"# Fitted on the open half of the gold (fingerprint {mark}), our own words.",
        *(f"# {each}" for each in remarks),
        f"# Weights in log-odds, for {', '.join(FIELDS)}.",
        f"start = {_row(starts)}", "", "[weights]",
        *(f'"{name}" = {_row(columns[:, i])}' for i, name in enumerate(names)),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _row(numbers: Sequence[float] | np.ndarray) -> str:
    return "[" + ", ".join(f"{each + 0.0:.3f}" for each in numbers) + "]"


if __name__ == "__main__":
    main()
