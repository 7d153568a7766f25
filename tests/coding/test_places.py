"""Places and who claims them."""

from datetime import date

from truceline.coding.actors import ActorFinder
from truceline.coding.gazette import lines, rows_of
from truceline.coding.lexicon import lexicons
from truceline.coding.places import Where, addressed, disputed, finest, land_of, places_of
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Place

FINDER = ActorFinder(lexicons(), {}, [])


def found(text: str, *countries: str, on: date | None = None) -> list[Place]:
    """Return the places of a text."""
    tokens = tokens_of(text)
    mentions = FINDER.mentions(text, tokens, on)
    return [w.place for w in places_of(text, tokens, mentions, frozenset(countries), on)]


def test_a_town_needs_a_word_such_as_in() -> None:
    assert [p.name for p in found("fighting in Goma")] == ["Goma"]
    assert found("Goma fell silent") == []


def test_of_towns_with_one_name_the_wars_is_taken() -> None:
    assert found("a blast in Tripoli", "LBN")[0].country == "LBN"
    assert found("a blast in Tripoli", "LBY")[0].country == "LBY"


def test_precision_follows_the_words() -> None:
    assert found("near Goma")[0].where_prec == 2
    assert found("in Helmand province")[0].where_prec == 4
    assert found("in Andar district")[0].where_prec == 3
    assert found("across Sudan")[0].where_prec == 6
    assert found("in the Red Sea")[0].where_prec == 7


def test_disputed_land_is_said_to_be_so_and_who_held_it_when() -> None:
    now = found("in Crimea", on=date(2025, 6, 3))[0]
    assert (now.disputed, now.claimed_by, now.controlled_by) == (True, ("UKR", "RUS"), "RUS")
    assert disputed(Place("Crimea", "Crimea", "UKR"), date(2013, 1, 1)).controlled_by is None
    before = disputed(Place("Donetsk", "Donetsk", "UKR"), date(2020, 1, 1))
    assert not before.disputed


def test_the_finest_place_takes_its_region_from_the_others() -> None:
    district = Where(0, 2, Place("Andar district", where_prec=3), "in")
    region = Where(3, 5, Place("Ghazni", "Ghazni", "AFG", 33.5, 68.4, 1, 4), ",")
    best = finest([district, region])
    assert best is not None
    assert (best.name, best.admin1, best.country, best.where_prec) == (
        "Andar district", "Ghazni", "AFG", 3)  # fmt: skip
    assert finest([]) is None
    assert addressed([district, region])
    assert not addressed([region])
    assert not addressed([])


def test_the_gazetteer_is_where_it_should_be() -> None:
    [kyiv] = [row for row in rows_of("Kyiv") if row[6] > 10**6]
    assert (round(kyiv[2] or 0), round(kyiv[3] or 0), kyiv[4]) == (50, 31, "UKR")
    assert all(
        r[2] is None or r[3] is None or (-90 <= r[2] <= 90 and -180 <= r[3] <= 180)
        for name in {line.partition("\t")[0] for line in lines()}
        for r in rows_of(name)
    )


def test_a_name_alone_is_a_place_where_it_is_large_or_at_home() -> None:
    lahore = land_of("Lahore", frozenset())
    assert lahore is not None
    assert lahore.country == "PAK"
    small = "Kupiansk"
    assert land_of(small, frozenset()) is None
    ours = land_of(small, frozenset({"UKR"}))
    assert ours is not None
    assert ours.country == "UKR"
    assert land_of("Nowhere at all", frozenset({"UKR"})) is None


def test_no_name_is_cut_inside_a_word() -> None:
    assert [p.country for p in found("unrest in Sana'a")] == ["YEM"]
    assert [p.country for p in found("unrest in Sana’a on Friday")] == ["YEM"]
    assert [p.name for p in found("unrest in Goma's markets")] == ["Goma"]


def test_older_and_english_spellings_are_the_same_towns() -> None:
    spelt = {"Rangoon": "MMR", "Pusan": "KOR", "Cologne": "DEU", "Kharkov": "UKR",
             "Jenin": "PSE", "Londonderry": "GBR", "Leopoldville": "COD"}  # fmt: skip
    assert {name: found(f"shots in {name}")[0].country for name in spelt} == spelt


def test_what_has_streets_and_outskirts_is_a_place_though_unknown() -> None:
    assert [p.name for p in found("a blast in the main street of Ballyquin")] == ["Ballyquin"]
    assert [p.name for p in found("fighting on the outskirts of Tel Zabad")] == ["Tel Zabad"]
    assert found("a member of Ballyquin") == []
