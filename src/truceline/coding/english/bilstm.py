"""Reads sentences in both directions and tells which rows of words are names, in numpy alone.

A bidirectional LSTM (Graves & Schmidhuber 2005) over what is known of each word scores nine marks
a word (outside; first and further word of each of four kinds), and the best row of marks is found
by Viterbi's algorithm, with scores of which mark follows which (Lafferty, McCallum & Pereira 2001).
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

KINDS = ("PER", "ORG", "LOC", "OTH")
MARKS = 1 + 2 * len(KINDS)
NEVER = -1e4
# so many words at once: more would not stay in a core's nearest memory
_AT_ONCE = 1500
# how many sentences before and behind one say what it is about
_NEAR = 2

Weights = dict[str, Any]


def allowed() -> Any:
    """Return nothing for each mark that may follow another, and `NEVER` for the others.

    Row 0 and column 0 are "outside"; the first word of kind k has mark 2k - 1 and its further
    words 2k, which only these two may come before.

    Examples
    --------
    >>> [int(follows[2] == 0) for follows in allowed()]
    [0, 1, 1, 0, 0, 0, 0, 0, 0]
    """
    found = np.zeros((MARKS, MARKS), dtype=np.float32)
    for mark in range(2, MARKS, 2):
        found[:, mark] = NEVER
        found[[mark - 1, mark], mark] = 0
    return found


def groups(lengths: Sequence[int], most: int = _AT_ONCE) -> list[Any]:
    """Return the places of sentences to be read at once, longest first, in groups alike in length.

    Parameters
    ----------
    lengths : sequence of int
        How many words each sentence has; those without any are left out.
    most : int
        How many words a group has at most, counted as if all were as long as its longest.

    Examples
    --------
    >>> [group.tolist() for group in groups([2, 0, 5, 4], most=10)]
    [[2, 3], [0]]
    """
    order = np.argsort(-np.asarray(lengths, dtype=int), kind="stable")
    found: list[Any] = []
    first = 0
    while first < len(order) and lengths[order[first]]:
        size = max(1, most // lengths[order[first]])
        group = order[first : first + size]
        found.append(group[[lengths[place] > 0 for place in group]])
        first += size
    return found


def turned(lengths: Any, longest: int) -> Any:
    """Return for each sentence its words' places from last to first, what is past its end staying.

    Examples
    --------
    >>> turned(np.array([3, 2]), 3).tolist()
    [[2, 1, 0], [1, 0, 2]]
    """
    places = np.arange(longest)[None, :]
    ends = np.asarray(lengths)[:, None]
    return np.where(places < ends, ends - 1 - places, places)


def both_ways(
    words: Any, near: Any, lengths: Any, weights: Weights, kept: list[Any] | None = None
) -> Any:
    """Return what both directions know at each word, after the words up to it.

    Parameters
    ----------
    words : array
        Sentence by word by numbers; longest sentence first.
    near : array
        Sentence by numbers that hold for all its words.
    lengths : array of int
        How many words each sentence has.
    weights : dict
        `wx` (2 × both numbers × 4 states), `wh` (2 × states × 4 states) and `b` (2 × 4 states) of
        the gates in, keep, out and new.
    kept : list, optional
        Where what learning needs is put, step by step.

    Returns
    -------
    array
        Sentence by word by twice the states; nothing past a sentence's end is meant.
    """
    back = turned(lengths, words.shape[1])
    rows = np.arange(len(words))[:, None]
    ready = halved(weights)
    own, rest = np.split(ready["wx"], [words.shape[-1]], axis=1)
    # one large product: of many small ones each costs more
    flat = words.reshape(-1, words.shape[-1])
    ahead, behind = ((flat @ one).reshape(*words.shape[:2], -1) for one in own)
    mixed = np.stack([ahead, behind[rows, back]])
    mixed += (near @ rest + ready["b"][:, None])[:, :, None]
    told = remembered(mixed, lengths, ready["wh"], kept)
    return np.concatenate([told[0], told[1][rows, back]], axis=-1)


def around(numbers: Any, lengths: Any, documents: Any) -> Any:
    """Return of each sentence the mean of the numbers of its words and of those near it.

    Parameters
    ----------
    numbers : array
        Word by numbers, sentence after sentence.
    lengths : array of int
        How many words each sentence has; none has none.
    documents : array of int
        Which document each sentence is of; up to two sentences of the same are near on each side.

    Examples
    --------
    >>> around(np.array([[1.0], [3.0], [8.0]]), np.array([2, 1]), np.array([0, 0])).tolist()
    [[4.0], [4.0]]
    >>> around(np.array([[1.0], [3.0], [8.0]]), np.array([2, 1]), np.array([0, 1])).tolist()
    [[2.0], [8.0]]
    """
    own = np.add.reduceat(numbers, np.cumsum([0, *lengths[:-1]]), axis=0)
    sums, counts = own.copy(), lengths.astype(np.float32)
    for far in range(1, 1 + min(_NEAR, len(lengths) - 1)):
        same = documents[far:] == documents[:-far]
        sums[far:] += own[:-far] * same[:, None]
        sums[:-far] += own[far:] * same[:, None]
        counts[far:] += lengths[:-far] * same
        counts[:-far] += lengths[far:] * same
    return sums / counts[:, None].astype(np.float32)


def halved(weights: Weights) -> Weights:
    """Return the weights, with the gates in, keep and out halved, as `remembered` wants them.

    Half of 1 plus tanh of half a number is the logistic curve, which never overflows so.
    """
    found = dict(weights)
    for name in ("wx", "wh", "b"):
        found[name] = weights[name].copy()
        found[name][..., : weights[name].shape[-1] // 4 * 3] *= 0.5
    return found


def remembered(mixed: Any, lengths: Any, recurrent: Any, kept: list[Any] | None = None) -> Any:
    """Return what is remembered at each word of each direction, from its first word on.

    Parameters
    ----------
    mixed : array
        Direction by sentence by word by the four gates: what each word gives them, `halved`.
    lengths : array of int
        How many words each sentence has, longest first.
    recurrent : array
        Direction by states by the four gates: what is remembered gives them, `halved`.
    kept : list, optional
        Where what learning needs is put, step by step.

    Returns
    -------
    array
        Direction by sentence by word by states.
    """
    ways, count, longest, _ = mixed.shape
    size = recurrent.shape[1]
    state = np.zeros((ways, count, size), dtype=np.float32)
    known = np.zeros_like(state)
    told = np.zeros((ways, count, longest, size), dtype=np.float32)
    for step in range(longest):
        count = int((lengths > step).sum())
        gates = state[:, :count] @ recurrent
        gates += mixed[:, :count, step]
        np.tanh(gates, out=gates)
        gates[..., : 3 * size] *= 0.5
        gates[..., : 3 * size] += 0.5
        before = known[:, :count]
        known = gates[..., size : 2 * size] * before
        known += gates[..., :size] * gates[..., 3 * size :]
        shown = np.tanh(known)
        if kept is not None:
            kept.append((gates, before, shown, state[:, :count]))
        state = gates[..., 2 * size : 3 * size] * shown
        told[:, :count, step] = state
    return told


def scored(
    ids: Any, lengths: Any, seen: tuple[Any, Any, Any], readers: tuple[Sequence[Weights], Any]
) -> Any:
    """Return how well each mark fits each word in the mean of several readers.

    Parameters
    ----------
    ids : array of int
        Sentence by word, longest sentence first: which of the words seen it is.
    lengths : array of int
        How many words each sentence has.
    seen : tuple of arrays
        Of each word its row in each table, and other numbers; of each sentence what is `around`.
    readers : tuple
        Each reader's weights, `halved`: tables, and what `both_ways` and the marks need; and `wh`
        of all of them, one behind the other.

    Returns
    -------
    array
        Sentence by word by mark.
    """
    rows, numbers, near = seen
    back = turned(lengths, ids.shape[1])
    across = np.arange(len(ids))[:, None]
    orders = (ids, ids[across, back])
    members, recurrent = readers
    mixed = np.empty((len(recurrent), *ids.shape, recurrent.shape[2]), dtype=np.float32)
    for place, member in enumerate(members):
        tables = [member[f"table{column}"][rows[:, column]] for column in range(rows.shape[1])]
        given = np.concatenate([*tables, numbers], axis=1)
        size = given.shape[1]
        # each word is mixed once, however often it stands in the sentences
        for way, order in enumerate(orders):
            wx, own = member["wx"][way], mixed[2 * place + way]
            np.take(given @ wx[:size], order, axis=0, out=own, mode="clip")
            own += (near @ wx[size:] + member["b"][way])[:, None]
    told = remembered(mixed, lengths, recurrent)
    size = told.shape[-1]
    scores = np.zeros((*ids.shape, MARKS), dtype=np.float32)
    for place, member in enumerate(members):
        scores += told[2 * place] @ member["out"][:size] + member["bias"]
        scores += (told[2 * place + 1] @ member["out"][size:])[across, back]
    return scores / len(members)


def best(scores: Any, lengths: Any, weights: Weights) -> Any:
    """Return the best row of marks of each sentence.

    Parameters
    ----------
    scores : array
        Sentence by word by marks.
    lengths : array of int
        How many words each sentence has.
    weights : dict
        `follow` (marks × marks) and `first` (marks).

    Examples
    --------
    >>> scores = np.zeros((1, 2, MARKS))
    >>> scores[0, 0, 1] = scores[0, 1, 2] = 1.0
    >>> weights = {"follow": np.zeros((MARKS, MARKS)), "first": np.zeros(MARKS)}
    >>> best(scores, np.array([2]), weights).tolist()
    [[1, 2]]
    """
    follow = weights["follow"] + allowed()
    reached = scores[:, 0] + weights["first"] + allowed()[0]
    marks = np.arange(MARKS)[None, :]
    came = []
    for step in range(1, scores.shape[1]):
        ways = reached[:, :, None] + follow
        inside = (lengths > step)[:, None]
        came.append(np.where(inside, ways.argmax(axis=1), marks))
        reached = np.where(inside, ways.max(axis=1) + scores[:, step], reached)
    rows = [reached.argmax(axis=1)]
    for before in came[::-1]:
        rows.append(before[np.arange(len(scores)), rows[-1]])
    return np.stack(rows[::-1], axis=1)


def spans(marks: Sequence[int]) -> list[tuple[int, int, str]]:
    """Return (start, end, kind) of each name in a row of marks, end exclusive.

    Examples
    --------
    >>> spans([1, 2, 0, 5, 5])
    [(0, 2, 'PER'), (3, 4, 'LOC'), (4, 5, 'LOC')]
    """
    found: list[tuple[int, int, str]] = []
    for place, mark in enumerate(marks):
        if mark % 2:
            found.append((place, place + 1, KINDS[mark // 2]))
        elif mark:
            start, _, kind = found[-1]
            found[-1] = (start, place + 1, kind)
    return found
