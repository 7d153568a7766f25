"""One parsed sentence to drafts, and whom its pronouns and the next one's may mean."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.arguments import Scene
from truceline.coding.clauses import clauses_of
from truceline.coding.draft import Draft, Found
from truceline.coding.drafts import Dropped
from truceline.coding.syntax.drafts import drafts_by_parse
from truceline.coding.syntax.find import triggers_by_parse
from truceline.coding.syntax.parties import parties
from truceline.coding.syntax.view import View
from truceline.terms.events import Actor

Recent = tuple[tuple[Actor, str], ...]


def read(
    view: View, found: Found, speaking: frozenset[int], arms: frozenset[int]
) -> tuple[Scene, list[Draft], Dropped]:
    """Return the scene of a parsed sentence, its drafts, and what reports no event.

    Parameters
    ----------
    view : View
        The sentence.
    found : Found
        Its numbers, places and weapons.
    speaking, arms : frozenset of int
        Tokens of those who only say so, and of weapons.

    Returns
    -------
    tuple
        Scene, drafts in the order of the text, dropped triggers with their reasons.
    """
    numbered = triggers_by_parse(view)
    triggers = [trigger for _, trigger in numbered]
    clauses = clauses_of(view.tokens, view.mentions, triggers)
    scene = Scene(view.tokens, view.mentions, clauses, triggers, speaking, arms)
    drafts, dropped = drafts_by_parse(view, scene, found, [node for node, _ in numbered])
    return scene, drafts, dropped


def remembered(view: View, recent: Recent) -> Recent:
    """Return whom "he", "it" and "they" may mean in the next sentence.

    The last subject of each kind stays until another takes its place.
    """
    parse = view.parse
    latest: dict[str, tuple[Actor, ...]] = {}
    for actor, how in recent:
        latest[how] = (*latest.get(how, ()), actor)
    for node, dep in enumerate(parse.deps):
        if dep != "nsubj" or parse.tags[node][:2] != "NN" or view.token(node) in view.avoid:
            continue
        mention = view.mention_at.get(node)
        named = mention is not None and mention.kind not in ("thing", "none")
        if not named and parse.tags[node][:3] != "NNP":
            continue
        actors = tuple(parties(view, node))
        if actors:
            latest[_how(view, node, actors)] = actors
    return tuple((actor, how) for how, actors in latest.items() for actor in actors)


def _how(view: View, node: int, actors: Sequence[Actor]) -> str:
    if len(actors) > 1 or view.parse.tags[node] in ("NNS", "NNPS"):
        return "they"
    mention = view.mention_at.get(node)
    kind = mention.kind if mention is not None else ""
    person = view.is_person(node) and (kind == "role" or not actors[0].code)
    return "he" if actors[0].name or kind == "person" or person else "it"


def own(draft: Draft) -> None:
    """Give those hit the land they were hit in, instead of naming the land beside them."""
    if not draft.basis.get("target", "").endswith("of the place") or len(draft.target) < 2:
        return
    place, *others = draft.target
    if any(each.code for each in others):
        return
    draft.target = [
        replace(each, code=place.code) for each in others
        if each.text.lower() not in place.text.lower()
    ] or [place]  # fmt: skip
