"""Counts and what they count."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.counts import counts_of
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Coding


def shown(text: str) -> list[tuple[str, str | None, float, float | None]]:
    """Return what, of whom, low and high of each count."""
    found = counts_of(text, tokens_of(text), frozenset())
    return [(c.count.what, c.count.of, c.count.low, c.count.high) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sent more than 900 drones", ("drones", None, 900, None)),
        ("and dozens of missiles", ("missiles", None, 24, None)),
        ("killing at least 16 civilians", ("killed", "civilians", 16, None)),
        ("It killed 104 Americans, the army said", ("killed", "Americans", 104, 104)),
        ("three Poles were wounded", ("wounded", "Poles", 3, 3)),
        ("up to 50 people were killed", ("killed", None, 0, 50)),
        ("as many as 300 villagers fled", ("displaced", "villagers", 0, 300)),
        ("between 10 and 12 soldiers died", ("killed", "soldiers", 10, 12)),
        ("10 to 12 soldiers died", ("killed", "soldiers", 10, 12)),
        ("half a dozen people were wounded", ("wounded", None, 6, 6)),
        ("hundreds of people were detained", ("detained", None, 200, None)),
        ("worth $7bn", ("money", None, 7e9, 7e9)),
        ("a loan of five billion euros", ("money", None, 5e9, 5e9)),
        ("worth £10m", ("money", None, 1e7, 1e7)),
        ("lent ten million pounds", ("money", None, 1e7, 1e7)),
        ("swapped 4,500 hectares", ("area", None, 45, 45)),
        ("killing several hundred people", ("killed", None, 300, None)),
        ("killing forty-odd people", ("killed", None, 40, 40)),
        ("displaced a quarter of a million people", ("displaced", None, 250000, 250000)),
        ("worth more than $2.5 million", ("money", None, 2.5e6, None)),
        ("some 30 square kilometres", ("area", None, 30, 30)),
        ("shot down 12 warplanes", ("aircraft", None, 12, 12)),
        ("an exchange of 205 prisoners", ("exchanged", "prisoners", 205, 205)),
        ("killing eight of their soldiers on Monday", ("killed", "soldiers", 8, 8)),
        ("injuring dozens more, he said", ("wounded", None, 24, None)),
        ("is sending 4,500 soldiers east", ("troops", "soldiers", 4500, 4500)),
        ("it freed three Israeli hostages", ("other", "hostages", 3, 3)),
        ("expelled six Indian diplomats", ("other", "diplomats", 6, 6)),
        ("two bridges fell", ("other", "bridges", 2, 2)),
        ("about one-third of the fleet was lost", ("other", "share of the fleet", 0.3333, 0.3333)),
    ],
)
def test_count(text: str, expected: tuple[str, str | None, float, float | None]) -> None:
    assert shown(text) == [expected]


def test_a_name_counts_beside_others_to_whom_the_same_was_done() -> None:
    assert [each[0] for each in shown("It killed Rostum and his associate.")] == ["killed"] * 2
    assert [each[2] for each in shown("killing Jan and three guards")] == [1, 3]
    assert shown("It killed Rostum in Herat.") == []


@pytest.mark.parametrize(
    "text",
    [
        "the two sides met",
        "in 50 days",
        "on the 38th parallel",
        "round 3",
        "a B-2 bomber flew",
        "many of them were killed by glass",
        "in two villages",
        "fourteen 500-pound packs",
        "five days after that his bombers left",
    ],
)
def test_what_counts_nothing_is_left(text: str) -> None:
    assert shown(text) == []


def test_parts_are_linked_to_their_wholes() -> None:
    text = "It killed 20 people, five of them children, and wounded 30, including two nurses."
    found = counts_of(text, tokens_of(text), frozenset())
    assert [(c.count.what, c.count.low, c.count.included_in) for c in found][:3] == [
        ("killed", 20, None), ("killed", 5, 0), ("wounded", 30, None)]  # fmt: skip


def test_a_number_in_a_date_counts_nothing() -> None:
    text = "On 3 soldiers"
    assert counts_of(text, tokens_of(text), frozenset({1})) == []


@given(st.text(alphabet=st.sampled_from("0123456789 ,.-$%killedrones and between")))
def test_any_text_yields_ranges_that_hold_and_quotes_that_are_there(text: str) -> None:
    for each in counts_of(text, tokens_of(text), frozenset()):
        assert each.count.low >= 0
        assert each.count.high is None or each.count.high >= each.count.low
        assert each.count.quote in text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sixty-four bus passengers were killed.", [("killed", 64.0)]),
        ("They killed eleven, and the minister has resigned.", [("killed", 11.0)]),
        ("They fought at a cost of more than a hundred lives.", [("killed", 100.0)]),
        ("The rebels turned in 7,132 weapons.", [("other", 7132.0)]),
        ("Kenya deported 11,000 Somalis.", [("displaced", 11000.0)]),
    ],
)
def test_a_number_counts_its_own_noun(text: str, found: list[tuple[str, float]]) -> None:
    counts = counts_of(text, tokens_of(text), frozenset())
    assert [(each.count.what, each.count.low) for each in counts] == found


def test_bodies_found_after_an_attack_are_its_dead(code: Callable[..., Coding]) -> None:
    [event] = code("Rebels attacked Goma on Monday, and police counted 40 bodies.").events
    assert [(each.what, each.low) for each in event.counts] == [("killed", 40.0)]
