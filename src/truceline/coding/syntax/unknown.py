"""Whose a name is that no lexicon knows: "American F-16s", "Nepal's Maoists", "the Alliance"."""

from dataclasses import replace

from truceline.coding.syntax.generic import BODIES, spoken_of
from truceline.coding.syntax.view import View
from truceline.terms.events import Actor


def formally(view: View, node: int, first: Actor) -> Actor | None:
    """Return the body that "the Alliance" or "the Union" is, where the story has named it.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The name.
    first : Actor
        As it is written, without a code.

    Returns
    -------
    Actor or None
        None for a name of more than one word, and where the story has named no such body.
    """
    if view.parse.lows[node] not in BODIES["IGO"] or " " in first.text:
        return None
    found = spoken_of(view, node, first)
    return found if found.code else None


def coloured_by(view: View, node: int, actor: Actor) -> list[Actor]:
    """Return a name with the state of the adjective before it, empty without: "American F-16s"."""
    for each in view.parse.under(node, "amod", "compound"):
        mention = view.mention_at.get(each)
        if mention is not None and mention.kind == "people" and mention.actors[0].code:
            return [replace(actor, code=mention.actors[0].code)]
    return []


def possessed_by(view: View, node: int, actor: Actor) -> list[Actor]:
    """Return a name with the state that has it, empty without: "Nepal's Maoists"."""
    for each in view.parse.under(node, "nmod"):
        mention = view.mention_at.get(each)
        held = view.parse.subs[each] == "poss" and mention is not None
        if mention is not None and held and mention.kind in ("state", "capital"):
            return [replace(actor, code=mention.actors[0].code)]
    return []
