"""Longest-match look-up of phrases by their first word."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from truceline.coding.tokens import Token, words_of

Value = TypeVar("Value")


class Phrases(Generic[Value]):
    """A set of phrases, each with a value; the longest that stands at a word is found.

    A `*` in a phrase stands for any one word. `capital` phrases are found only where the text
    begins them with a capital or a digit, so that "us" is no country.
    """

    def __init__(self, entries: Iterable[tuple[str, Value]], *, capital: bool = False) -> None:
        self.capital = capital
        self.by_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            words = words_of(phrase)
            if words:
                self.by_first.setdefault(words[0], []).append((words, value))
        for rows in self.by_first.values():
            rows.sort(key=lambda row: -len(row[0]))

    def at(self, tokens: Sequence[Token], place: int) -> tuple[int, Value] | None:
        """Return how many tokens the longest phrase at `place` takes, and its value, or None."""
        rows = self.by_first.get(tokens[place].low)
        if rows is None:
            return None
        if self.capital and tokens[place].text[0].islower():
            return None
        left = len(tokens) - place
        after = tokens[place + 1].low if left > 1 else ""
        for words, value in rows:  # all of them begin with this word
            size = len(words)
            if size == 1:
                return 1, value
            if size > left or (words[1] != after and words[1] != "*"):
                continue
            for ahead in range(2, size):
                word = words[ahead]
                if word != "*" and word != tokens[place + ahead].low:
                    break
            else:
                return size, value
        return None

    def anywhere(self, tokens: Sequence[Token]) -> list[tuple[int, int, Value]]:
        """Return (first, end, value) of every phrase, left to right, none overlapping."""
        firsts, lows = self.by_first, [each.low for each in tokens]
        if firsts.keys().isdisjoint(lows):
            return []
        found: list[tuple[int, int, Value]] = []
        free = 0
        for place in [at for at, low in enumerate(lows) if low in firsts]:
            hit = self.at(tokens, place) if place >= free else None
            if hit is not None:
                free = place + hit[0]
                found.append((place, free, hit[1]))
        return found
