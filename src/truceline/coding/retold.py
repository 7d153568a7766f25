"""The same number told twice in one story: found, so that it is not added up twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

from truceline.coding.tokens import word_set
from truceline.terms.events import Count, Event
from truceline.terms.told import TOLD_BEFORE, TOTAL

SINCE = re.compile(
    r"\b(?:since|so far|to date|in total|this (?:month|year)|(?:past|last) (?:\w+ )?"
    r"(?:days|weeks|months?|years?))\b",
    re.IGNORECASE,
)
SUMMED = re.compile(r"\b(?:has|have|had|more than|over|total of|\w+ly)\b", re.IGNORECASE)
SEVERAL = re.compile(
    r"\b(?:separate|various|different)(?: \w+){0,3} (?:operations|attacks|incidents|raids|clashes|"
    r"strikes|engagements|battles)\b",
    re.IGNORECASE,
)
FEW = 3
"""The low of "several" and "numerous": what they sum up is better known from its parts."""
GROUP = {"captured": "held", "detained": "held", "abducted": "held"}
BACK = word_set("the all both these those that its their he she him")
MORE = word_set("another additional other others more further separate second third fellow")
APART = word_set("separate separately elsewhere meanwhile")
BESIDES = word_set("another also additionally")
GENERAL = word_set(
    "individual individuals person persons people suspect suspects man men male males insurgent "
    "insurgents militant militants fighter fighters rebel rebels detainee detainees prisoner "
    "prisoners victim victims casualty casualties body bodies attacker attackers gunman gunmen "
    "shooter shooters associate associates suspected"
)
WORD = re.compile(r"[\w']+")
PART = re.compile(r"\w+ of (?:the|these|those|them)\b")


@dataclass(slots=True)
class Told:
    """A number as it was first told: where, and as what."""

    event: int
    place: int
    sentence: int
    count: Count
    listed: bool = False


def retold(events: Sequence[Event]) -> list[Event]:
    """Return the events of one story with the numbers marked that it gives more than once.

    Parameters
    ----------
    events : sequence of Event
        In the order of the text.

    Returns
    -------
    list of Event
        `roles["counted_before"]` names the counts not to be added up; nothing else is changed.

    Notes
    -----
    A number is told again where the text points back ("the two men"), where the same number of
    the same persons suffers the same in the same place and time, and where an exact number fills
    in a vague one ("several insurgents", then "three"). Words such as "another" or "separately"
    and another place or day set it apart; back at the first place and day, it is told again. What
    "several" killed in "separate raids" sums up is left out where its parts are told.

    Examples
    --------
    >>> retold([])
    []
    """
    ledger = Ledger(events)
    last: Event | None = None
    totals = [running(each) for each in events]
    for number, event in enumerate(events):
        if event.status not in ("happened", "ongoing") or totals[number]:
            continue
        if last is not None and event.sentence != last.sentence:
            ledger.go_on(last, event)
        for place, count in enumerate(event.counts):
            if count.included_in is None:
                ledger.tell(number, place)
            else:
                ledger.absorb(count)
        last = event
    return [
        _marked(event, ledger.again.get(number), total=total)
        for number, (event, total) in enumerate(zip(events, totals, strict=True))
    ]


class Ledger:
    """The numbers told so far: of this scene, of those before it, and vague sums of several."""

    def __init__(self, events: Sequence[Event]) -> None:
        self.events = events
        self.scene: list[Told] = []
        self.before: list[Told] = []
        self.sums: list[Told] = []
        self.again: dict[int, set[int]] = {}

    def go_on(self, last: Event, event: Event) -> None:
        """Begin another scene where a sentence leaves the last one."""
        if _set_apart(event):
            self.scene, self.before = [], []
        elif _moved(last, event):
            self.scene, self.before = [], self.before + self.scene

    def tell(self, number: int, place: int) -> None:
        """Take in a number; note which is the one to spare where it was told before."""
        event, count = self.events[number], self.events[number].counts[place]
        heard = [each.quote for each in event.counts[: place + 1]].count(count.quote)
        later = heard > event.sentence_text.count(count.quote)  # in a sentence that went on
        listed = len([c for c in event.counts if c.included_in is None]) > 1
        told = Told(number, place, -1 - number if later else event.sentence, count, listed)
        if _sums_up(event, count):
            self.sums.append(told)
            return
        for each in self.sums:
            if _part(each, told):
                self._spare(each)
        whole = sum(t.count.low for t in self.scene if _group(t.count) == _group(count))
        back = [each for each in self.before if _returns(self.events[each.event], event)]
        near = (each for each in self.scene + back if _same(each, told, event, whole))
        first = next(near, None)
        if first is None:
            self.scene.append(told)
        elif _fills(first.count, count):
            self._spare(first)
            self.scene = [each for each in self.scene if each is not first] + [told]
        else:
            self._spare(told)

    def absorb(self, part: Count) -> None:
        """Mark one that was told alone and is now part of a whole: "including the commander"."""
        if not part.quote.lower().startswith("the "):
            return
        for told in self.scene:
            kin = _group(told.count) == _group(part) and _noun(told.count.of) == _noun(part.of)
            if kin and told.count.low == part.low:
                self._spare(told)
                return

    def _spare(self, told: Told) -> None:
        self.again.setdefault(told.event, set()).add(told.place)


def running(event: Event) -> bool:
    """Return whether an event sums up a stretch of time: "have detained 125 men since June"."""
    if not event.counts:
        return False
    found = SINCE.search(event.sentence_text)
    return bool(found and SUMMED.search(event.sentence_text)) and not (
        event.date_prec == "day" and "date" not in event.roles
        and event.date_text is not None and "since" not in event.date_text.lower()
    )  # fmt: skip


def _marked(event: Event, again: set[int] | None, *, total: bool) -> Event:
    if not again and not total:
        return event
    roles = dict(event.roles)
    if again:
        roles[TOLD_BEFORE] = sorted(again)
    if total:
        roles[TOTAL] = True
    return replace(event, roles=roles)


def _set_apart(event: Event) -> bool:
    """Return whether a word tells an event as another one: "Separately, …"."""
    opening = [each[0] for each in islice(WORD.finditer(event.sentence_text.lower()), 6)]
    return bool(APART & set(opening[:2])) or "separate" in opening


def _sums_up(event: Event, count: Count) -> bool:
    """Return whether a vague number is of several deeds: "several killed in separate raids"."""
    return count.high is None and count.low <= FEW and bool(SEVERAL.search(event.sentence_text))


def _part(whole: Told, part: Told) -> bool:
    """Return whether an exact number is one of those that a vague one sums up."""
    return part.count.high is not None and _group(whole.count) == _group(part.count)


def _moved(last: Event, event: Event) -> bool:
    """Return whether an event is told of another place or day of its own than the last."""
    one, two = last.place, event.place
    moved = one is not None and two is not None and (
        one.admin1 is not None and two.admin1 is not None and one.admin1 != two.admin1
        and one.country == two.country
    )  # fmt: skip
    days = (last.date_start, event.date_start)
    later = None not in days and "date" not in event.roles and days[0] != days[1]
    return moved or later


def _returns(first: Event, event: Event) -> bool:
    """Return whether a story that has told of other things is back at the place and day of one."""
    one, two = first.place, event.place
    here = one is not None and two is not None and one.admin1 is not None and (
        (one.country, one.admin1) == (two.country, two.admin1))  # fmt: skip
    ends = (first.date_start, first.date_end, event.date_start, event.date_end)
    days = [each for each in ends if each is not None]
    return here and len(days) == len(ends) and days[0] <= days[3] and days[2] <= days[1]


def _same(first: Told, then: Told, event: Event, whole: float) -> bool:
    """Return whether `then` is the number that `first` told, or `whole`, all told so far.

    "The leader and two other men" sets the men apart from the leader, not from men told before.
    """
    one, two = first.count, then.count
    if _group(one) != _group(two) or first.sentence == then.sentence or one.unit != two.unit:
        return False
    words = set(WORD.findall(two.quote.lower()))
    back = _before(event.sentence_text, two.quote)
    before = set(WORD.findall(one.quote.lower())) & MORE
    listed = first.listed or then.listed
    opening = set(WORD.findall(event.sentence_text.lower())[:2])
    if ((words | {back}) & MORE or opening & BESIDES) and not before and not listed:
        return False
    pointed = bool({back, *WORD.findall(two.quote.lower())[:1]} & BACK)
    fits = two.low == one.low or one.high is None or two.high is None
    smaller = two.high is not None and two.high <= one.low
    if listed and words & MORE and _noun(one.of) == _noun(two.of):
        fits = fits or smaller
    kin = _kin(one.of, two.of)
    if words & {"all"} or back == "all":  # "all 11" are not among four
        return fits or smaller or two.low == whole
    if pointed:
        return kin and (fits or smaller)
    if PART.match(two.quote.lower()):
        return kin and (fits or smaller)
    others = one.of is None and "others" in one.quote.lower()
    general = {(one.of or "people").lower(), (two.of or "people").lower()} <= GENERAL
    return fits and (_noun(one.of) == _noun(two.of) or others or general)


def _fills(vague: Count, exact: Count) -> bool:
    """Return whether a later number is the better one of two for the same persons."""
    return vague.high is None and exact.low > vague.low


def _group(count: Count) -> str:
    return GROUP.get(count.what, count.what) + ("" if count.unit == "persons" else str(count.of))


def _noun(of: str | None) -> str:
    return (of or "people").lower().removesuffix("s")


def _kin(one: str | None, two: str | None) -> bool:
    """Return whether two nouns may stand for the same persons: "leader", "individual"."""
    return (
        _noun(one) == _noun(two)
        or one is None
        or two is None
        or bool({one.lower(), two.lower()} & GENERAL)
    )


def _before(sentence: str, quote: str) -> str:
    """Return the word before a quote."""
    words = WORD.findall(sentence[: max(0, sentence.find(quote))].lower())
    return words[-1] if words else ""
