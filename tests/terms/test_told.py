"""Which numbers of an event may be added up with those of others."""

from dataclasses import replace

from tests.record.conftest import make

from truceline.record.rows import deaths
from truceline.terms.told import TOLD_BEFORE, TOTAL, fresh

EVENT = make()[1].events[0]


def test_a_part_of_a_number_is_not_added_to_it() -> None:
    assert [each.low for each in fresh(EVENT)] == [16]


def test_what_the_story_told_before_is_not_added_again() -> None:
    again = replace(EVENT, roles={TOLD_BEFORE: [0]})
    assert fresh(again) == []
    assert deaths(again) == (None, None, None)


def test_a_running_total_is_no_deed_of_its_own() -> None:
    total = replace(EVENT, roles={TOTAL: True})
    assert fresh(total) == []
    assert deaths(total) == (None, None, None)
    assert deaths(EVENT) == (16, 16, None)
