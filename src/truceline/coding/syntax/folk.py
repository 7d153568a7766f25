"""Whom a state's own forces hit: people in words, not the state; and whom it promises nothing."""

from collections.abc import Iterable, Iterator

from truceline.coding.cast import side_of
from truceline.coding.counted import PERSONS
from truceline.coding.draft import Draft
from truceline.coding.syntax.senses import FOLK as CROWDS
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

FORCE = frozenset({None, "GOV", "MIL", "GOVMIL", "COP"})
FOLK = PERSONS | CROWDS | word_set("people donors lenders backers listeners friends")
FIGHTING = word_set(
    "soldier soldiers fighter fighters militant militants insurgent insurgents rebel rebels "
    "guerrilla guerrillas troops gunman gunmen terrorist terrorists servicemen serviceman"
)
BODILY = frozenset({"killed", "wounded"})


def in_words(view: View, draft: Draft) -> None:
    """Let those whom a state hits in its own land be the people that the sentence names.

    "Myanmar's army bombed a village, killing 40 people" is no attack on Myanmar, and what a state
    promises it does not promise itself. Where rebels are spoken of they may be meant.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        One of its events, when its target has been chosen; `target` is changed.
    """
    if draft.node < 0 or "reciprocal" in draft.basis:
        return
    if draft.trigger.mode == "withdraw" and _codes(draft.target) <= _codes(draft.source):
        draft.target = []  # out of a place of his own war
    if not is_own(draft):
        return
    rebels = any(each.sector == "REB" for one in view.mentions for each in one.actors)
    if rebels and draft.type != "COERCE":
        return
    if draft.type == "ASSAULT" or draft.trigger.mode in ("arrest", "deport"):
        if all(each.sector in (None, "CVL") for each in draft.target):
            draft.target = next(([each] for each in _people(view, draft)), draft.target)
    elif draft.type == "AGREE" and all(each.sector in FORCE for each in draft.target):
        draft.target = []


def _codes(actors: Iterable[Actor]) -> set[str]:
    return {each.code for each in actors if each.code}


def are_people(draft: Draft) -> bool:
    """Return whether the target of an event is people whom a word names and nobody owns.

    Parameters
    ----------
    draft : Draft
        An event as the rules give it: hit, freed or asked.

    Returns
    -------
    bool
        True for "seven customers", not for "people", who are those of the land.
    """
    if draft.type not in TO_PEOPLE or not draft.target or any(each.code for each in draft.target):
        return False
    hit = {word for each in draft.counts if each.count.what in BODILY
           for word in each.count.quote.lower().split()}  # fmt: skip
    last = [each.text.lower().split()[-1] for each in draft.target]
    return all(each in FOLK | hit and each not in ANYBODY for each in last)


TO_PEOPLE = frozenset({"RETREAT", "REQUEST"})
ANYBODY = word_set(
    "people person persons civilians others men women children victims prisoners prisoner hostages "
    "hostage captives enemy enemies foe foes opponents attackers attacker column population"
)


def is_own(draft: Draft) -> bool:
    """Return whether the target of an event is its source itself, and none of its rebels.

    Parameters
    ----------
    draft : Draft
        An event with both its sides.

    Returns
    -------
    bool
        False, too, where a side has no code.
    """
    sides = {side_of(each) for each in draft.source}
    aimed = {side_of(each) for each in draft.target if each.code}
    state = all(each.code and each.sector in FORCE for each in draft.source)
    return bool(aimed) and state and aimed == sides


def _people(view: View, draft: Draft) -> Iterator[Actor]:
    """Yield the people whom an event's words govern, then those counted as hit."""
    parse = view.parse
    for trigger in draft.triggers():
        node = view.laid.node_of[trigger.first]
        held = parse.under(node, "obj")
        held += parse.under(node, "nsubj") if trigger.passive else []
        if trigger.form == "noun":
            held += [each for each in parse.under(node, "nmod") if parse.case(each) in AIMED]
        for each in held:
            if parse.lows[each] in FOLK and parse.lows[each] not in FIGHTING:
                yield Actor(view.phrase(each), None, "CVL")
    for counted in draft.counts:
        words = counted.count.quote.lower().split()
        if counted.count.what in BODILY and words[-1].isalpha() and words[-1] not in FIGHTING:
            yield Actor(counted.count.quote, None, "CVL")
    yield from (Actor(each.text, None, "CVL") for each in draft.target if each.sector == "CVL")
    below = set(parse.subtree(draft.node))
    for mention in view.mentions:
        inside = view.head_of(mention.first, mention.last) in below
        who = mention.actors[0]
        if who.sector == "CVL" and inside and who not in draft.source:
            yield Actor(who.text, None, "CVL")


AIMED = frozenset({"of", "on", "against"})
