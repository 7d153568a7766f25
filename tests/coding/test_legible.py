"""Reports in capitals throughout are coded as if they were written plainly."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.legible import as_written, legible
from truceline.coding.lexical import LexicalCoder
from truceline.coding.parsed import ParsedCoder
from truceline.terms.events import Coding
from truceline.terms.stories import Passage, Story

PLAIN = (
    "Russian forces shelled Kharkiv on Monday, killing four civilians. "
    "Peru and Ecuador reached no agreement on the border at talks in Lima."
)


def story_of(*paragraphs: str) -> Story:
    """Return a story of these paragraphs."""
    text, passages = "", []
    for each in paragraphs:
        passages.append(Passage(len(text), len(text) + len(each), "paragraph"))
        text += each + "\n\n"
    return Story("s", "s.txt", text, "", passages=tuple(passages))


@pytest.mark.parametrize("made", [LexicalCoder, ParsedCoder])
@pytest.mark.parametrize("write", [str.upper, str.lower])
def test_capitals_throughout_or_none_change_no_event(
    made: Callable[[], Callable[[Story], Coding]], write: Callable[[str], str]
) -> None:
    plain, wire = story_of(PLAIN), story_of(write(PLAIN))
    coder = made()
    expected, found = coder(plain).events, coder(wire).events
    assert expected
    assert len(found) == len(expected)
    for one, two in zip(expected, found, strict=True):
        for field in ("type", "mode", "status", "source", "target", "place", "event_id"):
            assert getattr(one, field) == getattr(two, field), field
        assert two.sentence_text == write(one.sentence_text)
        assert [c.quote for c in two.counts] == [write(c.quote) for c in one.counts]
        assert [i.quote for i in two.issues] == [write(i.quote) for i in one.issues]


def test_only_the_paragraph_without_case_is_changed_and_offsets_hold() -> None:
    story = story_of("The Army of Peru SAID so.", "THE ARMY OF CHILE DENIED IT.")
    read = legible(story)
    assert read.text.splitlines()[::2] == [
        "The Army of Peru SAID so.", "The army of Chile denied it."
    ]  # fmt: skip
    assert read.passages == story.passages


def test_a_story_with_case_is_the_same_object() -> None:
    story = story_of(PLAIN)
    coding = Coding("s")
    assert legible(story) is story
    assert as_written(coding, story, story) is coding


@given(st.text(st.characters(categories=["Lu", "Zs", "Po", "Nd", "Lt"]), max_size=200))
def test_quotations_stand_in_the_text_as_it_was_given(text: str) -> None:
    story = story_of(text + " RUSSIA ATTACKED UKRAINE AND KILLED 9 SOLDIERS.")
    coding = LexicalCoder()(story)
    for each in coding.events:
        assert story.text[each.evidence.start : each.evidence.end] == each.evidence.quote
        assert each.sentence_text in story.text
        assert all(count.quote in story.text for count in each.counts)
    for aside in coding.set_aside:
        assert not aside.quote or story.text[aside.start : aside.end] == aside.quote
