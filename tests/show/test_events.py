"""Events in words."""

import tomllib
from dataclasses import replace
from importlib.resources import files
from types import SimpleNamespace

import pytest

from truceline.show.events import actor, actors, is_news, place, row, side_names, what
from truceline.show.words import deed
from truceline.terms.briefs import Brief
from truceline.terms.countries import NAMES as COUNTRIES
from truceline.terms.events import Actor, Place

NAMES = {"NOR": "Northland", "SOU": "Southland"}


def test_an_actor_is_named_as_in_the_report_and_then_as_it_was_read() -> None:
    assert actor(Actor("Northland", "NOR"), NAMES) == "Northland"
    assert actor(Actor("the army", "SOU", "MIL"), NAMES) == "the army (Southland, armed forces)"
    assert actor(Actor("they", "QQQ", "GOVMIL"), {}) == "they (QQQ, government, defence)"
    assert actor(Actor("the president", "NOR", None, "A. Person"), NAMES) == (
        "the president (A. Person, Northland)"
    )
    assert actor(Actor(""), {}) == "not said"


def test_an_unknown_source_is_said_to_be_unknown() -> None:
    assert actors((), NAMES) == "not said"


def test_two_sides_named_at_once_are_said_once_and_meet_each_other(brief: Brief) -> None:
    both = (Actor("two sides", "NOR"), Actor("two sides", "SOU"))
    assert actors(both, NAMES) == "two sides (Northland and Southland)"
    talks = replace(brief.codings[0].events[3], source=both, target=both[::-1])
    assert row(talks, 1, "m", 1, NAMES).whom == "each other"
    alone = replace(talks, source=both[:1], target=both[:1])
    assert row(alone, 1, "m", 1, NAMES).whom == "two sides (Northland)"


def test_what_was_not_done_says_so_at_once(brief: Brief) -> None:
    event = brief.codings[0].events[1]
    assert what(replace(event, status="denied")) == "attack from the air, denied or not done"
    assert what(replace(event, status="planned")) == "attack from the air, planned"
    assert what(event) == "attack from the air"


def test_a_disputed_place_stands_under_no_flag() -> None:
    said = place(
        Place("Kirr", None, "SOU", None, None, None, 1, True, ("NOR", "SOU"), "NOR"), NAMES
    )
    assert said == "Kirr (disputed: claimed by Northland and Southland; held by Northland)"


def test_a_place_is_no_more_precise_than_it_is_known() -> None:
    assert place(Place("Coast", country="SOU", where_prec=4), NAMES) == (
        "Coast, Southland (region only)"
    )
    assert place(Place("Kirr", "Kirr", "SOU", where_prec=1), NAMES) == "Kirr, Southland"
    assert place(None, NAMES) == "not said"


def test_talks_say_what_came_of_them(brief: Brief) -> None:
    assert what(brief.codings[0].events[4]) == "agreement: prisoner exchange agreed"


def test_background_and_hypothetical_events_are_not_news(brief: Brief) -> None:
    event = brief.codings[0].events[0]
    told = {status: is_news(replace(event, status=status)) for status in
            ("happened", "denied", "planned", "background", "hypothetical")}  # fmt: skip
    assert told == {
        "happened": True, "denied": True, "planned": True, "background": False,
        "hypothetical": False,
    }  # fmt: skip


def test_a_row_says_who_says_so_and_how_surely(brief: Brief) -> None:
    first, second, third = (row(each, 1, "s1-m1", 1, NAMES) for each in brief.codings[0].events[:3])
    assert first.says == "the report, as a fact"
    assert first.counts == ("more than 900 drones", "at least 16 killed, of whom 3 children")
    assert (second.when, second.when_note) == ("date not resolved", "“lately”")
    assert second.says == "the report, as possible"
    assert third.says == "local officials (Northland, government), as reported"
    assert third.confidence == "80\xa0%"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (Actor("Russian", "RUS"), "Russia"),
        (Actor("Russians", "RUS"), "Russians"),
        (Actor("British", "GBR"), "British (United Kingdom)"),
        (Actor("Moscow", "RUS", "GOV"), "Moscow (Russia, government)"),
        (Actor("Turkey", "TUR"), "Turkey"),
        (Actor("UKR", "UKR"), "Ukraine"),
        (Actor("Rustem Umerov", "UKR", "GOVMIL"), "Rustem Umerov (Ukraine, government, defence)"),
    ],
)
def test_an_actor_reads_as_a_name_and_not_as_a_code(who: Actor, said: str) -> None:
    assert actor(who, COUNTRIES) == said


def test_a_place_stands_in_a_country_and_not_in_a_code() -> None:
    assert place(Place("Istanbul", country="TUR", where_prec=1), COUNTRIES) == "Istanbul, Turkey"


def test_a_war_names_its_own_sides_as_its_folder_does(brief: Brief) -> None:
    assert side_names(brief.war)["NOR"] == "Northland"
    assert side_names(brief.war)["TUR"] == "Turkey"


@pytest.mark.parametrize(
    ("who", "said"),
    [
        (Actor("United Nations", "IGO", "IGO"), "United Nations (international organisation)"),
        (
            Actor("Palestinian captives", "PSE", "PRS"),
            "Palestinian captives (Palestine, prisoners)",
        ),
    ],
)
def test_a_sector_reads_as_a_word_and_is_said_once(who: Actor, said: str) -> None:
    assert actor(who, COUNTRIES) == said


def test_every_sector_and_mode_of_the_lexicons_has_words() -> None:
    folder = files("truceline.coding") / "lexicons"
    read = {
        name: tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("predicates", "nouns", "roles", "groups", "officials")
    }
    roles, holders = read["roles"], read["officials"]["holders"]
    sectors = {
        *roles["things"], *roles["people"],
        *(each["sector"] for each in read["groups"]["group"]),
        *(each.split("|")[3] for each in holders),
    }  # fmt: skip
    shown = {each: actor(Actor("x", None, each), {}) for each in sectors if each != "OTH"}
    assert [each for each, said in shown.items() if each in said] == []
    rows = (*read["predicates"]["verbs"], *read["nouns"]["nouns"])
    modes = {(each["type"], each["mode"]) for each in rows if each.get("mode")}
    events = {(kind, mode): SimpleNamespace(type=kind, mode=mode) for kind, mode in modes}
    assert [each for each, event in events.items() if "(" in deed(event)] == []  # type: ignore[arg-type]
