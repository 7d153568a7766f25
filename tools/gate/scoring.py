"""Precision, recall and F1 of a coder on sentences of the gold, by measure, field and type."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tests.gold.reader import Sentence

from gate.matching import Pair, counts_found, links_found, pairs_of, sectors, share_actor
from truceline.terms.events import Event

Coded = Sequence[tuple[Sentence, tuple[Event, ...]]]

HEADLINE = "triple + status"
EVENTS: dict[str, tuple[str, ...]] = {
    "type": ("type",),
    "type + status": ("type", "status"),
    "type + source": ("type", "source"),
    "type + source + target": ("type", "source", "target"),
    HEADLINE: ("type", "source", "target", "status"),
}
FIELDS = ("status", "hedge", "source", "target", "mode", "attributed_to", "date", "place")
OPTIONAL = ("attributed_to", "date", "place")
LISTS = ("counts", "subset link", "instruments", "issues", "sector")


@dataclass(slots=True)
class Tally:
    """How many were right, how many were said, how many gold wants."""

    right: int = 0
    said: int = 0
    wanted: int = 0

    def add(self, right: int, said: int, wanted: int) -> None:
        """Count more of each."""
        self.right += right
        self.said += said
        self.wanted += wanted

    def scores(self) -> dict[str, float]:
        """Return precision, recall, F1 and the two numbers they rest on."""
        return {
            "precision": round(self.right / self.said, 4) if self.said else 0.0,
            "recall": round(self.right / self.wanted, 4) if self.wanted else 0.0,
            "f1": round(2 * self.right / max(1, self.said + self.wanted), 4),
            "said": self.said,
            "wanted": self.wanted,
        }


Scores = dict[str, dict[str, float]]


def scored(coded: Coded) -> Scores:
    """Return the scores of every measure that gold asks for at least once."""
    tallies: dict[str, Tally] = {}

    def add(name: str, right: int, said: int, wanted: int) -> None:
        tallies.setdefault(name, Tally()).add(right, said, wanted)

    for sentence, events in coded:
        pairs = pairs_of(sentence, events)
        if not sentence.events:
            add("nothing where there is nothing", not events, 1, 1)
        for pair in pairs:
            _events(pair, add)
            _optional(pair, add)
            _lists(pair, add)
            if pair.right("type"):
                _fields(pair, add)
    return {name: each.scores() for name, each in sorted(tallies.items()) if each.wanted}


def single(coded: Coded) -> list[tuple[Sentence, tuple[Event, ...]]]:
    """Return the sentences with exactly one event in the gold."""
    return [each for each in coded if len(each[0].events) == 1]


Add = Callable[[str, int, int, int], None]


def _events(pair: Pair, add: Add) -> None:
    """Count whole events, all together and by type."""
    said, wanted = pair.said is not None, pair.gold is not None
    for name, fields in EVENTS.items():
        add(name, all(map(pair.right, fields)), said, wanted)
    shares = pair.gold is not None and pair.said is not None and all(
        share_actor(getattr(pair.gold, side), getattr(pair.said, side))
        for side in ("source", "target")
    )  # fmt: skip
    add("type + an actor of each side", shares and pair.right("type"), said, wanted)
    for name in ("type", HEADLINE):
        good = all(map(pair.right, EVENTS[name]))
        if pair.gold is not None:
            add(f"{name}, {pair.gold.type}", good, 0, 1)
        if pair.said is not None:
            add(f"{name}, {pair.said.type}", 0, 1, 0)


def _fields(pair: Pair, add: Add) -> None:
    """Count each field of events whose type is right: how often it is right, null included."""
    for field in FIELDS:
        if field != "mode" or (pair.gold is not None and pair.gold.mode is not None):
            add(f"{field}, type right", pair.right(field), 1, 1)


def _optional(pair: Pair, add: Add) -> None:
    """Count the fields that may be null where they are not, missed and made-up ones too."""
    for field in OPTIONAL:
        wanted, said = _has_gold(pair, field), _has_said(pair, field)
        add(field, said and wanted and pair.right(field) and pair.right("type"), said, wanted)


def _has_gold(pair: Pair, field: str) -> bool:
    names = {"attributed_to": "by", "date": "dates"}
    return pair.gold is not None and bool(getattr(pair.gold, names.get(field, field)))


def _has_said(pair: Pair, field: str) -> bool:
    name = "date_start" if field == "date" else field
    return pair.said is not None and getattr(pair.said, name) is not None


def _lists(pair: Pair, add: Add) -> None:
    """Count numbers, links of parts to wholes, weapons, issues and sectors."""
    gold, said = pair.gold, pair.said
    add("counts", 0, len(said.counts) if said else 0, len(gold.counts) if gold else 0)
    parts = sum(each.part_of is not None for each in gold.counts) if gold else 0
    linked = sum(each.included_in is not None for each in said.counts) if said else 0
    add("subset link", 0, linked, parts)
    arms = {each.kind for each in said.instruments} if said else set()
    wanted = set(gold.instruments) if gold else set()
    add("instruments", len(arms & wanted), len(arms), len(wanted))
    matters = {(each.issue, each.outcome) for each in said.issues} if said else set()
    asked = set(gold.issues) if gold else set()
    add("issues", len(matters & asked), len(matters), len(asked))
    if gold is not None and said is not None:
        add("counts", len(counts_found(gold, said)), 0, 0)
        add("subset link", links_found(gold, said), 0, 0)
        good = [*sectors(gold.source, said.source), *sectors(gold.target, said.target)]
        add("sector", sum(good), len(good), len(good))


def wrong_fields(sentence: Sentence, events: Iterable[Event]) -> list[str]:
    """Return what is wrong with a sentence's events, [] where all four main fields are right.

    "missed" is an event that was not found, "extra" one that gold does not have.
    """
    found: set[str] = set()
    for pair in pairs_of(sentence, tuple(events)):
        if pair.said is None:
            found.add("missed")
        elif pair.gold is None:
            found.add("extra")
        else:
            found |= {f for f in ("type", "status", "source", "target") if not pair.right(f)}
    return sorted(found)
