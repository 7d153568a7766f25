"""The coder as others see it: a protocol, offsets that hold, and no input that breaks it."""

import json
import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.coding.conftest import WAR, story_of

from truceline.coding.lexical import LexicalCoder
from truceline.coding.predicates import triggers_of
from truceline.coding.tokens import word_set
from truceline.terms.events import Coder, Coding
from truceline.terms.ontology import HEDGES, STATUSES, TYPES
from truceline.terms.stories import Passage

WORDS = sorted(
    word_set(
        "Russia Ukraine 's attacked bombed the on in Sunday , . ; – killing at least 16 900 drones "
        "and dozens of missiles talks ceasefire agreed not may if $ 7bn “ said Kyiv Kursk which "
        "before"
    )
)
CODER: Coder = LexicalCoder(WAR)


def sound(coding: Coding, text: str) -> None:
    """Assert what holds of every coding."""
    for event in coding.events:
        assert text[event.evidence.start : event.evidence.end] == event.evidence.quote
        assert event.evidence.quote
        assert event.type in TYPES
        assert event.status in STATUSES
        assert event.hedge in HEDGES
        assert 0 <= event.confidence <= 1
        links = [c.included_in for c in event.counts if c.included_in is not None]
        assert all(0 <= link < len(event.counts) for link in links)
        json.dumps(event.as_dict())
    for aside in coding.set_aside:
        assert not aside.reason.startswith("ERROR"), aside
    assert len({e.event_id for e in coding.events}) == len(coding.events)


@given(st.text(max_size=400))
def test_any_text_is_coded_soundly(text: str) -> None:
    story = story_of(text)
    sound(CODER(story), story.text)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
def test_any_order_of_war_words_is_coded_soundly(text: str) -> None:
    story = story_of(text)
    sound(CODER(story), story.text)


@pytest.mark.parametrize(
    "text",
    ["a" * 10**6, "a " * 500_000, "." * 10**6, "Russia attacked Ukraine and " * 35_000,
     "killed 12 people, " * 55_000, "\n" * 10**6, '"“' * 500_000, "1" * 10**6],
    ids=["letter", "words", "stops", "attacks", "counts", "lines", "quotes", "digits"],
)  # fmt: skip
def test_a_megabyte_without_a_full_stop_is_bounded(text: str) -> None:
    started = time.process_time()
    story = story_of(text)
    sound(CODER(story), story.text)
    assert time.process_time() - started < 5


def test_only_paragraphs_are_coded() -> None:
    story = story_of("Chad attacked Mali.", "Niger attacked Benin.")
    teaser = replace(story.passages[1], what="teaser")
    cut = replace(story, passages=(story.passages[0], teaser))
    assert [e.source[0].code for e in CODER(cut).events] == ["TCD"]


def test_a_story_without_paragraphs_says_so() -> None:
    story = replace(story_of("Chad attacked Mali."), passages=(Passage(0, 19, "title"),))
    assert [each.reason for each in CODER(story).set_aside] == ["NO_PARAGRAPH"]


def test_an_error_in_one_sentence_leaves_the_rest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = triggers_of

    def breaks(tokens: list, *rest: object) -> object:  # type: ignore[type-arg]
        if tokens[0].text == "Mali":
            raise ValueError("broken")
        return real(tokens, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("truceline.coding.telling.triggers_of", breaks)
    text = "Chad attacked Niger. Mali attacked Chad. Chad bombed Benin."
    found = LexicalCoder()(story_of(text))
    assert [e.sentence for e in found.events] == [0, 2]
    assert [(s.reason, s.quote) for s in found.set_aside] == [
        ("ERROR ValueError", "Mali attacked Chad.")
    ]


def test_aliases_add_names() -> None:
    coder = LexicalCoder(aliases={"Freedonia": "FRD"})
    [event] = coder(story_of("Freedonia attacked Sylvania.")).events
    assert [a.code for a in event.source] == ["FRD"]


def test_it_is_a_coder_with_a_name_and_a_version() -> None:
    assert (CODER.name, bool(CODER.version)) == ("lexical", True)
