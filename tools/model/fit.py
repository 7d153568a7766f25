"""Fits the weights of a recogniser of names, in numpy: gradients, Adam, averaged weights.

What is learnt from a sentence is how likely its right marks are among all rows of marks. A word
whose mark nobody knows may have any.
"""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse

import losses
from truceline.coding.english import bilstm
from truceline.coding.english.bilstm import MARKS, Weights

log = logging.getLogger("truceline.model")


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of each word by its number: rows of the tables, other numbers, rareness.

    `rows` has a column for each table, in which 0 is "unknown"; `numbers` are hints and vector;
    `counts` are the rows of each table.
    """

    rows: Any
    numbers: Any
    rare: Any
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Taught:
    """Sentences one after the other: each word's number, mark and tag (-1 is unknown), lengths.

    `documents` tells which document each sentence is of, `apart` is 1 where its names were marked
    by other rules than are wanted.
    """

    words: Any
    marks: Any
    tags: Any
    lengths: Any
    documents: Any
    apart: Any


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences read at once, longest first: number, mark and tag of each word.

    `told` are numbers that hold for all words of a sentence.
    """

    ids: Any
    marks: Any
    tags: Any
    lengths: Any
    told: Any


@dataclass(frozen=True, slots=True)
class Course:
    """How long and how hard to learn; `size` is words a step, `rate` the highest step size."""

    passes: int
    size: int = 2000
    rate: float = 0.003
    warm_up: int = 100
    entering: float = 0.3
    leaving: float = 0.4
    hide: float = 0.5
    seed: int = 1
    decay: float = 0.01
    tagging: float = 0.2


def drawn(widths: Sequence[tuple[int, int]], counts: tuple[int, int, int], seed: int) -> Weights:
    """Return weights to begin with; `widths` are rows and numbers of each table.

    `counts` are other numbers of a word, states, and tags. Beside what reads names there is what
    `only_names` leaves out: how each tag fits, and what it tells that a sentence is apart.
    """
    numbers, states, tags = counts
    rng = np.random.default_rng(seed)

    def normal(*shape: int, scale: float) -> Any:
        return (rng.standard_normal(shape) * scale).astype(np.float32)

    found: Weights = {
        f"table{place}": normal(*size, scale=0.1) for place, size in enumerate(widths)
    }
    wide = 2 * numbers + sum(width for _, width in widths) + 1
    found["wx"] = normal(2, wide, 4 * states, scale=(2 / (wide + 4 * states)) ** 0.5)
    found["wh"] = normal(2, states, 4 * states, scale=(2 / (5 * states)) ** 0.5)
    found["b"] = np.zeros((2, 4 * states), dtype=np.float32)
    found["b"][:, states : 2 * states] = 1
    found["out"] = normal(2 * states, MARKS, scale=0.5 * (2 / (2 * states + MARKS)) ** 0.5)
    found["bias"] = np.zeros(MARKS, dtype=np.float32)
    found["follow"] = np.zeros((MARKS, MARKS), dtype=np.float32)
    found["first"] = np.zeros(MARKS, dtype=np.float32)
    found["tag"] = normal(2 * states, tags, scale=0.5 * (2 / (2 * states + tags)) ** 0.5)
    found["tag_bias"] = np.zeros(tags, dtype=np.float32)
    return found


def only_names(weights: Weights) -> Weights:
    """Return the weights without what only learning needs."""
    found = {name: value for name, value in weights.items() if not name.startswith("tag")}
    found["wx"] = np.ascontiguousarray(weights["wx"][:, :-1])
    return found


def fit(
    weights: Weights,
    words: Words,
    passes: Callable[[int], Taught],
    course: Course,
) -> Weights:
    """Return the running average of the weights after learning from `passes(0)`, `passes(1)`."""
    rng = np.random.default_rng(course.seed)
    steps = course.passes * sum(1 for _ in _batches(passes(0), words, course.size, rng))
    state = {name: [np.zeros_like(value), np.zeros_like(value)] for name, value in weights.items()}
    average = {name: value.copy() for name, value in weights.items()}
    step = 0
    for number in range(course.passes):
        begun, losses = time.perf_counter(), []
        for batch in _batches(passes(number), words, course.size, rng):
            step += 1
            loss, slopes = learnt(weights, words, batch, (course, rng))
            falling = max(0.01, 1 - step / steps) * min(1.0, step / course.warm_up)
            _stepped(weights, slopes, state, (step, course.rate * falling, course.decay))
            share = min(0.9995, (1 + step) / (10 + step))
            for name, value in weights.items():
                average[name] += (1 - share) * (value - average[name])
            losses.append(loss)
        log.info("pass %d %.4f %.0f s", number, np.mean(losses), time.perf_counter() - begun)
    return average


def learnt(
    weights: Weights, words: Words, batch: Batch, how: tuple[Course, Any]
) -> tuple[float, Weights]:
    """Return how unlikely a batch's marks are, a word, and the slope of that by each weight."""
    course, rng = how
    rows = words.rows[batch.ids]
    hidden = course.hide * np.where((batch.marks > 0) | words.rare[batch.ids], 1, 1 / 8)
    rows[..., 0] *= rng.random(batch.ids.shape) >= hidden
    tables = [weights[f"table{place}"] for place in range(rows.shape[-1])]
    parts = [table[rows[..., place]] for place, table in enumerate(tables)]
    given = np.concatenate([*parts, words.numbers[batch.ids]], axis=-1)
    mask_in = _mask(rng, given.shape, course.entering)
    given *= mask_in
    near = batch.told * _mask(rng, batch.told.shape, course.entering)
    near[:, -1] = batch.told[:, -1]
    kept: list[Any] = []
    told = bilstm.both_ways(given, near, batch.lengths, weights, kept)
    mask_out = _mask(rng, told.shape, course.leaving)
    told *= mask_out
    loss, by_told, slopes = _judged(told, batch, weights, course.tagging)
    learnt_from = (batch.lengths, weights, kept)
    by_given, more = both_ways_back(by_told * mask_out, (given, near), learnt_from)
    by_given *= mask_in[..., : by_given.shape[-1]]
    slopes |= more
    inside = np.arange(rows.shape[1])[None, :] < batch.lengths[:, None]
    first = 0
    for place, table in enumerate(tables):
        part = by_given[..., first : first + table.shape[1]][inside]
        slopes[f"table{place}"] = _gathered(rows[..., place][inside], part, len(table))
        first += table.shape[1]
    return loss, slopes


def _judged(
    told: Any, batch: Batch, weights: Weights, tagging: float
) -> tuple[float, Any, Weights]:
    """Return how unlikely the marks are, and the slopes of that and of the tags' by `told`."""
    scores = told @ weights["out"] + weights["bias"]
    loss, slopes = losses.row_loss(scores, batch.marks, batch.lengths, weights)
    by_score = slopes.pop("scores").astype(np.float32)
    by_tag = tagging * losses.tag_slopes(told @ weights["tag"] + weights["tag_bias"], batch.tags)
    for by, name, bias in ((by_score, "out", "bias"), (by_tag, "tag", "tag_bias")):
        slopes[name] = np.tensordot(told, by, axes=([0, 1], [0, 1]))
        slopes[bias] = by.sum(axis=(0, 1))
    return loss, by_score @ weights["out"].T + by_tag @ weights["tag"].T, slopes


def both_ways_back(
    by_told: Any, read: tuple[Any, Any], how: tuple[Any, Weights, list[Any]]
) -> tuple[Any, Weights]:
    """Return the slopes by what tables told of words and by the weights of `bilstm.both_ways`."""
    lengths, weights, kept = how
    given = read[0]
    size = weights["wh"].shape[1]
    rows = np.arange(len(given))[:, None]
    back = bilstm.turned(lengths, given.shape[1])
    by_state = np.stack([by_told[..., :size], by_told[..., size:][rows, back]])
    by_mixed = np.zeros((2, *given.shape[:2], 4 * size), dtype=np.float32)
    by_wh = np.zeros_like(weights["wh"])
    turned_wh = weights["wh"].swapaxes(1, 2)
    carried = np.zeros((2, len(given), size), dtype=np.float32)
    by_known = np.zeros_like(carried)
    for step in range(given.shape[1] - 1, -1, -1):
        gates, before, shown, state = kept[step]
        count = gates.shape[1]
        enter, keep, out, new = np.split(gates, 4, axis=-1)
        reaching = by_state[:, :count, step] + carried[:, :count]
        inner = by_known[:, :count] + reaching * out * (1 - shown**2)
        by_gates = by_mixed[:, :count, step]
        by_gates[..., :size] = inner * new * enter * (1 - enter)
        by_gates[..., size : 2 * size] = inner * before * keep * (1 - keep)
        by_gates[..., 2 * size : 3 * size] = reaching * shown * out * (1 - out)
        by_gates[..., 3 * size :] = inner * enter * (1 - new**2)
        by_known[:, :count] = inner * keep
        carried[:, :count] = by_gates @ turned_wh
        by_wh += state.swapaxes(1, 2) @ by_gates
    by_given, by_wx = _by_words(by_mixed, back, read, weights)
    return by_given, {"wx": by_wx, "wh": by_wh, "b": by_mixed.sum(axis=(1, 2))}


def _by_words(by_mixed: Any, back: Any, read: tuple[Any, Any], weights: Weights) -> tuple[Any, Any]:
    """Return the slopes by what tables told of words and by `wx`."""
    given, near = read
    ahead = np.stack([by_mixed[0], by_mixed[1][np.arange(len(given))[:, None], back]])
    by_own = [np.tensordot(given, one, axes=([0, 1], [0, 1])) for one in ahead]
    by_wx = np.concatenate([np.stack(by_own), near.T @ by_mixed.sum(axis=2)], axis=1)
    # tables learn, what else is known of a word stays
    wide = sum(value.shape[1] for name, value in weights.items() if name.startswith("table"))
    by_given = sum(
        one.reshape(-1, one.shape[-1]) @ np.ascontiguousarray(wx[:wide].T)
        for one, wx in zip(ahead, weights["wx"], strict=True)
    )
    return by_given.reshape(*given.shape[:2], wide), by_wx


def _batches(taught: Taught, words: Words, size: int, rng: Any) -> Iterator[Batch]:
    """Yield sentences of like length, so many words at once, in random order."""
    near = bilstm.around(words.numbers[taught.words], taught.lengths, taught.documents)
    told = np.concatenate([near, taught.apart[:, None]], axis=1)
    begins = np.concatenate([[0], np.cumsum(taught.lengths.astype(int))])
    # shuffled first, so that sentences of one length meet others each time
    order = rng.permutation(len(taught.lengths))
    rough = np.ceil(np.log(np.maximum(taught.lengths[order], 1)) * 4)
    order = order[np.argsort(rough, kind="stable")]
    cuts, room = [0], 0
    for place, one in enumerate(order):
        room += int(taught.lengths[one])
        if room >= size:
            cuts.append(place + 1)
            room = 0
    for cut in rng.permutation(len(cuts) - 1):
        chosen = order[cuts[cut] : cuts[cut + 1]]
        chosen = chosen[np.argsort(-taught.lengths[chosen], kind="stable")]
        lengths = taught.lengths[chosen].astype(int)
        places = begins[chosen][:, None] + np.arange(lengths[0])[None, :]
        outside = np.arange(lengths[0])[None, :] >= lengths[:, None]
        places[outside] = 0
        marks, tags = (np.where(outside, -1, one[places]) for one in (taught.marks, taught.tags))
        yield Batch(taught.words[places], marks, tags, lengths, told[chosen])


def _stepped(weights: Weights, slopes: Weights, state: Any, how: tuple[int, float, float]) -> None:
    """Take one step of Adam (Kingma & Ba 2015), no longer than slopes of length 1 allow."""
    step, rate, decay = how
    length = sum(float((slope**2).sum()) for slope in slopes.values()) ** 0.5
    for name, value in list(weights.items()):
        slope = slopes[name] / max(1.0, length)
        mean, square = state[name]
        mean += 0.1 * (slope - mean)
        square += 0.001 * (slope**2 - square)
        ahead = mean / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights[name] = (value * (1 - rate * decay) - rate * ahead).astype(np.float32)


def _mask(rng: Any, shape: tuple[int, ...], rate: float) -> Any:
    return ((rng.random(shape, dtype=np.float32) >= rate) / (1 - rate)).astype(np.float32)


def _gathered(rows: Any, values: Any, count: int) -> Any:
    """Return the sum of the values of each row."""
    places = sparse.csr_matrix(
        (np.ones(len(rows), dtype=np.float32), (rows, np.arange(len(rows)))), (count, len(rows))
    )
    return np.asarray(places @ values)
