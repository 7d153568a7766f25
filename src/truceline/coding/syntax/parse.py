"""A sentence's parse as plain lists, laid over the coder's own words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from truceline.coding.english import is_shipped, one_core
from truceline.coding.records import Kept, record
from truceline.coding.syntax.familiar import StandIn, stand_ins
from truceline.coding.tokens import Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

UNUSED = ("morphologizer", "lists", "ner")
"""Steps of the English pipeline whose answers the coder does not read."""
CLAUSAL = frozenset({"conj", "advcl", "acl", "ccomp", "parataxis", "csubj", "xcomp", "discourse"})
OF_OWNERS = frozenset({"'s", "’s", "'", "’"})


@dataclass(frozen=True)
class Parse:
    """Words (nodes) of one sentence with their heads; -1 is the head of a root.

    `starts` and `ends` are offsets into the story's text. Labels are cut at the colon; the part
    after it stands in `subs`.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    subs: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @Kept
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Return the dependents of each node, left to right."""
        below: list[list[int]] = [[] for _ in self.words]
        for node, head in enumerate(self.heads):
            if head >= 0:
                below[head].append(node)
        return tuple(tuple(each) for each in below)

    @Kept
    def lows(self) -> tuple[str, ...]:
        """Return the words in lower case."""
        return tuple(each.lower() for each in self.words)

    @Kept
    def by_relation(self) -> tuple[dict[str, list[int]], ...]:
        """Return the dependents of each node by their relation, left to right."""
        below: list[dict[str, list[int]]] = [{} for _ in self.words]
        for node, (head, dep) in enumerate(zip(self.heads, self.deps, strict=True)):
            if head >= 0:
                below[head].setdefault(dep, []).append(node)
        return tuple(below)

    def under(self, node: int, *deps: str) -> list[int]:
        """Return the dependents of a node with one of these relations."""
        below = self.by_relation[node]
        if len(deps) == 1:
            return [*below.get(deps[0], ())]
        found: list[int] = []
        for dep in deps:
            if dep in below:
                found += below[dep]
        found.sort()
        return found

    def case(self, node: int) -> str:
        """Return the preposition of a noun, "" without one; of a joined noun that of the first."""
        for _ in range(4):
            for each in self.by_relation[node].get("case", ()):
                if self.lows[each] not in OF_OWNERS and self.tags[each] != "RP":
                    return self.lows[each]  # of "gave itself up to them" not "up"
            if self.deps[node] != "conj":
                return ""
            node = self.heads[node]
        return ""

    def subtree(self, node: int) -> list[int]:
        """Return a node with all below it, in the order of the sentence."""
        found, open_ = {node}, [node]
        while open_:
            below = [each for each in self.children[open_.pop()] if each not in found]
            found.update(below)  # a mended parse may go round in a circle
            open_ += below
        return sorted(found)

    def above(self, node: int) -> list[int]:
        """Return the heads of a node, the nearest first."""
        heads = self.heads
        found: list[int] = []
        while (node := heads[node]) >= 0 and len(found) < len(heads):
            found.append(node)  # a mended parse may go round in a circle
        return found

    def is_verb(self, node: int) -> bool:
        """Return whether a node is tagged as a verb."""
        return self.tags[node][:2] == "VB"


def between(parse: Parse, climb: Sequence[int], down: Sequence[int]) -> tuple[str, str, int] | None:
    """Return how one comes from a word to another: all relations, the first of them, how many.

    Each word is given with all above it; None where they do not meet.
    """
    deps = parse.deps
    for climbed, each in enumerate(climb):
        if each in down:
            steps = [deps[one] for one in reversed(down[: down.index(each)])]
            up = f"up {min(climbed, 3)} " if climbed else ""
            return up + ">".join(steps), up + (steps[0] if steps else ""), climbed + len(steps)
    return None


def parses(
    pipeline: "Language", pieces: Sequence[tuple[str, tuple[int, int]]]
) -> Iterator[Parse | None]:
    """Yield the parse of each stretch of text; None where the pipeline fails on it.

    Parameters
    ----------
    pipeline : spacy.language.Language
        A pipeline of Universal Dependencies.
    pieces : sequence of (str, (int, int))
        Sentences: a story's text, and offsets into it.

    Yields
    ------
    Parse or None
        One for each stretch, in order. Parsed in batches.
    """
    texts = [text[first:last] for text, (first, last) in pieces]
    for (_, (first, _last)), read in zip(pieces, _read(pipeline, texts), strict=True):
        yield None if read is None else of_doc(*read, shift=first)


Read = tuple["Doc", "Doc", Mapping[int, StandIn]]
"""What the pipeline says, of the words as written, and which words stood in for others."""


def _read(pipeline: "Language", texts: Sequence[str]) -> list["Read | None"]:
    unused = [each for each in UNUSED if is_shipped(pipeline) and each in pipeline.pipe_names]
    try:
        own = pipeline.meta.get("name") == OWN  # spaCy puts its card together at each asking
        shown = [_shown(pipeline, each, own=own) for each in texts]
        with one_core():
            docs = list(pipeline.pipe([doc for doc, _, _ in shown], disable=unused, batch_size=128))
        return [(doc, *rest) for doc, (_, *rest) in zip(docs, shown, strict=True)]  # type: ignore[misc]
    except FAILURES:
        return [_alone(pipeline, each, unused) for each in texts]


FAILURES = (ValueError, IndexError, KeyError, MemoryError)


def _alone(pipeline: "Language", text: str, unused: Sequence[str]) -> "Read | None":
    """Parse one sentence alone, so that it alone fails."""
    try:
        doc, written, stood = _shown(pipeline, text, own=pipeline.meta.get("name") == OWN)
        return pipeline(doc, disable=list(unused)), written, stood
    except FAILURES:
        return None


def _shown(pipeline: "Language", text: str, *, own: bool) -> Read:
    """Return a sentence as it is shown to the pipeline, and as it was written.

    Only the pipeline that is `own` has rare words shown as others.
    """
    written = pipeline.make_doc(text)
    stood = stand_ins([word.text for word in written]) if own else {}
    if not stood:
        return written, written, stood
    words = [stood[word.i].word if word.i in stood else word.text for word in written]
    spaces = [bool(word.whitespace_) for word in written]
    return type(written)(pipeline.vocab, words=words, spaces=spaces), written, stood


OWN = "truceline"
"""The pipeline whose rare words are known; another, named in the settings, has others."""


def of_doc(doc: "Doc", written: "Doc", stood: Mapping[int, StandIn], *, shift: int) -> Parse:
    """Return spaCy's reading of a sentence that starts at offset `shift`.

    Parameters
    ----------
    doc, written : spacy.tokens.Doc
        What was read, with stand-ins for rare verbs, and the words as they were written.
    stood : mapping of int to StandIn
        Which words stood in for others.
    shift : int
        Where the sentence starts in the story's text.

    Returns
    -------
    Parse
        With the words, offsets and lemmas of the sentence itself.
    """
    lemmas, tags, deps, subs, heads = [], [], [], [], []
    for word in doc:
        head = word.head.i
        dep, _, sub = word.dep_.partition(":")
        lemmas.append(stood[word.i].lemma if word.i in stood else word.lemma_.lower())
        tags.append(word.tag_)
        deps.append(dep)
        subs.append(sub)
        heads.append(-1 if head == word.i else head)
    words = tuple(word.text for word in written)
    starts = tuple(shift + word.idx for word in written)
    ends = tuple(start + len(word) for start, word in zip(starts, words, strict=True))
    return Parse(
        words, tuple(lemmas), tuple(tags), tuple(deps), tuple(subs), tuple(heads), starts, ends
    )


@record
class Overlay:
    """Which node a token belongs to, and which token a node begins with."""

    node_of: tuple[int, ...]
    token_of: tuple[int, ...]


def overlay(parse: Parse, tokens: Sequence[Token]) -> Overlay:
    """Lay the coder's tokens over the parse's words: both count in the story's text."""
    count = len(parse.words)
    spans = [(each.start, each.end) for each in tokens]
    if spans == [*zip(parse.starts, parse.ends, strict=True)]:  # both cut the same words
        same = tuple(range(count))
        return Overlay(same, same)
    nodes, at = [], 0
    for token in tokens:
        while at < count - 1 and parse.ends[at] <= token.start:
            at += 1
        nodes.append(at)
    firsts, place = [], 0
    for start in parse.starts:
        while place < len(tokens) - 1 and tokens[place].end <= start:
            place += 1
        firsts.append(place)
    return Overlay(tuple(nodes), tuple(firsts))
