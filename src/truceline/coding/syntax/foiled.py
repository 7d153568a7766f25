"""Whose attack was foiled, and whose men it hit where another than the attacker tells of it."""

from dataclasses import replace

from truceline.coding.draft import Draft
from truceline.coding.syntax.arguments import (
    agents,
    doers,
    doers_of_noun,
    goals,
    goals_of_noun,
    subjects,
)
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

FOILING = word_set(
    "foil foiled foiling thwart thwarted thwarting avert averted averting forestall forestalled "
    "prevent prevented preventing disrupt disrupted disrupting"
)
PLANNED = word_set(
    "plot attack attempt raid strike assault bombing assassination ambush plan incursion "
    "conspiracy infiltration scheme offensive invasion massacre"
)


def foiled(view: View, draft: Draft) -> None:
    """Let who plotted a foiled attack be its source, and whom it was meant for its target.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        An attack; of "Chad foiled a plot to kill its leader" nobody is the source, Chad the target.
    """
    if draft.type != "ASSAULT" or draft.node < 0:
        return
    found = _foiled(view.parse, draft)
    if found is None:
        return
    verb, plot = found
    draft.reading = replace(draft.reading, status="failed")
    by_whom = agents(view, verb) if view.parse.tags[verb] == "VBN" else subjects(view, verb)[0]
    foilers = doers(view, [each for each in by_whom if each != plot])
    source = [one for one in _plotters(view, plot) if one not in foilers]
    codes = {one.code for one in source if one.code}
    meant = [one for one in _meant(view, plot) if one not in source]
    draft.source = source
    if not any(one.code for one in meant):
        meant = [one for one in foilers if one.code and one.code not in codes] or meant
    draft.target = meant
    draft.basis.pop("target", None)


def _foiled(parse: Parse, draft: Draft) -> tuple[int, int] | None:
    """Return the verb of foiling and what was foiled, where a draft tells of the two."""
    node = draft.node
    verb = node if parse.lows[node] in FOILING else parse.heads[node]
    while verb >= 0 and parse.lemmas[verb] in PLANNED and parse.lows[verb] not in FOILING:
        node, verb = verb, parse.heads[verb]
    if verb < 0 or parse.lows[verb] not in FOILING:
        return None
    passive = parse.tags[verb] == "VBN" and bool(parse.under(verb, "aux"))
    held = [*parse.under(verb, "obj"), *(parse.under(verb, "nsubj") if passive else [])]
    plots = [each for each in held if parse.lemmas[each] in PLANNED]
    return (verb, plots[0]) if plots else None


def _clauses(parse: Parse, plot: int) -> list[int]:
    return [each for each in parse.under(plot, "acl") if parse.tags[each] == "VB"]


def _plotters(view: View, plot: int) -> list[Actor]:
    by = [one for each in agents(view, plot) for one in parties(view, each)]
    by = by or doers_of_noun(view, plot) or goals(view, [plot], only=("from",))
    return [one for one in by if one.code or one.sector]


def _meant(view: View, plot: int) -> list[Actor]:
    """Return whom a plot was meant for: "to kill the envoy", "on Istanbul"."""
    parse = view.parse
    hit = [below for each in _clauses(parse, plot) for below in parse.under(each, "obj")]
    return [one for each in hit for one in parties(view, each)] or goals_of_noun(view, plot)


def lamented(view: View, draft: Draft) -> None:
    """Let "its soldiers" be those of who says that another killed them.

    Parameters
    ----------
    view : View
        The sentence.
    draft : Draft
        An attack; of "Chad said Niger killed two of its soldiers" Chad is the target.
    """
    parse, node = view.parse, draft.node
    if draft.type != "ASSAULT" or node < 0 or parse.deps[node] != "ccomp" or draft.trigger.passive:
        return
    own = {one.code for one in draft.source if one.code}
    hit = {one.code for one in draft.target}
    if not own or not hit or not hit <= own:
        return
    held = [below for each in parse.under(node, "obj") for below in parse.subtree(each)]
    if not any(parse.lows[each] in THEIRS for each in held):
        return
    said = subjects(view, parse.heads[node])[0]
    who = [one for one in doers(view, said) if one.code and one.code not in own]
    if len(who) == 1:
        draft.target = [replace(each, code=who[0].code) for each in draft.target]


THEIRS = word_set("its their our his her")
