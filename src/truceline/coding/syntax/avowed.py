"""Verbs that accuse or concede elsewhere and here only say who tells what else is told."""

from collections.abc import Mapping

from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

ADMITTING = word_set("admit concede acknowledge confess avow own take")
TELLING = word_set("allege complain suggest admit concede acknowledge confess")
"""After what is told, or between commas, these say who tells it."""
APART = frozenset({",", "-", "–", "—"})
OUGHT = word_set("should would could may might must can")
FORCE = frozenset({"ASSAULT", "COERCE"})


def only_says(view: View, draft: Draft, told: Mapping[int, Trigger]) -> bool:
    """Return whether a verb of accusing or conceding only says who tells the rest.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With its source, target and status.
    told : mapping
        The triggers of the sentence by their nodes.

    Returns
    -------
    bool
        True for "…, the army alleged", for "alleges that", and for what is admitted that is no
        deed of force of one's own: an admission is a concession only where a state owns to one.
    """
    parse, node = view.parse, draft.node
    lemma = parse.lemmas[node] if node >= 0 else ""
    if lemma in TELLING and draft.type in ("ACCUSE", "CONCEDE", "REQUEST") and _apart(view, node):
        return True
    if lemma == "allege" and draft.type == "ACCUSE" and parse.under(node, "ccomp"):
        return True
    return lemma in ADMITTING and draft.type == "CONCEDE" and not _owns(view, draft, told)


def _apart(view: View, node: int) -> bool:
    """Return whether a verb and its subject stand after what is told, or within it."""
    parse = view.parse
    own = parse.under(node, "nsubj")
    if not own or parse.under(node, "obj", "xcomp", "iobj"):
        return False
    if any(each > node for each in parse.under(node, "ccomp")):
        return False
    first = parse.subtree(own[0])[0]
    return first > 1 and parse.lows[first - 1] in APART


def _owns(view: View, draft: Draft, told: Mapping[int, Trigger]) -> bool:
    """Return whether a state owns to something that it did to others."""
    parse, node = view.parse, draft.node
    if parse.lemmas[node] in ("admit", "concede", "acknowledge") and parse.under(node, "obj"):
        return True  # "conceded defeat"
    state = any(each.code and each.sector != "REB" for each in draft.source)
    if not state or draft.reading.status != "happened":
        return False
    clauses = parse.under(node, "ccomp", "xcomp")
    if not clauses:
        return True
    return any(_forced(view, each, told) or _ought(view, each) for each in clauses)


def _ought(view: View, clause: int) -> bool:
    return any(view.parse.lows[each] in OUGHT for each in view.parse.under(clause, "aux"))


def _forced(view: View, clause: int, told: Mapping[int, Trigger]) -> bool:
    """Return whether a clause tells a deed of force that somebody did."""
    for each in (clause, *view.parse.under(clause, "conj", "xcomp")):
        trigger = told.get(each)
        if trigger is not None and trigger.type in FORCE and not trigger.passive:
            return True
    return False
