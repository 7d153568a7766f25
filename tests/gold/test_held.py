"""The held half is broad enough to measure on, and what it says stands in its sentences."""

from collections import Counter

from tests.gold import reader

from truceline.terms.ontology import HEDGES, STATUSES, TYPES

HELD = [each for each in reader.read() if each.half == "held"]
EVENTS = [event for each in HELD for event in each.events]
AHEAD = {"planned", "threatened", "demanded", "hypothetical"}


def test_there_are_sentences_enough_of_every_type() -> None:
    met = Counter(event.type for event in EVENTS)
    assert len(HELD) >= 400
    assert {kind: met[kind] for kind in TYPES if met[kind] < 15} == {}


def test_every_status_and_hedge_is_met() -> None:
    assert set(STATUSES) - {event.status for event in EVENTS} == set()
    assert set(HEDGES) - {event.hedge for event in EVENTS} == set()


def test_sentences_are_as_long_as_those_of_agencies() -> None:
    words = [len(each.text.split()) for each in HELD]
    assert sum(words) / len(words) >= 28
    assert sum(20 <= n <= 60 for n in words) / len(words) >= 0.8


def test_a_place_stands_in_its_paragraph() -> None:
    strays = [
        (each.id, event.place)
        for each in HELD
        for event in each.events
        if event.place and event.place not in each.paragraph()
    ]
    assert strays == []


def test_nothing_that_has_happened_is_dated_after_its_report() -> None:
    late = [
        each.id
        for each in HELD
        for event in each.events
        if event.dates and each.published and event.status not in AHEAD
        if event.dates[0] > each.published
    ]
    assert late == []


def test_no_coding_stands_twice_in_a_sentence() -> None:
    assert [each.id for each in HELD if len(set(each.events)) < len(each.events)] == []
