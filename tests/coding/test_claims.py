"""Claims of whole stories: every number and day has one, and offsets are true."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.coding.claim_scenes import WAR, claims, story_of

from truceline.coding.claims import TITLE, claims_of
from truceline.coding.lexical import LexicalCoder
from truceline.coding.numbers import number_at
from truceline.coding.sentences import sentence_spans
from truceline.coding.tokens import tokens_of
from truceline.read.page import read_reports
from truceline.terms.events import Coding
from truceline.terms.stories import Passage, Story


def test_every_sentence_of_the_column_with_a_number_or_a_day_has_a_claim(
    shared: Callable[[str], Path],
) -> None:
    [story], _ = read_reports([shared("seed/000_0a77633fac70da56.txt")], date(2025, 6, 5))
    found = claims_of(story, LexicalCoder(WAR)(story), WAR)
    covered = {each.start for each in found}
    days = {"Sunday", "Monday", "June", "week", "year", "1953", "months"}
    lacking = []
    for passage in story.paragraphs():
        for start, end in sentence_spans(story.text, passage.start, passage.end):
            tokens = tokens_of(story.text, start, end)
            numbers = any(
                number_at(tokens, at) for at in range(len(tokens)) if tokens[at].low != "one"
            )
            if (numbers or days & {each.text for each in tokens}) and start not in covered:
                lacking.append((start, end))
    assert lacking == []
    assert any(each.sentence == TITLE for each in found)


def test_a_quote_stands_where_its_offsets_say() -> None:
    story = story_of("Nothing here.", "On Sunday, Russia fired 40 missiles. Talks failed.")
    for each in claims_of(story, LexicalCoder(WAR)(story), WAR):
        assert story.text[each.start : each.end] == each.quote


@given(st.text(max_size=200))
def test_no_text_breaks_it_and_the_same_text_gives_the_same_claims(text: str) -> None:
    story = Story("s", "s", text, "", published=date(2025, 6, 5),
                  passages=(Passage(0, len(text), "paragraph"),))  # fmt: skip
    found = claims_of(story, Coding("s"), WAR)
    assert found == claims_of(story, Coding("s"), WAR)
    assert all(text[each.start : each.end] == each.quote for each in found)


def test_a_number_that_no_rule_knows_is_a_claim_that_says_so() -> None:
    [found] = claims("The recipe takes 7 eggs.")
    assert found.kind == "count"
    assert found.about.startswith("things")


def test_opinions_motives_and_conditions_are_listed_as_not_checkable() -> None:
    found = claims("Putin wants to win time.", "If aid stopped, Kyiv would lose within six months.",
                   "War feeds on human lives.")  # fmt: skip
    assert [each.kind for each in found] == ["motive", "condition", "opinion"]
    assert all(not each.checkable and each.why_not for each in found)


def test_a_past_war_named_stays_what_is_spoken_of_until_this_war_is_named_again() -> None:
    found = claims("The Korean War was long. It dragged out the negotiation of a ceasefire for two "
                   "years. Russia fired 40 missiles on Sunday.")  # fmt: skip
    assert [(each.kind, each.war) for each in found] == [("duration", "korean war"),
                                                         ("count", None)]  # fmt: skip


def test_they_came_just_ahead_of_the_talks_speaks_of_each_attack_told_before() -> None:
    found = claims("On Sunday, Ukraine struck airfields in Russia. On Monday, Russia struck Kyiv.",
                   "They came just ahead of the latest stage of peace talks.")  # fmt: skip
    days = [each.window.first.day for each in found if each.kind == "timing" and each.window]
    assert days == [1, 2]


@pytest.mark.parametrize("published", [None, date(2025, 6, 5)])
def test_a_report_without_a_date_keeps_its_claims_without_days(published: date | None) -> None:
    [found] = claims("On Sunday, Russia launched 400 drones.", published=published)
    assert (found.window is None) == (published is None)
