"""A report is shown with its sentences marked and its cuts named."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from truceline.show.stories import marked, view
from truceline.terms.briefs import Brief
from truceline.terms.events import CoderId, Coding, Event, Evidence
from truceline.terms.stories import Passage, Story


def test_sentences_that_overlap_share_a_mark(brief: Brief) -> None:
    events = brief.codings[0].events
    marks = marked(list(enumerate(events, 1)), 1)
    assert [(each.mark, each.events) for each in marks] == [
        ("s1-m1", (1,)), ("s1-m2", (2,)), ("s1-m3", (3,)), ("s1-m4", (5, 4)), ("s1-m5", (6,)),
    ]  # fmt: skip


def test_what_is_kept_is_shown_once_and_what_is_cut_is_named(brief: Brief) -> None:
    story, coding = brief.stories[0], brief.codings[0]
    shown = view(story, coding, 1, marked(list(enumerate(coding.events, 1)), 1))
    told = "".join(each.text for paragraph in shown.paragraphs for each in paragraph)
    assert "another war was fought" in told
    assert "somewhere else" not in told
    assert "".join(each.text for each in shown.heading) == story.title
    assert [(each.what, each.reason) for each in shown.cut] == [
        ("page furniture", "a share button"),
        ("teaser of another article", "a related article"),
    ]
    assert shown.uncoded[0].reason == "no actor was found in it"
    assert shown.opinion
    assert shown.published == "5 June 2031 (date given)"


def test_a_report_without_a_date_says_so(brief: Brief) -> None:
    assert view(brief.stories[1], brief.codings[1], 2, ()).published == "date not known"


def test_a_sentence_outside_every_paragraph_is_still_shown(brief: Brief) -> None:
    story = replace(brief.stories[1], passages=(Passage(0, 5, "furniture", "x"),))
    events = brief.codings[1].events
    shown = view(story, brief.codings[1], 1, marked(list(enumerate(events, 1)), 1))
    found = [each.mark for paragraph in shown.paragraphs for each in paragraph if each.mark]
    assert found == ["s1-m1", "s1-m2"]


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=6), st.integers(1, 89))
def test_every_event_has_exactly_one_mark(spans: list[tuple[int, int]], cut: int) -> None:
    text = "word " * 16
    story = Story("s", "s.txt", text, "h", passages=(
        Passage(0, min(cut, 80), "paragraph"), Passage(min(cut, 80), 80, "furniture", "x"),
    ))  # fmt: skip
    events = [replace(EVENT, evidence=Evidence("q", start, end)) for start, end in spans]
    marks = marked(list(enumerate(events, 1)), 1)
    shown = view(story, Coding("s"), 1, marks)
    found = [each.mark for paragraph in shown.paragraphs for each in paragraph if each.mark]
    assert sorted(found) == sorted(each.mark for each in marks)
    assert sorted(number for each in marks for number in each.events) == list(
        range(1, len(events) + 1)
    )


def _event() -> Event:
    return Event(
        event_id="e", story_id="s", sentence=0, sentence_text="", type="ASSAULT",
        quad="material conflict", evidence=Evidence("q", 0, 1), confidence=1.0,
        coder=CoderId("made", "1"),
    )  # fmt: skip


EVENT = _event()
