"""From coded events to the fillers of an incident's roles: who did it, to what and whom, with what.

An incident is an attack that the coder finds, or an arrest, protest or accusation told with words
of one, other than a battle. Its doers are the event's sources; its organisations, things, persons
and weapons are looked for in the sentences that tell of one. Only texts of the report are filled
in; lists were written by hand while looking at the training half, and chosen between by the score
on that and on the development half.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from statistics import mode

from tests.gates.mentions import (
    against,
    arms_in,
    away,
    bare,
    did_harm,
    does,
    guilty,
    nouns_in,
    organisations,
    struck,
    with_owner,
)
from tests.gates.names import aimed_at, names_in
from tests.gates.words import ADJECTIVES, DOERS, HURT, SPEECH, STRUCK, words_of

from truceline.coding.sentences import sentence_spans
from truceline.coding.spans import low_at
from truceline.coding.tokens import Token, tokens_of
from truceline.coding.truecase import truecased
from truceline.terms.events import Coding, Event
from truceline.terms.stories import Passage, Story

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST", "ACCUSE"})
PARAGRAPH = re.compile(r"(?:(?! {3,}|\n\s*\n).)+", re.DOTALL)
WORD = re.compile(r"[a-z]+")
ARMED, CIVIL, FORCES = words_of("armed"), words_of("civil"), words_of("forces")
PERPETRATORS, AGENTS, FOUL = words_of("perpetrators"), words_of("agents"), words_of("foul")
VIOLENT, DEEDS, BATTLE = words_of("violent"), words_of("deeds"), words_of("battle")
PLAINLY = words_of("plainly")
OPINION, WAR = words_of("opinion"), words_of("war")
RUIN, SURE, FOUND = words_of("ruin"), words_of("sure"), words_of("found")
ARMS = frozenset({"bomb", "mine", "missile", "artillery", "other"})
TAIL = re.compile(r"\s+(?:fire|attacks?|explosions?|blasts?)$")
ANSWERS = words_of("answers")
LADEN = frozenset({"bomb", "bombs"})
SPOILT = words_of("spoilt")
VEHICLES = words_of("vehicles")
STANDING = frozenset({"army", "forces"})
TOLD = VIOLENT | DEEDS | HURT | words_of("crime")
Filler = tuple[str, str, str]
"""Role, mention, and by what the thing is known."""


def story_of(text: str) -> Story:
    """Return a report as a story, its paragraphs parted by wide gaps, with capitals."""
    shown = truecased(text)
    passages = tuple(
        Passage(each.start(), each.end(), "paragraph")
        for each in PARAGRAPH.finditer(shown)
        if each.group().strip()
    )
    return Story("m", "m.txt", shown, "", passages=passages)


def fillers(story: Story, coding: Coding) -> Iterator[tuple[str, str]]:
    """Yield (role, mention) of a report's incidents, each thing once.

    In a report with an incident every sentence is read that tells of one or has words for one,
    but those of battles; in any other only those with the plainest words. A group is given by the
    name it most often has where it acts or answers for a deed; nobody who speaks is a victim.
    A weapon and nothing else was only found.
    """
    found = list(_found(story, coding))
    if {role for role, _ in found} != {"Weapon"}:
        yield from found


def _found(story: Story, coding: Coding) -> Iterator[tuple[str, str]]:
    events = [each for each in coding.events if incident(each)]
    speak = {w for each in coding.events if each.attributed_to
             for w in each.attributed_to.text.lower().split()[-1:]}  # fmt: skip
    seen: set[tuple[str, str]] = set()
    groups: dict[str, list[str]] = {}
    persons: list[frozenset[str]] = []
    for text, tokens in _sentences(story, {each.sentence_text for each in events}):
        own = [each for each in events if each.sentence_text == text]
        for role, mention, key in _of_sentence(text, tokens, own):
            if role == "PerpOrg":
                groups.setdefault(key, []).append(mention)
            elif role == "Victim":
                name = frozenset(mention.lower().split())
                if key not in speak and not any(name <= each or each <= name for each in persons):
                    yield role, mention
                persons.append(name)
            elif (role, key) not in seen:
                seen |= {(role, key), (role, mention.lower().split()[-1])}
                yield role, mention
    for named in groups.values():
        yield "PerpOrg", mode(named)


def _sentences(story: Story, told: AbstractSet[str]) -> Iterator[tuple[str, Sequence[Token]]]:
    """Yield the sentences that may tell of an incident."""
    for passage in story.paragraphs():
        for start, end in sentence_spans(story.text, passage.start, passage.end):
            text = story.text[start:end]
            tokens = tokens_of(text)
            words = {each.low for each in tokens}
            if not passed_over(words) and (text in told or words & (TOLD if told else PLAINLY)):
                yield text, tokens


def passed_over(words: AbstractSet[str]) -> bool:
    """Return whether a sentence tells of a battle, or of the war at large."""
    return bool(words & BATTLE or len(words & WAR) > 1)


def incident(event: Event) -> bool:
    """Return whether an event is an attack that did or shall happen, not one of a battle."""
    if event.type not in TYPES or event.status in ("denied", "hypothetical"):
        return False
    doers = {w for a in event.source for w in a.text.lower().split()}
    hit = {w for a in event.target for w in a.text.lower().split()}
    told = set(WORD.findall(event.evidence.quote.lower()))
    if not told & DEEDS:
        return False
    battle = hit & ARMED and not hit & HURT
    flown = any(each.kind == "aircraft" for each in event.instruments)
    return not (flown or battle or (doers & ARMED and not doers & DOERS and not told & CIVIL))


def _of_sentence(text: str, tokens: Sequence[Token], events: Sequence[Event]) -> Iterator[Filler]:
    words = {each.low for each in tokens}
    yield from _groups(text, tokens, events)
    if words & OPINION:
        return
    for doer in _doers(text, tokens, events):
        yield "PerpInd", bare(doer), doer.lower()
    if (events or words & VIOLENT) and not words & FOUND:
        for first, last, kind in arms_in(tokens):
            said = TAIL.sub("", _said(text, tokens, first, last).lower())
            if kind in ARMS and not said.endswith(("ing", "ings")):
                yield "Weapon", said, said.split()[-1].removesuffix("s")
    hit = {w for e in events for a in e.target for w in a.text.lower().split()}
    if words & RUIN:
        yield from _targets(text, tokens, events)
    for first, last in names_in(tokens):
        if words & HURT or tokens[last - 1].low in hit or aimed_at(tokens, first):
            yield "Victim", _said(text, tokens, first, last), tokens[last - 1].low


def _targets(text: str, tokens: Sequence[Token], events: Sequence[Event]) -> Iterator[Filler]:
    hit = {w for e in events for a in e.target for w in a.text.lower().split()}
    doing = {w for e in events for a in e.source for w in a.text.lower().split()}
    words = {each.low for each in tokens}
    broken = words & SPOILT
    for noun in nouns_in(tokens, STRUCK):
        first, last = with_owner(tokens, *noun)
        head, after = tokens[noun[1] - 1].low, low_at(tokens, last)
        aimed = struck(tokens, first)
        used = head in doing or (head in VEHICLES and not (head in hit or broken or aimed))
        told = events or aimed or words & SURE
        if told and not used and after not in SPEECH | LADEN and not away(tokens, first):
            said = _said(text, tokens, first, last)
            yield "Target", said, said.lower()


def _groups(text: str, tokens: Sequence[Token], events: Sequence[Event]) -> Iterator[Filler]:
    words = {each.low for each in tokens}
    doing = {w for e in events for a in e.source for w in a.text.lower().split()}
    answers = bool(words & ANSWERS)
    if words & HURT:
        yield from _forces(events)
        for first, last in nouns_in(tokens, FORCES & STANDING):
            if guilty(tokens, first, last) or did_harm(tokens, first, last):
                yield "PerpOrg", _said(text, tokens, first, last), tokens[last - 1].low
    for first, last, key in organisations().anywhere(tokens):
        if not against(tokens, first) and (
            answers or low_at(tokens, last - 1) in doing or does(tokens, first, last)
        ):
            yield "PerpOrg", _said(text, tokens, first, last), key


def _forces(events: Sequence[Event]) -> Iterator[Filler]:
    """Yield the armed forces that do an attack: "the Salvadoran army"."""
    for event in events:
        for actor in event.source if event.type == "ASSAULT" else ():
            said = actor.text.lower().removeprefix("the ").split()
            if len(said) < 4 and "of" not in said and said[-1] in FORCES:
                yield "PerpOrg", " ".join(said), said[-1]


def _doers(text: str, tokens: Sequence[Token], events: Sequence[Event]) -> list[str]:
    """Return the sources of a sentence's events, and nouns for attackers that do something."""
    named = [a.text for e in events for a in e.source if a.text.lower().split()[-1] in DOERS]
    doers = [_whole_noun(text, tokens, each) for each in named]
    for first, end in nouns_in(tokens, PERPETRATORS | AGENTS):
        sure = PERPETRATORS & {tokens[end - 1].low} or FOUL & {t.low for t in tokens[first:end]}
        last = with_owner(tokens, first, end)[1]
        if guilty(tokens, first, last) or (sure and does(tokens, first, last)):
            doers.append(_said(text, tokens, first, last))
    return [each for each in doers if each.lower().split()[-1] not in ADJECTIVES]


def _whole_noun(text: str, tokens: Sequence[Token], said: str) -> str:
    """Return a doer with the adjectives and nouns that stand before it in the sentence."""
    head = frozenset({said.lower().split()[-1]})
    whole = (_said(text, tokens, first, last) for first, last in nouns_in(tokens, head))
    return next((each for each in whole if each.endswith(said)), said)


def _said(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end]
