"""Dates that are not a deed's: those of a thing, or of what was done before it was said."""

from truceline.coding.arguments import Scene
from truceline.coding.dates import When
from truceline.coding.draft import Draft
from truceline.coding.narrative import ANSWERS
from truceline.coding.syntax.view import View

BEFORE = frozenset({"amod", "compound", "nummod"})
SPANS = frozenset({
    "day", "week", "month", "year", "night", "morning", "afternoon", "evening", "hour", "hours",
    "half", "spring", "summer", "autumn", "winter", "weekend", "fortnight", "dawn", "eve", "end",
    "beginning", "start", "middle", "part", "close", "quarter", "course",
})  # fmt: skip
"""Nouns that are times themselves: "Monday night", "the early hours of Sunday"."""
MARKED = frozenset({"the", "a", "an", "its", "their", "his", "'s", "’s"})
FOUGHT = frozenset({"ASSAULT", "COERCE"})
"""What was done to a thing that a date names may well be of that date."""
AGREED = frozenset({"AGREE", "REQUEST"})
"""What those who met on a day said on it."""


def noun_has(view: View, when: When, draft: Draft) -> bool:
    """Return whether a date is a thing's, not the deed's: "the December election".

    Parameters
    ----------
    view : View
        The sentence.
    when : When
        A date of it.
    draft : Draft
        The deed.

    Returns
    -------
    bool
        True for a date that stands between an article and a noun, where the noun is no time.
    """
    parse, at = view.parse, view.laid.node_of[when.last - 1]
    first = view.laid.node_of[when.first]
    noun = parse.heads[at]
    words = {view.laid.node_of[each] for each in range(when.first, when.last)}
    if draft.node < 0 or noun < 0 or noun in words or noun == draft.node or draft.type in FOUGHT:
        return False
    if parse.tags[noun][:2] != "NN" or parse.lemmas[noun] in SPANS or parse.lows[noun] in SPANS:
        return False
    told = {t.first for t in draft.triggers()} | {i for t in draft.triggers()
                                                  for i in range(t.first, t.last)}  # fmt: skip
    if view.token(noun) in told or noun in view.dated_nodes:
        return False
    bare = len(words) == 1 and first > 0 and parse.lows[first - 1] in MARKED
    return bare and parse.deps[at] in BEFORE and at < noun


def said_beside(view: View, scene: Scene, when: When, draft: Draft) -> bool:
    """Return whether something is only said beside a dated deed: "raided it on Sunday and asked".

    What is said beside what was said that day, or by those who met on it, is of that day.
    """
    parse, at = view.parse, view.laid.node_of[when.last - 1]
    if draft.type not in ANSWERS or draft.node < 0 or parse.deps[draft.node] != "conj":
        return False
    above = {at, *parse.above(at)}
    head = parse.heads[draft.node]
    if head not in above or draft.node in above or not parse.is_verb(head) or at < head:
        return False
    kinds = {each.type for each in scene.triggers if view.laid.node_of[each.first] == head}
    if not kinds or kinds & ANSWERS:
        return bool(kinds) and bool(parse.under(draft.node, "nsubj"))
    return not ("CONSULT" in kinds and draft.type in AGREED)
