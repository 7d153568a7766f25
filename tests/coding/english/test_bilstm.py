"""Sentences are read in both directions and the best row of marks is found."""

from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest

from truceline.coding.english import bilstm
from truceline.coding.english.bilstm import MARKS


def weights(states: int = 3, numbers: int = 4, seed: int = 1) -> dict[str, Any]:
    """Give the weights of a reader with one table of five rows and two numbers."""
    rng = np.random.default_rng(seed)
    shapes: dict[str, tuple[int, ...]] = {
        "table0": (5, 2),
        "wx": (2, numbers, 4 * states),
        "wh": (2, states, 4 * states),
        "b": (2, 4 * states),
        "out": (2 * states, MARKS),
        "bias": (MARKS,),
        "follow": (MARKS, MARKS),
        "first": (MARKS,),
    }
    return {name: rng.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def one_by_one(words: Any, own: dict[str, Any], way: int) -> list[Any]:
    """Read a sentence in one direction by the formulas of Graves & Schmidhuber (2005)."""
    size = own["wh"].shape[1]
    state, known, told = np.zeros(size), np.zeros(size), []
    for word in words if way == 0 else words[::-1]:
        mixed = word @ own["wx"][way] + own["b"][way] + state @ own["wh"][way]
        enter, keep, out = (
            1 / (1 + np.exp(-mixed[at * size : (at + 1) * size])) for at in range(3)
        )
        known = keep * known + enter * np.tanh(mixed[3 * size :])
        state = out * np.tanh(known)
        told.append(state)
    return told if way == 0 else told[::-1]


def test_a_group_reads_as_its_sentences_one_by_one() -> None:
    own, rng = weights(numbers=6), np.random.default_rng(2)
    words = rng.normal(size=(3, 5, 4)).astype(np.float32)
    near = rng.normal(size=(3, 2)).astype(np.float32)
    lengths = np.array([5, 3, 1])
    told = bilstm.both_ways(words, near, lengths, own)
    words = np.concatenate([words, np.repeat(near[:, None], 5, axis=1)], axis=2)
    for row, length in enumerate(lengths):
        for way in (0, 1):
            slow = np.array(one_by_one(words[row, :length], own, way))
            assert told[row, :length, 3 * way : 3 * way + 3] == pytest.approx(slow, abs=1e-5)


def test_the_mean_of_readers_is_that_of_their_scores() -> None:
    members = [weights(numbers=7, seed=seed) for seed in (1, 2)]
    rng = np.random.default_rng(3)
    rows, numbers = rng.integers(0, 5, (4, 1)), rng.normal(size=(4, 2)).astype(np.float32)
    ids, lengths = np.array([[0, 3, 1], [2, 2, 0]]), np.array([3, 2])
    near = rng.normal(size=(2, 3)).astype(np.float32)
    ready = [bilstm.halved(member) for member in members]
    recurrent = np.concatenate([member["wh"] for member in ready])
    scores = bilstm.scored(ids, lengths, (rows, numbers, near), (ready, recurrent))
    single = []
    for member in members:
        given = np.concatenate([member["table0"][rows[ids, 0]], numbers[ids]], axis=-1)
        told = bilstm.both_ways(given, near, lengths, member)
        single.append(told @ member["out"] + member["bias"])
    for row, length in enumerate(lengths):
        mean = np.mean(single, axis=0)[row, :length]
        assert scores[row, :length] == pytest.approx(mean, abs=1e-5)


def test_what_is_around_a_sentence_is_of_its_own_document_and_two_sentences_off() -> None:
    numbers = np.arange(8, dtype=float)[:, None]
    lengths, documents = np.array([2, 1, 1, 1, 2, 1]), np.array([0, 0, 0, 0, 0, 1])
    found = bilstm.around(numbers, lengths, documents)[:, 0]
    assert found.tolist() == [1.5, 2, 3, 4, 4.5, 7]


def test_the_best_row_is_that_of_trying_all() -> None:
    own = weights()
    scores = np.random.default_rng(4).normal(size=(2, 3, MARKS)).astype(np.float32) * 3
    lengths = np.array([3, 2])
    follow, first = own["follow"] + bilstm.allowed(), own["first"] + bilstm.allowed()[0]
    found = bilstm.best(scores, lengths, own)
    for row, length in enumerate(lengths):

        def value(marks: tuple[int, ...], row: int = row) -> float:
            steps = sum(follow[pair] for pair in pairwise(marks))
            own_scores = sum(scores[row, at, mark] for at, mark in enumerate(marks))
            return float(first[marks[0]] + steps + own_scores)

        best = max(product(range(MARKS), repeat=int(length)), key=value)
        assert found[row, :length].tolist() == list(best)


def test_no_name_begins_with_a_further_word() -> None:
    own = weights()
    scores = np.random.default_rng(5).normal(size=(40, 6, MARKS)) * 9
    for row in bilstm.best(scores, np.full(40, 6), own).tolist():
        for before, mark in zip([0, *row], row, strict=False):
            assert mark % 2 or mark == 0 or before in {mark, mark - 1}


def test_every_sentence_with_words_stands_in_one_group() -> None:
    lengths = [7, 0, 3, 3, 12, 1]
    found = bilstm.groups(lengths, most=8)
    assert sorted(place for group in found for place in group) == [0, 2, 3, 4, 5]
    for group in found:
        assert [lengths[place] for place in group] == sorted(
            (lengths[place] for place in group), reverse=True
        )


def test_touching_names_of_one_kind_are_two() -> None:
    assert bilstm.spans([7, 7, 8, 0]) == [(0, 1, "OTH"), (1, 3, "OTH")]
