"""Mistakes that the parser makes often on news, mended by rule where the words leave no doubt."""

from truceline.coding.syntax.parse import Parse
from truceline.coding.tokens import word_set

HAVE = word_set("has have had having 've ’ve")
SKIPPED = frozenset({"RB", "RBR"})
NAMED = ("NNP", "NNPS", "NNS", "NN", "PRP")


def mended(parse: Parse) -> Parse:
    """Return a parse in which a past tense before its object is a verb again.

    "Japan lifted sanctions" is sometimes read as Japan's lifted sanctions: a past participle that
    colours its own object. It is a verb where a name, a pronoun or a form of "have" stands
    before it, and no article or preposition between.

    Parameters
    ----------
    parse : Parse
        As the pipeline read it.

    Returns
    -------
    Parse
        The same object where nothing is to be mended.
    """
    for node in range(1, len(parse.words)):
        if parse.deps[node] == "amod" and parse.tags[node] in ("VBD", "VBN"):
            parse = _raised(parse, node)
    return parse


def _raised(parse: Parse, node: int) -> Parse:
    noun, before = parse.heads[node], node - 1
    while before > 0 and parse.tags[before] in SKIPPED:
        before -= 1
    helped = parse.lows[before] in HAVE
    named = parse.tags[before] in NAMED and parse.deps[before] not in ("obl", "nmod", "case")
    if noun < node or parse.tags[noun][:2] != "NN" or not (helped or named):
        return parse
    heads, deps, subs = list(parse.heads), list(parse.deps), list(parse.subs)
    if not helped and before != noun and not _leads(parse, before, node, noun):
        return parse
    top = before if helped or parse.heads[noun] == before else noun
    heads[node], deps[node], subs[node] = parse.heads[top], parse.deps[top], parse.subs[top]
    for each, head in enumerate(parse.heads):
        if each in (node, noun):
            continue
        mine = head == top and (top != noun or each < node) and (
            helped or parse.deps[each] not in ("compound", "det", "nmod", "amod", "flat", "nummod",
                                               "case") or (top == noun and each < node))  # fmt: skip
        if mine:
            heads[each] = node
    heads[noun], deps[noun], subs[noun] = node, "obj", ""
    if helped:
        heads[before], deps[before], subs[before] = node, "aux", ""
    else:
        heads[before], deps[before], subs[before] = node, "nsubj", ""
    tags = list(parse.tags)
    tags[node] = "VBN" if helped else "VBD"
    return Parse(parse.words, parse.lemmas, tuple(tags), tuple(deps), tuple(subs), tuple(heads),
                 parse.starts, parse.ends)  # fmt: skip


def _leads(parse: Parse, before: int, node: int, noun: int) -> bool:
    """Return whether the name before a participle can be its subject: it is nobody's modifier."""
    if parse.heads[before] in (node, noun) and parse.deps[before] in ("nsubj", "compound", "nmod"):
        return parse.deps[before] != "nmod" or parse.tags[before][:3] == "NNP"
    return parse.heads[noun] == before
