"""A story's cast: whose "the ministry" is, whose side "our" is on, who "both sides" are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from truceline.coding.records import record
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

if TYPE_CHECKING:
    from truceline.coding.syntax.view import View

DOMESTIC = frozenset({"GOV", "MIL", "GOVMIL", "COP", "LEG", "JUD", "OPP"})
"""Sectors of bodies that a state has one of."""
WE = word_set("we our us ours ourselves")
QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”")
OURS = re.compile(
    r"\b[Oo]ur (?:\w+ )?(?:forces|troops|soldiers|men|aircraft|aviation|planes|pilots|airspace|"
    r"territory|soil|waters|borders?|army|navy|fleet|units|guns|artillery|batteries|ships|vessels|"
    r"positions|lines|peacekeepers|sailors|marines|side|people|country|nation|citizens)\b|"
    r"\b(?:aircraft|soldiers|men|ships|tanks) of ours\b"
)
"""What only one who speaks for a side calls his: a statement, a communiqué, an appeal."""


@record
class Cast:
    """Whom a story has named so far, by the short words that it may call them by later.

    `bodies` are the states whose ministry, army or president was named last, by the noun; `rebels`
    the groups of fighters named, one of each state; `foes` the two told last to act against each
    other; `ours` whether the story is told by a side, and `voice` which.
    """

    bodies: Mapping[str, str] = field(default_factory=dict)
    rebels: tuple[Actor, ...] = ()
    foes: tuple[Actor, ...] = ()
    ours: bool = False
    voice: Actor | None = None


def is_told_by_a_side(text: str) -> bool:
    """Return whether a text says "our troops" outside its quotations.

    Parameters
    ----------
    text : str
        The story's.

    Returns
    -------
    bool
        True for a ministry's statement, False for a report that quotes one.

    Examples
    --------
    >>> is_told_by_a_side("Our aircraft struck the port."), is_told_by_a_side('"Our men won."')
    (True, False)
    """
    return OURS.search(text) is not None and OURS.search(QUOTED.sub("", text)) is not None


def cast_of(text: str) -> Cast:
    """Return the cast of a story that is about to be read: nobody, and whether a side tells it.

    Examples
    --------
    >>> cast_of("Our aircraft struck the port.").ours
    True
    """
    return Cast(ours=is_told_by_a_side(text))


def named_as(view: "View", cast: Cast) -> Cast:
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
    found = dict(cast.bodies)
    voice, rebels = cast.voice, cast.rebels
    for node, mention in view.mention_at.items():
        actor = mention.actors[0] if mention.actors else None
        if actor is not None and actor.code and actor.sector == "REB" and (
            actor.code not in {each.code for each in rebels}):  # fmt: skip
            rebels = (*rebels, actor)
        if actor is None or mention.kind != "role" or actor.sector not in DOMESTIC:
            continue
        if actor.code and actor.code not in ABROAD:
            found[view.parse.lemmas[node].lower()] = actor.code
            found[actor.sector] = actor.code
            if cast.ours and voice is None:
                voice = Actor(actor.text, actor.code)
    if voice is cast.voice and rebels is cast.rebels and found == cast.bodies:
        return cast
    return replace(cast, bodies=found, rebels=rebels, voice=voice)


ABROAD = frozenset({"IGO", "NGO", "IMG", "MNC"})


def facing(cast: Cast, source: Sequence[Actor], target: Sequence[Actor]) -> Cast:
    """Return the cast with those who act against each other in an event as its foes.

    Parameters
    ----------
    cast : Cast
        Of the story so far.
    source, target : sequence of Actor
        The event's; a state and rebels of its own are two.

    Returns
    -------
    Cast
        The same object where the event names no two.

    Examples
    --------
    >>> told = facing(Cast(), [Actor("Mali", "MLI", "MIL")], [Actor("rebels", "MLI", "REB")])
    >>> [each.text for each in told.foes]
    ['Mali', 'rebels']
    """
    one = next((each for each in source if each.code), None)
    if one is None:
        return cast
    two = next((each for each in target if each.code and side_of(each) != side_of(one)), None)
    return cast if two is None else replace(cast, foes=(one, two))


def side_of(actor: Actor) -> tuple[str | None, bool]:
    """Return what tells one side from another: the state, and whether it is its rebels."""
    return actor.code, actor.sector == "REB"


def owner_in_story(view: "View", node: int) -> str | None:
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


def is_formal(view: "View", node: int) -> bool:
    """Return whether a body is spoken of as a name that the story gave before: "the Ministry"."""
    parse = view.parse
    return parse.words[node][:1].isupper() and any(
        parse.lows[each] == "the" for each in parse.under(node, "det"))  # fmt: skip
