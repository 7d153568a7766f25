"""From judgements of pairs to events: groups in which no two tellings rule each other out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from truceline.record.same.judge import Judgement
from truceline.record.same.mention import Mention

TIE = 0.5
"""Two events of one report that fit a telling nearly alike leave open which of them it tells of."""
Pair = tuple[int, int]
Judge = Callable[[Mention, Mention], Judgement]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups as lists of places; `links` are the judgements that made them.

    `doubtful` are pairs of two reports and of two groups that may be one event all the same.

    Every telling stands in one group, most of them alone.
    """

    groups: tuple[tuple[int, ...], ...]
    links: dict[Pair, Judgement]
    doubtful: dict[Pair, Judgement]


def grouped(
    mentions: Sequence[Mention],
    judged: Mapping[Pair, Judgement],
    judge: Judge,
    said: Mapping[Pair, Judgement] | None = None,
) -> Grouped:
    """Return the tellings grouped by event.

    Parameters
    ----------
    mentions : sequence of Mention
        In any order.
    judged : mapping
        Judgement of each pair that was compared.
    judge : callable
        Judges the pairs that were not.
    said : mapping, optional
        What people said of pairs; it stands above what the rules find.

    Returns
    -------
    Grouped
        The surest pairs first, two groups are joined where no telling of the one and none of the
        other rule each other out. Two tellings of one report come together only where they would
        be judged the same by themselves. What is refused, and what fits two events of one report
        alike, is doubtful.
    """
    same = {pair: each for pair, each in judged.items() if each.verdict == "same"}
    doubtful = {pair: each for pair, each in judged.items() if each.verdict == "doubtful"}
    for pair in _ties(mentions, same) - set(said or {}):
        doubtful[pair] = _in_doubt(same.pop(pair), "it fits another event of the report as well")
    made = _Groups(mentions, judge, said or {})
    links: dict[Pair, Judgement] = {}
    order = sorted(same, key=lambda pair: (
        -same[pair].score, mentions[pair[0]].id, mentions[pair[1]].id))  # fmt: skip
    for pair in order:
        why = made.join(*pair)
        if why:
            doubtful[pair] = _in_doubt(same[pair], f"against another telling: {why}")
        else:
            links[pair] = same[pair]
    apart = {
        (one, two): each for (one, two), each in doubtful.items()
        if made.of[one] != made.of[two] and mentions[one].story_id != mentions[two].story_id
    }  # fmt: skip
    return Grouped(made.listed(), links, apart)


def _in_doubt(judgement: Judgement, why: str) -> Judgement:
    return Judgement("doubtful", judgement.score, f"{judgement.reason} (in doubt: {why})")


def _ties(mentions: Sequence[Mention], same: Mapping[Pair, Judgement]) -> set[Pair]:
    """Return the pairs of a telling with two events of one report that it fits nearly alike."""
    fits: dict[tuple[int, str], list[tuple[float, int, Pair]]] = defaultdict(list)
    for (one, two), each in same.items():
        if mentions[one].story_id != mentions[two].story_id:
            fits[one, mentions[two].story_id].append((each.score, two, (one, two)))
            fits[two, mentions[one].story_id].append((each.score, one, (one, two)))
    tied: set[Pair] = set()
    for found in fits.values():
        best = max(score for score, _, _ in found)
        near = [(other, pair) for score, other, pair in found if best - score < TIE]
        others = [other for other, _ in near]
        if any(not _told_as_one(one, two, same) for one in others for two in others if one < two):
            tied |= {pair for _, pair in near}
    return tied


def _told_as_one(one: int, two: int, same: Mapping[Pair, Judgement]) -> bool:
    return (one, two) in same or (two, one) in same


class _Groups:
    """Groups that are joined step by step; `of` maps each telling to its group."""

    def __init__(
        self, mentions: Sequence[Mention], judge: Judge, said: Mapping[Pair, Judgement]
    ) -> None:
        self._mentions = mentions
        self._judge = judge
        self._said = said
        self._signs = [each.signature() for each in mentions]
        self._parted: dict[int, set[int]] = defaultdict(set)
        for (one, two), each in said.items():
            if each.verdict == "other":
                self._parted[one].add(two)
                self._parted[two].add(one)
        self.of = list(range(len(mentions)))
        self._members = {place: [place] for place in self.of}
        self._known: dict[tuple[object, object], Judgement] = {}

    def join(self, one: int, two: int) -> str:
        """Join the groups of two tellings, or return why they cannot be joined."""
        left, right = self.of[one], self.of[two]
        if left == right:
            return ""
        for place in self._members[left]:
            if self._parted.get(place, set()).intersection(self._members[right]):
                return "said by a person to be two events"
        is_said = (min(one, two), max(one, two)) in self._said
        why = self._ruled_out(self._members[left], self._members[right])
        if why and not is_said:
            return why
        if len(self._members[left]) < len(self._members[right]):
            left, right = right, left
        for place in self._members.pop(right):
            self.of[place] = left
            self._members[left].append(place)
        return ""

    def listed(self) -> tuple[tuple[int, ...], ...]:
        """Return the groups, each in order, by their first."""
        return tuple(sorted(tuple(sorted(each)) for each in self._members.values()))

    def _ruled_out(self, left: Iterable[int], right: Iterable[int]) -> str:
        """Return why a telling of one group cannot be of the event of the other."""
        stories: dict[str, list[int]] = defaultdict(list)
        for place in left:
            stories[self._mentions[place].story_id].append(place)
        for one in right:
            for two in stories.get(self._mentions[one].story_id, ()):
                found = self._judge(self._mentions[one], self._mentions[two])
                if found.verdict != "same":
                    return found.reason or "told as two events in one report"
        for one in self._distinct(left):
            for two in self._distinct(right):
                found = self._between(one, two)
                if found.against:
                    return found.reason
        return ""

    def _distinct(self, places: Iterable[int]) -> list[int]:
        """Return one telling of each that say the same."""
        return list({self._signs[each]: each for each in places}.values())

    def _between(self, one: int, two: int) -> Judgement:
        """Return the judgement of two tellings of two reports, each pair of sayings judged once."""
        key = (self._signs[one], self._signs[two])
        if key not in self._known:
            self._known[key] = self._judge(self._mentions[one], self._mentions[two])
        return self._known[key]
