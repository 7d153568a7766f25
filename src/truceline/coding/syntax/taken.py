"""Where a deed was done that no preposition places: "captured Konna", "left the town of Sake"."""

from collections.abc import Sequence

from truceline.coding.draft import Draft
from truceline.coding.places import Where, disputed, land_of
from truceline.coding.syntax.arguments import subjects
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Place

BODILY = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT"})
STANDING = word_set("in at near outside across above off along")
MOVED = frozenset({"seize", "withdraw"})
GROUND = word_set(
    "overrun storm retake recapture besiege shell bomb pound evacuate abandon strafe enter vacate "
    "encircle surround liberate"
)
"""Verbs whose object in capitals is a town, where nobody goes by that name."""
NAMES = frozenset({"name", "none", "capital", "thing"})


def stand(view: View, draft: Draft, states: frozenset[str], near: Sequence[Where]) -> None:
    """Give a deed that no preposition places the town that was taken, struck or left.

    A deed that is done somewhere stands at the one place that its sentence names for it.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        One of its events; `place` is changed where it has none.
    states : frozenset of str
        States of the war and of the story, for towns with one name.
    near : sequence of Where
        The places of the sentence that may be the event's.
    """
    moved = draft.type == "ASSAULT" or draft.trigger.mode in MOVED
    if draft.place is not None or draft.node < 0:
        return
    if draft.type in BODILY and len({each.place.name for each in near}) == 1 and (
        near[0].cue in STANDING and _governs(view, draft, near[0])
    ):  # fmt: skip
        draft.place = near[0].place
    if draft.place is not None or not moved:
        return
    if draft.trigger.passive or draft.trigger.kind == "fall":  # "Goma fell to the rebels"
        nodes = subjects(view, draft.node)[0]
    else:
        nodes = view.parse.under(draft.node, "obj")
    for node in nodes:
        place = _town(view, node, draft, states)
        if place is not None:
            draft.place = disputed(place, draft.when.start if draft.when else None)
            return


def _governs(view: View, draft: Draft, where: Where) -> bool:
    """Return whether the verb that a place hangs on is the deed's, or one that it hangs on."""
    parse, at = view.parse, draft.node
    above = [at]
    while parse.deps[at] != "acl" and parse.heads[at] >= 0 and len(above) < len(parse.heads):
        at = parse.heads[at]
        above.append(at)
    inner = view.laid.node_of[where.last - 1]
    first = next((each for each in parse.above(inner) if parse.is_verb(each)), None)
    if first is not None and parse.deps[first] == "acl" and draft.type == "ASSAULT":
        noun = parse.heads[first]  # where those were whom an attack hit
        return parse.heads[noun] == draft.node or first in above
    return first is not None and first in above


def _town(view: View, node: int, draft: Draft, states: frozenset[str]) -> Place | None:
    mention = view.mention_at.get(node) or view.inside.get(node)
    if view.parse.tags[node][:3] != "NNP" or (mention is not None and mention.kind not in NAMES):
        return None
    name = view.phrase(node)
    place = land_of(name, states)
    taken = view.parse.lemmas[draft.node] in GROUND or draft.trigger.kind in ("fall", "taken")
    ground = taken and name.replace(" ", "").isalpha()
    if place is None and ground and (mention is None or not mention.actors or (
        mention.actors[0].code is None)):  # fmt: skip
        return Place(name, where_prec=1)
    return place
