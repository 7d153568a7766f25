"""How a story was coded, said in words."""

import re

from tests.coding.conftest import story_of

from truceline.coding.explain import REASONS, explain
from truceline.coding.parsed import ParsedCoder
from truceline.coding.trace import QUIET

TEXT = (
    "Iran launched a strike on Basra, killing ten. Two men met. Iran demanded that Iraq release "
    "the prisoners, Oman said."
)


def test_it_shows_the_parse_the_entry_and_why_the_rest_is_no_event() -> None:
    said = explain(ParsedCoder(), story_of(TEXT))
    assert "Iran/NNP/nsubj>launched" in said
    assert '"launched a strike" [launch + strike]: ASSAULT' in said
    assert "JOINED" in said
    assert f"NO_ACTOR, {REASONS['NO_ACTOR']}" in said
    assert "SPEECH_CONTENT" in said
    assert "ASSAULT happened, stated, confidence" in said
    assert re.search(r"because .*both sides coded [+-]\d", said)
    assert re.search(r"target: .+\(IRQ\) 0\.\d+ by the rules; .+ first: .*now [+-]\d", said)


def test_what_is_set_aside_as_unsure_says_why() -> None:
    said = explain(ParsedCoder(least=1.0), story_of("Iran shelled Basra."))
    assert f"no event: UNSURE, {REASONS['UNSURE']} (type ASSAULT, confidence 0." in said
    assert said.count("because") == 1


def test_it_changes_nothing() -> None:
    coder, story = ParsedCoder(), story_of(TEXT)
    before = coder(story)
    explain(coder, story)
    assert coder(story) == before


def test_every_quiet_reason_has_words() -> None:
    assert set(REASONS) >= QUIET


def test_a_story_of_nothing_explains_nothing() -> None:
    assert explain(ParsedCoder(), story_of("")) == ""
