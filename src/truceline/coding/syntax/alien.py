"""Whose troops nobody strikes, feeds or threatens: his own, where no word says whose they are."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.syntax.parties import owned_by
from truceline.coding.syntax.view import View
from truceline.terms.events import Actor

TROOPS = frozenset({"MIL", "GOVMIL"})
AT_HOME = frozenset({"REB", "OPP", "JUD", "LEG", "CVL", "COP"})
"""Who may well act against the troops of his own state."""
TO_OTHERS = frozenset({
    "ASSAULT", "AID", "AGREE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "CONCEDE",
})  # fmt: skip


def alien(view: View, draft: Draft) -> None:
    """Let troops without an owner, to whom a state does something, be none of its own.

    Those of "Ethiopian jets bombed an army camp" are of the other state whose troops the story has
    told of, else nobody knows whose.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        One of its events, with its sides; `target` is changed.
    """
    if draft.type not in TO_OTHERS or any(each.sector in AT_HOME for each in draft.source):
        return
    own = {each.code for each in draft.source if each.code}
    last = view.cast.bodies.get("MIL")
    others = last if last not in own else None
    if draft.type in SPOKEN:
        draft.target = [
            each for each in draft.target if not (each.code in own and _his_own(view, each))
        ]
    draft.target = [
        replace(each, code=None if FOREIGN & set(each.text.lower().split()) else others)
        if each.code in own and _unowned(view, each)
        else each
        for each in draft.target
    ]


SPOKEN = frozenset({"REJECT", "AGREE"})
"""What is not said to those of whom it is said: "refused to withdraw its troops"."""
FOREIGN = frozenset({"foreign", "international", "outside"})
"""Troops of many, or of nobody knows whom."""


def _meant(view: View, actor: Actor) -> Iterator[tuple[Actor, int]]:
    """Yield troops that somebody is, or is a thing of, and the node of their name."""
    for mention in view.mentions:
        first = mention.actors[0] if mention.actors else None
        if first is None or first.sector not in TROOPS:
            continue
        if first.text == actor.text or actor.text.startswith(f"{first.text} "):
            yield first, view.head_of(mention.first, mention.last)


def _his_own(view: View, actor: Actor) -> bool:
    """Return whether somebody is the troops of who speaks: "its soldiers"."""
    parse = view.parse
    return any(
        first.text == actor.text
        and any(parse.tags[each] == "PRP$" for each in parse.children[node])
        for first, node in _meant(view, actor)
    )


def _unowned(view: View, actor: Actor) -> bool:
    """Return whether somebody is troops, or a thing of troops, and no word says whose."""
    for first, node in _meant(view, actor):
        if first.code is None:
            return not any(each.code for each in owned_by(view, node))
    return False
