"""Stories coded anew: what is replaced, what is carried, what stays."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from tests.record.conftest import make

from truceline.record import recoding
from truceline.record.corrections import Correction
from truceline.record.reports import Ingest
from truceline.record.store import Store
from truceline.terms.errors import StoreError
from truceline.terms.events import Coding
from truceline.terms.stories import Story

AT = "2030-06-06T00:00:00"


@pytest.fixture
def one() -> tuple[Story, Coding]:
    return make()


@pytest.fixture
def store(tmp_path: Path, one: tuple[Story, Coding]) -> Store:
    made = Store(tmp_path / "a.duckdb")
    made.init()
    story, coding = one
    made.add([story], [coding], Ingest("x", AT, coder="c 1"), retrieved_at={story.story_id: AT})
    return made


def anew(coding: Coding, **changes: str) -> Coding:
    events = tuple(replace(each, **changes) for each in coding.events[:1])  # type: ignore[arg-type]
    return replace(coding, events=events)


def test_the_same_event_keeps_its_correction_without_a_word(
    store: Store, one: tuple[Story, Coding]
) -> None:
    story, coding = one
    first = coding.events[0].event_id
    store.correct(Correction("reports", first, "status", "planned", "said so"), at=AT)
    done = recoding.recode(store, [story], [anew(coding)], Ingest("x", AT, coder="c 2"))
    assert (done.carried, done.left) == (0, 0)
    found = store.events()
    assert found.filter(found["id"] == first)["status"].to_list() == ["planned"]
    assert recoding.coders(store) == {story.story_id: "c 2"}
    assert store.broken() == []


def test_an_exclusion_goes_over_to_the_same_type_alone(
    store: Store, one: tuple[Story, Coding]
) -> None:
    story, coding = one
    first = coding.events[0]
    store.correct(Correction("reports", first.event_id, "excluded", "true", "no"), at=AT)
    other = "AID" if first.type != "AID" else "ASSAULT"
    done = recoding.recode(
        store, [story], [anew(coding, event_id="z", type=other)], Ingest("x", AT, coder="c 2")
    )
    assert (done.carried, done.left) == (0, 1)
    assert "z" in set(store.events()["id"])


def test_a_story_comes_back_as_it_was_read(store: Store, one: tuple[Story, Coding]) -> None:
    [kept] = recoding.stories(store)
    assert kept.story.text == one[0].text
    assert kept.story.passages == one[0].passages
    assert (kept.war, kept.coder) == ("x", "c 1")


def test_a_coding_with_two_events_of_one_id_changes_nothing(
    store: Store, one: tuple[Story, Coding]
) -> None:
    story, coding = one
    before = store.events()
    twice = replace(coding, events=(coding.events[0], coding.events[0]))
    with pytest.raises(StoreError, match="two events have the id"):
        recoding.recode(store, [story], [twice], Ingest("x", AT, coder="c 2"))
    assert store.events().equals(before)


def test_the_coder_of_older_stores_is_that_of_their_events(
    store: Store, one: tuple[Story, Coding]
) -> None:
    with duckdb.connect(str(store.path)) as raw:
        raw.execute("UPDATE story SET coder = NULL, passages = NULL")
    event = one[1].events[0]
    assert recoding.coders(store) == {one[0].story_id: f"{event.coder.name} {event.coder.version}"}
    assert recoding.stories(store) == ()
