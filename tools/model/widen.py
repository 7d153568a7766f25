"""Gives a trained encoder word vectors to read besides, and smaller tables of hashed words.

Training goes on from the weights that are there, so that what is new is learnt beside what is
known. The tables may shrink since vectors tell most of what a table of words has to learn by heart.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from scipy import sparse
from spacy.attrs import NORM, PREFIX, SHAPE, SUFFIX
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model, get_current_ops

from corpus import Marked

_INPUTS = (NORM, PREFIX, SUFFIX, SHAPE)
# how far a table is held back from telling seldom words exactly
_HELD_BACK = 0.3


def widen(nlp: Language, config: dict[str, Any], met: Mapping[str, int]) -> None:
    """Put an encoder of `config` in place of the pipeline's, with the weights that it had.

    Parameters
    ----------
    nlp : Language
        A trained pipeline whose vocabulary has vectors.
    config : dict
        An encoder alike but for the vectors and for the rows of its tables.
    met : mapping of str to int
        The training text's words and how often each stands there: a smaller table is made to
        give them what the larger one gave.
    """
    pipe: Any = nlp.get_pipe("tok2vec")
    model = registry.resolve({"model": config})["model"]
    model.initialize(X=[nlp.make_doc("Two words")])
    for kind in ("hashembed", "maxout", "layernorm"):
        sources = [layer for layer in pipe.model.walk() if layer.name == kind]
        targets = [layer for layer in model.walk() if layer.name == kind]
        for place, (source, target) in enumerate(zip(sources, targets, strict=True)):
            _inherit(source, target, lambda place=place: _counted(nlp, _INPUTS[place], met))
    pipe.model = model
    nlp._pipe_configs["tok2vec"]["model"] = config  # noqa: SLF001  what is stored as its making


def words_of(marked: Iterable[Marked]) -> Counter[str]:
    """Return how often each word stands in sentences, as it is written."""
    return Counter(word.form for item in marked for word in item.sentence.words)


def weights(nlp: Language) -> list[Any]:
    """Return a copy of all weights of a pipeline, in an order that alike pipelines share."""
    return [np.array(layer.get_param(name)) for layer, name in _places(nlp)]


def set_mean(nlp: Language, runs: Sequence[list[Any]]) -> None:
    """Set the mean of several pipelines' weights in a pipeline alike.

    Of runs that start from the same weights the mean reads better than each.
    """
    for (layer, name), *values in zip(_places(nlp), *runs, strict=True):
        layer.set_param(name, np.mean(values, axis=0, dtype=np.float32))


def _places(nlp: Language) -> list[tuple[Model[Any, Any], str]]:
    models: list[Any] = [getattr(pipe, "model", None) for _, pipe in nlp.pipeline]
    layers = [layer for model in models if model for layer in model.walk()]
    return [(layer, name) for layer in layers for name in layer.param_names]


def _inherit(source: Model[Any, Any], target: Model[Any, Any], counted: Any) -> None:
    for name in source.param_names:
        old = np.asarray(source.get_param(name))
        new: Any = np.zeros_like(np.asarray(target.get_param(name)))
        if source.name == "hashembed" and old.shape != new.shape:
            new = refitted(old, len(new), source.attrs["seed"], counted())
        else:
            # the vectors come last among what is mixed, and weigh nothing at first
            new[..., : old.shape[-1]] = old
        target.set_param(name, new)


def refitted(old: Any, rows: int, seed: int, counts: Mapping[int, int]) -> Any:
    """Return a table of so many rows that gives the counted keys nearly what `old` gives them.

    Each key's numbers are the sum of four rows, so this is a matter of least squares; a key
    weighs as much as it is often met.
    """
    keys = np.array(list(counts), dtype="uint64")
    weights = sparse.diags(np.sqrt(np.array(list(counts.values()), dtype=float)))
    wanted = weights @ (_rows_of(keys, seed, len(old)) @ old)
    met = weights @ _rows_of(keys, seed, rows)
    normal = (met.T @ met).toarray() + _HELD_BACK * np.eye(rows)
    return np.linalg.solve(normal, met.T @ wanted).astype(np.float32)


def _rows_of(keys: Any, seed: int, rows: int) -> Any:
    found = (get_current_ops().hash(keys, seed) % rows).astype(int)
    places = np.repeat(np.arange(len(keys)), found.shape[1])
    shape = (len(keys), rows)
    return sparse.csr_matrix((np.ones(found.size), (places, found.ravel())), shape=shape)


def _counted(nlp: Language, attribute: int, met: Mapping[str, int]) -> Counter[int]:
    counts: Counter[int] = Counter()
    for word, times in met.items():
        doc = Doc(nlp.vocab, words=[word])
        counts[int(doc.to_array(attribute)[0])] += times
    return counts
