"""One number told twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.lexical import LexicalCoder
from truceline.coding.retold import retold, running
from truceline.terms.events import Coding
from truceline.terms.stories import Passage, Story
from truceline.terms.told import fresh


def total(coding: Coding, what: str) -> float:
    """Return the sum of the lows of one kind."""
    return sum(c.low for e in coding.events for c in fresh(e) if c.what == what)


@pytest.mark.parametrize(
    ("text", "what", "expected"),
    [
        ("Troops detained two insurgents. The two insurgents were detained without a shot.",
         "detained", 2),
        ("Troops killed several insurgents on Monday. Soldiers killed five insurgents in a house.",
         "killed", 5),
        ("Troops killed two insurgents. Troops later killed two other insurgents.", "killed", 4),
        ("Troops detained a rebel leader. Troops detained two insurgents.", "detained", 3),
        ("Troops captured a commander. Soldiers captured several rebels, including the commander.",
         "captured", 3),
        ("Troops killed three rebels in Helmand province. They killed three in Kunduz province.",
         "killed", 6),
        ("Troops killed four rebels in Kidal. Troops have killed 90 rebels since March.",
         "killed", 4),
        ("Troops killed four rebels. Later they killed all 11 rebels in a car.", "killed", 15),
        ("Troops killed a commander and two rebels. The rebels were struck, killing all three.",
         "killed", 3),
        ("Troops killed a rebel leader and detained several rebels, including the leader.",
         "killed", 1),
        (("Troops detained two rebels in Herat. Additionally, the leader threatened villagers. "
         "Two rebels were detained."), "detained", 2),
        (("Several rebels were killed in separate operations by troops. In Herat troops killed one "
         "rebel. In Kabul soldiers killed five rebels."), "killed", 6),
        ("Troops detained two rebels. Separately, soldiers detained two rebels.", "detained", 4),
    ],
)  # fmt: skip
def test_sum_of_a_story(text: str, what: str, expected: float, code: Callable[..., Coding]) -> None:
    assert total(code(text), what) == expected


def test_a_number_told_again_after_another_day_counts_once(code: Callable[..., Coding]) -> None:
    text = (
        "Troops killed four rebels in Herat on May 3. On May 1 troops killed two rebels in Kabul. "
        "On May 3 soldiers killed four rebels in Herat."
    )
    assert total(code(text, published=date(2011, 5, 4)), "killed") == 6


def test_a_number_in_a_sentence_that_went_on_counts_once(code: Callable[..., Coding]) -> None:
    text = "A patrol killed two rebels in Herat. Two rebels were killed after they opened fire."
    assert total(code(text), "killed") == 2


def test_nothing_but_the_roles_is_changed(code: Callable[..., Coding]) -> None:
    events = code("Troops killed two rebels. The two rebels were killed by troops.").events
    bare = [replace(each, roles={}) for each in events]
    assert [replace(each, roles={}) for each in retold(bare)] == bare


def test_a_sum_since_some_day_is_no_deed(code: Callable[..., Coding]) -> None:
    assert running(code("Troops have arrested more than 125 rebels since January.").events[0])
    assert not running(code("Troops arrested 12 rebels on Monday.").events[0])


@given(
    st.lists(
        st.sampled_from(
            [
                "Troops killed two rebels.",
                "The two rebels were killed.",
                "Troops killed three other rebels in Goma.",
            ]
        ),
        max_size=5,
    )
)
def test_a_story_told_once_more_adds_nothing_but_what_is_set_apart(parts: list[str]) -> None:
    text = " ".join(parts)
    story = Story("s", "s.txt", text, "", passages=(Passage(0, len(text), "paragraph"),))
    coding = LexicalCoder()(story)
    everything = sum(c.low for e in coding.events for c in e.counts if c.what == "killed")
    assert total(coding, "killed") <= everything
