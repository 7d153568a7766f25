"""Which words report an event, by the parse: verbs, verbs with an event noun, nouns alone."""

from collections.abc import Iterator

from truceline.coding.frames import Frame, Frames
from truceline.coding.lexicon import Noun
from truceline.coding.predicates import NOT_MILITARY, Trigger
from truceline.coding.readings import Verb
from truceline.coding.syntax.manner import RULES as BUILT
from truceline.coding.syntax.manner import manner
from truceline.coding.syntax.parse import CLAUSAL, Parse
from truceline.coding.syntax.reach import holds, predicated
from truceline.coding.syntax.states import NOUNS, state_of
from truceline.coding.syntax.view import View

FORMS = {"VBD": "past", "VBN": "pp", "VBG": "ing", "VBZ": "s", "VBP": "base", "VB": "base"}
ADVERBIAL = frozenset({"amod", "compound", "aux", "case", "fixed", "mark"})
SILENT = frozenset({"aid", "troops", "projectiles", "sharing", "probe", "complaint", "drills"})
"""Classes of nouns that report an event only with a verb that lends them one."""
ALONE = frozenset({"fight", "meet", "visit", "retreat"})
"""Classes of verbs that are no passives without an auxiliary."""
LONGEST = 8
"""Words that an entry may ask for after its verb."""
HALVES = frozenset({"fail", "broken"})
BORNE = frozenset({"suffer", "fall"})
"""Classes of verbs whose subject is who it was done to: "came under fire", "fell to the rebels"."""


def triggers_by_parse(view: View) -> list[tuple[int, Trigger]]:
    """Return the triggers of a sentence with their nodes, in the order of the text."""
    found: list[tuple[int, Trigger]] = []
    used: set[int] = set()
    for node in _verbs(view):
        hit = _verb(view, node, used)
        if hit is not None:
            trigger, lent = hit
            used |= {node} if lent is None else {node, lent}
            if trigger.type:
                found.append((node, trigger))
    for node, low in enumerate(view.parse.lows):
        state = state_of(view.parse, node) if low in NOUNS else None
        if state is not None:
            used.add(node)
            found.append((node, _made(view, node, *state)))
    for node, (_, _, noun) in view.nouns.items():
        if node not in used and not _silent(view, node, noun):
            found.append((node, noun_trigger(view, node)))
    return sorted(found, key=lambda each: each[1].first)


def noun_trigger(view: View, node: int) -> Trigger:
    """Return an event noun as a trigger of its own."""
    first, last, noun = view.nouns[node]
    return Trigger(first, last, first, noun.type, noun.mode, noun.kind, "noun", noun=noun,
                   entry=_said(view, first, last))  # fmt: skip


def _said(view: View, first: int, last: int) -> str:
    return " ".join(each.low for each in view.tokens[first:last])


def _verbs(view: View) -> Iterator[int]:
    parse, verbs, light = view.parse, view.lexicons.verbs.forms, view.lexicons.light
    for node, low in enumerate(parse.lows):
        if low not in verbs and low not in light and parse.lemmas[node] not in BUILT:
            continue
        verbal = parse.is_verb(node) and parse.deps[node] not in ADVERBIAL
        if verbal or _mistaken(parse, node):
            yield node


def _mistaken(parse: Parse, node: int) -> bool:
    """Return whether a noun or adjective has a subject, as only a verb without "is" can."""
    subject = bool(parse.under(node, "nsubj", "aux"))
    return subject and parse.tags[node][:2] in ("NN", "JJ") and not parse.under(node, "cop", "det")


def _verb(view: View, node: int, used: set[int]) -> tuple[Trigger, int | None] | None:
    low, parse = _word(view, node), view.parse
    form = FORMS.get(parse.tags[node]) or _form(view, low)
    built = manner(view, node)
    if built is not None:
        return _made(view, node, built, form), None
    frames = view.lexicons.verbs.frames(low)
    if frames:
        verb = _framed(view, node, frames)
        if verb is not None:
            return _made(view, node, verb, form), None
    light = _light(view, node, form, used)
    if light is not None:
        return light
    if frames is None or not frames.bare:
        return None
    return _made(view, node, frames.bare[0], form), None


def _word(view: View, node: int) -> str:
    """Return a verb's word, with what is joined to it by a hyphen: "test-fired"."""
    lows = view.parse.lows
    if node > 1 and lows[node - 1] == "-":
        joined = f"{lows[node - 2]}-{lows[node]}"
        return joined if joined in view.lexicons.verbs else lows[node]
    return lows[node]


def _framed(view: View, node: int, frames: Frames[Verb]) -> Verb | None:
    """Return the longest entry of a verb whose words stand under it or follow it."""
    near, far = _reach(view, node)
    next_words = _next_words(view, node)
    for frame in frames.among(far | {*next_words}):
        pool = near if len(frame.needs) == 1 else far
        if frame.begins(next_words):
            if next_words[0] != "no" or not _is_article(view, node):
                return frame.value
        elif frame.value.type and frame.stands_in(pool) and holds(view, node, frame):
            return frame.value
    return None


def _is_article(view: View, node: int) -> bool:
    """Return whether the word after a verb belongs to a noun: "said no fighter had died"."""
    parse, after = view.parse, view.laid.node_of[view.token(node) + 1]
    own = parse.heads[after] in parse.under(node, "obj")  # "needs no mediator"
    return parse.deps[after] == "det" and not own


def _form(view: View, low: str) -> str:
    tags = {tag for verb in view.lexicons.verbs.get(low, ()) for tag in verb.tags}
    return next((tag for tag in ("past", "s", "ing", "base") if tag in tags), "past")


def _reach(view: View, node: int) -> tuple[set[str], set[str]]:
    """Return the words in a verb's own phrase, two and three steps down; no dates, no subjects."""
    parse = view.parse
    near: set[str] = set()
    for clause in parse.under(node, "xcomp"):
        if any(parse.lows[each] == "to" for each in parse.under(clause, "mark")):
            near |= {"to", parse.lemmas[clause]}
    far: set[str] = set()
    level = [node]
    dated, deps, subs = view.dated_nodes, parse.deps, parse.subs
    aside = frozenset(ASIDE.intersection(parse.lows))
    aside -= {"without"} if parse.lemmas[node] in HELD_WITHOUT else set()
    for depth in range(FAR):
        level = [
            below for each in level for below in parse.children[each]
            if (dep := deps[below]) not in CLAUSAL and (below not in dated or dep in OBJECTS)
            and (dep != "nsubj" or subs[below] == "pass")
            and (below > node or subs[below] == "pass" or each != node)
            and not (aside and parse.case(below) in aside)
            and not (dep == "obl" and parse.lemmas[below] in DAYTIMES)
        ]  # fmt: skip
        pool = near if depth < NEAR else far
        for each in level:
            pool.add(parse.lows[each])
            pool.add(parse.lemmas[each])
    return near, near | far


OBJECTS = frozenset({"obj", "iobj"})


ASIDE = frozenset({"according", "without"})
"""What these govern is no part of what a verb needs: "gave it up without a battle"."""
HELD_WITHOUT = frozenset({"fall", "hold", "intern", "go"})
"""Verbs with entries of their own for it: "fell without a fight", "held without trial"."""
DAYTIMES = frozenset({"dawn", "daybreak", "sunrise", "daylight", "noon", "midday", "dusk",
                      "sunset", "nightfall", "midnight", "night"})  # fmt: skip
"""What "at" before these says is when, and no part of what a verb needs: "stormed it at dawn"."""
NEAR, FAR = 2, 3
"""Steps down from a verb to a word that an entry of one word, and of more, may ask for."""


def _next_words(view: View, node: int) -> list[str]:
    """Return the words after a verb, as many as the longest entry has."""
    at = view.token(node) + 1
    return [each.low for each in view.tokens[at : at + LONGEST]]


def is_passive(parse: Parse, node: int) -> bool:
    """Return whether a verb is passive: by its subject, its auxiliary, or as a participle."""
    if parse.tags[node] not in ("VBN", "VBD", "JJ"):
        return False
    for each in parse.children[node]:
        dep, sub = parse.deps[each], parse.subs[each]
        if sub == "pass" or (dep == "obl" and sub == "agent"):
            return True
        if dep == "aux" and parse.lows[each] in ("has", "have", "had", "having", "'ve"):
            return False
    if parse.tags[node] != "VBN":
        return False
    if parse.deps[node] in ("acl", "advcl") and parse.subs[node] != "relcl":
        return not parse.under(node, "obj") and not parse.under(node, "nsubj")
    if parse.deps[node] == "conj" and not parse.under(node, "nsubj"):
        return is_passive(parse, parse.heads[node])
    return False


def _start(view: View, node: int) -> int:
    first, parse = node, view.parse
    for each in reversed(parse.children[node]):
        if each < node and (parse.deps[each] in ("aux", "advmod") or parse.lows[each] == "to"):
            first = min(first, each) if view.token(node) - view.token(each) < 6 else first
    return view.token(first)


def _made(view: View, node: int, verb: Verb, form: str) -> Trigger:
    at = view.token(node)
    last = at + 1
    if verb.needs and Frame(verb.needs, verb).begins(_next_words(view, node)):
        last = at + 1 + len(verb.needs)
    passive = is_passive(view.parse, node)
    if verb.kind in ALONE and not view.parse.under(node, "aux"):
        passive = False  # "the rebels clashed near Sake", read as rebels that were clashed
    passive = passive or verb.kind in BORNE
    start = min(_start(view, node), at)
    return Trigger(at, last, start, verb.type, verb.mode, verb.kind, form, passive,
                   entry=verb.lemma)  # fmt: skip


def _light(view: View, node: int, form: str, used: set[int]) -> tuple[Trigger, int | None] | None:
    """Read a light verb with the event noun that it governs."""
    light = view.lexicons.light.get(view.parse.lows[node])
    if light is None:
        return None
    near, aside = governed(view.parse, node)
    for noun_node in (*near, *aside):
        hit = view.nouns.get(noun_node)
        if hit is None or noun_node in used or predicated(view, node):
            continue
        for verb in (*light.get(hit[2].kind, ()), *light.get("any", ())):
            if verb.kind == "end" and noun_node not in near:
                continue
            made = _lent(view, node, noun_node, verb, form)
            if made is not None:
                return made, noun_node
    return None


def _lent(view: View, node: int, noun_node: int, verb: Verb, form: str) -> Trigger | None:
    first, last, noun = view.nouns[noun_node]
    if verb.needs and not _lends(view, node, verb):
        return None
    if (verb.kind == "end" and noun.kind not in view.lexicons.ending) or verb.kind in HALVES:
        return None
    if _silent(view, noun_node, noun, lent=True):
        return None
    kind, mode = noun.type, noun.mode
    if verb.kind == "end":
        kind, mode = view.lexicons.ending[noun.kind]
    at = view.token(node)
    after = first > at
    return Trigger(
        at, last if after else at + 1, min(_start(view, node), at), kind, mode, noun.kind, form,
        is_passive(view.parse, node), verb.kind, noun, first if after else None,
        f"{verb.lemma} + {_said(view, first, last)}",
    )  # fmt: skip


def _lends(view: View, node: int, verb: Verb) -> bool:
    """Return whether the words of a light verb of several words are there: "carry out"."""
    near, _ = _reach(view, node)
    frame = Frame(verb.needs, verb)
    return frame.begins(_next_words(view, node)) or frame.stands_in(near)


def governed(parse: Parse, node: int) -> tuple[list[int], list[int]]:
    """Return the nouns that a verb governs: objects and passive subjects, and the oblique ones."""
    direct = [
        each for each in parse.children[node]
        if parse.deps[each] in ("obj", "iobj")
        or (parse.deps[each] == "nsubj" and parse.subs[each] == "pass")
    ]  # fmt: skip
    if parse.deps[node] == "acl" and parse.tags[node] == "VBN":
        direct.append(parse.heads[node])
    return _with_inner(parse, direct), _with_inner(parse, parse.under(node, "obl"))


def _with_inner(parse: Parse, nouns: list[int]) -> list[int]:
    found: list[int] = []
    for each in nouns:
        found.append(each)
        found += [below for below in parse.under(each, "conj", "nmod", "compound", "nummod")
                  if parse.deps[below] != "nmod" or parse.case(below) == "of"]  # fmt: skip
    return found


def _silent(view: View, node: int, noun: Noun, *, lent: bool = False) -> bool:
    if not lent and noun.kind in SILENT:
        return True
    if view.parse.deps[node] in ("compound", "amod") and not lent:
        return True
    first = view.nouns[node][0]
    before = {each.low for each in view.tokens[max(0, first - 3) : first]}
    if view.parse.lemmas[node] in ("assault", "offensive", "onslaught"):
        before.discard("general")
    return noun.kind == "attack" and bool(before & NOT_MILITARY)
