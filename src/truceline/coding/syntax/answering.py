"""Whose offer, charge or deed is answered: "accepted it", "rejected the text"."""

from collections.abc import Iterator, Sequence

from truceline.coding.cast import side_of
from truceline.coding.dealings import Deed
from truceline.coding.draft import Draft
from truceline.coding.syntax.parties import owned_by
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

ANSWERS = frozenset({"AGREE", "REJECT", "SUPPORT", "ACCUSE"})
CHARGING = word_set("accuse charge blame allege complain fault")
"""Verbs whose object is who did something, not what was done."""
THAT = word_set("it this that")
POINTING = word_set("the this that these those both")
OFFERED = word_set(
    "text plan proposal offer resolution draft term deal ultimatum demand appeal call request "
    "invitation truce ceasefire compromise idea suggestion initiative condition document note "
    "arrangement timetable formula"
)
CHARGED = word_set("charge accusation allegation claim assertion")
FOUGHT = word_set("campaign offensive bombing intervention")
KINDS = (
    (OFFERED, frozenset({"REQUEST", "AGREE"})),
    (CHARGED, frozenset({"ACCUSE", "REQUEST", "THREATEN"})),
    (FOUGHT, frozenset({"ASSAULT", "MOBILIZE"})),
)
FAR = 4
"""What was told more sentences ago is spoken of with its owner."""


def answer(view: View, draft: Draft, before: Sequence[Draft]) -> bool:
    """Let what answers an offer, a charge or a deed told before be aimed at whose that was.

    Parameters
    ----------
    view : View
        The sentence, and the deeds that the story told of before it.
    draft : Draft
        One of its events; `target` is changed.
    before : sequence of Draft
        The events told before it in the sentence.

    Returns
    -------
    bool
        Whether the deed that is answered was found.
    """
    parse = view.parse
    if draft.type not in ANSWERS or parse.lemmas[draft.node] in CHARGING:
        return False
    told = [*_told(view, before)]
    for node in _answered(view, draft.node):
        if _same_text(view, node, draft, before):
            draft.target = list(before[-1].target)
            return True
        kinds = _kinds(view, node)
        for deed in told if kinds is not None else ():
            if kinds and deed.type not in kinds and not _same(draft.source, deed.target):
                continue
            if not _same(deed.source, draft.source):
                draft.target = list(deed.source)
                return True
    asked = next((each for each in told if each.type in ASKING), None)
    if draft.type in SAID_ALONE and not draft.target and asked is not None and (
        not parse.under(draft.node, "obj", "xcomp", "ccomp")
        and _same(draft.source, asked.target) and not _same(asked.source, draft.source)
    ):  # fmt: skip
        draft.target = list(asked.source)
        return True
    return False


def _same_text(view: View, node: int, draft: Draft, before: Sequence[Draft]) -> bool:
    """Return whether "it" is what another just answered: "the rebels rejected it, Mali took it"."""
    last = before[-1] if before else None
    return last is not None and view.parse.lows[node] in THAT and last.type in ANSWERS and (
        bool(last.target) and not _same(last.target, draft.source)
        and not _same(last.source, draft.source)
        and any(view.parse.lemmas[each] in OFFERED or view.parse.lows[each] in THAT
                for each in view.parse.under(last.node, "obj"))
    )  # fmt: skip


SAID_ALONE = frozenset({"AGREE", "REJECT"})
"""What may be said without its object: "Thailand agreed in principle"."""
ASKING = frozenset({"REQUEST", "AGREE"})


def _answered(view: View, node: int) -> Iterator[int]:
    """Yield the nouns for what is answered, where no word says whose it is."""
    parse = view.parse
    for each in parse.under(node, "obj", "obl", "nmod"):
        if parse.deps[each] == "obj" or parse.case(each) in ("to", "of", "for"):
            bare = parse.lows[each] in THAT and parse.tags[each] in ("PRP", "DT")
            pointing = any(parse.lows[one] in POINTING for one in parse.under(each, "det"))
            if bare or (pointing and not any(one.code for one in owned_by(view, each))):
                yield each


def _kinds(view: View, node: int) -> frozenset[str] | None:
    """Return the types of deed that a noun may name, none for any, None for no deed."""
    parse = view.parse
    if parse.lows[node] in THAT:
        return frozenset()
    return next((types for words, types in KINDS if parse.lemmas[node] in words), None)


def _told(view: View, before: Sequence[Draft]) -> Iterator[Deed]:
    """Yield the deeds told before, the last first."""
    for draft in reversed(before):
        source, target = (tuple([each for each in side if each.code])
                          for side in (draft.source, draft.target))  # fmt: skip
        yield Deed(draft.type, source, target, view.number)
    for deed in reversed(view.deeds):
        if view.number - deed.sentence > FAR:
            return
        yield deed


def _same(one: Sequence[Actor], two: Sequence[Actor]) -> bool:
    """Return whether all of one side are of the other."""
    sides = {side_of(each) for each in two}
    return bool(one) and all(side_of(each) in sides for each in one)
