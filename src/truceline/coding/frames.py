"""Entries of a lexicon that hold for whole groups of words, and their look-up by those words.

An entry is a verb and the words that must stand under it. `take|seize {ground}` stands for either
verb with any word of the group `ground`.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from operator import contains
from typing import Generic, TypeVar

from truceline.coding.records import record
from truceline.coding.tokens import words_of

Groups = Mapping[str, Sequence[str]]
Needs = tuple[frozenset[str], ...]
Value = TypeVar("Value")


@record
class Frame(Generic[Value]):
    """What an entry means, and the words that it needs, one of each set."""

    needs: Needs
    value: Value

    def stands_in(self, words: frozenset[str] | set[str]) -> bool:
        """Return whether one word of each set is among these."""
        return not any(map(words.isdisjoint, self.needs))

    def begins(self, words: Sequence[str]) -> bool:
        """Return whether these words begin with what is needed, in its order."""
        return len(words) >= len(self.needs) and all(map(contains, self.needs, words))


class Frames(Generic[Value]):
    """The frames of one verb, the longest first, found by a word that each of them needs.

    Examples
    --------
    >>> frames = Frames([Frame((frozenset({"off"}),), "depart"), Frame((), "fly")])
    >>> [each.value for each in frames.among({"off", "the"})]
    ['depart']
    >>> frames.bare
    ('fly',)
    """

    def __init__(self, frames: Iterable[Frame[Value]]) -> None:
        ranked = sorted(frames, key=lambda each: -len(each.needs))
        self.bare = tuple(each.value for each in ranked if not each.needs)
        self._needing = tuple(each for each in ranked if each.needs)

    def __bool__(self) -> bool:
        """Return whether any frame needs words."""
        return bool(self._needing)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[int, Frame[Value]]]]:
        """Return the frames by a word that each needs; made when the verb is first met."""
        found: dict[str, list[tuple[int, Frame[Value]]]] = {}
        for rank, each in enumerate(self._needing):
            for word in _rarest(each.needs):
                found.setdefault(word, []).append((rank, each))
        return found

    def among(self, words: AbstractSet[str]) -> list[Frame[Value]]:
        """Return the frames of which one needed word is among these, the longest first."""
        index = self._by_word
        found = {rank: frame for word in index.keys() & words for rank, frame in index[word]}
        return [found[rank] for rank in sorted(found)]


def _rarest(needs: Needs) -> frozenset[str]:
    """Return the set whose words are longest: prepositions are short, and stand everywhere."""
    return max(needs, key=lambda each: min(map(len, each)), default=frozenset())


def read(entry: str, groups: Groups) -> tuple[tuple[str, ...], Needs]:
    """Return the verbs of an entry in their base forms, and the words that it needs.

    Parameters
    ----------
    entry : str
        Words that stand for themselves, `one|other` for either, `{group}` for any of a group.
    groups : mapping
        Words by the name of their group.

    Returns
    -------
    tuple
        Verbs, and one set of words for each that must stand under them.

    Examples
    --------
    >>> verbs, needs = read("take|seize {ground} from", {"ground": ["town", "hill"]})
    >>> verbs, [sorted(each) for each in needs]
    (('take', 'seize'), [['hill', 'town'], ['from']])
    """
    if "|" not in entry and "{" not in entry:
        words = words_of(entry)
        return words[:1], tuple(frozenset({each}) for each in words[1:])
    first, *rest = entry.split(" ")
    return tuple(first.split("|")), tuple(_any_of(each, groups) for each in rest)


def _any_of(word: str, groups: Groups) -> frozenset[str]:
    if word.startswith("{"):
        return frozenset(groups[word[1:-1]])
    return frozenset(word.split("|"))
