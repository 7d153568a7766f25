"""One parsed sentence to drafts, and whom its pronouns and the next one's may mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.coding.arguments import Scene
from truceline.coding.attribution import CLOSING, Speaker, reporting
from truceline.coding.clauses import clauses_of
from truceline.coding.counted import PERSONS
from truceline.coding.draft import Draft, Found
from truceline.coding.drafts import Dropped
from truceline.coding.places import disputed, land_of
from truceline.coding.syntax.back import enemy
from truceline.coding.syntax.drafts import drafts_by_parse
from truceline.coding.syntax.fill import MOVES
from truceline.coding.syntax.find import triggers_by_parse
from truceline.coding.syntax.generic import NAMED as NAMED_BEFORE
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

Recent = tuple[tuple[Actor, str], ...]


def read(
    view: View, found: Found, speaking: frozenset[int], arms: frozenset[int]
) -> tuple[Scene, list[Draft], Dropped]:
    """Return the scene of a parsed sentence, its drafts, and what reports no event.

    Parameters
    ----------
    view : View
        The sentence.
    found : Found
        Its numbers, places and weapons.
    speaking, arms : frozenset of int
        Tokens of those who only say so, and of weapons.

    Returns
    -------
    tuple
        Scene, drafts in the order of the text, dropped triggers with their reasons.
    """
    numbered = triggers_by_parse(view)
    triggers = [trigger for _, trigger in numbered]
    clauses = clauses_of(view.tokens, view.mentions, triggers)
    scene = Scene(view.tokens, view.mentions, clauses, triggers, speaking, arms)
    drafts, dropped = drafts_by_parse(view, scene, found, [node for node, _ in numbered])
    return scene, drafts, dropped


def remembered(view: View, recent: Recent) -> Recent:
    """Return whom "he", "it" and "they" may mean in the next sentence.

    The last subject of each kind stays until another takes its place.
    """
    parse = view.parse
    latest: dict[str, tuple[Actor, ...]] = {}
    for actor, how in recent:
        latest[how] = (*latest.get(how, ()), actor)
    for node in [at for at, dep in enumerate(parse.deps) if dep == "nsubj"]:
        if parse.tags[node][:2] != "NN" or view.token(node) in view.avoid:
            continue
        mention = view.mention_at.get(node)
        named = mention is not None and mention.kind not in ("thing", "none")
        if not named and parse.tags[node][:3] != "NNP":
            continue
        actors = tuple(parties(view, node))
        if actors:
            latest[_how(view, node, actors)] = actors
    spoken = [each for mention in view.mentions for each in mention.actors if each.code]
    names = [*latest.pop(NAMED_BEFORE, ()), *spoken]
    told = [(actor, how) for how, actors in latest.items() for actor in actors]
    return (*told, *[(actor, NAMED_BEFORE) for actor in names[-KEPT:]])


KEPT = 6
"""So many of those named last are kept for "both sides" and "the group"."""


def acquainted(view: View, known: Mapping[str, Actor]) -> dict[str, Actor]:
    """Return the coded persons named so far by each name they go by: "Abiy" is Abiy Ahmed."""
    found = dict(known)
    for mention in view.mentions:
        actor = mention.actors[0] if mention.actors else None
        if actor is None or not actor.code:
            continue
        half = view.tokens[mention.first].text
        if half in HALVES and mention.last > mention.first + 1:
            found[half] = Actor(half, actor.code)  # "the North", where North Korea was named
        if mention.kind not in ("person", "role"):
            continue
        names = [view.tokens[i].text for i in range(mention.first, mention.last)]
        if actor.name is None and len(names) < NAMED:
            continue
        for word in actor.name.split() if actor.name else names[-1:]:
            if word[:1].isupper() and len(word) > 2:
                found.setdefault(word, actor)
    return found


HALVES = frozenset({"North", "South", "East", "West"})
NAMED = 3
"""Words of a title and a name, such as "Foreign Minister Smith"; fewer may be an office alone."""


def heard(view: View, speaker: Speaker) -> bool:
    """Return whether who is said to speak is the subject of the verb of saying, by the parse."""
    if speaker.at < 0:
        return True
    node = view.laid.node_of[speaker.at]
    after = view.tokens[speaker.verb + 1 : speaker.verb + 2]
    if after and after[0].low == "that" and not view.parse.under(
        view.laid.node_of[speaker.verb], "nsubj"):  # fmt: skip
        return True  # "the ministry states that", which is read as a ministry of states
    chain = [node, *view.parse.above(node)]
    low = view.parse.lows
    for each in chain:
        if view.parse.deps[each] == "nsubj":
            head = view.parse.heads[each]
            return reporting(low[head], view.lexicons) is not None or low[head] in CLOSING
        if view.parse.is_verb(each):
            break
    return True


def _how(view: View, node: int, actors: Sequence[Actor]) -> str:
    if len(actors) > 1 or view.parse.tags[node] in ("NNS", "NNPS"):
        return "they"
    mention = view.mention_at.get(node)
    kind = mention.kind if mention is not None else ""
    person = view.is_person(node) and (kind == "role" or not actors[0].code)
    return "he" if actors[0].name or kind == "person" or person else "it"


def own(view: View, draft: Draft) -> None:
    """Give those hit the land they were hit in, or the side that their attacker fights."""
    if draft.basis.get("target", "").endswith("of the place") and len(draft.target) > 1:
        place, *others = draft.target
        if not any(each.code for each in others):
            draft.target = [
                replace(each, code=place.code) for each in others
                if each.text.lower() not in place.text.lower()
            ] or [place]  # fmt: skip
    _town(view, draft)
    _land(view, draft)
    _oppose(view, draft)
    _face(view, draft)
    if draft.trigger.kind in MOVES:
        draft.target = [each for each in draft.target if each.code]


def _town(view: View, draft: Draft) -> None:
    """Give a town that was taken, struck or left, and that no preposition marks, its state."""
    moved = draft.type in ("ASSAULT", "RETREAT", "MOBILIZE") or draft.trigger.mode == "seize"
    moved = moved or (draft.node >= 0 and view.parse.lemmas[draft.node] in RINGING)
    if not moved:
        return
    own = {each.code for each in draft.source if each.code}
    if _claimed(draft, own):
        return
    bare = [each for each in draft.target if not each.code and each.text[:1].isupper()]
    if not bare or any(each.code for each in draft.target):
        return
    states = frozenset(a.code for m in view.mentions for a in m.actors if a.code)
    for each in bare:
        place = land_of(each.text, states | set(view.sides))
        if place is None:
            continue
        code = place.holder
        if place.disputed and code not in view.sides:
            code = place.faced_by(own)
        if code and code not in own:
            draft.target = [replace(one, code=code) if one is each else one
                            for one in draft.target]  # fmt: skip
            draft.basis["target"] = "country of the place"


RINGING = frozenset({"surround", "encircle", "besiege", "blockade"})


def _claimed(draft: Draft, own: set[str]) -> bool:
    """Give a town in land that its attacker claims to the state it lies in by the map.

    A smaller namesake at home is not meant: who is said to have shelled it fights for the other.
    """
    if len(draft.target) != 1 or draft.target[0].code not in (None, *own):
        return False
    [hit] = draft.target
    here = draft.place is not None and draft.place.name == hit.text
    for found in (land_of(hit.text, frozenset()), draft.place if here else None):
        place = disputed(found, None) if found is not None else None
        code = place.faced_by(own) if place is not None else None
        if code:
            draft.target = [replace(hit, code=code)]
            draft.basis["target"] = "country of the place"
            draft.place = place if here else draft.place
            return True
    return False


def _land(view: View, draft: Draft) -> None:
    """Give things that were hit or taken, and that nobody owns, to the land they stand in."""
    hit = draft.type == "ASSAULT" or draft.trigger.mode == "seize"
    place, own = draft.place, {each.code for each in draft.source if each.code}
    if not hit or place is None or not draft.target or any(each.code for each in draft.target):
        return
    code = place.holder
    home = all(each.sector == "REB" for each in draft.source)
    fits = code and (home or code not in own) and (not place.disputed or code in view.sides)
    plain = all(
        not each.text[:1].isupper() and each.sector not in ("REB", "GOV") and not _people(each)
        for each in draft.target
    )
    if fits and plain:
        draft.target = [replace(each, code=code) for each in draft.target]
        draft.basis["target"] = "country of the place"


def _people(actor: Actor) -> bool:
    """Return whether a noun names persons, who are nobody's for standing in a land."""
    return bool(set(re.findall(r"\w+", actor.text.lower())) & PERSONS)


def _oppose(view: View, draft: Draft) -> None:
    """In a war of two sides, let what one side hits or takes be the other's."""
    fought = draft.type == "ASSAULT" or draft.trigger.mode == "seize"
    if not fought or len(view.sides) != 2 or any(each.code for each in draft.target):
        return
    codes = {each.code for each in draft.source}
    others = [code for code in view.sides if code not in codes]
    if len(codes) == 1 and len(others) == 1:
        nobody = [Actor(others[0])]
        draft.target = [replace(each, code=others[0]) for each in draft.target or nobody]
        draft.basis["target"] = "the other side of the war"


def _face(view: View, draft: Draft) -> None:
    """Let things that nobody owns, and that one side of a story hits or takes, be its enemy's."""
    hit = draft.type == "ASSAULT" or draft.trigger.mode in TAKEN
    if not hit or not draft.target or draft.reading.status == "denied":
        return
    known = any(each.code or each.sector == "CVL" for each in draft.target)
    civil = any(not CIVIL.isdisjoint(each.text.lower().split()) for each in draft.target)
    if known or civil:
        return
    if foe := enemy(view, draft):
        draft.target = [*foe]
        draft.basis["target"] = "whom the story tells to be against the source"


TAKEN = frozenset({"seize", "arrest"})
CIVIL = word_set(
    "school schools home homes house houses hospital hospitals clinic clinics mosque mosques "
    "church churches market markets building buildings apartment apartments shelter shelters bus "
    "buses refugee refugees aid relief ambulance ambulances bakery funeral wedding village villages"
)
"""What the people of a land live by is not its enemy's."""
