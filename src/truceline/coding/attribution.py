"""Who says so: the speaker of a sentence and the stretch that he or she speaks for."""

from collections.abc import Sequence

from truceline.coding.actors import Mention
from truceline.coding.lexicon import Lexicons, Tone
from truceline.coding.records import record
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Actor
from truceline.terms.ontology import Hedge

ENDS = frozenset({";", "but"})
CHARGES = frozenset({"charge", "claim", "allegation", "accusation"})


@record
class Speaker:
    """Who speaks for tokens [first, last), how sure it sounds, and where the verb stands."""

    actor: Actor
    hedge: Hedge
    first: int
    last: int
    verb: int
    denies: bool = False
    at: int = -1


def speakers_of(
    tokens: Sequence[Token], mentions: Sequence[Mention], lexicons: Lexicons
) -> list[Speaker]:
    """Return the speakers of a sentence.

    Read are "X said (that) …", "…, X said", "… said X" and "according to X". What a speaker
    acknowledges or confirms is stated; what he says is reported; what he claims is claimed.
    """
    found = []
    accorded = "according" in [each.low for each in tokens]
    for mention in mentions:
        if mention.kind in ("thing", "none") or mention.possessive:
            continue
        after = mention.last
        while after < len(tokens) and (
            tokens[after].low.endswith("ly") or tokens[after].low in BETWEEN):  # fmt: skip
            after += 1
        hedge = _tone(tokens, after, lexicons)
        ahead = tokens[mention.first - 1].low if mention.first else ""
        if hedge is None and not accorded and ahead not in ("said", "the"):
            continue
        before = _before(tokens, mention.first)
        if hedge is not None:
            if hedge != "denied" or CHARGES.isdisjoint(before):
                found.append(_spoken(tokens, mention, after, hedge))
            # "a charge Baku denied": what is denied is that charge alone
        elif before[-2:] == ["according", "to"]:
            found.append(_spoken(tokens, mention, mention.first - 1, "reported"))
        elif before[-1:] == ["said"] and mention.first >= 2:
            found.append(
                    Speaker(mention.actors[0], "reported", 0, mention.first - 1,
                            mention.first - 1, at=mention.first))  # fmt: skip
    return found


BETWEEN = word_set("has have also had later there here since")
"""What may stand between a speaker and the verb: "a doctor there said"."""
CLOSING: dict[str, Tone] = {
    **dict.fromkeys(
        ("estimates", "estimated", "reckons", "reckoned", "found", "recounted", "recounts",
         "certified", "informed", "revealed", "disclosed", "suggested", "concluded", "recalled",
         "testified", "warned", "observed", "related", "reveals", "writes"), "reported"),
    **dict.fromkeys(("maintains", "maintained", "argues", "argued", "asserts", "insists",
                     "boasts"), "claimed"),
    **dict.fromkeys(("concedes", "certifies"), "stated"),
}  # fmt: skip
"""Verbs that say something else as often, but not after a comma at the end of a sentence."""
LATEST = 4
"""So many words at most may follow the verb that ends a sentence: "on Monday", "parliament"."""


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a verb and at most a day or a hearer end the sentence."""
    return not {",", ";", "that"} & {each.low for each in tokens[at + 1 :]} and (
        sum(each.low.isalnum() for each in tokens[at + 1 :]) <= LATEST)  # fmt: skip


HEARERS = word_set("press reporters journalists newsmen correspondents media")


def _tone(tokens: Sequence[Token], at: int, lexicons: Lexicons) -> Tone | None:
    """Return how sure the verb at `at` makes what it reports, where it is one of saying."""
    if at >= len(tokens):
        return None
    low = tokens[at].low
    if (known := reporting(low, lexicons)) is not None:
        return known
    if low == "states" and tokens[at + 1 : at + 2] and tokens[at + 1].low == "that":
        return "reported"
    if low in ("informed", "briefed") and any(
        each.low in HEARERS for each in tokens[at + 1 : at + 4]):  # fmt: skip
        return "reported"
    return CLOSING[low] if low in CLOSING and _closes(tokens, at) else None


def _before(tokens: Sequence[Token], first: int) -> list[str]:
    """Return the words before a speaker, but those that colour him: "according to relief …"."""
    before = [each.low for each in tokens[max(0, first - 3) : first] if each.low != "the"]
    if "to" in before[:-1] and all(each.isalpha() for each in before[before.index("to") :]):
        to = [each.low for each in tokens[:first]]
        at = len(to) - 1 - to[::-1].index("to")
        return ["according", "to"] if to[at - 1 : at] == ["according"] else before
    return before


def reporting(low: str, lexicons: Lexicons) -> Tone | None:
    """Return how sure a verb makes what it reports sound, "denied", or None for other words."""
    return lexicons.tones.get(low)


def _pause(tokens: Sequence[Token], verb: int, last: int) -> int:
    """Return where what a verb says ends, or its comma before "…ing": "…, X said, calling it"."""
    for at in range(verb + 1, last - 1):
        if tokens[at].text == "," and tokens[at + 1].low.endswith("ing"):
            return at
    return last


def _spoken(tokens: Sequence[Token], mention: Mention, verb: int, hedge: str) -> Speaker:
    """Give the speaker what follows the verb; where nothing does, what went before."""
    last = verb + 1
    while last < len(tokens) and tokens[last].low not in ENDS:
        last += 1
    rest = [each for each in tokens[verb + 1 : _pause(tokens, verb, last)] if each.low.isalpha()]
    opens = any(each.text in ',"”’' for each in tokens[max(0, mention.first - 3) : mention.first])
    trailing = (len(rest) <= 3 and opens) or (
        tokens[max(0, mention.first - 2)].low == "according" and mention.first > 4
    ) or (tokens[max(0, mention.first - 3)].low == "according" and mention.first > 4)  # fmt: skip
    first = 0 if trailing else verb + 1
    if tokens[verb].low in ("to", "the"):
        first = 0
        last = len(tokens)
    elif trailing:
        last = mention.first
    tone: Hedge = hedge if hedge in ("reported", "stated", "claimed", "suspected") else "reported"  # type: ignore[assignment]
    return Speaker(mention.actors[0], tone, first, last, verb, hedge == "denied", mention.first)
