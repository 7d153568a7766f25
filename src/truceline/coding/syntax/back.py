"""Who of a story's earlier deeds a later one may be aimed at: "denounced the shelling"."""

from collections.abc import Iterator, Sequence
from itertools import chain

from truceline.coding.cast import side_of
from truceline.coding.dealings import Deed
from truceline.coding.draft import Draft
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor
from truceline.terms.ontology import QUAD_OF, Quad, Type

Party = tuple[tuple[Actor, ...], list[str]]

FAR = 3
"""A deed so many sentences back is still the last one, and so many times against somebody are told
apart."""
POINTING = word_set("it this that these those")
CONFLICT = ("material conflict", "verbal conflict")


def before(view: View, draft: Draft) -> Iterator[Party]:
    """Yield those whom the story told of before, each with what makes them likely.

    Parameters
    ----------
    view : View
        The sentence, and the deeds that the story told of before it.
    draft : Draft
        One of its events, with its source.

    Yields
    ------
    tuple
        Actors with a code, and the grounds.
    """
    if not view.deeds:
        return
    yield from _last(view, draft)
    yield from _pointed_at(view, draft)
    if own := frozenset([each.code for each in draft.source if each.code]):
        yield from _faced(view.deeds, own)


def _last(view: View, draft: Draft) -> Iterator[Party]:
    """Yield both sides of the deed told last, if it stands in one of the last sentences."""
    deed = view.deeds[-1]
    ago = view.number - deed.sentence
    if ago > FAR:
        return
    pair = f"{quad_of(deed.type)} then {quad_of(draft.type)}"
    for side, actors in (("source", deed.source), ("target", deed.target)):
        if actors:
            yield actors, [f"{side} of the last deed, {ago} back", f"{side} of the last, {pair}"]


def _pointed_at(view: View, draft: Draft) -> Iterator[Party]:
    """Yield both sides of the deed that a noun of the event speaks of: "the shelling", "it"."""
    nouns, lows = view.nouns, view.parse.lows
    if not nouns and POINTING.isdisjoint(lows):
        return
    words = _nouns_of(view, draft)
    kinds = {nouns[each][2].type for each in words if each in nouns}
    pointing = any(lows[each] in POINTING for each in words)
    if not kinds and not pointing:
        return
    for deed in reversed(view.deeds):
        if deed.type in kinds or (pointing and view.number - deed.sentence <= 1):
            how = "named again" if deed.type in kinds else "meant by a pronoun"
            for side, actors in (("source", deed.source), ("target", deed.target)):
                if actors:
                    yield actors, [f"{side} of the deed {how}",
                                   f"{side} of the deed {how}, {draft.type}"]  # fmt: skip
            return


def _nouns_of(view: View, draft: Draft) -> list[int]:
    """Return the nouns that the event's word governs, and those that hang on these."""
    parse = view.parse
    near = parse.under(draft.node, "obj", "obl", "nsubj", "nsubj:pass", "xcomp", "ccomp")
    return [*near, *chain.from_iterable(parse.under(each, "nmod") for each in near)]


def _faced(deeds: Sequence[Deed], own: frozenset[str]) -> Iterator[Party]:
    """Yield whom the story has most often told to be against the source."""
    against: dict[tuple[str, ...], int] = {}
    actors: dict[tuple[str, ...], tuple[Actor, ...]] = {}
    for deed in deeds:
        if quad_of(deed.type) not in CONFLICT:
            continue
        for those, others in ((deed.source, deed.target), (deed.target, deed.source)):
            if not others or own.isdisjoint([each.code for each in those]):
                continue
            if other := tuple([each for each in others if each.code not in own]):
                key = tuple(sorted([str(each.code) for each in other]))
                against[key] = against.get(key, 0) + 1
                actors.setdefault(key, other)
    if against:
        most = max(against, key=lambda each: against[each])
        yield actors[most], [f"most often against the source, {min(against[most], FAR)} times"]
        if len(against) == 1:
            yield actors[most], ["the only one against the source"]


def enemy(view: View, draft: Draft) -> tuple[Actor, ...]:
    """Return whom the story has most often told to be against the source of an event, or nobody.

    Where it tells of none abroad, the other side at home: a state or its own rebels.

    Parameters
    ----------
    view : View
        The sentence, and the deeds that the story told of before it.
    draft : Draft
        One of its events.

    Returns
    -------
    tuple of Actor
        Empty where the source has no code, or the story tells of nobody against it.
    """
    own = frozenset([each.code for each in draft.source if each.code])
    abroad = next((actors for actors, _ in _faced(view.deeds, own)), ()) if own else ()
    sides = {side_of(each) for each in draft.source if each.code}
    for deed in reversed(view.deeds) if own and not abroad else ():
        pair = (*deed.source, *deed.target)
        home = tuple([each for each in pair if each.code in own and side_of(each) not in sides])
        if home and quad_of(deed.type) in CONFLICT and not sides.isdisjoint(map(side_of, pair)):
            return home
    return abroad


def quad_of(kind: str) -> Quad:
    """Return whether a type is of words or deeds, of conflict or cooperation."""
    named: Type = kind  # type: ignore[assignment]
    return QUAD_OF[named]
