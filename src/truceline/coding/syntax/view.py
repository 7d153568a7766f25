"""A sentence as the parse-based rules see it: words, names and who governs whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from truceline.coding.actors import Mention
from truceline.coding.cast import Cast
from truceline.coding.dealings import Deed
from truceline.coding.lexicon import Lexicons, Noun
from truceline.coding.records import Kept
from truceline.coding.syntax.parse import Overlay, Parse, overlay
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Actor, Place


@dataclass(frozen=True)
class View:
    """One sentence.

    `avoid` are tokens of dates and weapons, which are nobody, `dated` those of dates alone;
    `recent` are those named last in the story before it, each with he, it or they; `towns` the
    places by token; `sides` the two sides of the war, where one is given; `known` the persons
    named in full before, by each of their names; `dealt` those with whom, or against whom, the
    story has told of each actor's last deed, by its code; `just` those with a code whom the
    sentence before it names, where it stands in the same paragraph; `deeds` what the story has told
    before it, `number` which of its sentences this is; `cast` whom the story calls by short words.

    The rules ask for the same words again and again: `stood_for` keeps whom each noun stands for,
    `acting` the subjects of each verb, and `hanging` what hangs on words by prepositions, as they
    are first asked for.
    """

    text: str
    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    parse: Parse
    lexicons: Lexicons
    avoid: frozenset[int] = field(default_factory=frozenset)
    dated: frozenset[int] = field(default_factory=frozenset)
    recent: Sequence[tuple[Actor, str]] = ()
    towns: Mapping[int, Place] = field(default_factory=dict)
    sides: tuple[str, ...] = ()
    known: Mapping[str, Actor] = field(default_factory=dict)
    dealt: Mapping[str, Sequence[Actor]] = field(default_factory=dict)
    just: Sequence[Actor] = ()
    deeds: Sequence[Deed] = ()
    number: int = 0
    cast: Cast = field(default_factory=Cast)
    stood_for: dict[tuple[int, bool], tuple[Actor, ...]] = field(default_factory=dict, init=False)
    acting: dict[tuple[int, int], tuple[list[int], bool]] = field(default_factory=dict, init=False)
    hanging: dict[tuple[int, ...], list[tuple[int, str, int]]] = field(
        default_factory=dict, init=False)  # fmt: skip

    @Kept
    def laid(self) -> Overlay:
        """Return how tokens and nodes lie over each other."""
        return overlay(self.parse, self.tokens)

    @Kept
    def dated_nodes(self) -> frozenset[int]:
        """Return the nodes that begin with the word of a date."""
        if not self.dated:
            return self.dated
        return frozenset(i for i, each in enumerate(self.laid.token_of) if each in self.dated)

    @Kept
    def mention_at(self) -> dict[int, Mention]:
        """Return the mentions by the node that heads each."""
        first = self.parse.starts[0] if self.parse.starts else 0
        return {
            self.head_of(each.first, each.last): each for each in self.mentions
            if self.tokens[each.last - 1].end > first
        }  # fmt: skip

    @Kept
    def nouns(self) -> dict[int, tuple[int, int, Noun]]:
        """Return the event nouns by their last node: first token, end, entry."""
        found = {}
        names = {i for each in self.mentions
                 if each.kind in ("group", "person") or each.actors[0].sector == "CVL"
                 for i in range(each.first, each.last)}  # fmt: skip
        lows = ["", *(each.low for each in self.tokens)]
        kept = [i for i in range(len(self.tokens))
                if not (lows[i] == "of" and lows[i + 1][0].isdigit())]  # fmt: skip
        read = [self.tokens[i] for i in kept]  # "an exchange of 300 prisoners"
        for begin, end, noun in self.lexicons.nouns.anywhere(read):
            first, last = kept[begin], kept[end - 1] + 1
            if last - 1 in names:
                continue  # "Amnesty International"
            found[self.laid.node_of[last - 1]] = (first, last, noun)
        return found

    @Kept
    def inside(self) -> dict[int, Mention]:
        """Return the mention that each node lies in."""
        return {
            self.laid.node_of[i]: each for each in self.mentions
            for i in range(each.first, each.last)
            if self.tokens[i].end > self.parse.starts[0]
        }  # fmt: skip

    @Kept
    def home(self) -> str | None:
        """Return the one state that the sentence names, None where it names none or several."""
        codes = {actor.code for each in self.mentions for actor in each.actors}
        codes |= {place.country for place in self.towns.values()}
        states = codes - OUTSIDE
        return states.pop() if len(states) == 1 else None

    def head_of(self, first: int, last: int) -> int:
        """Return the node that governs tokens [first, last): the one whose head lies outside."""
        if last - first == 1:
            return self.laid.node_of[first]
        nodes = sorted({self.laid.node_of[i] for i in range(first, last)})
        within = set(nodes)
        heads = [
            each for each in nodes
            if self.parse.heads[each] not in within and self.parse.deps[each] not in (
                "case", "punct", "det")
        ]  # fmt: skip
        return heads[-1] if heads else nodes[-1]

    def is_person(self, node: int) -> bool:
        """Return whether a noun may be one person: an office, an office-holder, a name."""
        mention = self.mention_at.get(node) or self.inside.get(node)
        if mention is None:
            return self.parse.lemmas[node] in PERSONS or self.parse.tags[node] == "NNP"
        if mention.kind in ("person", "name"):
            return True
        last = self.tokens[mention.last - 1 - mention.possessive]
        return mention.kind == "role" and (
            last.text[:1].isupper() or self.parse.lemmas[node] in PERSONS)  # fmt: skip

    def place_of(self, node: int) -> Place | None:
        """Return the place that a node names, or None."""
        return self.towns.get(self.token(node))

    def token(self, node: int) -> int:
        """Return the token that a node begins with."""
        return self.laid.token_of[node]

    def phrase(self, node: int) -> str:
        """Return a noun with what stands close to it: no relative clauses, no second noun."""
        keep, parse = [node], self.parse
        open_ = [node]
        while open_:
            for each in parse.children[open_.pop()]:
                if parse.deps[each] in CLOSE and len(keep) < LONGEST_NAME:
                    keep.append(each)
                    open_.append(each)
        keep = [each for each in keep if parse.tags[each] not in ("PRP$", "DT")] or [node]
        first, last = min(keep), max(keep)
        return self.text[parse.starts[first] : parse.ends[last]]

    def owned(self, node: int, said: str, owner: str) -> str:
        """Return what was said of a noun as far as its owner, who follows: "people in Haiti"."""
        low, last = self.parse.starts[node], self.parse.subtree(node)[-1]
        first = self.text.rfind(said, max(0, low - NEAR), self.parse.ends[node])
        end = first + len(said)
        at = self.text.find(owner, end, min(self.parse.ends[last], end + NEAR))
        return said if first < 0 or at < 0 else self.text[first : at + len(owner)]


OUTSIDE = frozenset({None, "IGO", "NGO", "IMG", "MNC"})
CLOSE = frozenset({"amod", "compound", "flat", "nummod", "goeswith", "fixed"})
LONGEST_NAME = 10
NEAR = 60
"""Within so many letters of a noun its owner is told with it."""
PERSONS = word_set(
    "president minister premier chancellor king prince leader official diplomat ambassador envoy "
    "governor mayor spokesman spokeswoman spokesperson secretary general commander soldier judge "
    "lawmaker senator activist journalist man woman gunman chief officer farmer teacher student "
    "captain colonel priest bishop lawyer prosecutor chairman director head"
)
