"""Whose weapons were shot down: they are the target, whether or not somebody is named for it."""

from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import agents, goals, subjects
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

DOWNING = word_set("intercept down shoot destroy neutralise neutralize")
FLYING = word_set(
    "missile rocket drone projectile mortar shell jet plane aircraft warplane bomber helicopter "
    "gunship balloon uav"
)
SENT = word_set("fired launched sent coming arriving incoming")


def downed(view: View, draft: Draft) -> None:
    """Let the owner of what was shot down be the target, and never the one who did it.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        An attack; in "Three Iranian missiles were intercepted" nobody is its source.
    """
    parse, node = view.parse, draft.node
    if draft.type == "PROTEST" and draft.trigger.passive and parse.lemmas[node] == "strike":
        draft.trigger = replace(draft.trigger, type="ASSAULT", mode=None, kind="contact")
    if draft.type != "ASSAULT" or node < 0 or parse.lemmas[node] not in DOWNING:
        return
    if parse.lemmas[node] == "shoot" and "down" not in parse.lows[node + 1 :]:
        return
    passive = draft.trigger.passive
    held = subjects(view, node)[0] if passive else parse.under(node, "obj")
    flying = [each for each in held if parse.lemmas[each] in FLYING]
    owners = [one for each in flying for one in _owners(view, each)]
    if not owners:
        return
    if passive:
        by = [one for each in agents(view, node) for one in parties(view, each)]
        draft.source = [one for one in by if one not in owners]
        draft.target = owners
    elif not any(each.code for each in draft.target):
        own = {each.code for each in draft.source}
        draft.target = [one for one in owners if one.code not in own] or draft.target


def _owners(view: View, node: int) -> list[Actor]:
    """Return whose a weapon was, or from where it came: "a missile fired from Yemen"."""
    parse = view.parse
    own = [one for one in parties(view, node) if one.code]
    clauses = [each for each in parse.under(node, "acl") if parse.lows[each] in SENT]
    return own or [one for one in goals(view, [node, *clauses], only=("from",)) if one.code]
