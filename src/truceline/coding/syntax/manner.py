"""Common verbs that report an event by how a sentence is built, whatever its words.

"gave Niger a week to yield", "want Qatar to close it", "said the rebels were behind the attack".
"""

from collections.abc import Callable

from truceline.coding.counted import names_people, peoples
from truceline.coding.readings import Verb
from truceline.coding.syntax import vows
from truceline.coding.syntax.parse import Parse
from truceline.coding.syntax.view import View
from truceline.coding.syntax.vows import made
from truceline.coding.tokens import word_set

SPANS = word_set("minute hour day week fortnight month year deadline ultimatum")
GUILTY = word_set("responsible guilty complicit culpable")
SELF = word_set("it they he she we i who that")
OWN = word_set("its his her their our")
FAULTS = word_set(
    "kill shoot hit bomb strike shell massacre torture abuse mistake mistakenly mistaken error "
    "wrong wrongly clumsy fault guilty fail down accident accidentally unlawful illegal "
    "sink blunder mishandle abduct murder execute poison unjust responsible sorry"
)


def manner(view: View, node: int) -> Verb | None:
    """Return what a verb reports by what hangs on it, or None.

    Parameters
    ----------
    view : View
        The sentence.
    node : int
        The verb.

    Returns
    -------
    Verb or None
        A reading made up for the occasion, as if a lexicon had it.
    """
    rule = RULES.get(view.parse.lemmas[node])
    return rule(view.parse, node) if rule is not None else None


ULTIMATUM = made("THREATEN", "give time")
WANTED = made("REQUEST", "want done")
EXPELLED = made("SANCTION", "give hours", "expel", "other")
EXPULSION = made("COERCE", "give days", "deport", "other")
FREED = made("RETREAT", "let go", "release", "other")
ADMITTED_IN = made("RETREAT", "let pass", "access", "other")
HELD = made("ACCUSE", "hold responsible", "allege")
CARPETED = made("ACCUSE", "summon to", "disapprove")
GUNNED = made("ASSAULT", "open on", "heavy-weapons", "attack")
REFUSED = made("REJECT", "say untrue")
SILENT = made("RETREAT", "fall silent", "ceasefire", "retreat")
BLAMED = made("ACCUSE", "say responsible", "allege")
ADMITTED = made("CONCEDE", "admit fault", None, "other")


def _infinitives(parse: Parse, *nodes: int) -> bool:
    return any(
        parse.tags[each] == "VB" and any(
            parse.lows[mark] == "to" for mark in parse.under(each, "mark"))
        for node in nodes for each in parse.under(node, "xcomp", "acl", "advcl")
    )  # fmt: skip


def _ultimatum(parse: Parse, node: int) -> Verb | None:
    """Read "gave the rebels a week to disarm", or "until dawn"; of diplomats, their expulsion."""
    given = parse.under(node, "obj", "iobj", "obl", "nmod")
    if any(parse.lows[each].endswith(("self", "selves")) for each in given):
        return None
    spans = [each for each in given if parse.lemmas[each] in SPANS and not parse.case(each)]
    until = [each for each in given if parse.case(each) in ("until", "till")]
    if not (spans or until) or not _infinitives(parse, node, *spans, *until):
        return None
    below = [each for each in parse.subtree(node) if each > node]
    if not any(parse.lemmas[each] in LEAVING for each in below):
        return ULTIMATUM
    given += [one for each in spans for one in parse.under(each, "compound")]
    others = {word for each in given for word in (parse.lemmas[each], parse.lows[each])}
    if others & ENVOYS:
        return EXPELLED
    return EXPULSION if any(parse.words[each] in peoples() for each in given) else ULTIMATUM


LEAVING = word_set("leave quit go depart get")
ENVOYS = word_set(
    "ambassador ambassadors diplomat diplomats envoy envoys attaché attachés consul consuls chargé "
    "official officials staff correspondent correspondents mission"
)


def _fallen(parse: Parse, node: int) -> Verb | None:
    """Read "the guns fell silent"."""
    own = {parse.lemmas[each] for each in parse.under(node, "nsubj")}
    silent = any(parse.lows[each] in ("silent", "quiet") for each in parse.children[node])
    return SILENT if silent and own & GUNS else None


def _opened(parse: Parse, node: int) -> Verb | None:
    """Read "the guns opened on the town", "the mortars spoke again"."""
    own = {parse.lemmas[each] for each in parse.under(node, "nsubj")}
    fired = parse.tags[node] in ("VBD", "VBN") and not parse.under(node, "obj")
    return GUNNED if fired and own & (GUNS - {"front", "border"}) else None


def _liked(parse: Parse, node: int) -> Verb | None:
    """Read "would like Benin to hand over the men"."""
    would = any(parse.lows[each] in ("would", "'d") for each in parse.under(node, "aux"))
    return _wanted(parse, node) if would else None


def _let(parse: Parse, node: int) -> Verb | None:
    """Read "let ten hostages go", "let the convoy pass"."""
    for clause in parse.under(node, "ccomp", "xcomp"):
        who = [*parse.under(clause, "nsubj"), *parse.under(node, "obj")]
        if parse.lemmas[clause] in ("go", "leave", "walk") and any(
            parse.tags[each] == "PRP" or names_people(parse.words[each]) for each in who
        ):  # fmt: skip
            return FREED
        if parse.lemmas[clause] in PASSING and any(parse.lemmas[each] in PASSED for each in who):
            return ADMITTED_IN
    return None


PASSING = word_set("pass enter through in cross dock land return sail leave")
PASSED = word_set(
    "convoy lorry truck ship vessel aid food inspector observer monitor journalist refugee "
    "ambulance family civilian investigator"
)


def _untrue(parse: Parse, node: int) -> Verb | None:
    """Read "replied that the charge was absurd", "said the island was not for sale"."""
    for clause in parse.under(node, "ccomp"):
        own = {parse.lemmas[each] for each in parse.under(clause, "nsubj")}
        if parse.lemmas[clause] == "sale" and any(
            parse.lows[each] in ("not", "never", "n't") for each in parse.children[clause]
        ):  # fmt: skip
            return REFUSED
        if parse.lows[clause] in UNTRUE and own & CLAIMS:
            return REFUSED
    return None


CLAIMS = word_set("charge claim accusation allegation report suggestion story demand")
UNTRUE = word_set(
    "absurd baseless false untrue unfounded nonsense lie lies groundless fabricated ridiculous "
    "unacceptable slander rubbish fabrication invention ludicrous laughable"
)


def _belied(parse: Parse, node: int) -> Verb | None:
    """Read "called that a fabrication", "described the promise as worthless"."""
    held = parse.under(node, "obj")
    if not any(parse.lows[each] in ("that", "this", "it") or parse.lemmas[each] in SAYINGS
               for each in held):  # fmt: skip
        return None
    called = [*parse.under(node, "xcomp", "ccomp"), *held[1:]]
    called += [each for each in parse.under(node, "obl", "advcl") if parse.case(each) == "as"]
    return REFUSED if any(parse.lows[each] in BELIED for each in called) else None


SAYINGS = word_set(
    "charge claim accusation allegation report suggestion story demand promise offer proposal plan "
    "assertion pledge statement assurance figure version overture"
)
BELIED = word_set(
    "absurd baseless false untrue unfounded nonsense lie lies groundless fabricated ridiculous "
    "unacceptable slander rubbish fabrication invention ludicrous laughable worthless meaningless "
    "propaganda farce sham"
)


def _said(parse: Parse, node: int) -> Verb | None:
    return _untrue(parse, node) or _blamed(parse, node)


def _answered(parse: Parse, node: int) -> Verb | None:
    return vows.RULES["answer"](parse, node) or _said(parse, node)


def _held(parse: Parse, node: int) -> Verb | None:
    """Read "held Moscow responsible"."""
    if not parse.under(node, "obj"):
        return None
    called = [parse.lows[each] for each in parse.under(node, "xcomp", "advmod", "amod")]
    return HELD if set(called) & ANSWERABLE else None


ANSWERABLE = word_set("responsible accountable liable answerable")


def _summoned(parse: Parse, node: int) -> Verb | None:
    """Read "summoned the ambassador to complain"; without a complaint it asks him to come."""
    below = {parse.lemmas[each] for each in parse.subtree(node) if each > node}
    return CARPETED if parse.under(node, "obj", "iobj") and below & COMPLAINING else None


COMPLAINING = word_set("complain protest condemn denounce complaint")
GUNS = word_set("gun artillery battery cannon front mortar howitzer border")


def _wanted(parse: Parse, node: int) -> Verb | None:
    """Read "wants Qatar to close the station": what one wants another to do is asked of him."""
    other = [each for each in parse.under(node, "obj", "iobj") if parse.tags[each] != "PRP"]
    if other and any(parse.tags[each] == "VB" for each in parse.under(node, "xcomp")):
        return WANTED
    clauses = parse.under(node, "ccomp", "xcomp")
    return WANTED if any(parse.under(each, "nsubj") for each in clauses) else None


def _blamed(parse: Parse, node: int) -> Verb | None:
    """Read "said the rebels were behind the attack", "said they were responsible"."""
    return BLAMED if guilty(parse, node) else None


def guilty(parse: Parse, node: int) -> list[int]:
    """Return who is said to be responsible: the subjects of such a clause under a verb.

    Parameters
    ----------
    parse : Parse
        The sentence.
    node : int
        The verb of saying.

    Returns
    -------
    list of int
        Their nodes; none where nobody is blamed but the speaker himself.
    """
    return [
        each for clause in parse.under(node, "ccomp")
        if parse.lows[clause] in GUILTY or (
            parse.case(clause) == "behind" and parse.tags[clause] != "PRP")
        for each in parse.under(clause, "nsubj") if parse.lows[each] not in SELF
    ]  # fmt: skip


def _admitted(parse: Parse, node: int) -> Verb | None:
    """Read "acknowledged that its gunners had shot down the airliner"."""
    own = {parse.lows[each] for each in parse.under(node, "nsubj")}
    for clause in parse.under(node, "ccomp"):
        for each in parse.under(clause, "nsubj"):
            mine = {parse.lows[below] for below in parse.under(each, "nmod")} & OWN
            if not (mine or parse.lows[each] in SELF or parse.lows[each] in own):
                continue
            words = {parse.lemmas[below] for below in parse.subtree(clause)}
            if words & FAULTS:
                return ADMITTED
    return None


RULES: dict[str, Callable[[Parse, int], Verb | None]] = {
    **vows.RULES,
    **dict.fromkeys(("give", "grant", "allow", "set"), _ultimatum),
    "want": _wanted,
    **dict.fromkeys(("fall", "go"), _fallen),
    **dict.fromkeys(
        ("say", "claim", "allege", "insist", "charge", "announce", "maintain", "assert", "declare",
         "believe", "suspect", "tell", "report", "suggest", "conclude", "reply", "retort",
         "respond"), _said),
    "answer": _answered,
    **dict.fromkeys(("call", "describe", "label", "term", "brand", "dub"), _belied),
    "like": _liked,
    **dict.fromkeys(("open", "speak"), _opened),
    "let": _let,
    "hold": _held,
    **dict.fromkeys(("summon", "convoke"), _summoned),
    **dict.fromkeys(("acknowledge", "admit", "concede", "confess"), _admitted),
}  # fmt: skip
