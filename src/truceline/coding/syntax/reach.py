"""Whether the words of an entry are a verb's own, or only stand somewhere below it."""

from collections.abc import Iterator, Sequence
from typing import Any

from truceline.coding.frames import Frame
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

PARTICLES = word_set("in over up down out off away back")
"""Words that after an object change what a verb means only where they are no prepositions."""
PREPOSITIONS = PARTICLES | word_set(
    "on at of for with from to into by against upon onto within inside through between about"
)
NAMING = word_set("call consider brand label describe declare deem term dub")
"""Verbs whose object may have a predicate: "called the strike a crime"."""
INNER = frozenset({"compound", "amod", "flat", "nummod", "conj", "appos"})


def holds(view: View, node: int, frame: Frame[Any]) -> bool:
    """Return whether an entry's words below a verb belong to it.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The verb.
    frame : Frame
        An entry whose words all stand below the verb, though not right after it.

    Returns
    -------
    bool
        False where another particle has made it another verb ("took down barricades in Derry" is
        no taking in), where a particle is the preposition of a place, where a name stands after
        another preposition than the entry's, and where the object only gets a predicate.
    """
    if len(frame.needs) == 1:
        [words] = frame.needs
        if words <= PREPOSITIONS and not _is_own(view, node, words):
            return False
    elif not all(
        _follows(view, node, frame.needs[at], frame.needs[at + 1], frame.needs[:at])
        for at, (first, then) in enumerate(zip(frame.needs, frame.needs[1:], strict=False))
        if first <= PREPOSITIONS and not then <= PREPOSITIONS
    ):
        return False
    said = predicated(view, node)
    named = any(each in view.mention_at for each in view.parse.under(node, "obj"))
    return not said or named or all(not words.isdisjoint(said) for words in frame.needs)


def _is_own(view: View, node: int, words: frozenset[str]) -> bool:
    """Return whether a lone preposition or particle is the verb's."""
    parse = view.parse
    own = {
        parse.lows[each] for each in parse.children[node]
        if parse.deps[each] in ("compound", "advmod") and parse.tags[each] in ("RP", "IN", "RB")
    } & PREPOSITIONS  # fmt: skip
    if own & words:
        return True
    if own & PARTICLES:
        return False
    return not (words <= PARTICLES and parse.under(node, "obj"))


def _follows(
    view: View,
    node: int,
    first: frozenset[str],
    then: frozenset[str],
    before: Sequence[frozenset[str]],
) -> bool:
    """Return whether one of some nouns stands after one of some prepositions, or after neither."""
    parse = view.parse
    found = [each for each in _below(view, node) if {parse.lows[each], parse.lemmas[each]} & then]
    for each in found:
        at = each
        while not parse.case(at) and parse.deps[at] in INNER and parse.heads[at] != node:
            at = parse.heads[at]
        case = parse.case(at)
        head = parse.heads[at]
        own = head == node or any(parse.lemmas[head] in words for words in before)
        if case in first and (case != "of" or own):  # "send a team of experts"
            return True
        if not case and _is_own(view, node, first):
            return True
    return not found


def _below(view: View, node: int) -> Iterator[int]:
    parse = view.parse
    level = [node]
    for _ in range(DEEP):
        level = [each for one in level for each in parse.children[one]]
        yield from level


DEEP = 3


def predicated(view: View, node: int) -> frozenset[str]:
    """Return the words of what an object is called; none for a verb that calls nothing so."""
    parse = view.parse
    held = parse.under(node, "obj")
    if parse.lemmas[node] not in NAMING or not held:
        return frozenset()
    called = [each for each in parse.under(node, "xcomp") if not parse.is_verb(each)]
    called += held[1:]  # as the parser reads "called the raid a crime" at times
    below = {one for each in called for one in parse.subtree(each)}
    return frozenset(word for one in below for word in (parse.lows[one], parse.lemmas[one]))
