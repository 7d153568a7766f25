"""Whether a date or a place belongs to a deed's clause, by the parse of its sentence."""

from collections.abc import Sequence

from truceline.coding.dates import When
from truceline.coding.draft import Draft
from truceline.coding.places import Where
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.view import View


def dates_it(view: View, when: When, node: int) -> bool:
    """Return whether a date may be that of the deed at a node.

    A date inside a relative clause is not that of what stands outside it ("a town it had held since
    1998"), and one such as "two days after" is that of the clause it opens alone.

    Parameters
    ----------
    view : View
        The sentence.
    when : When
        A date of it.
    node : int
        Where the deed's word stands.

    Returns
    -------
    bool
        True, too, where the parse leaves it open.
    """
    parse = view.parse
    if when.apart is None:
        return _outside(parse, view.laid.node_of[when.first], node, ("acl",)) is None
    mark = view.laid.node_of[when.last - 1]
    head = parse.heads[mark]
    if head >= 0 and parse.deps[head] == "nsubj":  # "after" read as its subject's preposition
        head = parse.heads[head]
    if parse.lows[mark] == ",":
        return node > mark
    return head >= 0 and node > mark and (node == head or head in parse.above(node))


def of_sentence(view: View | None, whens: Sequence[When]) -> list[When]:
    """Return the dates but those that stand in a relative clause: its day is not the story's."""
    if view is None or -1 not in view.parse.heads:
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
        inner = view.laid.node_of[where.first]
        clause = _outside(parse, inner, draft.node, ("acl", "advcl"))
        below = set() if clause is None else set(parse.subtree(clause))
        if not any(each.node in below for each in drafts if each is not draft):
            kept.append(where)
    return kept


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
