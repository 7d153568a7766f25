"""Who did it after all: rules for a deed whose verb has no doer of its own."""

from collections.abc import Callable

from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import agents, doers, goals, subjects
from truceline.coding.syntax.find import is_passive
from truceline.coding.syntax.parties import owned_by, parties
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

OWNING_UP = word_set("claim admit acknowledge confess apologise apologize regret own concede")
"""Verbs whose subject did what their object names."""
FIGHT = word_set(
    "gunbattle gunfight battle clash fighting firefight shootout skirmish exchange fight raid "
    "operation attack ambush strike airstrike shelling bombing bombardment blast offensive assault"
)


def originate(view: View, draft: Draft) -> None:
    """Give a deed without a coded doer the one that the words around it tell.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With source and target as the voice of its verb gives them; it is changed.
    """
    if draft.node < 0 or draft.trigger.form == "noun" or any(each.code for each in draft.source):
        return
    for rule in RULES:
        found = rule(view, draft)
        if found:
            draft.source = found
            draft.target = [each for each in draft.target if each not in found]
            return
    draft.source = [each for each in draft.source if not _is_weapon(view, draft, each)]


def _is_weapon(view: View, draft: Draft, actor: Actor) -> bool:
    """Return whether a deed is laid to a weapon or a vehicle that is nobody's: "Scuds hit …"."""
    parse, arms = view.parse, view.avoid - view.dated
    return actor.code is None and actor.sector is None and any(
        (view.token(each) in arms or parse.lemmas[each].lower() in CARRIERS)
        and actor.text.endswith(parse.words[each])
        for each in subjects(view, draft.node)[0]
    )  # fmt: skip


def _by_weapon(view: View, draft: Draft) -> list[Actor]:
    """Return whose weapon it was: "American bombs hit …", "a torpedo fired by a submarine …"."""
    parse, arms = view.parse, view.avoid - view.dated
    for each in subjects(view, draft.node)[0]:
        if view.token(each) not in arms and parse.lemmas[each] not in PROJECTILES:
            continue
        head = parse.heads[each]
        if head >= 0 and parse.deps[each] == "obj" and parse.lemmas[head] in SENDING:
            return doers(view, subjects(view, head)[0])
        for below in (each, *parse.under(each, "nmod", "compound")):
            for clause in parse.under(below, "acl"):
                for who in agents(view, clause):
                    return parties(view, who)
        for below in parse.under(each, "nmod"):
            if parse.case(below) == "from":
                return parties(view, below)
        return [one for one in owned_by(view, each, doer=True) if one.code]
    return []


PROJECTILES = word_set("shell missile rocket bomb drone torpedo mine bullet plane jet warplane")


CARRIERS = PROJECTILES | word_set("truck lorry bus van car vehicle convoy aircraft helicopter")


def _fired_from(view: View, draft: Draft) -> list[Actor]:
    """Return from whose positions something was fired: "was fired from Serb positions"."""
    if view.parse.lemmas[draft.node] not in SENDING:
        return []
    return [each for each in goals(view, [draft.node], only=("from",)) if each.code]


SENDING = word_set("fire launch lay plant drop lob send shoot loose hurl")


def _by_later(view: View, draft: Draft) -> list[Actor]:
    """Return who follows "by" where it hangs elsewhere: "driven out, the UN said, by police"."""
    parse = view.parse
    if not is_passive(parse, draft.node):
        return []
    for each in range(draft.node + 1, len(parse.words)):
        if parse.tags[each] in ("VBN", "VBD") and parse.under(each, "nsubj"):
            said = view.parse.lows[each] in view.lexicons.cues["reporting.reported"]
            if not said:
                return []
        if parse.case(each) == "by" and parse.deps[each] in ("obl", "nmod", "conj"):
            return [one for one in parties(view, each) if one.code]
    return []


def _owned_up(view: View, draft: Draft) -> list[Actor]:
    """Return who answers for it: "apologised for a strike that killed ten"."""
    parse, at = view.parse, draft.node
    if draft.type not in ("ASSAULT", "COERCE") or parse.deps[at] != "acl":
        return []
    for above in parse.above(at):
        if parse.is_verb(above):
            own_up = parse.lemmas[above] in OWNING_UP
            return doers(view, subjects(view, above)[0]) if own_up else []
    return []


def _fought_with(view: View, draft: Draft) -> list[Actor]:
    """Return whom those hit were fighting: "killed in a gunbattle with rebels", "in a raid by"."""
    parse = view.parse
    if draft.type != "ASSAULT" or not is_passive(parse, draft.node):
        return []
    places = [draft.node, *parse.under(draft.node, "conj", "advcl")]
    for noun in (each for node in places for each in parse.under(node, "obl", "nmod")):
        if parse.lemmas[noun] not in FIGHT and noun not in view.nouns:
            continue
        for each in parse.under(noun, "nmod", "obl"):
            if parse.case(each) in ("with", "by"):
                return parties(view, each)
        owners = owned_by(view, noun, doer=True)
        if owners and parse.case(noun) in ("in", "by", "during"):
            return owners
    return []


Rule = Callable[[View, Draft], list[Actor]]
RULES: tuple[Rule, ...] = (_by_weapon, _fired_from, _by_later, _owned_up, _fought_with)
