"""From coded events to the fillers of an incident's roles: who did it, to what and whom, with what.

An incident is an attack that the coder finds, other than one by or on armed forces. Its doers are
the event's sources; its organisations, things, persons and weapons are looked for in the sentence
that the event stands in. Only texts of the report are filled in; lists were written by hand while
looking at the training half.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from tomllib import loads

from truceline.coding.lexicon import lexicons, read_toml
from truceline.coding.phrases import Phrases
from truceline.coding.sentences import sentence_spans
from truceline.coding.spans import low_at
from truceline.coding.tokens import Token, tokens_of
from truceline.coding.truecase import truecased
from truceline.terms.events import Coding, Event
from truceline.terms.stories import Passage, Story

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
PARAGRAPH = re.compile(r"(?:(?! {3,}|\n\s*\n).)+", re.DOTALL)
TABLE = loads((Path(__file__).with_name("fillers.toml")).read_text("utf-8"))
DOERS = frozenset(TABLE["doers"].split())
ARMED = frozenset(TABLE["armed"].split())
STRUCK = frozenset(TABLE["things"].split())
STOPS = frozenset(TABLE["stops"].split())
GIVEN = frozenset(TABLE["given"].split())
SPEECH = frozenset(TABLE["speech"].split())
TITLES = frozenset(TABLE["titles"].split())
PLAIN = frozenset(TABLE["plain"].split()) | STRUCK | DOERS
PERPETRATORS = frozenset(TABLE["perpetrators"].split())
VIOLENT = frozenset(TABLE["violent"].split())
RUIN = frozenset(TABLE["ruin"].split())
HURT = frozenset(TABLE["hurt"].split())
ADJECTIVES = frozenset({"terrorist", "subversive", "rebel", "guerrilla", "newspaper"})
ARMS = frozenset({"bomb", "mine", "missile", "artillery", "firearm", "other"})
TAIL = re.compile(r"\s+(?:fire|attacks?|explosions?|blasts?)$")


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

    A report with no incident has none. In one that has, every sentence is read that tells of an
    incident or has words for one.
    """
    events = [each for each in coding.events if incident(each)]
    if not events:
        return
    told = {each.sentence_text for each in events}
    seen: set[tuple[str, str]] = set()
    for passage in story.paragraphs():
        for start, end in sentence_spans(story.text, passage.start, passage.end):
            text = story.text[start:end]
            tokens = tokens_of(text)
            if text not in told and not {each.low for each in tokens} & VIOLENT:
                continue
            own = [each for each in events if each.sentence_text == text]
            for role, mention, key in _of_sentence(text, tokens, own):
                if (role, key) not in seen:
                    seen.add((role, key))
                    yield role, mention


def incident(event: Event) -> bool:
    """Return whether an event is an attack that did or shall happen, not one of a battle."""
    if event.type != "ASSAULT" or event.status in ("denied", "hypothetical", "background"):
        return False
    doers = {w for a in event.source for w in a.text.lower().split()}
    hit = {w for a in event.target for w in a.text.lower().split()}
    battle = hit & ARMED and not hit & HURT
    flown = any(each.kind == "aircraft" for each in event.instruments)
    return not (flown or battle or (doers & ARMED and not doers & DOERS))


def _of_sentence(
    text: str, tokens: Sequence[Token], events: Sequence[Event]
) -> Iterator[tuple[str, str, str]]:
    named = [a.text for e in events for a in e.source if a.text.lower().split()[-1] in DOERS]
    doers = [_whole_noun(text, tokens, each) for each in named]
    if not doers:
        doers = [_said(text, tokens, a, b) for a, b in nouns_in(tokens, PERPETRATORS)]
    for doer in doers:
        yield "PerpInd", doer, doer.lower().split()[-1].removesuffix("s")
    for first, last, key in organisations().anywhere(tokens):
        yield "PerpOrg", _said(text, tokens, first, last), key
    for first, last, kind in lexicons().instruments.anywhere(tokens):
        said = TAIL.sub("", _said(text, tokens, first, last).lower())
        if kind in ARMS and not said.endswith(("ing", "ings")):
            yield "Weapon", said, said.split()[-1].removesuffix("s")
    for first, last in nouns_in(tokens, STRUCK):
        if events and {each.low for each in tokens} & RUIN:
            yield "Target", _said(text, tokens, first, last), tokens[last - 1].low.removesuffix("s")
    if {each.low for each in tokens} & HURT:
        for first, last in names_in(tokens):
            yield "Victim", _said(text, tokens, first, last), tokens[last - 1].low


def _whole_noun(text: str, tokens: Sequence[Token], said: str) -> str:
    """Return a doer with the adjectives and nouns that stand before it in the sentence."""
    head = frozenset({said.lower().split()[-1]})
    whole = (_said(text, tokens, first, last) for first, last in nouns_in(tokens, head))
    return next((each for each in whole if each.endswith(said)), said)


def _said(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return text[tokens[first].start : tokens[last - 1].end]


@cache
def organisations() -> Phrases[str]:
    """Return the names of armed groups, each with the first name of its group."""
    rows = [(n, row["names"][0]) for row in read_toml("groups")["group"] if row["sector"] == "REB"
            for n in row["names"]]  # fmt: skip
    return Phrases(rows + [(n, names[0]) for names in TABLE["groups"] for n in names])


def nouns_in(tokens: Sequence[Token], heads: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the spans of some nouns, each with the adjectives and nouns before it."""
    for at, token in enumerate(tokens):
        after = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if token.low not in heads or after in heads:
            continue
        if token.low in ADJECTIVES and after[:1].isalpha() and after not in STOPS:
            continue  # "a terrorist attack"
        first = at
        while first and _modifies(tokens, first - 1):
            first -= 1
        if at - first <= 4:
            yield first, at + 1


def _modifies(tokens: Sequence[Token], at: int) -> bool:
    """Return whether a word may stand before a noun: no function word; "U.S." counts as one."""
    token = tokens[at]
    short = token.low in ("u", "s") and "." in (low_at(tokens, at - 1), low_at(tokens, at + 1))
    dotted = token.text == "." and low_at(tokens, at - 1) in ("u", "s")
    return short or dotted or (token.low not in STOPS and token.text[:1].isalpha())


def names_in(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Yield the spans of persons' names, but those of who speaks.

    A name begins with a usual given name, or follows a title ("judge") in two words or more.
    """
    at = 0
    while at < len(tokens):
        titled = low_at(tokens, at - 1) in TITLES and tokens[at].low not in STOPS | TITLES | PLAIN
        if tokens[at].low not in GIVEN and not titled:
            at += 1
            continue
        last = at + 1
        while last < len(tokens) and last - at < 5 and tokens[last].low.isalpha() and (
            tokens[last].low not in STOPS | PLAIN or tokens[last].low in ("de", "la", "del")
        ):  # fmt: skip
            last += 1
        near = {each.low for each in tokens[max(0, at - 3) : last + 3]}
        after = low_at(tokens, last)
        if last - at >= 2 and not near & SPEECH and after not in PLAIN:
            yield at, last
        at = last
