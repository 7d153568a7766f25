"""The toy beside which every coder must look good: a bag of words, and "first attacks second".

The type of a sentence is that of the most likely bag of words (naive Bayes, trained on the open
half), its source the first country named and its target the second. It knows nothing else.
"""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import cast

from tests.gold.reader import Sentence

from truceline.terms.events import Actor, CoderId, Event, Evidence
from truceline.terms.ontology import QUAD_OF, Type

NOTHING = "nothing"


def trained(sentences: Iterable[Sentence]) -> "Bag":
    """Return a bag of words that has seen the first event of each sentence."""
    bag = Bag()
    for each in sentences:
        bag.see(each.text, each.events[0].type if each.events else NOTHING)
    return bag


class Bag:
    """Multinomial naive Bayes with one word added everywhere."""

    def __init__(self) -> None:
        self.words: dict[str, Counter[str]] = {}
        self.seen: Counter[str] = Counter()
        self.all: set[str] = set()

    def see(self, text: str, kind: str) -> None:
        """Learn from one sentence."""
        self.seen[kind] += 1
        those = _words(text)
        self.words.setdefault(kind, Counter()).update(those)
        self.all.update(those)

    def guess(self, text: str) -> str:
        """Return the likeliest type."""
        those = _words(text)

        if not self.seen:
            return NOTHING

        def weight(kind: str) -> float:
            counts = self.words[kind]
            whole = counts.total() + len(self.all)
            return math.log(self.seen[kind]) + sum(
                math.log((counts[each] + 1) / whole) for each in those
            )

        return max(sorted(self.seen), key=weight)


def events_of(text: str, bag: Bag) -> tuple[Event, ...]:
    """Return the toy's one event of a sentence, or none."""
    kind = bag.guess(text)
    if kind == NOTHING:
        return ()
    sides = [(Actor(code, code),) for code in _countries(text)][:2]
    source, target = (*sides, (), ())[:2]
    return (
        Event(
            event_id="", story_id="", sentence=0, sentence_text=text, type=cast("Type", kind),
            quad=QUAD_OF[cast("Type", kind)], source=source, target=target,
            evidence=Evidence(text, 0, len(text)), confidence=0.5, coder=CoderId("toy", "1"),
        ),
    )  # fmt: skip


def folded(
    sentences: tuple[Sentence, ...], folds: int = 5
) -> list[tuple[Sentence, tuple[Event, ...]]]:
    """Return the toy's events of sentences, each by a bag that has not seen it."""
    coded = []
    for fold in range(folds):
        bag = trained(s for i, s in enumerate(sentences) if i % folds != fold)
        coded += [(s, events_of(s.text, bag)) for s in sentences[fold::folds]]
    return coded


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z]{3,}", text.lower())


@cache
def _names() -> dict[str, str]:
    """Return the code of every word that names a country or its people."""
    file = resources.files("truceline.coding") / "lexicons" / "states.toml"
    table = tomllib.loads(file.read_text("utf-8"))["now"]
    return {
        name: code
        for code, forms in table.items()
        for form in forms
        for name in form.split("|")
        if name
    }


def _countries(text: str) -> list[str]:
    """Return the codes of the countries that a text names, in order, each once."""
    names = _names()
    found = [(m.start(), names[m.group()]) for m in _pattern().finditer(text)]
    return list(dict.fromkeys(code for _, code in sorted(found)))


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted(_names(), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b")
