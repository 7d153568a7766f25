"""Words beside a subject that the parser takes for the subject, or for a part of it."""

from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.rejoin import changed
from truceline.coding.tokens import word_set

DAYS = word_set("today yesterday tonight tomorrow")
ASIDE = word_set("for with in at on after before against despite amid under since to")


def told_beside(parse: Parse, node: int) -> Parse:
    """Read "Russia, bolstered by China, is fighting" as two deeds, not as which Russia it is."""
    noun = parse.heads[node]
    verb = parse.heads[noun]
    named = parse.subs[node] != "relcl" and parse.deps[noun] == "nsubj" and verb > node
    return changed(parse, {node: (verb, "advcl")}, {}) if named else parse


def aside(parse: Parse, node: int, named: int) -> Parse:
    """Read "Today, Russia is fighting" and "For many, hope has gone" of Russia and of hope."""
    verb = parse.heads[node]
    if not node < named < verb or not (parse.lows[node] in DAYS or parse.case(node) in ASIDE):
        return parse
    return changed(parse, {node: (verb, "obl"), named: (verb, "nsubj")}, {})


def followed(parse: Parse, node: int) -> Parse:
    """Read "Shekau warned President Biya that …" without a Biya who warned, too."""
    verb = parse.heads[node]
    if not parse.is_verb(verb) or all(each > verb for each in parse.under(verb, "nsubj")):
        return parse
    return changed(parse, {node: (verb, "iobj" if parse.under(verb, "ccomp") else "obj")}, {})
