"""Who only helps in a deed of force: "with French help", "backed by Russia", "alongside Chad"."""

from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

HELP = word_set(
    "help support backing assistance aid cover cooperation collaboration assent approval consent "
    "blessing permission coordination"
)
BESIDE = frozenset({"alongside", "beside"})
HELPING = word_set("backed supported helped aided assisted accompanied reinforced escorted covered")
TOLD = HELP | BESIDE | HELPING


def helpers(view: View) -> frozenset[str]:
    """Return the codes of those whom a sentence names as helpers and as nothing else.

    Parameters
    ----------
    view : View
        The sentence.

    Returns
    -------
    frozenset of str
        Nobody takes a town from who helps to take it.
    """
    if TOLD.isdisjoint(view.parse.lows):
        return frozenset()
    helping: set[str | None] = set()
    others: set[str | None] = set()
    for each in view.mentions:
        node = view.head_of(each.first, each.last)
        codes = {actor.code for actor in each.actors}
        (helping if _helps(view.parse, node) else others).update(codes)
    return frozenset(each for each in helping - others if each)


def _helps(parse: Parse, node: int) -> bool:
    """Return whether a name belongs to help that is given, or stands beside who does it."""
    if parse.case(node) in BESIDE:
        return True
    for at in (node, *parse.above(node)):
        if parse.lemmas[at] in HELP and parse.case(at) in ("with", "under", "by"):
            return True
        head = parse.heads[at]
        if head >= 0 and parse.lows[head] in HELPING and parse.case(at) == "by":
            return True
        if parse.is_verb(at):
            return False
    return False
