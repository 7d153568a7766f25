"""A coded event as a row of EVENTS."""

import json
from typing import Any

from truceline.terms.events import Actor, Event
from truceline.terms.told import fresh

_DEEDS = ("happened", "ongoing")


def row(event: Event, *, war: str | None, retrieved_at: str, redistribute: str) -> dict[str, Any]:
    """Return `event` as one row of EVENTS, with the whole event under `json`.

    Parameters
    ----------
    event : Event
        As a coder wrote it.
    war : str or None
        Folder name of the war it was coded for.
    retrieved_at : str
        ISO time at which the report was fetched.
    redistribute : str
        "open", "aggregate only" or "private".

    Returns
    -------
    dict
        The columns of EVENTS and `json`. `initiator` is given for deeds of known sides alone: a
        threat or a plan has no initiator of an attack. Deaths are those the sentence states; the
        best figure is the number said.
    """
    place = event.place
    low, best, high = deaths(event)
    initiator = codes(event.source) if _is_deed(event) else None
    return {
        "id": event.event_id,
        "source_dataset": "reports",
        "source_version": f"{event.coder.name} {event.coder.version}",
        "retrieved_at": retrieved_at,
        "redistribute": redistribute,
        "war": war,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "date_prec": event.date_prec,
        "side_a": codes(event.source),
        "side_b": codes(event.target),
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "where_prec": place.where_prec if place else None,
        "best": best,
        "low": low,
        "high": high,
        "type_of_violence": None,
        "story_id": event.story_id,
        "sentence": event.sentence,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "hedge": event.hedge,
        "initiator": initiator,
        "initiator_basis": "coded from the sentence" if initiator else None,
        "json": json.dumps(event.as_dict(), ensure_ascii=False),
    }


def codes(actors: tuple[Actor, ...]) -> str | None:
    """Return the actors' codes joined by `;`, an actor without a code by its text.

    Examples
    --------
    >>> codes((Actor("Moscow", "RUS"), Actor("the rebels")))
    'RUS;the rebels'
    """
    return ";".join(each.code or each.text for each in actors) or None


def deaths(event: Event) -> tuple[float | None, float | None, float | None]:
    """Return the low, best and high number of deaths the event states; None where it states none.

    Subsets ("including three children"), numbers the story told before and running totals ("125
    since June") are not counted again; one open end leaves high open.
    """
    said = [each for each in fresh(event) if each.what == "killed"]
    if not said:
        return None, None, None
    low = sum(each.low for each in said)
    ends = [each.high for each in said]
    high = None if None in ends else sum(each for each in ends if each is not None)
    return low, low, high


def _is_deed(event: Event) -> bool:
    return event.quad == "material conflict" and event.status in _DEEDS
