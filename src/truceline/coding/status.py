"""Whether a deed was done, is planned, threatened, denied or only thought of."""

from collections.abc import Sequence

from truceline.coding.clauses import Clause
from truceline.coding.counted import PERSONS
from truceline.coding.lexicon import HEDGES, Lexicons
from truceline.coding.predicates import BE, Trigger, group_start
from truceline.coding.records import record
from truceline.coding.tokens import Token, word_set
from truceline.terms.ontology import Hedge, Status

VERBAL = frozenset({"REQUEST", "REJECT", "ACCUSE", "THREATEN", "SUPPORT", "CONCEDE", "AGREE"})
DANGLING = word_set("of for from about against on at to with in than as into")
BEFORE_ING = word_set("by after while since when before and in")


@record
class Reading:
    """How a trigger is to be read; `drop` names the reason where it reports no event."""

    status: Status = "happened"
    possible: bool = False
    drop: str | None = None
    willing: bool = False


def reading_of(
    tokens: Sequence[Token], trigger: Trigger, clause: Clause, lexicons: Lexicons
) -> Reading:
    """Return the status of a trigger from its auxiliaries, the verbs above it and its clause."""
    cues = lexicons.cues
    if trigger.form == "noun":
        return _noun_reading(tokens, trigger, clause, lexicons)
    words, chain = _above(tokens, trigger, lexicons)
    if trigger.noun_at is not None:
        words |= {each.low for each in tokens[trigger.first : trigger.noun_at]} & {"no", "any"}
    if clause.opener in ("if", "unless", "whether"):
        return Reading("hypothetical")
    lead = [each.low for each in tokens[max(0, trigger.start - 2) : trigger.start]]
    if words & cues["words.negation"] or "than" in lead[-1:] or lead[-2:] == ["instead", "of"] or (
        lead[-1:] in (["without"], ["avoid"], ["avoided"], ["never"], ["nor"])):  # fmt: skip
        return Reading("denied")
    for status in ("failed", "willing", "planned"):
        if status in chain:
            if status == "willing" and trigger.type not in ("AGREE", "REQUEST", "THREATEN"):
                return Reading(willing=True, possible=bool(words & {"seems", "seem", "appears"}))
            return Reading("failed" if status == "failed" else "planned")
    if "to" in words and "happened" not in chain:
        return Reading("planned") if words & BE else Reading(drop="PURPOSE")
    if words & {"will", "shall", "ll"}:
        return Reading("planned")
    if words & {"may", "might", "could", "would", "can"}:
        return Reading("hypothetical", possible=True)
    if words & cues["words.demanded"]:
        return Reading("demanded")
    return _tense(tokens, trigger, words, chain)


def _tense(tokens: Sequence[Token], trigger: Trigger, words: set[str], chain: set[str]) -> Reading:
    if trigger.form == "ing" and not chain:
        if words & {"is", "are", "am", "re"}:
            return Reading("ongoing")
        before = tokens[trigger.start - 1].low if trigger.start else ""
        if before == "and" and trigger.start > 2 and tokens[trigger.start - 2].low.endswith("ing"):
            before = tokens[trigger.start - 3].low  # "of planning and launching"
        if not words & BE and before in DANGLING and before not in BEFORE_ING:
            return Reading(drop="GERUND")
        return Reading()
    if trigger.form in ("s", "base") and not words and trigger.type not in VERBAL:
        return Reading(drop="HABITUAL")
    if trigger.passive and words & {"is", "are"} and not words & {"been"}:
        return Reading("ongoing")
    return Reading()


def _above(
    tokens: Sequence[Token], trigger: Trigger, lexicons: Lexicons
) -> tuple[set[str], set[str]]:
    """Return the auxiliaries of a verb and of the verbs that govern it, and those verbs' kinds."""
    words, chain = set(), set()
    start, first = trigger.start, trigger.first
    for _ in range(4):
        words |= {each.low for each in tokens[start:first]}
        before = tokens[start - 1].low if start else ""
        linked = "to" in {each.low for each in tokens[start:first]} or trigger.form == "ing"
        kind = next((cue for cue in ("happened", "willing", "planned", "failed")
                     if before in lexicons.cues[f"catenative.{cue}"]), None)  # fmt: skip
        if kind is None or not linked:
            break
        chain.add(kind)
        first = start - 1
        start = group_start(tokens, first)
    return words, chain


def _noun_reading(
    tokens: Sequence[Token], trigger: Trigger, clause: Clause, lexicons: Lexicons
) -> Reading:
    before = [each.low for each in tokens[max(clause.first, trigger.first - 5) : trigger.first]]
    after = {each.low for each in tokens[trigger.last : clause.last]}
    if set(before) & {"these", "those", "such", "this", "that", "any", "future", "each", "every"}:
        return Reading(drop="ANAPHORA")
    if set(before) & {"no", "without"}:
        return Reading("denied")
    thought = lexicons.cues["words.hypothetical"]
    if clause.opener in ("if", "unless", "whether") or set(before) & (thought - {"can"}):
        return Reading("hypothetical")
    if after & {"certain", "could", "may", "might", "would", "will", "can", "likely", "is", "are"}:
        return Reading("hypothetical", possible=True)
    return Reading()


def hedge_of(tokens: Sequence[Token], first: int, last: int, lexicons: Lexicons) -> Hedge | None:
    """Return the hedge that stands among tokens [first, last), the strongest first."""
    hedges, found = lexicons.hedges, set()
    for at, token in enumerate(tokens[first:last], first):
        if token.low in hedges:
            after = tokens[at + 1].low if at + 1 < len(tokens) else ""
            if after not in PERSONS and not _is_demand(tokens, at, after):
                found.add(hedges[token.low])  # but "two suspected insurgents" were caught
    return next((each for each in HEDGES if each in found), None)


def _is_demand(tokens: Sequence[Token], at: int, after: str) -> bool:
    """Return whether "claim" is what somebody asks for or another has said: "claims for damages".

    A claim "that" it was so hedges, but not where somebody rejects it.
    """
    before = [each.low for each in tokens[max(0, at - 4) : at]]
    if tokens[at].low not in ("claim", "claims") or before[-2:] == [",", "a"]:
        return False  # "…, a claim by the army that could not be verified"
    if after == "that":
        return any(each.startswith(REJECTING) for each in before)
    return after in BEHIND_NOUN or (bool(before) and before[-1] in BEFORE_NOUN)


REJECTING = ("reject", "dismiss", "den", "rebut", "refut", "scoff", "disput")
BEFORE_NOUN = frozenset({"the", "a", "its", "his", "her", "their", "this", "'s", "such", "any"})
BEHIND_NOUN = frozenset({"for", "on", "by", "over", "of", "against", "about", ".", ",", ";"})
