"""Whose a deed is that is told of a thing: "the embassy was reopened".

A passive without "by" names its doer beside the thing, or not at all.
"""

from collections.abc import Callable
from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import agents, doers_of_noun, goals, subjects
from truceline.coding.syntax.brought import GOODS
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

PUTTING_OFF = word_set("delay postpone suspend cancel")
HELD = word_set("held seized captured kidnapped abducted taken")
RAIDING = word_set("raid operation rescue rescued army troops soldiers police commandos forces")
RELIEF = word_set("aid relief humanitarian food")

SENT = GOODS | {"shipment", "consignment"}
"""What is given by the state that it is from; flights and lorries only pass through it."""


def whose(view: View, draft: Draft) -> None:
    """Give a deed that is told of a thing to those whose it is.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        Of a verb, with its source and target; these, its trigger and its status are changed.
    """
    if draft.trigger.form == "noun":
        return
    for rule in PASSIVE if draft.trigger.passive else ACTIVE:
        if rule(view, draft):
            return


def _called_off(view: View, draft: Draft) -> bool:
    """Let talks that nobody is said to have put off be refused to no host: "a summit in Rome"."""
    if draft.type not in ("REJECT", "SANCTION") or draft.source:
        return False
    own = [each for each in subjects(view, draft.node)[0]
           if each in view.nouns and view.nouns[each][2].kind in ("talks", "visit")]  # fmt: skip
    if not own:
        return False
    sides = goals(view, [*own, draft.node], only=("with", "between"))
    both = len({each.code for each in sides if each.code}) > 1
    draft.target = [] if both else sides  # of both the noun itself tells
    return True


def _of_noun(view: View, draft: Draft) -> bool:
    """Let whose deed a noun is be who did it: "the release of X by Russia was announced"."""
    if draft.type != "RETREAT" or draft.source:
        return False
    for each in subjects(view, draft.node)[0]:
        if each not in view.nouns or view.nouns[each][2].kind not in ("pullout", "release"):
            continue
        draft.source = doers_of_noun(view, each)
        if view.nouns[each][2].kind == "pullout":
            draft.source = draft.source or goals(view, [each], only=("of",))
            draft.target = goals(view, [each], only=("from",))
        draft.target = [one for one in draft.target if one not in draft.source]
        return True
    return False


def _freed(view: View, draft: Draft) -> bool:
    """Let who held people be who freed them, where no raid is told of."""
    parse = view.parse
    if draft.type != "RETREAT" or draft.source or RAIDING.intersection(parse.lows):
        return False
    for each in subjects(view, draft.node)[0]:
        held = [at for at in parse.under(each, "acl") if parse.lows[at] in HELD]
        by = [one for at in held for agent in agents(view, at) for one in parties(view, agent)]
        if by:
            draft.source = by
            draft.target = [one for one in draft.target if one not in by]
            return True
    return False


def _embassy(view: View, draft: Draft) -> bool:
    """Read an embassy's owner as who opens or shuts it, and where it stands as to whom."""
    if draft.source or draft.type not in ("SUPPORT", "SANCTION"):
        return False
    own = [each for each in subjects(view, draft.node)[0]
           if view.parse.lemmas[each] in ("embassy", "consulate")]  # fmt: skip
    owner = doers_of_noun(view, own[0]) if own else []
    if not any(each.code for each in owner):
        return False
    hosts = goals(view, [own[0], draft.node], only=("in", "at"))
    draft.source = [replace(each, sector=None) for each in owner]
    draft.target = [each for each in hosts if each.code != owner[0].code]
    return True


def _given(view: View, draft: Draft) -> bool:
    """Tell who gave aid from who got it: "aid from X was delivered to Y"."""
    if draft.type != "AID" or draft.source:
        return False
    own = [each for each in subjects(view, draft.node)[0] if view.parse.lemmas[each] in SENT]
    givers = [each for each in goals(view, [*own, draft.node], only=("from",)) if each.code]
    if not own or not givers:
        return False
    draft.source = givers
    draft.target = goals(view, [draft.node, *own], only=("to", "into", "in", "for"))
    draft.target = [each for each in draft.target if each not in givers]
    return True


def _swapped(_: View, draft: Draft) -> bool:
    """Let those who exchange prisoners, and no prisoners, be the two sides."""
    if draft.trigger.kind != "exchange":
        return False
    draft.target = [each for each in draft.target if each.code and each.sector != "PRS"]
    if not draft.target and len(draft.source) > 1:
        draft.source, draft.target = draft.source[:1], draft.source[1:]
    return True


def _put_off(view: View, draft: Draft) -> bool:
    """Read what is put off as not done: "delayed its withdrawal"."""
    off = draft.trigger.light is not None and view.parse.lemmas[draft.node] in PUTTING_OFF
    if off and draft.type == "RETREAT" and draft.reading.status == "happened":
        draft.reading = replace(draft.reading, status="failed")
        return not draft.trigger.passive
    return False


def _resumed(view: View, draft: Draft) -> bool:
    """Read deliveries of aid that are taken up again as aid."""
    parse, node = view.parse, draft.node
    if draft.type != "RETREAT" or parse.lemmas[node] not in ("resume", "restart"):
        return False
    below = [at for each in parse.under(node, "obj") for at in (each, *parse.under(each, "compound",
             "amod", "nmod"))]  # fmt: skip
    if any(parse.lows[each] in RELIEF for each in below):
        draft.trigger = replace(draft.trigger, type="AID", mode="humanitarian", kind="other")
        return True
    return False


def _came_from(view: View, draft: Draft) -> bool:
    """Let soldiers that enter a town from another state be that state's."""
    parse, node = view.parse, draft.node
    if draft.trigger.kind != "taken" or parse.lemmas[node] not in ("enter", "cross", "reach"):
        return False
    origin = [each for each in goals(view, [node], only=("from",)) if each.code]
    entered = [one for each in parse.under(node, "obj") for one in parties(view, each) if one.code]
    own = subjects(view, node)[0]
    named = any(each.kind == "state" for at, each in view.mention_at.items()
                if any(at in parse.subtree(one) for one in own))  # fmt: skip
    if not origin or not entered or named or origin[0].code == entered[0].code:
        return False
    if not draft.source or any(each.sector != "MIL" for each in draft.source):
        return False
    draft.source = [replace(each, code=origin[0].code) for each in draft.source]
    draft.target = entered
    return True


Rule = Callable[[View, Draft], bool]
PASSIVE: tuple[Rule, ...] = (_put_off, _called_off, _of_noun, _freed, _embassy, _given, _swapped)
ACTIVE: tuple[Rule, ...] = (_put_off, _resumed, _came_from)
