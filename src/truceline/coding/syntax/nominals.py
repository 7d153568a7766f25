"""What a noun is by itself: an idea, a time, a number of others, one of two facing each other."""

from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

ABSTRACT = word_set(
    "decision plan proposal demand request offer claim allegation accusation report statement "
    "comment remark move effort attempt bid right law bill policy rule ban order call idea issue "
    "problem question way time year month week day hour case charge crime use role part fact "
    "result end war peace ceasefire truce deal accord treaty pact talks trade tie tension "
    "relation step measure action act activity work power control reform election vote "
    "campaign programme program project budget tax money cash cost price amount dollar billion "
    "million aid help relief loan grant fund weapon arm ammunition missile rocket drone bomb "
    "shell evidence access resolution letter invitation visit trip concern fear hope threat risk "
    "danger violence conflict crisis abuse killing attack strike raid death injury damage drill "
    "exercise lawsuit appeal sanction embargo tariff blockade siege strategy support line number "
    "series round wave string set range lot kind sort level rate share stake deadline condition "
    "possibility term place area land sea air road street river thing something anything "
    "kilogram kilogramme gram ton tonne mile kilometre kilometer metre meter hectare euro pound "
    "percent per cent minute night morning evening afternoon round shot finger lesson stab cache "
    "throat life hand head corpse injury pallet package parcel text document draft bill seat "
    "warrant apology explanation answer information evidence proof inquiry probe investigation "
    "emergency curfew protest demonstration rally hostility summons lawsuit complaint plea "
    "flag effigy leave stone rock bottle tyre "
    "revenge everything nothing this that what gesture earthquake crash flood storm disease virus "
    "outbreak fire famine accident avalanche landslide cyclone hurricane"
)
SUFFIXES = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ism", "ship", "ing", "al")
TIMES = word_set(
    "day night morning evening afternoon week month year decade century hour minute weekend dawn "
    "dusk noon midnight moment time date holiday anniversary eve spring summer autumn winter "
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday christmas easter ramadan"
)
"""Nobody, and nobody's: what hangs on "on the night of …" is not who was aimed at."""


PARTS = word_set(
    "hundred thousand dozen score ten million majority most some many several few half handful "
    "couple pair trio total number group all any none each both one two three four five six seven "
    "eight nine ten crowd scores rest member remainder"
)
COUNTING = PARTS | {f"{each}s" for each in PARTS} | {"majorities"}
"""Of "dozens of miners" or "two of the guards" those who follow "of" are meant."""


FACING = word_set(
    "counterpart ally rival neighbour neighbor enemy foe opponent adversary challenger critic "
    "bodyguard attacker captor kidnapper assassin killer creditor detractor accuser"
)
"""Whose owner is on the other side: "his counterpart" is not his."""


def conjuncts(view: View, node: int) -> list[int]:
    """Return a noun with those joined to it."""
    found = [node]
    for each in view.parse.under(node, "conj"):
        found += conjuncts(view, each)
    return found


def joined(view: View, nodes: list[int]) -> int:
    """Return how many nouns are joined in a subject."""
    return sum(len(conjuncts(view, each)) for each in nodes)


def counted_by(view: View, node: int) -> int | None:
    """Return the noun that a number or an amount counts: "miners" of "dozens of miners"."""
    parse = view.parse
    if not (parse.tags[node] == "CD" or parse.lows[node] in COUNTING) or node in view.mention_at:
        return None
    for each in parse.under(node, "nmod", "obl"):
        if parse.case(each) == "of" and parse.tags[each] in ("NNS", "NNPS", "PRP", "NN", "NNP"):
            return each
    return None


def is_abstract(view: View, node: int) -> bool:
    """Return whether a noun names an idea, an act or a sum rather than somebody or something."""
    lemma = view.parse.lemmas[node]
    if view.parse.tags[node][:3] == "NNP":
        return False
    if lemma == "state" and any(
        view.parse.lemmas[each] in ("siege", "emergency", "war", "alarm", "alert")
        for each in view.parse.under(node, "nmod")
    ):
        return True
    return lemma in ABSTRACT or node in view.nouns or (
        len(lemma) > 5 and lemma.endswith(SUFFIXES)
        and view.lexicons.roles.by_first.get(view.parse.lows[node]) is None
    )  # fmt: skip


def is_act(view: View, node: int, *, sent: bool) -> bool:
    """Return whether the object of a deed is an act or an idea rather than somebody.

    Troops that are `sent`, or one's own, are what is done; those accused or shelled are somebody.
    """
    if node not in view.nouns:
        return is_abstract(view, node)
    mention = view.mention_at.get(node)
    own = any(view.parse.tags[each] == "PRP$" for each in view.parse.children[node])
    body = mention is not None and mention.kind == "role" and not own
    return sent or not body or view.nouns[node][2].kind != "troops"
