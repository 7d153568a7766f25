"""Subjects are found again that an inserted clause parts from their verb."""

from collections.abc import Callable

import pytest
from tests.coding.syntax.views import tree

from truceline.coding.syntax.reseat import reseated
from truceline.terms.events import Coding


def test_a_noun_before_an_inserted_clause_is_the_subject_of_the_verb_behind_it() -> None:
    _, parse = tree(
        "Chad NNP vocative 4", ", , punct 0", "whose WP$ nmod 3", "troops NNS nsubj 4",
        "fled VBD root -1", ", , punct 4", "called VBD conj 4", "Mali NNP obj 6",
    )  # fmt: skip
    found = reseated(parse)
    assert (found.heads[0], found.deps[0]) == (6, "nsubj")
    assert (found.heads[6], found.heads[4], found.deps[4]) == (-1, 0, "acl")


def test_a_participle_between_commas_is_no_deed_of_the_noun_before_it() -> None:
    _, parse = tree(
        "Chad NNP nsubj 2", ", , punct 0", "bound VBD root -1", "to IN case 4",
        "France NNP obl 2", ", , punct 2", "called VBD advcl 2", "Mali NNP obj 6",
    )  # fmt: skip
    found = reseated(parse)
    assert (found.heads[0], found.heads[6], found.tags[2]) == (6, -1, "VBN")


def test_a_verb_that_has_its_subject_keeps_it() -> None:
    _, parse = tree(
        "Chad NNP nsubj 6", ", , punct 0", "whose WP$ nmod 3", "troops NNS nsubj 4",
        "fled VBD acl 0", ", , punct 4", "called VBD root -1", "Mali NNP obj 6",
    )  # fmt: skip
    assert reseated(parse) is parse


@pytest.mark.parametrize("opener", ["When WRB advmod 1", "In IN case 1"])
def test_only_a_noun_that_opens_the_sentence_is_looked_at(opener: str) -> None:
    _, parse = tree(
        opener, "Chad NNP obl 3", ", , punct 1", "whose WP$ nmod 4", "troops NNS nsubj 5",
        "fled VBD root -1", ", , punct 5", "called VBD conj 5", "Mali NNP obj 7",
    )  # fmt: skip
    assert reseated(parse) is parse


def test_the_one_who_complains_is_named_before_the_clause_about_him(
    code: Callable[..., Coding],
) -> None:
    told = "Niger, where two smaller parties have their seats, has complained to Algeria."
    (event,) = code(told).events
    assert [each.code for each in event.source] == ["NER"]
