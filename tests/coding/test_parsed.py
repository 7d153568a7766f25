"""The parsing coder as others see it: the protocol, batches, and no input that breaks it."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.conftest import WAR, story_of
from tests.coding.test_lexical import WORDS, sound

from truceline.coding.parsed import ParsedCoder
from truceline.terms.events import Coder

CODER: Coder = ParsedCoder(WAR)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_coded_soundly(text: str) -> None:
    story = story_of(text)
    sound(CODER(story), story.text)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=50))
def test_any_string_of_war_words_is_coded_soundly(words: list[str]) -> None:
    story = story_of(" ".join(words))
    sound(CODER(story), story.text)


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01\x02 Russia attacked\x07 Ukraine.\x1b[31m",
        "Russia атаковала Україну 今日 في أوكرانيا attacked 🚀🚀 Ukraine.",
        "<div>" * 2000 + "Russia attacked Ukraine.",
        "A" * 5000,
        "and " * 3000,
    ],
)
def test_odd_texts_give_a_result_or_a_counted_reason(text: str) -> None:
    story = story_of(text)
    found = ParsedCoder()(story)
    sound(found, story.text)


def test_a_sentence_of_a_megabyte_is_set_aside_past_its_bound_and_soon() -> None:
    story = story_of("Russia attacked Ukraine and " * 36_000)
    started = time.process_time()
    found = CODER(story)
    assert time.process_time() - started < 60
    assert "LONG_SENTENCE" in {each.reason for each in found.set_aside}
    assert found.events


def test_a_batch_is_coded_as_each_alone_and_in_order() -> None:
    stories = [
        story_of("Iran attacked Iraq."),
        story_of(""),
        story_of("Chad shelled Mali. It fled."),
    ]
    coder = ParsedCoder()
    assert list(coder.batch(stories)) == [coder(each) for each in stories]


def test_the_same_story_gives_the_same_events() -> None:
    story = story_of("On Sunday, Iran attacked Iraq. It also bombed Kuwait.")
    assert ParsedCoder()(story) == ParsedCoder()(story)


@pytest.mark.parametrize(
    "line",
    [
        "KYIV (AP) -- ",
        "THE HAGUE, Netherlands -- ",
        "Tehran, March 15, IRNA - ",
        "MOSCOW — ",
        "Harare, Zimbabwe - ",
        "Washington - ",
    ],
)
def test_a_dateline_is_no_subject(line: str) -> None:
    text = line + "Chad attacked Mali."
    [event] = ParsedCoder()(story_of(text)).events
    assert [a.code for a in event.source] == ["TCD"]
    assert [a.code for a in event.target] == ["MLI"]
    assert event.evidence.quote in text


def test_who_has_no_parse_is_read_by_words() -> None:
    story = story_of("Chad attacked Mali.", published=date(2025, 6, 5))
    [event] = ParsedCoder().code(story, {}).events
    assert (event.source[0].code, event.target[0].code) == ("TCD", "MLI")


@pytest.mark.parametrize("least", [0.0, 0.3, 0.6, 1.0])
def test_what_is_less_sure_is_set_aside_and_never_lost(least: float) -> None:
    text = "Chad bombed Mali on Monday. The rebels, it was said, may have threatened to strike."
    every = ParsedCoder(least=0.0)(story_of(text))
    some = ParsedCoder(least=least)(story_of(text))
    assert [e.event_id for e in some.events] == [
        e.event_id for e in every.events if e.confidence >= least]  # fmt: skip
    unsure = [each for each in some.set_aside if each.reason == "UNSURE"]
    assert len(unsure) == len(every.events) - len(some.events)
    assert all(text[each.start : each.end] == each.quote for each in unsure)
