"""Whether those who do a deed bear arms."""

from truceline.coding.draft import Draft
from truceline.coding.sureness import ARMED
from truceline.coding.syntax.arguments import subjects
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set


def armed(view: View, draft: Draft) -> bool:
    """Return whether those who act are soldiers, fighters or their machines.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        A deed with its source.

    Returns
    -------
    bool
        A state counts as armed where it is said to attack.
    """
    if any(each.sector in ARMED for each in draft.source):
        return True
    own, _ = subjects(view, draft.node)
    if any(_said_to_fight(view, each) for each in own):
        return True
    kinds = {view.mention_at[each].kind for each in own if each in view.mention_at}
    held = draft.type == "ASSAULT" or draft.trigger.entry == "be in possession"
    states = held and "state" in kinds
    return states or any(
        view.parse.lemmas[each] in MACHINES and not relieves(view, each) for each in own
    )


def relieves(view: View, node: int) -> bool:
    """Return whether lorries or ships bring relief: "an aid convoy", "trucks with food".

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        A noun.

    Returns
    -------
    bool
        False for a convoy of which nothing is said.
    """
    parse = view.parse
    below = [
        each for each in parse.under(node, "compound", "amod", "nmod")
        if each < node or parse.case(each) in ("of", "with", "carrying")
    ]  # fmt: skip
    return parse.lemmas[node] in CARRIERS and any(parse.lows[each] in RELIEF for each in below)


def _said_to_fight(view: View, node: int) -> bool:
    """Return whether what stands beside a name says so: "the Front, an alliance of rebels, …"."""
    parse = view.parse
    return any(
        parse.lemmas[each] in FIGHTERS
        for beside in parse.under(node, "appos")
        for each in parse.subtree(beside)
    ) or (
        parse.lemmas[node] == "vehicle"
        and any(parse.lows[each] in ("armoured", "armored") for each in parse.under(node, "amod"))
    )  # fmt: skip


FIGHTERS = word_set(
    "rebel guerrilla insurgent militia militant fighter paramilitary army soldier commando marine "
    "battalion brigade regiment jihadist partisan"
)
CARRIERS = word_set(
    "convoy truck lorry ship shipment flight plane aircraft flotilla boat vessel train delivery "
    "column"
)
RELIEF = word_set(
    "aid relief humanitarian food medical supplies flour grain medicine wheat rice fuel vaccines"
)
MACHINES = word_set(
    "column tank convoy frigate destroyer warship carrier fleet submarine bomber fighter jet "
    "drone helicopter gunboat armour armor artillery infantry cavalry commando ranger sapper "
    "legion corps vanguard flotilla warplane aircraft plane mig troop paratroop"
)
