"""Fit who is meant by a target: `make sureness` writes `lexicons/choice.toml`.

A conditional logistic regression: of the candidates of each event (`coding/syntax/candidates.py`)
the gold says which are right, and weights are sought that make those likely. It is fitted on the
events of the open half of the gold that are told of by the right type, of single sentences and of
whole reports.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from tests.gold import reader, whole

import gate.whole
from gate.coders import own_events, parsed_gold, story_of
from gate.matching import agrees, pairs_of
from truceline.coding.choice import Candidate, Choice
from truceline.coding.trace import Trace
from truceline.terms.events import Event

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = ROOT / "src" / "truceline" / "coding" / "lexicons" / "choice.toml"
STIFFNESS = 8.0
"""Weight of the squared weights against the loss: of 1 to 30 the best on files left out."""
RULES = Choice({"now": 9.0})
"""Weights by which the rules' own answer stands, so that what is fitted hangs on no earlier fit."""
KEPT = frozenset({"mountains", "valleys"})
"""Files of whole reports that nothing is fitted on, so that they measure."""
RARE = 8
"""A ground that fewer candidates have gets no weight."""


@dataclass(frozen=True, slots=True)
class Case:
    """An event: the file it is of, its candidates, and which of them are right."""

    file: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]


def cases(half: str, pipeline: str | None = None) -> Iterator[Case]:
    """Yield each event of a half of the gold, parsed by `pipeline`, that has its type right.

    Those of single sentences first, then those of whole reports but for the files `KEPT`.
    """
    for coder, sentence, parses in parsed_gold(half, RULES, pipeline):
        coding, traces = coder.traced(story_of(sentence), parses)
        yield from _judged(sentence, own_events(sentence, coding), traces)
    for coder, report, parses in gate.whole.parsed_reports(reports(half), RULES, pipeline):
        coding, traces = coder.traced(gate.whole.story_of(report), parses)
        for sentence in report.sentences:
            told = gate.whole.own_events(report, sentence, coding.events)
            yield from _judged(sentence, told, traces)


def reports(half: str) -> list[whole.Report]:
    """Return the whole reports of a half that weights are fitted on."""
    found = [each for each in whole.read() if each.half == half]
    return [each for each in found if each.sentences[0].file not in KEPT]


def fingerprint() -> str:
    """Return what tells the gold that the weights are fitted on from any other."""
    single = [each for each in reader.read() if each.half == "open"]
    return reader.fingerprint(
        [*single, *(each for one in reports("open") for each in one.sentences)]
    )


def _judged(
    sentence: reader.Sentence, told: Sequence[Event], traces: Sequence[Trace]
) -> Iterator[Case]:
    aims = {name: those for trace in traces for name, those in trace.aims.items()}
    for pair in pairs_of(sentence, told):
        gold, event = pair.gold, pair.said
        if event is None or gold is None or not pair.right("type"):
            continue
        those = tuple(aims.get(event.event_id, ()))
        right = tuple(agrees("target", gold, replace(event, target=each.actors)) for each in those)
        if those:
            yield Case(sentence.file, those, right)


def fitted(found: Sequence[Case]) -> Choice:
    """Return the weights that make the right candidates likeliest, held short."""
    names = common(found)
    taught = [each for each in found if any(each.right)]
    if not taught or not names:
        return Choice({})
    matrix = laid_out([one for each in taught for one in each.candidates], names)
    right = np.array([one for each in taught for one in each.right])
    sizes = [len(each.candidates) for each in taught]
    firsts = np.cumsum([0, *sizes[:-1]])
    event = np.repeat(np.arange(len(taught)), sizes)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        sums = matrix @ weights
        raised = np.exp(sums - np.maximum.reduceat(sums, firsts)[event])
        whole = np.add.reduceat(raised, firsts)
        good = np.add.reduceat(raised * right, firsts)
        slope = matrix.T @ (raised / whole[event] - raised * right / good[event])
        value = np.log(whole / good).sum() + STIFFNESS / 2 * (weights**2).sum()
        return float(value), slope + STIFFNESS * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B",
                    options={"maxiter": 1000})  # fmt: skip
    return Choice({name: round(float(w), 3) for name, w in zip(names, best.x, strict=True)})


def common(found: Sequence[Case]) -> list[str]:
    """Return the grounds that are not rare, in alphabetical order."""
    seen: dict[str, int] = {}
    for each in (ground for case in found for one in case.candidates for ground in one.grounds):
        seen[each] = seen.get(each, 0) + 1
    return sorted(each for each, n in seen.items() if n >= RARE)


def laid_out(candidates: Sequence[Candidate], names: Sequence[str]) -> csr_matrix:
    """Return which candidate (a row) has which ground (a column)."""
    column = {name: i for i, name in enumerate(names)}
    places = [
        (row, column[each]) for row, one in enumerate(candidates)
        for each in one.grounds if each in column
    ]  # fmt: skip
    rows, columns = zip(*places, strict=True)
    shape = (len(candidates), len(names))
    return csr_matrix((np.ones(len(places)), (rows, columns)), shape=shape)


def left_out(found: Sequence[Case]) -> dict[str, Choice]:
    """Return, by file, the weights that have not seen it."""
    files = sorted({each.file for each in found})
    return {file: fitted([each for each in found if each.file != file]) for file in files}


def score(found: Sequence[Case], learnt: Mapping[str, Choice]) -> tuple[int, int]:
    """Return how many targets the rules have right, and how many the weights of each file."""
    rules = sum(any(r and c.now for r, c in zip(each.right, each.candidates, strict=True))
                for each in found)  # fmt: skip
    return rules, sum(each.right[best(learnt[each.file], each)] for each in found)


def best(weights: Choice, case: Case) -> int:
    """Return the place of the likeliest candidate."""
    return int(np.argmax(weights.chances(case.candidates)))


def main(pipeline: str | None = None) -> tuple[Choice, dict[str, Choice]]:
    """Parse by `pipeline`, fit, print how well it does on files left out, and write the weights.

    Returns them, and by file those that have not seen it.
    """
    found = [*cases("open", pipeline)]
    learnt = left_out(found)
    rules, chosen = score(found, learnt)
    remark = (f"{len(found)} events; the target is right by the rules in {rules}, on files left "
              f"out in {chosen}")  # fmt: skip
    print(remark)
    whole = fitted(found)
    WEIGHTS.write_text(text_of(whole, remark), "utf-8", newline="\n")
    return whole, learnt


def text_of(weights: Choice, remark: str) -> str:
    """Return the file of weights."""
    rows = [f'"{name}" = {weight}' for name, weight in weights.weights.items() if weight]
    lines = [
        "# Who is meant by a target; written by `make sureness`.",
        f"# Fitted on the open half of the gold (fingerprint {fingerprint()}), our own words.",
        f"# {remark}.", "# Weights in log-odds.", "[weights]", *rows,
    ]  # fmt: skip
    return "\n".join(lines) + "\n"
