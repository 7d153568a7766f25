"""Who did it and to whom, by the parse."""

from collections.abc import Sequence

from truceline.coding.predicates import Trigger
from truceline.coding.syntax.find import is_passive
from truceline.coding.syntax.nominals import is_abstract, is_act
from truceline.coding.syntax.parties import known_as, owned_by, parties
from truceline.coding.syntax.pronouns import PRONOUNS
from truceline.coding.syntax.view import View
from truceline.coding.tokens import word_set
from truceline.terms.events import Actor

GOALS = word_set("against on at with to into for upon over toward towards between from in of out")
DEEP = 6


def subjects(view: View, node: int, depth: int = 0) -> tuple[list[int], bool]:
    """Return the nodes of a verb's subject, and whether it was taken from another verb."""
    known = view.acting.get((node, depth))
    if known is None:
        known = view.acting[node, depth] = _subjects(view, node, depth)
    return known[0][:], known[1]


def _subjects(view: View, node: int, depth: int) -> tuple[list[int], bool]:
    parse = view.parse
    nouns = [each for each in parse.under(node, "nsubj") if each not in view.dated_nodes]
    if nouns:
        kept = nouns if len(nouns) == 2 and _and_between(view, nouns) else nouns[-1:]
        return [_referent(view, each) for each in kept], depth > 0
    if depth > DEEP or parse.under(node, "nsubj", "csubj"):
        return [], depth > 0
    head, dep = parse.heads[node], parse.deps[node]
    if head < 0:
        return [], False
    if dep == "acl" and not parse.is_verb(head):
        marked = any(parse.lows[each] == "to" for each in parse.under(node, "mark"))
        if marked or is_abstract(view, head):
            return _owners(view, head), True
        return [head], True
    verbal = parse.is_verb(head) or parse.tags[head] == "JJ" or bool(parse.under(head, "nsubj"))
    if dep in ("conj", "xcomp", "advcl", "parataxis", "ccomp") and verbal:
        return _lent(view, node, head, depth)
    if dep in ("obl", "nmod", "dep", "advcl") and parse.tags[node] == "VBG":
        return subjects(view, head, depth + 1) if parse.is_verb(head) else ([], True)
    return [], True


def _and_between(view: View, nouns: list[int]) -> bool:
    """Return whether the parser read "A and B" as two subjects of one verb."""
    between = view.parse.lows[nouns[0] + 1 : nouns[1]]
    verbs = any(map(view.parse.is_verb, range(nouns[0] + 1, nouns[1])))
    apart = {";"} if between[-1:] == ("and",) else {",", ";"}
    return not verbs and "and" in between and not set(between) & apart


def _lent(view: View, node: int, head: int, depth: int) -> tuple[list[int], bool]:
    """Take the subject of the verb above; of "urged X to go" the object."""
    parse = view.parse
    if parse.deps[node] == "conj" and quoted(view, head, node) and parse.heads[head] >= 0:
        head = parse.heads[head]
    if parse.deps[node] == "xcomp":
        objects = parse.under(head, "obj", "iobj")
        if objects and parse.lemmas[head] not in ("promise", "threaten"):
            return [_referent(view, objects[0])], True
        if is_passive(parse, head) and parse.deps[node] == "xcomp":
            return subjects(view, head, depth + 1)
    if parse.deps[node] == "ccomp" and parse.under(node, "mark"):
        return [], True
    if parse.deps[node] == "conj" and is_passive(parse, head) and not is_passive(parse, node):
        return parse.under(head, "nsubj") or agents(view, head), True
    return subjects(view, head, depth + 1)


def quoted(view: View, head: int, node: int) -> bool:
    """Return whether a quotation ends between two verbs: the second is no part of it."""
    words = view.parse.words[head:node]
    return any(each in ("”", "''", '"') for each in words) and not any(
        each in ("“", "``") for each in words)  # fmt: skip


def _owners(view: View, noun: int) -> list[int]:
    """Return who an infinitive after a noun belongs to: "Iran's decision to attack"."""
    parse = view.parse
    held = [each for each in parse.children[noun]
            if (parse.deps[each], parse.subs[each]) == ("nmod", "poss")]  # fmt: skip
    if held:
        return held
    head = parse.heads[noun]
    if head >= 0 and parse.is_verb(head) and parse.deps[noun] in ("obj", "obl", "xcomp"):
        return subjects(view, head, 1)[0]
    return []


def _referent(view: View, node: int) -> int:
    """Return what a relative pronoun stands for, else the node itself."""
    parse = view.parse
    if parse.tags[node] in ("WDT", "WP") or (parse.lows[node] == "that"):
        for above in parse.above(node):
            if parse.deps[above] == "acl" and parse.heads[above] >= 0:
                return _first_of(view, above)
    return node


def _first_of(view: View, clause: int) -> int:
    """Return the noun of a relative clause; of "A and B, which are …" the first of them."""
    parse = view.parse
    noun = parse.heads[clause]
    finite = (clause, *parse.under(clause, "aux", "cop"))
    while parse.deps[noun] == "conj" and parse.heads[noun] >= 0 and any(
        parse.tags[each] == "VBP" or parse.lows[each] == "were" for each in finite
    ):  # fmt: skip
        noun = parse.heads[noun]
    return noun


def agents(view: View, node: int) -> list[int]:
    """Return who follows "by" after a passive verb or an event noun."""
    parse = view.parse
    return [each for each in parse.under(node, "obl", "nmod") if parse.case(each) == "by"][:1]


def objects(view: View, node: int, trigger: Trigger) -> list[Actor]:
    """Return who a verb's act is done to."""
    parse = view.parse
    direct = [_referent(view, each) for each in parse.under(node, "obj", "iobj")
              if parse.subs[each] != "unmarked"]  # fmt: skip
    direct.sort(key=lambda each: parse.deps[each] == "obj")
    if parse.deps[node] == "acl" and parse.subs[node] == "relcl" and not direct:
        gap = any(parse.deps[each] == "nsubj" and _referent(view, each) != parse.heads[node]
                  for each in parse.children[node])  # fmt: skip
        direct = [parse.heads[node]] if gap else []
    found: list[Actor] = []
    nouns = [each for each in direct if is_act(view, each, sent=trigger.kind in BROAD)]
    for each in direct:
        if each in nouns and (trigger.light is not None or each in view.nouns):
            continue
        found = parties(view, each)
        if found:
            break
    if found and trigger.kind not in BROAD:
        return found
    around = goals(view, [*nouns, node], firm=bool(found))
    if around and (not found or any(each.code for each in around)):
        return around
    owners = [] if found else [one for each in nouns for one in owned_by(view, each)]
    return found or owners or _of_content(view, node)


BROAD = frozenset({"move", "troops", "aid", "handed", "retreat", "demand"})
ORDER = {"against": 0, "between": 0, "with": 1, "to": 1, "toward": 1, "towards": 1, "into": 1,
         "on": 2, "upon": 2, "at": 3, "over": 3, "for": 4, "from": 3, "out": 3, "of": 4,
         "in": 5}  # fmt: skip
LOOSE = frozenset({"in", "at", "for", "of", "over"})
"""After these a noun without a code is a place or a matter as often as somebody."""
UNAIMED = frozenset({"poss", "agent", "tmod", "npmod", "unmarked", "desc"})
LINKS = frozenset({"obl", "nmod", "obj", "conj", "iobj", "advmod"})
FIRM = frozenset({"against", "with", "to", "toward", "towards", "into", "between", "from", "out"})


def goals(
    view: View, heads: list[int], *, firm: bool = False, only: Sequence[str] = ()
) -> list[Actor]:
    """Return whom an act is aimed at by its prepositions, the plainest first: "against" to "in".

    `firm` leaves only those that tell a target from a place, `only` those that it names.
    """
    hanging = _oblique(view, heads)
    if not hanging:
        return []
    found = [
        (ORDER.get(case, 6), depth, place, case, each) for place, (each, case, depth)
        in enumerate(hanging)
        if (not firm or case in FIRM) and (not only or case in only)
    ]  # fmt: skip
    for _, _, _, case, each in sorted(found):
        actors = parties(view, each, loose=case not in LOOSE)
        if actors:
            return actors
    return []


def goals_by_case(view: View, heads: list[int]) -> dict[str, list[Actor]]:
    """Return whom an act may be aimed at by each preposition: as `goals` asked for it alone."""
    found: dict[str, list[Actor]] = {}
    nearest = sorted((depth, place, case, each) for place, (each, case, depth)
                     in enumerate(_oblique(view, heads)))  # fmt: skip
    for _, _, case, each in nearest:
        if case not in found:
            actors = parties(view, each, loose=case not in LOOSE)
            if actors:
                found[case] = actors
    return found


def placed(view: View, heads: list[int], *, nearest: bool = False) -> list[Actor]:
    """Return who is named only as where it was: after "in", "at" or "near" under these words.

    `nearest` asks only what hangs on the words themselves.
    """
    found = [each for each, case, depth in _oblique(view, heads)
             if case in ("in", "at", "near") and not (nearest and depth)]  # fmt: skip
    return [one for each in found for one in parties(view, each)]


def _oblique(view: View, heads: list[int]) -> list[tuple[int, str, int]]:
    """Return nouns under these words with their preposition and depth, no clause between."""
    known = view.hanging.get(tuple(heads))
    if known is None:
        known = view.hanging[tuple(heads)] = _hanging(view, heads)
    return known


def _hanging(view: View, heads: list[int]) -> list[tuple[int, str, int]]:
    parse, deps = view.parse, view.parse.deps
    found: list[tuple[int, str, int]] = []
    level = [(each, 0) for each in heads]
    seen = set(heads)
    for head, depth in level:  # which grows as it is read
        for each in parse.children[head]:
            if deps[each] not in LINKS or each in seen:
                continue
            if deps[each] == "conj" and parse.is_verb(each):
                continue
            seen.add(each)
            if depth < 2:
                level.append((each, depth + 1))
            case = parse.case(each)
            if case not in GOALS or parse.subs[each] in UNAIMED:
                continue
            inside = depth > 0 and head in view.mention_at and head not in view.nouns
            if (case == "against" or not inside) and view.token(each) not in view.avoid:
                found.append((each, case, depth))
    return found


def _of_content(view: View, node: int) -> list[Actor]:
    """Return who is named in what a verb of speech demands or rejects: "called for X to leave"."""
    parse = view.parse
    for clause in parse.under(node, "xcomp", "ccomp", "advcl"):
        if clause < node and parse.deps[clause] == "advcl":
            continue  # "speaking in Ankara, the minister rejected it"
        for each in parse.under(clause, "nsubj"):
            found = parties(view, each)
            if found:
                return found
        inner = parse.under(clause, "obj")
        around = goals(view, [clause, *inner])
        coded = [each for each in around if each.code]
        for each in inner:
            found = parties(view, each)
            if any(one.code for one in found) or (found and not coded):
                return found
        if around or not inner:
            return around or _of_content(view, clause)
    return []


def doers_of_noun(view: View, node: int) -> list[Actor]:
    """Return whose act an event noun is: "Russian strikes", "an attack by rebels"."""
    parse = view.parse
    inner = [one for each in parse.under(node, "nmod") for one in agents(view, each)]
    for each in (*agents(view, node), *inner):
        return parties(view, each)
    if node + 1 < len(parse.words) and parse.lows[node + 1] == "by" and (
        parse.deps[node + 1] == "case" and not is_abstract(view, parse.heads[node + 1])
    ):  # fmt: skip
        return parties(view, parse.heads[node + 1])
    held = [each for each in parse.children[node]
            if (parse.deps[each], parse.subs[each]) == ("nmod", "poss")]  # fmt: skip
    for each in (*held, *parse.under(node, "amod", "compound")):
        if parse.lows[each] in PRONOUNS:
            return parties(view, each)
        mention = view.mention_at.get(each) or view.inside.get(each)
        if mention is not None and mention.actors and mention.kind != "none":
            return known_as(view, each, mention)
    return []


def goals_of_noun(view: View, node: int) -> list[Actor]:
    """Return whom an event noun is aimed at: "strike on", "talks with", "release of"."""
    return goals(view, [node, *view.parse.under(node, "conj")])


def doers(view: View, nodes: list[int]) -> list[Actor]:
    """Return who the subject of a deed is; of an event or an idea its owner."""
    found: list[Actor] = []
    for each in nodes:
        mention = view.mention_at.get(each)
        acts = mention is not None and mention.kind == "role"  # "British and Afghan troops"
        acts = acts or view.parse.lows[each] in PRONOUNS
        if not acts and each in view.nouns:
            some = doers_of_noun(view, each)
        elif not acts and mention is None and is_abstract(view, each):
            some = owned_by(view, each, doer=True)
        else:
            some = parties(view, each)
        found += [one for one in some if one not in found]
    return found
