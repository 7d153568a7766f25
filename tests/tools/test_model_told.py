"""Sentences told as news keep a tree, and what was said hangs on the saying."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.tools.workshop import workshop

CONLLU = """# newdoc id = news
# sent_id = news-1
1\tTwo\ttwo\tNUM\tCD\tNumType=Card\t2\tnummod\t_\t_
2\tbridges\tbridge\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_
3\tfell\tfall\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# sent_id = news-2
1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_
2\tmayor\tmayor\tNOUN\tNN\tNumber=Sing\t3\tnsubj\t_\t_
3\tsaid\tsay\tVERB\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
4\tso\tso\tADV\tRB\t_\t3\tadvmod\t_\tSpaceAfter=No
5\t?\t?\tPUNCT\t.\t_\t3\tpunct\t_\t_

"""


@pytest.fixture(scope="module")
def told() -> Any:
    """Give the module, which is no part of the installed package."""
    return workshop("told", "conllu", "corpus")


@pytest.fixture
def marked(told: Any, tmp_path: Path) -> Any:
    """Give the two sentences, the first with a name at its second word."""
    path = tmp_path / "x.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    first, second = told["conllu"].sentences(path)
    make = told["corpus"].Marked
    return [make(first, ((1, 2, "LOC"),)), make(second, ())]


def tellings(told: Any, marked: Any, **rates: float) -> Iterator[Any]:
    speakers = told["told"].speakers_in(marked)
    how = told["told"].Telling(
        speakers, ("Goma",), **{"said": 0, "according": 0, "dateline": 0, **rates}
    )
    for seed in range(20):
        yield told["told"].told(marked[0], random.Random(seed), how)


def text(item: Any) -> str:
    return "".join(word.form + " " * word.space for word in item.sentence.words).strip()


def test_speakers_are_the_subjects_of_saying_with_their_tree(told: Any, marked: Any) -> None:
    (party,) = told["told"].speakers_in(marked)
    assert [(word.form, word.head) for word in party] == [("the", 1), ("mayor", 1)]


def test_what_was_said_hangs_on_the_saying_behind_it(told: Any, marked: Any) -> None:
    for item in tellings(told, marked, said=1):
        words = item.sentence.words
        assert text(item).startswith("Two bridges fell, the mayor ")
        (root,) = [i for i, word in enumerate(words) if word.head == i]
        assert words[root].form in {"said", "announced"}
        assert (words[2].deprel, words[2].head) == ("ccomp", root)
        assert (words[5].form, words[5].deprel, words[5].head) == ("mayor", "nsubj", root)
        assert item.names == ((1, 2, "LOC"),)
        assert 5 in item.unsure


def test_a_source_is_told_by_according(told: Any, marked: Any) -> None:
    for item in tellings(told, marked, according=1):
        words = item.sentence.words
        assert text(item) == "Two bridges fell, according to the mayor."
        assert [(word.head, word.deprel) for word in words[3:]] == [
            (7, "punct"), (7, "case"), (4, "fixed"), (7, "det"), (2, "obl"), (2, "punct"),
        ]  # fmt: skip


def test_a_dateline_hangs_on_the_verb_and_moves_the_names(told: Any, marked: Any) -> None:
    for item in tellings(told, marked, dateline=1):
        words = item.sentence.words
        assert text(item).startswith("GOMA, ")
        assert (words[0].head, words[0].deprel, words[7].head) == (7, "parataxis", 7)
        assert item.names == ((6, 7, "LOC"),)


def test_questions_and_speech_are_left_as_they_are(told: Any, marked: Any) -> None:
    how = told["told"].Telling(told["told"].speakers_in(marked), ("Goma",), 1, 0, 0)
    assert told["told"].told(marked[1], random.Random(1), how) is marked[1]
