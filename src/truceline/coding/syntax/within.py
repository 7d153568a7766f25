"""Whether a date or a place belongs to a deed: by its clause, or by who went against whom."""

from collections.abc import Sequence

from truceline.coding.attribution import reporting
from truceline.coding.dates import When
from truceline.coding.draft import Draft
from truceline.coding.narrative import ANSWERS
from truceline.coding.places import Where
from truceline.coding.syntax.credit import saying
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.venues import stands_for
from truceline.coding.syntax.view import View
from truceline.terms.events import Place


def dates_it(view: View, when: When, node: int, kind: str = "") -> bool:
    """Return whether a date may be that of the deed at a node.

    A date inside a relative clause is not that of what stands outside it ("a town it had held since
    1998"), and one such as "two days after" is that of the clause it opens alone. What happened
    "after" the dated deed's clause, what had been done before it, and what is charged beside it
    have days of their own.

    Parameters
    ----------
    view : View
        The sentence.
    when : When
        A date of it.
    node : int
        Where the deed's word stands.
    kind : str, optional
        The deed's type.

    Returns
    -------
    bool
        True, too, where the parse leaves it open.
    """
    parse = view.parse
    if when.apart is None:
        inner = view.laid.node_of[when.last - 1]
        if _outside(parse, inner, node, ("acl",)) is not None:
            return False
        return not _beside(parse, inner, node, kind)
    mark = view.laid.node_of[when.last - 1]
    head = parse.heads[mark]
    if head >= 0 and parse.deps[head] == "nsubj":  # "after" read as its subject's preposition
        head = parse.heads[head]
    if parse.lows[mark] == ",":
        return node > mark
    return head >= 0 and node > mark and (node == head or head in parse.above(node))


def hangs_on(view: View | None, when: When, node: int) -> bool:
    """Return whether a date hangs on the word of the deed at a node itself."""
    if view is None or node < 0:
        return False
    words = {view.laid.node_of[each] for each in range(when.first, when.last)}
    heads = {view.parse.heads[each] for each in words} - words
    return node in heads


def said_on(view: View, when: When, node: int) -> bool:
    """Return whether a date is the day that a deed was told of: "police said on Friday"."""
    at = view.laid.node_of[when.last - 1]
    for each in (at, *view.parse.above(at)):
        if view.parse.is_verb(each):
            told = reporting(view.parse.lows[each], view.lexicons) or saying(view, each)
            return each != node and told is not None
        if view.parse.deps[each] not in TEMPORAL:
            return False
    return False


def in_past(view: View, when: When, node: int) -> bool:
    """Return whether a date hangs on another, past deed: "voted on Thursday to suspend it"."""
    at = view.laid.node_of[when.last - 1]
    for each in (at, *view.parse.above(at)):
        if view.parse.is_verb(each):
            return each != node and view.parse.tags[each] == "VBD"
    return False


def at_noun(view: View, when: When, node: int) -> bool:
    """Return whether a deed was done at what a date owns, or is told of it in a relative clause.

    So it is in "hurt at Sunday's march" and "Sunday's attack, which killed nine".
    """
    parse = view.parse
    owner = parse.heads[view.laid.node_of[when.last - 1]]
    if owner >= 0 and parse.tags[owner] == "NNP" and parse.heads[owner] >= 0:
        owner = parse.heads[owner]  # "Monday night's brawl"
    if owner < 0 or owner == node:
        return False
    if parse.case(owner) in ("at", "in", "during") and parse.heads[owner] == node:
        return True
    return any(
        parse.deps[each] == "acl" and parse.heads[each] == owner
        for each in (node, *parse.above(node))
    )


TEMPORAL = frozenset({"obl", "nmod", "compound", "nummod", "flat", "appos", "advmod", "amod"})


def _beside(parse: Parse, inner: int, node: int, kind: str) -> bool:
    """Return whether a deed stands in a clause beside the date that has a time of its own."""
    dated = {inner, *parse.above(inner)}
    for each in (node, *parse.above(node)):
        if each in dated:
            return False
        marks = {parse.lows[one] for one in parse.under(each, "mark", "case")}
        if parse.deps[each] == "advcl" and marks & APART:
            return True
        if parse.deps[each] in ("advcl", "acl", "parataxis") and kind in ANSWERS:
            return True
        had = any(parse.lows[one] in ("had", "has", "have") for one in parse.under(each, "aux"))
        if parse.deps[each] == "acl" and parse.subs[each] == "relcl" and had:
            return True
    return False


APART = frozenset({"after", "before", "because", "although", "though", "since", "following"})
"""What these open happened at another time than what it stands beside."""
OPEN = frozenset({"if", "unless", "until"})


def of_sentence(view: View | None, whens: Sequence[When]) -> list[When]:
    """Return the dates but those that stand in a relative clause: its day is not the story's."""
    if not whens or view is None or -1 not in view.parse.heads:
        return list(whens)
    root = view.parse.heads.index(-1)
    return [each for each in whens if each.apart is not None or dates_it(view, each, root)]


def own_places(
    view: View | None, places: Sequence[Where], draft: Draft, drafts: Sequence[Draft]
) -> list[Where]:
    """Return the places but those of another deed's clause: "bombed it before they met in Oslo".

    Parameters
    ----------
    view : View or None
        The sentence; without its parse all places are kept.
    places : sequence of Where
        The sentence's places.
    draft : Draft
        The deed.
    drafts : sequence of Draft
        All the sentence's deeds.

    Returns
    -------
    list of Where
        A place in a relative clause, or one of time or reason, is left out where something else
        happens in that clause.
    """
    if view is None or draft.node < 0:
        return list(places)
    parse, kept = view.parse, []
    for where in places:
        inner = view.laid.node_of[where.last - 1]
        if stands_for(view, where, inner, draft):
            continue
        told = told_at(view, inner, draft.node)
        if told != draft.own_words and (told or draft.type in ANSWERS):
            continue
        if draft.type in ANSWERS and not told and not _venue(view, where, inner, draft):
            continue
        clause = _outside(parse, inner, draft.node, ("acl", "advcl"))
        below = set() if clause is None else set(parse.subtree(clause))
        marks = set() if clause is None else {parse.lows[i] for i in parse.under(clause, "mark")}
        others = [each for each in drafts if each is not draft and each.node in below]
        if not marks & (APART | OPEN) and (not others or _of_those_hit(view, clause, draft)):
            kept.append(where)
    return kept


def told_at(view: View, inner: int, node: int) -> bool:
    """Return whether a place is where a deed was told of: "officials in Lima said"."""
    for each in (inner, *view.parse.above(inner)):
        if each == node:
            return False
        if view.parse.is_verb(each):
            told = reporting(view.parse.lows[each], view.lexicons) or saying(view, each)
            return told is not None
    return False


def _venue(view: View, where: Where, inner: int, draft: Draft) -> bool:
    """Return whether a place is where something was said or signed, not what was spoken of."""
    parse, at = view.parse, inner
    above = {draft.node, *parse.above(draft.node)}
    signed = ("obl", "nmod", "obj", "compound") if draft.type == "AGREE" else ("obl", "compound")
    first = where.first < draft.trigger.first
    while at not in above:
        if parse.deps[at] not in signed and not (first and _ahead(parse, at)):
            return False
        at = parse.heads[at]
    return where.cue in VENUES


def _ahead(parse: Parse, at: int) -> bool:
    """Return whether a word before the deed may lead from a place to it: "ministers meeting in"."""
    when = any(parse.lows[each] in ("when", "as", "after") for each in parse.under(at, "mark"))
    return parse.deps[at] in ("nsubj", "nmod", "acl") or (parse.deps[at] == "advcl" and when)


VENUES = frozenset({"in", "at", "near", "outside"})


def _of_those_hit(view: View, clause: int | None, draft: Draft) -> bool:
    """Return whether a relative clause says where those were whom an attack hit.

    So it is in "fired on a crowd that was demonstrating at Sharpeville".
    """
    parse = view.parse
    if clause is None or draft.type != "ASSAULT" or parse.deps[clause] != "acl":
        return False
    noun = parse.heads[clause]
    return parse.deps[noun] in ("obj", "obl") and parse.heads[noun] == draft.node


def _outside(parse: Parse, inner: int, node: int, parts: tuple[str, ...]) -> int | None:
    """Return the head of the finite clause that a node lies in and the deed outside of, or None."""
    mine = {node, *parse.above(node)}
    for each in (inner, *parse.above(inner)):
        if each in mine:
            return None
        clause = parse.deps[each] in parts and (
            parse.subs[each] == "relcl" or parse.deps[each] != "acl")  # fmt: skip
        if clause and _finite(parse, each):
            return each
    return None


def _finite(parse: Parse, node: int) -> bool:
    return parse.tags[node] in FINITE or any(
        parse.tags[each] in FINITE for each in parse.under(node, "aux", "cop")
    )


FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def leaves(draft: Draft, place: Place | None) -> bool:
    """Return whether an attack goes from the state of a place to another: it fell elsewhere."""
    home = place.holder if place is not None else None
    sides = [{each.code for each in side} for side in (draft.source, draft.target)]
    return home in sides[0] and bool(sides[1] - {None, home}) and home not in sides[1]


def shares(drafts: list[Draft], draft: Draft) -> bool:
    """Return whether all events after one have its doer; then they share its when and where."""
    if draft is drafts[-1]:
        return True
    following = drafts[drafts.index(draft) + 1 :]
    return all(each.inherited and each.source == draft.source for each in following)
