"""An event's JSON is the contract's, key by key, with dates as ISO text."""

import json
from datetime import date

from truceline.terms.events import Actor, CoderId, Count, Event, Evidence

KEYS = (
    "event_id story_id sentence sentence_text type mode contexts quad source target status hedge "
    "attributed_to date_start date_end date_prec date_text place instruments counts issues "
    "evidence confidence coder roles"
)


def event(**more: object) -> Event:
    return Event(
        event_id="e",
        story_id="s",
        sentence=0,
        sentence_text="A struck B.",
        type="ASSAULT",
        quad="material conflict",
        evidence=Evidence("A struck B.", 0, 11),
        confidence=0.5,
        coder=CoderId("test", "1"),
        **more,  # type: ignore[arg-type]
    )


def test_keys_are_those_of_the_contract_in_its_order() -> None:
    assert list(event().as_dict()) == KEYS.split()


def test_dates_are_iso_text_and_unknown_dates_are_null() -> None:
    found = event(date_start=date(2025, 6, 1)).as_dict()
    assert (found["date_start"], found["date_end"]) == ("2025-06-01", None)


def test_the_whole_is_json_with_actors_and_counts_as_objects() -> None:
    count = Count("killed", "children", 3, None, "persons", "three children", included_in=0)
    found = json.loads(
        json.dumps(event(source=(Actor("A", "AAA", "MIL"),), counts=(count,)).as_dict())
    )
    assert found["source"] == [{"text": "A", "code": "AAA", "sector": "MIL", "name": None}]
    assert found["counts"][0]["low"] == 3
    assert found["counts"][0]["high"] is None
    assert found["counts"][0]["included_in"] == 0
    assert found["evidence"] == {"quote": "A struck B.", "start": 0, "end": 11}
