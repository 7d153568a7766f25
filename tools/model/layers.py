"""Builds the untrained pipelines: one for syntax, one for names, each with its own encoder.

The encoder is spaCy's hashed embedding with a convolutional stack. It needs no vectors, so
the shipped files stay small and nothing but the treebanks enters the weights.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import spacy
from spacy.language import Language
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, TrainablePipe

_WORD = ("NORM", "PREFIX", "SUFFIX", "SHAPE")
_FLAGS = ("FLAG20", "FLAG21", "FLAG22")
_ROWS = {"NORM": 12000, "PREFIX": 2500, "SUFFIX": 5000, "SHAPE": 2500} | dict.fromkeys(_FLAGS, 16)


def encoder(width: int, depth: int, attrs: tuple[str, ...]) -> dict[str, Any]:
    """Return the configuration of an encoder with `depth` layers of `width` numbers a word."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": list(attrs),
            "rows": [_ROWS[attr] for attr in attrs],
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": depth,
        },
    }


def syntax(width: int, depth: int, hidden: int) -> Language:
    """Return an untrained tagger, morphologizer, lemmatizer and parser over one encoder."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": encoder(width, depth, _WORD)})
    listener = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": width,
        "upstream": "tok2vec",
    }
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener, "nO": None}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": tagger, "top_k": 3})
    nlp.add_pipe("parser", config={"model": _transitions("parser", hidden, listener)})
    return nlp


def names(width: int, depth: int, hidden: int) -> Language:
    """Return an untrained recogniser of names with an encoder of its own and room for hints."""
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler", name="lists")
    model = _transitions("ner", hidden, encoder(width, depth, (*_WORD, *_FLAGS)))
    nlp.add_pipe("ner", config={"model": model})
    return nlp


def set_hints(ner: Language, words: dict[str, list[str]]) -> None:
    """Let the pipeline flag the words of each list in `words`, for the encoder to see.

    An attribute ruler inside the pipeline sets the flags, so that the stored pipeline needs
    no code of ours. Call it after `initialize`, which empties the ruler.
    """
    ruler = cast("AttributeRuler", ner.get_pipe("lists"))
    for flag, hint in zip(_FLAGS, sorted(words), strict=True):
        ruler.add([[{"ORTH": {"IN": sorted(set(words[hint]))}}]], {flag: 1})


def inherit(ner: Language, nlp: Language) -> None:
    """Start the names' encoder from the weights of the trained syntax encoder.

    Both must have the same width and depth. The names' encoder has more inputs, the flags;
    their weights start at nothing, so that at first both encoders give the same numbers.
    """
    theirs = list(_model(nlp, "tok2vec").walk())
    ours = list(_model(ner, "ner").get_ref("tok2vec").walk())
    for kind in ("hashembed", "maxout", "layernorm"):
        _copy([m for m in theirs if m.name == kind], [m for m in ours if m.name == kind])


def _model(nlp: Language, pipe: str) -> Model[Any, Any]:
    model: Model[Any, Any] = cast("TrainablePipe", nlp.get_pipe(pipe)).model
    return model


def _copy(sources: list[Model[Any, Any]], targets: list[Model[Any, Any]]) -> None:
    # the flags' tables come last among the embeddings and have nothing to inherit
    for source, target in zip(sources, targets, strict=False):
        for name in source.param_names:
            old = np.asarray(source.get_param(name))
            new: Any = np.zeros_like(np.asarray(target.get_param(name)))
            new[..., : old.shape[-1]] = old
            target.set_param(name, new)


def _transitions(kind: str, hidden: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def assemble(nlp: Language, ner: Language) -> Language:
    """Return `nlp` with the recogniser of names of `ner` put at its end."""
    nlp.add_pipe("lists", source=ner)
    nlp.add_pipe("ner", source=ner)
    return nlp


def loaded(path: Path) -> Language:
    """Return the pipeline stored at `path`."""
    return spacy.load(path)
