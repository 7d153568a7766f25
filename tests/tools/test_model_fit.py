"""The recogniser's slopes are those of its loss, and it learns what is there to learn."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from tests.tools.workshop import workshop

from truceline.coding.english import bilstm, names

MARKS = bilstm.MARKS


@pytest.fixture(scope="module")
def model() -> Any:
    """Give the workshop's modules, which are no part of the installed package."""
    return workshop("fit", "losses", "numbered", "conllu", "corpus", "vectors")


def _words(model: Any, rng: Any) -> Any:
    rows = rng.integers(0, 4, (10, 2))
    return model["fit"].Words(rows, rng.normal(size=(10, 4)), np.zeros(10, dtype=bool), (5, 4))


def test_every_slope_is_that_of_the_loss(model: Any) -> None:
    rng = np.random.default_rng(0)
    drawn = model["fit"].drawn([(5, 3), (4, 2)], (4, 6, 3), 1)
    weights = {name: one.astype(float) for name, one in drawn.items()}
    for name in ("follow", "first", "bias"):
        weights[name] = rng.normal(size=weights[name].shape)
    words = _words(model, rng)
    marks = np.array([[1, 2, 0, -1, 3], [0, -1, 5, -1, -1], [7, -1, -1, -1, -1]])
    told = rng.normal(size=(3, 5))
    lengths = np.array([5, 3, 1])
    batch = model["fit"].Batch(rng.integers(0, 10, (3, 5)), marks, marks * 0 - 1, lengths, told)
    course = model["fit"].Course(1, hide=0.0)

    def learnt() -> Any:
        return model["fit"].learnt(weights, words, batch, (course, np.random.default_rng(3)))

    _, slopes = learnt()
    for name, values in weights.items():
        for _ in range(4):
            place = tuple(rng.integers(0, size) for size in values.shape)
            kept = values[place]
            sides = []
            for step in (1e-3, -1e-3):
                values[place] = kept + step
                sides.append(learnt()[0])
            values[place] = kept
            slope = (sides[0] - sides[1]) / 2e-3
            assert slopes[name][place] == pytest.approx(slope, rel=0.01, abs=2e-6), name


def test_the_slopes_of_tags_are_those_of_how_unlikely_they_are(model: Any) -> None:
    rng = np.random.default_rng(5)
    scores, tags = rng.normal(size=(2, 3, 4)), np.array([[0, 3, -1], [2, -1, 1]])

    def unlikely() -> float:
        odds = np.exp(scores)
        right = np.take_along_axis(odds, np.maximum(tags, 0)[..., None], -1)[..., 0]
        return float(-np.log(right / odds.sum(axis=-1))[tags >= 0].mean())

    slopes = model["losses"].tag_slopes(scores, tags)
    for place in np.ndindex(scores.shape):
        kept = scores[place]
        sides = []
        for step in (1e-4, -1e-4):
            scores[place] = kept + step
            sides.append(unlikely())
        scores[place] = kept
        assert slopes[place] == pytest.approx((sides[0] - sides[1]) / 2e-4, abs=1e-5)


def test_only_what_reads_names_is_kept(model: Any) -> None:
    drawn = model["fit"].drawn([(5, 3), (4, 2)], (4, 6, 3), 1)
    kept = model["fit"].only_names(drawn)
    assert set(drawn) - set(kept) == {"tag", "tag_bias"}
    assert kept["wx"].shape[1] == drawn["wx"].shape[1] - 1 == 3 + 2 + 4 + 4


def test_the_loss_is_that_of_counting_all_rows(model: Any) -> None:
    rng = np.random.default_rng(1)
    weights = {"follow": rng.normal(size=(MARKS, MARKS)), "first": rng.normal(size=MARKS)}
    scores = rng.normal(size=(1, 3, MARKS))
    follow = weights["follow"] + bilstm.allowed()
    first = weights["first"] + bilstm.allowed()[0]
    every = some = 0.0
    for row in product(range(MARKS), repeat=3):
        value = first[row[0]] + follow[row[0], row[1]] + follow[row[1], row[2]]
        odds = np.exp(value + sum(scores[0, at, mark] for at, mark in enumerate(row)))
        every += odds
        some += odds * (row[0] == 1 and row[2] == 0)
    marks = np.array([[1, -1, 0]])
    loss, _ = model["losses"].row_loss(scores, marks, np.array([3]), weights)
    assert loss == pytest.approx(np.log(every / some) / 3)


def test_it_learns_a_rule_of_two_words(model: Any) -> None:
    """After word 1 a person follows, after word 2 a place; only the word before tells."""
    rng = np.random.default_rng(2)
    before = rng.integers(1, 3, 400)
    words = np.stack([before, np.full(400, 3)], axis=1).ravel()
    marks = np.stack([np.zeros(400, dtype=int), np.where(before == 1, 1, 5)], axis=1).ravel()
    one = np.arange(400)
    taught = model["fit"].Taught(words, marks, marks, np.full(400, 2), one, one * 0.0)
    rows = np.arange(4)[:, None]
    seen = model["fit"].Words(rows, np.zeros((4, 1)), np.zeros(4, dtype=bool), (4,))
    drawn = model["fit"].drawn([(4, 4)], (1, 6, MARKS), 1)
    course = model["fit"].Course(60, size=100, rate=0.05, warm_up=5, hide=0.0)
    weights = model["fit"].fit(drawn, seen, lambda _: taught, course)
    ids = np.array([[1, 3], [2, 3]])
    given = np.concatenate([weights["table0"][ids], np.zeros((2, 2, 1))], axis=-1)
    near = np.zeros((2, 2), dtype=np.float32)
    told = bilstm.both_ways(given.astype(np.float32), near, np.array([2, 2]), weights)
    scores = told @ weights["out"] + weights["bias"]
    assert bilstm.best(scores, np.array([2, 2]), weights).tolist() == [[0, 1], [0, 5]]


def test_marks_are_told_with_what_nobody_knows(model: Any) -> None:
    words = tuple(
        model["conllu"].Word(form, True, form, "X", "X", "", 0, "dep", "") for form in "abcde"
    )
    sentence = model["conllu"].Sentence("x-1", "x", True, words)
    marked = model["corpus"].Marked(sentence, ((0, 3, "ORG"),), (4,))
    assert model["numbered"].marks(marked) == [3, 4, 4, 0, -1]
    unknown = model["corpus"].Marked(sentence, None)
    forms = model["numbered"].Forms()
    tags = model["numbered"].tags([marked, unknown])
    assert tags == {"X": 0}
    taught = model["numbered"].taught([marked, unknown], forms, tags)
    assert taught.marks.tolist() == [3, 4, 4, 0, -1, -1, -1, -1, -1, -1]
    assert taught.words.tolist() == [0, 1, 2, 3, 4] * 2
    assert forms.met["a"] == 2
    keys = model["numbered"].keys(forms)
    assert [len(keys[f"keys{column}"]) for column in range(4)] == [5, 5, 0, 1]


def test_sentences_marked_by_other_rules_are_read_twice_with_what_belongs_to_them(
    model: Any,
) -> None:
    words, lengths = np.arange(6), np.array([1, 3, 2])
    own = model["fit"].Taught(words, words, words, lengths, lengths * 2, np.array([0.0, 1.0, 0.0]))
    both = model["numbered"].with_apart(own, own)
    assert both.words.tolist() == both.marks.tolist() == [0, 1, 2, 3, 4, 5, 1, 2, 3]
    assert both.lengths.tolist() == [1, 3, 2, 3]
    assert both.documents.tolist() == [2, 6, 4, 6]
    assert both.apart.tolist() == [0, 1, 0, 1]


def test_a_vector_told_by_pieces_is_near_the_whole_one(model: Any) -> None:
    rng = np.random.default_rng(3)
    words = [f"{first}{second}" for first in "abcdefghijklmnopqrst" for second in "abcdefghijklmn"]
    vectors = rng.normal(size=(len(words), 8)).astype(np.float32)
    known = model["vectors"].coded([*words, "12345"], np.vstack([vectors, vectors[:1]]))
    assert len(known["words"]) == len(words)
    keys = np.array([model["vectors"].hash_string(word) for word in words], dtype=np.uint64)
    lacking, told = names.vectors(keys, known)
    assert not lacking.any()
    scaled = vectors - vectors.mean(axis=0)
    assert np.corrcoef(told.ravel(), scaled.ravel())[0, 1] > 0.98
