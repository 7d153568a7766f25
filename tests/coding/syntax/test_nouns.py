"""Nouns that report an event by where they stand."""

import pytest
from tests.coding.conftest import story_of

from truceline.coding.parsed import ParsedCoder


@pytest.fixture(scope="module")
def coder() -> ParsedCoder:
    return ParsedCoder(least=0.0)  # however unlikely


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Police in Minsk arrested ten men at marches against Belarus.", "PROTEST"),
        ("Police in Minsk arrested ten men during five days of protests.", "PROTEST"),
        ("Riots broke out in Lima.", "PROTEST"),
        ("Iran voted down Iraq's request for troops.", "REJECT"),
        ("Senegal read out Chad's request for French troops.", "REQUEST"),
    ],
)
def test_a_noun_tells_what_took_place(text: str, kind: str, coder: ParsedCoder) -> None:
    assert kind in [each.type for each in coder(story_of(text)).events]


@pytest.mark.parametrize(
    "text",
    [
        "Police in Minsk arrested ten men at a rally.",
        "The protests are of no use to Belarus.",
        "Until April the pickets get letters.",
        "A request for troops is on the table in Chad.",
    ],
)
def test_elsewhere_it_tells_of_none(text: str, coder: ParsedCoder) -> None:
    kinds = {each.type for each in coder(story_of(text)).events}
    assert not {"PROTEST", "REQUEST"} & kinds
