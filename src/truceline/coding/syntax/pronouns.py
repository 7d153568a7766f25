"""Whom "he", "it" and "they" stand for: a subject above or before them, then the story's last."""

from truceline.coding.attribution import reporting
from truceline.coding.cast import WE
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

HE = word_set("he she him her his himself herself")
IT = word_set("it its itself")
THEY = word_set("they them their themselves") | WE
PRONOUNS = HE | IT | THEY
BODIES = frozenset({"state", "capital", "group", "role", "name", "people"})


def antecedent(view: View, node: int) -> int | None:
    """Return the node that a pronoun stands for in its own sentence, or None.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The pronoun.

    Returns
    -------
    int or None
        The subject of a verb above it, else the nearest subject before it, that fits.
    """
    parse, low = view.parse, view.parse.lows[node]
    if low not in PRONOUNS:
        return None
    if low in WE and quoted_in(view, node):
        return _quoting(view, node)
    own = set()
    at = node
    while at >= 0 and not parse.is_verb(at) and not parse.under(at, "nsubj"):
        own.add(at)
        at = parse.heads[at]
    clause = at
    for above in parse.above(node):
        if above == clause and low not in POSSESSIVE:
            continue
        for each in parse.under(above, "nsubj"):
            if each not in own and _fits(view, each, low):
                return each
    for each in range(node - 1, -1, -1):
        if parse.deps[each] == "nsubj" and each not in own and (
            parse.heads[each] != clause or low in POSSESSIVE
        ) and _fits(view, each, low):  # fmt: skip
            return each
    return None


POSSESSIVE = word_set("his her its their our")


def quoted_in(view: View, node: int) -> bool:
    """Return whether a word stands in a quotation that its paragraph opens before it.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The word.

    Returns
    -------
    bool
        True for "We" of '"We are ready," he said'.
    """
    text, at = view.text, view.parse.starts[node]
    first = text.rfind("\n", 0, at) + 1
    curled = text.rfind("“", first, at) > text.rfind("”", first, at)
    return curled or text.count('"', first, at) % 2 == 1


def _quoting(view: View, node: int) -> int | None:
    """Return who says a quotation in its sentence: the subject of the nearest verb of saying."""
    parse = view.parse
    found = [
        (abs(verb - node), each)
        for verb, tag in enumerate(parse.tags) if tag[:2] == "VB"
        if reporting(parse.lows[verb], view.lexicons) or parse.lemmas[verb] in TELLING
        for each in parse.under(verb, "nsubj") if each != node and not quoted_in(view, each)
    ]  # fmt: skip
    return min(found)[1] if found else None


TELLING = word_set("tell say declare warn caution add reply insist vow write proclaim announce")


def _fits(view: View, node: int, low: str) -> bool:
    parse = view.parse
    tag = parse.tags[node]
    if tag[:2] != "NN":
        return False
    mention = view.mention_at.get(node) or view.inside.get(node)
    kind = mention.kind if mention is not None else ("name" if tag[:3] == "NNP" else "noun")
    many = tag in ("NNS", "NNPS") or bool(parse.under(node, "conj"))
    if kind == "none":
        return False
    if low in HE:
        return not many and kind in ("person", "role", "name", "noun") and view.is_person(node)
    if low in IT:
        return not many and (kind in BODIES or kind == "noun") and not (
            kind == "person" or (mention is not None and mention.actors[0].name))  # fmt: skip
    return many or kind in ("group", "role", "name", "state")
