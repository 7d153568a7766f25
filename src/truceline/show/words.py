"""The words in which codes are shown: types and modes, statuses, hedges, questions, verdicts."""

from truceline.terms.events import Event
from truceline.terms.ontology import Hedge, Status, Type
from truceline.terms.results import Question, Verdict

TYPE: dict[Type, str] = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support in words",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "retreat or release",
    "REQUEST": "demand or request",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
_MODE: dict[tuple[Type, str], str] = {
    ("ASSAULT", "aerial"): "attack from the air",
    ("ASSAULT", "drone"): "attack with drones",
    ("ASSAULT", "heavy-weapons"): "attack with heavy weapons",
    ("ASSAULT", "explosives"): "attack with explosives",
    ("ASSAULT", "suicide-attack"): "suicide attack",
    ("ASSAULT", "firearms"): "attack with firearms",
    ("ASSAULT", "primitive"): "attack with simple weapons",
    ("ASSAULT", "sabotage"): "sabotage",
    ("ASSAULT", "assassinate"): "assassination",
    ("ASSAULT", "execute"): "execution",
    ("ASSAULT", "torture"): "torture",
    ("ASSAULT", "beat"): "beating",
    ("ASSAULT", "sexual"): "sexual violence",
    ("ASSAULT", "other"): "attack",
    ("CONSULT", "visit"): "talks in person",
    ("CONSULT", "third-party"): "talks through a third party",
    ("CONSULT", "multilateral"): "talks of several parties",
    ("CONSULT", "phone"): "talks by telephone",
    ("RETREAT", "withdraw"): "withdrawal",
    ("RETREAT", "release"): "release",
    ("RETREAT", "return"): "return",
    ("RETREAT", "disarm"): "disarmament",
    ("RETREAT", "ceasefire"): "ceasefire",
    ("RETREAT", "access"): "access granted",
    ("RETREAT", "resign"): "resignation",
    ("COOPERATE", "exchange"): "exchange",
    ("AID", "economic"): "economic aid",
    ("AID", "military"): "military aid",
    ("AID", "humanitarian"): "humanitarian aid",
    ("AID", "asylum"): "asylum",
    ("COERCE", "seize"): "seizure",
    ("COERCE", "arrest"): "arrest",
    ("COERCE", "deport"): "deportation",
    ("COERCE", "cyber"): "cyber attack",
    ("COERCE", "misinformation"): "misinformation",
    ("COERCE", "curfew"): "curfew",
    ("COERCE", "martial-law"): "martial law",
    ("COERCE", "censor"): "censorship",
    ("THREATEN", "violence"): "threat of violence",
    ("ACCUSE", "allege"): "accusation",
    ("ACCUSE", "disapprove"): "criticism",
    ("ACCUSE", "investigate"): "investigation",
    ("COERCE", "ban"): "ban",
    ("COERCE", "restrict"): "restriction",
    ("COOPERATE", "intelligence"): "sharing of intelligence",
    ("COOPERATE", "military"): "military cooperation",
    ("REQUEST", "meet"): "proposal to meet",
    ("SANCTION", "discontinue"): "breaking off",
    ("MOBILIZE", "troops"): "mobilisation of troops",
    ("MOBILIZE", "weapons"): "mobilisation of weapons",
    ("MOBILIZE", "police"): "mobilisation of police",
    ("MOBILIZE", "militia"): "mobilisation of militia",
    ("PROTEST", "demo"): "demonstration",
    ("PROTEST", "riot"): "riot",
    ("PROTEST", "strike"): "labour strike",
    ("PROTEST", "hunger"): "hunger strike",
    ("PROTEST", "boycott"): "boycott",
    ("PROTEST", "obstruct"): "blockade",
    ("SANCTION", "expel"): "expulsion",
    ("SANCTION", "convict"): "conviction",
}
STATUS: dict[Status, str] = {
    "happened": "happened",
    "ongoing": "going on",
    "planned": "planned",
    "threatened": "threatened",
    "demanded": "demanded",
    "denied": "denied or not done",
    "failed": "failed",
    "hypothetical": "hypothetical",
    "background": "background",
}
HEDGE: dict[Hedge, str] = {
    "stated": "as a fact",
    "reported": "as reported",
    "claimed": "as a claim",
    "suspected": "as a suspicion",
    "possible": "as possible",
}
QUESTION: dict[Question, str] = {
    "talks": "Do they escalate before talks?",
    "balance": "Do deeds match words?",
    "retaliation": "Who answers whom, and how fast?",
    "front": "Is the front still?",
    "phases": "Has the war changed its phase?",
    "analogues": "Which past wars looked like this?",
    "incentives": "Why do leaders go on?",
    "outlook": "How near is a ceasefire?",
}
VERDICT_SIGN: dict[Verdict, str] = {
    "supported": "●",
    "contradicted": "○",
    "mixed": "◐",
    "cannot say": "–",
}
"""A shape beside each verdict's word, so that a page in greyscale tells them apart at a glance."""
KIND = {
    "report": "report",
    "opinion": "opinion piece",
    "live": "live page",
    "interview": "interview",
    "list": "list",
}
PASSAGE = {
    "title": "title",
    "byline": "byline",
    "paragraph": "report",
    "disclaimer": "disclaimer",
    "teaser": "teaser of another article",
    "furniture": "page furniture",
}
HOLDS = {
    "attacks": "attacks by",
    "losses": "losses of",
    "deaths": "deaths of",
    "area": "area held by",
}


def deed(event: Event) -> str:
    """Return what an event is, in words.

    Parameters
    ----------
    event : Event
        As coded.

    Returns
    -------
    str
        Such as `attack from the air`; a mode without words of its own stands in brackets.
    """
    if event.mode is None:
        return TYPE[event.type]
    plain = f"{TYPE[event.type]} ({event.mode.replace('-', ' ')})"
    return _MODE.get((event.type, event.mode), plain)
