"""The gazetteer by name and by country."""

from truceline.coding.gazette import lines, regions, rows_of, short, towns_like
from truceline.coding.lexicon import read_toml


def test_towns_and_regions_stand_under_each_spelling() -> None:
    assert {row[4] for row in rows_of("Tripoli")} >= {"LBY", "LBN"}
    assert any(row[7] for row in rows_of("Helmand"))


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
    assert rows_of("Kryvyi Rih") == rows_of("Kryvyy Rih")
    assert any(not row[7] for row in rows_of("Zaporizhzhia")), "the city beside its region"
    for table in read_toml("places")["spelt"]:
        for name, forms in table["names"].items():
            for form in forms:
                own = {row[0] for row in rows_of(name)}
                assert any(row[0] in own and row[4] == table["country"] and not row[7]
                           for row in rows_of(form)), form  # fmt: skip


def test_the_file_is_sorted_by_spelling_as_looking_up_by_halving_needs() -> None:
    spellings = [line.partition("\t")[0] for line in lines()]
    assert spellings == sorted(spellings)
    assert all(spellings)


def test_halving_finds_what_looking_through_all_lines_finds() -> None:
    for name in ("Tripoli", "Helmand", "San José", "Goma", "Aa", "Zzz", "", "Tripoli\t"):
        slow = [line.split("\t")[1] for line in lines() if line.split("\t")[0] == name]
        assert [str(row[1]) for row in rows_of(name)] == slow, name


def test_towns_of_a_country_include_those_that_only_reports_spell_so() -> None:
    respelt = [
        (form, table["country"], name)
        for table in read_toml("places")["spelt"]
        for name, forms in table["names"].items()
        for form in forms
    ]
    for form, country, name in respelt:
        ids = {row[1] for row in rows_of(name) if row[4] == country and not row[7]}
        assert ids <= {row[1] for row in towns_like(country, form[0])}, form
