"""Who says so: the speaker of a sentence and the stretch that he or she speaks for."""

from collections.abc import Sequence

from truceline.coding.actors import Mention
from truceline.coding.lexicon import Lexicons, Tone
from truceline.coding.records import record
from truceline.coding.tokens import Token
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
    for mention in mentions:
        if mention.kind in ("thing", "none") or mention.possessive:
            continue
        after = mention.last
        while after < len(tokens) and (tokens[after].low.endswith("ly") or tokens[after].low in (
            "has", "have", "also", "had", "later")):  # fmt: skip
            after += 1
        hedge = reporting(tokens[after].low, lexicons) if after < len(tokens) else None
        lead = tokens[max(0, mention.first - 3) : mention.first]
        before = [each.low for each in lead if each.low != "the"]
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


def reporting(low: str, lexicons: Lexicons) -> Tone | None:
    """Return how sure a verb makes what it reports sound, "denied", or None for other words."""
    return lexicons.tones.get(low)


def _spoken(tokens: Sequence[Token], mention: Mention, verb: int, hedge: str) -> Speaker:
    """Give the speaker what follows the verb; where nothing does, what went before."""
    last = verb + 1
    while last < len(tokens) and tokens[last].low not in ENDS:
        last += 1
    rest = [each for each in tokens[verb + 1 : last] if each.low.isalpha()]
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
