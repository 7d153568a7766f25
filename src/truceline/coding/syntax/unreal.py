"""Deeds that are called untrue, disowned, foiled, prepared or only weighed, in whatever words.

"Reports that they shelled it are without foundation", "had nothing to do with the raid", "was
weighing air strikes".
"""

from truceline.coding.draft import Draft
from truceline.coding.status import Reading
from truceline.coding.syntax.arguments import doers, subjects
from truceline.coding.syntax.fates import fate
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

HEARSAY = word_set(
    "allegation allegations claim claims report reports accusation accusations charge charges "
    "suggestion suggestions rumour rumours rumor rumors story stories notion idea assertion "
    "assertions contention insinuation insinuations"
)
UNTRUE = word_set(
    "baseless false untrue unfounded nonsense lie lies groundless fabricated fabrication wrong "
    "invention propaganda incorrect rubbish slander fiction ridiculous absurd"
)
GROUNDS = word_set("foundation basis substance truth ground merit")
"""What a report is without where it is untrue."""
PART = word_set("part hand role involvement share complicity")
OWNING = word_set("have play take")
WEIGHING = word_set("weigh consider mull contemplate ponder")
PREPARING = word_set("prepare plan plot intend")
FOILING = word_set("foil thwart prevent avert forestall")
FORESEEN = word_set(
    "certain likely unlikely sure bound possible impossible imminent inevitable due"
)
PLANNING = frozenset({"plan", "prepare", "expect"})
SCRAPPED = frozenset({"cancel", "abort", "postpone", "scrap"})
OF_FORCE = frozenset({"attack", "fight"})


def untrue(view: View, node: int) -> bool:
    """Return whether a deed is what is called untrue: "reports that they shelled it are false".

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The deed's verb or noun.

    Returns
    -------
    bool
        True, too, for "the claim to have sunk her is without foundation".
    """
    parse, at = view.parse, node
    for head in parse.above(node):
        dep = parse.deps[at]
        if parse.lows[head] in HEARSAY and dep in ("acl", "ccomp", "csubj", "xcomp"):
            said = parse.heads[head]
            return said >= 0 and parse.deps[head] in ("nsubj", "csubj") and _called(parse, said)
        if dep not in ("conj", "xcomp", "advcl", "acl"):
            return False
        at = head
    return False


def _called(parse: Parse, said: int) -> bool:
    bare = parse.lemmas[said] in GROUNDS and parse.case(said) == "without"
    return bare or parse.lemmas[said] in UNTRUE


def reading_of_noun(view: View, node: int) -> Reading | None:
    """Return the status of what is disowned, foiled, prepared, weighed or called off, or None.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        An event noun.

    Returns
    -------
    Reading or None
        `denied` for "had no part in the raid", `planned` for "is preparing a raid", `hypothetical`
        for "was weighing a raid", or sanctions, and "a raid is certain to bring an answer",
        `failed` for "foiled a raid" and "the talks were called off".
    """
    kind = view.nouns[node][2].kind
    if kind == "sanctions" and _weigher(view, node) is not None:
        return Reading("hypothetical")
    if kind == "sanctions" and _preparer(view, node) is not None:
        return Reading("planned")
    if kind not in OF_FORCE:
        return fate(view, node)
    if disowner(view, node) is not None:
        return Reading("denied")
    parse, head = view.parse, view.parse.heads[node]
    if _preparer(view, node) is not None:
        return Reading("planned")
    if parse.deps[node] == "nsubj" and parse.tags[head] == "VBN" and parse.under(head, "aux"):
        called_off = parse.lows[head : head + 2] == ("called", "off")
        if called_off or parse.lemmas[head] in SCRAPPED:
            return Reading("failed")
        if parse.lemmas[head] in PLANNING:
            return Reading("planned")
    if parse.deps[node] == "obj" and parse.lemmas[parse.heads[node]] in FOILING:
        return Reading("failed")
    foreseen = parse.deps[node] == "nsubj" and parse.lows[parse.heads[node]] in FORESEEN
    if foreseen or _weigher(view, node) is not None:
        return Reading("hypothetical", possible=True)
    return None


def name_doer(view: View, draft: Draft) -> None:
    """Let who disowns, prepares or weighs an attack, or sanctions, be its source.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        Of an event noun, with its target.
    """
    if draft.trigger.form != "noun" or draft.type not in ("ASSAULT", "SANCTION"):
        return
    status, verb = draft.reading.status, None
    if status == "denied":
        verb = disowner(view, draft.node)
    elif status == "hypothetical":
        verb = _weigher(view, draft.node)
    elif status == "planned":
        verb = _preparer(view, draft.node)
    if verb is not None:
        draft.source = doers(view, subjects(view, verb)[0])
        draft.target = [each for each in draft.target if each not in draft.source]


def disowner(view: View, node: int) -> int | None:
    """Return the verb by which somebody says that he had no part in a deed, or None.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The noun of the deed.

    Returns
    -------
    int or None
        "had" of "had nothing to do with the raid" and "had no hand in it".
    """
    parse, head = view.parse, view.parse.heads[node]
    if parse.case(node) == "with" and head >= 0 and parse.lemmas[head] == "do":
        nothing = parse.heads[head]
        return parse.heads[nothing] if nothing >= 0 and parse.lows[nothing] == "nothing" else None
    if parse.case(node) != "in" or head < 0:
        return None
    part = head if parse.lemmas[head] in PART else next(
        (each for each in parse.under(head, "obj") if parse.lemmas[each] in PART), -1
    )  # fmt: skip
    verb = parse.heads[part] if part >= 0 else -1
    if verb < 0 or parse.lemmas[verb] not in OWNING:
        return None
    none = any(parse.lows[each] == "no" for each in parse.under(part, "det"))
    return verb if none else None


def _weigher(view: View, node: int) -> int | None:
    head = view.parse.heads[node]
    weighed = head >= 0 and view.parse.deps[node] == "obj" and view.parse.lemmas[head] in WEIGHING
    return head if weighed else None


def _preparer(view: View, node: int) -> int | None:
    """Return the verb by which somebody makes ready to attack: "is preparing (for) a raid"."""
    parse, head = view.parse, view.parse.heads[node]
    if head < 0 or parse.lemmas[head] not in PREPARING or parse.tags[head] == "VBN":
        return None
    own = parse.deps[node] == "obj" or (parse.deps[node] == "obl" and parse.case(node) == "for")
    return head if own else None
