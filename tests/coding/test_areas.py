"""Provinces and districts that are called so."""

import os
import subprocess
import sys

import pytest

from truceline.coding.areas import areas_of, name_end, region_of, skeleton, town_of
from truceline.coding.tokens import tokens_of
from truceline.terms.events import Place

AFG = frozenset({"AFG"})


def found(text: str, countries: frozenset[str] = AFG) -> list[tuple[str, str | None, int]]:
    """Return name, region and precision of each area."""
    places = [place for _, _, place in areas_of(text, tokens_of(text), countries, {})]
    return [(each.name, each.admin1, each.where_prec) for each in places]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Nahr-e Saraj district, Helmand province",
         [("Nahr-e Saraj district", "Helmand", 3), ("Helmand", "Helmand", 4)]),
        ("in the Arghandab district of Kandahar province",
         [("Arghandab district", "Kandahar", 3), ("Kandahar", "Kandahar", 4)]),
        ("In Nad ‘Ali district, Helmand Province",
         [("Nad ‘Ali district", "Helmand", 3), ("Helmand", "Helmand", 4)]),
        ("in Shigal wa Sheltan district, Kunar province",
         [("Shigal wa Sheltan district", "Kunar", 3), ("Kunar", "Kunar", 4)]),
        ("in Khost and Paktiya provinces",
         [("Khost", "Khowst", 4), ("Paktiya", "Paktia", 4)]),
        ("in the province of Ghazni", [("Ghazni", "Ghazni", 4)]),
        ("the Helmand provincial capital", []),
        ("the district", []),
        ("the Wardak District Governor", []),
    ],
)  # fmt: skip
def test_areas_by_name(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    assert found(text) == expected


def test_other_wars_are_read_alike() -> None:
    russia = frozenset({"RUS"})
    assert found("in the Belgorod region", russia) == [("Belgorod", "Belgorod Oblast", 4)]
    assert found("in Idlib Governorate", frozenset({"SYR"}))[0][2] == 4


def test_two_russian_regions_are_no_area_of_that_name() -> None:
    assert found("in two Russian regions", frozenset({"RUS"})) == []


def test_a_district_keeps_the_province_that_the_story_gave_it() -> None:
    told: dict[str, Place] = {}
    first = "in Andar district, Ghazni province"
    list(areas_of(first, tokens_of(first), AFG, told))
    again = "a raid in Andar district"
    [(_, _, place)] = areas_of(again, tokens_of(again), AFG, told)
    assert (place.admin1, place.country) == ("Ghazni", "AFG")


def test_transcriptions_of_one_name_fall_together_and_others_stay_apart() -> None:
    for one, other in (("Khowst", "Khost"), ("Paktya", "Paktia"), ("Oruzgan", "Uruzgan"),
                       ("Zaporizhzhia", "Zaporozhye"), ("Jowzjan", "Jawzjan")):  # fmt: skip
        assert skeleton(one) == skeleton(other)
    assert skeleton("Paktia") != skeleton("Paktika")


def test_a_name_of_the_same_sound_is_looked_for_in_the_given_countries_alone() -> None:
    found = region_of("Khost", AFG)
    assert found is not None
    assert found[5] == "Khowst"
    assert region_of("Khost", frozenset({"UKR"})) is None
    assert town_of("Xyzzy", AFG) is None


def test_a_name_runs_on_over_particles_and_signs() -> None:
    tokens = tokens_of("Reg-e Khan Neshin fell")
    assert " ".join(each.text for each in tokens[: name_end(tokens, 0)]) == "Reg - e Khan Neshin"


def test_of_two_regions_alike_the_same_is_taken_in_every_run() -> None:
    ask = (
        "from truceline.coding.areas import region_of as r; "
        "print(r('Kashmir', frozenset({'DEU', 'IND', 'PAK'})))"
    )
    said = [
        subprocess.run(
            [sys.executable, "-c", ask], env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "1", "2")
    ]  # fmt: skip
    assert len(set(said)) == 1
