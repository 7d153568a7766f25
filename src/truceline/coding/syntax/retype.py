"""The type of a deed by who does it and to whom: crowds protest, gunmen take hostages.

The words of a deed alone do not tell: soldiers and farmers both "block the road", police and
kidnappers both "hold ten men".
"""

from collections.abc import Callable
from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import agents, goals, subjects
from truceline.coding.syntax.brought import brought
from truceline.coding.syntax.fates import as_told
from truceline.coding.syntax.parties import owned_by
from truceline.coding.syntax.senses import CROWDS, FOLK, other_sense, persons, who
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.ontology import TYPES

BARRING = word_set(
    "bar seal cut block blockade barricade obstruct occupy clog picket surround keep shut close"
)
"""What people do to roads and gates that is a protest, and soldiers that is none."""
CEASING = word_set("stop halt cease end suspend pause quit")
WEAPONS = frozenset({"firearms", "explosives", "assassinate", "execute", "aerial", "sexual"})
CAPTORS = word_set(
    "kidnapper kidnappers gunman gunmen pirate pirates bandit bandits raider raiders militants "
    "hijacker hijackers abductors captors militiamen hostage-takers"
)
GRASPING = word_set("hold keep take carry drag make snatch grab seize march bundle lead haul")
"""Verbs with which gunmen take people; "arrest" and "capture" stay what they are."""
RUINING = word_set(
    "destroy flatten level gut wreck smash burn raze torch demolish dynamite set trash uproot"
)
"""What soldiers with torches do, and missiles, too."""
WORN = frozenset({"COERCE", "ASSAULT", "SANCTION"})


def retype(view: View, draft: Draft) -> str | None:
    """Correct the type of a draft by who does it; return why it is no event after all, or None.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With its source and target; its trigger is changed.

    Returns
    -------
    str or None
        `OTHER_SENSE` where the words mean something else here.
    """
    if draft.trigger.form == "noun":
        as_told(view, draft)
        return None
    for rule in RULES_OF[draft.type]:
        if rule(view, draft):
            break
    return "OTHER_SENSE" if other_sense(view, draft) else None


def _read_as(draft: Draft, kind: str, mode: str | None, group: str = "other") -> bool:
    draft.trigger = replace(draft.trigger, type=kind, mode=mode, kind=group)
    return True


def _crowd(view: View, draft: Draft) -> bool:
    """Read what a crowd breaks, burns or blocks as a protest; whom it kills, it kills."""
    trigger, by = draft.trigger, who(draft)
    if not by & FOLK or by & CAPTORS:
        return False
    lemma = view.parse.lemmas[draft.node]
    if lemma in BARRING and trigger.mode in (None, "restrict", "seize"):
        return not persons(view, draft) and _read_as(draft, "PROTEST", "obstruct")
    if lemma in ("strike", "striking") and not view.parse.under(draft.node, "obj"):
        return _read_as(draft, "PROTEST", "strike")  # "bus drivers are striking"
    if draft.type == "SANCTION":
        return lemma == "walk" and _read_as(draft, "PROTEST", "strike")
    rough = trigger.kind != "effect" and trigger.mode not in WEAPONS | {"arrest", "deport"}
    return bool(by & CROWDS) and rough and not (
        draft.type == "COERCE" and persons(view, draft)
    ) and _read_as(draft, "PROTEST", "riot")  # fmt: skip


def _hostages(view: View, draft: Draft) -> bool:
    """Read people held or carried off by gunmen as hostages."""
    if draft.trigger.mode not in ("arrest", "seize"):
        return False
    rebels = any(each.sector == "REB" for each in draft.source) or who(draft) & CAPTORS
    grasped = draft.trigger.kind != "taken" and view.parse.lemmas[draft.node] in GRASPING
    fits = rebels and grasped and persons(view, draft)
    return bool(fits) and _read_as(draft, "ASSAULT", "other", "attack")


def _disarmed(view: View, draft: Draft) -> bool:
    """Read the disarming of others as a seizure: "disarmed the peacekeepers"."""
    parse, node = view.parse, draft.node
    if parse.lemmas[node] != "disarm":
        return False
    other = [each for each in parse.under(node, "obj") if not parse.lows[each].endswith("selves")]
    held = other or (draft.trigger.passive and agents(view, node))
    return bool(held) and _read_as(draft, "COERCE", "seize")


def _online(view: View, draft: Draft) -> bool:
    """Read what a cyberattack did as one: "a cyberattack knocked the websites offline"."""
    passive = draft.trigger.passive
    doing = agents(view, draft.node) if passive else subjects(view, draft.node)[0]
    kinds = {view.nouns[each][2].kind for each in doing if each in view.nouns}
    hackers = {view.parse.lemmas[each] for each in doing} & HACKERS
    return bool("cyber" in kinds or hackers) and _read_as(draft, "COERCE", "cyber")


HACKERS = word_set("hacker malware virus worm ransomware botnet")


def _sent_against(view: View, draft: Draft) -> bool:
    """Read troops sent against somebody as an attack: "sent tanks against the rebels"."""
    if draft.trigger.kind != "move":
        return False
    parse, node = view.parse, draft.node
    sent = parse.lemmas[node] in ("send", "throw", "launch", "dispatch", "fly", "hurl", "unleash")
    around = [node, *parse.under(node, "obj")]
    aimed = any(
        parse.case(each) == "against" for one in around for each in parse.under(one, "obl", "nmod")
    )
    return sent and aimed and _read_as(draft, "ASSAULT", None, "attack")


def _both_ways(view: View, draft: Draft) -> bool:
    """Read what is given and taken back as an exchange: "returned 32 and got back two"."""
    if draft.trigger.mode not in ("release", "return"):
        return False
    parse, node = view.parse, draft.node
    for each in parse.under(node, "conj", "advcl"):
        near = {parse.lows[below] for below in parse.children[each]}
        back = (near | {*parse.lows[each + 1 : each + 2]}) & {"back", "return"}
        if parse.lemmas[each] in ("get", "receive", "take") and back:
            return _read_as(draft, "COOPERATE", "exchange")
    return False


def _blasted(view: View, draft: Draft) -> bool:
    """Read what soldiers "blast" or "slam" as an attack; ministers do so with words."""
    rough = view.parse.lemmas[draft.node] in ("blast", "slam", "lash", "savage", "maul")
    fighting = any(each.sector in ("MIL", "REB") for each in draft.source)
    return rough and fighting and _read_as(draft, "ASSAULT", None, "attack")


def _held_to_account(view: View, draft: Draft) -> bool:
    """Read "would hold Moscow responsible" as a threat."""
    if view.parse.lemmas[draft.node] != "hold":
        return False
    words = {view.parse.lows[each] for each in view.parse.under(draft.node, "aux")}
    if not words & {"will", "would", "shall"}:
        return False
    draft.reading = replace(draft.reading, status="happened", possible=False)
    return _read_as(draft, "THREATEN", None, "speech")


def _no_picket(view: View, draft: Draft) -> bool:
    """Read what soldiers or a state block or storm as force, not as a protest."""
    if draft.trigger.mode not in ("obstruct", "riot"):
        return False
    own, _ = subjects(view, draft.node)
    kinds = {view.mention_at[each].kind for each in own if each in view.mention_at}
    force = draft.source and all(each.sector in FORCE for each in draft.source)
    if not (force or "state" in kinds) or who(draft) & FOLK:
        return False
    lemma = view.parse.lemmas[draft.node]
    if any(
        view.parse.lows[each].endswith("selves") for each in view.parse.under(draft.node, "obj")
    ):
        return False  # "barricaded themselves"
    if draft.trigger.mode == "obstruct":
        return lemma in BARRING and _read_as(draft, "COERCE", "restrict")
    if lemma in ("storm", "attack", "invade", "smash"):
        return _read_as(draft, "ASSAULT", None, "attack")
    return lemma in ("ransack", "sack", "overrun", "burn") and _read_as(draft, "COERCE", "seize")


def _landed(view: View, draft: Draft) -> bool:
    """Read what would be a visit of others as a movement of troops: "landed in Togo"."""
    if draft.trigger.kind != "visit" or draft.trigger.passive:
        return False
    fighting = draft.source and all(each.sector in ("MIL", "REB") for each in draft.source)
    moves = view.parse.lemmas[draft.node] in ("land", "arrive", "come", "fly", "go", "head")
    many = any(view.parse.tags[each] in ("NNS", "CD", "NNPS")
               for each in subjects(view, draft.node)[0])  # fmt: skip
    return bool(fighting) and moves and many and _read_as(draft, "MOBILIZE", "troops", "armed")


def _in_hands(view: View, draft: Draft) -> bool:
    """Let whose hands a town is in be who took it: "the port is in rebel hands"."""
    if draft.trigger.entry != "be in hands":
        return False
    draft.source = owned_by(view, draft.node) or draft.source
    draft.target = [each for each in draft.target if each not in draft.source]
    return True


def _visited(view: View, draft: Draft) -> bool:
    """Let the state that somebody arrives in be whom he visits: "landed in Togo"."""
    if draft.trigger.kind != "visit" or draft.target:
        return False
    own = {each.code for each in draft.source if each.code}
    where = goals(view, [draft.node], only=("in", "at", "to"))
    draft.target = [each for each in where if each.code and each.code not in own] if own else []
    return False


def _called_on(view: View, draft: Draft) -> bool:
    """Read "called on the Pope" as a visit where nothing is asked of him."""
    if draft.trigger.entry not in ("call on", "call upon"):
        return False
    parse, node = view.parse, draft.node
    if parse.under(node, "obj"):
        return False  # "what he called an attack on the base"
    asked = parse.under(node, "xcomp", "advcl", "ccomp", "acl")
    below = [node, *parse.under(node, "obl", "obj")]
    wished = any(
        parse.case(each) in ("for", "to")
        for one in below
        for each in parse.under(one, "obl", "nmod")
    )
    inner = any(parse.under(each, "acl", "xcomp") for each in below[1:])
    plain = not asked and not wished and not inner and bool(below[1:])
    return plain and _read_as(draft, "CONSULT", "visit", "visit")


def _shot_to_ruins(view: View, draft: Draft) -> bool:
    """Read what missiles, jets or a blast burn and break as an attack; men with torches coerce."""
    if view.parse.lemmas[draft.node] not in RUINING:
        return False
    passive = draft.trigger.passive
    by = agents(view, draft.node) if passive else subjects(view, draft.node)[0]
    struck = any(
        view.parse.lemmas[each] in ARMS
        or (each in view.nouns and view.nouns[each][2].kind == "attack")
        for each in by
    )
    return struck and _read_as(draft, "ASSAULT", None, "attack")


ARMS = word_set(
    "missile rocket shell bomb drone mortar torpedo mine grenade projectile shrapnel warhead jet "
    "plane aircraft warplane bomber helicopter gunship artillery gun howitzer tank warship frigate "
    "gunboat destroyer submarine blast explosion barrage salvo airstrike strike bombing "
    "shelling bombardment raid explosive dynamite"
)


def _ceases(view: View, draft: Draft) -> bool:
    """Read "stopped shooting" as a ceasefire; who stops an attack of others fends it off."""
    parse, node = view.parse, draft.node
    own = parse.lemmas[node] in CEASING and not parse.under(node, "obj")
    doing = own and any(parse.tags[each] == "VBG" for each in parse.under(node, "xcomp"))
    return doing and _read_as(draft, "RETREAT", "ceasefire", "retreat")


def _exiled(view: View, draft: Draft) -> bool:
    """Read the expulsion of people who are no diplomats as force: "expelled 500 families"."""
    if draft.trigger.mode != "expel" or view.parse.lemmas[draft.node] not in ("expel", "throw"):
        return False
    parse, node = view.parse, draft.node
    held = subjects(view, node)[0] if draft.trigger.passive else parse.under(node, "obj")
    return any(parse.lemmas[each] in SETTLED for each in held) and (
        _read_as(draft, "COERCE", "deport"))  # fmt: skip


SETTLED = word_set(
    "citizen national family refugee migrant civilian foreigner settler villager resident student "
    "child immigrant community minority population inhabitant"
)
FORCE = frozenset({"MIL", "REB", "COP", "GOV", "GOVMIL"})
Rule = Callable[[View, Draft], bool]
RULES: tuple[tuple[Rule, frozenset[str]], ...] = (
    (_crowd, WORN),
    (_no_picket, frozenset({"PROTEST"})),
    (_hostages, frozenset({"COERCE"})),
    (brought, frozenset({"COERCE", "CONSULT", "CONCEDE"})),
    (_disarmed, frozenset({"RETREAT"})),
    (_online, frozenset({"ASSAULT", "COERCE"})),
    (_sent_against, frozenset({"MOBILIZE"})),
    (_both_ways, frozenset({"RETREAT"})),
    (_blasted, frozenset({"ACCUSE"})),
    (_shot_to_ruins, frozenset({"COERCE"})),
    (_ceases, frozenset({"ASSAULT"})),
    (_held_to_account, frozenset({"ACCUSE"})),
    (_landed, frozenset({"CONSULT"})),
    (_exiled, frozenset(TYPES)),
    (_in_hands, frozenset(TYPES)),
    (_called_on, frozenset({"REQUEST"})),
    (_visited, frozenset({"CONSULT"})),
)
"""What is asked in turn, and the types of deed that it is asked of."""
RULES_OF: dict[str, tuple[Rule, ...]] = {
    kind: tuple(rule for rule, kinds in RULES if kind in kinds) for kind in TYPES
}
