"""Verbs that the pipeline has hardly met are shown to it as others."""

import pytest

from truceline.coding.syntax.familiar import familiar, stand_ins


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Washington vetoed a draft", {1: "received"}),
        ("Lithuania is to expel four diplomats", {3: "provide"}),
        ("they vowed to expel them", {1: "decided", 3: "provide"}),
        ("the exhorted crowd", {}),
        ("Rome denies the charge", {1: "receives"}),
        ("Rome urges them to go", {1: "asks"}),
        ("they were exhorted to leave", {2: "asked"}),
        ("a blood-spattered coat", {}),
        ("they killed him", {}),
        ("Vetoed", {}),
        ("the expel", {}),
        ("they will not expel them", {3: "provide"}),
    ],
)
def test_only_rare_verbs_that_can_be_nothing_else_are_shown_as_others(
    text: str, shown: dict[int, str]
) -> None:
    found = stand_ins(text.replace("-", " - ").split())
    assert {place: each.word for place, each in found.items()} == shown


def test_a_stand_in_keeps_the_lemma_of_the_word_itself() -> None:
    assert stand_ins(["They", "froze", "and", "ousted"])[1].lemma == "freeze"
    assert stand_ins(["They", "froze", "and", "ousted"])[3].lemma == "oust"


def test_all_stand_ins_are_words_that_the_pipeline_knows() -> None:
    assert {"received", "provide", "asked", "ask", "decided", "decide", "stated"} <= familiar()
    assert {"receives", "states"} <= familiar()
