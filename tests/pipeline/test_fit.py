"""A reader is told when a report hardly concerns the war it is set against."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from truceline.pipeline.brief import Wanted, brief
from truceline.pipeline.fit import remarks_on_fit
from truceline.terms.events import Actor, CoderId, Coding, Event, Evidence, Place
from truceline.terms.stories import Story
from truceline.terms.wars import Backer, Side, War

LAST = date(2031, 1, 1)
WAR = War(
    folder="lakes", name="Lake war", start=date(2030, 1, 1),
    sides=(Side(code="AAA", name="Aland"), Side(code="BBB", name="Beland")),
    backers=(Backer(code="CCC", side="AAA"),),
)  # fmt: skip
STORY = Story("1", "a.txt", "", "", published=date(2030, 6, 1))


def _event(source: str | None, target: str | None, place: Place | None = None) -> Event:
    return Event(
        event_id="e", story_id="1", sentence=1, sentence_text="x", type="ASSAULT",
        quad="material conflict", evidence=Evidence("x", 0, 1), confidence=1.0,
        coder=CoderId("made", "1"), place=place,
        source=(Actor("x", source),) if source else (),
        target=(Actor("y", target),) if target else (),
    )  # fmt: skip


def _said(*events: Event, war: War = WAR, day: date | None = STORY.published) -> tuple[str, ...]:
    return remarks_on_fit(war, LAST, [replace(STORY, published=day)], [Coding("1", events)])


def test_a_report_on_both_sides_needs_no_remark() -> None:
    assert _said(_event("AAA", "BBB"), _event("DDD", "BBB"), _event("DDD", None)) == ()


def test_a_report_on_others_is_said_to_be_about_another_war_perhaps() -> None:
    [none] = _said(_event("DDD", "EEE"), _event("EEE", "DDD"))
    assert none == (
        "a.txt may be about another war: of its 2 events none concerns Aland or Beland; "
        "the record below is that of Lake war"
    )
    five = [_event("DDD", "EEE")] * 4
    [said] = _said(*five, _event("AAA", "BBB"))
    assert "of its 5 events only 1 concerns" in said


def test_a_fifth_is_the_line() -> None:
    three = [_event("DDD", "EEE")] * 3
    assert _said(*three, _event("AAA", "BBB")) == ()


def test_one_side_fighting_somebody_else_is_not_this_war() -> None:
    three = [_event("AAA", "EEE")] * 3
    [said] = _said(*three)
    assert "of its 3 events none concerns Beland" in said
    assert _said(*three[:2]) == ()


def test_backers_places_and_claims_count_as_being_about_the_war() -> None:
    claimed = Place("Cape", disputed=True, claimed_by=("BBB",), controlled_by="AAA")
    assert (
        _said(_event(None, None, claimed), _event("CCC", None), _event(None, None, claimed)) == ()
    )


def test_a_backer_that_fights_stands_for_its_side() -> None:
    assert _said(*[_event("CCC", "BBB")] * 3) == ()
    [said] = _said(*[_event("CCC", "EEE")] * 3)
    assert "none concerns Beland;" in said


def test_reports_of_several_days_are_said_to_be_read_as_of_the_last() -> None:
    late = replace(STORY, published=date(2030, 7, 1))
    both = [Coding("1"), Coding("1")]
    [said] = remarks_on_fit(WAR, LAST, [late, STORY], both)
    assert said.startswith("the reports are dated 2030-06-01 to 2030-07-01")
    assert remarks_on_fit(WAR, LAST, [STORY, STORY], both) == ()


@pytest.mark.parametrize(
    ("day", "end", "words"),
    [
        (None, None, "has no date"),
        (date(2029, 12, 31), None, "before Lake war began on 2030-01-01"),
        (date(2031, 3, 1), None, "59 days after the record of Lake war ends on 2031-01-01"),
        (date(2032, 1, 3), date(2031, 1, 1), "long after Lake war ended on 2031-01-01"),
    ],
)
def test_a_date_off_the_war_is_said(day: date | None, end: date | None, words: str) -> None:
    [said] = _said(war=replace(WAR, end=end), day=day)
    assert words in said


@pytest.mark.parametrize("day", [date(2030, 1, 1), date(2031, 2, 1)])
def test_the_first_day_and_a_month_after_the_record_are_still_the_war(day: date) -> None:
    assert _said(day=day) == ()


def test_the_brief_holds_the_remarks_and_what_could_not_be_read(tmp_path: Path) -> None:
    sudan = tmp_path / "sudan.txt"
    sudan.write_text(
        "Fighting in Khartoum\n\nPublished: 5 June 2025\n\n"
        "The Rapid Support Forces attacked Khartoum on Tuesday, killing 12 people.\n\n"
        "The Sudanese army shelled Omdurman on Wednesday and killed nine civilians.\n"
    )
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    made, unread = brief([sudan, empty], Wanted("ukraine"))
    assert len(unread) == 1
    assert made.remarks[0] == unread[0]
    assert any("may be about another war" in each for each in made.remarks)
