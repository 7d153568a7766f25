"""Whose a body is that the sentence gives no owner: "the ministry", by the story before."""

from dataclasses import replace

from truceline.coding.cast import DOMESTIC, Cast
from truceline.coding.syntax.generic import last_named
from truceline.coding.syntax.view import OUTSIDE, View
from truceline.terms.events import Actor


def named_as(view: View, cast: Cast) -> Cast:
    """Return the cast with the bodies that a sentence names, and with its voice if it has none.

    Parameters
    ----------
    view : View
        The sentence, when whom its nouns stand for was asked.
    cast : Cast
        Of the story before it.

    Returns
    -------
    Cast
        The same object where nobody is new.
    """
    found: dict[str, str] = {}
    voice, rebels = cast.voice, cast.rebels
    for node, mention in view.mention_at.items():
        actor = mention.actors[0] if mention.actors else None
        if actor is not None and actor.code and actor.sector == "REB" and (
            actor.code not in {each.code for each in rebels}):  # fmt: skip
            rebels = (*rebels, actor)
        if actor is None or mention.kind != "role" or actor.sector not in DOMESTIC:
            continue
        if actor.code and actor.code not in OUTSIDE:
            found[view.parse.lemmas[node].lower()] = actor.code
            found[actor.sector] = actor.code
            if cast.ours and voice is None:
                voice = Actor(actor.text, actor.code)
    fresh = any(cast.bodies.get(each) != code for each, code in found.items())
    if voice is cast.voice and rebels is cast.rebels and not fresh:
        return cast
    return replace(cast, bodies={**cast.bodies, **found}, rebels=rebels, voice=voice)


def owner_in_story(view: View, node: int) -> str | None:
    """Return the state whose body of this kind the story named last, or for whom it speaks.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        A body without an owner: "the ministry".

    Returns
    -------
    str or None
        A code.
    """
    voice = view.cast.voice.code if view.cast.voice is not None else None
    return voice or view.cast.bodies.get(view.parse.lemmas[node].lower())


def is_formal(view: View, node: int) -> bool:
    """Return whether a body is spoken of as a name that the story gave before: "the Ministry"."""
    parse = view.parse
    return parse.words[node][:1].isupper() and any(
        parse.lows[each] == "the" for each in parse.under(node, "det"))  # fmt: skip


def own_state(view: View, node: int) -> str | None:
    """Return the state that a body without an owner belongs to.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The body: "the army".

    Returns
    -------
    str or None
        The one that the sentence names, else the one that a story of its rebels is about, else the
        one named last.
    """
    told = owner_in_story(view, node)
    if told and is_formal(view, node):
        return told
    sector = view.mention_at[node].actors[0].sector if node in view.mention_at else ""
    last = view.cast.bodies.get(sector or "")
    land = view.home or told or view.cast.land
    return land or last_named(view, node) or _nearest(view, node) or last


def _nearest(view: View, node: int) -> str | None:
    """Return the state named last before a body in its sentence."""
    at = view.token(node)
    for mention in reversed(view.mentions):
        code = mention.actors[0].code if mention.actors else None
        if mention.last <= at and code not in OUTSIDE:
            return code
    return None
