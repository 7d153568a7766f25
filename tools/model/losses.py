"""How wrong readers of names are about marks and tags, and the slopes of that."""

from typing import Any

import numpy as np

from truceline.coding.english import bilstm
from truceline.coding.english.bilstm import MARKS, Weights


def row_loss(scores: Any, marks: Any, lengths: Any, weights: Weights) -> tuple[float, Weights]:
    """Return how unlikely the marks are, a word, and its slopes by scores, `follow` and `first`."""
    fits = (marks[..., None] == np.arange(MARKS)) | (marks[..., None] < 0)
    right = scores + np.where(fits, 0, bilstm.NEVER)
    every, by_every = _sum_of_rows(scores, lengths, weights)
    some, by_some = _sum_of_rows(right, lengths, weights)
    total = int(lengths.sum())
    slopes = {name: (by_every[name] - by_some[name]) / total for name in by_every}
    return float((every - some) / total), slopes


def _sum_of_rows(scores: Any, lengths: Any, weights: Weights) -> tuple[float, Weights]:
    """Return the logarithm of the sum over all rows of marks, and how likely each mark is."""
    follow = np.exp((weights["follow"] + bilstm.allowed()).astype(float))
    begin = (weights["first"] + bilstm.allowed()[0]).astype(float)
    count, longest, _ = scores.shape
    peaks = scores.max(axis=2).astype(float)
    peaks[:, 0] = (scores[:, 0] + begin).max(axis=1)
    odds = np.exp(scores - peaks[..., None])
    odds[:, 0] = np.exp(scores[:, 0] + begin - peaks[:, :1])
    inside = np.arange(longest)[None, :] < lengths[:, None]
    ahead = np.zeros((count, longest, MARKS))
    scale = np.ones((count, longest))
    ahead[:, 0] = odds[:, 0]
    for step in range(longest):
        if step:
            ahead[:, step] = (ahead[:, step - 1] @ follow) * odds[:, step]
        scale[:, step] = np.maximum(ahead[:, step].sum(axis=1), 1e-300)
        ahead[:, step] /= scale[:, step][:, None]
    behind = np.ones((count, longest, MARKS))
    for step in range(longest - 2, -1, -1):
        later = (behind[:, step + 1] * odds[:, step + 1]) @ follow.T / scale[:, step + 1][:, None]
        behind[:, step] = np.where(inside[:, step + 1][:, None], later, 1)
    likely = np.where(inside[..., None], ahead * behind, 0)
    reach = odds[:, 1:] * behind[:, 1:] / scale[:, 1:, None] * inside[:, 1:, None]
    pairs = np.tensordot(ahead[:, :-1], reach, axes=([0, 1], [0, 1])) * follow
    value = ((np.log(scale) + peaks) * inside).sum()
    return value, {"scores": likely, "follow": pairs, "first": likely[:, 0].sum(axis=0)}


def tag_slopes(scores: Any, tags: Any) -> Any:
    """Return by how much more likely than right each tag of each word is, its share of all words.

    That is the slope of how unlikely the right tags are. Words whose tag is -1 teach nothing.
    """
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    odds /= odds.sum(axis=-1, keepdims=True)
    told = tags >= 0
    odds -= tags[..., None] == np.arange(scores.shape[-1])
    return (odds * told[..., None] / max(1, told.sum())).astype(np.float32)
