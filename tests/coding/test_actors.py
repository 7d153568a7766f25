"""Who is named."""

from datetime import date

import pytest

from truceline.coding.actors import ActorFinder, in_office
from truceline.coding.lexicon import Name, lexicons
from truceline.coding.tokens import tokens_of

FINDER = ActorFinder(
    lexicons(), {"the Directorate": "RUS"}, [("RUS", "Russia"), ("UKR", "Ukraine")]
)


def named(
    text: str, on: date | None = date(2025, 6, 5)
) -> list[tuple[str, str | None, str | None]]:
    """Return text, code and sector of each actor named."""
    found = FINDER.mentions(text, tokens_of(text), on)
    return [(a.text, a.code, a.sector) for m in found for a in m.actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Russian Defence Ministry said", ("Russian Defence Ministry", "RUS", "GOVMIL")),
        ("Iran's navy left", ("Iran's navy", "IRN", "MIL")),
        ("US President Donald Trump spoke", ("US President Donald Trump", "USA", "GOV")),
        ("a United States-led coalition", ("United States-led coalition", "USA", "MIL")),
        ("US-backed rebels", ("US-backed rebels", None, "REB")),
        ("Iran-linked militants", ("Iran-linked militants", None, "REB")),
        ("Hamas-backed gunmen", ("Hamas-backed gunmen", None, "REB")),
        ("Hamas-linked gunmen", ("Hamas-linked gunmen", "PSE", "REB")),
        ("members of the Red Cross", ("members of the Red Cross", "NGO", "NGO")),
        ("American bombers struck", ("American bombers", "USA", "MIL")),
        ("a suicide bomber struck", ("suicide bomber", None, "REB")),
        ("the Kasai Regional Court ruled", ("Kasai Regional Court", None, "JUD")),
        ("a few gunmen fled", ("gunmen", None, "REB")),
        ("Syrian children", ("Syrian children", "SYR", "CVL")),
        ("by Kurdish forces", ("Kurdish forces", None, "MIL")),
    ],
)
def test_mention(text: str, expected: tuple[str, str | None, str | None]) -> None:
    assert expected in named(text)


def test_both_sides_are_the_sides_of_the_war() -> None:
    assert [code for _, code, _ in named("Both sides agreed")] == ["RUS", "UKR"]


def test_without_a_war_both_sides_are_kept_as_text() -> None:
    finder = ActorFinder(lexicons(), {}, [])
    [found] = finder.mentions("Both sides", tokens_of("Both sides"), None)
    assert [(a.text, a.code) for a in found.actors] == [("Both sides", None)]


def test_small_words_are_no_countries() -> None:
    assert named("they told us to turkey") == []


def test_an_adjective_with_another_country_names_no_actor() -> None:
    assert named("Russian-occupied") == []


def test_an_office_counts_only_while_it_is_held() -> None:
    tenure = Name("USA", "GOV", "person", "X", date(2001, 1, 20), date(2009, 1, 20))
    assert in_office([tenure], date(2009, 1, 20)).sector == "GOV"
    assert in_office([tenure], date(2009, 1, 21)).sector is None
    assert in_office([tenure], date(2001, 1, 19)).sector is None


def test_a_private_person_never_gets_a_name() -> None:
    text = "Jane Q Doe met John Roe"
    assert all(
        a.name is None for m in FINDER.mentions(text, tokens_of(text), None) for a in m.actors
    )
