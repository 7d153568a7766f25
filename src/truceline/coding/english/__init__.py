"""The English pipeline: words, tags, lemmas, dependencies and names, by spaCy.

The pipeline itself lies in `pipeline/` and is data of its own, trained from open treebanks and
under CC BY-SA 4.0 (see `pipeline/card.md`). Nothing is loaded until `load` is called.
"""

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from truceline.terms.errors import BadInput

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).resolve().parent / "pipeline"


@lru_cache(maxsize=2)
def load(name: str | None = None, *, without: Collection[str] = ()) -> "Language":
    """Return an English pipeline, loaded once and then kept.

    Parameters
    ----------
    name : str, optional
        A folder with a spaCy pipeline of Universal Dependencies that sets Penn tags and lemmas, or
        the name of an installed one. Without it, the one shipped with truceline.
    without : collection of str
        Components to leave out, such as `ner`; hashable. Loading all of them takes half as long
        again.

    Returns
    -------
    spacy.language.Language
        The shipped one sets `tag_` (Penn), `pos_`, `morph`, `lemma_`, `dep_` and `head`
        (Universal Dependencies), sentence starts, and `ents` of the kinds PER, ORG, LOC and
        OTH (nationalities, works, products). It is shared: do not add or remove components.

    Raises
    ------
    BadInput
        If the pipeline's files are missing, spaCy cannot read them, or what they name is not what
        the coder reads.

    Notes
    -----
    A reading is a guess: on web text about one relation in six is wrong, more in headlines.
    `pipeline/card.md` has the scores and what is known to go wrong.

    Examples
    --------
    >>> doc = load()("The rebels released two prisoners.")
    >>> [(word.text, word.head.text) for word in doc if word.dep_ == "nsubj"]
    [('rebels', 'released')]
    """
    spacy = _imported()
    from thinc.api import use_ops  # noqa: PLC0415  comes with spaCy

    from truceline.coding.english import names  # noqa: PLC0415  numpy is not for `--help`

    names.register()

    wanted = name or str(SHIPPED)
    if name is None and not (SHIPPED / "config.cfg").is_file():
        raise BadInput(
            f"the English pipeline is missing from {SHIPPED.name}/ beside truceline's coder; "
            "install truceline again, or train it with `make model`"
        )
    # OpenBLAS, which numpy brings, multiplies about twice as fast as spaCy's own routines
    with use_ops("numpy", use_blis=False):
        try:
            own = _own(spacy) if name is None else {}
            found: Language = spacy.load(wanted, exclude=without, config=own)
        except (OSError, ValueError) as error:
            raise BadInput(
                f"no spaCy pipeline can be read from {wanted!r} ({_first_line(error)}); "
                "name an installed pipeline or a folder with a config.cfg"
            ) from error
    if name is not None:
        _require_relations(found, name)
    return found


def is_shipped(pipeline: "Language") -> bool:
    """Return whether a pipeline is the one shipped with truceline."""
    return getattr(pipeline, "path", None) == SHIPPED


def _require_relations(pipeline: "Language", name: str) -> None:
    """Refuse a pipeline that does not name what the coder reads: relations and tags."""
    labels = {each for row in pipeline.pipe_labels.values() for each in row}
    if labels >= {"nsubj", "obj", "obl", "VBD"}:
        return
    why = (
        "its relations are those of ClearNLP, such as 'dobj' for 'obj', as in en_core_web_*"
        if "dobj" in labels
        else "it lacks a parser of Universal Dependencies or a tagger of the Penn tags"
    )
    raise BadInput(
        f"the coder cannot read by the pipeline {name!r}: {why}; "
        "name one of Universal Dependencies, or leave --model out for the one shipped"
    )


@contextmanager
def one_core() -> Iterator[None]:
    """Have matrices multiplied on one core for the time of a `with` block.

    Those of some sentences are small: shared out, they wait for the other core longer than they
    take, twice as long where it has other work, and a second process gains nothing.

    Examples
    --------
    >>> with one_core():
    ...     doc = load()("The rebels released two prisoners.")
    """
    with _pools().limit(limits=1, user_api="blas"):
        yield


@lru_cache(maxsize=1)
def _pools() -> Any:
    """Return the libraries that share work out over cores; after `load`, as they must be there."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415  only who parses needs it

    return ThreadpoolController()


EMPTY = "truceline.EmptyTokenizer.v1"


def _own(spacy: Any) -> dict[str, str]:
    """Have the shipped pipeline begin with an empty tokenizer: its rules are in its files.

    spaCy would otherwise make 1,300 rules of its own, only to put those of the file in their place.
    """

    def empty() -> Any:
        from spacy.tokenizer import Tokenizer  # noqa: PLC0415  see `_imported`

        return lambda nlp: Tokenizer(nlp.vocab)

    if not spacy.registry.has("tokenizers", EMPTY):
        spacy.registry.tokenizers(EMPTY, func=empty)
    return {"nlp.tokenizer.@tokenizers": EMPTY}


def _imported() -> Any:
    """Import spaCy, late since it takes most of a second: `--help` must not wait.

    A third of that goes into its own command line, which nothing here calls: for the time of the
    import an empty module stands for it. A tenth goes into pydantic's first version, which spaCy's
    settings know how to do without, as they must from Python 3.14 on.
    """
    absent: dict[str, Any] = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    if "pydantic.v1" not in sys.modules:
        absent["pydantic.v1"] = None
    if "spacy" not in sys.modules:
        absent["spacy.cli"].__path__ = []
        absent["spacy.cli.info"].info = _info
        sys.modules.update(absent)
    try:
        import spacy  # noqa: PLC0415  see above
    finally:
        for name, module in absent.items():
            if name in sys.modules and sys.modules[name] is module:
                del sys.modules[name]
    return spacy


def _info(*args: Any, **named: Any) -> Any:
    """Stand for `spacy.info` until somebody calls it."""
    from spacy.cli.info import info  # noqa: PLC0415  see `_imported`

    return info(*args, **named)


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
