"""Events that a sentence tells by its toll alone: "two insurgents were killed", "the arrest of".

A deed with no doer and no cause named is no event to the verb's own rules; a number of persons
whom something befell, told of a fight or in the sentence after one, is.
"""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.amounts import Counted
from truceline.coding.arguments import Scene
from truceline.coding.counted import EFFECT_OF
from truceline.coding.draft import Draft
from truceline.coding.drafts import Dropped, fill
from truceline.coding.lexicon import Lexicons
from truceline.coding.predicates import Trigger
from truceline.coding.refusals import ACCIDENTS
from truceline.coding.status import Reading
from truceline.coding.tokens import Token, word_set

TOLLS = {"killed": "ASSAULT", "wounded": "ASSAULT", "detained": "COERCE", "captured": "COERCE",
         "abducted": "ASSAULT"}  # fmt: skip
MODES = {"detained": "arrest", "captured": "arrest", "abducted": "other"}
HELD = frozenset({"ASSAULT", "COERCE", "PROTEST"})
FIGHT = word_set(
    "operation operations raid raids engagement fire firing fired patrol airstrike airstrikes "
    "strike strikes attack attacks attacked fighting clash clashes battle ambush ambushed shelling "
    "bomb bombs bombing blast explosion insurgent insurgents militant militants rebel rebels "
    "guerrilla guerrillas gunman gunmen terrorist terrorists soldier soldiers troops forces army "
    "civilian civilians peacekeeper peacekeepers policeman policemen "
    "combat war offensive massacre shooting shot taliban fighters commander mortar rocket rockets "
    "missile missiles drone drones mine landmine grenade dynamite kidnappers hostages"
)
OPEN = frozenset({"NO_CAUSE", "NO_ACTOR", "NO_TARGET"})
UNREAL = word_set(
    "if unless would could may might will shall to not never no without for demanded demand "
    "threatened against plan planned intended"
)
SAYING = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT", "AGREE", "CONSULT", "COOPERATE",
                    "RETREAT"})  # fmt: skip


def toll_drafts(
    scene: Scene, drafts: Sequence[Draft], dropped: Dropped, counts: Sequence[Counted],
    lexicons: Lexicons, *, after: bool,
) -> list[Draft]:  # fmt: skip
    """Return the drafts of a sentence with one more for each toll that none of them can hold.

    Parameters
    ----------
    scene, drafts, dropped, counts
        The sentence, its events, the triggers that report none, its numbers.
    lexicons : Lexicons
        For words such as "often", by which a sentence tells a habit.
    after : bool
        Whether the sentence before told of an attack or an arrest.

    Returns
    -------
    list of Draft
        In the order of the text.
    """
    if not any(each.count.what in TOLLS for each in counts):
        return list(drafts)
    words = {each.low for each in scene.tokens}
    told = after or bool(words & FIGHT)
    habit = words & lexicons.cues["words.habitual"] or words & ACCIDENTS
    if not told or habit:
        return list(drafts)
    found = list(drafts)
    for counted in counts:
        kind = TOLLS.get(counted.count.what)
        if kind is None or counted.part or any(_holds(each, kind) for each in found):
            continue
        trigger = _trigger(scene, dropped, counted, found)
        if trigger is not None and trigger.first not in {each.trigger.first for each in found}:
            draft = Draft(trigger, Reading())
            if trigger.form != "noun":
                fill(scene, draft)
            found.append(draft)
    return sorted(found, key=lambda each: each.trigger.start)


def _holds(draft: Draft, kind: str) -> bool:
    """Return whether an event can have a toll of a kind: those held are not the dead."""
    return draft.type == kind or (draft.type in HELD and draft.trigger.kind != "other") or (
        draft.type == "PROTEST")  # fmt: skip


def _trigger(
    scene: Scene, dropped: Dropped, counted: Counted, found: Sequence[Draft]
) -> Trigger | None:
    what = counted.count.what
    at = effect_at(scene.tokens, counted)
    if at is None:
        return None
    saying = {each.type for each in found} & SAYING
    for reason, trigger in dropped:
        if not trigger.first <= at < trigger.last:
            continue
        told = reason == "SPEECH_CONTENT" and saying == {"REQUEST"} and trigger.form == "ing"
        real = reason in OPEN or told
        return replace(trigger, kind="effect") if real and trigger.type in HELD else None
    if saying or _unreal(scene.tokens, at):
        return None
    noun = scene.tokens[at].low in NOUNS
    form = "noun" if noun else "ing" if scene.tokens[at].low.endswith("ing") else "past"
    passive = not noun and at > counted.first
    return Trigger(at, at + 1, at, TOLLS[what], MODES.get(what), "effect", form, passive)


NOUNS = word_set(
    "capture arrest arrests detention death deaths killing murder murders assassination kidnapping "
    "abduction fatalities injuries"
)


def effect_at(tokens: Sequence[Token], counted: Counted) -> int | None:
    """Return where the word stands that says what befell those counted: the nearest one."""
    places = [i for i, each in enumerate(tokens) if EFFECT_OF.get(each.low) == counted.count.what]
    return min(places, default=None, key=lambda i: (
        min(abs(i - counted.first), abs(i - counted.last + 1)), i < counted.first))  # fmt: skip


def _unreal(tokens: Sequence[Token], at: int) -> bool:
    return bool({each.low for each in tokens[max(0, at - 5) : at]} & UNREAL)
