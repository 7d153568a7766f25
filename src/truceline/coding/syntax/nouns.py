"""Nouns that report an event by where they stand: "arrested at rallies", "his request for aid"."""

from truceline.coding.draft import Draft
from truceline.coding.syntax.fates import BINDING
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

STARTING = word_set("begin start resume continue erupt flare rage spread break intensify escalate")
HAPPENING = word_set(
    "begin start open continue resume last drag erupt flare rage spread intensify escalate enter "
    "end conclude close follow take go come get hold collapse proceed cost leave force prompt "
    "cease trigger spark provoke paralyse paralyze shut claim cause bring cut put stop keep strand"
)
"""Verbs whose subject, where it is an event, took place."""
ATTENDED = frozenset({"at", "during", "after", "over", "in", "amid", "following", "to", "for"})
LASTING = frozenset({"rally", "unrest", "uprising", "revolt", "insurrection", "rebellion",
                     "intifada", "disturbances", "disorders", "civil disobedience"})  # fmt: skip
"""Protests that stand for a time or a meeting, not for a deed."""
WISHES = frozenset({"demand", "commitment", "threat", "rebuff", "support", "rebuke"})


def happens(view: View, draft: Draft) -> bool:
    """Return whether an event noun is the subject of a verb that lets it take place.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With its source and target; a protest needs none: "protests erupted".

    Returns
    -------
    bool
        True for "the embargo begins", False for "the embargo is wrong".
    """
    parse, node = view.parse, draft.node
    verb = parse.heads[node]
    fits = verb >= 0 and parse.deps[node] == "nsubj" and (
        _lemma(parse, verb) in HAPPENING or parse.lows[verb + 1 : verb + 2] == ("out",)
    )  # fmt: skip
    both = bool(draft.source and draft.target)
    if draft.trigger.kind in BINDING and parse.lemmas[verb] == "hold" and not both:
        return False  # "the truce is holding": it was made before
    alone = draft.type == "PROTEST" and _lemma(parse, verb) in STARTING
    return fits and (alone or bool(draft.source or draft.target))


def _lemma(parse: Parse, verb: int) -> str:
    """Return the lemma of a verb; that of "erupted" is at times read as "erupte"."""
    lemma = parse.lemmas[verb]
    return lemma.removesuffix("e") if lemma not in HAPPENING else lemma


def attended(view: View, draft: Draft) -> bool:
    """Return whether something took place at a protest: "arrested at rallies against the war".

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        Of an event noun.

    Returns
    -------
    bool
        False for what lasts, such as "the uprising".
    """
    parse, at = view.parse, draft.node
    if draft.type != "PROTEST" or draft.trigger.entry in LASTING:
        return False
    while parse.deps[at] in ("nmod", "conj") and parse.case(at) in ("of", ""):
        at = parse.heads[at]  # "during five days of protests"
    return parse.deps[at] in ("obl", "nmod") and parse.case(at) in ATTENDED


def wished(view: View, draft: Draft) -> bool:
    """Return whether somebody's own request or threat is told: "the king's request for troops".

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        Of an event noun, with its source.

    Returns
    -------
    bool
        True where its owner has a code, and what is asked follows.
    """
    parse, node = view.parse, draft.node
    owned = draft.trigger.kind in WISHES and any(each.code for each in draft.source)
    below = parse.under(node, "nmod", "obl")
    asked = any(parse.case(each) in ("for", "to", "of") for each in below)
    return owned and (asked or bool(parse.under(node, "acl", "ccomp")))
