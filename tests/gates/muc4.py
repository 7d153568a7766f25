"""Score the coder on reports with marked perpetrators, targets, victims and weapons (MUC-4's form).

`python tests/gates/muc4.py FILE` takes any file of that form: one JSON object a line with `doctext`
and `templates`, each role of a template a list of entities, each a list of [mention, offset].
Nothing of the file is kept. Beside the coder stands a lexicon of the strings that are marked in
`train.json` of the same folder: what a memory without any reading gets.

The score is CEAF-REE: the entities of a report are, by role, those of all its templates, those that
share a mention taken together. An answer is an entity, that is a set of mentions; it matches a gold
entity only if all its mentions are among the gold's (1, else 0). Answers and gold are aligned one
to one so that the sum of matches is greatest; precision is that sum over the answers, recall over
the gold entities, both summed over reports, and over roles for the last line. Mentions are compared
in lower case without quotation marks and leading articles.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))  # run as a script, from anywhere

from tests.gates.fillers import ROLES, fillers, story_of

from truceline.coding.parsed import ParsedCoder

Entity = frozenset[str]
Answers = dict[str, list[Entity]]
LEAST_SHARE = 0.4
BATCH = 50


def plain(mention: str) -> str:
    """Return a mention as it is compared."""
    words = re.sub(r"[\"“”`]|''", " ", mention.lower()).split()
    while words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words).strip(" .,;")


def gold_of(report: Mapping[str, Any]) -> Answers:
    """Return a report's gold entities by role, over all its templates."""
    found: Answers = {}
    for role in ROLES:
        merged: list[set[str]] = []
        for template in report["templates"]:
            for entity in template.get(role, []):
                mentions = {plain(mention[0]) for mention in entity} - {""}
                for other in [each for each in merged if each & mentions]:
                    mentions |= other
                    merged.remove(other)
                if mentions:
                    merged.append(mentions)
        found[role] = [frozenset(each) for each in merged]
    return found


def matched(answers: Sequence[Entity], gold: Sequence[Entity]) -> int:
    """Return how many answers match, aligned one to one with the gold."""
    if not answers or not gold:
        return 0
    fits = np.array([[bool(each) and each <= other for other in gold] for each in answers])
    rows, columns = linear_sum_assignment(fits, maximize=True)
    return int(fits[rows, columns].sum())


class Tally:
    """Sums matches, answers and gold entities by role."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()

    def add(self, answers: Answers, gold: Answers) -> None:
        """Count one report."""
        for role in ROLES:
            self.hits[role] += matched(answers.get(role, []), gold[role])
            self.answers[role] += len(answers.get(role, []))
            self.gold[role] += len(gold[role])

    def lines(self) -> Iterator[tuple[str, float, float, float]]:
        """Yield name, precision, recall and F1 of each role, then of all."""
        for name, roles in [(role, [role]) for role in ROLES] + [("all roles", list(ROLES))]:
            counters = (self.hits, self.answers, self.gold)
            hits, said, gold = (sum(each[role] for role in roles) for each in counters)
            precision, recall = hits / said if said else 0.0, hits / gold if gold else 0.0
            both = precision + recall
            yield name, precision, recall, 2 * precision * recall / both if both else 0.0


class Memory:
    """Says a string where it was marked in training, if it mostly is where it stands."""

    def __init__(self, reports: Iterable[Mapping[str, Any]]) -> None:
        marked: dict[str, Counter[str]] = {role: Counter() for role in ROLES}
        texts = []
        for report in reports:
            texts.append(f" {' '.join(re.findall(r'[^ ]+', words(report['doctext'])))} ")
            for role, entities in gold_of(report).items():
                marked[role].update({mention for entity in entities for mention in entity})
        self.kept: dict[str, set[str]] = {role: set() for role in ROLES}
        for role in ROLES:
            for mention, times in marked[role].items():
                seen = sum(f" {words(mention)} " in text for text in texts)
                if seen and times / seen >= LEAST_SHARE:
                    self.kept[role].add(mention)

    def __call__(self, report: Mapping[str, Any]) -> Answers:
        """Return every remembered string of a report as an entity of its own."""
        text = f" {words(report['doctext'])} "
        found: Answers = {}
        for role, kept in self.kept.items():
            there = longest(each for each in kept if f" {words(each)} " in text)
            found[role] = [frozenset({each}) for each in there]
        return found


def words(text: str) -> str:
    """Return a text's words in lower case, one blank apart."""
    return " ".join(re.findall(r"[\w'-]+", text.lower()))


def longest(mentions: Iterable[str]) -> list[str]:
    """Return the mentions that are no part of another."""
    ordered = sorted(mentions, key=len, reverse=True)
    kept: list[str] = []
    for each in ordered:
        if not any(f" {each} " in f" {other} " for other in kept):
            kept.append(each)
    return kept


def read(path: Path) -> list[dict[str, Any]]:
    """Return the reports of a file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def answered(reports: Sequence[Mapping[str, Any]]) -> Iterator[Answers]:
    """Yield the coder's entities of each report by role."""
    coder = ParsedCoder()
    for first in range(0, len(reports), BATCH):
        stories = [story_of(each["doctext"]) for each in reports[first : first + BATCH]]
        for story, coding in zip(stories, coder.batch(stories), strict=True):
            found: dict[str, list[Entity]] = defaultdict(list)
            for role, mention in fillers(story, coding):
                entity = frozenset({plain(mention)} - {""})
                if entity and entity not in found[role]:
                    found[role].append(entity)
            yield dict(found)


def main(path: Path) -> None:
    """Print the scores of the coder and of the memory."""
    reports = read(path)
    tallies = {"coder": Tally()}
    for report, answers in zip(reports, answered(reports), strict=True):
        tallies["coder"].add(answers, gold_of(report))
    train = path.with_name("train.json")
    if train.exists():
        memory, tallies["memorised strings"] = Memory(read(train)), Tally()
        for report in reports:
            tallies["memorised strings"].add(memory(report), gold_of(report))
    heads = " | ".join(f"{name}: P | R | F1" for name in tallies)
    lines = [f"CEAF-REE, {len(reports)} reports\n", f"| role | {heads} |"]
    lines.append("|---|" + "--:|--:|--:|" * len(tallies))
    for rows in zip(*(tally.lines() for tally in tallies.values()), strict=True):
        cells = [f"{value:.3f}" for _, *values in rows for value in values]
        lines.append(f"| {rows[0][0]} | " + " | ".join(cells) + " |")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
