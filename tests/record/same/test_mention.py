"""A row of EVENTS and its EVENT, as linking looks at it."""

import json
from dataclasses import replace
from datetime import date

from tests.record.conftest import make

from truceline.record.rows import row
from truceline.record.same.mention import Mention, mention, near
from truceline.terms.events import Event
from truceline.terms.told import TOLD_BEFORE, TOTAL


def seen(event: Event, **fixed: object) -> Mention:
    plain = row(event, war=None, retrieved_at="", redistribute="open") | fixed
    return mention(plain, json.dumps(event.as_dict()), date(2025, 6, 2))


def test_sides_place_and_numbers_are_taken_and_parts_left_out() -> None:
    told = seen(make()[1].events[0])
    assert (told.source, told.target) == (frozenset({"UKR/GOV"}), frozenset({"RUS/GOV"}))
    assert told.spot is not None
    assert (told.spot.name, told.spot.is_point()) == ("Engels", True)
    assert [(each.what, each.low, each.high) for each in told.figures] == [("killed", 16, None)]


def test_a_correction_goes_before_what_was_coded() -> None:
    event = make()[1].events[0]
    told = seen(event, type="COERCE", side_a="RUS", side_b=None, best=19.0, high=19.0)
    assert (told.type, told.source, told.target) == ("COERCE", frozenset({"RUS"}), frozenset())
    assert [(each.low, each.quote) for each in told.figures] == [(19.0, "as corrected")]


def test_an_actor_without_a_code_is_not_known() -> None:
    event = make()[1].events[0]
    nobody = replace(event, source=(replace(event.source[0], code=None, text="RAF"),))
    assert seen(nobody).source == frozenset({"?/GOV"})
    plain = replace(event, source=(replace(event.source[0], code=None, sector=None),))
    assert seen(plain).source == frozenset()


def test_numbers_told_before_and_running_totals_say_nothing_new() -> None:
    event = make()[1].events[0]
    assert seen(replace(event, roles={TOLD_BEFORE: [0]})).figures == ()
    assert seen(replace(event, roles={TOTAL: True})).figures == ()


def test_tellings_that_say_the_same_have_one_signature() -> None:
    one = seen(make()[1].events[0])
    two = replace(one, id="other", story_id="other", text="in other words", confidence=0.1)
    assert one.signature() == two.signature() != replace(two, end=None).signature()


def test_days_are_held_within_the_calendar() -> None:
    assert near(date.max, days=5) == date.max
    assert near(date.min, days=-1) == date.min
