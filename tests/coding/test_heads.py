"""What a number counts."""

import pytest

from truceline.coding.counts import counts_of
from truceline.coding.heads import named, persons_counted
from truceline.coding.tokens import tokens_of


def test_the_noun_after_a_number_is_counted_over_adjectives() -> None:
    text = "three more suspected Taliban fighters were killed"
    found = named(text, tokens_of(text), (0, 1), (3.0, 3.0), [])
    assert found is not None
    assert (found.count.what, found.count.of) == ("killed", "fighters")


def test_bombers_are_aircraft_but_suicide_bombers_are_men() -> None:
    for text, what in (("two bombers were shot down", "aircraft"),
                       ("two suicide bombers were killed", "killed")):  # fmt: skip
        found = named(text, tokens_of(text), (0, 1), (2.0, 2.0), [])
        assert found is not None
        assert found.count.what == what


def test_persons_to_whom_nothing_happens_are_not_counted() -> None:
    text = "two soldiers sang"
    assert persons_counted(text, tokens_of(text), (0, 1, 1, "soldiers"), (2.0, 2.0), []) is None


def test_a_part_belongs_to_the_whole_before_it() -> None:
    text = "It killed nine people, including two nurses"
    tokens = tokens_of(text)
    whole = named(text, tokens, (2, 3), (9.0, 9.0), [])
    assert whole is not None
    part = named(text, tokens, (6, 7), (2.0, 2.0), [whole])
    assert part is not None
    assert (part.part, part.count.included_in, part.count.what) == (True, 0, "killed")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a Sukhoi-24 bomber fell", []),
        ("thirty Canadian F-18 jets took off", [("aircraft", 30.0)]),
        ("four Su-27s crossed the border", [("aircraft", 4.0)]),
        ("six T-72s burned", [("vehicles", 6.0)]),
        ("two car bombs went off", []),
        ("three months after soldiers were killed there", []),
        ("killing forty guards, taking 90 prisoners", [("killed", 40.0), ("captured", 90.0)]),
        ("killing four, burning two soldiers' tents", [("killed", 4.0)]),
        ("lost 80 men killed, wounded or captured", [("other", 80.0)]),
    ],
)
def test_what_a_number_does_not_count_is_left(text: str, expected: list[tuple[str, float]]) -> None:
    found = counts_of(text, tokens_of(text), frozenset())
    assert [(each.count.what, each.count.low) for each in found] == expected
