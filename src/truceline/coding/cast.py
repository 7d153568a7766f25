"""A story's cast: whose side "our" is on, who "both sides" and "the insurgents" are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from truceline.coding.records import record
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

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
    other; `ours` whether the story is told by a side, and `voice` which; `land` the state that the
    whole story is about, where it tells of rebels of its own.
    """

    bodies: Mapping[str, str] = field(default_factory=dict)
    rebels: tuple[Actor, ...] = ()
    foes: tuple[Actor, ...] = ()
    ours: bool = False
    voice: Actor | None = None
    land: str | None = None


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
    if "our" not in text and "Our" not in text:
        return False
    return OURS.search(text) is not None and OURS.search(QUOTED.sub("", text)) is not None


def cast_of(text: str, land: str | None = None) -> Cast:
    """Return the cast of a story that is about to be read: nobody, and whether a side tells it.

    Parameters
    ----------
    text : str
        The story's.
    land : str or None
        The state that it is about.

    Returns
    -------
    Cast
        Without names.

    Examples
    --------
    >>> cast_of("Our aircraft struck the port.").ours
    True
    """
    return Cast(ours=is_told_by_a_side(text), land=land)


HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "THREATEN", "ACCUSE", "REJECT"})
"""What those do to each other who are the two sides; others talk only while none are known."""


def facing(cast: Cast, kind: str, source: Sequence[Actor], target: Sequence[Actor]) -> Cast:
    """Return the cast with those who act against each other in an event as its foes.

    Those who talk or deal are taken for the two sides only while the story tells of no others.

    Parameters
    ----------
    cast : Cast
        Of the story so far.
    kind : str
        The event's type.
    source, target : sequence of Actor
        The event's; a state and rebels of its own are two.

    Returns
    -------
    Cast
        The same object where the event names no two.

    Examples
    --------
    >>> mali, rebels = Actor("Mali", "MLI", "MIL"), Actor("rebels", "MLI", "REB")
    >>> told = facing(Cast(), "ASSAULT", [mali], [rebels])
    >>> [each.text for each in told.foes]
    ['Mali', 'rebels']
    """
    if cast.foes and kind not in HOSTILE:
        return cast
    for one in source:
        if one.code:
            break
    else:
        return cast
    for two in target:
        if two.code and side_of(two) != side_of(one):
            return cast if cast.foes == (one, two) else replace(cast, foes=(one, two))
    return cast


def side_of(actor: Actor) -> tuple[str | None, bool]:
    """Return what tells one side from another: the state, and whether it is its rebels."""
    return actor.code, actor.sector == "REB"
