"""Which said event is which event of the gold, and which of its fields are right."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment
from tests.gold.reader import GoldActor, GoldCount, GoldEvent, Sentence

from truceline.terms.events import Actor, Count, Event

GENERIC = frozenset({
    "the", "a", "of", "in", "region", "province", "oblast", "governorate", "district", "city",
    "town", "village", "state", "county", "prefecture", "area", "republic",
})  # fmt: skip
SHORTEST = 4
"""Letters of a said name that may stand for a longer one in gold."""
LASTING = {"SUN": "RUS", "VDR": "VNM", "VNS": "VNM", "YUG": "SRB", "DDR": "DEU"}
"""A dissolved state counts as the one that goes on under its name, so that either code is right."""
WEIGHTS = {
    "type": 1000, "status": 40, "source": 40, "target": 40, "place": 5, "date": 5, "hedge": 4,
    "attributed_to": 4, "mode": 2,
}  # fmt: skip
"""Type first, then the fields: no number of right fields makes up for a wrong type."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An event of the gold with the said event it is scored against; either may be lacking."""

    gold: GoldEvent | None
    said: Event | None

    def right(self, field: str) -> bool:
        """Return whether both are there and agree in a field."""
        return self.gold is not None and self.said is not None and agrees(
            field, self.gold, self.said
        )  # fmt: skip


def paired(gold: Sequence[GoldEvent], said: Sequence[Event]) -> list[Pair]:
    """Return the pairs of the best assignment, then what is missed and what is too much."""
    worth = np.array([[_worth(g, s) for s in said] for g in gold]).reshape(len(gold), len(said))
    rows, columns = linear_sum_assignment(worth, maximize=True)
    taken = {(int(r), int(c)) for r, c in zip(rows, columns, strict=True) if worth[r, c] > 0}
    pairs = [Pair(gold[r], said[c]) for r, c in sorted(taken)]
    left, over = {r for r, _ in taken}, {c for _, c in taken}
    pairs += [Pair(each, None) for i, each in enumerate(gold) if i not in left]
    return pairs + [Pair(None, each) for i, each in enumerate(said) if i not in over]


def pairs_of(sentence: Sentence, said: Sequence[Event]) -> list[Pair]:
    """Return the pairs of a sentence's coding; of two that are as right, of the one that fits."""
    codings = [sentence.events, *([sentence.also] if sentence.also else [])]
    return max((paired(each, said) for each in codings), key=_fit)


def _fit(pairs: Sequence[Pair]) -> tuple[float, ...]:
    """Return the share of events that are right, in all four main fields and in their type."""
    whole = [all(map(each.right, ("type", "status", "source", "target"))) for each in pairs]
    return sum(whole) / max(1, len(pairs)), sum(each.right("type") for each in pairs)


def _worth(gold: GoldEvent, said: Event) -> float:
    """Return how much two events agree; a little is enough to be set side by side."""
    base = sum(weight for field, weight in WEIGHTS.items() if agrees(field, gold, said))
    numbers = sum(any(same_count(g, s) for s in said.counts) for g in gold.counts)
    shared = sum(share_actor(getattr(gold, s), getattr(said, s)) for s in ("source", "target"))
    return base + 5 * numbers + 15 * shared


def agrees(field: str, gold: GoldEvent, said: Event) -> bool:
    """Return whether a said event has a field as gold has it."""
    match field:
        case "source" | "target":
            return same_actors(getattr(gold, field), getattr(said, field)) or _mutual(gold, said)
        case "attributed_to":
            if said.attributed_to is None or not gold.by:
                return said.attributed_to is None and not gold.by
            return any(same_actor(each, said.attributed_to) for each in gold.by)
        case "date":
            ends = gold.dates[:2] if gold.dates else (None, None)
            return (said.date_start, said.date_end) == ends
        case "place":
            if said.place is None or gold.place is None:
                return said.place is None and gold.place is None
            return plain(said.place.name) == plain(gold.place)
        case _:
            return bool(getattr(gold, field) == getattr(said, field))


def _mutual(gold: GoldEvent, said: Event) -> bool:
    """Return whether an event without a direction has the same parties, however they are split.

    "A and B met" may be A to B, or both to both: that is a matter of writing it down.
    """
    either = gold.type in {"CONSULT", "COOPERATE"} or gold.source == gold.target
    if not (either and gold.source and gold.target and said.source and said.target):
        return False
    return same_actors((*gold.source, *gold.target), (*said.source, *said.target))


def plain(name: str) -> str:
    """Return a place's name without its case, accents apart, and words such as "region".

    Examples
    --------
    >>> plain("the Kharkiv region") == plain("Kharkiv")
    True
    """
    words = re.findall(r"\w+", name.casefold())
    return " ".join(each for each in words if each not in GENERIC) or name.casefold()


def same_actor(gold: GoldActor, said: Actor) -> bool:
    """Return whether two actors have one code, or, where gold has none, whether words agree.

    Words agree where one holds the other: "eight countries" and "countries".
    """
    if gold.code is not None:
        return _lasting(said.code) == _lasting(gold.code)
    if said.code is not None:
        return False
    one, two = gold.words.casefold(), said.text.casefold()
    return one in two or (len(two) >= SHORTEST and two in one)


def same_actors(gold: Sequence[GoldActor], said: Sequence[Actor]) -> bool:
    """Return whether two sides hold the same actors: nobody lacking, no code too many.

    One code counts once, so that "Russian forces" and "Moscow" together are one actor. Where gold
    has somebody, a said actor without a code beside the right ones is no mistake: whether the
    "people" of a struck Russian town are an actor of their own is a matter of taste.
    """
    if not gold or not said:
        return not gold and not said
    if _codes(gold) != _codes(said):
        return False
    return all(any(same_actor(g, s) for s in said) for g in gold)


def _lasting(code: str | None) -> str | None:
    return LASTING.get(code or "", code)


def _codes(actors: Sequence[GoldActor] | Sequence[Actor]) -> set[str | None]:
    return {_lasting(each.code) for each in actors if each.code}


def share_actor(gold: Sequence[GoldActor], said: Sequence[Actor]) -> bool:
    """Return whether two sides have an actor in common, or are both empty."""
    if not gold or not said:
        return not gold and not said
    return any(same_actor(g, s) for g in gold for s in said)


def sectors(gold: Sequence[GoldActor], said: Sequence[Actor]) -> list[bool]:
    """Return, for each actor whose sector gold says and whose code was found, if it is right."""
    return [
        any(same_actor(each, s) and s.sector == each.sector for s in said)
        for each in gold
        if each.sector and any(same_actor(each, s) for s in said)
    ]


def same_count(gold: GoldCount, said: Count) -> bool:
    """Return whether two counts are of one thing and have the same two ends (a third is .33)."""
    ends = ((gold.low, said.low), (gold.high, said.high))
    return gold.what == said.what and all(_same_number(one, two) for one, two in ends)


def _same_number(one: float | None, two: float | None) -> bool:
    if one is None or two is None:
        return one is two
    return abs(one - two) < 0.01


def counts_found(gold: GoldEvent, said: Event) -> dict[int, int]:
    """Return, by the index of a gold count, the index of the said one; each is used once."""
    found: dict[int, int] = {}
    for place, each in enumerate(gold.counts):
        for other, one in enumerate(said.counts):
            if other not in found.values() and same_count(each, one):
                found[place] = other
                break
    return found


def links_found(gold: GoldEvent, said: Event) -> int:
    """Return how many "including three children" of the gold point at their whole."""
    found = counts_found(gold, said)
    return sum(
        place in found
        and each.part_of is not None
        and said.counts[found[place]].included_in == found.get(each.part_of, -1)
        for place, each in enumerate(gold.counts)
    )
