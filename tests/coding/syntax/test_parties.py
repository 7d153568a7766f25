"""Who a noun phrase stands for."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.syntax.parties import owned_by, parties
from truceline.terms.events import Coding


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Israel's demand was rejected.", "demand", [("Israel", "ISR")]),
        ("France and Germany agreed.", "France", [("France", "FRA"), ("Germany", "DEU")]),
        ("A Saudi dissident was arrested.", "dissident", [("Saudi dissident", "SAU")]),
        ("The company denied it.", "company", [("company", None)]),
        ("Mali's army fled.", "army", [("Mali's army", "MLI")]),
        ("The decision angered Iran.", "decision", []),
        (
            "Iran's army met its Italian counterpart.",
            "counterpart",
            [("Italian counterpart", "ITA")],
        ),
        ("Police beat dozens of miners.", "dozens", [("miners", None)]),
        ("Two of the Chadians fled.", "Two", [("Chadians", "TCD")]),
        (
            "Botswana wrote to Zimbabwe's other neighbours.",
            "neighbours",
            [("other neighbours", None)],
        ),
        (
            "Egyptian and Turkish frigates sailed.",
            "frigates",
            [("Egyptian and Turkish frigates", "EGY"), ("Egyptian and Turkish frigates", "TUR")],
        ),
        ("They shot women in Herat.", "women", [("women", None)]),
        ("Nepal's Maoists marched.", "Maoists", [("Maoists", "NPL")]),
        ("They bowed to the streets on Wednesday.", "streets", []),
        ("They fed the people of northern Haiti.", "people", [("people of northern Haiti", "HTI")]),
    ],
)
def test_a_noun_stands_for(text: str, word: str, expected: list[tuple[str, str | None]]) -> None:
    view = view_of(text)
    assert [(a.text, a.code) for a in parties(view, node(view, word))] == expected


def test_an_adjective_colours_its_noun_however_it_was_hung() -> None:
    view = view_of("At noon some thirty French armoured vehicles moved off from Lagos to Cotonou.")
    assert [each.code for each in parties(view, node(view, "vehicles"))] == ["FRA"]


def test_a_strike_on_a_land_is_not_that_lands() -> None:
    view = view_of("The strike on Syria killed ten.")
    assert owned_by(view, node(view, "strike"), doer=True) == []
    assert [a.code for a in owned_by(view, node(view, "strike"))] == ["SYR"]


def test_strictly_only_known_names_count() -> None:
    view = view_of("The company denied it.")
    assert parties(view, node(view, "company"), loose=False) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("North Korean troops left. The North attacked Japan.", ["PRK"]),
        ("Chad praised Mali. The latter attacked Niger.", ["MLI"]),
        ("The Secretary-General condemned Mali.", ["IGO"]),
        ("Mali's army left. Soldiers surrendered near Gao after France and Niger spoke.", ["MLI"]),
        ("Rain fell in Chad. The Secretary-General condemned Mali.", ["IGO"]),
    ],
)
def test_short_words_name_who_the_story_named(
    text: str, source: list[str], code: Callable[..., Coding]
) -> None:
    assert [a.code for a in code(text).events[-1].source] == source


@pytest.mark.parametrize(
    ("text", "code_of"),
    [
        ("Mali's army fled. Oumar Sall, the defence minister, rejected the plan.", "MLI"),
        ("Fayez al-Serraj, the prime minister in Tripoli, rejected the plan.", "LBY"),
    ],
)
def test_a_name_has_the_state_of_its_office(
    text: str, code_of: str, code: Callable[..., Coding]
) -> None:
    event = code(text).events[-1]
    assert [each.code for each in event.source] == [code_of]
