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
_LOW_HALF = np.uint64(0xFFFFFFFF)


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
        self._ready: list[Weights] = []
        self._between: Weights = {}

    def read_by(self, known: Weights, members: list[Weights]) -> None:
        """Read with these from now on: the tables' keys and the vectors, and the readers' weights.

        Where there are several readers, the mean of their scores decides.
        """
        self.known, self.members = known, members
        self._ready = [bilstm.halved(member) for member in members]
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
            found |= {f"{place}.{name}": stored(value) for name, value in member.items()}
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
                members.setdefault(place, {})[own] = value.astype(np.float32)
        known = {name: value for name, value in found.items() if "." not in name}
        self.read_by(known, [members[place] for place in sorted(members)])
        return self

    def _named(self, docs: list["Doc"]) -> list["Doc"]:
        if not docs:
            return docs
        told = [told_of(doc) for doc in docs]
        forms, keys, hints = (np.concatenate([one[part] for one in told]) for part in range(3))
        begins = np.cumsum([0, *(len(doc) for doc in docs)])
        places = [
            (at, words) for at, doc in enumerate(docs) for words in _sentences(doc) if len(words)
        ]
        found: list[list[Any]] = [[] for _ in docs]
        with one_core():
            marked = self._marks(forms, (keys, hints), [begins[at] + words for at, words in places])
        for (at, words), marks in zip(places, marked, strict=True):
            for start, end, kind in bilstm.spans(marks):
                found[at].append((int(words[start]), int(words[end - 1]) + 1, kind))
        for doc, names in zip(docs, found, strict=True):
            _set(doc, names)
        return docs

    def _marks(self, forms: Any, seen: tuple[Any, Any], sentences: list[Any]) -> list[list[int]]:
        """Return the marks of sentences, given as places among all words' forms, keys and hints."""
        keys, hints = seen
        lengths = np.array([len(one) for one in sentences], dtype=int)
        found: list[list[int]] = [[] for _ in sentences]
        for group in bilstm.groups(lengths.tolist()):
            size = lengths[group]
            places = np.zeros((len(group), size[0]), dtype=int)
            for row, place in enumerate(group):
                places[row, : size[row]] = sentences[place]
            _, first, ids = np.unique(forms[places], return_index=True, return_inverse=True)
            own = places.ravel()[first]
            numbers = [hints[own], *vectors(keys[own, 0], self.known)]
            told = (rows_of(keys[own], self.known), np.concatenate(numbers, axis=1))
            scores = bilstm.scored(ids.reshape(places.shape), size, told, self._ready)
            marks = bilstm.best(scores, size, self._between)
            for place, row, length in zip(group, marks, size, strict=True):
                found[place] = row[:length].tolist()
        return found


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


def stored(values: Any) -> Any:
    """Return weights in two bytes a number, which read the same names."""
    return values.astype(np.float16)


def write(path: Path, values: Weights) -> None:
    """Write arrays as numpy's `npz`, the same bytes each time."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo  # noqa: PLC0415  only who trains writes

    with ZipFile(path, "w", ZIP_STORED) as file:
        for name in sorted(values):
            with file.open(ZipInfo(f"{name}.npy"), "w", force_zip64=True) as entry:
                np.lib.format.write_array(entry, np.ascontiguousarray(values[name]))


def _sentences(doc: "Doc") -> list[Any]:
    """Return the places of each sentence's words, spaces left out; of all words if none are set."""
    words = np.array([word.i for word in doc if not word.is_space], dtype=int)
    if not doc.has_annotation("SENT_START"):
        return [words]
    starts = [sentence.start for sentence in doc.sents]
    return np.split(words, np.searchsorted(words, starts[1:]))


def _set(doc: "Doc", names: list[tuple[int, int, str]]) -> None:
    from spacy.tokens import Span  # noqa: PLC0415  whoever has a document has imported spaCy

    doc.set_ents([Span(doc, start, end, label=kind) for start, end, kind in names])
