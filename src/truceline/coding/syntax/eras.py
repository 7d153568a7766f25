"""Which deeds of a sentence an old date in it tells of: not all need be as old."""

from truceline.coding.dates import When
from truceline.coding.draft import Draft
from truceline.coding.syntax.view import View

BELOW = frozenset({"acl", "advcl", "ccomp", "csubj", "parataxis"})
"""Clauses that a date may stand in without dating the deed above them."""


def reaches(view: View | None, draft: Draft, when: When) -> bool:
    """Return whether a date may be that of a deed, by where it stands in the sentence.

    Parameters
    ----------
    view : View or None
        The sentence; None where it was not parsed.
    draft : Draft
        One of its events.
    when : When
        A date in it.

    Returns
    -------
    bool
        False where the date is that of another clause ("Moscow, which annexed it in 2014, …"), of
        a thing ("the treaty of 1960"), or of a beginning ("held since 1986").
    """
    if view is None or draft.node < 0:
        return True
    parse, node = view.parse, view.head_of(when.first, when.last)
    before = view.tokens[when.first - 1].low if when.first else ""
    if before == "since" or parse.case(node) == "since":
        return False
    own = {draft.node, *parse.above(draft.node)}
    at, below = node, False
    while at >= 0 and at not in own:
        noun = parse.heads[at]
        named = noun >= 0 and not parse.is_verb(noun) and noun != draft.node
        below = below or parse.deps[at] in BELOW or (named and parse.case(at) == "of")
        at = noun
    return not below
