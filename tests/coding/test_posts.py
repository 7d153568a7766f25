"""Titles, and what an office is for."""

import pytest

from truceline.coding.posts import follows_particle, name_after_title, post_of, remit_end
from truceline.coding.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "begins"),
    [("Mr Uribe left", 1), ("Mrs. Meir left", 2), ("Mr and others", 0), ("Meir left", 0),
     ("mr Uribe", 0), ("Mr", 0)],
)  # fmt: skip
def test_a_name_begins_after_its_title(text: str, begins: int) -> None:
    assert name_after_title(tokens_of(text), 0) == begins


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Commissioner for Information said", 3),
        ("Ministry of Health and Education said", 5),
        ("Ministry of the Interior of Peru", 4),
        ("Minister of Peru", 1),
        ("Ministry of works", 1),
        ("Army of Works", 1),
        ("Ministry", 1),
    ],
)
def test_what_an_office_is_for_belongs_to_it(text: str, ends: int) -> None:
    tokens = tokens_of(text)
    assert remit_end(tokens, 1, lambda at: tokens[at].text == "Peru") == ends


@pytest.mark.parametrize(
    ("owner", "sector", "word", "told"),
    [("REB", "GOV", "spokesman", "REB"), ("REB", "MIL", "troops", "REB"),
     ("REB", "GOV", "government", "GOV"), ("REB", "CVL", "hospital", "CVL"),
     (None, "GOV", "spokesman", "GOV"), ("IGO", "MIL", "force", "MIL")],
)  # fmt: skip
def test_who_speaks_or_fights_for_an_armed_group_is_of_it(
    owner: str | None, sector: str, word: str, told: str
) -> None:
    assert post_of(owner, sector, word) == told


def test_a_particle_makes_a_capital_somebodys_name() -> None:
    words = tokens_of("Colonel de Castries left Castries")
    assert follows_particle(words, 2)
    assert not follows_particle(words, 4)
    assert not follows_particle(words, 0)
