"""Measure the lexical coder on development sets that do not ship.

`python tools/measure_coder.py PLV_TRAIN.tsv ISAF_DEV.jsonl` prints what docs/methods/coding.md
quotes. The sets are for measuring: nothing of them is kept.
"""

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from truceline.coding.dates import dates_of
from truceline.coding.lexical import LexicalCoder
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Event
from truceline.terms.stories import Passage, Story

OURS = {"YIELD": {"RETREAT", "CONCEDE"}}
"""The set merges two types that PLOVER keeps apart."""


def story_of(text: str, published: date | None) -> Story:
    """Return a story of one paragraph."""
    passages = (Passage(0, len(text), "paragraph"),)
    return Story("m", "m.txt", text, "", published=published, passages=passages)


def overlaps(said: str, marked: str) -> bool:
    """Return whether two names share a word that is not small."""
    small = {"the", "a", "an", "of", "and", "in", "to", "for"}
    one, two = (set(re.findall(r"\w+", each.lower())) - small for each in (said, marked))
    return bool(one & two)


def plover(path: Path) -> None:
    """Print type, macro F1 and actors on sentences with one marked event each."""
    coder = LexicalCoder()
    right: Counter[str] = Counter()
    said: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    tally: Counter[str] = Counter()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            wanted = row["gold_root"]
            events = coder(story_of(row["sentence"], None)).events
            gold[wanted] += 1
            tally["sentences"] += 1
            kinds = {_as_set(each.type) for each in events[:1]}
            said.update(kinds)
            hit = [each for each in events if each.type in OURS.get(wanted, {wanted})]
            right.update(kinds & {wanted})
            tally["any event"] += bool(events)
            tally["type among events"] += bool(hit)
            source = any(overlaps(a.text, row["source"]) for e in hit for a in e.source)
            target = any(overlaps(a.text, row["target"]) for e in hit for a in e.target)
            tally["type + source"] += source
            tally["type + source + target"] += any(_both(e, row) for e in hit)
            tally["source or target"] += source or target
    scores = {kind: _f1(right[kind], said[kind], gold[kind]) for kind in gold}
    n = tally.pop("sentences")
    print(f"PLV_train, {n} sentences")
    for name, value in tally.items():
        print(f"  {name}: {value / n:.3f}")
    print(f"  first event's type: macro F1 {sum(scores.values()) / len(scores):.3f}, "
          f"precision {sum(right.values()) / max(1, sum(said.values())):.3f}")  # fmt: skip
    print("  " + ", ".join(f"{k} {v:.2f}" for k, v in sorted(scores.items())))


def _as_set(kind: str) -> str:
    return "YIELD" if kind in OURS["YIELD"] else kind


def _both(event: Event, row: dict[str, str]) -> bool:
    return any(overlaps(a.text, row["source"]) for a in event.source) and any(
        overlaps(a.text, row["target"]) for a in event.target
    )


def _f1(right: int, said: int, gold: int) -> float:
    return 2 * right / (said + gold) if said + gold else 0.0


def isaf(path: Path) -> None:
    """Print date, province, killed and captured on press releases."""
    coder = LexicalCoder()
    tally: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        human, gpt = (turn["value"] for turn in json.loads(line)["conversations"][1:3])
        text, truth = human.removeprefix("PRESS RELEASE TEXT:").strip(), json.loads(gpt)
        body = _body(text)
        events = coder(story_of(body, _published(text))).events
        found = {
            "date": truth["start_date"]
            in {str(e.date_start) for e in events} | {str(e.date_end) for e in events},
            "province": _province(events, truth.get("province", [])),
            "killed": _within(events, {"killed"}, truth["min_killed"]),
            "captured": _within(events, {"detained", "captured"}, truth["min_captured"]),
        }
        for name, good in found.items():
            number = truth.get(f"min_{name}")
            if number is None or number > 0:
                asked[name] += 1
                tally[name] += good
        asked["any event"] += 1
        tally["any event"] += bool(events)
    print("ISAF dev, releases; killed and captured where there were any")
    for name, value in tally.items():
        print(f"  {name}: {value / asked[name]:.3f} of {asked[name]}")


def _body(text: str) -> str:
    cut = text.find(")")
    return text[cut + 1 :].lstrip(" -–—\n\u2028") if 0 <= cut < 400 else text


def _published(text: str) -> date | None:
    head = text[:400]
    year = re.search(r"20[01]\d", head)
    for when in dates_of(head, tokens_of(head), date(int(year.group()), 12, 31) if year else None,
                         None):  # fmt: skip
        if when.prec == "day" and when.start is not None:
            return when.start
    return None


def _province(events: Sequence[Event], provinces: Sequence[str]) -> bool:
    named = {_plain(w) for e in events if e.place for w in (e.place.name, e.place.admin1 or "")}
    return any(_plain(each) in named or any(_plain(each) in n for n in named) for each in provinces)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower().replace("khowst", "khost").replace("ghowr", "ghor")
                  .replace("paktia", "paktya"))  # fmt: skip


def _within(events: Sequence[Event], kinds: set[str], least: Any) -> bool:
    low = sum(c.low for e in events for c in e.counts
              if c.what in kinds and c.included_in is None)  # fmt: skip
    return bool(low >= least > 0 and low <= 3 * least)


if __name__ == "__main__":
    plover(Path(sys.argv[1]))
    isaf(Path(sys.argv[2]))
