"""Common verbs that report an event by how a sentence is built, whatever its words.

"gave Niger a week to yield", "want Qatar to close it", "said the rebels were behind the attack".
"""

from collections.abc import Callable

from truceline.coding.readings import Verb
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

SPANS = word_set("minute hour day week fortnight month year deadline ultimatum")
GUILTY = word_set("responsible guilty complicit culpable")
SELF = word_set("it they he she we i who that")
OWN = word_set("its his her their our")
FAULTS = word_set(
    "kill shoot hit bomb strike shell massacre torture abuse mistake mistakenly mistaken error "
    "wrong wrongly clumsy fault guilty fail down accident accidentally unlawful illegal "
    "sink blunder mishandle abduct murder execute poison unjust responsible sorry"
)


def manner(view: View, node: int) -> Verb | None:
    """Return what a verb reports by what hangs on it, or None.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The verb.

    Returns
    -------
    Verb or None
        A reading made up for the occasion, as if a lexicon had it.
    """
    rule = RULES.get(view.parse.lemmas[node])
    return rule(view.parse, node) if rule is not None else None


def _made(kind: str, entry: str, mode: str | None = None, group: str = "speech") -> Verb:
    return Verb(kind, mode, group, entry, frozenset(), (frozenset({entry.split(" ")[1]}),))


ULTIMATUM = _made("THREATEN", "give time")
WANTED = _made("REQUEST", "want done")
BLAMED = _made("ACCUSE", "say responsible", "allege")
ADMITTED = _made("CONCEDE", "admit fault", None, "other")


def _infinitives(parse: Parse, *nodes: int) -> bool:
    return any(
        parse.tags[each] == "VB" and any(
            parse.lows[mark] == "to" for mark in parse.under(each, "mark"))
        for node in nodes for each in parse.under(node, "xcomp", "acl", "advcl")
    )  # fmt: skip


def _ultimatum(parse: Parse, node: int) -> Verb | None:
    """Read "gave the rebels a week to disarm"."""
    given = parse.under(node, "obj", "iobj", "obl", "nmod")
    if any(parse.lows[each].endswith(("self", "selves")) for each in given):
        return None
    spans = [each for each in given if parse.lemmas[each] in SPANS and not parse.case(each)]
    return ULTIMATUM if spans and _infinitives(parse, node, *spans) else None


def _wanted(parse: Parse, node: int) -> Verb | None:
    """Read "wants Qatar to close the station": what one wants another to do is asked of him."""
    other = [each for each in parse.under(node, "obj", "iobj") if parse.tags[each] != "PRP"]
    if other and any(parse.tags[each] == "VB" for each in parse.under(node, "xcomp")):
        return WANTED
    clauses = parse.under(node, "ccomp", "xcomp")
    return WANTED if any(parse.under(each, "nsubj") for each in clauses) else None


def _blamed(parse: Parse, node: int) -> Verb | None:
    """Read "said the rebels were behind the attack", "said they were responsible"."""
    return BLAMED if guilty(parse, node) else None


def guilty(parse: Parse, node: int) -> list[int]:
    """Return who is said to be responsible: the subjects of such a clause under a verb.

    Parameters
    ----------
    parse : Parse
        The sentence.
    node : int
        The verb of saying.

    Returns
    -------
    list of int
        Their nodes; none where nobody is blamed but the speaker himself.
    """
    return [
        each for clause in parse.under(node, "ccomp")
        if parse.lows[clause] in GUILTY or (
            parse.case(clause) == "behind" and parse.tags[clause] != "PRP")
        for each in parse.under(clause, "nsubj") if parse.lows[each] not in SELF
    ]  # fmt: skip


def _admitted(parse: Parse, node: int) -> Verb | None:
    """Read "acknowledged that its gunners had shot down the airliner"."""
    own = {parse.lows[each] for each in parse.under(node, "nsubj")}
    for clause in parse.under(node, "ccomp"):
        for each in parse.under(clause, "nsubj"):
            mine = {parse.lows[below] for below in parse.under(each, "nmod")} & OWN
            if not (mine or parse.lows[each] in SELF or parse.lows[each] in own):
                continue
            words = {parse.lemmas[below] for below in parse.subtree(clause)}
            if words & FAULTS:
                return ADMITTED
    return None


RULES: dict[str, Callable[[Parse, int], Verb | None]] = {
    **dict.fromkeys(("give", "grant", "allow", "set"), _ultimatum),
    "want": _wanted,
    **dict.fromkeys(
        ("say", "claim", "allege", "insist", "charge", "announce", "maintain", "assert", "declare",
         "believe", "suspect", "tell", "report", "suggest", "conclude"), _blamed),
    **dict.fromkeys(("acknowledge", "admit", "concede", "confess"), _admitted),
}  # fmt: skip
