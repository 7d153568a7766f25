"""What became of talks, a truce or a swap, by the verb that it is the subject of."""

from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.status import Reading
from truceline.coding.syntax.arguments import doers, subjects
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

OF_TWO = frozenset({"talks", "agreement", "ceasefire", "exchange", "drills", "conversation",
                    "visit", "pullout", "release"})  # fmt: skip
"""Classes of nouns that are held or made, and so can be called off or put off."""
OFF = word_set(
    "postpone cancel scrap shelve delay abandon reject annul terminate suspend scuttle scupper "
    "nullify derail rescind veto thwart"
)
BREAKING = word_set("violate breach break flout")
OFF_BEHIND = frozenset({
    ("call", "off"), ("put", "off"), ("break", "off"), ("vote", "down"), ("turn", "down"),
    ("push", "back"), ("put", "on"),
})  # fmt: skip
AHEAD = word_set("plan schedule expect slate set arrange")
"""What is done to something that lies ahead: "a meeting is planned for May"."""
SOON = word_set("begin start open resume continue take be hold convene meet go")
GOING_ON = frozenset({"way", "underway", "progress", "ongoing"})
BY_NOW = word_set("is are 's 're")
WILL = word_set("will shall 'll")
NOT = word_set("not n't never")


def fate(view: View, node: int) -> Reading | None:
    """Return the status of what two do together, by the verb of which it is the subject, or None.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        An event noun.

    Returns
    -------
    Reading or None
        `failed` for "the talks were called off", `planned` for "talks will resume" and "a meeting
        is planned", `ongoing` for "talks are under way".
    """
    parse, kind = view.parse, view.nouns[node][2].kind
    while parse.deps[node] == "nmod" and parse.case(node) == "of":
        node = parse.heads[node]  # "the exchange of prisoners"
    head = parse.heads[node]
    if kind not in OF_TWO or head < 0 or parse.deps[node] != "nsubj":
        return None
    words = {parse.lows[each] for each in parse.under(head, "aux", "cop", "advmod")}
    if words & NOT:
        return _undone(parse, head, words)
    if kind in ("exchange", "pullout", "release") and parse.lemmas[head] in ("fail", "collapse"):
        return Reading("failed")
    if _passive(parse, head, words):
        if kind in ("agreement", "ceasefire") and parse.lemmas[head] in BREAKING:
            return Reading("failed")
        after = parse.lows[head + 1 : head + 2]
        if parse.lemmas[head] in OFF or (parse.lemmas[head], *after) in OFF_BEHIND:
            return Reading("planned" if words & WILL else "failed")
        if parse.lemmas[head] in AHEAD and words & BY_NOW:
            return Reading("planned")
    if words & WILL and parse.lemmas[head] in SOON:
        return Reading("planned")
    return Reading("ongoing") if parse.lows[head] in GOING_ON and words & BY_NOW else None


def _undone(parse: Parse, head: int, words: set[str]) -> Reading | None:
    """Read what "has not begun" as denied, and what "was not honoured" as failed."""
    if words & WILL or not all(
        parse.lows[each] in ("place", "effect") for each in parse.under(head, "obj")
    ):  # fmt: skip
        return None
    if _passive(parse, head, words):
        return Reading("failed") if parse.lemmas[head] in KEEPING else None
    return Reading("denied") if parse.lemmas[head] in SOON - {"hold"} else None


KEEPING = word_set("honour honor respect observe implement keep uphold")


def _passive(parse: Parse, head: int, words: set[str]) -> bool:
    """Return whether a verb tells what is done to its subject."""
    return parse.tags[head] == "VBN" and not words.isdisjoint(HELPED)


HELPED = word_set("is are was were been be being 's 're get got")


def fails(view: View, draft: Draft) -> bool:
    """Return whether a truce or an accord is the subject of a verb that ends it before its time.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        An event noun.

    Returns
    -------
    bool
        True for "the truce between them collapsed", False for "the truce held".
    """
    parse, node = view.parse, draft.node
    verb = parse.heads[node]
    ends = draft.trigger.kind in BINDING and verb >= 0 and parse.deps[node] == "nsubj"
    if not ends or parse.under(verb, "obj"):  # "the accord ended the war"
        return False
    after = parse.lows[verb + 1 : verb + 2]
    broken = parse.lemmas[verb] == "hold" and any(
        parse.lows[each] in NOT for each in parse.under(verb, "advmod")
    )
    return broken or parse.lemmas[verb] in COLLAPSING or (parse.lemmas[verb], *after) in FALLING


BINDING = frozenset({"ceasefire", "agreement", "mediation"})
COLLAPSING = word_set(
    "collapse fail founder unravel crumble disintegrate expire lapse evaporate end"
)
FALLING = frozenset({
    ("fall", "apart"), ("fall", "through"), ("fall", "to"), ("break", "down"), ("break", "up"),
    ("run", "out"), ("come", "apart"),
})  # fmt: skip


def as_told(view: View, draft: Draft) -> None:
    """Read fighting that stopped as a truce, and "is ready for talks" as an offer.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        Of an event noun, with its source and target; its trigger is changed.
    """
    parse, node = view.parse, draft.node
    head = parse.heads[node]
    if head < 0 or draft.reading.drop:
        return
    sides = {(each.code or each.text, each.sector) for each in (*draft.source, *draft.target)}
    stopped = parse.deps[node] == "nsubj" and parse.lemmas[head] in STOPPING
    if draft.type == "ASSAULT" and stopped and len(sides) > 1 and not parse.under(head, "obj"):
        draft.trigger = replace(draft.trigger, type="RETREAT", mode="ceasefire", kind="retreat")
        if {each.code for each in draft.source} == {each.code for each in draft.target}:
            draft.source, draft.target = draft.source[:1], draft.source[1:]
    if draft.trigger.kind == "exchange" and parse.deps[node] == "nsubj" and (
        parse.lemmas[head] == "agree"):  # fmt: skip
        draft.trigger = replace(draft.trigger, type="AGREE", mode=None, kind="agreement")
    ready = parse.lows[head] in READY and parse.case(node) in ("for", "to")
    if draft.type == "CONSULT" and ready and draft.reading.status == "happened":
        draft.source = draft.source or doers(view, subjects(view, head)[0])
        draft.target = [each for each in draft.target if each not in draft.source]
        unwilling = any(parse.lows[each] in NOT for each in parse.under(head, "advmod"))
        kind = "REJECT" if unwilling or parse.lows[head] in UNREADY else "AGREE"
        draft.trigger = replace(draft.trigger, type=kind, mode=None, kind="agreement")


STOPPING = word_set("stop cease end halt subside")
READY = word_set("ready willing prepared open unready closed")
UNREADY = frozenset({"unready", "closed"})
"""Who is so for talks offers them."""
