"""What an attack was made with, by the parse: whose weapon it is, and what the verb says of it."""

import re
from collections.abc import Sequence

from truceline.coding.draft import Draft
from truceline.coding.heads import AIRCRAFT
from truceline.coding.syntax.arguments import subjects
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

WIELDED = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "COOPERATE"})
"""What is done with weapons; of other deeds they are only what is spoken of."""
FORCED = frozenset({"cyber", "mine", "ship"})
"""What people are coerced with: a house where bombs were found was not searched with them."""
SHOTS = word_set("shoot shot shoots shooting shots gunned")
OPENED = word_set("open opened opening opens")
PLANES = word_set(
    "aircraft plane planes airplanes jet jets warplane warplanes gunship gunships helicopter "
    "helicopters bomber mirage mirages airliner fighter-bombers"
)
FLOWN = re.compile(r"([a-z]{1,8})-?\d+[a-z]?s?")


def arm(view: View, drafts: Sequence[Draft]) -> None:
    """Give each of a sentence's events the weapons that are its own.

    A weapon is that of the event whose words govern it; who shoots does it with firearms, and what
    aircraft bomb, they bomb from the air.

    Parameters
    ----------
    view : View
        The sentence.
    drafts : sequence of Draft
        Its events, with the weapons that stand behind their verbs; they are changed.
    """
    _share_out(view, drafts)
    for draft in drafts:
        if draft.type not in WIELDED:
            draft.instruments = []
        elif draft.type == "COERCE":
            draft.instruments = [each for each in draft.instruments if each[1] in FORCED]
        elif draft.type == "ASSAULT" and draft.node >= 0:
            _flown(view, draft)
            _shot(view, draft)


def _share_out(view: View, drafts: Sequence[Draft]) -> None:
    """Give each weapon to the event whose words govern it."""
    held = [(draft, arms) for draft in drafts for arms in draft.instruments]
    if not held:
        return
    by_node = {each.node: each for each in drafts if each.node >= 0}
    for draft in drafts:
        draft.instruments = []
    for draft, arms in sorted(held, key=lambda each: each[1][0]):
        node = view.laid.node_of[arms[0]]
        above = (by_node[each] for each in (node, *view.parse.above(node)) if each in by_node)
        _hold(next(above, draft), arms)


def _hold(draft: Draft, arms: tuple[int, str, str]) -> None:
    if arms[1] not in {each[1] for each in draft.instruments}:
        draft.instruments.append(arms)


def _flown(view: View, draft: Draft) -> None:
    """Note that the attacker flew: "Egyptian jets were bombing …", "two F-16s shot …"."""
    parse = view.parse
    for node in subjects(view, draft.node)[0]:
        plane = parse.lows[node] in PLANES or _model(parse.lows[node])
        if not plane or draft.trigger.passive or "suicide" in view.phrase(node).lower():
            continue
        first, last = draft.trigger.first, draft.trigger.last
        draft.instruments = [each for each in draft.instruments if not first <= each[0] < last]
        said = view.text[parse.starts[node] : parse.ends[node]]
        if "aircraft" not in {each[1] for each in draft.instruments}:
            draft.instruments.insert(0, (view.token(node), "aircraft", said))


def _model(low: str) -> bool:
    """Return whether a word is a type of aircraft: "F-16s"."""
    found = FLOWN.fullmatch(low)
    return found is not None and found[1] in AIRCRAFT


def _shot(view: View, draft: Draft) -> None:
    """Note firearms where somebody shot, and nothing else is named that he shot with."""
    trigger, tokens = draft.trigger, view.tokens
    words = {each.low for each in tokens[trigger.first : trigger.last]}
    after = tokens[trigger.last].low if trigger.last < len(tokens) else ""
    shot = trigger.mode == "firearms" or words & SHOTS or ("fire" in words and words & OPENED)
    if draft.instruments or not shot or "down" in (*words, after):
        return
    said = view.text[tokens[trigger.first].start : tokens[trigger.last - 1].end]
    draft.instruments.append((trigger.first, "firearm", said))
