"""The gazetteer by name and by country."""

from truceline.coding.gazette import gazetteer, regions, short, towns_like
from truceline.coding.lexicon import read_toml


def test_towns_and_regions_stand_under_each_spelling() -> None:
    assert {row[4] for row in gazetteer()["Tripoli"]} >= {"LBY", "LBN"}
    assert any(row[7] for row in gazetteer()["Helmand"])


def test_regions_without_a_big_town_are_there_without_a_point() -> None:
    [paktika] = [row for row in regions()["AFG"] if row[5] == "Paktika"]
    assert paktika[2] is None


def test_regions_stand_under_their_country_without_the_word_province() -> None:
    names = {row[0] for row in regions()["AFG"]}
    assert {"Helmand", "Sar-e Pol"} <= names


def test_a_name_that_is_only_a_kind_of_region_is_kept_short() -> None:
    assert short("Belgorod Oblast") == "Belgorod"


def test_towns_of_a_country_by_letter() -> None:
    names = {row[0] for row in towns_like("AFG", "K")}
    assert "Kabul" in names
    assert all(row[4] == "AFG" for row in towns_like("AFG", "K"))


def test_towns_are_found_as_reports_spell_them_and_under_no_other_country() -> None:
    assert gazetteer()["Kryvyi Rih"] == gazetteer()["Kryvyy Rih"]
    assert any(not row[7] for row in gazetteer()["Zaporizhzhia"]), "the city beside its region"
    for table in read_toml("places")["spelt"]:
        for name, forms in table["names"].items():
            for form in forms:
                own = {row[0] for row in gazetteer()[name]}
                assert any(row[0] in own and row[4] == table["country"] and not row[7]
                           for row in gazetteer()[form]), form  # fmt: skip
