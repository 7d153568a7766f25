"""The column beside the checkout, coded and checked by hand, field by field.

What each event must hold was written down from the text before the coder was run on it.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.coding.conftest import WAR

from truceline.coding.parsed import ParsedCoder
from truceline.terms.events import Count, Event
from truceline.terms.stories import Passage, Story

NEWS = ("happened", "ongoing")


def column(text: str) -> Story:
    """Return the column with its paragraphs alone, cut by hand: the reader is another's test."""
    first, last = text.index("For a while now"), text.index("The views expressed")
    passages, at = [], first
    for part in text[first:last].split("\n\n"):
        if part.strip():
            passages.append(Passage(at, at + len(part), "paragraph"))
        at += len(part) + 2
    return Story("c", "c.txt", text, "", published=date(2025, 6, 5), passages=tuple(passages))


@pytest.fixture(scope="module")
def events(shared: Callable[[str], Path]) -> tuple[Event, ...]:
    """Return the column's events."""
    text = shared("seed/000_0a77633fac70da56.txt").read_text(encoding="utf-8")
    coding = ParsedCoder(WAR)(column(text))
    assert all(text[e.evidence.start : e.evidence.end] == e.evidence.quote for e in coding.events)
    assert not [each for each in coding.set_aside if each.reason.startswith("ERROR")]
    return coding.events


def only(events: tuple[Event, ...], kind: str, day: date | None, **wanted: str) -> Event:
    """Return the one event of a type and day in the news."""
    found = [e for e in events if e.type == kind and e.date_start == day and e.status in NEWS]
    for field, code in wanted.items():
        found = [e for e in found if code in {a.code for a in getattr(e, field)}]
    assert len(found) == 1, [(e.sentence, e.type, e.date_start) for e in events]
    return found[0]


def count(event: Event, what: str, of: str | None = None) -> Count:
    """Return the one count of a kind."""
    [found] = [c for c in event.counts if c.what == what and (of is None or c.of == of)]
    return found


def test_strike_on_airfields(events: tuple[Event, ...]) -> None:
    strike = only(events, "ASSAULT", date(2025, 6, 1), source="UKR", target="RUS")
    assert (strike.date_end, strike.date_prec) == (date(2025, 6, 1), "day")
    assert (count(strike, "aircraft").low, count(strike, "aircraft").high) == (41, 41)
    money = count(strike, "money")
    assert (money.low, money.high, money.unit, money.hedge) == (7e9, 7e9, "USD", "reported")
    share = count(strike, "other")
    assert share.of is not None
    assert share.of.startswith("share of Russia")
    assert share.low == pytest.approx(1 / 3, abs=0.001)


def test_swarm_a_week_before(events: tuple[Event, ...]) -> None:
    swarm = only(events, "ASSAULT", date(2025, 5, 25), source="RUS", target="UKR")
    assert (swarm.mode, swarm.date_prec) == ("drone", "week")
    assert (count(swarm, "drones").low, count(swarm, "drones").high) == (900, None)
    assert (count(swarm, "missiles").low, count(swarm, "missiles").high) == (24, None)
    people, children = count(swarm, "killed", "civilians"), count(swarm, "killed", "children")
    assert (people.low, people.high, people.included_in) == (16, None, None)
    assert (children.low, children.high) == (3, 3)
    assert children.included_in == swarm.counts.index(people)


def test_barrage_on_training_camp(events: tuple[Event, ...]) -> None:
    barrage = only(events, "ASSAULT", date(2025, 6, 2), source="RUS", target="UKR")
    killed = count(barrage, "killed")
    assert (killed.low, killed.high, killed.of) == (12, 12, "soldiers")
    assert "missile" in {each.kind for each in barrage.instruments}


def test_bridges_are_suspected_sabotage_by_nobody_named(events: tuple[Event, ...]) -> None:
    [bridges] = [e for e in events if e.mode == "sabotage"]
    assert (bridges.source, bridges.status, bridges.hedge) == ((), "happened", "suspected")
    assert bridges.attributed_to is not None
    assert bridges.attributed_to.text == "local authorities"
    assert bridges.place is not None
    assert bridges.place.country == "RUS"
    assert (count(bridges, "other", "bridges").low, bridges.date_start) == (2, date(2025, 6, 1))


def test_talks_in_istanbul_and_what_came_of_them(events: tuple[Event, ...]) -> None:
    talks = only(events, "CONSULT", date(2025, 6, 2))
    assert {a.code for a in (*talks.source, *talks.target)} == {"RUS", "UKR"}
    assert talks.place is not None
    assert (talks.place.name, talks.place.country) == ("Istanbul", "TUR")
    assert {(i.issue, i.outcome) for i in talks.issues} == {
        ("prisoner exchange", "agreed"),
        ("return of children", "possible"),
        ("ceasefire", "no progress"),
    }
    deal = only(events, "AGREE", date(2025, 6, 2))
    assert (count(deal, "exchanged").low, count(deal, "exchanged").high) == (1000, None)
    assert (count(deal, "abducted").low, count(deal, "abducted").of) == (10, "children")


def test_kerch_bridge_stands_where_two_states_claim(events: tuple[Event, ...]) -> None:
    bridge = only(events, "ASSAULT", date(2025, 6, 3), source="UKR")
    assert bridge.place is not None
    assert (bridge.place.name, bridge.place.where_prec) == ("Kerch Bridge", 1)
    assert bridge.place.disputed
    assert set(bridge.place.claimed_by) == {"UKR", "RUS"}
    assert bridge.place.controlled_by == "RUS"


def test_kursk_incursion_is_of_last_year(events: tuple[Event, ...]) -> None:
    kursk = only(events, "ASSAULT", date(2024, 1, 1), source="UKR", target="RUS")
    assert (kursk.date_end, kursk.date_prec) == (date(2024, 12, 31), "year")
    assert kursk.place is not None
    assert kursk.place.country == "RUS"


def test_threat_that_was_not_made_is_denied(events: tuple[Event, ...]) -> None:
    [threat] = [e for e in events if e.type == "THREATEN"]
    assert (threat.status, threat.source[0].code) == ("denied", "RUS")


def test_another_war_is_no_news(events: tuple[Event, ...]) -> None:
    distant = {"PRK", "KOR", "SUN", "USA"}
    for event in events:
        if distant & {a.code for a in (*event.source, *event.target)}:
            assert event.status == "background"


def test_no_other_event_is_news(events: tuple[Event, ...]) -> None:
    news = sorted((e.type, e.date_start) for e in events if e.status in NEWS and e.date_start)
    strikes = [date(2024, 1, 1), date(2025, 5, 25), date(2025, 6, 1), date(2025, 6, 1)]
    strikes += [date(2025, 6, 2), date(2025, 6, 3)]
    meeting = [("AGREE", date(2025, 6, 2)), ("CONSULT", date(2025, 6, 2))]
    assert news == sorted([("ASSAULT", day) for day in strikes] + meeting)
    undated = [(e.type, e.source[0].code) for e in events if e.status in NEWS and not e.date_start]
    assert undated == [("SUPPORT", "CHN"), ("ASSAULT", "RUS"), ("CONSULT", "RUS")]
