"""Later sentences that added numbers to an event are highlighted and linked like its own."""

from dataclasses import replace
from typing import Any

import pytest
from tests.show.conftest import FIRST

from truceline.show.brief import render
from truceline.show.sheet import sheet
from truceline.show.stories import Marked, continued, further, mark_of, marked
from truceline.terms.briefs import Brief
from truceline.terms.events import Event

LATER = "In 1904 another war was fought here."


def _first(brief: Brief) -> Event:
    return brief.codings[0].events[0]


def _with(brief: Brief, noted: Any) -> Brief:
    event = replace(_first(brief), roles={"continued_in": noted})
    coding = brief.codings[0]
    coding = replace(coding, events=(event, *coding.events[1:]))
    return replace(brief, codings=(coding, *brief.codings[1:]))


def _span() -> list[int]:
    start = FIRST.index(LATER)
    return [start, start + len(LATER)]


def test_the_later_sentence_has_a_highlight_that_leads_back_to_the_event(brief: Brief) -> None:
    found = sheet(_with(brief, [_span()]))
    [lit] = [
        each
        for paragraph in found.stories[0].paragraphs
        for each in paragraph
        if each.text == LATER
    ]
    assert 1 in lit.events
    assert found.news[0].more[0].mark == lit.mark
    assert found.news[0].mark != lit.mark
    assert (found.news[0].more[0].quote, found.news[0].more[0].start) == (LATER, _span()[0])


def test_the_page_and_the_markdown_quote_it(brief: Brief) -> None:
    made = _with(brief, [_span()])
    page, plain = render(made, suffix=".html"), render(made, suffix=".md")
    mark = sheet(made).news[0].more[0].mark
    assert f'<a class="quote" href="#{mark}"><bdi>and “{LATER}”</bdi></a>' in page
    assert f"characters {_span()[0]} to {_span()[1]}" in page
    assert f"and “{LATER}” (characters {_span()[0]} to {_span()[1]})" in plain


def test_an_event_keeps_the_mark_of_its_own_sentence(brief: Brief) -> None:
    event = replace(_first(brief), roles={"continued_in": [_span()]})
    marks = marked([(1, event)], 1)
    assert [each.start for each in marks] == [event.evidence.start, _span()[0]]
    assert mark_of(event, marks) == "s1-m1"
    assert [each.mark for each in further(event, FIRST, marks)] == ["s1-m2"]


def test_a_later_sentence_inside_the_own_one_is_one_highlight(brief: Brief) -> None:
    event = _first(brief)
    inside = [event.evidence.start + 5, event.evidence.end]
    marks = marked([(1, replace(event, roles={"continued_in": [inside]}))], 1)
    assert marks == (Marked(event.evidence.start, event.evidence.end, "s1-m1", (1,)),)


@pytest.mark.parametrize(
    "noted",
    ["5", 7, [5], [[5]], [["a", "b"]], [[9, 5]], [[-3, 5]], [[1.0, 2.0]], [[True, 2]], {"a": 1}],
)
def test_what_another_coder_writes_there_breaks_nothing(brief: Brief, noted: Any) -> None:
    event = replace(_first(brief), roles={"continued_in": noted})
    assert continued(event) == ()
    assert sheet(_with(brief, noted)).news[0].more == ()


def test_offsets_beyond_the_text_quote_nothing(brief: Brief) -> None:
    beyond = [len(FIRST) + 10, len(FIRST) + 20]
    assert sheet(_with(brief, [beyond])).news[0].more == ()
