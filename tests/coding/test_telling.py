"""Stories of several paragraphs."""

from collections.abc import Callable
from datetime import date

from truceline.terms.events import Coding


def test_sentences_are_numbered_through_the_story(code: Callable[..., Coding]) -> None:
    found = code("It rained. Chad attacked Mali.", "Niger attacked Benin.")
    assert [e.sentence for e in found.events] == [1, 2]


def test_talks_take_the_place_that_was_just_named(code: Callable[..., Coding]) -> None:
    found = code("Chadian envoys travelled to Geneva for talks with Mali.",
                 "On Monday, both sides met.", war=True)  # fmt: skip
    assert [e.place.name for e in found.events if e.place] == ["Geneva", "Geneva"]
    assert found.events[1].roles["place"] == "carried on from the sentence before"


def test_an_attack_stands_at_the_first_address_that_a_story_gives(
    code: Callable[..., Coding],
) -> None:
    found = code("A patrol saw rebels in Sabari district, Khost province. "
                 "An aircraft attacked the rebels, killing two rebels.")  # fmt: skip
    assert {e.place.name for e in found.events if e.place} == {"Sabari district"}


def test_what_cannot_be_coded_is_set_aside_with_a_reason_and_where_it_stands(
    code: Callable[..., Coding],
) -> None:
    found = code("The earthquake killed 300 people.")
    assert [(s.reason, s.quote) for s in found.set_aside] == [("ACCIDENT", "killed")]
    assert found.set_aside[0].start == 15


def test_a_deed_of_the_war_told_by_its_year_is_news_of_that_year(
    code: Callable[..., Coding],
) -> None:
    [event] = code("Last year, Ukraine launched an incursion into Kursk.", war=True).events
    assert (event.status, event.date_start, event.date_prec) == (
        "happened",
        date(2024, 1, 1),
        "year",
    )


def test_an_attack_of_the_news_stands_in_the_last_town_only_where_it_says_so(
    code: Callable[..., Coding],
) -> None:
    found = code("Ukraine attacked Belgorod on Monday. Russia fired ten missiles at Ukraine. "
                 "Rebels shot two policemen there.")  # fmt: skip
    assert [e.place.name if e.place else None for e in found.events] == [
        "Belgorod", None, "Belgorod"]  # fmt: skip


def test_what_is_left_alone_stands_on_the_whole_sentence(code: Callable[..., Coding]) -> None:
    text = ("The woman fled and sought refuge inside the university, where she took a group of "
            "students as hostages, threatening them with hand grenades.")  # fmt: skip
    found = code(text)
    assert "UNSURE" in {each.reason for each in found.set_aside}
    assert [each.evidence.quote for each in found.events] == [text]


def test_what_those_who_met_agreed_is_of_the_day_they_met(code: Callable[..., Coding]) -> None:
    found = code(
        "Delegations of Chad and Libya met in Algiers on Sunday. "
        "They agreed to exchange prisoners. France agreed to send aid to Chad."
    ).events
    agreed = [each for each in found if each.type == "AGREE"]
    assert agreed[0].date_start == found[0].date_start is not None
    assert agreed[-1].date_start is None
