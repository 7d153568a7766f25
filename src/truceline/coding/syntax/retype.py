"""The type of a deed by who does it and to whom: crowds protest, gunmen take hostages.

The words of a deed alone do not tell: soldiers and farmers both "block the road", police and
kidnappers both "hold ten men".
"""

from collections.abc import Callable
from dataclasses import replace

from truceline.coding.counted import PERSONS, peoples
from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import agents, subjects
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

CROWDS = word_set(
    "protester protesters protestor protestors demonstrator demonstrators marcher marchers rioter "
    "rioters striker strikers crowd crowds mob mobs picket pickets picketers looters"
)
FOLK = CROWDS | word_set(
    "farmers miners students teachers nurses doctors truckers drivers dockers workers villagers "
    "residents pensioners shopkeepers monks fishermen women mothers relatives activists settlers "
    "supporters townspeople taxi-drivers railwaymen clerks lawyers youths inhabitants peasants"
)
"""Who takes part in protests and strikes."""
BARRING = word_set(
    "bar seal cut block blockade barricade obstruct occupy clog picket surround keep shut close"
)
"""What people do to roads and gates that is a protest, and soldiers that is none."""
WEAPONS = frozenset({"firearms", "explosives", "assassinate", "execute", "aerial", "sexual"})
CAPTORS = word_set(
    "kidnapper kidnappers gunman gunmen pirate pirates bandit bandits raider raiders militants "
    "hijacker hijackers abductors captors militiamen hostage-takers"
)
GRASPING = word_set("hold keep take carry drag make snatch grab seize march bundle lead haul")
"""Verbs with which gunmen take people; "arrest" and "capture" stay what they are."""
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
        return None
    for rule in RULES:
        if rule(view, draft):
            break
    return "OTHER_SENSE" if any(sense(view, draft) for sense in SENSES) else None


def _no_crowd(view: View, draft: Draft) -> bool:
    """Return whether soldiers march, or somebody just walks out: no protest."""
    if draft.type != "PROTEST" or draft.trigger.mode in ("hunger", "boycott"):
        return False
    fighting = draft.source and all(each.sector in ("MIL", "REB") for each in draft.source)
    if fighting and view.parse.lemmas[draft.node] not in REVOLTING:
        return True
    if draft.trigger.entry in OUT and not _who(draft) & (FOLK | UNIONS):
        return True
    led = view.parse.lemmas[draft.node] == "march" and not draft.trigger.passive
    return led and bool(view.parse.under(draft.node, "obj"))  # "marching them over the bridge"


def _elsewhere(view: View, draft: Draft) -> bool:
    """Return whether an idiom is meant: "shot a film", "fell to a low", "went to the polls"."""
    parse, node, trigger = view.parse, draft.node, draft.trigger
    lemma, kind = parse.lemmas[node], draft.type
    if lemma == "shoot":
        named = [*subjects(view, node)[0], *parse.under(node, "obj")]
        if any(parse.lemmas[each] in FILMS for each in named):
            return True
    if trigger.kind == "fall" and lemma == "fall" and draft.source:
        return not any(each.code or each.sector or each.text[:1].isupper() for each in draft.source)
    if lemma in ("send", "clear") and trigger.mode == "deport":
        return not trigger.passive and not _persons(view, draft)
    if lemma == "break" and kind == "RETREAT":
        return any(each in view.nouns for each in subjects(view, node)[0])  # "riots broke out"
    if lemma == "pick" and kind == "COERCE":
        taken = subjects(view, node)[0] if trigger.passive else parse.under(node, "obj")
        return any(parse.lemmas[each] in LIFTED for each in taken)
    if kind == "ACCUSE" and lemma == "try":
        return not trigger.passive and not parse.under(node, "obj")
    if kind == "ACCUSE" and lemma == "charge":
        tasks = parse.under(node, "advcl", "xcomp")
        return any(parse.lows[each].removesuffix("ing") in TASKS for each in tasks)
    if kind == "REQUEST" and lemma in ("insist", "suggest"):
        return any(_finite(view, each) for each in parse.under(node, "ccomp"))
    visit = trigger.kind == "visit" and lemma in ("go", "come", "head") and draft.target
    return bool(visit) and not any(each.code or each.text[:1].isupper() for each in draft.target)


def _finite(view: View, node: int) -> bool:
    """Return whether a clause states something, rather than what should be."""
    parse = view.parse
    helped = {parse.lows[each] for each in parse.under(node, "aux", "cop")}
    if helped & {"should", "must", "be"}:
        return False
    return bool(helped) or parse.tags[node] in ("VBD", "VBZ")


LIFTED = word_set("body corpse remains piece signal weapon passenger survivor vote")
FILMS = word_set("film movie scene documentary series footage photograph photo episode")
TASKS = word_set(
    "oversee supervis monitor runn organis organiz coordinat protect train draw prepar "
    "implement enforc verify disarm rebuild manag lead find guard keep investigat"
)
OUT = frozenset({"go out|strike", "come out|strike", "walk out|strike"})
UNIONS = word_set("union unions staff crews personnel guards firemen pilots conductors employees")
REVOLTING = word_set("mutiny revolt rebel rise rampage strike riot protest demonstrate")
"""What soldiers do, too, where they turn against their own."""


def _read_as(draft: Draft, kind: str, mode: str | None, group: str = "other") -> bool:
    draft.trigger = replace(draft.trigger, type=kind, mode=mode, kind=group)
    return True


def _who(draft: Draft) -> set[str]:
    return {word for each in draft.source for word in each.text.lower().split()}


def _crowd(view: View, draft: Draft) -> bool:
    """Read what a crowd breaks, burns or blocks as a protest; whom it kills, it kills."""
    trigger, who = draft.trigger, _who(draft)
    if draft.type not in WORN or not who & FOLK or who & CAPTORS:
        return False
    lemma = view.parse.lemmas[draft.node]
    if lemma in BARRING and trigger.mode in (None, "restrict", "seize"):
        return not _persons(view, draft) and _read_as(draft, "PROTEST", "obstruct")
    if lemma in ("strike", "striking") and not view.parse.under(draft.node, "obj"):
        return _read_as(draft, "PROTEST", "strike")  # "bus drivers are striking"
    if draft.type == "SANCTION":
        return lemma == "walk" and _read_as(draft, "PROTEST", "strike")
    rough = trigger.kind != "effect" and trigger.mode not in WEAPONS | {"arrest", "deport"}
    return bool(who & CROWDS) and rough and not (
        draft.type == "COERCE" and _persons(view, draft)
    ) and _read_as(draft, "PROTEST", "riot")  # fmt: skip


def _persons(view: View, draft: Draft) -> bool:
    """Return whether the object of a deed, or the subject of a passive, is people."""
    parse, node = view.parse, draft.node
    if "{captive}" in draft.trigger.entry:
        return True
    held = subjects(view, node)[0] if draft.trigger.passive else parse.under(node, "obj")
    if not held and parse.subs[node] == "relcl":
        held = [parse.heads[node]]  # "the girls it had carried off"
    held = held or parse.under(node, "obl")[:1]  # "made off with ten guests"
    return any(
        parse.lows[each] in PERSONS or parse.words[each] in peoples() or parse.tags[each] == "CD"
        for each in held
    )


def _hostages(view: View, draft: Draft) -> bool:
    """Read people held or carried off by gunmen as hostages."""
    if draft.type != "COERCE" or draft.trigger.mode not in ("arrest", "seize"):
        return False
    rebels = any(each.sector == "REB" for each in draft.source) or _who(draft) & CAPTORS
    grasped = draft.trigger.kind != "taken" and view.parse.lemmas[draft.node] in GRASPING
    fits = rebels and grasped and _persons(view, draft)
    return bool(fits) and _read_as(draft, "ASSAULT", "other", "attack")


def _disarmed(view: View, draft: Draft) -> bool:
    """Read the disarming of others as a seizure: "disarmed the peacekeepers"."""
    parse, node = view.parse, draft.node
    if parse.lemmas[node] != "disarm" or draft.type != "RETREAT":
        return False
    other = [each for each in parse.under(node, "obj") if not parse.lows[each].endswith("selves")]
    held = other or (draft.trigger.passive and agents(view, node))
    return bool(held) and _read_as(draft, "COERCE", "seize")


def _online(view: View, draft: Draft) -> bool:
    """Read what a cyberattack did as one: "a cyberattack knocked the websites offline"."""
    if draft.type not in ("ASSAULT", "COERCE"):
        return False
    passive = draft.trigger.passive
    doing = agents(view, draft.node) if passive else subjects(view, draft.node)[0]
    kinds = {view.nouns[each][2].kind for each in doing if each in view.nouns}
    hackers = {view.parse.lemmas[each] for each in doing} & HACKERS
    return bool("cyber" in kinds or hackers) and _read_as(draft, "COERCE", "cyber")


HACKERS = word_set("hacker malware virus worm ransomware botnet")


def _sent_against(view: View, draft: Draft) -> bool:
    """Read troops sent against somebody as an attack: "sent tanks against the rebels"."""
    if draft.type != "MOBILIZE" or draft.trigger.kind != "move":
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
    if draft.type != "RETREAT" or draft.trigger.mode not in ("release", "return"):
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
    verbal = draft.type == "ACCUSE" and rough and fighting
    return verbal and _read_as(draft, "ASSAULT", None, "attack")


def _held_to_account(view: View, draft: Draft) -> bool:
    """Read "would hold Moscow responsible" as a threat."""
    if draft.type != "ACCUSE" or view.parse.lemmas[draft.node] != "hold":
        return False
    words = {view.parse.lows[each] for each in view.parse.under(draft.node, "aux")}
    if not words & {"will", "would", "shall"}:
        return False
    draft.reading = replace(draft.reading, status="happened", possible=False)
    return _read_as(draft, "THREATEN", None, "speech")


def _no_picket(view: View, draft: Draft) -> bool:
    """Read what soldiers or a state block or storm as force, not as a protest."""
    if draft.type != "PROTEST" or draft.trigger.mode not in ("obstruct", "riot"):
        return False
    own, _ = subjects(view, draft.node)
    kinds = {view.mention_at[each].kind for each in own if each in view.mention_at}
    force = draft.source and all(each.sector in FORCE for each in draft.source)
    if not (force or "state" in kinds) or _who(draft) & FOLK:
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
    if draft.type != "CONSULT" or draft.trigger.kind != "visit" or draft.trigger.passive:
        return False
    fighting = draft.source and all(each.sector in ("MIL", "REB") for each in draft.source)
    moves = view.parse.lemmas[draft.node] in ("land", "arrive", "come", "fly", "go", "head")
    many = any(view.parse.tags[each] in ("NNS", "CD", "NNPS")
               for each in subjects(view, draft.node)[0])  # fmt: skip
    return bool(fighting) and moves and many and _read_as(draft, "MOBILIZE", "troops", "armed")


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
RULES: tuple[Rule, ...] = (
    _crowd, _no_picket, _hostages, _disarmed, _online, _sent_against, _both_ways, _blasted,
    _held_to_account, _landed, _exiled,
)  # fmt: skip
SENSES: tuple[Rule, ...] = (_no_crowd, _elsewhere)
