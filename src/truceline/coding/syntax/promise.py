"""What somebody says that he will do or not do: a promise, a refusal, or a threat."""

from dataclasses import replace

from truceline.coding.draft import SPEAKING, Draft
from truceline.coding.syntax.arguments import doers, subjects
from truceline.coding.syntax.faced import until
from truceline.coding.syntax.mood import auxiliaries
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

FRIENDLY = frozenset({"AID", "CONSULT", "RETREAT", "COOPERATE", "SUPPORT", "CONCEDE", "AGREE"})
HARSH = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
ANNOUNCING = word_set(
    "say announce declare state confirm pledge promise vow assert insist tell add"
)
TOLD = ANNOUNCING | word_set("warn threaten make let boast write reply answer swear caution")
FUTURE = word_set("will wo 'll ’ll shall would 'd ’d")
CONDITIONS = word_set("if unless until till lest")
OPEN = ("planned", "hypothetical")
ELSE = frozenset({
    ("or", "else"), ("or", "face"), ("or", "suffer"), ("or", "lose"),
    ("or", "expect"), ("or", "pay"), ("or", "pack"), ("or", "be"), ("or", "die"),
    ("failing", "which"), ("on", "pain"), ("under", "pain"),
})  # fmt: skip
"""Two words that make a threat of a demand."""


def promise(view: View, draft: Draft, node: int) -> None:
    """Read "will free them" as a promise, "will not" as a refusal, "will strike" as a threat.

    Only a refusal needs nobody who says so. "Would expel them if …, it said" is a threat, and so
    is a demand that ends with "or face the consequences".

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With its source and target; its type changes.
    node : int
        Its verb.
    """
    if draft.type == "REQUEST" and _or_else(view, node):
        _read_as(draft, "THREATEN")
        return
    if draft.reading.status == "demanded" and _or_else(view, node):
        speaker = _speaker(view, node)
        if speaker:  # "the rebels must withdraw or face war, Chad said"
            draft.source, draft.target = speaker, draft.source or draft.target
            _read_as(draft, "THREATEN")
        return
    if draft.trigger.entry in SPOKEN_OF:
        draft.target = draft.target or draft.source
        draft.source = _speaker(view, node) or draft.source
        return
    aux = {view.parse.lows[each] for each in auxiliaries(view, node)}
    if not draft.source or not aux & FUTURE:
        return
    status, own = draft.reading.status, _own(view, draft, node)
    friendly = draft.type in FRIENDLY
    if friendly and status == "denied":
        _read_as(draft, "REJECT")
    elif friendly and own and status in OPEN:
        _read_as(draft, "AGREE")
    elif draft.type == "ASSAULT" and own and status == "planned":
        _read_as(draft, "THREATEN")
    elif draft.type in HARSH and status in OPEN and _if(view, node) and _told(view, draft, node):
        _read_as(draft, "THREATEN")
        draft.target = until(view, draft, ()) or draft.target


SPOKEN_OF = frozenset({"any answered"})
"""Entries of threats of which who speaks is the source."""


def _speaker(view: View, node: int) -> list[Actor]:
    """Return who says what a clause holds; nobody where that has no code."""
    parse = view.parse
    for head in parse.above(node):
        if parse.is_verb(head) and parse.lemmas[head] in TOLD:
            return [each for each in doers(view, subjects(view, head)[0]) if each.code]
    return []


def _read_as(draft: Draft, kind: str) -> None:
    draft.trigger = replace(draft.trigger, type=kind, mode=None, kind="speech")
    draft.reading = replace(draft.reading, status="happened", possible=False)


def _own(view: View, draft: Draft, node: int) -> bool:
    """Return whether whoever does it says so himself."""
    parse, head = view.parse, view.parse.heads[node]
    said = head >= 0 and parse.deps[node] == "ccomp" and parse.lemmas[head] in ANNOUNCING
    return said and draft.source == doers(view, subjects(view, head)[0])


def _if(view: View, node: int) -> bool:
    """Return whether a deed hangs on a condition that the same sentence names."""
    parse = view.parse
    return any(
        low in CONDITIONS and parse.deps[each] == "mark" and (each > node or low == "unless")
        for each, low in enumerate(parse.lows)
    )


def _told(view: View, draft: Draft, node: int) -> bool:
    """Return whether the doer's side, or nobody with a code, says that it would be done."""
    parse = view.parse
    above = set(parse.above(node))
    for each, lemma in enumerate(parse.lemmas):
        if lemma not in TOLD or not parse.is_verb(each):
            continue
        if each in above or node in parse.above(each):
            said = {one.code for one in doers(view, subjects(view, each)[0]) if one.code}
            return not said or bool(said & {one.code for one in draft.source})
    return False


def _or_else(view: View, node: int) -> bool:
    lows = view.parse.lows
    return any(pair in ELSE for pair in zip(lows[node:], lows[node + 1 :], strict=False))


SPOKEN = {"THREATEN": OPEN, "REQUEST": ("demanded",), "AGREE": ("planned",)}
"""The status of what is only threatened, asked for or promised."""


def unsaid(view: View, draft: Draft, before: list[Draft]) -> list[Draft]:
    """Return what was read before a verb of saying that it only speaks of: "would …, X warned".

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        The verb of saying.
    before : list of Draft
        The events told before it in the sentence.

    Returns
    -------
    list of Draft
        Those that were only threatened, promised or asked for.
    """
    parse = view.parse
    fits = SPOKEN.get(draft.type, ())
    if draft.trigger.kind not in SPEAKING or not fits:
        return []
    head = parse.heads[draft.node]
    beside = parse.deps[draft.node] in ("parataxis", "appos")
    found = []
    for each in before:
        content = draft.node in parse.above(each.node) or (beside and each.node == head)
        earlier = each.node < draft.node and each.trigger.form != "noun"
        if content and earlier and each.reading.status in fits:
            found.append(each)
    return found
