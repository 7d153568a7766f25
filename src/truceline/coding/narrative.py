"""What a story carries from one sentence to the next: its day, its place, its last attack."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from truceline.coding.actors import CALENDAR, Mention
from truceline.coding.cast import HOSTILE, Cast, facing
from truceline.coding.dates import MONTHS, When
from truceline.coding.dealings import Dealings
from truceline.coding.draft import Draft
from truceline.coding.lexicon import Lexicons
from truceline.coding.places import DISTRICT, Where
from truceline.coding.reckoned import runs_on
from truceline.coding.tokens import Token, word_set
from truceline.terms.events import Actor, Place

APART = word_set("parallel meanwhile separately elsewhere earlier later also another additionally")
RESULT = word_set("damage toll casualties losses death wounded dead victims injured")
NEWS = 7  # days
STAYING = 2  # paragraphs
AFRESH = ("this time", "today", "now", "at present", "currently", "meanwhile")


@dataclass(slots=True)
class Memory:
    """The state of the telling; `paragraph` numbers count from 0."""

    published: date | None
    war_start: date | None
    sides: frozenset[str]
    war_words: frozenset[str] = frozenset()
    paragraph: int = 0
    told: date | None = None
    when: When | None = None
    when_at: int = -9
    announced: bool = False
    lead: When | None = None
    past_from: int = -9
    attack: Draft | None = None
    attack_at: int = -9
    attack_event: int = -1
    talks_event: int = -1
    talks_at: int = -9
    talks_place: Place | None = None
    talks_place_at: int = -9
    dispatch: bool = False
    place: Place | None = None
    place_at: int = -9
    elsewhere: bool = False
    states: frozenset[str] = frozenset()
    districts: dict[str, Place] = field(default_factory=dict)
    extra: dict[int, list[int]] = field(default_factory=dict)
    recent: tuple[tuple[Actor, str], ...] = ()
    known: dict[str, Actor] = field(default_factory=dict)
    dealings: Dealings = field(default_factory=Dealings)
    just: tuple[Actor, ...] = ()
    cast: Cast = field(default_factory=Cast)

    def deal(self, draft: Draft, number: int) -> None:
        """Note who acted with or against whom in an event; what was not done makes no enemies."""
        if (draft.status or draft.reading.status) == "denied" and draft.type in HOSTILE:
            return
        self.dealings.note(draft, number)
        self.cast = facing(self.cast, draft.type, draft.source, draft.target)

    def stands(self) -> bool:
        """Return whether a deed without a place is where the one before it in its paragraph was."""
        far = STAYING if self.dispatch else 0  # a press release tells of one deed to its end
        return self.paragraph - self.place_at <= far and not self.elsewhere

    def goes_on(self) -> bool:
        """Return whether a place stays that of what follows: in a press release, or an address.

        News that names a town goes on to tell of others, in four cases of five.
        """
        return self.dispatch or (
            self.place is not None and self.place.where_prec in (DISTRICT, DISTRICT + 1)
        )

    def sat(self, drafts: Iterable[Draft]) -> None:
        """Note where those who met in a sentence sat down."""
        for draft in drafts:
            if draft.type == "CONSULT" and draft.place is not None:
                self.talks_place, self.talks_place_at = draft.place, self.paragraph

    def seat(self, draft: Draft) -> None:
        """Let a meeting without a place be where the one told just before it was."""
        near = self.paragraph - self.talks_place_at <= 1 and draft.trigger.kind != "phone"
        if near and draft.type == "CONSULT" and draft.place is None:
            draft.place = self.talks_place
            draft.basis["place"] = "carried on from the sentence before"

    def near_by(self) -> Place | None:
        """Return the town told of last, which "there" and "the town" mean."""
        town = self.place is not None and self.place.where_prec <= 2
        return self.place if town and self.paragraph - self.place_at < STAYING else None

    def looks_back(self) -> bool:
        """Return whether the day told of is long past: what follows is then told of it too.

        News runs on to other deeds of its days, and says so less often than a look back does.
        """
        if self.when is None or self.when.end is None or self.published is None:
            return self.when is not None
        return (self.published - self.when.end).days > NEWS

    def seen(self, codes: Iterable[str | None]) -> frozenset[str]:
        """Note the states that a sentence names; return those of the story and of the war."""
        self.states |= {code for code in codes if code}
        return self.sides | self.states


def date_story(memory: Memory, drafts: Sequence[Draft], whens: Sequence[When]) -> None:
    """Note the day that a sentence tells of.

    Parameters
    ----------
    memory : Memory
        What the story told; it is changed.
    drafts : sequence of Draft
        The sentence's events, dated.
    whens : sequence of When
        The sentence's own dates.
    """
    dated = [d.when for d in drafts if d.when is not None and "date" not in d.basis]
    own = [w for w in whens if w.own and not w.span and w.start and not runs_on(w)
           and not is_past_day(memory, w)]  # fmt: skip
    if own:
        own = [w for w in own if w.apart is None] or own
        own = [w for w in dated if w in own] or own
    sharp = [w for w in own if w.prec in ("day", "week") or memory.when is None]
    if sharp:
        memory.when, memory.when_at, memory.told = sharp[0], memory.paragraph, sharp[0].start
        memory.announced = not any(each.when in sharp for each in drafts)
        if memory.lead is None and memory.paragraph <= 1 and not memory.looks_back():
            memory.lead = memory.when
    elif drafts and drafts[-1].when is not None and (
        dated or (memory.looks_back() and memory.lead is None)
    ):  # fmt: skip
        memory.when_at = memory.paragraph


def carried(
    memory: Memory, tokens: Sequence[Token], draft: Draft, whens: Sequence[When]
) -> When | None:
    """Return the day told of so far for a deed that its own sentence does not date.

    Parameters
    ----------
    memory : Memory
        What the story told.
    tokens : sequence of Token
        The sentence: one with another time of its own is not of that day.
    draft : Draft
        The deed: an answer or aid may have come on any day since; not so what those who met agreed.
    whens : sequence of When
        The dates of the sentence, none of them the deed's.

    Returns
    -------
    When or None
        In the same paragraph; in the next one, too, where no deed of the day's own sentence was of
        that day ("On Sunday, a blow fell."), and in a press release, there with the lead's day.
    """
    gap = memory.paragraph - memory.when_at
    on = memory.dispatch or memory.announced
    if memory.when is None or not memory.when.start or gap > (1 if on else 0):
        return None
    agreed = draft.type == "AGREE" and not gap and memory.dealings.have_met(draft)
    own = memory.dispatch and draft.type not in ANSWERS
    if not (agreed or own or draft.type in HAPPENING):
        return None
    if any(w.start is None or w.span or w.apart for w in whens) or has_time(tokens):
        return None
    back = memory.looks_back() and not (gap and memory.lead)
    return memory.lead if gap and memory.lead is not None and not back else memory.when


HAPPENING = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""What a paragraph goes on to tell of these is of its day; talks and moves need not be."""
ANSWERS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE"})
LONG = word_set("days weeks months years decades hours")
CLOCK = word_set("midday noon midnight dawn dusk daybreak nightfall sunrise sunset")


def has_time(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence names a time that is no date: "until", "at noon", "in two years".

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> [has_time(tokens_of(each)) for each in ("It fell at noon", "It fell later", "It fell")]
    [True, True, False]
    """
    for place, token in enumerate(tokens):
        low, before = token.low, tokens[place - 1].low if place else ""
        if low in CLOCK or low in ("until", "till", "later", "earlier", "previously", "formerly"):
            return True
        if (low == "m" and before == ".") or low in ("a.m", "p.m", "a.m.", "p.m."):
            return True
        since = {each.low for each in tokens[max(0, place - 4) : place]} if low in LONG else set()
        if since & {"in", "for", "over", "recent", "within", "past"}:
            return True
    return False


def without_places(mentions: Sequence[Mention], places: Sequence[Where]) -> list[Mention]:
    """Return mentions without unknown names that are places: a town is where, not who.

    Examples
    --------
    >>> without_places([Mention(0, 1, (), "name")], [])
    [Mention(first=0, last=1, actors=(), kind='name', possessive=False)]
    """
    towns = {i for where in places for i in range(where.first, where.last)}
    return [each for each in mentions if each.kind != "name" or each.first not in towns]


def names_elsewhere(
    tokens: Sequence[Token], mentions: Sequence[Mention], places: Sequence[Where]
) -> bool:
    """Return whether a sentence names a place that is not known: "in Claudy", "along the Imjin".

    What happened there did not happen where the sentence before it stood.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> names_elsewhere(tokens_of("Shots fell in Claudy."), [], [])
    True
    >>> names_elsewhere(tokens_of("Shots fell in May."), [], [])
    False
    """
    after = [at + 1 for at, each in enumerate(tokens[:-1]) if each.low in WHERE]
    after += [at + 1 for at in after if tokens[at].low == "the" and at + 1 < len(tokens)]
    if not after:
        return False
    known = {i for each in places for i in range(each.first, each.last)}
    known |= {i for each in mentions if each.kind not in ("name", "none")
              for i in range(each.first, each.last)}  # fmt: skip
    return any(
        tokens[at].text[0].isupper() and tokens[at].text[1:].islower() and at not in known
        and tokens[at].low not in CALENDAR and tokens[at].low not in MONTHS
        for at in after
    )  # fmt: skip


WHERE = word_set("in at near outside around along across inside")


def is_past_day(memory: Memory, when: When) -> bool:
    """Return whether a date lies in another era than the report: two calendar years back.

    With a war given, what lies before the war is past, and what lies in it is not; a report from
    before that war is read as without it.
    """
    if when.end is None:
        return False
    if memory.war_start is not None and not (
        memory.published is not None and memory.published < memory.war_start):  # fmt: skip
        return when.end < memory.war_start
    return memory.published is not None and when.end.year < memory.published.year - 1


def names_past_war(memory: Memory, tokens: Sequence[Token], lexicons: Lexicons) -> bool:
    """Return whether a sentence names another, past war."""
    for first, last, name in lexicons.past_wars.anywhere(tokens):
        known = set(name.split()) - {"war", "the", "of", "civil"}
        if any(tokens[i].text[:1].isupper() for i in range(first, last)) and not (
            known and known <= memory.war_words
        ):
            return True
    return False


def opens_afresh(tokens: Sequence[Token]) -> bool:
    """Return whether a sentence leaves the day told of so far: "This time, …"."""
    return " ".join([each.low for each in tokens[:3]]).startswith(AFRESH)


def continues_attack(memory: Memory, tokens: Sequence[Token], draft: Draft | None) -> bool:
    """Return whether a sentence only adds numbers to the attack told before it.

    So it is in the attack's own paragraph where "the damage" or "the toll" is its subject, or
    where something counted "was hit" by nobody named, and no word such as "meanwhile" parts them.
    """
    if memory.attack is None or memory.attack_at != memory.paragraph:
        return False
    opening = [each.low for each in tokens[:5]]
    if set(opening) & APART or has_time(tokens):
        return False
    if draft is None:
        return opening[:1] in (["the"], ["its"], ["their"]) and bool(set(opening[1:4]) & RESULT)
    same = draft.when is None or draft.when.start == getattr(memory.attack.when, "start", None)
    return (
        draft.type == "ASSAULT" and draft.trigger.passive and not draft.source and same
        and draft.place is None and draft.trigger.kind != "incident"
        and any(each.first < draft.trigger.first for each in draft.counts)
    )  # fmt: skip
