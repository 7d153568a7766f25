"""States that tell of a deed: "is under arrest", "has been behind bars", "are on strike"."""

from truceline.coding.readings import Verb
from truceline.coding.syntax.parse import Parse


def _state(kind: str, mode: str | None, entry: str, group: str = "suffer") -> Verb:
    return Verb(kind, mode, group, entry, frozenset())


ARRESTED = _state("COERCE", "arrest", "be under arrest")
STATES: dict[tuple[str, str], Verb] = {
    ("under", "arrest"): ARRESTED,
    ("behind", "bars"): ARRESTED,
    **{("in", each): ARRESTED for each in ("custody", "detention", "captivity", "jail", "prison")},
    ("under", "siege"): _state("COERCE", "restrict", "be under siege"),
    ("under", "blockade"): _state("COERCE", "restrict", "be under siege"),
    ("under", "curfew"): _state("COERCE", "curfew", "be under curfew"),
    ("under", "law"): _state("COERCE", "martial-law", "be under martial law"),
    ("under", "fire"): _state("ASSAULT", None, "be under fire"),
    ("under", "attack"): _state("ASSAULT", None, "be under fire"),
    ("under", "bombardment"): _state("ASSAULT", None, "be under fire"),
    ("in", "control"): _state("COERCE", "seize", "be in control", "armed"),
    ("in", "possession"): _state("COERCE", "seize", "be in possession", "armed"),
    ("in", "hands"): _state("COERCE", "seize", "be in hands", "fall"),
    ("on", "visit"): _state("CONSULT", "visit", "be on visit", "visit"),
    ("on", "strike"): _state("PROTEST", "strike", "be on strike", "other"),
    ("on", "way"): _state("MOBILIZE", "troops", "be on way", "armed"),
    ("on", "alert"): _state("MOBILIZE", "troops", "be on alert", "move"),
}
"""By the preposition and the noun of what somebody is."""
NOUNS = frozenset(noun for _, noun in STATES)
HOMEWARD = _state("RETREAT", "withdraw", "be on way home", "armed")
LASTING = frozenset({"is", "are", "am", "'s", "'re", "been", "’s", "’re"})


def state_of(parse: Parse, node: int) -> tuple[Verb, str] | None:
    """Return what a noun after "is" or "was" tells, and the form of the verb: "ing" where it lasts.

    Parameters
    ----------
    parse : Parse
        The sentence.
    node : int
        The noun.

    Returns
    -------
    tuple or None
        A reading made up for the occasion, as if a lexicon had it, and "ing" or "past".
    """
    if parse.lows[node] not in NOUNS:
        return None
    being = parse.under(node, "cop")
    verb = STATES.get((parse.case(node), parse.lows[node])) if being else None
    if verb is None:
        return None
    if parse.lows[node] == "law" and "martial" not in parse.lows[max(0, node - 2) : node]:
        return None
    if parse.lows[node] == "way" and "home" in parse.lows[node + 1 : node + 3]:
        verb = HOMEWARD
    lasting = any(parse.lows[each] in LASTING for each in being)
    return verb, "ing" if lasting else "past"
