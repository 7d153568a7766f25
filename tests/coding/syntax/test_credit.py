"""Who says so, by the parse."""

from collections.abc import Callable

import pytest

from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "state", "words", "hedge"),
    [
        ("Ten people died when a drone hit a house in Pryluky, the regional police chief admitted.",
         "UKR", "police chief", "stated"),
        ("Chad and Mali agreed to share patrols on the border, Zambian police said after talks.",
         "ZMB", "police", "reported"),
        ("Gunmen freed the last pupils in Kano, Nigeria's president said without a number.",
         "NGA", "president", "reported"),
        ("Ugandan soldiers shelled a village in Kenya, an army spokesman told journalists.",
         None, "spokesman", "reported"),
    ],
)  # fmt: skip
def test_who_is_named_last_with_a_verb_of_saying_says_so(
    text: str, state: str | None, words: str, hedge: str, code: Callable[..., Coding]
) -> None:
    event = code(text).events[0]
    assert event.attributed_to is not None
    assert event.attributed_to.code == state
    assert words in event.attributed_to.text
    assert event.hedge == hedge


@pytest.mark.parametrize(
    "text",
    [
        "Mali bombed Chad, while Niger said its troops had left.",
        "Mali bombed Chad.",
    ],
)
def test_who_says_something_else_does_not_say_so(text: str, code: Callable[..., Coding]) -> None:
    assert code(text).events[0].attributed_to is None


def test_what_a_side_denies_in_its_own_statement_is_denied_by_it(
    code: Callable[..., Coding],
) -> None:
    told = code(
        "The army of Eritrea left Badme, and our troops are safe.",
        "It did not attack Mekelle.",
    ).events[-1]
    assert (told.status, told.attributed_to and told.attributed_to.code) == ("denied", "ERI")


def test_a_ministry_that_states_is_no_ministry_of_states(code: Callable[..., Coding]) -> None:
    event = code(
        "The Ministry of Foreign Affairs of Pakistan states that the Pakistan Air Force carried "
        "out strikes this morning on open ground across the Line of Control."
    ).events[0]
    assert event.attributed_to is not None
    assert event.attributed_to.code == "PAK"
