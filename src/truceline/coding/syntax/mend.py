"""Mistakes that the parser makes often on news, mended by rule where the words leave no doubt."""

from truceline.coding.syntax.beside import aside, followed, told_beside
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.rejoin import CAPTIVE, captive, changed, rejoined
from truceline.coding.tokens import word_set

HAVE = word_set("has have had having 've ’ve")
SKIPPED = frozenset({"RB", "RBR"})
INSIDE = frozenset({"compound", "det", "nmod", "amod", "flat", "nummod", "case"})
ALONE = word_set("met clashed agreed quarrelled quarreled parleyed marched rallied fled")
"""What nobody suffers: whatever it is read as, somebody did it."""
HEADLINE = 6
"""So many words may leave out "were"."""
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
        parse = _verb(parse, node) if parse.is_verb(node) else _word(parse, node)
    return parse


def _verb(parse: Parse, node: int) -> Parse:
    """Return a parse in which what is read as a verb is mended."""
    tag, dep, past = parse.tags[node], parse.deps[node], parse.tags[node] in ("VBD", "VBN")
    if dep == "amod" and past:
        after_and = parse.tags[node - 1] == "CC"
        return _joined(parse, node) if after_and else _raised(parse, node)
    if past and dep == "acl" and parse.lows[node - 1] == ",":
        parse = told_beside(parse, node)
    if past and parse.lows[node - 1 : node + 2 : 2] == (",", "by"):
        return _reduced(parse, node)
    if tag == "VBG" and parse.tags[node - 1] == "POS" and not parse.under(node, "obj"):
        return changed(parse, {}, {node: "NN"})  # "with China's backing"
    if past and dep in ("xcomp", "conj") and parse.tags[node - 1] == "CD":
        of = tag == "VBN" or parse.case(node - 1) == "of"
        if dep == "conj":
            return _coloured(parse, node) if of else parse
        return _numbered(parse, node)
    if dep in ("conj", "advcl"):
        return rejoined(parse, node)
    if tag == "VB" and parse.lows[node] in ("not", "n't"):
        return _unnegated(parse, node)
    if parse.deps[node] == "acl" and past and parse.subs[node] != "relcl":
        return _fronted(_rooted(parse, node), node)
    return parse


def _word(parse: Parse, node: int) -> Parse:
    """Return a parse in which what is read as no verb is mended."""
    if parse.deps[node] == "appos" and parse.deps[parse.heads[node]] == "nsubj":
        return aside(parse, parse.heads[node], node)
    if parse.deps[node] == "nsubj" and parse.heads[node] < node:
        return followed(parse, node)
    if parse.deps[node] == "nsubj" and parse.lows[node + 1 : node + 2] == ("and",):
        return _parted(parse, node)
    if parse.deps[node] == "conj" and parse.deps[parse.heads[node]] == "flat":
        return changed(parse, {node: (parse.heads[parse.heads[node]], "conj")}, {})
    if parse.tags[node] == "NNP" and parse.words[node].islower() and parse.lows[node][-2:] == "ly":
        return _lowered(parse, node)
    if parse.lows[node] == "between":
        return _paired(parse, node)
    if parse.lows[node] in CAPTIVE:
        return captive(parse, node)
    return _unhyphened(parse, node) if parse.lows[node] == "-" else parse


def _joined(parse: Parse, node: int) -> Parse:
    """Read "attacked Iraq and bombed Kuwait" as two deeds, not as a bombed Kuwait attacked."""
    noun = parse.heads[node]
    verb = next((each for each in parse.above(noun) if parse.is_verb(each)), None)
    if parse.deps[noun] != "conj" or verb is None or noun < node or verb > node:
        return parse
    arcs = {node: (verb, "conj"), noun: (node, "obj"), node - 1: (node, "cc")}
    return changed(parse, arcs, {node: "VBD"})


def _parted(parse: Parse, node: int) -> Parse:
    """Read "bombed Basra and Iraq shelled Abadan" without a Basra that shelled, too."""
    verb, head, other = node - 1, parse.heads[node], node + 2
    bare = parse.tags[verb] == "VBD" and not parse.under(verb, "obj") and head > other
    named = other < len(parse.words) and parse.tags[other][:3] == "NNP"
    if not bare or not named or parse.lows[head - 1] != parse.lows[other]:
        return parse
    return changed(parse, {node: (verb, "obj"), other: (head, "nsubj")}, {})


def _unnegated(parse: Parse, node: int) -> Parse:
    """Read "would not attend" as attending denied, not as a verb "not"."""
    verb = node + 1
    if verb >= len(parse.words) or parse.heads[verb] != node or parse.tags[verb] not in BARE:
        return parse
    arcs = {each: (verb, parse.deps[each]) for each in parse.children[node] if each != verb}
    arcs[verb] = (parse.heads[node], parse.deps[node])
    arcs[node] = (verb, "advmod")
    return changed(parse, arcs, {node: "RB", verb: "VB"})


def _rooted(parse: Parse, node: int) -> Parse:
    """Read "gunmen killed ten" or "envoys met" as a sentence where it was read as a noun's."""
    noun = parse.heads[node]
    lone = parse.heads[noun] == -1 and noun < node and parse.tags[noun][:2] == "NN"
    active = parse.under(node, "obj") or parse.lows[node] in ALONE
    if not lone or parse.under(noun, "cop") or not (active or _alone(parse, node, noun)):
        return parse
    return changed(parse, {node: (-1, "root"), noun: (node, "nsubj")}, {node: "VBD"})


def _alone(parse: Parse, node: int, noun: int) -> bool:
    """Return whether a sentence has no verb but this, and nobody who did it: "ships sailed"."""
    others = [each for each in parse.children[noun] if parse.is_verb(each) and each != node]
    agents = [each for each in parse.under(node, "obl") if parse.case(each) == "by"]
    return not others and not agents and len(parse.words) > HEADLINE


def _unhyphened(parse: Parse, node: int) -> Parse:
    """Read "Korea test-fired a missile" as what Korea did, not as done by a Korea test."""
    first, verb, named = node - 1, node + 1, node - 2
    if named < 0 or verb >= len(parse.words) or not parse.is_verb(verb):
        return parse
    inside = parse.heads[first] == verb and parse.heads[named] == first
    if not inside or parse.tags[named][:3] != "NNP" or parse.under(verb, "nsubj"):
        return parse
    return changed(parse, {named: (verb, "nsubj")}, {})


def _coloured(parse: Parse, node: int) -> Parse:
    """Read "the return of 10 abducted children" as of children, whom nobody abducts here."""
    number, nouns = node - 1, [each for each in parse.under(node, "obj") if each > node]
    if not nouns or any(tag[:2] not in ("JJ", "NN") for tag in parse.tags[node + 1 : nouns[0]]):
        return parse
    noun, below = nouns[0], (*parse.children[number], *parse.children[node])
    arcs = {each: (noun, parse.deps[each]) for each in below if each != noun}
    if parse.heads[number] in arcs:  # "the return" was read as who abducted them
        arcs[parse.heads[number]] = (parse.heads[node], parse.deps[node])
    arcs[noun] = (parse.heads[number], parse.deps[number])
    return changed(parse, {**arcs, node: (noun, "amod"), number: (noun, "nummod")}, {})


def _numbered(parse: Parse, node: int) -> Parse:
    """Read "ten were killed and 20 injured" without a deed of the ten."""
    arcs = {node: (parse.heads[node], "conj"), node - 1: (node, "nummod")}
    return changed(parse, arcs, {node: "JJ"})


def _reduced(parse: Parse, node: int) -> Parse:
    """Read "Chad, backed by France, is fighting" as a sentence of fighting."""
    name, head = node - 2, parse.heads[node]
    verbs = parse.under(node, "advcl", "ccomp") if head < 0 else [head]
    finite = [each for each in verbs if each > node and parse.under(each, "aux")]
    if name < 0 or parse.tags[name][:2] != "NN" or not finite or parse.under(node, "obj", "aux"):
        return parse
    verb = finite[0]
    if parse.under(verb, "nsubj", "mark"):
        return parse
    arcs = {each: (verb, parse.deps[each]) for each in parse.children[node] if each < node}
    arcs |= {verb: (head, "root") if head < 0 else (parse.heads[verb], parse.deps[verb])}
    return changed(parse, {**arcs, name: (verb, "nsubj"), node: (verb, "advcl")}, {node: "VBN"})


def _fronted(parse: Parse, node: int) -> Parse:
    """Read "rather than waiting for aid, residents fled" as a sentence of residents."""
    noun = parse.heads[node]
    opener = parse.heads[noun] if noun >= 0 else -1
    if parse.tags[node] != "VBD" or opener < 0 or parse.tags[opener] != "VBG":
        return parse
    first = parse.subtree(noun)[0]
    apart = parse.lows[first - 1] == "," and noun < node and parse.deps[noun] in ("obj", "obl")
    if not apart or any(parse.is_verb(each) for each in range(first, node)):
        return parse
    arcs = {node: (parse.heads[opener], parse.deps[opener]), opener: (node, "advcl")}
    return changed(parse, {**arcs, noun: (node, "nsubj")}, {})


def _lowered(parse: Parse, node: int) -> Parse:
    """Read "the Ministry grudgingly acknowledged" without a ministry called grudgingly."""
    noun, verb = node - 1, parse.heads[node]
    alone = parse.heads[noun] != node and parse.deps[node] == "nsubj"
    if alone and verb == node + 1 and parse.is_verb(verb):
        return changed(parse, {node: (verb, "advmod")}, {node: "RB"})
    if parse.heads[noun] != node or parse.heads[node] < node or parse.tags[noun][:2] != "NN":
        return parse
    arcs = {
        each: (noun, parse.deps[each])
        for each, head in enumerate(parse.heads)
        if head == node and each != noun
    }
    arcs[noun] = (parse.heads[node], parse.deps[node])
    arcs[node] = (parse.heads[node], "advmod")
    return changed(parse, arcs, {node: "RB"})


BARE = frozenset({"VB", "VBN", "VBD"})
"""Tags that a bare form after "not" is given: "let" is three of them."""


def _raised(parse: Parse, node: int) -> Parse:
    noun, before = parse.heads[node], node - 1
    while before > 0 and parse.tags[before] in SKIPPED:
        before -= 1
    helped = parse.lows[before] in HAVE
    named = parse.tags[before] in NAMED and parse.deps[before] not in ("obl", "nmod", "case")
    if noun < node or parse.tags[noun][:2] != "NN":
        return parse
    if not (helped or named):
        return _verbed(parse, node)
    if not helped and before != noun and not _leads(parse, before, node, noun):
        return parse
    top = before if helped or parse.heads[noun] == before else noun
    arcs = {
        each: (node, parse.deps[each]) for each, head in enumerate(parse.heads)
        if each not in (node, noun) and head == top
        and (helped or (each < node if top == noun else parse.deps[each] not in INSIDE))
    }  # fmt: skip
    arcs[node] = (parse.heads[top], parse.deps[top])
    arcs[noun] = (node, "obj")
    arcs[before] = (node, "aux" if helped else "nsubj")
    return changed(parse, arcs, {node: "VBN" if helped else "VBD"})


def _paired(parse: Parse, node: int) -> Parse:
    """Read "between Sudan and South Sudan" as of two, not of one called Sudan and South Sudan."""
    if parse.deps[node] == "case":
        parse = _second(parse, parse.heads[node])
    ends = [
        place for place in range(node + 2, node + 6) if parse.lows[place : place + 1] == ("and",)
    ]
    one = ends[0] - 1 if ends else -1
    two = parse.heads[one] if ends else -1
    if two <= one + 1 or parse.deps[one] not in INSIDE or parse.tags[one][:3] != "NNP":
        return parse
    arcs = {each: (two, "compound") for each in range(one + 2, two) if parse.heads[each] == one}
    arcs |= {node: (one, "case"), one: (parse.heads[two], parse.deps[two]), one + 1: (two, "cc")}
    return changed(parse, {**arcs, two: (one, "conj")}, {})


def _second(parse: Parse, one: int) -> Parse:
    """Join B to A in "fighting between A and B went on", where B was read as who went on."""
    verb = parse.heads[parse.heads[one]]
    others = [
        each for each in (parse.under(verb, "nsubj") if verb >= 0 else ())
        if each > one and any(parse.lows[below] == "and" for below in parse.under(each, "cc"))
    ]  # fmt: skip
    if parse.deps[one] != "nmod" or len(others) != 1 or parse.under(one, "conj"):
        return parse
    return changed(parse, {others[0]: (one, "conj")}, {})


def _verbed(parse: Parse, node: int) -> Parse:
    """Read "The bloc imposed sanctions on Mali" as a sentence, where else none would be."""
    noun = parse.heads[node]
    alone = parse.heads[noun] == -1 and node == 2 and parse.lows[0] == "the"
    if not alone or parse.tags[1] != "JJ":
        return parse
    arcs = {node: (-1, "root"), noun: (node, "obj"), 1: (node, "nsubj"), 0: (1, "det")}
    return changed(parse, arcs, {node: "VBD", 1: "NN"})


def _leads(parse: Parse, before: int, node: int, noun: int) -> bool:
    """Return whether the name before a participle can be its subject: it is nobody's modifier."""
    dep = parse.deps[before]
    if parse.heads[before] in (node, noun) and dep in ("nsubj", "compound", "nmod", "amod"):
        return dep not in ("nmod", "amod") or parse.tags[before][:3] == "NNP"
    return parse.heads[noun] == before
