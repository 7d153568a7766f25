"""One attack told twice in a sentence: by its blow and by its toll, or by two verbs of one doer."""

from collections.abc import Sequence

from truceline.coding.draft import Draft
from truceline.coding.syntax.find import is_passive
from truceline.coding.syntax.retype import RUINING
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set

TOLLS = frozenset({"effect", "suffer"})
"""Kinds of words that say what befell somebody, not how."""
APART = word_set(
    "after before until since following hours days weeks months years earlier later meanwhile "
    "response retaliation reply reprisal reprisals revenge avenge another elsewhere also over"
)
"""Between two attacks these words set them apart in time."""
CARRYING = word_set("hijack kidnap abduct snatch")
KILLING = word_set("kill behead execute murder massacre slaughter shoot")
WHERE = word_set("which that where whose")
ONCE = word_set("when as")


def told_once(view: View, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence with an attack that it tells twice told once.

    Parameters
    ----------
    view : View
        The sentence.
    drafts : sequence of Draft
        Its events, in the order of the text; the first telling takes in what the second adds.

    Returns
    -------
    list of Draft
        Those that are left.
    """
    kept: list[Draft] = []
    for draft in drafts:
        whole = next((each for each in reversed(kept) if _same(view, each, draft)), None)
        if whole is None:
            kept.append(draft)
        else:
            _take_in(whole, draft)
    return kept


def _same(view: View, first: Draft, then: Draft) -> bool:
    """Return whether a second attack of a sentence is the first one told on."""
    if first.type != "ASSAULT" or min(first.node, then.node) < 0:
        return False
    if then.type != "ASSAULT":
        return then.type == "COERCE" and _ruined(view, first, then)
    if first.trigger.first > then.trigger.first or _parted(view, first, then):
        return False
    return (
        _opened(view, first, then) or _toll(first, then) or _blow(view, first, then)
        or _joined(view, first, then)
    )  # fmt: skip


def _ruined(view: View, first: Draft, then: Draft) -> bool:
    """Return whether a part of the clause says what an attack burnt or broke."""
    if view.parse.lemmas[then.node] not in RUINING or _parted(view, first, then):
        return False
    part = view.parse.deps[then.node] == "advcl" and then.trigger.form == "ing"
    return (part and then.inherited) or _opened(view, first, then)


def _between(view: View, first: Draft, then: Draft) -> list[str]:
    """Return the words between what tells of two attacks."""
    return [each.low for each in view.tokens[first.trigger.last : then.trigger.first]]


def _parted(view: View, first: Draft, then: Draft) -> bool:
    """Return whether a word, or an earlier past, sets two attacks apart in time."""
    if APART & set(_between(view, first, then)):
        return True
    return _past_before(view, then) and not _past_before(view, first)


def _past_before(view: View, draft: Draft) -> bool:
    return any(view.parse.lows[each] == "had" for each in view.parse.under(draft.node, "aux"))


def _nobody(draft: Draft, first: Draft) -> bool:
    """Return whether an attack has no doer of its own: nobody, a thing, or the first one's."""
    known = [each for each in draft.source if each.code or each.sector]
    return all(each in first.source for each in known)


def _others(first: Draft, then: Draft) -> bool:
    """Return whether those hit in a second attack are who struck in the first."""
    struck = {each.code for each in first.source if each.code}
    return bool(struck & {each.code for each in then.target})


def _hit(draft: Draft) -> set[str]:
    return {each.code for each in draft.target if each.code}


def _opened(view: View, first: Draft, then: Draft) -> bool:
    """Return whether a relative clause tells on: "a raid in which ten were shot"."""
    alike = first.reading.status == then.reading.status or first.trigger.form == "noun"
    if not alike or not WHERE & set(_between(view, first, then)) or not _nobody(then, first):
        return False
    return _relative(view, then.node) and not _others(first, then)


def _relative(view: View, node: int) -> bool:
    """Return whether a verb, or the one that it is joined to, stands in a relative clause."""
    parse = view.parse
    for each in (node, *parse.above(node)):
        if parse.subs[each] == "relcl":
            return True
        if any(parse.lows[below] in WHERE and parse.deps[below] != "det"
               for below in parse.children[each] if below < each):  # fmt: skip
            return True
        if parse.deps[each] != "conj":
            return False
    return False


def _toll(first: Draft, then: Draft) -> bool:
    """Return whether a clause without a doer says whom an attack befell."""
    if then.trigger.kind not in TOLLS or not _nobody(then, first):
        return False
    one, two = _hit(first), _hit(then)
    return first.reading.status == then.reading.status and (not one or not two or bool(one & two))


def _blow(view: View, first: Draft, then: Draft) -> bool:
    """Return whether "when" or "as" says how somebody was hit: "was shot when rebels raided …"."""
    passive = first.trigger.passive or first.trigger.kind in TOLLS
    return passive and not first.source and bool(ONCE & set(_between(view, first, then)[:12]))


def _joined(view: View, first: Draft, then: Draft) -> bool:
    """Return whether one doer strikes the same with two joined verbs: "shot or hacked"."""
    parse = view.parse
    if parse.deps[then.node] != "conj" or first.reading.status != then.reading.status:
        return False
    if parse.heads[then.node] != first.node or parse.under(then.node, "nsubj", "csubj"):
        return False
    if is_passive(parse, then.node) != is_passive(parse, first.node):
        return False
    if _names(view, first.node) and _names(view, then.node):
        return False  # "shelled Kidal on Monday and attacked Gao on Friday"
    lemmas = {parse.lemmas[first.node], parse.lemmas[then.node]}
    if lemmas & CARRYING and lemmas & KILLING:
        return False  # "hijacked a bus and beheaded two passengers"
    return _hit(then) <= _hit(first) or not _hit(first)


def _names(view: View, node: int) -> bool:
    """Return whether a verb has a named place, person or day of its own."""
    parse = view.parse
    own = parse.under(node, "obj", "obl")
    those = [*own, *(below for each in own for below in parse.under(each, "nmod"))]
    return any(parse.tags[each][:3] == "NNP" for each in those)


def _take_in(whole: Draft, more: Draft) -> None:
    """Let one attack have what its second telling says of it."""
    whole.merged += more.triggers()
    if not any(each.code or each.sector for each in whole.source):
        known = [each for each in more.source if each.code or each.sector]
        whole.source = known or whole.source
    fresh = [each for each in more.target if each not in (*whole.target, *whole.source)]
    if not any(each.code for each in whole.target):
        whole.target = [*whole.target, *fresh]
