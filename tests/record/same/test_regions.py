"""Names of one region in several languages' forms."""

import pytest

from truceline.record.same.regions import BLOCK, is_same_region, stem


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kharkivs’ka Oblast’", "Kharkiv"),
        ("Odeska", "Odesa"),
        ("Sumska Oblast", "Sumy"),
        ("Zaporizka", "Zaporizhzhia"),
        ("Kurskaya Oblast", "Kursk"),
        ("Province of Idlib", "Idlib Governorate"),
    ],
)
def test_one_region_in_two_forms_is_known_and_found_in_one_block(one: str, two: str) -> None:
    assert is_same_region(one, two)
    assert is_same_region(two, one)
    assert stem(one)[:BLOCK] == stem(two)[:BLOCK]


@pytest.mark.parametrize(
    ("one", "two"), [("Kherson", "Kharkiv"), ("Donetsk", "Dnipropetrovsk"), ("", "Sumy")]
)
def test_two_regions_are_two(one: str, two: str) -> None:
    assert not is_same_region(one, two)
