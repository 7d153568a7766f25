"""What is brought, told from where it arrives: "aid trucks entered", "received tanks from"."""

from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import goals, subjects
from truceline.coding.syntax.armed import relieves
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

COMING = word_set("enter reach arrive cross")
RECEIVING = word_set("receive get obtain secure win")
DEAD = word_set("body remains corpse")
ARMS = word_set(
    "tank jet fighter missile rocket shell drone gun rifle howitzer ammunition weapon arm frigate "
    "warship submarine"
)
GOODS = ARMS | word_set(
    "aid assistance loan grant supply helicopter system battery vehicle aircraft plane vaccine "
    "food wheat grain medicine fuel boat"
)


def brought(view: View, draft: Draft) -> bool:
    """Read what arrives as the deed of who sends it.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        With its source and target; these and its trigger are changed where it is so.

    Returns
    -------
    bool
        True for "aid trucks entered Gaza" and "Ukraine received tanks from Poland".
    """
    if _vetoed(view, draft):
        return True
    if draft.trigger.passive:
        return False
    return _relief(view, draft) or _received(view, draft)


def _relief(view: View, draft: Draft) -> bool:
    parse, node = view.parse, draft.node
    own = subjects(view, node)[0]
    aid = any(relieves(view, each) or parse.lows[each] == "aid" for each in own)
    if parse.lemmas[node] not in COMING or not aid:
        return False
    held = [one for each in parse.under(node, "obj") for one in parties(view, each)]
    draft.target = held or goals(view, [node], only=("in", "at", "into"))
    known = {each.code for each in draft.target}
    around = [*own, node] if parse.lemmas[node] == "arrive" else own  # lorries pass through states
    sent = [each for each in goals(view, around, only=("from",)) if each.code]
    draft.source = [each for each in sent or draft.source if each.code not in known]
    draft.trigger = replace(draft.trigger, type="AID", mode="humanitarian", kind="other")
    return True


def _received(view: View, draft: Draft) -> bool:
    """Turn round what somebody got: who gave it is the source, who has it the target."""
    parse, node = view.parse, draft.node
    held = parse.under(node, "obj")
    givers = goals(view, [node, *held], only=("from",))
    accepted = parse.lemmas[node] == "accept" and draft.type == "CONCEDE"  # an apology
    got = accepted or parse.lemmas[node] in RECEIVING
    if not got or not any(each.code for each in givers):
        return False
    if draft.type == "CONSULT":
        below = {parse.lemmas[each] for one in held
                 for each in (one, *parse.under(one, "nmod"))}  # fmt: skip
        mode = "military" if below & ARMS else None
        if below & DEAD:
            draft.trigger = replace(draft.trigger, type="RETREAT", mode="release", kind="release")
        elif below & GOODS:
            draft.trigger = replace(draft.trigger, type="AID", mode=mode, kind="other")
        else:
            return False
    draft.source, draft.target = givers, [each for each in draft.source if each not in givers]
    return True


def _vetoed(view: View, draft: Draft) -> bool:
    """Read aid of a body of states that a member blocks as refused: "blocked EU aid to Chad"."""
    parse, node = view.parse, draft.node
    if draft.type != "COERCE" or parse.lemmas[node] != "block":
        return False
    gifts = [each for each in parse.under(node, "obj") if parse.lemmas[each] in GIFTS]
    owners = [below for each in gifts for below in parse.under(each, "amod", "compound", "nmod")]
    if not any(parse.lows[each] in UNIONS for each in owners):
        return False  # "blocked UN aid to Gaza" at a gate
    draft.trigger = replace(draft.trigger, type="REJECT", mode=None, kind="rebuff")
    return True


UNIONS = word_set("eu union nato bloc")
GIFTS = frozenset({"aid", "loan", "fund", "funds", "funding", "package", "sanction", "sanctions"})
