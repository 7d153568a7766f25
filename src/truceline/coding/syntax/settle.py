"""Who it was done to after all: rules that need the type of a deed and what stands around it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.syntax.alien import alien
from truceline.coding.syntax.answering import answer
from truceline.coding.syntax.arguments import agents, doers, goals, placed, subjects
from truceline.coding.syntax.faced import (
    CONDITIONAL,
    FACED,
    HOSTILE,
    against,
    before_gates,
    blamed,
    dealt_with,
    held_by,
    meant,
    only_other,
    shot_down,
    sued,
    taken_from,
    until,
)
from truceline.coding.syntax.met import together
from truceline.coding.syntax.nominals import FACING, is_abstract
from truceline.coding.syntax.parse import CLAUSAL
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import OUTSIDE, View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor
from truceline.terms.ontology import TYPES

THROWN = word_set(
    "stone rock bottle brick bomb shell missile rocket drone round bullet shot grenade torpedo "
    "mortar projectile firebomb lorry truck car van vehicle gas canister salvo barrage fire "
    "mine artillery munition warhead spear arrow water cannon spray pepper truncheon baton whip "
    "sarin agent chlorine napalm force"
)
AIMED = ("at", "into", "on", "onto", "upon", "against", "towards", "toward", "over", "across")
BETWEEN_STATES = frozenset({
    "SANCTION", "CONSULT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "AID", "AGREE",
    "COOPERATE",
})  # fmt: skip
"""Types whose two sides are seldom of one state."""
FACED_ALL = FACING | {f"{each}s" for each in FACING}
"""Of these words nobody's owner is meant."""
ANSWERS = frozenset({"ACCUSE", "REJECT", "SUPPORT", "AGREE"})


def settle(view: View, draft: Draft, before: Sequence[Draft]) -> None:
    """Correct the target of a draft by what its type says of where a target stands.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With source and target as the voice of its verb gives them; it is changed.
    before : sequence of Draft
        The events told before it in the sentence.
    """
    if draft.node < 0 or draft.trigger.form == "noun" or together(draft):
        return
    draft.target = [] if _shut(view, draft) else draft.target
    alien(view, draft)
    if answer(view, draft, before):
        return
    if _each_other(view, draft):
        return
    for rule in RULES_OF[draft.type]:
        if found := rule(view, draft, before):
            fresh = [each for each in found if each not in draft.source]
            if fresh:
                draft.target = fresh
                return


def _each_other(view: View, draft: Draft) -> bool:
    """Let what two do to "each other", or each to "the other", be done to both."""
    parse = view.parse
    if "other" not in parse.lows and "another" not in parse.lows:
        return False
    below = parse.under(draft.node, "obj", "iobj", "obl")
    if not any(parse.lows[each] in ("other", "another") for each in below):
        return False
    if len({each.code for each in draft.source if each.code}) < 2:
        return False
    draft.target = list(draft.source)
    draft.basis["reciprocal"] = "each to the other"
    return True


GATES = word_set("airspace border frontier crossing port airport gate strait road")


def _shut(view: View, draft: Draft) -> bool:
    """Return whether somebody shuts or opens only what is his own: "closed its airspace"."""
    if draft.trigger.mode not in ("restrict", "access"):
        return False
    own = {each.code for each in draft.source if each.code}
    aimed = {each.code for each in draft.target if each.code}
    return bool(_gates(view, draft)) and bool(own) and aimed <= own


def _gates(view: View, draft: Draft) -> list[int]:
    return [
        each for each in view.parse.under(draft.node, "obj") if view.parse.lemmas[each] in GATES
    ]


def _beyond(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return who lies behind a gate that was shut or opened: "its crossing with Belarus"."""
    if draft.trigger.mode not in ("restrict", "access") or draft.target:
        return []
    own = {each.code for each in draft.source}
    gates = _gates(view, draft)
    around = [*gates, draft.node]
    found = goals(view, around, only=("with", "to", "into")) if gates else []
    return [each for each in found if each.code and each.code not in own]


def _thrown_at(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return whom something was thrown or fired at, where that is the object."""
    parse = view.parse
    arms = view.avoid - view.dated
    held = [each for each in parse.under(draft.node, "obj")
            if parse.lemmas[each] in THROWN or view.token(each) in arms]  # fmt: skip
    aims = goals(view, [*held, draft.node], only=AIMED) if held else []
    if aims or not held:
        return aims
    return [one for clause in parse.under(draft.node, "xcomp", "advcl", "acl")
            for each in parse.under(clause, "obj") for one in parties(view, each)]  # fmt: skip


def _done_by(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return whose deed or word it is: "condemned a raid by X", "rejected an offer made by X"."""
    for held in view.parse.under(draft.node, "obj"):
        made = [each for each in view.parse.under(held, "acl") if view.parse.tags[each] == "VBN"]
        words = [held, *made] if draft.type == "ACCUSE" else made
        for each in (one for word in words for one in agents(view, word)):
            return parties(view, each)
    return []


def _imposed(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return on whom was laid what is lifted or renewed: "eased a ban imposed on Mali"."""
    parse = view.parse
    return [
        one for held in parse.under(draft.node, "obj") for clause in parse.under(held, "acl")
        if parse.lemmas[clause] in LAID
        for one in goals(view, [clause], only=("on", "against", "upon"))
    ]  # fmt: skip


LAID = frozenset({"impose", "place", "slap", "lay", "levy", "clamp", "direct", "aim"})


def _ruled(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return the land under martial law or a curfew: where it says, else the ruler's own."""
    held = view.parse.under(draft.node, "obj")
    ruled = any(
        view.parse.lemmas[each] in CURBS or (
            view.parse.lemmas[each] in CURBS_OF and any(
                view.parse.lemmas[below] in CURBS_OF[view.parse.lemmas[each]]
                for below in view.parse.children[each]))
        for each in held
    )  # fmt: skip
    if not ruled or not draft.source:
        return []
    own = (each.code for each in draft.source if each.code not in OUTSIDE)
    code = next(own, view.home)
    land = [each if each.code else replace(each, code=code)
            for each in goals(view, [draft.node, *held], only=OVER)]  # fmt: skip
    return land or ([Actor(code, code)] if code else [])


CURBS = frozenset({"curfew", "lockdown"})
CURBS_OF = {"law": ("martial",), "state": ("emergency", "siege", "exception", "war"),
            "rule": ("emergency", "martial")}  # fmt: skip
OVER = ("in", "on", "over", "across", "throughout")


def _claimed(view: View, draft: Draft, before: Sequence[Draft]) -> list[Actor]:
    """Return whose claim or move it is: "…, a charge that Iran rejected"."""
    parse, node = view.parse, draft.node
    coded = any(each.code for each in draft.target)
    if parse.deps[node] != "acl" or coded:
        return []
    noun = parse.heads[node]
    if not is_abstract(view, noun):
        return []
    for above in parse.above(noun):
        if parse.is_verb(above):
            known = [each for each in before if each.node == above]
            who = known[0].source if known else doers(view, subjects(view, above)[0])
            return [each for each in who if each.code]
    return [each for each in before[-1].source if each.code] if before else []


def _another(view: View, draft: Draft, _: Sequence[Draft]) -> list[Actor]:
    """Return another state named under the verb, where the target is the source's own or nobody."""
    own = {each.code for each in draft.source if each.code}
    aimed = {each.code for each in draft.target if each.code}
    within = any(each.sector in ("REB", "OPP") for each in (*draft.source, *draft.target))
    if not own or not aimed <= own or (aimed and within):
        return []
    powers = {each.sector for each in draft.target} - {None}
    unlike = powers <= POWERS and not powers & {each.sector for each in draft.source}
    if draft.type in ("REQUEST", "REJECT", "ACCUSE") and powers and unlike:
        return []  # a parliament and its own prime minister
    if not aimed and any(each.text.lower().split()[-1] in FACED_ALL for each in draft.target):
        return []
    here = placed(view, [draft.node, *view.parse.under(draft.node, "obj")])
    for each in _named_under(view, draft.node):
        met = draft.type in ("CONSULT", "AGREE", "COOPERATE") and each in here
        if each.code and each.code not in own and not met:
            return [each]
    return []


POWERS = frozenset({"GOV", "LEG", "JUD", "COP"})


def _named_under(view: View, node: int) -> Iterator[Actor]:
    """Yield those named under a verb, no clause and no subject between."""
    parse = view.parse
    level = [each for each in parse.children[node]
             if parse.deps[each] in ("obj", "iobj", "obl") or _purpose(view, each)]  # fmt: skip
    while level:
        each = level.pop(0)
        mention = view.mention_at.get(each) or view.inside.get(each)
        if mention is not None and mention.kind != "none":
            if mention.kind in TOWNS and stands(view, each):
                continue
            yield from mention.actors
        elif view.place_of(each) is not None:
            if stands(view, each):
                continue
            yield from parties(view, each)
        level += [below for below in parse.children[each]
                  if parse.deps[below] not in CLAUSAL or parse.tags[below] == "VBN"
                  or _purpose(view, below)]  # fmt: skip


TOWNS = frozenset({"capital", "name"})
STANDING = frozenset({"in", "at", "near", "around", "outside", "from"})
POSTS = word_set("embassy consulate mission ambassador envoy government authority regime junta")


def stands(view: View, node: int) -> bool:
    """Return whether a town says only where somebody or something is: "the Committee in Geneva"."""
    parse = view.parse
    around = (parse.lemmas[parse.heads[node]], parse.lemmas[max(0, node - 2)])
    return parse.case(node) in STANDING and POSTS.isdisjoint(around)


def _purpose(view: View, node: int) -> bool:
    """Return whether a clause is an infinitive without a subject: "agreed to open its borders"."""
    parse = view.parse
    return (
        parse.deps[node] in ("xcomp", "advcl", "acl", "ccomp")
        and parse.tags[node] == "VB"
        and (
            not parse.under(node, "nsubj")
            and any(parse.lows[each] == "to" for each in parse.under(node, "mark"))
        )
    )


Rule = Callable[[View, Draft, Sequence[Draft]], list[Actor]]
RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (blamed, frozenset(TYPES)),
    (_ruled, frozenset({"COERCE"})),
    (_imposed, frozenset(TYPES)),
    (dealt_with, frozenset({"SANCTION", "CONCEDE"})),
    (taken_from, frozenset(TYPES)),
    (held_by, frozenset({"REQUEST"})),
    (_thrown_at, frozenset({"ASSAULT"})),
    (sued, frozenset({"ACCUSE"})),
    (_done_by, frozenset({"ACCUSE", "REJECT"})),
    (_beyond, frozenset(TYPES)),
    (_claimed, ANSWERS),
    (against, HOSTILE),
    (_another, BETWEEN_STATES),
    (until, CONDITIONAL),
    (meant, frozenset(TYPES)),
    (shot_down, frozenset({"ASSAULT"})),
    (before_gates, frozenset({"PROTEST", "MOBILIZE"})),
    (only_other, FACED),
)
"""What is asked in turn, and the types of deed that it is asked of."""
RULES_OF: dict[str, tuple[Rule, ...]] = {
    kind: tuple(rule for rule, kinds in RULES if kind in kinds) for kind in TYPES
}
