"""Scores on development sets that do not ship: sentences with one PLOVER event.

The sets are for measuring: nothing of them is kept but the figures; `isaf` has the press releases.
Each measure is also taken on the gold, as nearly alike as the two allow: a gap above .15 says that
the gold is too easy.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from gate.coders import Maker, codings
from gate.matching import counts_found, pairs_of, share_actor
from gate.scoring import Coded
from truceline.terms.events import Actor, Event
from truceline.terms.stories import Passage, Story

UNMARKED = frozenset({"An actor", "a recipient"})
"""What the set of sentences writes where it marks no source or no target."""
MERGED = {"RETREAT": "YIELD", "CONCEDE": "YIELD"}
"""The set merges two types that PLOVER keeps apart."""
SMALL = frozenset({"the", "a", "an", "of", "and", "in", "to", "for"})
TOO_EASY = 0.15

Figures = dict[str, float]


def story_of(text: str, published: date | None) -> Story:
    """Return a story of one paragraph."""
    passages = (Passage(0, len(text), "paragraph"),)
    return Story("m", "m.txt", text, "", published=published, passages=passages)


def overlaps(actors: Iterable[Actor], marked: str) -> bool:
    """Return whether an actor shares a word that is not small with a marked name."""
    wanted = set(re.findall(r"\w+", marked.lower())) - SMALL
    return any(wanted & (set(re.findall(r"\w+", a.text.lower())) - SMALL) for a in actors)


class Sentences:
    """Tallies sentences with one wanted event each."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.said: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.tally: Counter[str] = Counter()
        self.marked: Counter[str] = Counter()

    def add(
        self, wanted: str, events: Sequence[Event], sources: Sequence[bool], targets: Sequence[bool]
    ) -> None:
        """Count one sentence; `sources` and `targets` say which events have the wanted ones."""
        self.gold[wanted] += 1
        first = {MERGED.get(each.type, each.type) for each in events[:1]}
        self.said.update(first)
        self.right.update(first & {wanted})
        hit = [MERGED.get(each.type, each.type) == wanted for each in events]
        found = {
            "some event": bool(events),
            "type among the events": any(hit),
            "source found, any type": any(sources),
            "target found, any type": any(targets),
            "type + source": any(h and s for h, s in zip(hit, sources, strict=True)),
            "type + source + target": any(map(all, zip(hit, sources, targets, strict=True))),
        }
        self.tally.update({name: int(good) for name, good in found.items()})

    def mark(self, side: str, name: str, found: Sequence[bool]) -> None:
        """Count a side of one sentence, where the set marks one, and whether an event has it."""
        if name not in UNMARKED:
            self.marked.update({side: 1, f"{side} found": int(any(found))})

    def figures(self) -> Figures:
        """Return the shares, and the macro F1 of the first event's type."""
        n = max(1, self.gold.total())
        kinds = {
            kind: 2 * self.right[kind] / (self.said[kind] + self.gold[kind]) for kind in self.gold
        }
        found = {name: value / n for name, value in self.tally.items()}
        for side in ("source", "target"):
            if self.marked[side]:
                share = self.marked[f"{side} found"] / self.marked[side]
                found[f"{side} found where marked"] = share
        found["type of the first event, macro F1"] = sum(kinds.values()) / max(1, len(kinds))
        found["type of the first event, precision"] = self.right.total() / max(1, self.said.total())
        found["sentences"] = n
        return {name: round(value, 4) for name, value in found.items()}


def plover(path: Path, make: Maker) -> Figures:
    """Return type and actors on sentences with one marked event, the pair not given."""
    coder, tally = make(None), Sentences()
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    stories = [story_of(row["sentence"], None) for row in rows]
    for row, coding in zip(rows, codings(coder, stories), strict=True):
        sources = [overlaps(each.source, row["source"]) for each in coding.events]
        targets = [overlaps(each.target, row["target"]) for each in coding.events]
        tally.add(row["gold_root"], coding.events, sources, targets)
        tally.mark("source", row["source"], sources)
        tally.mark("target", row["target"], targets)
    return tally.figures()


def gold_as_plover(coded: Coded) -> Figures:
    """Return the same on the gold: every event with a source and a target stands for a sentence."""
    tally = Sentences()
    for sentence, events in coded:
        for gold in (g for g in sentence.events if g.source and g.target):
            sources = [share_actor(gold.source, each.source) for each in events]
            targets = [share_actor(gold.target, each.target) for each in events]
            tally.add(MERGED.get(gold.type, gold.type), events, sources, targets)
    return tally.figures()


def gold_as_isaf(coded: Coded) -> Figures:
    """Return date, place and killed on the gold: of events that have one, how many are right."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for sentence, events in coded:
        ends = {e.date_start for e in events} | {e.date_end for e in events}
        for pair in pairs_of(sentence, events):
            if pair.gold is None:
                continue
            if pair.gold.dates:
                asked["date"] += 1
                right["date"] += pair.gold.dates[0] in ends
            if pair.gold.place:
                asked["province"] += 1
                right["province"] += pair.right("place")
            killed = [i for i, c in enumerate(pair.gold.counts) if c.what == "killed"]
            asked["killed"] += bool(killed)
            found = counts_found(pair.gold, pair.said) if pair.said else {}
            right["killed"] += bool(killed) and killed[0] in found
    return {name: round(right[name] / asked[name], 4) for name in asked if asked[name]}


def gaps(gold: Figures, other: Figures) -> list[tuple[str, float, float, bool]]:
    """Return each measure that both have, with whether the gold looks too easy on it."""
    shared = [name for name in other if name in gold and name not in {"sentences", "releases"}]
    return [(n, gold[n], other[n], gold[n] - other[n] > TOO_EASY) for n in shared]
