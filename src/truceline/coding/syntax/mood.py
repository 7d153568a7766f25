"""Whether a deed was done, by the parse: auxiliaries, negation, and the verbs above."""

from truceline.coding.predicates import Trigger
from truceline.coding.status import VERBAL, Reading
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.unreal import reading_of_noun, untrue
from truceline.coding.syntax.view import View
from truceline.coding.syntax.vows import SAID
from truceline.coding.tokens import word_set

NEGATIONS = word_set("not n't never nor neither n’t cannot")
NO = word_set("no neither nobody none nothing")
WILL = word_set("will shall 'll ll wo ’ll")
MAY = word_set("may might could would can ca 'd")
SUPPOSED = word_set("may might could")
HAVE = word_set("have 've")
PERFECT = word_set("has have 've 's")
BE = word_set("is are am was were 's 're")
CONDITIONS = word_set("if unless whether")
BE_NOW = word_set("is are am 're ’re")
HABITS = word_set("often always usually typically regularly routinely sometimes every generally")
DEEP = 8


def mood_of(view: View, node: int, trigger: Trigger) -> Reading:
    """Return the status of a trigger, or why it reports no event.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The trigger's word: its verb, or its noun.
    trigger : Trigger
        What it means.

    Returns
    -------
    Reading
        `drop` names the reason where it reports no event.
    """
    if trigger.form == "noun":
        return _of_noun(view, node)
    parse = view.parse
    if _conditional(view, node):
        return Reading("hypothetical")
    lent = trigger.noun is not None or " " in trigger.entry
    refused = trigger.entry.endswith(" no")  # "needs no mediator" is a refusal that was made
    nothing = not refused and _no_noun(view, node, lent=lent)
    if trigger.entry in SAID:
        return Reading()
    if _negated(view, node) or untrue(view, node) or nothing:
        return Reading("denied")
    own = _own(view, node, trigger)
    if own is not None:
        return own
    above = _above(view, node, trigger)
    if above is not None:
        return above
    if trigger.form in ("s", "base") and trigger.type not in VERBAL and not _shared_aux(view, node):
        words = {parse.lows[each] for each in parse.under(node, "advmod", "obl")}
        if words & HABITS:
            return Reading(drop="HABITUAL")
    return Reading()


def auxiliaries(view: View, node: int) -> list[int]:
    """Return a verb's auxiliaries; a joined verb without any has those of the first."""
    parse = view.parse
    own = parse.under(node, "aux", "cop")
    if own or parse.deps[node] != "conj" or parse.under(node, "nsubj"):
        return own
    return auxiliaries(view, parse.heads[node]) if parse.is_verb(parse.heads[node]) else []


def _shared_aux(view: View, node: int) -> bool:
    return bool(auxiliaries(view, node))


def _own(view: View, node: int, trigger: Trigger) -> Reading | None:
    """Read will, may, should and the progressive."""
    words = {view.parse.lows[each] for each in auxiliaries(view, node)}
    if words & WILL or (words & BE and _marked_to(view, node)):
        return Reading("planned")
    if "would" in words and _said_before(view, node):
        return Reading("planned")
    if words & SUPPOSED and words & HAVE:
        return Reading(possible=True)
    if words & MAY:
        return Reading("hypothetical", possible=True)
    if words & view.lexicons.cues["words.demanded"]:
        return Reading("demanded")
    if trigger.passive and words & BE_NOW and not words & {"been", "being"}:
        state = trigger.type in ("AID", "SUPPORT", "COOPERATE")
        return Reading(drop="HABITUAL") if state else Reading("ongoing")
    lasting = "been" in words and bool(words & PERFECT)
    if trigger.form == "ing" and (words & BE_NOW or lasting):
        lasts = trigger.type not in VERBAL or trigger.mode == "investigate"
        return Reading("ongoing") if lasts else Reading()
    return None


def _marked_to(view: View, node: int) -> bool:
    """Return whether an infinitive with "to" follows a form of "be": "is to expel"."""
    return any(view.parse.lows[each] == "to" for each in view.parse.under(node, "mark"))


def _said_before(view: View, node: int) -> bool:
    """Return whether "would" is the future of what was said: "announced that it would withdraw"."""
    parse = view.parse
    at, head = node, parse.heads[node]
    while head >= 0 and parse.deps[at] == "conj":
        at, head = head, parse.heads[head]
    said = head >= 0 and parse.deps[at] == "ccomp" and parse.tags[head] == "VBD"
    cues = view.lexicons.cues
    return said and any(parse.lows[head] in cues[f"reporting.{each}"] for each in REPORTING)


REPORTING = ("reported", "stated", "claimed")


def _negated(view: View, node: int) -> bool:
    parse = view.parse
    for each in parse.children[node]:
        if parse.lows[each] in NEGATIONS and parse.deps[each] in ("advmod", "cc", "det"):
            return parse.lows[each + 1 : each + 2] != ("before",)  # "but not before they had shot"
        if parse.deps[each] == "nsubj" and _has_no(view, each):
            return True
        if parse.deps[each] == "mark" and parse.lows[each] in ("without", "than"):
            return True
    before = [each.low for each in view.tokens[max(0, view.token(node) - 2) : view.token(node)]]
    return before[-1:] in (["without"], ["avoid"], ["avoided"], ["than"]) or (
        before == ["instead", "of"])  # fmt: skip


def _has_no(view: View, node: int) -> bool:
    lows = view.parse.lows
    return not NO.isdisjoint([lows[node], *[lows[each] for each in view.parse.under(node, "det")]])


def _no_noun(view: View, node: int, *, lent: bool) -> bool:
    """Return whether nothing was done: "made no threat", "agreed on nothing"."""
    parse = view.parse
    return any(
        parse.lows[each] == "nothing" or (lent and _has_no(view, each))
        for each in parse.under(node, "obj", "obl")
    )


def _conditional(view: View, node: int) -> bool:
    parse = view.parse
    for each in () if CONDITIONS.isdisjoint(parse.lows) else (node, *parse.above(node)):
        if any(parse.lows[below] in CONDITIONS for below in parse.under(each, "mark")):
            return True
        if parse.deps[each] not in ("conj", "xcomp"):
            return False
    return False


def _above(view: View, node: int, trigger: Trigger) -> Reading | None:
    """Read the verbs and nouns that govern a verb: "failed to", "plans to", "an attempt to"."""
    parse, cues = view.parse, view.lexicons.cues
    at = node
    for _ in range(DEEP):
        head, dep = parse.heads[at], parse.deps[at]
        if head < 0:
            return None
        if dep == "conj":
            at = head
            continue
        infinitive = any(parse.lows[each] == "to" for each in parse.under(at, "mark"))
        if infinitive and at == node and _ranked(parse, head):
            return Reading()  # "were among the first to recognise it"
        if dep not in ("xcomp", "acl", "advcl", "ccomp", "obl", "nmod", "obj", "csubj"):
            return None
        kind = next((cue for cue in ("happened", "willing", "planned", "failed")
                     if parse.lows[head] in cues[f"catenative.{cue}"]
                     or parse.lemmas[head] in cues[f"catenative.{cue}"]), None)  # fmt: skip
        linked = infinitive or parse.tags[at] == "VBG"
        if kind is not None and linked and dep in ("xcomp", "acl", "advcl", "ccomp", "obl"):
            found = _by_kind(view, head, kind, trigger)
            if found is not None:
                return found
            at = head
            continue
        if infinitive and at == node:
            return _infinitive(view, node, dep, trigger)
        return None
    return None


def _ranked(parse: Parse, head: int) -> bool:
    """Return whether somebody is the first of several to do it: "the first of them to agree"."""
    above = parse.heads[head]
    among = (
        above >= 0 and parse.deps[head] in ("nmod", "obl") and parse.case(head) in ("of", "among")
    )
    return parse.lemmas[head] in RANKS or (among and parse.lemmas[above] in RANKS)


BEGINNING = frozenset({"begin", "start"})
RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
DECIDING = frozenset({"vote", "agree", "decide", "resolve", "choose", "opt"})
COMMANDING = frozenset({"order", "command", "instruct", "direct"})
MEN = word_set("troop force army soldier navy general commander unit man fighter military tank "
               "division brigade warship fleet pilot men guard militia")  # fmt: skip


def _infinitive(view: View, node: int, dep: str, trigger: Trigger) -> Reading:
    """Read an infinitive: "claims to have downed", "voted to expel", "roads to attack them"."""
    parse, head = view.parse, view.parse.heads[node]
    words = {parse.lows[each] for each in parse.under(node, "aux")}
    if "have" in words:
        return Reading()
    if parse.lemmas[head] in DECIDING:
        done = trigger.type in VERBAL or (  # the vote itself suspends or expels
            parse.lemmas[head] == "vote" and trigger.type == "SANCTION")  # fmt: skip
        return Reading() if done else Reading("planned")
    if commands(view, head) or _came_to_pass(parse, node):
        return Reading()
    if parse.lemmas[head] in NOT_YET:
        return Reading(drop="PURPOSE")
    return Reading("planned") if dep == "xcomp" else Reading(drop="PURPOSE")


def _came_to_pass(parse: Parse, node: int) -> bool:
    """Return whether an infinitive tells what followed: "went on to take it", "only to flee"."""
    head = parse.heads[node]
    went = parse.lemmas[head] == "go" and parse.lows[head + 1 : head + 2] == ("on",)
    return went or any(
        parse.lows[each] == "only" and parse.lows[each + 1] == "to"
        for each in parse.under(node, "advmod")
    )


NOT_YET = word_set("reluctant unwilling loath hesitant build lay dig buy use")


def commands(view: View, node: int) -> bool:
    """Return whether somebody orders soldiers to act: what they are ordered to do is the deed."""
    parse = view.parse
    told = parse.lemmas[node] in ("tell", "task")
    return (told or parse.lemmas[node] in COMMANDING) and any(
        parse.lemmas[each] in MEN
        and not (told and not _own_men(view, each))
        and parse.lows[each + 1 : each + 2] == ("to",)
        and parse.deps[each + 1] == "mark"
        for each in parse.under(node, "obj", "iobj")
    )


def _own_men(view: View, node: int) -> bool:
    """Return whether soldiers are one's own: "his generals", "the military"."""
    parse = view.parse
    below = [each for each in parse.children[node] if parse.deps[each] in ("nmod", "amod", "det")]
    return all(parse.tags[each] in ("PRP$", "DT") for each in below if each < node)


def _by_kind(view: View, head: int, kind: str, trigger: Trigger) -> Reading | None:
    if _negated(view, head):
        return Reading("denied")
    if kind == "failed":
        return Reading("failed")
    if kind == "planned":
        return Reading("planned")
    if kind == "willing":
        if trigger.type in ("AGREE", "REQUEST", "THREATEN"):
            return Reading("planned")
        seems = any(
            view.parse.lemmas[each] in ("seem", "appear") for each in view.parse.above(head)
        )
        return Reading("hypothetical" if seems else "happened", possible=seems, willing=True)
    own = _own(view, head, trigger)
    if own is not None and own.status != "ongoing":
        return own
    begun = view.parse.lemmas[head] in BEGINNING and trigger.type not in VERBAL
    if view.parse.tags[head] == "VBD" and trigger.type != "PROTEST":
        return None  # "began to shell it", told as done
    return Reading("ongoing") if begun else None


def _of_noun(view: View, node: int) -> Reading:
    parse = view.parse
    below = {parse.lows[each] for each in parse.children[node]}
    if below & {"these", "those", "such", "this", "that", "any", "future", "each", "every",
                "further", "possible", "potential"}:  # fmt: skip
        return Reading(drop="ANAPHORA")
    if below & {"no", "without"}:
        return Reading("denied")
    told = reading_of_noun(view, node)
    if told is not None:
        return told
    verb = next((each for each in parse.above(node) if parse.is_verb(each)), None)
    if verb is not None and parse.deps[node] in ("nsubj", "obj", "obl"):
        words = {parse.lows[each] for each in auxiliaries(view, verb)}
        if words & (MAY | WILL) or _conditional(view, verb):
            return Reading("hypothetical", possible=True)
    return Reading()
