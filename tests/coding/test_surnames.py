"""A surname means its office-holder on a day in office, and nobody else's neighbour."""

from datetime import date

from truceline.coding.actors import ActorFinder
from truceline.coding.lexicon import OFFICE, Name, lexicons
from truceline.coding.surnames import holding, surnames
from truceline.coding.tokens import tokens_of

RAAB = Name("AUT", "GOV", "person", "Julius Raab", date(1953, 4, 2), date(1961, 4, 11))


def code_of(text: str, on: date | None, name: str) -> str | None:
    """Return the code of the mention whose text holds a name, None where there is none."""
    finder = ActorFinder(lexicons(), {}, ())
    found = [a.code for m in finder.mentions(text, tokens_of(text), on) for a in m.actors
             if name in a.text]  # fmt: skip
    return found[0] if found else None


def test_a_surname_is_taken_only_in_office() -> None:
    text = "President Reagan wrote to the allies."
    assert code_of("Talks with Reagan were held.", date(1985, 5, 5), "Reagan") == "USA"
    assert code_of(text, date(1985, 5, 5), "Reagan") == "USA"
    assert code_of("Talks with Reagan were held.", date(2015, 5, 5), "Reagan") is None


def test_a_surname_beside_another_name_is_somebody_else() -> None:
    on = date(1985, 5, 5)
    assert code_of("He met Bob Reagan there.", on, "Reagan") is None
    assert code_of("He met Reagan Smith there.", on, "Reagan") is None


def test_the_last_word_is_the_surname_and_the_first_where_families_stand_first() -> None:
    lai = Name("TWN", "GOV", "person", "Lai Ching-te", date(2024, 5, 20))
    assert [form for form, _ in surnames([("Lai Ching-te", lai), ("x", RAAB)])] == ["Lai", "Raab"]


def test_a_common_word_or_a_part_of_a_surname_is_none() -> None:
    may = Name("GBR", "GOV", "person", "Theresa May", date(2016, 7, 13), date(2019, 7, 24))
    gaulle = Name("FRA", "GOV", "person", "Charles de Gaulle", date(1958, 6, 1), date(1969, 4, 28))
    assert list(surnames([("Theresa May", may), ("Charles de Gaulle", gaulle)])) == []


def test_two_in_office_with_one_surname_are_nobody() -> None:
    one = Name("CUB", "GOV", OFFICE, "Raul Castro", date(2008, 2, 24), date(2018, 4, 19))
    two = Name("HND", "GOV", OFFICE, "Xiomara Castro", date(2010, 1, 1), None)
    assert holding([one, two], date(2009, 1, 1))
    assert not holding([one, two], date(2012, 1, 1))


def test_a_name_for_all_times_stays() -> None:
    assert holding([RAAB], date(2020, 1, 1)) == [RAAB]
    assert holding([RAAB], None) == [RAAB]


def test_a_name_that_many_bear_means_its_bearer_only_in_office() -> None:
    text = "Talks with Eric Williams were held."
    assert code_of(text, date(1970, 5, 5), "Williams") == "TTO"
    assert code_of(text, date(2015, 5, 5), "Williams") is None
    assert code_of(text, None, "Williams") is None


def test_no_term_ends_before_it_begins() -> None:
    terms = [(name.since, name.until, name.person) for _, name in lexicons().names]
    held = [(since, until, who) for since, until, who in terms if since and until]
    assert len(held) > 1000
    assert [who for since, until, who in held if until < since] == []


def test_a_surname_is_read_with_its_accents_too() -> None:
    on = date(1994, 5, 5)
    for name in ("Izetbegović", "Izetbegovic"):
        assert code_of(f"Talks with {name} were held.", on, name) == "BIH"
