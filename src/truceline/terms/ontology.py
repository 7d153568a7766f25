"""The PLOVER ontology: sixteen types of event, their quad classes, modes and contexts.

Source: PLOVER (Political Language Ontology for Verifiable Event Records), Open Event Data
Alliance, codebook as used by POLECAT (Halterman, Bagozzi, Beger, Schrodt & Scarborough 2023).
"""

from typing import Literal, get_args

Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
Type = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal[
    "happened", "ongoing", "planned", "threatened", "demanded", "denied", "failed",
    "hypothetical", "background",
]  # fmt: skip
Hedge = Literal["stated", "reported", "claimed", "suspected", "possible"]
DatePrecision = Literal["day", "week", "month", "year", "unknown"]

TYPES: tuple[Type, ...] = get_args(Type)
STATUSES: tuple[Status, ...] = get_args(Status)
HEDGES: tuple[Hedge, ...] = get_args(Hedge)

QUAD_OF: dict[Type, Quad] = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation",
    "AID": "material cooperation",
    "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict",
    "SANCTION": "material conflict",
    "MOBILIZE": "material conflict",
    "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}
"""PLOVER's order of types runs from most cooperative to most hostile."""

MODES: dict[Type, tuple[str, ...]] = {
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "RETREAT": ("withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "ban", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": ("seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport",
               "withhold", "misinformation", "cyber"),
    "ASSAULT": ("beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms",
                "explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "sabotage",
                "other"),
    "AID": ("economic", "military", "humanitarian", "asylum"),
    "COOPERATE": ("economic", "military", "judicial", "intelligence", "exchange"),
}  # fmt: skip
"""Modes a type may take; a type that is absent has none. Ours beside PLOVER's own: `exchange`
(prisoners, bodies), `sabotage`, `phone`."""

CONTEXTS: tuple[str, ...] = (
    "military", "diplomatic", "peacekeeping", "terrorism", "territory", "election", "legal",
    "economic", "resource", "environment", "health", "human rights", "migration", "refugee",
    "corruption", "cyber", "intelligence", "inter-ethnic", "religion", "crime", "disaster",
    "education", "executive", "legislative", "rights", "technology",
)  # fmt: skip

INSTRUMENTS: tuple[str, ...] = (
    "drone", "missile", "artillery", "aircraft", "bomb", "mine", "firearm", "ship", "cyber",
    "other",
)  # fmt: skip
COUNTED: tuple[str, ...] = (
    "killed", "wounded", "captured", "abducted", "exchanged", "displaced", "drones", "missiles",
    "aircraft", "vehicles", "ships", "money", "area", "troops", "detained", "other",
)  # fmt: skip
