"""Clauses that the parser joins to the wrong verb, or takes for asides, joined to their own."""

from collections.abc import Mapping
from dataclasses import replace

from truceline.coding.syntax.parse import Parse

FINITE = frozenset({"VBD", "VBZ", "VBP"})
JOINING = frozenset({"and", "but"})


def rejoined(parse: Parse, node: int) -> Parse:
    """Return a parse in which a clause told beside another is joined to that one.

    Parameters
    ----------
    parse : Parse
        As the pipeline read it.
    node : int
        A verb that is joined to another or stands under it as an aside.

    Returns
    -------
    Parse
        The same object where nothing is to be mended.
    """
    if parse.tags[node] in ("VBD", "VBZ"):
        parse = _led(_seated(parse, node), node)
    return _lifted(_beside(parse, node), node)


def changed(parse: Parse, arcs: Mapping[int, tuple[int, str]], tagged: Mapping[int, str]) -> Parse:
    """Return a parse with other heads and relations ("acl", "acl:relcl"), and other tags."""
    heads, deps = list(parse.heads), list(parse.deps)
    subs, tags = list(parse.subs), list(parse.tags)
    for node, (head, dep) in arcs.items():
        deps[node], _, subs[node] = dep.partition(":")
        heads[node] = head
    for node, tag in tagged.items():
        tags[node] = tag
    return replace(parse, heads=tuple(heads), deps=tuple(deps), subs=tuple(subs), tags=tuple(tags))


def _seated(parse: Parse, node: int) -> Parse:
    """Give "bombed Basra and Iraq shelled Abadan" its second subject."""
    before = node - 1
    named = parse.tags[before] in ("NNP", "NNPS", "PRP", "NNS") and parse.deps[before] == "conj"
    if not named or parse.heads[before] > before or parse.under(node, "nsubj"):
        return parse
    return changed(parse, {before: (node, "nsubj")}, {})


def _led(parse: Parse, node: int) -> Parse:
    """Give "Mali left the pact, and its minister, Diop, urged …" its second subject."""
    head = parse.heads[node]
    lone = head < node and parse.is_verb(head) and not parse.under(node, "nsubj", "mark", "csubj")
    if not lone:
        return parse
    nouns = [
        each for each in parse.under(head, "conj")
        if each < node and parse.tags[each][:2] == "NN" and parse.under(each, "cc")
    ]  # fmt: skip
    if not nouns or any(parse.is_verb(each) for each in range(nouns[-1], node)):
        return parse
    return changed(parse, {nouns[-1]: (node, "nsubj"), node: (head, "conj")}, {})


def _beside(parse: Parse, node: int) -> Parse:
    """Read "and Togo urged calm" as told beside what precedes it, not as an aside of it."""
    own, head = parse.under(node, "nsubj"), parse.heads[node]
    if parse.deps[node] != "advcl" or parse.under(node, "mark") or not own or head > node:
        return parse
    first = parse.subtree(own[0])[0]
    led = JOINING & {*parse.lows[first - 1 : first + 2]}
    if not led or parse.tags[node] == "VB" or not parse.is_verb(head):
        return parse
    bare = parse.tags[node] == "VBN" and not parse.under(node, "aux") and parse.under(node, "obj")
    return changed(parse, {node: (head, "conj")}, {node: "VBD"} if bare else {})


def _lifted(parse: Parse, node: int) -> Parse:
    """Join "and refuses" to "offers to help" as a whole, not to the infinitive in it."""
    head, tag = parse.heads[node], parse.tags[node]
    asked = parse.tags[head] == "VBP" and tag == "VBD" and parse.deps[head] == "ccomp"
    bare = parse.tags[head] in ("VB", "VBG") or asked
    past = tag in ("VBD", "VBZ") or (tag == "VBN" and parse.under(node, "obj", "xcomp"))
    if parse.deps[node] != "conj" or not bare or not past or parse.under(head, "aux"):
        return parse
    if parse.under(node, "nsubj", "aux"):
        return parse
    for above in parse.above(head):
        if parse.tags[above] in FINITE or parse.under(above, "aux", "cop"):
            fixed = {node: "VBD"} if tag == "VBN" else {}
            return changed(parse, {node: (above, "conj")}, fixed)
    return parse


def captive(parse: Parse, node: int) -> Parse:
    """Read "nurses held hostage by rebels" as what the rebels did to the nurses.

    Parameters
    ----------
    parse : Parse
        As the pipeline read it.
    node : int
        The word "hostage", "captive" or "prisoner".

    Returns
    -------
    Parse
        The same object where nothing is to be mended.
    """
    verb = node - 1
    if verb < 1 or parse.heads[node] != verb or parse.lows[verb] not in HOLDING:
        return parse
    by = [each for one in (verb, node) for each in parse.children[one]
          if each > node and parse.case(each) == "by"]  # fmt: skip
    if not by or parse.under(verb, "nsubj", "aux"):
        return parse
    arcs = {node: (verb, "xcomp"), by[0]: (verb, "obl:agent")}
    if parse.deps[verb] != "acl" and parse.tags[verb - 1][:2] == "NN":
        arcs[verb] = (verb - 1, "acl")
    return changed(parse, arcs, {verb: "VBN"})


HOLDING = frozenset({"held", "taken", "kept", "seized", "made"})
CAPTIVE = frozenset({"hostage", "hostages", "captive", "captives", "prisoner", "prisoners"})
