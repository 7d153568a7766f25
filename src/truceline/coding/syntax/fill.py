"""Who did it to whom: source and target of a draft, by the voice of its verb."""

from truceline.coding.arguments import Scene
from truceline.coding.arguments import subjects as lexical_subjects
from truceline.coding.cast import side_of
from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.syntax.arguments import (
    agents,
    doers,
    doers_of_noun,
    goals,
    goals_of_noun,
    objects,
    placed,
    subjects,
)
from truceline.coding.syntax.back import FAR
from truceline.coding.syntax.find import BORNE, noun_trigger
from truceline.coding.syntax.nominals import is_abstract, joined
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.terms.events import Actor

MUTUAL = frozenset({"meet", "talks", "agreement", "fight", "exchange", "ceasefire", "visit"})
"""Classes of deeds in which both sides take part alike."""
SPOKEN = frozenset({"AGREE", "CONCEDE", "MOBILIZE", "PROTEST"})
"""Types whose object is a thing or a matter as often as somebody."""
TALKING = frozenset({"AGREE", "CONSULT", "COOPERATE", "PROTEST"})
"""Types for which "in" and "at" name where it was, and nobody it was done to."""
SAID = frozenset({"THREATEN", "ACCUSE", "REJECT", "REQUEST", "SUPPORT"})
"""Types for which "in" beside the verb itself names where it was said."""
WITHIN = frozenset({"REB", "OPP"})
"""Those who face their own state: "a ceasefire with the rebels"."""
MENDING = ("restore", "resume", "normalise", "normalize", "re-establish", "reestablish", "renew")
"""What two do to their ties with each other."""
GUARDS = frozenset({"MIL", "COP", "GOVMIL"})
MOVES = frozenset({"retreat", "move", "troops"})


def fill(view: View, scene: Scene, draft: Draft, node: int) -> None:
    """Find the source and the target of a draft whose trigger stands at `node`."""
    if draft.trigger.form == "noun":
        _fill_noun(view, draft, node)
    else:
        _fill_verb(view, scene, draft, node)


def _fill_noun(view: View, draft: Draft, node: int) -> None:
    if _fought_between(view, draft, node):
        return
    draft.source = doers_of_noun(view, node)
    aims = goals_of_noun(view, node)
    if draft.trigger.kind == "talks":
        aims = goals(view, [node], only=("with", "between")) or _between(view, node) or aims
    draft.target = [each for each in aims if each not in draft.source]
    if draft.trigger.mode == "withdraw" and not draft.source:  # "the withdrawal of French troops"
        draft.source = goals(view, [node], only=("of",))
        draft.target = goals(view, [node], only=("from",))
    if draft.trigger.kind == "coup" and not draft.target and view.home:
        draft.target = [Actor(view.home, view.home, "GOV")]
    if draft.trigger.kind == "talks" and not (draft.source and draft.target):
        _convene(view, draft, node)
    if draft.type == "ASSAULT":
        _taken_up(view, draft, node)
    if draft.trigger.kind in MUTUAL:
        if draft.trigger.kind == "exchange":  # nor are prisoners who swap them
            draft.source = [each for each in draft.source if each.code]
        if not draft.source and not draft.target:  # "a swap took place between A and B"
            draft.source = _between(view, node)
        if not draft.source and len(draft.target) > 1:
            draft.source, draft.target = draft.target, []
        _pair(view, draft, len(draft.source))


def _between(view: View, node: int) -> list[Actor]:
    """Return between whom something is, or breaks out or opens."""
    while view.parse.deps[node] == "nmod" and view.parse.case(node) == "of":
        node = view.parse.heads[node]  # "an exchange of prisoners"
    verb = [view.parse.heads[node]] if view.parse.deps[node] == "nsubj" else []
    around = (goals(view, each, only=("between",)) for each in ([node], verb))
    return next((found for found in around if found), [])


def _fought_between(view: View, draft: Draft, node: int) -> bool:
    """Let "fighting between A and B" be of both against both."""
    sides = _between(view, node) if draft.type == "ASSAULT" else []
    if len({*map(side_of, sides)}) < 2:
        return False
    draft.source, draft.target = sides, list(sides)
    draft.basis["reciprocal"] = "both take part alike"
    return True


def _taken_up(view: View, draft: Draft, node: int) -> None:
    """Let an attack that "resumed" or "went on" be that of the sides that the story has told of.

    It is told which: "the shelling", "shelling of Goma". Of "attacks went on" nobody knows whose.
    """
    parse, verb = view.parse, view.parse.heads[node]
    if not parse.under(node, "det") and not parse.under(node, "nmod"):
        return
    went_on = parse.lows[verb : verb + 2] == ("went", "on")
    goes_on = verb >= 0 and (went_on or parse.lemmas[verb] in GOING_ON)
    if not goes_on or parse.deps[node] != "nsubj" or draft.source or parse.under(verb, "obj"):
        return
    for deed in reversed(view.deeds):
        if deed.type == "ASSAULT" and deed.source and view.number - deed.sentence <= FAR:
            draft.source = list(deed.source)
            draft.target = draft.target or list(deed.target)
            draft.basis["source"] = "whom the story told to attack before"
            return


GOING_ON = frozenset({"resume", "continue", "persist", "intensify", "restart", "rage"})


def _convene(view: View, draft: Draft, node: int) -> None:
    """Let talks be those of the subject of their clause: "lifted sanctions after talks with X"."""
    verb = next((each for each in view.parse.above(node) if view.parse.is_verb(each)), None)
    own = view.parse.under(node, "nsubj") or (subjects(view, verb)[0] if verb is not None else [])
    aimed = {each.code for each in draft.target}
    who = [each for each in doers(view, own) if each.code not in aimed]
    if draft.target and any(each.code for each in who):
        draft.source = draft.source or [each for each in who if each.code]


def _fill_verb(view: View, scene: Scene, draft: Draft, node: int) -> None:
    trigger = draft.trigger
    own, draft.inherited = subjects(view, node)
    if trigger.type == "ASSAULT":
        draft.merged += [
            noun_trigger(view, each) for each in own
            if each in view.nouns and view.nouns[each][2].kind == "attack"
        ]  # fmt: skip
    fights = [each for each in own if each in view.nouns and not trigger.passive]
    if trigger.kind == "incident" or any(_fought_between(view, draft, each) for each in fights):
        return
    if trigger.passive:
        _fill_passive(view, draft, node, own)
    else:
        draft.source = doers(view, own) or _lexical(view, scene, draft, node)
        if trigger.type == "ASSAULT":
            draft.source = [each for each in draft.source if not _thing(view, own, each)]
        draft.target = _aims(view, draft, node)
    draft.target = [each for each in draft.target if each not in draft.source]
    if trigger.kind in MOVES:
        known = {each.code for each in draft.source}
        truce = trigger.mode == "ceasefire"
        rebels = any(each.sector in WITHIN for each in draft.source)
        draft.target = [
            each for each in draft.target
            if (each.code or each.text[:1].isupper())
            and (each.code not in known or (truce and rebels != (each.sector in WITHIN)))
        ]  # fmt: skip
    if trigger.type == "ASSAULT" and view.towns:
        towns = {place.name for place in view.towns.values()}
        if any(each.text in towns and each.code for each in draft.target):
            draft.basis["target"] = "country of the place"
    if _mutual(trigger):
        _pair(view, draft, joined(view, own))


def _thing(view: View, own: list[int], actor: Actor) -> bool:
    """Return whether an attack is laid to a thing that nobody owns: "the market … killed ten"."""
    if actor.code or actor.text[:1].isupper():
        return False
    kinds = {view.mention_at[each].kind for each in own if each in view.mention_at}
    return "thing" in kinds


def _mutual(trigger: Trigger) -> bool:
    if trigger.kind == "mediate":
        return False  # who mediate together do so between others
    if trigger.type == "REJECT" and trigger.entry.endswith(("agreement", "deal")):
        return True  # "A and B failed to reach agreement"
    truce = trigger.mode == "ceasefire" and trigger.kind == "retreat"  # "A and B stopped fighting"
    ties = trigger.type == "SUPPORT" and trigger.entry.startswith(MENDING)
    return (
        truce or ties or trigger.kind in MUTUAL or trigger.type in ("AGREE", "CONSULT", "COOPERATE")
    )


def _lexical(view: View, scene: Scene, draft: Draft, node: int) -> list[Actor]:
    """Return the subject that the words' order gives, for a finite verb without one."""
    tag = view.parse.tags[node]
    helped = bool(view.parse.under(node, "aux"))
    if not (tag in ("VBD", "VBZ", "VBP") or helped) or view.parse.under(node, "nsubj", "csubj"):
        return []
    found, _ = lexical_subjects(scene, draft.trigger)
    return [each for one in found for each in one.actors if one.kind not in ("thing", "name")]


def _fill_passive(view: View, draft: Draft, node: int, own: list[int]) -> None:
    draft.source = [each for one in agents(view, node) for each in parties(view, one)]
    if draft.trigger.kind in BORNE and not draft.source:
        draft.source = goals(view, [node], only=("to", "from"))
    if draft.trigger.light is None:
        draft.target = [each for one in own for each in parties(view, one)]
        made = [each for each in own if each in view.nouns
                and view.nouns[each][2].kind == "ceasefire"]  # fmt: skip
        _share(view, draft, [*made, node] if made else [])
        return
    events = [each for each in own if each in view.nouns]
    draft.target = goals(view, [*events, node])
    draft.source = draft.source or [
        one for each in events[:1] for one in doers_of_noun(view, each)
        if one.code or draft.trigger.kind != "exchange"
    ]  # fmt: skip
    _share(view, draft, [*events, node])


def _share(view: View, draft: Draft, around: list[int]) -> None:
    """Let both take part in what was done between them: "a deal was reached between A and B"."""
    sides = goals(view, around, only=("between",)) if _mutual(draft.trigger) else []
    if len(sides) > 1 and not draft.source:
        draft.source, draft.target = sides, []
        _pair(view, draft, len(sides))


def _aims(view: View, draft: Draft, node: int) -> list[Actor]:
    """Return whom a verb in the active is aimed at."""
    trigger = draft.trigger
    if _mutual(trigger) and len({each.code or each.text for each in draft.source}) > 1:
        held = view.parse.under(node, "obj") if trigger.light is None else []
        met = [one for each in held if not is_abstract(view, each)
               for one in parties(view, each) if one.code]  # fmt: skip
        return met or goals(view, [*view.parse.under(node, "obj"), node], only=("with", "between"))
    if trigger.type == "ACCUSE":
        deeds = [
            each for each in view.parse.under(node, "obj")
            if each in view.nouns and view.nouns[each][2].kind == "attack"
        ]  # fmt: skip
        if deeds:
            return [one for each in deeds for one in doers_of_noun(view, each)]
    found = objects(view, node, trigger)
    if trigger.type in ("CONSULT", "COOPERATE"):
        found = _partner(view, node) or found
    here = {each.text for each in goals(view, [node], only=("from",))}
    if trigger.type in TALKING:
        around = [node, *view.parse.under(node, "obj")]
        here |= {each.text for each in placed(view, around)}
        found = [each for each in found if each.text not in here]
    elif trigger.type in SAID:
        here = {each.text for each in placed(view, [node], nearest=True)}
        found = [each for each in found if each.text not in here]
    if trigger.type == "PROTEST":  # "took to the streets of Kyiv"
        own = {each.code for each in draft.source}
        found = [each for each in found if each.code not in own or each.sector in GUARDS or (
            each.sector == "GOV" and " " in each.text)]  # fmt: skip
    if trigger.type in SAID and _of_theirs(view, node):  # asks it of somebody else
        codes = {each.code for each in draft.source if each.code}
        found = [each for each in found if each.code not in codes or each.sector]
    if trigger.type in SPOKEN:
        found = [each for each in found if each.code or each.sector or each.text[:1].isupper()]
    if trigger.kind == "mediate":  # "brokered grain exports"
        found = [each for each in found if each.code]
    if trigger.kind == "exchange":
        found = [each for each in found if each.sector != "PRS"]
    return found


def _of_theirs(view: View, node: int) -> bool:
    """Return whether the object is owned by those a pronoun means: "demanded their return"."""
    parse = view.parse
    return any(
        parse.tags[each] == "PRP$"
        for one in parse.under(node, "obj")
        for each in parse.children[one]
    )


def _partner(view: View, node: int) -> list[Actor]:
    """Return with whom or to whom, before what it was about: "discussed Libya with Trump"."""
    around = [node, *view.parse.under(node, "obj", "xcomp")]
    for case in ("with", "to"):
        coded = [each for each in goals(view, around, only=(case,)) if each.code]
        if coded:
            return coded
    return []


def _pair(view: View, draft: Draft, many: int) -> None:
    """Split those who act together: in "A and B met" A is the source, B the target."""
    if draft.target or len(draft.source) < 2:
        return
    if any(each.kind == "pair" and each.actors[0] in draft.source for each in view.mentions):
        draft.target = list(draft.source)
    elif many > 1 or draft.trigger.form == "noun":
        draft.source, draft.target = draft.source[:1], draft.source[1:]
    elif len({each.code for each in draft.source if each.code}) > 1:
        draft.target = list(draft.source)
    draft.basis["reciprocal"] = "both take part alike"
