"""Which state a speaker is of: "its defence ministry", "the general staff in Paris"."""

from dataclasses import replace

from truceline.coding.cast import DOMESTIC
from truceline.coding.draft import Draft
from truceline.coding.syntax.generic import last_named
from truceline.coding.syntax.pronouns import PRONOUNS
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

SPOKEN = frozenset({"ACCUSE", "AGREE", "THREATEN", "REJECT", "SUPPORT"})
FREE = word_set(
    "diplomat source witness resident survivor villager analyst expert worker group activist "
    "underwriter refugee family coordinator"
)
"""Who speaks in a town without being of its state."""


def identify(view: View, draft: Draft) -> None:
    """Give a speaker without a state the one that owns it, and let nobody speak of his own words.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        An event with a speaker; `speaker` changes, and where somebody only says what he himself
        promises, threatens or charges, there is none.
    """
    node = _node_of(view, draft)
    if node is not None and draft.speaker is not None:
        code = _seat(view, node, draft) or _owned(view, node, draft)
        own = view.mention_at[node].actors[0].code if node in view.mention_at else None
        if view.parse.lemmas[node] in FREE and own is None and (
            view.parse.under(node, "nmod") and not view.parse.under(node, "amod", "compound")
        ):  # fmt: skip
            draft.speaker = replace(draft.speaker, code=None)
        elif code is not None:
            draft.speaker = replace(draft.speaker, code=code)
    if _own_words(draft):
        draft.speaker, draft.own_words = None, draft.type != "ACCUSE"
        draft.hedge = None if draft.hedge == "reported" else draft.hedge


def _node_of(view: View, draft: Draft) -> int | None:
    """Return where the speaker is named."""
    for mention in reversed(view.mentions):
        if mention.actors and draft.speaker is not None and (
            f"{draft.speaker.text} ".startswith(f"{mention.actors[0].text} ")
        ):  # fmt: skip
            return view.head_of(mention.first, mention.last)
    return None


def _seat(view: View, node: int, draft: Draft) -> str | None:
    """Return the state of the town that a public body or officer speaks in."""
    public = draft.speaker is not None and draft.speaker.sector in DOMESTIC
    if not public or view.parse.lemmas[node] in FREE:
        return None
    head = view.parse.heads[node]
    below = view.parse.under(node, "nmod")
    if view.parse.deps[node] == "nsubj" and head >= 0:
        below += [each for each in view.parse.under(head, "obl") if each < head]
    for each in below:
        place = view.place_of(each)
        mention = view.mention_at.get(each)
        if view.parse.case(each) != "in" or each < node:
            continue
        if place is not None and place.country and not place.disputed:
            return place.country
        if mention is not None and mention.kind == "capital" and mention.actors[0].code:
            return mention.actors[0].code
    return None


def _owned(view: View, node: int, draft: Draft) -> str | None:
    """Return the state of "its ministry" or, of a body that nobody owns, the one state named."""
    if draft.speaker is None or draft.speaker.sector not in DOMESTIC:
        return None
    own = view.parse.under(node, "nmod", "det", "poss")
    codes = {each.code for each in draft.source if each.code}
    if any(view.parse.lows[each] in PRONOUNS for each in own):
        return codes.pop() if len(codes) == 1 else None
    if draft.speaker.code:
        return None
    there = view.parse.lows[node + 1 : node + 2] == ("there",)  # "a police officer there said"
    return view.cast.land or view.home or (last_named(view) if there else None)


def _own_words(draft: Draft) -> bool:
    """Return whether what is told is what its doer says: a promise, a threat, a charge."""
    speaker = draft.speaker
    same = speaker is not None and any(
        each.code == speaker.code if speaker.code else each.text == speaker.text
        for each in draft.source
    )  # fmt: skip
    if not same or draft.type not in SPOKEN:
        return False
    return draft.type == "ACCUSE" or draft.trigger.form not in ("past", "pp")
