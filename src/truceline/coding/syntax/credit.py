"""Who says so, by the parse: above a deed in "X said that …", behind it in "…, X said"."""

from collections.abc import Iterator

from truceline.coding.attribution import reporting
from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import subjects
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.speakers import identify
from truceline.coding.syntax.view import View
from truceline.terms.ontology import Hedge

LINKS = frozenset({"conj", "advcl", "xcomp", "acl", "obj", "obl", "nsubj", "nmod"})
CONTENT = frozenset({"ccomp", "xcomp", "obj"})
HEARERS = frozenset({"tell"})
"""Verbs whose object is who hears it."""


def credit(view: View, draft: Draft) -> None:
    """Give a deed the one who says it, where no speaker was found by the order of the words.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        One of its events; `speaker` and `hedge` are changed.
    """
    if draft.node < 0:
        return
    if draft.speaker is None and not _above(view, draft) and not _behind(view, draft):
        _according(view, draft)
    if draft.speaker is None and draft.reading.status == "denied" and view.cast.voice is not None:
        draft.speaker, draft.hedge = view.cast.voice, draft.hedge or "reported"
    if draft.speaker is not None:
        identify(view, draft)


def _above(view: View, draft: Draft) -> bool:
    """Look for a verb of saying that the deed is the content of; tell whether one says so."""
    parse, at = view.parse, draft.node
    for above in parse.above(at):
        dep = parse.deps[at]
        if dep == "ccomp":
            return _told(view, draft, above)
        if dep not in LINKS:
            return False
        at = above
    return False


def _behind(view: View, draft: Draft) -> bool:
    """Look for one who is named after the deed, with a verb of saying and nothing said after it."""
    return any(
        draft.node < first and _told(view, draft, verb, who) for verb, first, who in _closing(view)
    )


def _according(view: View, draft: Draft) -> bool:
    """Look for "according to" somebody, which hangs on the deed or on what the deed hangs on."""
    parse = view.parse
    if "according" not in parse.lows:
        return False
    above = {draft.node, *parse.above(draft.node)}
    for node in range(len(parse.words)):
        if parse.case(node) != "according" or parse.deps[node] not in ("obl", "nmod"):
            continue
        head = parse.heads[node]
        who = parties(view, node)
        if who and (head in above or draft.node in parse.above(head)):
            draft.speaker, draft.hedge = who[0], draft.hedge or "reported"
            return True
    return False


def _closing(view: View) -> Iterator[tuple[int, int, int]]:
    """Yield verbs of saying whose subject follows a comma, where it begins, and the subject."""
    parse = view.parse
    if CLOSERS.isdisjoint(parse.words):
        return
    for verb, tag in enumerate(parse.tags):
        if tag[:2] != "VB":
            continue
        own = parse.under(verb, "nsubj") if saying(view, verb) else []
        if not own and parse.lows[verb] in INVERTED and parse.lows[verb - 1 : verb] == (",",):
            own = parse.under(verb, "obj")  # ", say officers in Santiago"
        if not own:
            continue
        first = min(parse.subtree(own[-1])[0], verb)
        said = [each for each in parse.children[verb] if each > verb and parse.deps[each] in CONTENT
                and parse.lemmas[verb] not in HEARERS and each not in own]  # fmt: skip
        joined = parse.under(own[-1], "cc") or parse.under(verb, "cc", "mark")
        # the parser hangs the comma on the verb before it or on the subject itself
        apart = first > 0 and bool(CLOSERS & {*parse.words[first - 1 : first + 1]})
        after = own[-1] < verb or parse.subtree(own[-1])[0] == verb + 1
        if apart and after and not said and not any(each < verb for each in joined):
            yield verb, first, own[-1]


INVERTED = frozenset({"say", "says", "said", "wrote"})
CLOSERS = frozenset({",", '"', "”", "''"})


def _told(view: View, draft: Draft, verb: int, subject: int | None = None) -> bool:
    """Credit the subject of a verb of saying; tell whether there is one."""
    hedge = saying(view, verb)
    nodes = subjects(view, verb)[0] if subject is None else [subject]
    who = parties(view, nodes[0]) if nodes else []
    if hedge is None or not who:
        return False
    draft.speaker = who[0]
    draft.hedge = draft.hedge or (None if hedge == "stated" else hedge)
    return True


def saying(view: View, node: int) -> Hedge | None:
    """Return how sure a verb of saying makes what it says sound; None for other verbs."""
    hedge = reporting(view.parse.lows[node], view.lexicons)
    if hedge is None and view.parse.is_verb(node):
        return TOLD.get(view.parse.lemmas[node])
    return None if hedge == "denied" else hedge


TOLD: dict[str, Hedge] = {
    **dict.fromkeys(
        ("find", "conclude", "reckon", "estimate", "reveal", "disclose", "suggest", "hint", "show",
         "calculate", "write", "indicate", "testify", "relate", "declare", "say", "report",
         "announce", "assess", "add", "observe", "learn", "state"), "reported"),
    **dict.fromkeys(("certify", "concede", "acknowledge", "admit", "confirm", "own"), "stated"),
    **dict.fromkeys(("allege", "claim", "boast", "maintain", "insist", "assert", "argue"),
                    "claimed"),
    "suspect": "suspected", "believe": "suspected",
}  # fmt: skip
"""Verbs of saying that often say something else, "found a body": the parse tells them apart."""
