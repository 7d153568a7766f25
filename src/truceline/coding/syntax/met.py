"""Who met or called whom: "the ministers met" and "met its target" are told apart."""

from collections.abc import Sequence

from truceline.coding.draft import Draft
from truceline.coding.sureness import ARMED
from truceline.coding.syntax.arguments import subjects
from truceline.coding.syntax.meant import MAIN
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

RULING = frozenset({"GOV", "LEG"})


def gather(view: View, draft: Draft) -> bool:
    """Return whether several met each other, who are named by one noun: "the ministers met"."""
    if draft.trigger.kind != "meet" or draft.trigger.form == "noun":
        return False
    own, _ = subjects(view, draft.node)
    many = [each for each in own if view.parse.tags[each] in ("NNS", "NNPS")]
    known = any(each.code or each.sector in ARMED | RULING for each in draft.source) or any(
        view.parse.lemmas[each] in OFFICIALS for each in many)  # fmt: skip
    if not many or not known or view.parse.under(draft.node, "obj"):
        return False
    draft.target = draft.target or list(draft.source)
    return True


OFFICIALS = word_set(
    "minister envoy negotiator delegate delegation chief commander general officer official "
    "president premier ambassador government foreign-minister mediator"
)


def meets_a_thing(view: View, draft: Draft) -> bool:
    """Return whether nobody was met: "met its target", "met stiff resistance"."""
    parse = view.parse
    met = [each for each in parse.under(draft.node, "obj")
           if parse.tags[each][:2] == "NN" and view.token(each) not in view.dated]  # fmt: skip
    force = [each for each in met if parse.lows[each] in ("resistance", "opposition")]
    bare = [each for each in force if not any(parse.lows[one] == "the" for one in
                                              parse.children[each])]  # fmt: skip
    return bool(met) and (bool(bare) or not persons_of(draft.target))


def known_party(draft: Draft) -> bool:
    """Return whether at least one who takes part is more than a common noun."""
    return persons_of((*draft.source, *draft.target))


def persons_of(side: Sequence[Actor]) -> bool:
    """Return whether one of a side is more than a common noun."""
    return any(each.code or each.sector or each.text[:1].isupper() for each in side)


def rung(view: View, draft: Draft) -> bool:
    """Return whether somebody was called up, rather than called something."""
    parse, node = view.parse, draft.node
    if parse.lemmas[node] in ("telephone", "phone") and parse.under(node, "obj", "iobj"):
        return True
    if draft.target and parse.deps[node] in MAIN and any(each.code for each in draft.target):
        return not parse.under(node, "xcomp")
    called = any(
        view.mention_at.get(each) or parse.tags[each] == "NNP" for each in parse.under(node, "obj")
    )
    named = any(not parse.is_verb(each) for each in parse.under(node, "xcomp"))
    to = any(parse.case(each) == "to" for each in parse.under(node, "obl"))
    return (called and not named) or (to and parse.lemmas[node] != "call")


def together(draft: Draft) -> bool:
    """Return whether several with a code do it together: where it was is nobody else's part."""
    if "reciprocal" not in draft.basis or draft.target != draft.source:
        return False
    return len({each.code for each in draft.source if each.code}) > 1
