"""Names are built and exchanged by their kind, and their recogniser has its hints once."""

import random
from pathlib import Path
from typing import Any

import pytest
import spacy
from tests.tools.workshop import FOLDER, workshop


@pytest.fixture(scope="module")
def model() -> Any:
    """Give the workshop's modules, which are no part of the installed package."""
    return workshop(
        "augment", "built", "conllu", "corpus", "layers", "recogniser", "swaps", "train", "vectors"
    )


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


def test_a_stored_recogniser_has_each_hint_once(model: Any, tmp_path: Path) -> None:
    ner = model["layers"].names()
    hints = ("body", "common", "family", "given", "known", "place", "proper")
    model["layers"].set_hints(ner, {hint: [hint.title()] for hint in hints})
    whole = spacy.blank("en")
    model["layers"].assemble(whole, ner)
    whole.to_disk(tmp_path / "x")
    ruler: Any = spacy.load(tmp_path / "x").get_pipe("lists")
    assert len(ruler.patterns) == len(hints)


def test_a_variant_is_the_same_each_time_and_every_other_one_borrows(model: Any) -> None:
    found = _material(model)
    for at in (0, 1):
        variants = [model["recogniser"].varied(found, at) for _ in range(2)]
        assert variants[0] == variants[1]
        assert [len(item.names) for item in variants[0]] == [2] * len(found.train)
    told = [
        {name for item in model["recogniser"].varied(found, at) for name in _texts(item)}
        for at in (0, 1)
    ]
    bank = {("Marsh", "PER"), ("Acme Foods Ltd", "ORG")}
    assert told[0] != told[1]
    assert bank < told[0]


def _material(model: Any) -> Any:
    words = [
        model["conllu"].Word(form, True, form, "PROPN", "NNP", "", 0, "dep", "")
        for form in ("Marsh", "left", "Acme", "Foods", "Ltd")
    ]
    sentence = model["conllu"].Sentence("x-1", "x", True, tuple(words))
    marked = model["corpus"].Marked(sentence, ((0, 1, "PER"), (2, 5, "ORG")))
    pool = model["augment"].Lexicon(("Olena",), ("Marsh",), ("Perlyna",), ("OSCE",))
    rates = model["augment"].Rates(0, 0, 0, 0, 0.5)
    return model["train"].Material((marked,) * 40, (), pool, rates)
