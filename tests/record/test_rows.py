"""A coded event as a row of EVENTS."""

from dataclasses import replace

from tests.record.conftest import make

from truceline.record.rows import deaths, row
from truceline.terms.events import Count
from truceline.terms.tables import EVENTS


def test_the_row_has_every_column_of_the_contract() -> None:
    event = make()[1].events[0]
    found = row(event, war=None, retrieved_at="2025-06-05", redistribute="private")
    assert found.keys() == EVENTS.keys() | {"json"}


def test_children_among_the_killed_are_not_killed_twice() -> None:
    assert deaths(make()[1].events[0]) == (16, 16, None)


def test_two_statements_of_deaths_add_up_and_keep_an_open_end_open() -> None:
    event = make()[1].events[0]
    closed = Count("killed", None, 2, 3, "persons", "two or three")
    assert deaths(replace(event, counts=(closed, closed))) == (4, 4, 6)
    assert deaths(replace(event, counts=(closed, event.counts[0]))) == (18, 18, None)


def test_a_plan_has_no_initiator() -> None:
    event = replace(make()[1].events[0], status="planned")
    assert row(event, war=None, retrieved_at="", redistribute="open")["initiator"] is None
