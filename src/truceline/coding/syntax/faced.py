"""Whom a deed faces where its verb leaves it open: rules that look further in the sentence."""

from collections.abc import Sequence

from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import agents, goals
from truceline.coding.syntax.manner import BLAMED, guilty
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor


def until(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return of whom a refusal, a threat or a promise makes a condition: "until Cuba agrees"."""
    parse = view.parse
    own = {each.code for each in draft.source if each.code}
    others = {each.code for each in draft.target if each.code} - own
    within = any(each.sector in ("REB", "OPP") for each in draft.target)
    if draft.type not in CONDITIONAL or not own or others or within:
        return []
    first = draft.node
    for node in [first, *(each for each in parse.subtree(first) if parse.deps[each] == "advcl")]:
        marks = {parse.lows[each] for each in parse.under(node, "mark", "advmod")}
        if node == first or not marks & {"until", "unless", "if", "till"}:
            continue
        for each in parse.under(node, "nsubj"):
            who = [one for one in parties(view, each) if one.code and one.code not in own]
            if who:
                return who
    return []


CONDITIONAL = frozenset({"REJECT", "THREATEN", "AGREE", "REQUEST"})


def blamed(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return whom somebody said to be responsible: "said the rebels were behind the blast"."""
    if draft.trigger.entry != BLAMED.lemma:
        return []
    return [one for each in guilty(view.parse, draft.node) for one in parties(view, each)]


def sued(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return against whom a court or a judge was called: "filed a suit in Paris against X"."""
    parse = view.parse
    held = [each for each in parse.under(draft.node, "obj") if parse.lemmas[each] in SUITS]
    if not held:
        return []
    for each in parse.subtree(draft.node):
        if parse.case(each) == "against" and parse.deps[each] in ("obl", "nmod"):
            return parties(view, each)
    return []


SUITS = frozenset({"lawsuit", "suit", "complaint", "case", "charge", "petition", "indictment"})


def against(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return whom "against" names, however far below: "mobilised for a war against Iraq"."""
    plain = all(not each.code and each.text[:1].islower() for each in draft.target)
    if not plain or (draft.target and draft.type != "MOBILIZE"):
        return []
    parse = view.parse
    for each in parse.subtree(draft.node):
        if parse.case(each) == "against" and parse.deps[each] in ("obl", "nmod"):
            who = parties(view, each)
            if who:
                return who
    return []


HOSTILE = frozenset({"MOBILIZE", "ACCUSE", "SANCTION", "THREATEN", "COERCE", "ASSAULT"})


def meant(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return whom "it" or "them" is, where the doer and "it" share a clause: "…, accusing it of".

    The one named last before it who is not the doer.
    """
    parse = view.parse
    below = [each for each in parse.under(draft.node, "obj", "iobj")
             if parse.lows[each] in OBJECTS]  # fmt: skip
    if not below:
        return []
    own = {each.code for each in draft.source if each.code}
    if not own or any(each.code for each in draft.target):
        return []
    at = view.token(below[0])
    for mention in reversed(view.mentions):
        who = [each for each in mention.actors if each.code and each.code not in own]
        if mention.last <= at and who:
            return who
    return []


def shot_down(view: View, draft: Draft, before: Sequence[Draft]) -> list[Actor]:
    """Return whose missiles were shot down: those of the attack told just before."""
    if any(each.code for each in draft.target):
        return []
    if view.parse.lemmas[draft.node] not in ("intercept", "down", "shoot", "suppress", "destroy",
                                             "repel", "thwart"):  # fmt: skip
        return []
    own = {each.code for each in draft.source if each.code}
    for each in reversed(before):
        if each.type == "ASSAULT" and each.source:
            return [one for one in each.source if one.code and one.code not in own]
    return []


def only_other(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return the one other party that the sentence names, where a deed between two has no target.

    Places and those who only say so are no party.
    """
    own = {each.code for each in draft.source if each.code}
    if not own or draft.target:
        return []
    found: dict[str, Actor] = {}
    for mention in view.mentions:
        if mention.kind in ("thing", "none", "name"):
            continue
        node = view.head_of(mention.first, mention.last)
        where = mention.kind in ("state", "capital") and view.parse.case(node) in AWAY
        if where or view.parse.case(node) == "according":
            continue
        for each in mention.actors:
            if each.code and each.code not in own:
                found.setdefault(each.code, each)
    return list(found.values()) if len(found) == 1 else []


AWAY = ("in", "at", "near", "by", "from", "to")
FACED = frozenset({
    "ACCUSE", "THREATEN", "SANCTION", "SUPPORT", "REQUEST", "REJECT", "AGREE", "MOBILIZE",
})  # fmt: skip
OBJECTS = word_set("it them him her")


def taken_from(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return whom a place was taken from: "retook Bariire from al-Shabaab", "a base held by X"."""
    given = view.parse.lemmas[draft.node] in ("hand", "return", "give", "turn", "surrender")
    if draft.trigger.mode != "seize" and not given:
        return []
    held = view.parse.under(draft.node, "obj")
    case = "to" if given else "from"
    found = [each for each in goals(view, [draft.node, *held], only=(case,)) if each.code]
    return found or ([] if given else _by_others(view, held))


def held_by(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return who holds those whose release is asked for: "the release of girls taken by X"."""
    parse = view.parse
    freed = [each for each in parse.under(draft.node, "obj", "obl")
             if parse.lemmas[each] in FREEING]  # fmt: skip
    return _by_others(view, [below for each in freed for below in parse.under(each, "nmod")])


FREEING = frozenset({"release", "return", "freedom", "freeing", "handover"})


def _by_others(view: View, held: Sequence[int]) -> list[Actor]:
    """Return who did to a noun what it is known for: "a base seized by rebels"."""
    parse = view.parse
    clauses = [below for each in held for below in parse.under(each, "acl")]
    agent = [one for each in clauses if parse.tags[each] == "VBN" for one in agents(view, each)]
    return [each for one in agent for each in parties(view, one) if each.code]


def dealt_with(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return with whom trade is stopped, or to whom one yields: "barred sales of arms to both"."""
    known = any(each.code for each in draft.target)
    cases = YIELDED.get(draft.type, ())
    if not cases or known:
        return []
    around = [draft.node, *view.parse.under(draft.node, "obj")]
    return [each for each in goals(view, around, only=cases) if each.code]


YIELDED = {"SANCTION": ("to", "with", "against", "on"), "CONCEDE": ("to",)}


def before_gates(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return whose embassy a crowd stood at, or near whose land drills were held."""
    parse = view.parse
    if any(each.code for each in draft.target):
        return []
    own = {each.code for each in draft.source if each.code}
    crowd = draft.type == "PROTEST"
    if not crowd and not (own and not DRILLS.isdisjoint(parse.lemmas)):
        return []
    heads = [draft.node, *parse.under(draft.node, "obj")]
    for each in [below for head in heads for below in parse.under(head, "obl", "nmod")]:
        embassy = parse.lemmas[each] in EMBASSIES
        at = parse.case(each) in (CLOSE if embassy else NEARBY)
        if at and (embassy or (not crowd and parse.tags[each] == "NNP")):
            who = [one for one in parties(view, each) if one.code and one.code not in own]
            if who:
                return who
    return []


CLOSE = frozenset({"outside", "near", "at", "in front of", "in", "around", "off"})
NEARBY = frozenset({"near", "around", "off"})
EMBASSIES = frozenset({"embassy", "consulate", "mission"})
DRILLS = frozenset({"exercise", "drill", "manoeuvre", "maneuver"})
