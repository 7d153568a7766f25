"""Of several places with one name, the others are kept."""

from datetime import date

import pytest
from tests.coding.test_places import found

from truceline.coding.bearers import MOST, beside, choice, larger
from truceline.coding.explain import explain
from truceline.coding.gazette import rows_of
from truceline.coding.parsed import ParsedCoder
from truceline.coding.places import finest, land_of
from truceline.terms.events import Place
from truceline.terms.stories import Passage, Story


def countries(place: Place) -> list[str | None]:
    """Return the countries of the other places of a name."""
    return [each.country for each in place.candidates]


def test_the_others_are_kept_where_the_state_decides() -> None:
    [place] = found("a blast in Tripoli", "LBN")
    assert (place.country, countries(place), place.share) == ("LBN", ["LBY", "GRC"], None)


def test_where_size_decides_the_share_says_how_clearly() -> None:
    [place] = found("a blast in Tripoli")
    assert place.country == "LBY"
    assert countries(place) == ["LBN", "GRC"]
    people = {row[4]: row[6] for row in rows_of("Tripoli") if not row[7]}
    assert place.share is not None
    assert place.share == pytest.approx(people["LBY"] / sum(people.values()), abs=0.2)


def test_a_name_that_one_place_bears_has_no_others() -> None:
    [place] = found("fighting in Goma")
    assert (place.candidates, place.share) == ((), None)


def test_a_town_and_the_region_called_after_it_are_no_two_places() -> None:
    rows = [
        ("Aa", 1, None, None, "SOU", "Aa", 10, False),
        ("Aa", 2, None, None, "SOU", "Aa", 90, True),
    ]
    assert beside(Place("Aa", "Aa", "SOU"), rows, []).candidates == ()


def test_shares_of_all_who_might_be_meant_add_up_to_one() -> None:
    rows = [(f"Aa{n}", n, None, None, "SOU", f"R{n}", 10 * n, False) for n in range(1, 5)]
    shares = [beside(Place("Aa", row[5], row[4]), rows, []).share or 0 for row in rows]
    assert sum(shares) == pytest.approx(1, abs=0.002)
    assert shares == sorted(shares)


def test_no_more_are_kept_than_a_reader_looks_at() -> None:
    rows = [("Aa", n, None, None, "SOU", f"R{n}", n, False) for n in range(30)]
    kept = beside(Place("Aa", "R29", "SOU"), rows, []).candidates
    assert [each.geonameid for each in kept] == list(range(28, 28 - MOST, -1))


def test_they_stay_with_a_place_that_takes_its_region_from_another() -> None:
    [town] = found("a blast in Tripoli", "LBN")
    place = land_of("Tripoli", frozenset({"LBN"}))
    assert place is not None
    assert place.candidates == town.candidates
    assert finest([]) is None


def test_the_words_name_what_was_taken_and_what_else_it_may_be() -> None:
    [place] = found("a blast in Tripoli", "LBN")
    assert choice(place) == (
        "Tripoli may be LBN Liban-Nord (in a state of the story or the war) "
        "or LBY Tripoli, GRC Peloponnese"
    )


def test_an_event_has_them_and_the_explanation_prints_them() -> None:
    text = "On Monday rebels shelled Tripoli."
    story = Story("s", "s.txt", text, "", published=date(2024, 5, 3), language="en",
                  passages=(Passage(0, len(text), "paragraph"),))  # fmt: skip
    coder = ParsedCoder()
    [event] = coder(story).events
    plain = event.as_dict()["place"]
    assert [each["country"] for each in plain["candidates"]] == ["LBN", "GRC"]
    assert set(plain["candidates"][0]) == {"name", "admin1", "country", "geonameid"}
    assert "Tripoli may be LBY" in explain(coder, story)


def test_a_great_region_abroad_is_meant_before_a_small_town() -> None:
    town = ("Rivers", 1, 0.0, 0.0, "USA", "Ohio", 900, False)
    region = ("Rivers", 2, 0.0, 0.0, "NGA", "Rivers", 9000, True)
    assert larger([town, region], wide=False) == region
    near = (*region[:6], 8999, True)
    assert larger([town, near], wide=False) == town
    home = (*region[:4], "USA", *region[5:])
    assert larger([town, home], wide=False) == town  # a town and its own region: the town
