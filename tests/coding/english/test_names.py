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
    member = weights(numbers=8 + len(names.HINTS) + 1 + 4)
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
    members = [{name: names.stored(one) for name, one in pipe.members[0].items()}]
    pipe.read_by(pipe.known, [{k: one.astype(np.float32) for k, one in members[0].items()}])
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


def test_each_sentence_is_read_by_itself() -> None:
    nlp, _ = recogniser()
    words = ["Lee", "left", "Kharkiv", "Lee", "x"]
    doc = Doc(nlp.vocab, words=words, sent_starts=[True, False, False, True, False])
    halves = [Doc(nlp.vocab, words=words[:3]), Doc(nlp.vocab, words=words[3:])]
    pipe = nlp.get_pipe("ner")
    assert found(pipe(doc)) == [one for half in halves for one in found(pipe(half))]


@pytest.mark.parametrize("kind", bilstm.KINDS)
def test_the_shipped_component_says_what_kinds_it_knows(kind: str) -> None:
    assert kind in english.load().pipe_labels["ner"]


def test_the_shipped_component_finds_a_person_a_body_and_a_place() -> None:
    doc = english.load()("Yulia Svyrydenko told Reuters on Monday that Kharkiv was quiet.")
    assert found(doc) == [("Yulia Svyrydenko", "PER"), ("Reuters", "ORG"), ("Kharkiv", "LOC")]
