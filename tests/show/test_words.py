"""Every code has its word."""

import typing

from truceline.show import words
from truceline.terms.briefs import Brief
from truceline.terms.ontology import HEDGES, MODES, STATUSES, TYPES
from truceline.terms.results import QUESTIONS, Verdict
from truceline.terms.stories import Kind, What


def test_no_code_is_without_a_word() -> None:
    assert set(words.TYPE) == set(TYPES)
    assert set(words.STATUS) == set(STATUSES)
    assert set(words.HEDGE) == set(HEDGES)
    assert set(words.QUESTION) == set(QUESTIONS)
    assert set(words.VERDICT_SIGN) == set(typing.get_args(Verdict))
    assert set(words.KIND) == set(typing.get_args(Kind))
    assert set(words.PASSAGE) == set(typing.get_args(What))


def test_modes_with_words_are_modes_of_the_ontology() -> None:
    assert all(mode in MODES[kind] for kind, mode in words._MODE)


def test_verdicts_have_different_signs() -> None:
    assert len(set(words.VERDICT_SIGN.values())) == 4


def test_a_deed_is_said_by_type_and_mode(brief: Brief) -> None:
    said = [words.deed(each) for each in brief.codings[0].events]
    assert said == [
        "attack with drones", "attack from the air", "attack", "talks in person", "agreement",
        "attack",
    ]  # fmt: skip
