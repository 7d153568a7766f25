"""A sentence parsed and laid out, for the tests of the rules that read it.

`tree` makes a parse by hand, so that a rule's test does not hang on what the model says.
"""

from truceline.coding import english
from truceline.coding.actors import ActorFinder
from truceline.coding.lexicon import lexicons
from truceline.coding.syntax.mend import mended
from truceline.coding.syntax.parse import Parse, parses
from truceline.coding.syntax.view import View
from truceline.coding.tokens import tokens_of

LEXICONS = lexicons(deeds=True)
FINDER = ActorFinder(LEXICONS, {}, [("RUS", "Russia"), ("UKR", "Ukraine")])


def parse_of(text: str) -> Parse:
    """Return the shipped pipeline's parse of one sentence, mended."""
    [parse] = parses(english.load(), [(text, (0, len(text)))])
    assert parse is not None
    return mended(parse)


def view_of(text: str, parse: Parse | None = None) -> View:
    """Return the view of one sentence."""
    tokens = tokens_of(text)
    return View(text, tokens, FINDER.mentions(text, tokens, None), parse or parse_of(text),
                LEXICONS)  # fmt: skip


def tree(*rows: str) -> tuple[str, Parse]:
    """Return a text and its parse from rows "word tag dep head", heads from 0, -1 for none."""
    words, tags, deps, subs, heads, starts = [], [], [], [], [], []
    at = 0
    for row in rows:
        word, tag, dep, head = row.split()
        words.append(word)
        tags.append(tag)
        name, _, sub = dep.partition(":")
        deps.append(name)
        subs.append(sub)
        heads.append(int(head))
        starts.append(at)
        at += len(word) + 1
    ends = [start + len(word) for start, word in zip(starts, words, strict=True)]
    lemmas = [word.lower() for word in words]
    return " ".join(words), Parse(
        tuple(words), tuple(lemmas), tuple(tags), tuple(deps), tuple(subs), tuple(heads),
        tuple(starts), tuple(ends),
    )  # fmt: skip


def node(view: View, word: str) -> int:
    """Return the first node that is this word."""
    return view.parse.words.index(word)
