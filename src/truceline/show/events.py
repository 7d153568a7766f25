"""Coded events in words: who did what to whom, when and where, and who says so."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from truceline.show.counts import counts
from truceline.show.days import dated
from truceline.show.numbers import percent
from truceline.show.text import line
from truceline.show.views import EventRow, Further
from truceline.show.words import HEDGE, STATUS, deed
from truceline.terms.countries import NAMES
from truceline.terms.events import Actor, Event, Place
from truceline.terms.wars import War

_OLD = {"background", "hypothetical"}
_DONE = {"happened", "ongoing", "background"}
_SECTOR = {
    "GOVMIL": "government, defence",
    "GOV": "government", "MIL": "armed forces", "COP": "police", "JUD": "courts",
    "LEG": "legislature", "OPP": "opposition", "REB": "rebels", "PRM": "paramilitaries",
    "SPY": "intelligence", "CVL": "civilians", "MED": "media", "BUS": "business",
    "EDU": "education", "REL": "religious body", "CRM": "criminals", "UNK": "unknown",
    "IGO": "international organisation", "NGO": "non-governmental organisation",
    "PRS": "prisoners",
}  # fmt: skip
_WHERE = {3: "district only", 4: "region only", 5: "roughly", 6: "country only",
          7: "sea or airspace"}  # fmt: skip


def side_names(war: War) -> dict[str, str]:
    """Return the names of codes: of countries, and as a war's folder has them of its sides.

    Parameters
    ----------
    war : War
        A war.

    Returns
    -------
    dict of str to str
        Code to name.
    """
    return {**NAMES, **{side.code: line(side.name) for side in war.sides}}


def is_news(event: Event) -> bool:
    """Return whether an event belongs to what the report tells as news.

    Parameters
    ----------
    event : Event
        As coded.

    Returns
    -------
    bool
        False for background and hypothetical events.
    """
    return event.status not in _OLD


def actor(who: Actor, names: Mapping[str, str]) -> str:
    """Return an actor as the report names it, and in brackets who it was read to be.

    Parameters
    ----------
    who : Actor
        As coded.
    names : mapping of str to str
        Names of codes, such as the war's sides.

    Returns
    -------
    str
        Such as `the army (Ukraine, armed forces)`.

    Examples
    --------
    >>> actor(Actor("the army", "UKR", "MIL"), {"UKR": "Ukraine"})
    'the army (Ukraine, armed forces)'
    >>> actor(Actor("Ukrainian", "UKR"), {"UKR": "Ukraine"})
    'Ukraine'
    """
    text = "" if who.text == who.code else line(who.text)  # read to be, but not named
    if who.code is not None and who.sector is None and who.name is None:
        text = _noun(text, names.get(who.code, ""))
    read = [line(who.name)] if who.name and who.name not in text else []
    if who.code is not None:
        read.append(names.get(who.code, line(who.code)))
    read.extend(_sectors(who.sector))
    extra = [each for each in dict.fromkeys(read) if each.casefold() not in text.casefold()]
    if not text:
        return ", ".join(read) or "not said"
    return f"{text} ({', '.join(extra)})" if extra else text


def actors(all_of: Sequence[Actor], names: Mapping[str, str]) -> str:
    """Return several actors in one phrase.

    Parameters
    ----------
    all_of : sequence of Actor
        As coded; empty where the report does not say.
    names : mapping of str to str
        Names of codes.

    Returns
    -------
    str
        The actors, or `not said`.
    """
    groups: dict[str, list[Actor]] = {}
    for each in all_of:
        groups.setdefault(line(each.text), []).append(each)
    # "The two sides" was read to be two actors, but it is said once.
    said = [
        actor(one[0], names) if len(one) == 1 else f"{text} ({_read(one, names)})".lstrip()
        for text, one in groups.items()
    ]
    return " and ".join(said) or "not said"


def whom(event: Event, names: Mapping[str, str]) -> str:
    """Return whom an event was done to.

    Parameters
    ----------
    event : Event
        As coded.
    names : mapping of str to str
        Names of codes.

    Returns
    -------
    str
        The targets; `each other` where they are the sources.
    """
    if len(event.source) > 1 and set(event.source) == set(event.target):
        return "each other"
    return actors(event.target, names)


def place(where: Place | None, names: Mapping[str, str]) -> str:
    """Return a place with how precisely it is known and whether it is disputed.

    Parameters
    ----------
    where : Place or None
        As coded.
    names : mapping of str to str
        Names of codes.

    Returns
    -------
    str
        The place, or `not said`.

    Examples
    --------
    >>> place(Place("Kerch", country="UKR", where_prec=4), {"UKR": "Ukraine"})
    'Kerch, Ukraine (region only)'
    """
    if where is None:
        return "not said"
    notes = [_WHERE[where.where_prec]] if where.where_prec in _WHERE else []
    country = names.get(where.country or "", line(where.country))
    if where.disputed:
        country = ""  # a disputed place is shown with its claims, never under one flag
        claimed = " and ".join(names.get(code, line(code)) for code in where.claimed_by)
        notes.append(f"disputed: claimed by {claimed or 'several'}")
        if where.controlled_by:
            notes.append(f"held by {names.get(where.controlled_by, line(where.controlled_by))}")
    parts: list[str] = []
    for part in (line(where.name), line(where.admin1), country):
        if part and part not in parts:
            parts.append(part)
    return ", ".join(parts) + (f" ({'; '.join(notes)})" if notes else "")


def what(event: Event) -> str:
    """Return what was done, with what, and what came of it, in words.

    Parameters
    ----------
    event : Event
        As coded.

    Returns
    -------
    str
        Such as `talks: prisoner exchange agreed; ceasefire no progress`; what was not done, or
        not yet, says so at once.
    """
    matters = "; ".join(f"{line(each.issue)} {line(each.outcome)}" for each in event.issues)
    means = ", ".join(dict.fromkeys(line(each.text) for each in event.instruments))
    words = deed(event)
    if means:
        words += f" ({means})"
    if event.status not in _DONE:
        words += f", {STATUS[event.status]}"
    return f"{words}: {matters}" if matters else words


def row(
    event: Event,
    number: int,
    mark: str,
    story: int,
    names: Mapping[str, str],
    *,
    more: tuple[Further, ...] = (),
) -> EventRow:
    """Return an event in words.

    Parameters
    ----------
    event : Event
        As coded.
    number : int
        Its number in the brief, from 1.
    mark : str
        Id of its highlighted sentence.
    story : int
        Number of its report, from 1.
    names : mapping of str to str
        Names of codes.
    more : tuple of Further
        Later sentences that added to it.

    Returns
    -------
    EventRow
        Plain text in every field, safe but not yet escaped.
    """
    said_by = actor(event.attributed_to, names) if event.attributed_to else "the report"
    unresolved = event.date_start is None
    return EventRow(
        number=number,
        when=dated(event.date_start, event.date_end, event.date_prec),
        when_note=f"“{line(event.date_text)}”" if event.date_text and unresolved else "",
        who=actors(event.source, names),
        whom=whom(event, names),
        where=place(event.place, names),
        what=what(event),
        counts=counts(event.counts),
        says=f"{said_by}, {HEDGE[event.hedge]}",
        status=STATUS[event.status],
        quote=line(event.evidence.quote),
        mark=mark,
        story=story,
        start=event.evidence.start,
        end=event.evidence.end,
        more=more,
        confidence=percent(event.confidence),
        news=is_news(event),
    )


def _noun(text: str, name: str) -> str:
    """Say a state where the report has its adjective alone, as in "a Russian missile"."""
    bare = text.isalpha() and text[:1].isupper() and not text.endswith("s")
    return name if bare and name and text[:3] == name[:3] else text


def _read(several: Sequence[Actor], names: Mapping[str, str]) -> str:
    """Say who actors named by the same words were read to be."""
    return " and ".join(actor(replace(each, text=""), names) for each in several)


def _sectors(sector: str | None) -> list[str]:
    """Say the sectors of a code such as GOVMIL, three letters each."""
    letters = sector or ""
    if letters in _SECTOR:
        return [_SECTOR[letters]]
    codes = [letters[at : at + 3] for at in range(0, len(letters), 3)]
    return [_SECTOR.get(code, line(code)) for code in codes if code != "OTH"]
