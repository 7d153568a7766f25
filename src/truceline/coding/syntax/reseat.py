"""Subjects that the parser left without their verb, with what stands between the two."""

from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.rejoin import changed

FINITE = frozenset({"VBD", "VBZ", "VBP"})
HELPING = frozenset({"has", "have", "had", "is", "are", "was", "were", "will", "would"})
OPENING = frozenset({"DT", "NNP", "NN", "NNS", "NNPS", "JJ", "CD", "PRP$"})
WHICH = frozenset({"WP", "WP$", "WDT", "WRB"})
LEAST = 3
"""So many words at least stand between the commas of an inserted clause."""
AHEAD = frozenset({"had", "would", "will", "could", "should", "must", "may", "might"})
"""A past tense behind "and" is no second verb of these."""
DAYS = frozenset({"today", "yesterday", "tonight"})
FAR = 12
"""So many words at most stand before it."""


def reseated(parse: Parse) -> Parse:
    """Return a parse in which a sentence's first noun is the subject of its main verb.

    In "Chad, whose troops held the town, complained to Niger" or "Chad, bound to France by a
    treaty, asked it for help" the parser at times takes what stands between the commas for the
    sentence and leaves the noun before them without its verb.

    Parameters
    ----------
    parse : Parse
        As the pipeline read it.

    Returns
    -------
    Parse
        The same object where nothing is to be mended.
    """
    parse = _with_partner(_with_case(_over_comma(_participles(parse))))
    return _outer(_fronted(_rejoined(_past_clause(parse))))


def _participles(parse: Parse) -> Parse:
    """Read "officials accused of theft" with a participle, however it was tagged."""
    wrong = [
        node
        for node, tag in enumerate(parse.tags)
        if tag == "VBD" and parse.deps[node] == "acl" and not parse.subs[node]
        and not parse.under(node, "aux", "nsubj", "mark")
    ]  # fmt: skip
    return changed(parse, {}, dict.fromkeys(wrong, "VBN")) if wrong else parse


def _over_comma(parse: Parse) -> Parse:
    """Part two names at the comma between them: "Mali bombed Chad, Ghana said"."""
    for node, dep in enumerate(parse.deps):
        name, verb = parse.heads[node], parse.heads[parse.heads[node]]
        if dep != "flat" or parse.words[node - 1] != "," or parse.deps[name] != "nsubj":
            continue
        said = [one for one in parse.under(verb, "ccomp") if one < name]
        if said and not parse.under(said[-1], "obj"):
            parse = changed(parse, {node: (verb, "nsubj"), name: (said[-1], "obj")}, {})
    return parse


def _with_case(parse: Parse) -> Parse:
    """Hang a second subject that has a preposition on the first: "talks between A and B failed"."""
    for node, dep in enumerate(parse.deps):
        if dep != "nsubj" or not parse.under(node, "case"):
            continue
        before = [one for one in parse.under(parse.heads[node], "nsubj") if one < node]
        if before and not parse.under(before[-1], "case"):
            parse = changed(parse, {node: (before[-1], "nmod")}, {})
    return parse


def _with_partner(parse: Parse) -> Parse:
    """Hang a second subject on the side of talks that it is joined to: "between A and B failed"."""
    for node, dep in enumerate(parse.deps):
        before = [one for one in parse.under(parse.heads[node], "nsubj") if one < node]
        if dep != "nsubj" or not before:
            continue
        sides = [one for one in parse.under(before[-1], "nmod") if parse.case(one) == "between"]
        first = min(parse.subtree(node))
        link = first if parse.lows[first] == "and" else first - 1
        if sides and parse.lows[link] == "and" and not parse.under(sides[-1], "conj"):
            parse = changed(parse, {node: (sides[-1], "conj"), link: (node, "cc")}, {})
    return parse


def _past_clause(parse: Parse) -> Parse:
    """Read "Chad, whose troops fled, asked Mali for help" as a sentence of asking."""
    noun, comma = _opening(parse)
    verb = _resumed(parse, noun, comma) if noun >= 0 else -1
    if verb < 0 or parse.under(verb, "nsubj", "csubj", "mark", "expl"):
        return parse
    root = next((each for each, head in enumerate(parse.heads) if head == -1), -1)
    old = parse.heads[noun]
    if root not in (noun, verb) and not comma < root < verb:
        return parse
    arcs, tags = {verb: (-1, "root"), noun: (verb, "nsubj")}, {}
    inserted = root if comma < root < verb else old
    if comma < inserted < verb:
        relative = not WHICH.isdisjoint(parse.tags[comma + 1 : comma + 3])
        apart = not relative and any(each != noun for each in parse.under(inserted, "nsubj"))
        done = any(parse.subs[each] == "agent" for each in parse.under(inserted, "obl"))
        head, dep = (verb, "parataxis") if apart else (verb, "advcl") if done else (noun, "acl")
        arcs[inserted] = (head, f"{dep}:relcl" if relative else dep)
        if not apart and not relative and parse.tags[inserted] == "VBD":
            tags[inserted] = "VBN"
    if parse.tags[verb] == "VBN" and not parse.under(verb, "aux"):
        tags[verb] = "VBD"
    return changed(parse, arcs, tags)


def _opening(parse: Parse, first: int = 0) -> tuple[int, int]:
    """Return the noun that opens a sentence, behind its day, and the comma right behind it.

    It is (-1, -1) where there is none.
    """
    comma = next((at for at in range(first, min(FAR, len(parse.words))) if parse.words[at] == ","),
                 -1)  # fmt: skip
    if comma < first + 1 or parse.tags[first] not in OPENING or (
        not FINITE.isdisjoint(parse.tags[first:comma])):  # fmt: skip
        return -1, -1
    heads = [each for each in range(first, comma) if not first <= parse.heads[each] < comma
             and parse.deps[each] not in ("punct", "case", "det", "cc")]  # fmt: skip
    if len(heads) != 1 or parse.tags[heads[0]][:2] != "NN":
        return -1, -1
    if first == 0 and parse.lows[heads[0]] in DAYS:
        return _opening(parse, comma + 1)
    return heads[0], comma


def _resumed(parse: Parse, noun: int, comma: int) -> int:
    """Return the verb right behind the comma that ends what was inserted, else -1."""
    for at in range(comma + LEAST, len(parse.words) - 1):
        if parse.words[at] != ",":
            continue
        verb = at + 1
        while verb < len(parse.words) - 1 and parse.tags[verb] in ("RB", "MD"):
            verb += 1
        if parse.lows[verb] in HELPING and parse.heads[verb] > verb:
            return parse.heads[verb]
        if parse.tags[verb] in FINITE:
            return verb
        if parse.tags[verb] == "VBN":  # a past tense, where what stands before it has none
            return verb if _past(parse, noun, verb, comma) else -1
    return -1


def _past(parse: Parse, noun: int, verb: int, comma: int) -> bool:
    """Return whether what is read as a participle is the past tense of a sentence without one."""
    head = parse.heads[verb]
    if not comma < head < verb or parse.heads[head] != -1:
        return False
    which = not WHICH.isdisjoint(parse.tags[comma + 1 : comma + 3]) and parse.under(verb, "obj")
    reduced = head == comma + 1 and parse.under(verb, "obj", "obl", "ccomp")
    return bool(parse.tags[head] == "JJ" or which or reduced) and noun in parse.under(
        head, "nsubj", "vocative", "obl")  # fmt: skip


def _rejoined(parse: Parse) -> Parse:
    """Give ", and President Biden, in a call on Monday, pressed Mali" its subject."""
    for node in range(2, len(parse.words)):
        head = parse.heads[node]
        loose = parse.deps[node] in ("ccomp", "parataxis") and 0 <= head < node
        if not loose or parse.tags[node] not in FINITE or not parse.is_verb(head) or (
            parse.under(node, "nsubj", "csubj", "mark", "expl")):  # fmt: skip
            continue
        nouns = [
            each
            for each in parse.under(head, "conj")
            if each < node and parse.tags[each][:2] == "NN" and parse.under(each, "cc")
        ]
        if nouns and not any(parse.is_verb(each) for each in range(nouns[-1], node)):
            parse = changed(parse, {nouns[-1]: (node, "nsubj"), node: (head, "conj")}, {})
    return parse


def _fronted(parse: Parse) -> Parse:
    """Read "On 3 June the Council adopted a text" with its subject."""
    for verb in range(2, len(parse.words)):
        past = parse.tags[verb] == "VBN" and not parse.under(verb, "aux") and parse.heads[verb] < 0
        if not (parse.tags[verb] in FINITE or past) or parse.under(verb, "nsubj", "csubj", "expl"):
            continue
        for noun in (
            one
            for each in parse.under(verb, "obl")
            if each < verb
            for one in parse.under(each, "appos")
            if each < one < verb
        ):
            last = parse.subtree(noun)[-1]
            near = last == verb - 1 or (last == verb - 2 and parse.words[verb - 1] == ",")
            if (
                near
                and parse.tags[noun][:2] == "NN"
                and not any(parse.tags[each] in FINITE for each in range(noun, verb))
            ):
                parse = changed(parse, {noun: (verb, "nsubj")}, {verb: "VBD"} if past else {})
                break
    return parse


def _outer(parse: Parse) -> Parse:
    """Read "said his foes had failed and thanked Iran" as one who said and thanked."""
    for node in range(2, len(parse.words)):
        head = parse.heads[node]
        if parse.deps[node] != "conj" or parse.tags[node] != "VBD" or head < 0 or (
            parse.deps[head] != "ccomp" or parse.under(node, "nsubj", "aux", "mark")):  # fmt: skip
            continue
        above = parse.heads[head]
        before = {parse.lows[each] for each in parse.under(head, "aux")}
        if before & AHEAD and above >= 0 and parse.tags[above] == "VBD":
            parse = changed(parse, {node: (above, "conj")}, {})
    return parse
