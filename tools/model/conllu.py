"""Reads CoNLL-U treebanks into sentences of words with their spaces.

A word of a multiword token ("do" + "n't") is followed by no space, the last of them by the
space of the token, so that the words and spaces give the running text back.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word: head is its governor's index in the sentence, itself for the root."""

    form: str
    space: bool
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    deprel: str
    misc: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a treebank, with its document and whether a paragraph begins at it."""

    sent_id: str
    document: str
    new_paragraph: bool
    words: tuple[Word, ...]


def sentences(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file in order.

    Parameters
    ----------
    path : Path
        A CoNLL-U file in UTF-8.

    Yields
    ------
    Sentence
        Enhanced empty nodes are left out.
    """
    document, paragraph, sent_id = path.stem, True, ""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newdoc"):
            document = line.partition("=")[2].strip() or path.stem
            paragraph = True
        elif line.startswith("# newpar"):
            paragraph = True
        elif line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield Sentence(sent_id, document, paragraph, _words(rows))
            rows, paragraph = [], False
    if rows:
        yield Sentence(sent_id, document, paragraph, _words(rows))


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    glued: set[int] = set()
    for row in rows:
        if "-" in row[0]:
            first, last = (int(part) for part in row[0].split("-"))
            glued.update(range(first, last))
            if "SpaceAfter=No" in row[9]:
                glued.add(last)
    words = []
    for row in rows:
        if not row[0].isdigit():
            continue
        number = int(row[0])
        head = int(row[6])
        space = number not in glued and "SpaceAfter=No" not in row[9]
        # a form with a space in it ("1 000") cannot be one spaCy token with a space inside
        form = row[1].replace(" ", "\u00a0")
        lemma = row[2] if row[2] != "_" or row[1] == "_" else row[1]
        feats = "" if row[5] == "_" else row[5]
        where = (head or number) - 1
        words.append(Word(form, space, lemma, row[3], row[4], feats, where, row[7], row[9]))
    return tuple(words)
