"""Counts in words keep their range, their whole, their doubt."""

import pytest

from truceline.show.counts import amount, counted, counts
from truceline.terms.events import Actor, Count


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count("killed", None, 16, None, "persons", "at least 16"), "at least 16 killed"),
        (Count("drones", None, 900, None, "items", "more than 900"), "more than 900 drones"),
        (Count("drones", None, 900, None, "items", "900+ drones"), "more than 900 drones"),
        (Count("killed", "soldiers", 12, 12, "persons", "12"), "12 soldiers killed"),
        (Count("killed", None, 10, 12, "persons", "10 to 12"), "10 to 12 killed"),
        (Count("money", None, 7e9, 7e9, "USD", "$7bn"), "US$7 billion"),
        (Count("money", "damage", 1.5e6, None, "USD", "over $1.5m"),
         "more than US$1.5 million (damage)"),
        (Count("money", None, 5e9, 5e9, "EUR", "five billion euros"), "EUR 5 billion"),
        (Count("area", None, 120, 120, "km2", "120"), "120 km²"),
        (Count("missiles", None, 24, None, "items", "dozens of missiles"),
         "at least 24 missiles (“dozens of missiles”)"),
        (Count("other", "share of the fleet", 0.33, 0.33, "items", "33 per cent"),
         "33\xa0% of the fleet"),
        (Count("aircraft", "bombers", 41, 41, "items", "41"), "41 aircraft (bombers)"),
        (Count("other", "villages", 3, 3, "items", "3"), "3 villages"),
        (Count("killed", None, 5, 5, "persons", "5", None, "claimed", Actor("the staff")),
         "5 killed (claimed, says the staff)"),
        (Count("exchanged", None, 1000, None, "persons", "1,000"), "at least 1,000 exchanged"),
    ],
)  # fmt: skip
def test_a_count_in_words(count: Count, said: str) -> None:
    assert counted(count) == said


def test_a_low_that_is_the_only_number_is_never_said_as_exact() -> None:
    assert amount(Count("killed", None, 3, None, "persons", "3")).startswith("at least")


def test_a_part_stands_with_its_whole() -> None:
    whole = Count("killed", "civilians", 16, None, "persons", "at least 16")
    children = Count("killed", "children", 3, 3, "persons", "3", 0)
    hurt = Count("wounded", "nurses", 2, 2, "persons", "2", 0)
    assert counts([whole, children, hurt]) == (
        "at least 16 civilians killed, of whom 3 children and 2 nurses wounded",
    )


@pytest.mark.parametrize("index", [7, -1])
def test_a_part_of_nothing_stands_alone(index: int) -> None:
    assert counts([Count("killed", None, 3, 3, "persons", "3", index)]) == ("3 killed",)
