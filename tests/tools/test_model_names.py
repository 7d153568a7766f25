"""Names are built and exchanged by their kind, and their recogniser reads vectors and hints."""

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.training import Example
from tests.tools.workshop import FOLDER, workshop
from thinc.api import fix_random_seed


@pytest.fixture(scope="module")
def model() -> Any:
    """Give the workshop's modules, which are no part of the installed package."""
    return workshop("augment", "built", "conllu", "corpus", "layers", "swaps", "vectors")


@pytest.fixture
def parts(model: Any) -> Any:
    """Give our patterns, filled from names that no list has."""
    pool = model["augment"].Lexicon(("Olena",), ("Marsh",), ("Perlyna",), ("OSCE",))
    return model["built"].parts(FOLDER / "bodies.toml", pool)


@pytest.fixture
def marked(model: Any) -> Any:
    """Give "Marsh left Acme Foods Ltd ; Delta ." with a person, a body and an unsure word."""
    words = [
        model["conllu"].Word(form, form != ";", form, "PROPN", "NNP", "", at and at - 1, "dep", "")
        for at, form in enumerate(("Marsh", "left", "Acme", "Foods", "Ltd", ";", "Delta", "."))
    ]
    sentence = model["conllu"].Sentence("x-1", "x", True, tuple(words))
    return model["corpus"].Marked(sentence, ((0, 1, "PER"), (2, 5, "ORG")), (6,))


def _texts(item: Any) -> list[tuple[str, str]]:
    forms = [word.form for word in item.sentence.words]
    return [(" ".join(forms[start:end]), kind) for start, end, kind in item.names]


def test_every_pattern_is_filled_to_the_last_slot(model: Any, parts: Any) -> None:
    rng = random.Random(1)
    for kind in ("ORG", "LOC", "PER"):
        names = [" ".join(model["built"].built(kind, rng, parts)) for _ in range(300)]
        assert not [name for name in names if "{" in name or "|" in name or name != name.strip()]
        assert len(set(names)) > 15
    used = " ".join(pattern for kind in parts.patterns.values() for pattern in kind)
    assert all("{" + slot + "}" in used for slot in parts.fillers)


def test_bodies_known_by_one_word_stand_once_and_are_one_word(model: Any) -> None:
    known = model["built"].known(FOLDER / "bodies.toml")
    assert len(known) == len(set(known)) > 700
    assert {"NATO", "Gazprom", "Reuters"} <= set(known)


def test_long_names_give_way_to_built_ones_and_all_else_stays(
    model: Any, parts: Any, marked: Any
) -> None:
    rng = random.Random(3)
    source = model["swaps"].Swaps(parts, {})
    bodies = []
    for _ in range(200):
        item = model["swaps"].swapped(marked, rng, source)
        forms = [word.form for word in item.sentence.words]
        (_, person), (text, body) = _texts(item)
        assert (person, body) == ("PER", "ORG")
        assert [forms[place] for place in item.unsure] == ["Delta"]
        assert forms[-3:] == [";", "Delta", "."]
        bodies.append(text)
    assert 50 < sum(text != "Acme Foods Ltd" for text in bodies) < 90


def test_a_borrowed_name_is_one_of_another_sentence(model: Any, parts: Any, marked: Any) -> None:
    bank = model["swaps"].bank([marked])
    assert [[word.form for word in name] for name in bank["ORG"]] == [["Acme", "Foods", "Ltd"]]
    source = model["swaps"].Swaps(parts, {"ORG": [bank["PER"][0]]}, 1.0)
    found = {
        _texts(model["swaps"].swapped(marked, random.Random(seed), source))[1] for seed in range(30)
    }
    assert ("Marsh", "ORG") in found
    assert ("Acme Foods Ltd", "ORG") not in found


def test_a_sentence_without_names_is_left_alone(model: Any, parts: Any, marked: Any) -> None:
    bare = model["corpus"].Marked(marked.sentence, None)
    source = model["swaps"].Swaps(parts, {}, 1.0)
    assert model["swaps"].swapped(bare, random.Random(1), source) is bare


def test_spaces_and_the_text_hold_together(model: Any, marked: Any) -> None:
    item = model["swaps"].spliced(marked, lambda put, kind: [*put, put[-1]] if kind else put)
    text = "".join(word.form + " " * word.space for word in item.sentence.words)
    assert text == "Marsh Marsh left Acme Foods Ltd Ltd ;Delta . "
    assert item.names == ((0, 2, "PER"), (3, 7, "ORG"))


def _recogniser(model: Any, rows: tuple[int, int, int, int]) -> Any:
    ner = model["layers"].names(16, 1, 8, rows)
    table = model["vectors"].Table(("lee", "acme"), (0, 1), np.eye(2, 5, dtype=np.float32))
    model["vectors"].give(ner, table)
    doc = ner.make_doc("Lee left Acme")
    ents = {"entities": [(0, 3, "PER"), (9, 13, "ORG")]}
    fix_random_seed(1)
    ner.initialize(lambda: [Example.from_dict(doc, ents)])
    # an untrained upper layer is nothing
    upper = ner.get_pipe("ner").model.get_ref("upper")
    rng = np.random.default_rng(1)
    for name in ("W", "b"):
        upper.set_param(name, rng.normal(size=upper.get_param(name).shape).astype(np.float32))
    return ner


def _scores(ner: Any, text: str) -> Any:
    """Return the scores of each step at a text's first word, in the model's own step."""
    pipe = ner.get_pipe("ner")
    doc = ner.make_doc(text)
    step = pipe.model.predict([doc])
    [state] = pipe.moves.init_batch([doc])
    return step.predict([state])[0]


def test_the_vectors_are_found_by_a_stored_recogniser_in_any_case(
    model: Any, tmp_path: Path
) -> None:
    ner = _recogniser(model, (9, 9, 9, 9))
    ner.to_disk(tmp_path / "x")
    model["vectors"].by_lower_case(tmp_path / "x")
    again = spacy.load(tmp_path / "x")
    assert _scores(again, "LEE left") == pytest.approx(_scores(ner, "LEE left"))
    assert _scores(again, "LEE left") != pytest.approx(_scores(ner, "KEE left"))


def test_a_stored_recogniser_has_each_hint_once(model: Any, tmp_path: Path) -> None:
    ner = _recogniser(model, (9, 9, 9, 9))
    hints = ("body", "common", "family", "given", "known", "place", "proper")
    model["layers"].set_hints(ner, {hint: [hint.title()] for hint in hints})
    whole = spacy.blank("en")
    whole.vocab.vectors = ner.vocab.vectors
    model["layers"].assemble(whole, ner)
    whole.to_disk(tmp_path / "x")
    ruler: Any = spacy.load(tmp_path / "x").get_pipe("lists")
    assert len(ruler.patterns) == len(hints)
