"""Common verbs that report an event by how a sentence is built."""

import pytest
from tests.coding.syntax.views import node, view_of

from truceline.coding.syntax.manner import guilty, manner


@pytest.mark.parametrize(
    ("text", "verb", "kind"),
    [
        ("Zambia gave the rebels 48 hours to leave.", "gave", "THREATEN"),
        ("Zambia gave the rebels until Friday to disarm.", "gave", "THREATEN"),
        ("Mali gave the French ambassador three days to leave.", "gave", "SANCTION"),
        ("The guns fell silent.", "fell", "RETREAT"),
        ("The guns opened on the town.", "opened", "ASSAULT"),
        ("Ghana would like Togo to close the base.", "like", "REQUEST"),
        ("Iran let the two reporters go.", "let", "RETREAT"),
        ("Kenya replied that the charge was absurd.", "replied", "REJECT"),
        ("Denmark said the island was not for sale.", "said", "REJECT"),
        ("Ghana wants Togo to close the base.", "wants", "REQUEST"),
        ("Kabul said the Taliban were responsible for the attack.", "said", "ACCUSE"),
        ("Kyiv said Russia was behind the blast.", "said", "ACCUSE"),
        ("The army admitted that its soldiers had killed the villagers.", "admitted", "CONCEDE"),
    ],
)
def test_the_build_of_a_sentence_says_what_a_verb_reports(text: str, verb: str, kind: str) -> None:
    view = view_of(text)
    found = manner(view, node(view, verb))
    assert found is not None
    assert found.type == kind


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Zambia gave the rebels 48 rifles to keep.", "gave"),
        ("The minister gave himself a week to decide.", "gave"),
        ("The crowd fell silent.", "fell"),
        ("The bank opened on Monday.", "opened"),
        ("The minister spoke in Paris.", "spoke"),
        ("Iran let the matter rest.", "let"),
        ("Kenya said the price was absurd.", "said"),
        ("Ghana wants to close the base.", "wants"),
        ("The group said it was behind the blast.", "said"),
        ("The army admitted that the rebels had killed the villagers.", "admitted"),
        ("The army admitted that its soldiers had left the town.", "admitted"),
        ("Chad praised Mali.", "praised"),
    ],
)
def test_other_builds_say_nothing_of_the_kind(text: str, verb: str) -> None:
    view = view_of(text)
    assert manner(view, node(view, verb)) is None


def test_who_is_blamed_is_the_subject_of_the_clause() -> None:
    view = view_of("Kyiv said Russia was behind the blast.")
    assert guilty(view.parse, node(view, "said")) == [node(view, "Russia")]
