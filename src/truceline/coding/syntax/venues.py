"""Places that a sentence names and that are not where its deed was done."""

from truceline.coding.draft import Draft
from truceline.coding.places import Where
from truceline.coding.syntax.view import View

GIVEN = frozenset({"AID", "COOPERATE", "CONCEDE", "SANCTION", "SUPPORT"})
"""What goes "to" a capital goes to its government."""
FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "CONSULT", "COOPERATE"})
"""Deeds whose place may stand far from their verb."""
CAUSE = frozenset({"over", "about", "for", "against"})
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})


def stands_for(view: View, where: Where, inner: int, draft: Draft) -> bool:
    """Return whether a place is a government, or belongs to a cause, an owner or a speaker.

    Parameters
    ----------
    view : View
        The sentence.
    where : Where
        A place of it.
    inner : int
        The node of the place.
    draft : Draft
        The deed that it may be the place of.

    Returns
    -------
    bool
        True for "sold shells to Kyiv", "froze aid over the raid on Togo", "closed Niger's pipes"
        and "according to the ministry in Ankara".
    """
    parse = view.parse
    if draft.type in GIVEN and where.cue == "to" and _governs(view, where):
        return True
    if draft.type not in FORCE and _owner(view, where):
        return True
    path = _path(view, inner, draft.node)
    if any(parse.case(each) == "according" for each in path):
        return True
    if draft.type in FORCE:
        return False
    return any(_of_cause(view, each, draft) for each in path[1:])


def points_back(view: View, draft: Draft) -> bool:
    """Return whether a deed was done "there", or in "the town", that the story named before."""
    parse = view.parse
    if draft.node < 0 or draft.trigger.form == "noun" or draft.type in SPOKEN:
        return False
    if "there" not in parse.lows and TOWNS.isdisjoint(parse.lemmas):
        return False
    own = [draft.node, *parse.under(draft.node, "obj", "obl", "nsubj", "advmod")]
    below = [each for node in own for each in (node, *parse.under(node, "nmod", "advmod", "obl"))]
    return any(_back(view, each) for each in below if each != draft.node)


def _back(view: View, node: int) -> bool:
    parse = view.parse
    if parse.lows[node] == "there":
        return parse.tags[node] == "RB"
    pointed = {parse.lows[each] for each in parse.under(node, "det")} & {"the", "that"}
    named = [each for each in parse.children[node] if parse.tags[each][:3] == "NNP"]
    return parse.lemmas[node] in TOWNS and bool(pointed) and not named


TOWNS = frozenset({"town", "city", "village", "capital", "hamlet"})


def _path(view: View, inner: int, node: int) -> list[int]:
    """Return the nodes from a place up to the deed's own chain, without it."""
    chain = {node, *view.parse.above(node)}
    found = []
    for each in (inner, *view.parse.above(inner)):
        if each in chain:
            break
        found.append(each)
    return found


def _governs(view: View, where: Where) -> bool:
    """Return whether a name stands for a state: a capital that somebody is named by."""
    mention = view.inside.get(view.laid.node_of[where.first])
    return mention is not None and any(each.code for each in mention.actors)


def _owner(view: View, where: Where) -> bool:
    after = view.tokens[where.last : where.last + 1]
    return bool(after) and after[0].low in ("'s", "’s")


def _of_cause(view: View, node: int, draft: Draft) -> bool:
    """Return whether a word opens why, or whom, a deed was done for, not where."""
    parse = view.parse
    if parse.deps[node] in ("acl", "advcl") and parse.is_verb(node) and parse.tags[node] != "VB":
        return draft.type not in SPOKEN
    meant = draft.type == "AID" and parse.case(node) == "for"
    return draft.type != "PROTEST" and parse.case(node) in CAUSE and not meant
