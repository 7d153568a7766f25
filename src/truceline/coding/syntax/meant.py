"""Whether those who did a deed are known from the story before its sentence."""

from truceline.coding.draft import Draft
from truceline.coding.syntax.view import View

HOLDING = frozenset({"phone", "permit", "contact", "meet", "mediate"})
"""Classes of deeds that need somebody named in their own sentence."""
MAIN = frozenset({"ROOT", "conj", "parataxis"})
MINDS = frozenset(
    {"hope", "fear", "sense", "feeling", "belief", "mood", "doubt", "trust", "optimism"}
)
"""What people have in mind does nothing to anybody."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def told_before(view: View, draft: Draft) -> bool:
    """Return whether the story before says who is meant: "The rifles were sawn up in public".

    Parameters
    ----------
    view : View
        The sentence, with those that the story has told of.
    draft : Draft
        Of a verb, whose sides the sentence does not name.

    Returns
    -------
    bool
        True for the main verbs of a sentence with a story before it; not for what was not done.
    """
    parse, node = view.parse, draft.node
    main = parse.deps[node] in MAIN and parse.tags[node] in FINITE
    holds = draft.trigger.kind in HOLDING or draft.reading.status == "denied"
    holds |= any(parse.lows[each] in MINDS for each in parse.under(node, "nsubj"))
    return bool(view.recent) and main and not holds
