"""The component of names reads words by their hashes and sets a document's names."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.strings import hash_string  # type: ignore[attr-defined]  # compiled
from spacy.tokens import Doc
from tests.coding.english.test_bilstm import weights

from truceline.coding import english
from truceline.coding.english import bilstm, names

KNOWN = ("kharkiv", "lee")


def recogniser() -> tuple[Any, Any]:
    """Give a pipeline with a component of drawn weights, and the component."""
    names.register()
    nlp = spacy.blank("en")
    pipe: Any = nlp.add_pipe(names.NAME, name="ner")
    keys = np.sort(np.array([hash_string(word) for word in KNOWN], dtype=np.uint64))
    halves = np.array([hash_string(word) & 0xFFFFFFFF for word in KNOWN], dtype=np.uint32)
    order = np.argsort(halves)
    known: dict[str, Any] = {f"keys{column}": keys for column in range(len(names.TABLES))}
    known |= {"words": halves[order], "codes": np.array([[1], [2]], dtype=np.uint8)[order]}
    known["book"] = np.arange(256 * 4, dtype=np.float16).reshape(1, 256, 4)
    other = len(names.HINTS) + 1 + 4
    member = weights(numbers=8 + 2 * other)
    member |= {f"table{column}": member["table0"] for column in range(len(names.TABLES))}
    pipe.read_by(known, [member])
    return nlp, pipe


def found(doc: Doc) -> list[tuple[str, str]]:
    """Give the names of a document and their kinds."""
    return [(name.text, name.label_) for name in doc.ents]


def test_a_word_has_its_vector_in_any_case_and_another_none() -> None:
    nlp, pipe = recogniser()
    _, keys, _ = names.told_of(nlp.make_doc("KHARKIV Lee x"))
    lacking, told = names.vectors(keys[:, 0], pipe.known)
    assert told.tolist() == [[4, 5, 6, 7], [8, 9, 10, 11], [0, 0, 0, 0]]
    assert lacking[:, 0].tolist() == [0, 0, 1]


def test_an_unknown_key_has_the_first_row() -> None:
    nlp, pipe = recogniser()
    _, keys, _ = names.told_of(nlp.make_doc("lee x kharkiv"))
    rows = names.rows_of(keys, pipe.known)[:, 0].tolist()
    assert rows[1] == 0
    assert {rows[0], rows[2]} == {1, 2}


def test_a_stored_component_finds_the_same_in_the_same_bytes(tmp_path: Path) -> None:
    nlp, pipe = recogniser()
    pipe.read_by(pipe.known, [names.restored(names.stored(one)) for one in pipe.members])
    nlp.to_disk(tmp_path / "a")
    again = spacy.load(tmp_path / "a")
    again.to_disk(tmp_path / "b")
    text = "Lee left Kharkiv , and Lee wrote of it to Ada ."
    assert found(again(text)) == found(nlp(text)) != []
    files = [(tmp_path / part / "ner" / names.FILE).read_bytes() for part in "ab"]
    assert files[0] == files[1]


def test_documents_read_the_same_alone_and_together_and_an_empty_one_has_no_name() -> None:
    nlp, _ = recogniser()
    texts = ["Lee left Kharkiv at noon.", "", "x", "Kharkiv", "It rained in Lee , they say ."]
    alone = [found(nlp(text)) for text in texts]
    assert [found(doc) for doc in nlp.pipe(texts)] == alone
    assert alone[1] == []


def test_spaces_are_passed_over() -> None:
    nlp, _ = recogniser()
    plain = nlp("Lee left Kharkiv for x")
    spaced = nlp("Lee left \n Kharkiv for x")
    assert [name.replace("\n ", "") for name, _ in found(spaced)] == [n for n, _ in found(plain)]
    assert not [name for name in spaced.ents if name[0].is_space or name[-1].is_space]


def test_each_sentence_of_its_own_document_is_read_by_itself() -> None:
    nlp, _ = recogniser()
    words = ["Lee", "left", "Kharkiv", "Lee", "x"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    _, own = names.laid_out(np.array([0, 3]), np.array([3, 2]))
    assert own.sum() == len(doc)
    halves = [Doc(nlp.vocab, words=words[:3]), Doc(nlp.vocab, words=words[3:])]
    pipe = nlp.get_pipe("ner")
    together = [found(one) for one in pipe.pipe(halves)]
    assert together == [found(pipe(half)) for half in halves]


def test_rare_words_share_their_scores_within_a_document() -> None:
    scores = np.array([[6.0], [0.0], [8.0], [0.0], [4.0]], dtype=np.float32)
    words, documents = np.array([7, 7, 7, 9, 9], np.uint64), np.array([0, 0, 1, 0, 0])
    rare = np.array([True, True, True, False, False])
    found = names.shared(scores, words, documents, rare)
    assert found[:, 0] == pytest.approx([4, 2, 8, 0, 4])
    assert names.shared(scores[:0], words[:0], documents[:0], rare[:0]).shape == (0, 1)


def test_large_weights_are_stored_to_half_a_step_in_a_byte_each() -> None:
    rng = np.random.default_rng(4)
    given = {"wx": rng.normal(size=(2, 30, 100)).astype(np.float32), "b": np.ones(3, np.float32)}
    kept = names.stored(given)
    assert {name: one.dtype.itemsize for name, one in kept.items()} == {
        "wx": 1,
        "wx.size": 2,
        "b": 2,
    }
    again = names.restored(kept)
    assert set(again) == {"wx", "b"}
    step = np.abs(given["wx"]).max(axis=1, keepdims=True) / 127
    assert (np.abs(again["wx"] - given["wx"]) <= step * 0.6).all()


@pytest.mark.parametrize("kind", bilstm.KINDS)
def test_the_shipped_component_says_what_kinds_it_knows(kind: str) -> None:
    assert kind in english.load().pipe_labels["ner"]


def test_the_shipped_component_finds_a_person_a_body_and_a_place() -> None:
    doc = english.load()("Yulia Svyrydenko told Reuters on Monday that Kharkiv was quiet.")
    assert found(doc) == [("Yulia Svyrydenko", "PER"), ("Reuters", "ORG"), ("Kharkiv", "LOC")]
