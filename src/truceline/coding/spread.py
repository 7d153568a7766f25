"""Which stretch of a sentence, which numbers and which weapons belong to which of its events."""

from collections.abc import Sequence
from dataclasses import replace

from truceline.coding.amounts import Counted
from truceline.coding.arguments import Scene
from truceline.coding.clauses import clause_at
from truceline.coding.draft import Draft, Found
from truceline.coding.issues import TALKING, issues_told
from truceline.coding.lexicon import Lexicons

FATES = {"killed": "ASSAULT", "wounded": "ASSAULT", "detained": "COERCE", "captured": "COERCE"}


def spread(
    text: str, scene: Scene, drafts: Sequence[Draft], found: Found, lexicons: Lexicons
) -> None:
    """Give each draft its stretch of the sentence, its counts, its instruments, its issues.

    A number or a weapon belongs to the event whose verb or noun stands last before it.
    """
    if not drafts:
        return
    for draft in drafts:
        _stretch(scene, draft)
    for counted in found.counts:
        _suited(drafts, counted).counts.append(counted)
    for first, last, kind in found.instruments:
        said = text[scene.tokens[first].start : scene.tokens[last - 1].end]
        held = _owner(drafts, first).instruments
        if kind not in {each[1] for each in held}:
            held.append((first, kind, said))
    for draft in drafts:
        _relink(draft, found.counts)
        if len(drafts) == 1:
            draft.first, draft.last = 0, len(scene.tokens)
        if draft.counts:
            draft.last = max(draft.last, *(each.last for each in draft.counts))
            draft.first = min(draft.first, *(each.first for each in draft.counts))
        draft.issues = issues_told(text, scene.tokens, lexicons, draft)
        if draft.issues and draft.type in TALKING:
            draft.last = len(scene.tokens)
    _share_issues(drafts)


def _owner(drafts: Sequence[Draft], place: int) -> Draft:
    """Return the event whose verb or noun stands last before a place."""
    heads = sorted((t.start, n) for n, d in enumerate(drafts) for t in d.triggers())
    before = [n for start, n in heads if start <= place]
    return drafts[before[-1] if before else heads[0][1]]


def _suited(drafts: Sequence[Draft], counted: Counted) -> Draft:
    """Give the dead to the attack and the held to the arrest, where there are both."""
    mine = _owner(drafts, counted.first)
    kind = FATES.get(counted.count.what)
    if kind is None or mine.type == kind or counted.part:
        return mine
    others = [each for each in drafts if each.type == kind]
    return min(others, default=mine, key=lambda each: abs(each.trigger.start - counted.first))


def _stretch(scene: Scene, draft: Draft) -> None:
    """Set where a draft begins and ends: its clauses; `core` runs on to the next verb."""
    inside = [clause_at(scene.clauses, t.first) for t in draft.triggers()]
    draft.first = scene.clauses[min(inside)].first
    draft.last = max(scene.clauses[max(inside)].last, *(t.last for t in draft.triggers()))
    following = [t.start for t in scene.triggers if t.start >= draft.last and t.form != "noun"]
    reach = len(scene.tokens)
    if following:
        reach = scene.clauses[clause_at(scene.clauses, min(following))].first
    draft.core = max(draft.last, reach)


def _share_issues(drafts: Sequence[Draft]) -> None:
    """Let talks have the outcome of the agreement that the same sentence reports."""
    if len(drafts) < 2:
        return
    agreed = next((each for each in drafts if each.type == "AGREE" and each.issues), None)
    for draft in drafts:
        if agreed is not None and draft.type == "CONSULT" and draft.reading.status == "happened":
            draft.issues = list(agreed.issues)


def _relink(draft: Draft, everything: Sequence[Counted]) -> None:
    """Make `included_in` count within the draft, not within the sentence."""
    if not draft.counts:
        return
    held = {id(each): i for i, each in enumerate(draft.counts)}
    for i, each in enumerate(draft.counts):
        whole = each.count.included_in
        if whole is not None:
            inside = held.get(id(everything[whole]))
            draft.counts[i] = replace(each, count=replace(each.count, included_in=inside))
            held[id(draft.counts[i])] = i
