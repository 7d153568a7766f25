"""A record's reports and events, linked from its rows, corrections obeyed."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.record.conftest import make

from truceline.record.corrections import SAME, Correction
from truceline.record.same.kept import same
from truceline.record.store import Ingest, Store
from truceline.terms.errors import BadInput
from truceline.terms.events import Coding
from truceline.terms.stories import Story

AT = "2025-06-05T00:00:00"
ONE = "On Sunday Ukraine hit an airfield. At least 16 people, three of them children, were killed."
TWO = "An airfield was hit by Ukraine on Sunday. Sixteen people are known to be dead."


def told(text: str, day: date, **changes: object) -> tuple[Story, Coding]:
    story, coding = make(text)
    events = tuple(replace(each, **changes) for each in coding.events)  # type: ignore[arg-type]
    return replace(story, published=day), replace(coding, events=events)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    pairs = [told(ONE, date(2025, 6, 2)), told(TWO, date(2025, 6, 3)),
             told("Weeks later. The same base again.", date(2025, 7, 2),
                  date_start=date(2025, 7, 1), date_end=date(2025, 7, 1))]  # fmt: skip
    for story, coding in pairs:
        made.add([story], [coding], Ingest("x", AT), retrieved_at={story.story_id: AT})
    return made


def ids(store: Store) -> list[str]:
    """Return the ids of the coded events, the earliest told first."""
    return [make(text)[1].events[0].event_id for text in (ONE, TWO)]


def say(store: Store, one: str, other: str, value: str) -> None:
    store.correct(Correction("reports", one, f"{SAME}{other}", value, "read both"), at=AT)


def test_two_reports_of_one_event_are_one_event(store: Store) -> None:
    found = same(store)
    first, second = ids(store)
    assert found.ids()[first] == found.ids()[second] == first
    assert len(set(found.ids().values())) == 2
    [event] = found.as_dict()["events"]
    assert [each["how"] for each in event["told"]] == ["first", "again"]
    assert event["counts"][0]["what"] == "killed"
    assert "both in Engels" in event["why"][0]["reason"]


def test_nothing_later_than_the_day_asked_for_is_seen(store: Store) -> None:
    assert len(same(store, as_of=date(2025, 6, 2)).linked.mentions) == 1
    assert same(store, war="another").linked.mentions == ()


def test_an_excluded_event_is_not_linked(store: Store) -> None:
    first, second = ids(store)
    store.correct(Correction("reports", first, "excluded", "true", "a rumour"), at=AT)
    assert same(store).ids()[second] == second


def test_a_person_has_the_last_word_and_may_change_it(store: Store) -> None:
    first, second = ids(store)
    say(store, first, second, "false")
    assert same(store).ids()[second] == second
    say(store, second, first, "true")
    assert same(store).ids()[second] == first
    assert store.broken() == []


def test_a_snapshot_keeps_what_was_said_by_then(store: Store) -> None:
    first, second = ids(store)
    store.snapshot("before", at=AT)
    say(store, first, second, "false")
    assert same(store, snapshot="before").ids()[second] == first


@pytest.mark.parametrize("other", ["gone", ""])
def test_an_event_that_is_not_there_cannot_be_named(store: Store, other: str) -> None:
    with pytest.raises(BadInput, match="is no coded event of the store"):
        say(store, ids(store)[0], other, "true")


def test_an_event_is_not_one_with_itself(store: Store) -> None:
    first = ids(store)[0]
    with pytest.raises(BadInput, match="name two events"):
        say(store, first, first, "true")


def test_a_check_finds_what_is_said_of_rows_that_are_not_there(store: Store) -> None:
    first, second = ids(store)
    say(store, first, second, "true")
    with store.writing() as opened:
        opened.execute(f"UPDATE correction SET field = '{SAME}gone'")
    assert ("event said to be one with a row that is not there", first) in store.broken()
    with store.writing() as opened:
        opened.execute(f"UPDATE correction SET field = '{SAME}{first}'")
    assert ("event said to be one with itself", first) in store.broken()


def test_a_reprint_is_named_with_its_overlap_and_counted_once(tmp_path: Path) -> None:
    made = Store(tmp_path / "b.duckdb")
    made.init()
    agency = ONE + " Rescuers looked for more under the rubble until late at night, officials said."
    for number, text in enumerate((agency, agency + " The paper's own man saw smoke.")):
        story, coding = told(text, date(2025, 6, 2 + number))
        passages = [{"start": 0, "end": len(text), "what": "paragraph", "reason": None}]
        made.add([story], [coding], Ingest("x", AT), retrieved_at={story.story_id: AT})
        with made.writing() as opened:
            opened.execute("UPDATE story SET passages = ?", [json.dumps(passages)])
    found = same(made).as_dict()
    assert found["counts"]["reprints"] == 1
    [reprint] = found["reprints"]
    assert reprint["share"] > 0.7
    assert reprint["carries"] == 1.0
    [event] = found["events"]
    assert (event["reports"], event["independent"]) == (2, 1)
    assert [each["how"] for each in event["told"]] == ["first", "reprint"]
    assert len(event["counts"][0]["said"]) == 1


def test_an_empty_record_has_nothing_to_link(tmp_path: Path) -> None:
    made = Store(tmp_path / "c.duckdb")
    made.init()
    assert same(made).as_dict()["counts"]["events"] == 0
