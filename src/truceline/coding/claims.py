"""What a report claims: each statement of its sentences that a record might bear out or refute."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from truceline.coding.claim_deeds import (
    event_claim,
    reply_claims,
    talks_claims,
    timing_claims,
    truce_claims,
)
from truceline.coding.claim_line import Line, line_of, window_of
from truceline.coding.claim_made import made
from truceline.coding.claim_numbers import number_claims
from truceline.coding.claim_views import (
    likeness,
    not_checkable,
    past_war,
    prediction_claims,
    support_claims,
    trend_claims,
)
from truceline.coding.claim_words import name_table
from truceline.coding.numbers import number_at
from truceline.coding.sentences import sentence_spans
from truceline.terms.claims import Claim, Window
from truceline.terms.events import Coding
from truceline.terms.stories import Story
from truceline.terms.wars import War

_FIRM = ("count", "total", "share", "duration", "event", "timing", "outcome")
_RECENT = 3  # attacks that "they came just ahead of the talks" may speak of
TITLE = -1
"""The number of the title among the sentences."""


def claims_of(story: Story, coding: Coding, war: War | None = None) -> tuple[Claim, ...]:
    """Return the claims of a story's title and paragraphs, in the order of the text.

    Parameters
    ----------
    story : Story
        As it was read.
    coding : Coding
        Its events, by any coder: they lend days and doers where the sentence names them.
    war : War or None
        The war it is set against: its sides' names are known, and it is no past war.

    Returns
    -------
    tuple of Claim
        Every sentence with a number or a day has one; a sentence may have several. Opinions,
        motives and conditions are listed as not checkable.

    Examples
    --------
    >>> from datetime import date
    >>> from truceline.terms.stories import Passage
    >>> text = "On Sunday, Iran fired 40 missiles at Iraq."
    >>> story = Story("s", "s.txt", text, "", published=date(1985, 3, 13),
    ...               passages=(Passage(0, len(text), "paragraph"),))
    >>> [claim] = claims_of(story, Coding("s"))
    >>> claim.kind, claim.about, claim.side, claim.size.low, claim.window.first.isoformat()
    ('count', 'missiles', 'IRN', 40.0, '1985-03-10')
    """
    telling = _Telling(story, coding, war)
    found: list[Claim] = []
    for number, start, end, opens in _sentences(story):
        found += telling.sentence(number, start, end, opens=opens)
    return tuple(found)


def _sentences(story: Story) -> Iterator[tuple[int, int, int, bool]]:
    """Yield number, start, end of each sentence, and whether it opens a paragraph."""
    for passage in story.passages:
        if passage.what == "title":
            yield TITLE, passage.start, passage.end, True
            break
    number = 0
    for passage in story.paragraphs():
        opens = True
        for start, end in sentence_spans(story.text, passage.start, passage.end):
            yield number, start, end, opens
            number, opens = number + 1, False


class _Telling:
    """What is carried from sentence to sentence: the day told of, attacks, a past war."""

    def __init__(self, story: Story, coding: Coding, war: War | None) -> None:
        self.story, self.war = story, war
        self.names = name_table(war)
        self.events = coding.events
        self.told: Window | None = None
        self.recent: list[Window] = []
        self.past: str | None = None
        self.last_past: str | None = None

    def sentence(self, number: int, start: int, end: int, *, opens: bool) -> list[Claim]:
        """Return the claims of one sentence."""
        events = [each for each in self.events if start <= each.evidence.start < end]
        line = line_of(self.story, self.war, (number, start, end), self.names, events, self.told)
        named = past_war(line)
        self.last_past = named or self.last_past
        if named or opens or set(line.side_codes()) & {each.code for each in line.who}:
            self.past = named
        found = list(_claims(line, self.recent, self.past, self.last_past))
        if line.has("comparison", "unlike"):
            self.past = None  # what follows is about this war again
        self._remember(line, found)
        return found

    def _remember(self, line: Line, found: Sequence[Claim]) -> None:
        window = window_of(line)
        if self.past is not None or window is None or window.precision in ("year", "span"):
            return
        self.told = window
        attack = any(each.type == "ASSAULT" for each in line.events)
        things = ("drones", "missiles", "aircraft", "deed")
        if attack or any(each.about in things for each in found):
            self.recent = [each for each in self.recent if each.first != window.first]
            self.recent = [*self.recent, window][-_RECENT:]


def _claims(
    line: Line, recent: Sequence[Window], past: str | None, last_past: str | None
) -> Iterator[Claim]:
    """Yield the claims of one sentence, each once."""
    judged = list(not_checkable(line))
    if any(each.kind == "condition" for each in judged):
        yield from judged
        return
    apart = past and line.has("comparison", "unlike")
    found = list(_about_past(line, past) if past and not apart else _of_this_war(line, recent))
    found += likeness(line, past or last_past)
    if judged:
        found = [
            each
            for each in found
            if each.kind in _FIRM
            or each.about
            in ("phases", "truce", "willing", "reply", "area", "war", "analogues", "balance")
        ]
    seen: set[str] = set()
    for each in [*found, *judged, *([] if found or judged else _unknown(line))]:
        if each.claim_id not in seen:
            seen.add(each.claim_id)
            yield each


def _of_this_war(line: Line, recent: Sequence[Window]) -> Iterator[Claim]:
    """Yield the claims of a sentence about the war itself."""
    if line.has("balance"):
        yield made(line, "trend", "deeds do not follow words of peace", about="balance")
        return
    trends = list(trend_claims(line))
    counted = any(each.factor for each in trends)
    numbers = [] if counted else list(number_claims(line))
    yield from numbers
    yield from trends
    parts = [
        *talks_claims(line),
        *truce_claims(line),
        *timing_claims(line, recent),
        *reply_claims(line),
        *support_claims(line),
        *prediction_claims(line),
    ]
    yield from parts
    told = {each.about for each in (*numbers, *parts)}
    if not trends and not told & {
        "drones",
        "missiles",
        "drones and missiles",
        "talks",
        "truce",
        "aid",
        "reply",
        "exchange",
        "bodies",
        "losses",
        "area",
    }:
        yield from event_claim(line)


def _about_past(line: Line, past: str) -> Iterator[Claim]:
    """Yield the claims of a sentence about a past war, each marked with it."""
    for each in (*number_claims(line), *truce_claims(line), *support_claims(line)):
        yield replace(each, war=past)


def _unknown(line: Line) -> Iterator[Claim]:
    """Yield a claim for a sentence with a number or a day that no rule knows."""
    numbers = any(
        number_at(line.tokens, at) for at in range(len(line.tokens)) if line.tokens[at].low != "one"
    )
    if line.whens or numbers:
        window = window_of(line)
        yield made(
            line,
            "event" if line.whens else "count",
            "a statement no rule knows",
            about="unknown",
            window=window,
        )
