"""Names of persons, organisations and places for the treebanks' words.

UNER annotates EWT word by word. GUM marks every mention, named or not; `gum_names` keeps the
named ones, cut to the name itself as UNER does (no article, no title), and says which words
it cannot judge: capitalised ones outside a name, since GUM has no class for "American".
"""

import re
from collections.abc import Sequence
from pathlib import Path

from conllu import Word

GUM_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC"}
_MARK = re.compile(r"\(([^()]*)\)?|(\d+)\)")
_INSIDE_NAME = {"flat", "compound", "nummod", "amod"}

Span = tuple[int, int, str]


def uner_tags(path: Path) -> dict[str, tuple[str, ...]]:
    """Return each sentence's tags (`B-PER`, `O`, …) of a UNER file by sentence id.

    `B-O`, a slip of the annotation tool on words that are no names, is read as `O`.
    """
    found: dict[str, tuple[str, ...]] = {}
    sent_id, tags = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id"):
            sent_id = line.partition("=")[2].strip()
        elif line and not line.startswith("#"):
            tag = line.split("\t")[2]
            tags.append("O" if tag.endswith("-O") else tag)
        elif not line and tags:
            found[sent_id] = tuple(tags)
            tags = []
    return found


def spans_of(tags: Sequence[str]) -> list[Span]:
    """Return (start, end, kind) of each name in a row of `B-`/`I-`/`O` tags, end exclusive.

    >>> spans_of(["B-PER", "I-PER", "O", "B-LOC"])
    [(0, 2, 'PER'), (3, 4, 'LOC')]
    """
    spans: list[Span] = []
    for place, tag in enumerate(tags):
        mark, _, kind = tag.partition("-")
        follows = bool(spans) and spans[-1][1] == place and spans[-1][2] == kind
        if mark == "I" and follows:
            spans[-1] = (spans[-1][0], place + 1, kind)
        elif mark in {"B", "I"}:
            spans.append((place, place + 1, kind))
    return spans


def gum_names(words: Sequence[Word], mentions: Sequence[Span]) -> tuple[list[Span], list[int]]:
    """Return the names among a GUM sentence's mentions, and the words it cannot judge.

    Parameters
    ----------
    words : sequence of Word
        The sentence.
    mentions : sequence of (start, end, GUM kind)
        From `gum_mentions`.

    Returns
    -------
    (list of (start, end, kind), list of int)
        Names with kinds PER, ORG, LOC that do not overlap (the widest wins), and indexes of
        words outside them that may be part of a name of a kind GUM does not tell.
    """
    taken: set[int] = set()
    names: list[Span] = []
    for start, end, kind in sorted(mentions, key=lambda span: span[0] - span[1]):
        if kind not in GUM_KINDS:
            continue
        cut = _name_in(words, start, end)
        if cut and not taken & set(range(*cut)):
            taken |= set(range(*cut))
            names.append((*cut, GUM_KINDS[kind]))
    unsure = [
        index
        for index, word in enumerate(words)
        if index not in taken
        and (word.upos == "PROPN" or (word.upos == "ADJ" and word.form[:1].isupper() and index))
    ]
    return sorted(names), unsure


def gum_mentions(sentence: Sequence[Word]) -> list[Span]:
    """Return (start, end, GUM kind) of every mention that begins and ends in a sentence."""
    open_: dict[str, list[tuple[int, str]]] = {}
    spans: list[Span] = []
    for index, word in enumerate(sentence):
        marks = next((m[7:] for m in word.misc.split("|") if m.startswith("Entity=")), "")
        for found in _MARK.finditer(marks):
            inside = found.group(1)
            if inside is None:
                if open_.get(found.group(2)):
                    start, kind = open_[found.group(2)].pop()
                    spans.append((start, index + 1, kind))
                continue
            number, _, rest = inside.partition("-")
            kind = rest.partition("-")[0]
            if found.group(0).endswith(")"):
                spans.append((index, index + 1, kind))
            else:
                open_.setdefault(number, []).append((index, kind))
    return spans


def _name_in(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    heads = [i for i in range(start, end) if not start <= words[i].head < end or words[i].head == i]
    if not heads or words[heads[0]].upos != "PROPN":
        return None
    first = last = heads[0]
    while first > start and _belongs(words, first - 1, heads[0]):
        first -= 1
    while last + 1 < end and _continues(words, last + 1, heads[0], end):
        last += 1
    while words[first].upos in {"PUNCT", "DET", "ADP"} and first < last:
        first += 1
    while words[last].upos in {"PUNCT", "DET", "ADP", "CCONJ", "PART"} and first < last:
        last -= 1
    return first, last + 1


def _belongs(words: Sequence[Word], index: int, head: int) -> bool:
    word = words[index]
    if word.upos == "PUNCT":
        return word.form in {"-", "."} and words[index + 1].form[:1].isupper()
    named = word.upos == "PROPN" or (word.upos in {"ADJ", "NOUN"} and word.form[:1].isupper())
    return named and word.deprel in _INSIDE_NAME and _governed(words, index, head)


def _continues(words: Sequence[Word], index: int, head: int, end: int) -> bool:
    word = words[index]
    if word.upos in {"ADP", "DET", "CCONJ"} or word.form == "-":
        nearby = range(index + 1, min(index + 3, end))
        return any(
            words[i].upos == "PROPN"
            and (
                words[i].deprel in {"nmod", "flat", "conj"}
                and word.form.lower() in {"of", "for", "the", "and", "-"}
            )
            and _governed(words, i, head)
            for i in nearby
        )
    return (
        word.upos in {"PROPN", "NUM"}
        and word.deprel in _INSIDE_NAME | {"nmod", "conj"}
        and _governed(words, index, head)
    )


def _governed(words: Sequence[Word], index: int, head: int) -> bool:
    for _ in range(4):
        if index == head:
            return True
        if words[index].deprel in {"nmod:desc", "appos", "nmod:poss", "acl", "acl:relcl"}:
            return False
        index = words[index].head
    return index == head
