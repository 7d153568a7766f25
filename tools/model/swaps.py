"""Puts other names in place of a sentence's own: built ones, or those of other sentences.

A recogniser that meets each name in its one sentence learns it by heart; met in many sentences, a
name is known by what it is made of, and its place by the words around it.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from built import Parts, built
from conllu import Word
from corpus import Marked
from entities import Span

Bank = Mapping[str, Sequence[tuple[Word, ...]]]
# a name's words and its kind; the words to put in their place, or the same
Draw = Callable[[Sequence[Word], str], Sequence[Word]]

# how often a name is exchanged for a built one: a short name, a long one
_RATES = {"ORG": (0.1, 0.35), "LOC": (0.05, 0.3), "PER": (0.03, 0.3)}
# up to how many words a name is short
_SHORT = {"ORG": 1, "LOC": 1, "PER": 2}


@dataclass(frozen=True, slots=True)
class Swaps:
    """Where other names come from: built from `parts`, or at `rate` from the sentences' `bank`."""

    parts: Parts
    bank: Bank
    rate: float = 0.0


def bank(marked: Sequence[Marked]) -> dict[str, list[tuple[Word, ...]]]:
    """Return every name of the sentences once, by its kind, in the order of its letters."""
    found: dict[str, dict[tuple[str, ...], tuple[Word, ...]]] = {}
    for item in marked:
        for start, end, kind in item.names or ():
            words = item.sentence.words[start:end]
            found.setdefault(kind, {})[tuple(word.form for word in words)] = words
    return {kind: [names[text] for text in sorted(names)] for kind, names in found.items()}


def swapped(item: Marked, rng: random.Random, source: Swaps) -> Marked:
    """Return a sentence with some of its names exchanged for others of their kind."""
    if not item.names:
        return item
    if source.rate:
        item = spliced(item, lambda put, kind: _borrowed(put, kind, rng, source))
    return spliced(item, lambda put, kind: _built(put, kind, rng, source.parts))


def spliced(item: Marked, draw: Draw) -> Marked:
    """Return a sentence with what `draw` gives in place of each of its names.

    The tree is given up, since lengths differ: all words hang on the first. It is for teaching
    names alone.
    """
    words: list[Word] = []
    spans: list[Span] = []
    place: dict[int, int] = {}
    own = {start: (end, kind) for start, end, kind in item.names or ()}
    index = 0
    while index < len(item.sentence.words):
        end, kind = own.get(index, (index + 1, ""))
        put: Sequence[Word] = item.sentence.words[index:end]
        if kind:
            put = draw(put, kind)
            spans.append((len(words), len(words) + len(put), kind))
        place[index] = len(words)
        words += [replace(word, head=0) for word in put]
        index = end
    unsure = tuple(place[one] for one in item.unsure if one in place)
    return Marked(replace(item.sentence, words=tuple(words)), tuple(spans), unsure)


def _borrowed(put: Sequence[Word], kind: str, rng: random.Random, source: Swaps) -> Sequence[Word]:
    if kind not in source.bank or rng.random() >= source.rate:
        return put
    *first, last = rng.choice(source.bank[kind])
    return (*first, replace(last, space=put[-1].space))


def _built(put: Sequence[Word], kind: str, rng: random.Random, parts: Parts) -> Sequence[Word]:
    if kind not in _RATES or rng.random() >= _RATES[kind][len(put) > _SHORT[kind]]:
        return put
    forms = built(kind, rng, parts)
    # no space before what clings to the word before it, nor around a hyphen
    glued = [after in {",", "'s", "-"} for after in forms[1:]]
    spaces = [not (cling or form == "-") for form, cling in zip(forms, glued, strict=False)]
    return [
        replace(put[-1], form=form, lemma=form, upos="PROPN", space=space)
        for form, space in zip(forms, (*spaces, put[-1].space), strict=True)
    ]
