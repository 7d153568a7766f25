"""How a place stands in its sentence."""

import pytest

from truceline.coding.places import places_of
from truceline.coding.standing import cue_of, goes_on, unlisted
from truceline.coding.tokens import tokens_of


def names(text: str) -> list[str]:
    """Return the places of a sentence."""
    return [each.place.name for each in places_of(text, tokens_of(text), [], frozenset(), None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells fell in northern Aleppo.", ["Aleppo"]),
        ("Jets bombed the capital Khartoum.", ["Khartoum"]),
        ("Rebels crossed the border town of Nowherebad.", ["Nowherebad"]),
        ("Shots fell in Nowherebad on Monday.", ["Nowherebad"]),
        ("Guns fired in the Nowherebad hills.", ["Nowherebad"]),
        ("Guards at Abu Nowhere beat him.", ["Abu Nowhere"]),
        ("It was debated in Parliament on Monday.", []),
        ("They believe in Nowherebad as a cause.", []),
        ("The ship entered Suez Nowhere.", []),
    ],
)
def test_a_place_is_marked_by_the_words_around_it(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_a_name_is_not_cut_short() -> None:
    assert goes_on(tokens_of("at Abu Ghraib"), 2, ())
    assert not goes_on(tokens_of("at Abu Ghraib"), 2, {2})
    assert not goes_on(tokens_of("in Kabul Monday"), 2, ())


def test_the_word_before_a_direction_marks_a_place() -> None:
    assert cue_of(tokens_of("in the south eastern Sahel"), 4) == "in"
    assert unlisted("near Nowherebad", tokens_of("near Nowherebad"), 1, 2) is not None
    assert unlisted("with Nowherebad", tokens_of("with Nowherebad"), 1, 2) is None
