"""Where a deed was done that no preposition places: "captured Konna", "left the town of Sake"."""

from truceline.coding.draft import Draft
from truceline.coding.places import disputed, land_of
from truceline.coding.syntax.arguments import subjects
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Place

MOVED = frozenset({"seize", "withdraw"})
GROUND = word_set(
    "overrun storm retake recapture besiege shell bomb pound evacuate abandon strafe enter vacate "
    "encircle surround liberate"
)
"""Verbs whose object in capitals is a town, where nobody goes by that name."""
NAMES = frozenset({"name", "none", "capital", "thing"})


def stand(view: View, draft: Draft, states: frozenset[str]) -> None:
    """Give a deed that no preposition places the town that was taken, struck or left.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        One of its events; `place` is changed where it has none.
    states : frozenset of str
        States of the war and of the story, for towns with one name.
    """
    moved = draft.type == "ASSAULT" or draft.trigger.mode in MOVED
    if draft.place is not None or draft.node < 0 or not moved:
        return
    if draft.trigger.passive:
        nodes = subjects(view, draft.node)[0]
    else:
        nodes = view.parse.under(draft.node, "obj")
    for node in nodes:
        place = _town(view, node, draft, states)
        if place is not None:
            draft.place = disputed(place, draft.when.start if draft.when else None)
            return


def _town(view: View, node: int, draft: Draft, states: frozenset[str]) -> Place | None:
    mention = view.mention_at.get(node) or view.inside.get(node)
    if view.parse.tags[node][:3] != "NNP" or (mention is not None and mention.kind not in NAMES):
        return None
    name = view.phrase(node)
    place = land_of(name, states)
    ground = view.parse.lemmas[draft.node] in GROUND and name.replace(" ", "").isalpha()
    if place is None and ground and mention is None:
        return Place(name, where_prec=1)
    return place
