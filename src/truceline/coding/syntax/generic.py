"""Whom "both sides", "the group", "the bloc" and "the rebels" are: those named before."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.coding.actors import Mention
from truceline.coding.cast import side_of
from truceline.coding.syntax.view import OUTSIDE, View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

SIDES = word_set(
    "side party government country nation state leader president minister army neighbour neighbor "
    "force delegation capital ally rival enemy foe other military official negotiator man"
)
"""Of these "the two" and "both" are two of those named before."""
BODIES = {
    "REB": word_set("group movement militia rebel guerrilla insurgent faction organisation "
                    "organization separatist fighter militant outfit force paramilitary"),
    "IGO": word_set("bloc alliance union league organisation organization body"),
}  # fmt: skip
STATES = word_set("country kingdom republic nation state emirate sultanate island regime")
FIGHTERS = word_set("rebel guerrilla insurgent separatist secessionist militant fighter jihadist")
"""Fighters who, in a story that names one group of them alone, are that group's."""
FIGHTING_HOME = word_set("rebel guerrilla insurgent separatist secessionist")
"""Fighters who, in a sentence that names one state alone, are that state's own."""


def both(view: View, node: int) -> list[Actor]:
    """Return the two that "both", "each side" or "the two countries" stands for, or nobody.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The word.

    Returns
    -------
    list of Actor
        The last two named before it in the sentence or the story, with the sector that the word
        itself tells; empty where fewer were named.
    """
    mention = view.mention_at.get(node)
    sector = mention.actors[0].sector if mention is not None and mention.actors else None
    sector = None if sector == "OTH" else sector
    found: dict[tuple[str | None, bool], Actor] = {}
    lands = view.parse.lemmas[node] in LANDS
    foes = [replace(each, sector=each.sector if each.sector == "REB" else sector or each.sector)
            for each in view.cast.foes]  # fmt: skip
    odd = lands and _outside(foes, view.parse.lemmas[node])
    if foes and not (odd or _pair_here(view, node) or _any_two(view, node)):
        return foes
    nobody = _own_subject(view, node) | (OUTSIDE if lands else {None})
    for actor in _named_before(view, node):
        side = side_of(actor)
        if actor.code not in nobody and actor.code and side not in found:
            found[side] = replace(actor, sector=sector or actor.sector)
        if len(found) == 2:
            return list(reversed(found.values()))
    return []


def _any_two(view: View, node: int) -> bool:
    """Return whether two are counted that nobody was told of before: "two men met"."""
    parse = view.parse
    counted = any(parse.lows[each] == "two" for each in parse.under(node, "nummod"))
    return counted and not parse.under(node, "det")


def _pair_here(view: View, node: int) -> bool:
    """Return whether the sentence itself names two before a word."""
    at = view.token(node)
    here = {actor.code for each in view.mentions for actor in each.actors if each.last <= at}
    return len(here - {None}) > 1


def _outside(actors: list[Actor], lemma: str) -> bool:
    """Return whether one of two is no state, nor has what a word says that each has."""
    return any(each.code in OUTSIDE or (lemma != "army" and each.sector == "REB")
               for each in actors)  # fmt: skip


LANDS = STATES | word_set("neighbour neighbor capital government army")
"""Of these "both" are states, and no bodies of states."""


def _own_subject(view: View, node: int) -> frozenset[str | None]:
    """Return whose deed it is that is done to a pair: nobody calls on himself as one of two."""
    parse, at = view.parse, node
    for above in parse.above(node):
        if parse.is_verb(above) and parse.deps[at] not in ("nsubj", "csubj", "conj"):
            nodes = {one for each in parse.under(above, "nsubj") for one in parse.subtree(each)}
            return frozenset(
                actor.code for each in view.mentions for actor in each.actors
                if view.head_of(each.first, each.last) in nodes and view.token(node) >= each.last
            )  # fmt: skip
        if parse.is_verb(above):
            break
        at = above
    return frozenset()


def _named_before(view: View, node: int) -> Iterator[Actor]:
    """Yield those named before a word, the last first: in its sentence, then in the story."""
    at = view.token(node)
    for mention in reversed(view.mentions):
        if mention.last <= at:
            yield from reversed(mention.actors)
    yield from (actor for actor, how in reversed(view.recent) if how == NAMED)


NAMED = "named"
"""How the story's memory marks those who were named in the sentences before."""


def last_named(view: View, barred: frozenset[str | None] | None = None) -> str | None:
    """Return the state named last before a sentence that names none itself but those barred."""
    here = {actor.code for each in view.mentions for actor in each.actors} - OUTSIDE
    if here - (barred or frozenset()):
        return None
    return next(
        (
            actor.code
            for actor, how in reversed(view.recent)
            if how == NAMED and actor.code not in OUTSIDE and actor.code not in here
        ),
        None,
    )


def spoken_of(view: View, node: int, actor: Actor) -> Actor:
    """Return a body spoken of without its name as the one of its kind that was named last."""
    parse, lemma = view.parse, view.parse.lemmas[node]
    definite = any(parse.lows[each] in ("the", "this", "that") for each in parse.under(node, "det"))
    named = any(parse.tags[each][:3] == "NNP" for each in parse.under(node, "compound", "flat"))
    if not definite or named:
        return _at_home(view, actor, lemma)
    for sector, words in BODIES.items():
        for each in _named_before(view, node) if lemma in words else ():
            if each.code and sector in {each.sector, each.code}:
                return replace(each, text=actor.text)
    if lemma in STATES:
        code = next((a.code for a in _named_before(view, node) if a.code not in OUTSIDE), None)
        return replace(actor, code=code)
    return _at_home(view, actor, lemma)


def _at_home(view: View, actor: Actor, lemma: str) -> Actor:
    if actor.code:
        return actor
    own = lemma in FIGHTING_HOME
    theirs = actor.sector == "REB" and actor.text.split()[0].lower() in FIGHTING_HOME
    if not theirs and lemma not in FIGHTERS:
        return actor
    told, rebels = view.cast.land, view.cast.rebels
    of_land = [each for each in rebels if each.code == told]
    if lemma in FIGHTERS and len(of_land or rebels) == 1:
        return replace(actor, code=(of_land or rebels)[0].code, sector="REB")
    told = told or fought_over(view)
    return replace(actor, code=told or (view.home if own else None))


def fought_over(view: View) -> str | None:
    """Return the one state whose own rebels the story has told of in a deed, if it is one."""
    states = {each.code for deed in view.deeds for each in (*deed.source, *deed.target)
              if each.sector == "REB"} - OUTSIDE  # fmt: skip
    return states.pop() if len(states) == 1 else None


LEAST_BEFORE = 2
"""Words that "A and B's ministers" needs before B."""


def joined_to(view: View, mention: Mention) -> list[Actor]:
    """Return who shares a noun by an adjective before it: "Qatari and Egyptian mediators"."""
    found: list[Actor] = []
    if mention.first < LEAST_BEFORE or view.tokens[mention.first - 1].low not in ("and", ","):
        return found
    ends = {each.last: each for each in view.mentions
            if each.kind == "people" or _shares(view, each, mention)}  # fmt: skip
    at = mention.first
    while at >= LEAST_BEFORE and view.tokens[at - 1].low in ("and", ","):
        one = ends.get(at - 1)
        if one is None or not one.actors[0].code:
            break
        found.insert(0, replace(one.actors[0], sector=mention.actors[0].sector))
        at = one.first
    return found


def of_several(view: View, mention: Mention) -> list[Actor]:
    """Return those joined to the owner of a role: B of "the leaders of A and B".

    Parameters
    ----------
    view : View
        The sentence.
    mention : Mention
        A role with its owner after "of".

    Returns
    -------
    list of Actor
        Each with the role's sector, without one where one army or one minister is spoken of; empty
        where the role has one owner.
    """
    if mention.kind != "role" or not mention.actors[0].code:
        return []
    parse, last = view.parse, view.laid.node_of[mention.last - 1 - mention.possessive]
    if parse.deps[last] not in ("nmod", "obl") or last not in view.inside:
        return []
    several = parse.tags[parse.heads[last]] in ("NNS", "NNPS")
    sector = mention.actors[0].sector if several else None
    found = []
    for each in parse.under(last, "conj"):
        other = view.mention_at.get(each)
        if other is not None and other.kind in OWNING_KINDS and other.actors[0].code:
            found.append(replace(other.actors[0], sector=sector))
    return found


OWNING_KINDS = frozenset({"state", "capital", "group", "people"})


def _shares(view: View, one: Mention, whole: Mention) -> bool:
    """Return whether a name before "and" stands under the noun after it: "A and B's ministers"."""
    if one.kind not in OWNING_KINDS or one.possessive or one.last >= whole.first:
        return False
    first, head = (view.head_of(each.first, each.last) for each in (one, whole))
    return view.parse.heads[first] == head and view.parse.deps[first] in ("compound", "nmod")
