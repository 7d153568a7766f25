"""Tellings to events: reprints led to their text, the rest compared, all of it as data."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from truceline.record.same.groups import Pair, grouped
from truceline.record.same.judge import Judgement, judge
from truceline.record.same.mention import Mention
from truceline.record.same.pairs import pairs
from truceline.record.same.reprints import Reprint
from truceline.record.same.shingles import Shingles, share_found, shingles, words_of

SENTENCE = 0.7
"""Least share of a sentence's shingles that stand in the other one for it to be a copy."""
_COPY = 10.0
_BY_PERSON = {
    True: Judgement("same", 100.0, "said by a person to be one event"),
    False: Judgement("other", 0.0, "said by a person to be two events", against=True),
}


@dataclass(frozen=True)
class Linked:
    """Tellings with the events they tell of.

    `groups` hold places in `mentions`, most of them one alone; `links` say why two are in one
    group, `doubtful` which ones of two groups may be one event. `copies` maps a telling that was
    reprinted to the telling it was taken from.
    """

    mentions: tuple[Mention, ...]
    groups: tuple[tuple[int, ...], ...]
    links: dict[Pair, Judgement]
    doubtful: dict[Pair, Judgement]
    copies: dict[int, int]

    @cached_property
    def event_of(self) -> dict[str, str]:
        """Return the id of the event, which is that of its first telling, of every telling."""
        found = {}
        for group in self.groups:
            first = self.mentions[self.first(group)].id
            found.update({self.mentions[place].id: first for place in group})
        return found

    def first(self, group: Sequence[int]) -> int:
        """Return the first telling of a group: the earliest report's, no copy, the surest."""
        return min(group, key=lambda place: (
            place in self.copies, self.mentions[place].published is None,
            self.mentions[place].published or 0, self.mentions[place].story_id,
            -self.mentions[place].confidence, self.mentions[place].id))  # fmt: skip

    def in_order(self, group: Sequence[int]) -> tuple[int, ...]:
        """Return a group with its first telling first, the others by their ids."""
        first = self.first(group)
        return tuple(sorted(group, key=lambda place: (place != first, self.mentions[place].id)))

    def independent(self, group: Sequence[int]) -> tuple[int, ...]:
        """Return the tellings of a group that are no copies of another in it."""
        inside = set(group)
        return tuple(each for each in group if self.copies.get(each) not in inside)


def link(
    mentions: Sequence[Mention],
    reprints: Sequence[Reprint] = (),
    *,
    decided: Mapping[tuple[str, str], bool] | None = None,
    every_pair: bool = False,
) -> Linked:
    """Return which tellings are of one event.

    Parameters
    ----------
    mentions : sequence of Mention
        Events as reports tell them; the order changes nothing but the numbering.
    reprints : sequence of Reprint
        Which reports are reprints of which.
    decided : mapping, optional
        Pairs of ids that a person said to be one event (True) or two (False); it goes before any
        rule.
    every_pair : bool, default False
        Whether to compare all pairs: the slow twin, for tests and benchmarks.

    Returns
    -------
    Linked
        Nothing is left out and nothing merged in the rows.

    Examples
    --------
    >>> from datetime import date
    >>> def told(name, day):
    ...     return Mention(id=name, story_id=name, sentence=0, text="", published=None,
    ...                    type="COOPERATE", mode="exchange", start=day, end=day,
    ...                    source=frozenset({"RUS", "UKR"}))
    >>> july, october = date(2024, 7, 17), date(2024, 10, 18)
    >>> found = link([told("a", july), told("b", july), told("c", october)])
    >>> found.groups
    ((0, 1), (2,))
    """
    met = combinations(range(len(mentions)), 2) if every_pair else pairs(mentions)
    judged = {pair: judge(mentions[pair[0]], mentions[pair[1]]) for pair in met}
    copies: dict[int, int] = {}
    for copy, origin, share in _copied(mentions, reprints):
        copies[copy] = origin
        words = f"one text: {share:.0%} of the sentence stands in the other report"
        judged[min(copy, origin), max(copy, origin)] = Judgement("same", _COPY, words)
    places = {each.id: place for place, each in enumerate(mentions)}
    said = {}
    for (one, two), is_one in (decided or {}).items():
        if one in places and two in places:
            pair = (min(places[one], places[two]), max(places[one], places[two]))
            said[pair] = judged[pair] = _BY_PERSON[is_one]
    made = grouped(mentions, judged, judge, said)
    return Linked(tuple(mentions), made.groups, made.links, made.doubtful, copies)


def _copied(
    mentions: Sequence[Mention], reprints: Sequence[Reprint]
) -> Iterator[tuple[int, int, float]]:
    """Yield tellings whose sentence was taken over, with the one they were taken from."""
    told: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(mentions):
        told[each.story_id].append(place)
    read: dict[int, Shingles] = {}

    def text(place: int) -> Shingles:
        if place not in read:
            read[place] = shingles(words_of(mentions[place].text))
        return read[place]

    for reprint in reprints:
        free = list(told.get(reprint.of, ()))
        for copy in told.get(reprint.story_id, ()):
            same = [(share_found(text(copy), text(origin)), -origin) for origin in free
                    if mentions[origin].type == mentions[copy].type]  # fmt: skip
            share, origin = max(same, default=(0.0, 0))
            if share >= SENTENCE:
                free.remove(-origin)
                yield copy, -origin, share
