"""Which words of a sentence report an event: verbs, light verbs with a noun, and nouns."""

from collections.abc import Sequence

from truceline.coding.actors import CALENDAR, Mention
from truceline.coding.lexicon import Lexicons, Noun
from truceline.coding.numbers import SMALL
from truceline.coding.readings import Verb
from truceline.coding.records import record
from truceline.coding.tokens import Token, word_set

DETERMINERS = word_set(
    "a an the this that these those its their his her our my your no any some such each "
    "every another of in on against with by from for as"
)
AUXILIARIES = word_set(
    "be am is are was were been being has have had having do does did will would shall "
    "should may might must can could cannot get got gets to not never ll ve re didn doesn "
    "don isn wasn weren hasn haven hadn won wouldn couldn t '"
)
BE = word_set("be is are was were been being get got gets re")
PRONOUNS = word_set("he she it they we i you who which that")
SOFT = word_set("a an the its their his her no any some of more than least at and , - about new")
STOPS = word_set(
    "in on against with by from for to after before that which who into over as ; — – ( ) : "
    "when while if but or is are was were has have had will would"
)
NOT_MILITARY = word_set(
    "diplomatic charm media legal political politics pressure economic heart verbal tariff "
    "trade cyber-charm advertising propaganda labour labor hunger general"
)


@record
class Trigger:
    """What reports an event; `[first, last)` are its tokens, `start` where its auxiliaries begin.

    `light` is the group of the light verb (do, end, fail, broken) or None; `form` the tag read;
    `entry` the lexicon's entry, where the parse found it.
    """

    first: int
    last: int
    start: int
    type: str
    mode: str | None
    kind: str
    form: str
    passive: bool = False
    light: str | None = None
    noun: Noun | None = None
    noun_at: int | None = None
    entry: str = ""


def triggers_of(
    tokens: Sequence[Token], mentions: Sequence[Mention], lexicons: Lexicons
) -> list[Trigger]:
    """Return the triggers of a sentence, left to right, none overlapping."""
    taken = {i for each in mentions for i in range(each.first, each.last)}
    ends = {each.last for each in mentions}
    found: list[Trigger] = []
    place = 0
    while place < len(tokens):
        trigger = None
        if place not in taken or place in ends:
            trigger = _verb(tokens, place, lexicons, ends)
        if trigger is None and (place not in taken or lexicons.nouns.at(tokens, place)):
            trigger = _noun(tokens, place, lexicons)
        if trigger is None:
            place += 1
            continue
        found.append(trigger)
        place = max(trigger.last if trigger.noun_at is None else trigger.first + 1, place + 1)
        if trigger.noun_at is not None:
            taken |= set(range(trigger.noun_at, trigger.last))
            place = max(place, trigger.last)
    return [each for each in found if each.type]


def _verb(
    tokens: Sequence[Token], place: int, lexicons: Lexicons, ends: set[int]
) -> Trigger | None:
    low = tokens[place].low
    light, verbs = lexicons.light.get(low), lexicons.verbs.get(low)
    if (light is None and verbs is None) or _helps(tokens, place, lexicons):
        return None
    if tokens[place].text[:1].isupper() and place > 0 and tokens[place - 1].text not in '"“‘':
        return None
    start = group_start(tokens, place)
    for verb in verbs or ():
        if verb.after and _follows(tokens, place, verb.after):
            tag = tag_of(tokens, place, start, verb.tags, ends)
            if tag:
                return _made(place, place + 1 + len(verb.after), start, verb, tag, tokens)
    if light is not None:
        trigger = _light(tokens, place, start, light, lexicons, ends)
        if trigger is not None:
            return trigger
    for verb in verbs or ():
        if not verb.after:
            tag = tag_of(tokens, place, start, verb.tags, ends)
            return _made(place, place + 1, start, verb, tag, tokens) if tag else None
    return None


def _helps(tokens: Sequence[Token], place: int, lexicons: Lexicons) -> bool:
    """Return whether a form of "have" only helps the verb after it: "have held talks"."""
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    helper = tokens[place].low in ("have", "has", "had")
    return helper and (after in lexicons.light or after in lexicons.verbs)


def _made(
    first: int, last: int, start: int, verb: Verb, tag: str, tokens: Sequence[Token]
) -> Trigger | None:
    passive = tag == "pp" and is_passive(tokens, start, first, last)
    if verb.kind == "effect" and tag == "past" and start == first and "pp" in verb.tags:
        after = tokens[last].low if last < len(tokens) else "."
        if after in (".", ",", ";", "in", "of", "were", "was", "when", "during"):
            if first and tokens[first - 1].low in ("and", "or"):
                return None  # "the dead and wounded"
            tag, passive = "pp", True  # "12 soldiers killed in an ambush"
    return Trigger(first, last, start, verb.type, verb.mode, verb.kind, tag, passive)


def _light(
    tokens: Sequence[Token], place: int, start: int, light: dict[str, tuple[Verb, ...]],
    lexicons: Lexicons, ends: set[int],
) -> Trigger | None:  # fmt: skip
    """Read a light verb with the event noun that it governs within the next words."""
    for at in range(place + 1, min(len(tokens), place + 14)):
        low = tokens[at].low
        hit = lexicons.nouns.at(tokens, at)
        if hit is not None:
            size, noun = hit
            for verb in (*light.get(noun.kind, ()), *light.get("any", ())):
                if verb.after and not _follows(tokens, place, verb.after):
                    continue
                tag = tag_of(tokens, place, start, verb.tags, ends)
                if not tag or (verb.kind == "end" and noun.kind not in lexicons.ending):
                    continue
                if verb.kind in ("fail", "broken") or _peaceful(tokens, place, at, noun):
                    return None
                kind, mode = noun.type, noun.mode
                if verb.kind == "end":
                    kind, mode = lexicons.ending[noun.kind]
                passive = tag == "pp" and is_passive(tokens, start, place, place + 1)
                return Trigger(place, at + size, start, kind, mode, noun.kind, tag, passive,
                               verb.kind, noun, at)  # fmt: skip
            if noun.kind != "projectiles":
                return None
        elif (
            low in STOPS
            and low not in ("of", "up", "out")
            and not (at == place + 1 and low in ("for", "on", "up", "out"))
        ):
            return None
    return None


def _peaceful(tokens: Sequence[Token], place: int, at: int, noun: Noun) -> bool:
    return noun.kind == "attack" and any(
        tokens[i].low in NOT_MILITARY for i in range(max(place, at - 6), at)
    )


def _noun(tokens: Sequence[Token], place: int, lexicons: Lexicons) -> Trigger | None:
    hit = lexicons.nouns.at(tokens, place)
    if hit is None:
        return None
    size, noun = hit
    if _peaceful(tokens, max(0, place - 6), place, noun) or noun.kind in ("aid", "troops"):
        return None
    if noun.kind == "projectiles":
        return None
    return Trigger(place, place + size, place, noun.type, noun.mode, noun.kind, "noun", noun=noun)


def _follows(tokens: Sequence[Token], place: int, after: Sequence[str]) -> bool:
    return len(tokens) > place + len(after) and all(
        tokens[place + 1 + i].low == word for i, word in enumerate(after)
    )


def group_start(tokens: Sequence[Token], place: int) -> int:
    """Return where the auxiliaries and adverbs before the verb at `place` begin."""
    start = place
    while start > 0 and place - start < 8:
        low = tokens[start - 1].low
        if low in AUXILIARIES or (low.endswith("ly") and low != "july") or low in ("also", "again",
           "then", "already", "still", "just", "now", "once", "repeatedly", "since"):  # fmt: skip
            start -= 1
        else:
            break
    return start


def tag_of(
    tokens: Sequence[Token], place: int, start: int, tags: frozenset[str], ends: set[int]
) -> str | None:
    """Return the verb form read at `place`, or None where the word is a noun or an adjective."""
    before = tokens[place - 1].low if place else ""
    after = tokens[place + 1].low if place + 1 < len(tokens) else ""
    helped = {tokens[i].low for i in range(start, place)}
    if "ing" in tags:
        article = before in DETERMINERS and before not in ("by", "for", "from", "of", "against",
                                                           "as", "in", "on", "with")  # fmt: skip
        named = place in ends and not helped & BE
        return None if article or before == "'s" or after == "of" or named else "ing"
    if tags & {"past", "pp"}:
        if helped & (BE | {"has", "have", "had", "having"}):
            return "pp" if "pp" in tags else None
        if helped & (AUXILIARIES - {"'"}) and "base" not in tags:
            return None
        if helped and "base" in tags:
            return "base"
        if "pp" in tags and after == "by":
            return "pp"
        if (before in DETERMINERS and before not in PRONOUNS) or _numbered(tokens, place):
            return None
        if place - 1 >= 0 and before in ("newly", "recently") and start == place - 1:
            return None
        return "past" if "past" in tags else "pp"
    if helped & (AUXILIARIES - BE - {"has", "have", "had", "'"}) and "base" in tags:
        return "base"
    if before in DETERMINERS - PRONOUNS or before in ("'s", "and") or helped & BE:
        return None
    if before in PRONOUNS or (place in ends and after not in ("on", "against", "by", "of", "in")):
        return "s" if "s" in tags else "base"
    return None


def _numbered(tokens: Sequence[Token], place: int) -> bool:
    """Return whether a count stands before a participle: "ten abducted children"."""
    before = tokens[place - 1].low if place else ""
    dated = place > 1 and tokens[place - 2].low in CALENDAR
    return (before.isdigit() or before in SMALL) and not dated


def is_passive(tokens: Sequence[Token], start: int, first: int, last: int) -> bool:
    """Return whether a participle is passive: after a form of be, or before "by"."""
    if any(tokens[i].low in BE for i in range(start, first)):
        return True
    perfect = any(tokens[i].low in ("has", "have", "had", "having") for i in range(start, first))
    return not perfect and last < len(tokens) and tokens[last].low == "by"
