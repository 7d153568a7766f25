"""Tells words and marks of training sentences as numbers, as the recogniser of names reads them."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import spacy

import fit
import layers
from corpus import Marked
from truceline.coding.english import bilstm, names

# how often the training text must have a form, a first letter, last letters and a shape
_FLOORS = (2, 2, 3, 2)


@dataclass(slots=True)
class Forms:
    """Words as they are written, each with its number, and how often each was met."""

    places: dict[str, int] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)

    def number(self, form: str) -> int:
        """Return the number of a form, a new one if it has none."""
        self.met[form] += 1
        return self.places.setdefault(form, len(self.places))


def marks(item: Marked) -> list[int]:
    """Return the mark of each word of a sentence; -1 where nobody knows."""
    length = len(item.sentence.words)
    if item.names is None:
        return [-1] * length
    found = [0] * length
    for place in item.unsure:
        found[place] = -1
    for start, end, kind in item.names:
        first = 1 + 2 * bilstm.KINDS.index(kind)
        found[start:end] = [first, *[first + 1] * (end - start - 1)]
    return found


def tags(items: Sequence[Marked]) -> dict[str, int]:
    """Return each tag of the sentences with its number."""
    found = {word.xpos for item in items for word in item.sentence.words}
    return {tag: place for place, tag in enumerate(sorted(found))}


def taught(items: Sequence[Marked], forms: Forms, tags: Mapping[str, int]) -> fit.Taught:
    """Return sentences as numbers, their words numbered by `forms`, their tags by `tags`."""
    words = [forms.number(word.form) for item in items for word in item.sentence.words]
    told = [mark for item in items for mark in marks(item)]
    tagged = [tags[word.xpos] for item in items for word in item.sentence.words]
    lengths = [len(item.sentence.words) for item in items]
    names = [item.sentence.document for item in items]
    documents = np.unique(names, return_inverse=True)[1]
    apart = [float(item.sentence.document.startswith("GUM_")) for item in items]
    near = (np.array(lengths), documents, np.array(apart, dtype=np.float32))
    return fit.Taught(np.array(words), np.array(told), np.array(tagged), *near)


def with_apart(taught: fit.Taught, other: fit.Taught) -> fit.Taught:
    """Return sentences, and behind them those of another variant that are marked by other rules."""
    kept = other.apart > 0
    words = np.repeat(kept, other.lengths)
    return fit.Taught(
        *(
            np.concatenate([getattr(taught, name), getattr(other, name)[chosen]])
            for name, chosen in (
                ("words", words),
                ("marks", words),
                ("tags", words),
                ("lengths", kept),
                ("documents", kept),
                ("apart", kept),
            )
        )
    )


def keys(forms: Forms) -> dict[str, Any]:
    """Return the sorted keys of each table: those that the forms have been met with often."""
    told = _keys(forms)
    counts = np.array([forms.met[form] for form in forms.places])
    found = {}
    for column, floor in enumerate(_FLOORS):
        own, place = np.unique(told[:, column], return_inverse=True)
        found[f"keys{column}"] = own[np.bincount(place, weights=counts) >= floor]
    return found


def words(
    forms: Forms,
    known: Mapping[str, Any],
    lists: tuple[Mapping[str, Sequence[str]], Collection[str]],
) -> fit.Words:
    """Return what is known of each form.

    Parameters
    ----------
    forms : Forms
        All words of the sentences that will be read.
    known : mapping
        The tables' keys and the vectors, as the pipeline stores them.
    lists : tuple
        The words of each hint, and the common English words: all others are rare.
    """
    hints, common = lists
    told = _keys(forms)
    listed = [tuple(map(frozenset, layers.listed(hints, hint))) for hint in layers.HINTS]
    flags = [
        [form in exact or form.lower() in loose for exact, loose in listed] for form in forms.places
    ]
    numbers = [np.array(flags, dtype=np.float32), *names.vectors(told[:, 0], dict(known))]
    return fit.Words(
        names.rows_of(told, dict(known)),
        np.concatenate(numbers, axis=1),
        np.array([form.lower() not in common for form in forms.places]),
        tuple(len(known[f"keys{column}"]) + 1 for column in range(len(_FLOORS))),
    )


def _keys(forms: Forms) -> Any:
    vocab = spacy.blank("en").vocab
    lexemes = [vocab[form] for form in forms.places]
    told = [[one.lower, one.prefix, one.suffix, one.shape] for one in lexemes]
    return np.array(told, dtype=np.uint64)
