"""Finds names of persons, organisations, places and other things: a component of the pipeline.

spaCy knows it by the name `truceline_names`. It reads of each word the form in small letters, first
letter, last letters, shape, which lists hold the word, and its vector, and gives these to
`bilstm`. Its file holds numbers alone: words are known by their hashes.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from truceline.coding.english import bilstm, one_core
from truceline.coding.english.bilstm import Weights

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

NAME = "truceline_names"
FILE = "weights.npz"
# what is told of a word by a table, in the order of the tables' keys
TABLES = ("LOWER", "PREFIX", "SUFFIX", "SHAPE")
HINTS = ("FLAG20", "FLAG21", "FLAG22", "FLAG23", "FLAG24", "FLAG25", "FLAG26")
_COMMON = 1  # which of them says that a word is a common one
_LOW_HALF = np.uint64(0xFFFFFFFF)
# how far the scores of a word go towards those of the same word elsewhere in the document
_SHARED = 2 / 3
# keeps the words of one document apart from those of another
_SPREAD = np.uint64(0x9E3779B97F4A7C15)
# weights of so many numbers are stored in one byte each, with the size of each column beside them
_SMALL, _SIZE = 5000, ".size"


class Names:
    """A component that sets a document's names.

    Parameters
    ----------
    vocab : spacy.vocab.Vocab
        The pipeline's.
    name : str
        What the pipeline calls it.
    """

    labels = bilstm.KINDS

    def __init__(self, vocab: "Vocab", name: str = "ner") -> None:
        self.vocab = vocab
        self.name = name
        self.known: Weights = {}
        self.members: list[Weights] = []
        self._ready: tuple[list[Weights], Any] = ([], None)
        self._between: Weights = {}

    def read_by(self, known: Weights, members: list[Weights]) -> None:
        """Read with these from now on: the tables' keys and the vectors, and the readers' weights.

        Where there are several readers, the mean of their scores decides.
        """
        self.known, self.members = known, members
        ready = [bilstm.halved(member) for member in members]
        self._ready = (ready, np.concatenate([one["wh"] for one in ready] or [[]]))
        both = ("follow", "first") if members else ()
        self._between = {name: np.mean([one[name] for one in members], axis=0) for name in both}

    def __call__(self, doc: "Doc") -> "Doc":
        """Return the document with its names set."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable["Doc"], *, batch_size: int = 64) -> Iterator["Doc"]:
        """Yield each document of a stream with its names set, so many read at once."""
        batch: list[Doc] = []
        for doc in stream:
            batch.append(doc)
            if len(batch) == batch_size:
                yield from self._named(batch)
                batch = []
        yield from self._named(batch)

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Store the numbers in a folder."""
        del exclude  # spaCy names what others than us store
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        found = dict(self.known)
        for place, member in enumerate(self.members):
            found |= {f"{place}.{name}": value for name, value in stored(member).items()}
        # not `savez`, which writes the time of day
        write(folder / FILE, found)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> "Names":
        """Read the numbers from a folder and return the component."""
        del exclude
        with np.load(Path(path) / FILE) as file:
            found = {name: file[name] for name in file.files}
        members: dict[str, Weights] = {}
        for name, value in found.items():
            place, dot, own = name.partition(".")
            if dot:
                members.setdefault(place, {})[own] = value
        known = {name: value for name, value in found.items() if "." not in name}
        self.read_by(known, [restored(members[place]) for place in sorted(members)])
        return self

    def _named(self, docs: list["Doc"]) -> list["Doc"]:
        places = [
            (at, words) for at, doc in enumerate(docs) for words in _sentences(doc) if len(words)
        ]
        if not places:
            return docs
        told = [told_of(doc) for doc in docs]
        begins = np.cumsum([0, *(len(doc) for doc in docs)])
        # every word that a sentence has, sentence after sentence
        words = np.concatenate([begins[at] + own for at, own in places])
        forms, keys, hints = (
            np.concatenate([one[part] for one in told])[words] for part in range(3)
        )
        lengths = np.array([len(own) for _, own in places])
        documents = np.array([at for at, _ in places])
        with one_core():
            marks = self._marks((forms, keys, hints), lengths, documents)
        found: list[list[Any]] = [[] for _ in docs]
        for (at, own), row in zip(places, marks, strict=True):
            for start, end, kind in bilstm.spans(row):
                found[at].append((int(own[start]), int(own[end - 1]) + 1, kind))
        for doc, names in zip(docs, found, strict=True):
            _set(doc, names)
        return docs

    def _marks(self, told: tuple[Any, Any, Any], lengths: Any, documents: Any) -> list[list[int]]:
        """Return the marks of sentences, whose words' forms, keys and hints are told in a row."""
        forms, keys, hints = told
        _, own, ids = np.unique(forms, return_index=True, return_inverse=True)
        numbers = np.concatenate([hints[own], *vectors(keys[own, 0], self.known)], axis=1)
        seen = (rows_of(keys[own], self.known), numbers)
        near = bilstm.around(numbers[ids], lengths, documents)
        begins = np.cumsum([0, *lengths])
        groups = [
            (group, laid_out(begins[group], lengths[group]))
            for group in bilstm.groups(lengths.tolist())
        ]
        scores = np.zeros((len(ids), bilstm.MARKS), dtype=np.float32)
        for group, (places, inside) in groups:
            met, again = np.unique(ids[places], return_inverse=True)
            known = (seen[0][met], seen[1][met], near[group])
            found = bilstm.scored(again.reshape(places.shape), lengths[group], known, self._ready)
            scores[places[inside]] = found[inside]
        rare = hints[:, _COMMON] == 0
        scores = shared(scores, keys[:, 0], np.repeat(documents, lengths), rare)
        marks: list[list[int]] = [[] for _ in lengths]
        for group, (places, _) in groups:
            best = bilstm.best(scores[places], lengths[group], self._between)
            for place, row in zip(group, best, strict=True):
                marks[place] = row[: lengths[place]].tolist()
        return marks


def create(nlp: Any, name: str) -> Names:
    """Return the component for a pipeline, to which spaCy then gives its files."""
    return Names(nlp.vocab, name)


def register() -> None:
    """Tell spaCy how the component is made, unless it knows."""
    from spacy.language import Language  # noqa: PLC0415  whoever asks has imported spaCy

    if not Language.has_factory(NAME):
        Language.factory(NAME, func=create, assigns=["doc.ents"])


def told_of(doc: "Doc") -> tuple[Any, Any, Any]:
    """Return each word's form, its keys for the tables, and the hints at it as ones and nothing."""
    asked: list[int | str] = ["ORTH", *TABLES, *HINTS]
    told = doc.to_array(asked).reshape(len(doc), len(asked))
    keys = told[:, 1 : 1 + len(TABLES)]
    return told[:, 0], keys.astype(np.uint64), told[:, 1 + len(TABLES) :].astype(np.float32)


def rows_of(keys: Any, known: Weights) -> Any:
    """Return the row of each key in the table of its column; 0 if the table lacks it."""
    found = np.zeros(keys.shape, dtype=np.int64)
    for column in range(keys.shape[-1]):
        have = known[f"keys{column}"]
        places = np.minimum(np.searchsorted(have, keys[..., column]), len(have) - 1)
        found[..., column] = np.where(have[places] == keys[..., column], places + 1, 0)
    return found


def vectors(keys: Any, known: Weights) -> tuple[Any, Any]:
    """Return a 1 for each word without a vector, and each word's vector, nothing if it has none.

    A vector is told in pieces, each by the number of one of 256 pieces that there are in its place
    (Jégou, Douze & Schmid 2011); a word is known by the lower half of its hash.
    """
    have, codes, book = known["words"], known["codes"], known["book"]
    half = (keys & _LOW_HALF).astype(np.uint32)
    places = np.minimum(np.searchsorted(have, half), len(have) - 1)
    lacking = have[places] != half
    pieces = book[np.arange(len(book)), codes[places]].astype(np.float32)
    found = pieces.reshape(*keys.shape, -1)
    found[lacking] = 0
    return lacking[..., None].astype(np.float32), found


def laid_out(begins: Any, lengths: Any) -> tuple[Any, Any]:
    """Return the places of the words of sentences, row by row, and which of them are in a sentence.

    Examples
    --------
    >>> places, inside = laid_out(np.array([3, 1]), np.array([2, 1]))
    >>> places.tolist(), inside.tolist()
    ([[3, 4], [1, 1]], [[True, True], [True, False]])
    """
    steps = np.arange(lengths.max())[None, :]
    inside = steps < lengths[:, None]
    return begins[:, None] + np.where(inside, steps, 0), inside


def shared(scores: Any, words: Any, documents: Any, rare: Any) -> Any:
    """Return the scores of words drawn towards the mean of the same word in the same document.

    A name that is told clearly once is so known where it stands alone. Common words keep theirs:
    they are not the same thing each time.

    Parameters
    ----------
    scores : array
        Word by mark.
    words : array of int
        Of each word the hash that it shares with others that are the same.
    documents : array of int
        Which document each word is in.
    rare : array of bool
        Which words are no common words.
    """
    told = words[rare] ^ (documents[rare].astype(np.uint64) * _SPREAD)
    _, same, count = np.unique(told, return_inverse=True, return_counts=True)
    found, own = scores.copy(), scores[rare]
    sums = np.stack([np.bincount(same, mark, len(count)) for mark in own.T], axis=1)
    found[rare] += _SHARED * ((sums / count[:, None])[same] - own)
    return found


def stored(weights: Weights) -> Weights:
    """Return weights as they are stored: large ones in one byte a number, small ones in two.

    A byte tells a number as so many 127ths of the largest of its column, whose size stands beside.
    """
    found: Weights = {}
    for name, value in weights.items():
        if value.size < _SMALL:
            found[name] = value.astype(np.float16)
            continue
        largest = np.abs(value).max(axis=-2, keepdims=True)
        size = np.maximum(largest / 127, 1e-6).astype(np.float16)
        found[name] = np.rint(value / size).clip(-127, 127).astype(np.int8)
        found[name + _SIZE] = size
    return found


def restored(values: Weights) -> Weights:
    """Return weights as they are reckoned with, from what `stored` made of them."""
    found: Weights = {}
    for name, value in values.items():
        if not name.endswith(_SIZE):
            found[name] = value.astype(np.float32)
            if name + _SIZE in values:
                found[name] *= values[name + _SIZE].astype(np.float32)
    return found


def write(path: Path, values: Weights) -> None:
    """Write arrays as numpy's `npz`, the same bytes each time."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo  # noqa: PLC0415  only who trains writes

    with ZipFile(path, "w", ZIP_STORED) as file:
        for name in sorted(values):
            with file.open(ZipInfo(f"{name}.npy"), "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, np.ascontiguousarray(values[name]))


def _sentences(doc: "Doc") -> list[Any]:
    """Return the places of each sentence's words, spaces left out; of all words if none are set."""
    told = doc.to_array(["IS_SPACE", "SENT_START"]).reshape(len(doc), 2)
    words, starts = np.flatnonzero(told[:, 0] == 0), np.flatnonzero(told[:, 1] == 1)
    return np.split(words, np.searchsorted(words, starts[starts > 0]))


def _set(doc: "Doc", names: list[tuple[int, int, str]]) -> None:
    from spacy.tokens import Span  # noqa: PLC0415  whoever has a document has imported spaCy

    doc.set_ents([Span(doc, start, end, label=kind) for start, end, kind in names])
