"""Whose a body is that the sentence gives no owner: "the ministry", by the story before."""

from collections.abc import Iterator
from dataclasses import replace

from truceline.coding.actors import Mention
from truceline.coding.cast import DOMESTIC, Cast
from truceline.coding.syntax.generic import fought_over, last_named
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
    """Return the state that a body without an owner belongs to: "the army", "police".

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The body.

    Returns
    -------
    str or None
        The one state that the sentence names, of those that can own it, else one of the story.
    """
    told = owner_in_story(view, node)
    if told and is_formal(view, node):
        return told
    sector = view.mention_at[node].actors[0].sector if node in view.mention_at else ""
    here = list(_owning(view, node))
    home = _one_owner(view, {code for code, _ in here}, sector) or told or view.cast.land
    if home:
        return home
    ruled = fought_over(view) if _of_government(view, node) else None
    named = {actor.code for each in view.mentions for actor in each.actors}
    before = ruled or last_named(view, frozenset(named - {code for code, _ in here}))
    return before or _nearest(view, node, here) or view.cast.bodies.get(sector or "")


def _one_owner(view: View, owning: set[str], sector: str | None) -> str | None:
    """Return the one state that a sentence leaves as a body's: its own, or soldiers' the town's."""
    towns = {each.country for token, each in view.towns.items()
             if view.parse.case(view.laid.node_of[token]) != "from"} - OUTSIDE  # fmt: skip
    if view.home:
        return view.home if view.home in owning | towns else None
    states = owning if sector in ("GOV", "GOVMIL") else owning | towns
    return next(iter(states)) if len(states) == 1 else None


def _of_government(view: View, node: int) -> bool:
    """Return whether troops are called the government's: "government forces"."""
    return any(view.parse.lows[each] in ("government", "pro-government", "loyalist")
               for each in view.parse.under(node, "compound", "amod"))  # fmt: skip


def _owning(view: View, node: int) -> Iterator[tuple[str, int]]:
    """Yield the states that a sentence names and that may have a body, each with where it ends."""
    above = _verb_of(view, node)
    for mention in view.mentions:
        for actor in mention.actors:
            code = actor.code
            if code and code not in OUTSIDE and not _strange(view, mention, node, above):
                yield code, mention.last


def _verb_of(view: View, node: int) -> int | None:
    """Return the verb that a noun is the subject of."""
    parse = view.parse
    while parse.deps[node] == "conj":
        node = parse.heads[node]
    return parse.heads[node] if parse.deps[node] == "nsubj" else None


def _strange(view: View, mention: Mention, node: int, verb: int | None) -> bool:
    """Return whether a state is no owner of a body: what it acts on, where somebody comes from."""
    parse = view.parse
    own = view.head_of(mention.first, mention.last)
    lent = mention.kind == "people" and parse.deps[own] in ("amod", "compound")
    if lent and parse.heads[own] != node and parse.case(parse.heads[own]) == "with":
        return True  # "with Russian air support"
    inside = [each.low for each in view.tokens[mention.first : mention.last]]
    if parse.case(own) == "from" or "from" in inside:
        return True
    for each in (own, *parse.above(own)):
        if parse.deps[each] in ("obj", "iobj") and parse.heads[each] == verb:
            return _abroad(view, mention, each)
        if parse.is_verb(each):
            return parse.deps[each] == "acl" and parse.case(own) == "by"
    return False


def _abroad(view: View, mention: Mention, node: int) -> bool:
    """Return whether what is acted on is another state, its soldiers or its diplomats."""
    sector = mention.actors[0].sector
    if mention.kind in ("state", "people"):
        return True
    return sector == "MIL" or (sector == "GOV" and view.parse.lemmas[node] in SENT)


SENT = frozenset({"ambassador", "envoy", "diplomat", "consul", "embassy", "delegation"})
"""Whom a state has in another's."""


def _nearest(view: View, node: int, here: list[tuple[str, int]]) -> str | None:
    """Return the state named last before a body in its sentence."""
    at = view.token(node)
    return next((code for code, last in reversed(here) if last <= at), None)
