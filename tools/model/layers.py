"""Builds the untrained pipelines: one for syntax, one for names.

The encoder of syntax is spaCy's hashed embedding with a convolutional stack. It reads word vectors
besides, once `widen` has put them in. Names have a component of our own.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import spacy
import srsly  # type: ignore[import-untyped]  # comes with spaCy, ships no types
from spacy.language import Language
from spacy.strings import StringStore

from lemma_rules import keep_used
from truceline.coding.english.names import HINTS as _FLAGS
from truceline.coding.english.names import NAME, register

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler, TrainablePipe

# the hints, in the order of their flags; "known" are bodies known by one word
HINTS = ("body", "common", "family", "given", "place", "proper", "known")
_FLAG_OF = dict(zip(HINTS, _FLAGS, strict=True))
_ROWS = {"NORM": 12000, "PREFIX": 2500, "SUFFIX": 5000, "SHAPE": 2500}
# beside vectors, which make room for themselves so
_FEWER = {"NORM": 6000, "SHAPE": 1000}


def encoder(
    width: int, depth: int, rows: Mapping[str, int], *, vectors: bool = False
) -> dict[str, Any]:
    """Return the configuration of an encoder with `depth` layers of `width` numbers a word.

    `rows` says how many hashes there are of each attribute of a word.
    """
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": width,
            "attrs": list(rows),
            "rows": list(rows.values()),
            "include_static_vectors": vectors,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": width,
            "window_size": 1,
            "maxout_pieces": 3,
            "depth": depth,
        },
    }


def with_vectors(width: int, depth: int) -> dict[str, Any]:
    """Return the configuration of an encoder of syntax that reads word vectors besides."""
    return encoder(width, depth, _ROWS | _FEWER, vectors=True)


def syntax(width: int, depth: int, hidden: int) -> Language:
    """Return an untrained tagger, morphologizer, lemmatizer and parser over one encoder."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": encoder(width, depth, _ROWS)})
    listener = {
        "@architectures": "spacy.Tok2VecListener.v1",
        "width": width,
        "upstream": "tok2vec",
    }
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener, "nO": None}
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": tagger, "top_k": 3})
    nlp.add_pipe("parser", config={"model": _transitions(hidden, listener)})
    return nlp


def names() -> Language:
    """Return an untrained recogniser of names with room for hints."""
    register()
    nlp = spacy.blank("en")
    nlp.add_pipe("attribute_ruler", name="lists")
    nlp.add_pipe(NAME, name="ner")
    return nlp


def set_hints(ner: Language, words: dict[str, list[str]]) -> None:
    """Let the pipeline flag the words of each list in `words`, for the encoder to see.

    An attribute ruler inside the pipeline sets the flags, in the order of `names.HINTS`.
    """
    ruler = cast("AttributeRuler", ner.get_pipe("lists"))
    ruler.clear()
    for hint, flag in _FLAG_OF.items():
        exact, loose = listed(words, hint)
        ruler.add([[{"ORTH": {"IN": exact}}], [{"LOWER": {"IN": loose}}]], {flag: 1})


def listed(words: Mapping[str, Sequence[str]], hint: str) -> tuple[list[str], list[str]]:
    """Return the words of a hint that are looked for as they are written, and those in any case.

    A name that is a common word, too, wants its capital; the others are listed in small letters.
    """
    if hint == "common":
        return [], sorted(set(words[hint]))
    common = frozenset(words["common"])
    exact = {word for word in words[hint] if word.lower() in common}
    return sorted(exact), sorted({word.lower() for word in {*words[hint]} - exact})


def _transitions(hidden: int, tok2vec: dict[str, Any]) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": tok2vec,
    }


def assemble(nlp: Language, ner: Language) -> Language:
    """Return `nlp` with the recogniser of names of `ner` put at its end, in place of any there."""
    for name in ("lists", "ner"):
        if nlp.has_pipe(name):
            nlp.remove_pipe(name)
        nlp.add_pipe(name, source=ner)
    return nlp


def loaded(path: Path) -> Language:
    """Return the pipeline stored at `path`."""
    register()
    return spacy.load(path)


def trim(path: Path) -> None:
    """Keep of the stored pipeline's words only those that its lemma rules need.

    spaCy stores every string it has met. The words of the treebanks' letters and reviews,
    names and addresses of private persons among them, are of no use to the weights and are
    not ours to spread.
    """
    keep_used(path / "lemmatizer")
    rules = srsly.read_msgpack(path / "lemmatizer" / "trees")["trees"]
    waiting = list(srsly.read_json(path / "lemmatizer" / "cfg")["labels"])
    needed: set[int] = set()
    while waiting:
        number = waiting.pop()
        rule = rules[number] if number < len(rules) else {}  # past the end: no further rule
        needed |= {rule[part] for part in ("orig", "subst") if part in rule}
        waiting += [rule[part] for part in ("prefix_tree", "suffix_tree") if part in rule]
    words = json.loads((path / "vocab" / "strings.json").read_text(encoding="utf-8"))
    store = StringStore(words)
    kept = _labels(loaded(path)) | {store[number] for number in needed}
    text = json.dumps(sorted(kept & set(words)), indent=0, ensure_ascii=False)
    (path / "vocab" / "strings.json").write_text(text + "\n", encoding="utf-8")


def _labels(nlp: Language) -> set[str]:
    found: set[str] = set()
    for name in ("tagger", "morphologizer", "parser", "ner"):
        if nlp.has_pipe(name):
            found |= set(cast("TrainablePipe", nlp.get_pipe(name)).labels)
    # a label of the morphologizer is "Number=Sing|POS=NOUN"; its features are kept apart
    for label in [one for one in found if "=" in one]:
        features = [part for part in label.split("|") if not part.startswith("POS=")]
        found |= {"|".join(features), *features}
        found |= {side for part in label.split("|") for side in part.split("=")}
    return found
