"""Who claims a deed or denies a part in it: "denied any role in the raid", "claimed the attack"."""

from collections.abc import Iterator

from truceline.coding.draft import Draft
from truceline.coding.predicates import Trigger
from truceline.coding.records import record
from truceline.coding.status import Reading
from truceline.coding.syntax.arguments import doers, subjects
from truceline.coding.syntax.mood import NO
from truceline.coding.syntax.pronouns import PRONOUNS
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

DENYING = word_set("deny denies denied denying disclaim disclaims disclaimed")
ANSWERING = DENYING | word_set("claim claims claimed claiming")
PART = word_set("responsibility part role involvement hand complicity blame guilt link connection")
"""What is denied of a deed; only `ANSWERABLE` is claimed of one."""
ANSWERABLE = word_set("responsibility credit")
THAT = word_set("it this")


@record
class Answer:
    """A verb that claims or denies a deed; `about` is the deed's noun, where the sentence has it.

    `who` is empty, and `pronoun` true, where only a pronoun without a meaning says it.
    """

    node: int
    who: tuple[Actor, ...]
    denies: bool
    about: int | None
    pronoun: bool = False


def answers(view: View) -> Iterator[Answer]:
    """Yield the verbs of a sentence by which somebody claims a deed or denies a part in it.

    Parameters
    ----------
    view : View
        The sentence.

    Yields
    ------
    Answer
        None where nobody does: "no group claimed responsibility", "did not deny it".
    """
    parse = view.parse
    if ANSWERING.isdisjoint(parse.lows):
        return
    for node, low in enumerate(parse.lows):
        if low not in ANSWERING or not parse.is_verb(node):
            continue
        found = _about(view, node, denies=low in DENYING)
        own = subjects(view, node)[0] if found is not None else []
        nobody = any(
            parse.lows[each] in NO for one in own for each in (one, *parse.under(one, "det"))
        )
        refused = any(
            parse.lows[each] in ("not", "n't", "never", "nor", "neither")
            for each in parse.children[node]
        )
        if found is None or not own or nobody or refused:
            continue
        pronoun = any(parse.lows[each] in PRONOUNS for each in own)
        yield Answer(node, tuple(doers(view, own)), low in DENYING, found[0], pronoun)


def _about(view: View, node: int, *, denies: bool) -> tuple[int | None] | None:
    """Return the deed's noun in a tuple, None in it where it is not said, None for other verbs."""
    parse = view.parse
    for each in parse.under(node, "obj", "obl"):
        low = parse.lows[each]
        if parse.deps[each] == "obj" and denies and (low in THAT or _is_attack(view, each)):
            return (None if low in THAT else each,)
        if parse.lemmas[each] in (PART if denies else ANSWERABLE) and parse.deps[each] == "obj":
            below = [*parse.under(each, "nmod"), *parse.under(node, "obl")]
            return (next((one for one in below if _is_attack(view, one)), None),)
    return None


def _is_attack(view: View, node: int) -> bool:
    return node in view.nouns and view.nouns[node][2].type == "ASSAULT"


def answered(view: View, draft: Draft) -> None:
    """Give an attack that somebody claims or denies in its sentence the one who does.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        One of its events; source, status and speaker are changed.
    """
    if draft.type != "ASSAULT" or draft.node < 0 or any(each.code for each in draft.source):
        return
    if draft.trigger.form == "noun" and view.parse.under(draft.node, "acl"):
        return  # "the bombing that killed nine" is told by its verb
    above = {draft.node, *view.parse.above(draft.node)}
    for each in answers(view):
        held = each.about in above if each.about is not None else each.node in above
        if held and each.who and each.node != draft.node:
            draft.source, draft.speaker = list(each.who), each.who[0]
            draft.target = [one for one in draft.target if one not in draft.source]
            if each.denies:
                draft.reading = Reading("denied")


def denial(view: View, answer: Answer, kind: str, mode: str | None) -> Draft:
    """Return the event of a denial whose deed was told before it."""
    at = view.token(answer.node)
    trigger = Trigger(at, at + 1, at, kind, mode, "speech" if kind == "REJECT" else "attack",
                      "past", entry=view.parse.lemmas[answer.node])  # fmt: skip
    draft = Draft(trigger, Reading("denied" if kind == "ASSAULT" else "happened"))
    draft.relation, draft.source = view.parse.deps[answer.node], list(answer.who)
    if kind == "ASSAULT" and answer.who:
        draft.speaker = answer.who[0]
    return draft
