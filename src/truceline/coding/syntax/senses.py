"""Words that mean something else here than their entry says, and the words for crowds."""

from truceline.coding.counted import names_people
from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import agents, subjects
from truceline.coding.syntax.nominals import SUFFIXES
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.refuse import NATURE
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


def who(draft: Draft) -> set[str]:
    """Return the words of those who act, in lower case."""
    return {word for each in draft.source for word in each.text.lower().split()}


def persons(view: View, draft: Draft) -> bool:
    """Return whether the object of a deed, or the subject of a passive, is people.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        Of a verb.

    Returns
    -------
    bool
        True, too, for a bare number.
    """
    parse, node = view.parse, draft.node
    if "{captive}" in draft.trigger.entry:
        return True
    held = subjects(view, node)[0] if draft.trigger.passive else parse.under(node, "obj")
    if not held and parse.subs[node] == "relcl":
        held = [parse.heads[node]]  # "the girls it had carried off"
    held = held or parse.under(node, "obl")[:1]  # "made off with ten guests"
    return any(names_people(parse.words[each]) or parse.tags[each] == "CD" for each in held)


def other_sense(view: View, draft: Draft) -> bool:
    """Return whether the words of a deed mean something else: "shot a film", "marched them off".

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With its source and target.

    Returns
    -------
    bool
        True where it reports no event.
    """
    return _no_crowd(view, draft) or _of_mercy(view, draft) or _elsewhere(view, draft)


def _of_mercy(view: View, draft: Draft) -> bool:
    """Return whether relief is told as an attack, or care for an idea as care for the sick."""
    parse, entry = view.parse, draft.trigger.entry
    held = parse.under(draft.node, "obj")
    if draft.type == "ASSAULT" and "{assault}" in entry:
        return any(parse.lows[each] in RELIEF
                   for noun in held for each in parse.under(noun, "amod", "compound"))  # fmt: skip
    return entry == "take {patient}" and any(
        parse.tags[each] == "NN" and not names_people(parse.words[each]) for each in held
    )  # "took harm to civilians seriously"


RELIEF = word_set("humanitarian rescue relief aid peacekeeping evacuation mediation")
"""What an operation is called that attacks nobody."""


def _no_crowd(view: View, draft: Draft) -> bool:
    """Return whether soldiers march, or somebody just walks out: no protest."""
    if draft.type != "PROTEST" or draft.trigger.mode in ("hunger", "boycott"):
        return False
    fighting = draft.source and all(each.sector in ("MIL", "REB") for each in draft.source)
    if fighting and view.parse.lemmas[draft.node] not in REVOLTING:
        return True
    if draft.trigger.entry in OUT and not who(draft) & (FOLK | UNIONS):
        return True
    led = view.parse.lemmas[draft.node] == "march" and not draft.trigger.passive
    return led and bool(view.parse.under(draft.node, "obj"))  # "marching them over the bridge"


def _impressed(view: View, draft: Draft) -> bool:
    """Return whether an idea struck somebody: "was struck by their silence"."""
    parse, node = view.parse, draft.node
    return parse.lemmas[node] == "strike" and draft.trigger.passive and any(
        parse.lemmas[each].endswith(SUFFIXES) and each not in view.nouns
        for each in agents(view, node)
    )  # fmt: skip


def _elsewhere(view: View, draft: Draft) -> bool:
    """Return whether an idiom is meant: "shot a film", "fell to a low", "went to the polls"."""
    parse, node, trigger = view.parse, draft.node, draft.trigger
    lemma, kind = parse.lemmas[node], draft.type
    if trigger.kind == "fall" and lemma == "fall" and draft.source:
        return not any(each.code or each.sector or each.text[:1].isupper() for each in draft.source)
    if lemma in ("send", "clear") and trigger.mode == "deport":
        return not trigger.passive and not persons(view, draft)
    if lemma == "break" and kind == "RETREAT":
        return any(each in view.nouns for each in subjects(view, node)[0])  # "riots broke out"
    if lemma in HELD and _held(view, draft, HELD[lemma]):
        return True
    if kind == "RETREAT" and lemma in ("return", "lay", "laid"):
        return _no_retreat(parse, node, trigger.mode)
    if kind in ("ASSAULT", "COERCE") and _of_nature(view, draft):
        return True
    if kind == "AID" and trigger.entry.endswith("{money}") and persons(view, draft):
        return True  # "sent half a million people fleeing"
    if _no_doer(view, draft) or _impressed(view, draft):
        return True
    if kind == "ACCUSE" and lemma == "try":
        return not trigger.passive and not parse.under(node, "obj")
    if kind == "ACCUSE" and lemma == "charge":
        tasks = parse.under(node, "advcl", "xcomp")
        return any(parse.lows[each].removesuffix("ing") in TASKS for each in tasks)
    if kind == "REQUEST" and lemma in ("insist", "suggest"):
        return any(_finite(view, each) for each in parse.under(node, "ccomp"))
    visit = trigger.kind == "visit" and lemma in ("go", "come", "head") and draft.target
    return bool(visit) and not any(each.code or each.text[:1].isupper() for each in draft.target)


def _no_doer(view: View, draft: Draft) -> bool:
    """Return whether what a state of things does is no deed: "the truce took hold", "war broke"."""
    if draft.type == "COERCE" and draft.trigger.mode == "seize":
        words = PAPER
    elif draft.type == "RETREAT" and draft.trigger.entry == "break out":
        words = TURMOIL
    elif draft.type == "RETREAT" and draft.trigger.mode == "access":
        words = TURMOIL | SITTINGS
    else:
        return False
    return any(view.parse.lemmas[each] in words for each in view.parse.under(draft.node, "nsubj"))


PAPER = word_set("truce ceasefire cease-fire armistice agreement accord pact treaty calm peace")
SITTINGS = word_set("talk session hearing trial meeting conference summit season campaign")
"""What opens, as wars do, without anybody's opening it."""
TURMOIL = word_set("war fighting violence conflict clash fire riot unrest row battle disease")


def _held(view: View, draft: Draft, things: frozenset[str]) -> bool:
    """Return whether what it is done to makes it no deed: a film shot, a body picked up."""
    parse, node = view.parse, draft.node
    named = [*parse.under(node, "obj")]
    if draft.trigger.passive or parse.lemmas[node] == "shoot":
        named += subjects(view, node)[0]
    return any(parse.lemmas[each] in things for each in named)


def _of_nature(view: View, draft: Draft) -> bool:
    """Return whether a fire or a flood did it: "a train derailed by floods"."""
    parse, node = view.parse, draft.node
    if draft.trigger.passive:
        return any(parse.lemmas[each] in NATURE for each in agents(view, node))
    own = [each for each in parse.under(node, "nsubj") if parse.lemmas[each] == "fire"]
    return any(not parse.under(each, "compound") for each in own)  # no "artillery fire"


def _no_retreat(parse: Parse, node: int, mode: str | None) -> bool:
    """Return whether somebody only returns, or lays off workers."""
    held = {parse.lemmas[each] for each in parse.under(node, "obj")}
    if parse.lemmas[node] == "return":
        return mode == "return" and not held and parse.tags[node] in ("VBD", "VBZ", "VBP")
    return bool(held & {"worker", "employee", "staff", "people"})


def _finite(view: View, node: int) -> bool:
    """Return whether a clause states something, rather than what should be."""
    parse = view.parse
    helped = {parse.lows[each] for each in parse.under(node, "aux", "cop")}
    if helped & {"should", "must", "be"}:
        return False
    return bool(helped) or parse.tags[node] in ("VBD", "VBZ")


PAPERS = word_set(
    "book report album film statement figure video photograph picture list datum data song result "
    "detail recording page document transcript map"
)
HELD: dict[str, frozenset[str]] = {
    "shoot": word_set("film movie scene documentary series footage photograph photo episode"),
    "pick": word_set("body corpse remains piece signal weapon passenger survivor vote"),
    "treat": word_set("disease illness wound infection water sewage subject matter question"),
    "release": PAPERS,
    "turn": PAPERS,
}
"""What is no deed where it is done to these."""
TASKS = word_set(
    "oversee supervis monitor runn organis organiz coordinat protect train draw prepar "
    "implement enforc verify disarm rebuild manag lead find guard keep investigat"
)
OUT = frozenset({"go out|strike", "come out|strike", "walk out|strike"})
UNIONS = word_set("union unions staff crews personnel guards firemen pilots conductors employees")
REVOLTING = word_set("mutiny revolt rebel rise rampage strike riot protest demonstrate")
"""What soldiers do, too, where they turn against their own."""
