"""What is known of past wars by a day, and how their fighting stopped."""

from dataclasses import replace
from datetime import date

import pytest

from truceline.foresee.past import (
    ENDINGS,
    RUNNING,
    UNKNOWN,
    Definition,
    Past,
    Stop,
    known,
    spells,
)
from truceline.terms.errors import BadInput, TooFewData

BALKAN = Past(
    war_id="b", name="First Balkan", kind="interstate", start=date(1912, 10, 17),
    end=date(1913, 4, 19), ending="victory", stops=(Stop(date(1912, 12, 3), date(1913, 2, 3)),),
)  # fmt: skip


def test_what_became_known_later_is_cut_away() -> None:
    then = known((BALKAN,), date(1912, 12, 20))[0]
    assert then.end is None
    assert then.ending is None
    assert then.last == date(1912, 12, 20)
    assert then.stops == (Stop(date(1912, 12, 3), None),)
    assert known((BALKAN,), date(1912, 12, 1))[0].stops == ()
    assert known((BALKAN,), BALKAN.start) == ()


def test_a_war_is_not_known_as_one_of_the_table_before_it_entered_it() -> None:
    late = replace(BALKAN, entered=date(1913, 1, 1))
    assert known((late,), date(1913, 1, 1)) == ()
    found = spells(known((late,), date(1913, 2, 1)), Definition(lasting=None))
    assert found[0].late == (date(1913, 1, 1) - BALKAN.start).days


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        (Definition(), [(47, 0), (75, 2)]),
        (Definition(lasting=62), [(47, 0), (75, 2)]),
        (Definition(lasting=63), [(184, 2)]),
        (Definition(lasting=None), [(184, 2)]),
        (Definition(formal=True), [(184, 2)]),
    ],
)
def test_the_definition_says_what_stops_a_war(
    definition: Definition, expected: list[tuple[int, int]]
) -> None:
    assert [(each.days, each.ending) for each in spells((BALKAN,), definition)] == expected


def test_a_signed_truce_counts_as_formal() -> None:
    signed = replace(BALKAN, stops=(replace(BALKAN.stops[0], formal=True),))
    assert len(spells((signed,), Definition(formal=True))) == 2


def test_a_war_that_runs_turned_into_another_or_ended_nobody_knows_how() -> None:
    plain = replace(BALKAN, stops=())
    cases = [
        (replace(plain, end=None, ending=None, last=date(1913, 3, 1)), RUNNING),
        (replace(plain, ending=None, went_on=True), RUNNING),
        (replace(plain, ending=None), UNKNOWN),
        (replace(plain, ending="low activity"), ENDINGS.index("low activity")),
    ]
    for war, ending in cases:
        assert spells((war,))[0].ending == ending


def test_a_truce_that_still_stands_ends_the_last_stretch() -> None:
    standing = replace(BALKAN, end=None, ending=None, last=date(1913, 6, 1),
                       stops=(Stop(date(1912, 12, 3)),))  # fmt: skip
    assert [(each.days, each.ending) for each in spells((standing,))] == [(47, 0)]


def test_shorter_stops_than_the_table_holds_are_declined() -> None:
    with pytest.raises(TooFewData, match="note stops of 30 days or more, not of 3"):
        spells((BALKAN,), Definition(lasting=3))


def test_a_war_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(BadInput, match="before it starts"):
        spells((replace(BALKAN, end=date(1900, 1, 1), stops=()),))


def test_the_definition_in_words() -> None:
    assert Definition(lasting=None).words().endswith("that ends the war")
    assert "(signed or not)" in Definition().words()
