"""Why a trigger reports no event after all, by the parse."""

from dataclasses import replace

from truceline.coding.arguments import Scene
from truceline.coding.draft import Draft, Found
from truceline.coding.refusals import ACCIDENTS, SUSPICION
from truceline.coding.sureness import ARMED
from truceline.coding.syntax.arguments import doers, subjects
from truceline.coding.syntax.armed import armed
from truceline.coding.syntax.fates import fails
from truceline.coding.syntax.fill import MUTUAL
from truceline.coding.syntax.find import BORNE
from truceline.coding.syntax.meant import told_before
from truceline.coding.syntax.met import RULING, gather, known_party, meets_a_thing, rung
from truceline.coding.syntax.nouns import attended, happens, wished
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

FAILING = word_set("collapsed stalled failed foundered fell broke")
FIGHTING = word_set(
    "war fighting clash clashes battle battles gunbattle gunfight crossfire ambush militants "
    "insurgents rebels gunmen army troops soldiers shelling airstrike airstrikes offensive siege"
)
PAIRED = frozenset({"meet", "exchange", "visit"})


def refusal(view: View, scene: Scene, draft: Draft, found: Found) -> str | None:
    """Return why a draft is no event, or None.

    Parameters
    ----------
    view, scene : View, Scene
        The sentence.
    draft : Draft
        With its source and target; talks that collapsed get the status `failed`.
    found : Found
        Numbers, places and weapons of the sentence.

    Returns
    -------
    str or None
        A reason such as `NO_ACTOR`, which is set aside with the trigger.
    """
    trigger = draft.trigger
    if trigger.kind == "incident":
        words = {each.low for each in scene.tokens}
        return None if words & SUSPICION or found.instruments else "NO_ATTACK"
    if trigger.form == "noun":
        return _noun(view, draft)
    if trigger.kind in ("armed", "taken") and not armed(view, draft):
        return "NOT_ARMED"
    if trigger.kind == "taken" and not _takes_land(view, draft):
        return "NO_PLACE"
    if trigger.kind in BORNE:
        return None if draft.target else "NO_TARGET"
    if trigger.kind == "flight" and not any(e.sector in ARMED | RULING for e in draft.source):
        return "NOT_ARMED"
    if _reduced(view, draft):
        return "REDUCED"
    if trigger.type == "ASSAULT":
        return _assault(view, scene, draft, found)
    if trigger.type == "THREATEN" and _cautions(view, draft.node):
        return "NO_THREAT"
    if trigger.entry == "meet" and meets_a_thing(view, draft):
        return "NO_TARGET"
    reason = _deed(view, draft)
    guest = trigger.type == "CONSULT" and trigger.kind != "phone" and any(
        each.code or (each.sector and each.sector not in QUIET) for each in draft.source
    )  # fmt: skip
    reason = _nobody(draft) if reason is None or guest else reason
    return None if reason == "NO_ACTOR" and told_before(view, draft) else reason


COSTS = frozenset({"consequence", "consequences", "response", "reply", "answer", "retaliation",
                   "price", "cost", "costs"})  # fmt: skip


def _cautions(view: View, node: int) -> bool:
    """Return whether a warning, addressed to nobody, says only how bad something would be."""
    parse = view.parse
    if not parse.lemmas[node].startswith("warn") or parse.under(node, "obj", "iobj"):
        return False
    return any(
        parse.under(clause, "cop") and not any(
            parse.lows[each] in COSTS or parse.tags[each] == "PRP"
            for each in (clause, *parse.under(clause, "nsubj"))
        )
        for clause in parse.under(node, "ccomp")
    )  # fmt: skip


LOUD = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "THREATEN", "SUPPORT", "CONCEDE",
                  "CONSULT", "COOPERATE", "SANCTION", "MOBILIZE"})  # fmt: skip
"""Types that make news only of those whom a reader knows."""
QUIET = frozenset({"NGO", "MED", "CVL"})


def _nobody(draft: Draft) -> str | None:
    """Refuse what nobody says or does: "insurers charge more"; "the strikers refuse" stands."""
    sides = (*draft.source, *draft.target)
    known = any(each.code or each.text[:1].isupper() for each in sides)
    known = known or any(each.sector for each in draft.source) or any(
        each.sector in ARMED for each in draft.target)  # fmt: skip
    if draft.type in LOUD and not known:
        return "NO_ACTOR"
    warned = draft.type == "THREATEN" and not draft.target
    heard = warned and draft.source and all(each.sector in QUIET for each in draft.source)
    return "NO_THREAT" if heard else None


def _reduced(view: View, draft: Draft) -> bool:
    """Return whether a participle only colours its noun: "troops backed by Rwanda"."""
    trigger, parse, node = draft.trigger, view.parse, draft.node
    if not trigger.passive or parse.deps[node] not in ("acl", "amod") or (
        parse.subs[node] == "relcl" or parse.under(node, "aux")):  # fmt: skip
        return False
    if trigger.type == "SUPPORT" or trigger.mode == "convict":
        return True
    if trigger.kind != "speech" or draft.source:
        return False
    head = parse.heads[node]
    if trigger.type == "AGREE" and node == head + 1 and parse.deps[head] in ("conj", "acl"):
        draft.source, draft.target = draft.target, list(draft.target)
        return False  # "…, and both sides signed", read as sides that were signed
    if " " not in trigger.entry or trigger.type == "ACCUSE":
        return True
    draft.source, draft.target = draft.target, []  # "ministers appealed to", read as appealed
    return False


def _asks(view: View, node: int) -> bool:
    """Return whether somebody only asks a question: "asked whether he would go"."""
    parse = view.parse
    if parse.lemmas[node] != "ask":
        return False
    return any(
        parse.lows[each] in QUESTIONS
        for clause in parse.under(node, "ccomp", "xcomp", "advcl")
        for each in parse.children[clause]
    )


QUESTIONS = word_set("whether if what who how why where when which")


def _deed(view: View, draft: Draft) -> str | None:
    trigger, parse, node = draft.trigger, view.parse, draft.node
    if _asks(view, node):
        return "QUESTION"
    own = () if trigger.passive else subjects(view, node)[0]
    if any(parse.lemmas[each] in NATURE for each in own):
        return "ACCIDENT"
    if trigger.kind in PAIRED or trigger.type in ("SUPPORT", "COOPERATE"):
        said = trigger.type == "SUPPORT" and parse.under(node, "obj", "obl") and any(
            each.code for each in draft.source)  # fmt: skip
        both = draft.source and (draft.target or trigger.passive or said or gather(view, draft))
        return None if both and known_party(draft) else "NO_ACTOR"
    given = trigger.passive or parse.under(node, "obj", "iobj") or " " in trigger.entry
    if trigger.kind == "mediate" and not draft.source:
        return "NO_ACTOR"
    if trigger.kind == "handed" and not given:
        return "NO_TARGET"
    if trigger.kind == "permit" and (draft.inherited or not draft.source or not given):
        return "NO_ACTOR"
    if trigger.kind == "phone":
        return None if draft.source and rung(view, draft) else "NO_ACTOR"
    return None if draft.source or draft.target else "NO_ACTOR"


FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE"})
DONE = frozenset({"coup", "cyber", "capture", "deportation"})
"""Classes of nouns that tell of a deed done, wherever they stand."""


def _noun(view: View, draft: Draft) -> str | None:
    trigger, parse, node = draft.trigger, view.parse, draft.node
    verb = next((each for each in parse.above(node) if parse.is_verb(each)), None)
    both = bool(draft.source and draft.target)
    coded = any(each.code for each in (*draft.source, *draft.target))
    if trigger.kind == "talks" and verb is not None:
        if parse.lows[verb] in FAILING and parse.deps[node] == "nsubj":
            draft.reading = replace(draft.reading, status="failed")
            return None
        return None if both else "NO_ACTOR"
    if fails(view, draft):
        draft.reading = replace(draft.reading, status="failed")
        return None if coded else "NO_ACTOR"
    if trigger.kind == "visit" and _travels(view, draft, node):
        return None
    if trigger.kind in DONE:
        return None if coded else "NOUN_ALONE"
    if trigger.kind != "attack":
        if both and trigger.kind in MUTUAL - {"ceasefire"}:
            return None
        told = (
            (both and coded and trigger.type not in FORCE)
            or attended(view, draft)
            or wished(view, draft)
            or happens(view, draft)
        )
        ahead = draft.reading.status in ("planned", "hypothetical")
        told = told or (trigger.kind == "sanctions" and ahead and bool(draft.source))
        return None if told else "NOUN_ALONE"
    return None if both or coded else "NO_ACTOR"


def _travels(view: View, draft: Draft, node: int) -> bool:
    """Return whether somebody is on a visit: "the minister, on a visit to Rome, praised it"."""
    parse = view.parse
    if parse.case(node) not in ("on", "during"):
        return False
    head = parse.heads[node]
    own = [head] if head >= 0 and not parse.is_verb(head) else []
    own = own or next((subjects(view, each)[0] for each in parse.above(node)
                       if parse.is_verb(each)), [])  # fmt: skip
    who = draft.source or doers(view, own)
    aimed = [each for each in draft.target if each.code]
    if not who or not aimed or not who[0].code or who[0].code == aimed[0].code:
        return False
    draft.source, draft.target = who, aimed
    return True


NATURE = word_set(
    "rain storm wind snow blizzard flood wave hail cyclone hurricane typhoon earthquake quake "
    "tremor blaze wildfire disease cholera outbreak epidemic virus pandemic drought famine "
    "landslide mudslide avalanche heat heatwave lightning tornado volcano eruption fever plague"
)


def _assault(view: View, scene: Scene, draft: Draft, found: Found) -> str | None:
    trigger = draft.trigger
    words = {each.low for each in scene.tokens}
    own = () if trigger.passive else subjects(view, draft.node)[0]
    if any(view.parse.lemmas[each] in NATURE for each in own):
        return "ACCIDENT"
    if trigger.light is not None or trigger.kind == "attack":
        return None if draft.source or draft.target or found.places else "NO_ACTOR"
    if words & ACCIDENTS and not found.instruments and not draft.source:
        return "ACCIDENT"
    if trigger.kind == "fight":
        return None if draft.source else "NO_ACTOR"
    near = bool(found.counts)
    nouns = any(each.kind == "attack" and each.form == "noun" for each in scene.triggers)
    armed = bool(draft.source) or bool(found.instruments) or nouns
    hit = bool(draft.target) or near or bool(found.places)
    toll = trigger.passive and near
    if trigger.kind == "contact":
        struck = trigger.passive and bool(draft.target)
        return None if (hit and (armed or toll)) or struck else "NO_TARGET"
    if trigger.kind == "effect" and not armed and not (found.war_known and toll):
        fought = any(each.sector in ARMED for each in draft.target) or words & FIGHTING
        if trigger.mode is None and not fought:
            return "NO_CAUSE"
    return None if hit or draft.source else "NO_ACTOR"


def _abroad(view: View, draft: Draft, node: int) -> bool:
    """Return whether soldiers leave another state: "French troops left Niger"."""
    mention = view.mention_at.get(node)
    left = draft.type == "RETREAT" and mention is not None and mention.kind == "state"
    codes = {each.code for each in draft.source if each.code}
    return left and bool(codes) and mention is not None and mention.actors[0].code not in codes


def _takes_land(view: View, draft: Draft) -> bool:
    """Return whether what was taken is land, or a thing abroad."""
    held = view.parse.under(draft.node, "nsubj" if draft.trigger.passive else "obj")
    return any(_is_land(view, each) or _abroad(view, draft, each) for each in held)


def _is_land(view: View, node: int) -> bool:
    """Return whether what was taken or left is land: a town, or a name that is nobody's."""
    parse = view.parse
    if view.place_of(node):
        return True
    mention = view.mention_at.get(node)
    named = parse.tags[node] == "NNP" and view.token(node) not in view.dated
    nobody = mention is None or (
        mention.kind == "name" and not any(each.code or each.sector for each in mention.actors)
    )
    return (named and nobody) or parse.lemmas[node] in LAND


LAND = frozenset({"enclave", "island", "peninsula", "province", "archipelago", "salient"})
