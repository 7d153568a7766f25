"""Mistakes of the parser that are mended."""

from collections.abc import Callable

from tests.coding.syntax.views import tree

from truceline.coding.syntax.mend import mended
from truceline.terms.events import Coding


def test_a_past_participle_before_its_own_object_is_a_verb() -> None:
    _, parse = tree("Japan NNP root -1", "lifted VBN amod 2", "sanctions NNS nmod 0")
    found = mended(parse)
    assert (found.heads, found.deps) == ((1, -1, 1), ("nsubj", "root", "obj"))
    assert found.tags[1] == "VBD"


def test_so_is_one_after_a_form_of_have() -> None:
    _, parse = tree(
        "Russia NNP nsubj 1", "had VBD root -1", "expelled VBN amod 3", "diplomats NNS obj 1"
    )
    found = mended(parse)
    assert (found.heads, found.deps[1], found.deps[3]) == ((2, 2, -1, 2), "aux", "obj")


def test_a_participle_that_colours_a_noun_stays_one() -> None:
    _, parse = tree(
        "the DT det 2", "captured VBN amod 2", "soldiers NNS nsubj 3", "left VBD root -1"
    )
    assert mended(parse) is parse


def test_a_second_deed_after_and_is_one() -> None:
    _, parse = tree("Iran NNP nsubj 1", "hit VBD root -1", "Iraq NNP obj 1", "and CC cc 5",
                    "bombed VBN amod 5", "Kuwait NNP conj 2")  # fmt: skip
    found = mended(parse)
    assert (found.heads[4], found.deps[4], found.heads[5], found.deps[5]) == (1, "conj", 4, "obj")


def test_a_name_right_before_a_second_verb_is_its_subject() -> None:
    _, parse = tree("Iran NNP nsubj 1", "hit VBD root -1", "Basra NNP obj 1", "and CC cc 4",
                    "Iraq NNP conj 2", "shelled VBD conj 1", "Abadan NNP obj 5")  # fmt: skip
    found = mended(parse)
    assert (found.heads[4], found.deps[4]) == (5, "nsubj")


def test_a_noun_with_a_participle_that_has_an_object_is_a_sentence() -> None:
    _, parse = tree("gunmen NNS root -1", "killed VBN acl 0", "villagers NNS obj 1")
    found = mended(parse)
    assert (found.heads, found.deps[0]) == ((1, -1, 1), "nsubj")
    _, short = tree("soldiers NNS root -1", "killed VBN acl 0", "there RB advmod 1")
    assert mended(short) is short


def test_who_met_or_clashed_did_so_whatever_the_verb_was_read_as() -> None:
    _, parse = tree("Envoys NNS root -1", "met VBN acl 0", "in IN case 3", "Oslo NNP obl 1")
    found = mended(parse)
    assert (found.heads, found.deps[:2]) == ((1, -1, 3, 1), ("nsubj", "root"))
    _, parse = tree("Envoys NNS root -1", "seen VBN acl 0", "in IN case 3", "Oslo NNP obl 1")
    assert mended(parse) is parse


def test_an_adverb_taken_for_the_last_word_of_a_name_is_an_adverb() -> None:
    _, parse = tree("Defence NNP compound 2", "Ministry NNP compound 2", "grudgingly NNP nsubj 3",
                    "acknowledged VBD root -1")  # fmt: skip
    found = mended(parse)
    assert (found.heads, found.deps[1:3]) == ((1, 3, 3, -1), ("nsubj", "advmod"))
    _, named = tree("Grudgingly NNP nsubj 1", "left VBD root -1")
    assert mended(named) is named


def test_a_finite_verb_is_joined_to_the_finite_verb_before_an_infinitive() -> None:
    _, parse = tree("Chad NNP nsubj 1", "offers VBZ root -1", "to TO mark 3", "help VB xcomp 1",
                    "and CC cc 5", "refuses VBZ conj 3", "it PRP obj 5")  # fmt: skip
    assert mended(parse).heads[5] == 1
    _, bare = tree("Chad NNP nsubj 1", "offers VBZ root -1", "to TO mark 3", "help VB xcomp 1",
                   "and CC cc 5", "rebuild VB conj 3")  # fmt: skip
    assert mended(bare) is bare


def test_a_subject_cut_off_by_a_name_is_given_back_to_its_verb() -> None:
    _, parse = tree("Mali NNP nsubj 1", "left VBD root -1", "and CC cc 4", "its PRP$ nmod 4",
                    "minister NN conj 1", "Diop NNP appos 4", "urged VBD advcl 1")  # fmt: skip
    found = mended(parse)
    assert (found.heads[4], found.deps[4], found.deps[6]) == (6, "nsubj", "conj")


def test_an_adverb_taken_for_a_subject_is_an_adverb() -> None:
    _, parse = tree("Pillay NNP nsubj 3", ", , punct 0", "sharply NNP nsubj 3",
                    "criticised VBD root -1", "Australia NNP obj 3")  # fmt: skip
    assert (mended(parse).deps[2], mended(parse).tags[2]) == ("advmod", "RB")


def test_a_name_before_a_verb_with_a_hyphen_is_its_subject() -> None:
    _, parse = tree("Korea NNP compound 1", "test NN obl 3", "- HYPH punct 1",
                    "fired VBN root -1", "rockets NNS obj 3")  # fmt: skip
    found = mended(parse)
    assert (found.heads[0], found.deps[0]) == (3, "nsubj")
    _, other = tree("the DT det 1", "test NN obl 3", "- HYPH punct 1", "fired VBN root -1")
    assert mended(other) is other


def test_a_participle_after_a_number_colours_those_counted() -> None:
    _, parse = tree("met VBD root -1", "return NN obl 0", "of IN case 3", "10 CD nmod 1",
                    "abducted VBN conj 0", "children NNS obj 4")  # fmt: skip
    found = mended(parse)
    assert found.heads[2:] == (5, 5, 5, 1)
    assert found.deps[2:] == ("case", "nummod", "amod", "nmod")


def test_a_second_number_of_those_hurt_is_no_deed_of_theirs() -> None:
    _, parse = tree("people NNS nsubj 2", "were VBD aux 2", "killed VBN root -1", "and CC cc 4",
                    "20 CD conj 2", "injured VBN xcomp 2")  # fmt: skip
    found = mended(parse)
    assert (found.heads[4:], found.deps[4:], found.tags[5]) == ((5, 2), ("nummod", "conj"), "JJ")


def test_a_subject_taken_for_the_object_of_a_fronted_clause_is_given_back() -> None:
    words = ("than IN mark 1", "waiting VBG root -1", "for IN case 3", "aid NN obl 1",
             ", , punct 1", "residents NNS obj 1", "fled VBD acl 5")  # fmt: skip
    _, parse = tree(*words)
    found = mended(parse)
    assert (found.heads[6], found.heads[1], found.deps[1]) == (-1, 6, "advcl")
    assert (found.heads[5], found.deps[5]) == (6, "nsubj")
    _, without = tree(*(each.replace(", ,", "all DT") for each in words))
    assert mended(without).heads[6] == 5


def test_a_participle_between_commas_leaves_the_subject_to_the_verb_after_it() -> None:
    for words in (
        ("Chad NNP nsubj 2", ", , punct 2", "backed VBD parataxis 6", "by IN case 4",
         "France NNP obl 2", "is VBZ aux 6", "fighting VBG root -1"),
        ("Chad NNP appos 2", ", , punct 2", "backed VBD root -1", "by IN case 4",
         "France NNP obl 2", "is VBZ aux 6", "fighting VBG advcl 2"),
    ):  # fmt: skip
        found = mended(tree(*words)[1])
        assert (found.heads[0], found.deps[0], found.heads[6]) == (6, "nsubj", -1)
        assert (found.heads[2], found.deps[2], found.tags[2]) == (6, "advcl", "VBN")


def test_what_somebody_owns_is_no_verb() -> None:
    _, parse = tree("with IN case 3", "China NNP nmod 3", "'s POS case 1", "backing VBG root -1")
    assert mended(parse).tags[3] == "NN"


def test_a_let_denied_is_a_verb() -> None:
    _, parse = tree("Chad NNP nsubj 2", "will MD aux 2", "not VB root -1", "let VBN xcomp 2")
    found = mended(parse)
    assert (found.heads[0], found.heads[3], found.tags[3]) == (3, -1, "VB")


def test_a_sentence_read_as_a_noun_alone_is_a_sentence() -> None:
    _, parse = tree("The DT det 3", "bloc JJ amod 3", "imposed VBN amod 3", "sanctions NNS root -1")
    found = mended(parse)
    assert (found.heads, found.deps[1], found.tags[1]) == ((1, 2, -1, 2), "nsubj", "NN")


def test_two_states_between_whom_something_is_are_two() -> None:
    _, parse = tree("Talks NNS root -1", "between IN case 2", "Sudan NNP compound 5", "and CC cc 4",
                    "South NNP conj 2", "Sudan NNP nmod 0")  # fmt: skip
    found = mended(parse)
    assert (found.heads[2], found.deps[2]) == (0, "nmod")
    assert (found.heads[5], found.deps[5], found.heads[1]) == (2, "conj", 2)


def test_a_name_joined_to_half_of_another_is_joined_to_it(code: Callable[..., Coding]) -> None:
    event = code("El Salvador and Honduras stopped fighting at ten o'clock.").events[0]
    assert {each.code for each in (*event.source, *event.target)} == {"SLV", "HND"}
