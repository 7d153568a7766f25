"""Deeds told before, claimed or denied in a later sentence: "The Taliban denied responsibility"."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.assemble import Setting, carried_on
from truceline.coding.draft import Draft
from truceline.coding.syntax.answers import Answer, answers, denial
from truceline.coding.syntax.view import View
from truceline.terms.events import Actor, Event

NEAR = 3
"""So many sentences back a deed may stand that is claimed or denied without its name."""


def reply(view: View, drafts: list[Draft], told: list[Event], setting: Setting) -> None:
    """Join a claim or a denial of a deed to the deed told before it.

    A claim gives that deed its doer. A denial is told as the deed denied; of an accusation told
    last, and of what somebody else is known to have done, it is a rejection.

    Parameters
    ----------
    view : View
        The sentence.
    drafts : list of Draft
        Its events; what is denied is added.
    told : list of Event
        The events of the story so far; one that is claimed is replaced.
    setting : Setting
        Where the sentence stands.
    """
    for each in answers(view):
        answer = _meant(each, told, setting)
        at = _before(told, setting, "ASSAULT")
        inside = [one for one in drafts if one.type == "ASSAULT" and one.node >= 0
                  and (one.speaker in answer.who or _of(view, one, answer))]  # fmt: skip
        whole = any(one.target or at is None for one in inside)
        if not answer.who or whole or _said_here(drafts, answer):
            continue
        drafts[:] = [one for one in drafts if one not in inside]
        if answer.denies:
            drafts.append(_denied(view, answer, told, setting))
        elif at is not None and not _others(told[at].source, answer.who):
            told[at] = replace(carried_on(told[at], setting), source=answer.who,
                               hedge="claimed", attributed_to=answer.who[0])  # fmt: skip
    drafts.sort(key=lambda each: each.trigger.first)


def _of(view: View, draft: Draft, answer: Answer) -> bool:
    return answer.about in {draft.node, *view.parse.above(draft.node)}


def _said_here(drafts: Sequence[Draft], answer: Answer) -> bool:
    """Let an attack laid to the one who denies it in the same sentence be the one denied."""
    codes = {each.code for each in answer.who if each.code}
    for each in drafts:
        laid = each.speaker not in answer.who and codes & {one.code for one in each.source}
        if answer.denies and each.type == "ASSAULT" and laid:
            each.status = "denied"
            return True
    return False


def _before(told: Sequence[Event], setting: Setting, kind: str) -> int | None:
    """Return the last deed of a type in the sentences just before."""
    for at in range(len(told) - 1, -1, -1):
        if setting.number - told[at].sentence > NEAR:
            return None
        if told[at].type == kind and told[at].status in ("happened", "ongoing"):
            return at
    return None


def _meant(answer: Answer, told: Sequence[Event], setting: Setting) -> Answer:
    """Let "it denies the attack" be said by whom the sentence before accused."""
    at = _before(told, setting, "ACCUSE")
    if not answer.pronoun or at is None or setting.number - told[at].sentence > 1:
        return answer
    return replace(answer, who=told[at].target or answer.who)


def _others(source: Sequence[Actor], who: Sequence[Actor]) -> bool:
    codes = {each.code for each in source if each.code}
    return bool(codes) and not codes & {each.code for each in who}


def _denied(view: View, answer: Answer, told: Sequence[Event], setting: Setting) -> Draft:
    attack, charge = (_before(told, setting, each) for each in ("ASSAULT", "ACCUSE"))
    codes = {each.code for each in answer.who if each.code}
    charged = charge is not None and codes & {each.code for each in told[charge].target}
    if charge is not None and charged and (attack is None or attack < charge) and (
        answer.about is None):  # fmt: skip
        draft = denial(view, answer, "REJECT", None)
        draft.target = [each for each in told[charge].source if each.code not in codes]
    elif attack is None or _others(told[attack].source, answer.who):
        draft = denial(view, answer, "REJECT", None)
    else:
        deed = told[attack]
        draft = denial(view, answer, "ASSAULT", deed.mode)
        own = {each.code for each in answer.who if each.sector not in ("REB", "OPP")} - {None}
        draft.target = [each for each in deed.target if each.code not in own]
        draft.place = deed.place
    return draft
