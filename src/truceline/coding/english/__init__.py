"""The English pipeline: words, tags, lemmas, dependencies and names, by spaCy.

The pipeline itself lies in `pipeline/` and is data of its own, trained from open treebanks and
under CC BY-SA 4.0 (see `pipeline/card.md`). Nothing is loaded until `load` is called.
"""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from truceline.terms.errors import BadInput

if TYPE_CHECKING:
    from spacy.language import Language

SHIPPED = Path(__file__).resolve().parent / "pipeline"


@lru_cache(maxsize=2)
def load(name: str | None = None) -> "Language":
    """Return an English pipeline, loaded once and then kept.

    Parameters
    ----------
    name : str, optional
        A folder with a spaCy pipeline of Universal Dependencies, or the name of an installed
        one, such as `en_core_web_sm`. Without it, the one shipped with truceline.

    Returns
    -------
    spacy.language.Language
        The shipped one sets `tag_` (Penn), `pos_`, `morph`, `lemma_`, `dep_` and `head`
        (Universal Dependencies), sentence starts, and `ents` of the kinds PER, ORG, LOC and
        OTH (nationalities, works, products). It is shared: do not add or remove components.

    Raises
    ------
    BadInput
        If the pipeline's files are missing or spaCy cannot read them.

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
    import spacy  # noqa: PLC0415  importing it takes most of a second; --help must not wait
    from thinc.api import use_ops  # noqa: PLC0415  comes with spaCy

    wanted = name or str(SHIPPED)
    if name is None and not (SHIPPED / "config.cfg").is_file():
        raise BadInput(
            f"the English pipeline is missing from {SHIPPED.name}/ beside truceline's coder; "
            "install truceline again, or train it with `make model`"
        )
    # OpenBLAS, which numpy brings, multiplies about twice as fast as spaCy's own routines
    with use_ops("numpy", use_blis=False):
        try:
            return spacy.load(wanted)
        except (OSError, ValueError) as error:
            raise BadInput(
                f"no spaCy pipeline can be read from {wanted!r} ({_first_line(error)}); "
                "name an installed pipeline or a folder with a config.cfg"
            ) from error


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
