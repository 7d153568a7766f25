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


def test_a_noun_joined_to_a_deed_leads_the_verb_behind_it() -> None:
    _, parse = tree(
        "Chad NNP nsubj 1", "fell VBD root -1", ", , punct 1", "and CC cc 4", "Mali NNP conj 1",
        ", , punct 4", "on IN case 7", "Monday NNP obl 1", ", , punct 7", "pressed VBD ccomp 1",
        "Niger NNP obj 9",
    )  # fmt: skip
    found = reseated(parse)
    assert (found.heads[4], found.deps[4], found.deps[9]) == (9, "nsubj", "conj")


def test_a_day_before_the_subject_does_not_take_it() -> None:
    _, parse = tree(
        "On IN case 1", "Monday NNP obl 4", "the DT det 3", "bloc NN appos 1",
        "adopted VBN root -1",
        "texts NNS obj 4",
    )  # fmt: skip
    found = reseated(parse)
    assert (found.heads[3], found.deps[3], found.tags[4]) == (4, "nsubj", "VBD")


def test_what_was_done_after_what_had_been_is_done_by_the_one_who_told_it() -> None:
    _, parse = tree(
        "Chad NNP nsubj 1", "said VBD root -1", "foes NNS nsubj 4", "had VBD aux 4",
        "failed VBN ccomp 1", "and CC cc 6", "thanked VBD conj 4", "Mali NNP obj 6",
    )  # fmt: skip
    assert reseated(parse).heads[6] == 1
    _, same = tree(
        "Chad NNP nsubj 1", "said VBD root -1", "foes NNS nsubj 3", "fled VBD ccomp 1",
        "and CC cc 5", "thanked VBD conj 3", "Mali NNP obj 5",
    )  # fmt: skip
    assert reseated(same) is same


def test_a_day_before_it_opens_no_sentence() -> None:
    _, parse = tree(
        "Today NN obl 4", ", , punct 0", "Mali NNP nsubj 4", ", , punct 2", "helped VBN root -1",
        "by IN case 6", "Chad NNP obl:agent 4", ", , punct 4", "is VBZ aux 9",
        "fighting VBG parataxis 4",
    )  # fmt: skip
    found = reseated(parse)
    assert (found.heads[2], found.deps[2], found.heads[9]) == (9, "nsubj", -1)
    assert (found.heads[4], found.deps[4]) == (9, "advcl")


def test_a_participle_of_a_noun_is_no_past_tense() -> None:
    _, parse = tree("officials NNS root -1", "accused VBD acl 0", "of IN case 3", "theft NN obl 1")
    assert reseated(parse).tags[1] == "VBN"


def test_a_second_subject_with_a_preposition_belongs_to_the_first() -> None:
    _, parse = tree("Talks NNS nsubj 3", "with IN case 2", "Mali NNP nsubj 3", "failed VBD root -1")
    assert (reseated(parse).heads[2], reseated(parse).deps[2]) == (0, "nmod")


def test_two_names_are_parted_at_their_comma() -> None:
    _, parse = tree(
        "Mali NNP nsubj 1", "bombed VBD ccomp 5", "Chad NNP nsubj 5", ", , punct 2",
        "Ghana NNP flat 2", "said VBD root -1",
    )  # fmt: skip
    found = reseated(parse)
    assert [(found.heads[each], found.deps[each]) for each in (2, 4)] == [(1, "obj"), (5, "nsubj")]
