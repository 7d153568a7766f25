"""What is refused and threatened by how a clause is built, whatever its words.

"swore that no inspector would return", "will not pay a cent", "will make them pay", "any attack
would be answered".
"""

from collections.abc import Callable

from truceline.coding.readings import Verb
from truceline.coding.syntax.parse import Parse
from truceline.coding.tokens import word_set

NEVER = word_set("not n't n’t never nor")
FUTURE = word_set("will wo 'll ’ll shall would 'd ’d ca can could")
FORCE = word_set(
    "war force strike attack invasion military retaliation reprisal invade intervention"
)
DEFIED = word_set(
    "attack strike attempt aggression move incursion violation provocation interference intrusion "
    "intervention threat step act invasion assault raid"
)
"""What is said to be met with more of the same."""


def made(kind: str, entry: str, mode: str | None = None, group: str = "speech") -> Verb:
    """Return a reading made up for the occasion, as if a lexicon had it.

    Parameters
    ----------
    kind : str
        The type.
    entry : str
        A verb and what it needs, as a lexicon would write it; "not …" is no denial.
    mode : str or None
        Of the type.
    group : str, default "speech"
        The class of the verb.

    Returns
    -------
    Verb
        Without forms.
    """
    return Verb(kind, mode, group, entry, frozenset(), (frozenset({entry.split(" ")[1]}),))


SWORN = made("REJECT", "swear not")
UNWILLING = made("REJECT", "will not")
MENACED = made("THREATEN", "not rule out")
AVENGED = made("THREATEN", "make pay")
IMPATIENT = made("THREATEN", "patience out")
ANSWERED = made("THREATEN", "any answered")
WARNING = made("THREATEN", "not hesitate")
SAID = frozenset(
    each.lemma for each in (SWORN, UNWILLING, MENACED, AVENGED, IMPATIENT, ANSWERED, WARNING)
)
"""What was said in saying so, whatever "will" or "not" stands beside the verb."""


def _below(parse: Parse, node: int) -> set[str]:
    return {parse.lows[each] for each in parse.children[node]}


def _future(parse: Parse, node: int) -> bool:
    return any(parse.lows[each] in FUTURE for each in parse.under(node, "aux"))


def _sworn(parse: Parse, node: int) -> Verb | None:
    """Read "swore that no soldier would set foot there", "vowed never to yield"."""
    for clause in parse.under(node, "ccomp", "xcomp"):
        own = [clause, *parse.under(clause, "nsubj")]
        if any(_below(parse, each) & (NEVER | {"no"}) for each in own) or any(
            parse.lows[each] in ("nobody", "none", "nothing") for each in own
        ):
            return SWORN
    return None


def _unwilling(parse: Parse, node: int) -> Verb | None:
    """Read "will not pay a cent", "would not talk"."""
    no = bool(_below(parse, node) & NEVER)
    clause = parse.deps[node] in ("root", "ROOT", "ccomp", "conj", "parataxis", "acl")
    return UNWILLING if no and clause and _future(parse, node) else None


def _ruled(parse: Parse, node: int) -> Verb | None:
    """Read "did not rule out force"."""
    force = {parse.lemmas[each] for each in parse.subtree(node) if each > node} & FORCE
    return MENACED if force and _below(parse, node) & NEVER else None


def _avenged(parse: Parse, node: int) -> Verb | None:
    """Read "will make them pay"."""
    pays = any(
        parse.lemmas[each] in ("pay", "regret", "suffer", "bleed")
        for each in parse.under(node, "xcomp", "ccomp")
    )
    return AVENGED if pays and _future(parse, node) else None


def _impatient(parse: Parse, node: int) -> Verb | None:
    """Read "its patience is running out"."""
    own = {parse.lemmas[each] for each in parse.under(node, "nsubj")}
    return IMPATIENT if "patience" in own else None


def _answered(parse: Parse, node: int) -> Verb | None:
    """Read "any attack would be met with force", "… considered an act of war"."""
    own = parse.under(node, "nsubj") if parse.tags[node] == "VBN" else []
    named = any(
        parse.lemmas[each] in DEFIED
        and _below(parse, each) & {"any", "an", "a", "every", "further"}
        for each in own
    )
    return ANSWERED if named and _future(parse, node) else None


def _steadfast(parse: Parse, node: int) -> Verb | None:
    """Read "will not hesitate to strike", "will not stand by while they are bombed"."""
    if not (_below(parse, node) & NEVER and _future(parse, node)):
        return None
    idle = parse.lemmas[node] == "hesitate" or bool(
        _below(parse, node) & {"by", "idly", "idle"} or parse.lows[node + 1 : node + 2] == ("by",)
    )
    return WARNING if idle else None


DEMONSTRATED = made("PROTEST", "gather to", "demo", "other")


def _gathered(parse: Parse, node: int) -> Verb | None:
    """Read "gathered in the square to demand his resignation"."""
    purpose = any(
        parse.lemmas[each] in CLAIMING and parse.tags[each] == "VB"
        for each in parse.under(node, "xcomp", "advcl", "acl")
    )
    many = any(parse.tags[each] in ("NNS", "NNPS", "CD") for each in parse.under(node, "nsubj"))
    return DEMONSTRATED if purpose and many else None


CLAIMING = word_set("call demand protest denounce condemn urge oppose")


RULES: dict[str, Callable[[Parse, int], Verb | None]] = {
    **dict.fromkeys(("swear", "vow"), _sworn),
    **dict.fromkeys(
        ("pay", "talk", "budge", "yield", "surrender", "negotiate", "comply", "obey", "tolerate",
         "apologise", "apologize", "compromise", "bow", "retreat", "sell", "attend", "hear"),
        _unwilling),
    "rule": _ruled,
    **dict.fromkeys(("gather", "assemble", "converge", "turn", "flock", "crowd"), _gathered),
    "make": _avenged,
    "run": _impatient,
    **dict.fromkeys(
        ("meet", "answer", "consider", "regard", "treat", "see", "punish", "repel"), _answered),
    **dict.fromkeys(("hesitate", "stand", "sit"), _steadfast),
}  # fmt: skip
"""Rules by the lemma of the verb."""
