"""Scores dates, places and counts on a development set of press releases that does not ship.

What is compared. The set gives one event a release: its day, its province, the least number killed
and captured. The publication day is what the release prints in its date line or headline; a release
that prints none, or none with a year, cannot be dated to the day by anybody: it is left out of
`date`, and asked that its dates be left unresolved. In one winter the set's day is mostly one
early; so `date` is given with and without those months, and give or take a day. Counts are those of
the events that are undated or of the last days before the release was printed: a number told twice
counts once, and the attack of another month that a release recalls does not count. `killed` asks
that the set's number lie between our low and our high, and that the low be at least half of it, so
that "one or more" is no answer to everything; "least alone" asks that our low be that very number.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from gate.coders import Maker, codings
from truceline.terms.events import Count, Event
from truceline.terms.stories import Passage, Story
from truceline.terms.told import fresh

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
DAY = rf"(?P<month>(?i:{'|'.join(MONTHS)}))[a-z]*\.?\s+(?P<day>\d{{1,2}})\b"
DATE_LINE = re.compile(rf"Afghanistan\s*(?:—|–|-)?\s*\(\s*{DAY}(?:,?\s*(?P<year>20\d\d))?")
HEADLINE = re.compile(rf"(?:^|Update,?\s+){DAY}(?:,?\s*(?P<year>20\d\d))?", re.MULTILINE)
NUMBER = re.compile(r"\b(20\d\d)-(\d\d)-")
WINTER = date(2010, 11, 7), date(2011, 3, 27)
"""Here the set's day is one early in 26 of the 36 releases that name one plain day ("today")."""
SPELLINGS = (
    ("khowst", "khost"), ("ghowr", "ghor"), ("paktia", "paktya"), ("oruzgan", "uruzgan"),
    ("paktiya", "paktya"), ("nimruz", "nimroz"), ("konar", "kunar"), ("jawzjan", "jowzjan"),
    ("lowgar", "logar"), ("sarepol", "sarepul"),
)  # fmt: skip
NEWS = timedelta(3)
"""A release tells of the night before, or of the weekend."""
Figures = dict[str, float]
CAPTURED = frozenset({"captured", "detained"})


def published_of(text: str) -> date | None:
    """Return the day a release prints: its date line's, else its headline's; None without year."""
    head = text[:700]
    found = DATE_LINE.search(head) or HEADLINE.search(head)
    if found is None:
        return None
    month = MONTHS.index(found["month"].lower()[:3]) + 1
    numbered = [int(y) for y, m in NUMBER.findall(head) if abs(int(m) - month) in (0, 1)]
    year = int(found["year"]) if found["year"] else next(iter(numbered), None)
    return date(year, month, int(found["day"])) if year else None


def story_of(text: str, published: date | None) -> Story:
    """Return a release as a story: what comes before the date line is its head."""
    line = re.search(r"Afghanistan\s*(?:—|–|-)?\s*\([^)]*\)\s*[—–-]*\s*", text[:700])
    body = line.end() if line else 0
    passages = []
    for found in re.finditer(r"[^\n]+(?:\n[a-z(][^\n]*)*", text[body:]):
        first, last = body + found.start(), body + found.end()
        if len(text[first:last].split()) > 5 or text[first:last].rstrip().endswith("."):
            passages.append(Passage(first, last, "paragraph"))
    return Story("m", "m.txt", text, "", published=published, passages=tuple(passages))


def province_right(events: Sequence[Event], provinces: Sequence[str]) -> bool:
    """Return whether any event stands in the set's province."""
    named = {plain(w) for e in events if e.place for w in (e.place.name, e.place.admin1 or "")}
    return any(plain(each) in named or any(plain(each) in n for n in named) for each in provinces)


def plain(name: str) -> str:
    """Return a province's name without the differences of transcription."""
    letters = re.sub(r"[^a-z]", "", name.lower())
    for one, other in SPELLINGS:
        letters = letters.replace(one, other)
    return letters


def total(events: Sequence[Event], kinds: frozenset[str]) -> tuple[float, float | None]:
    """Return low and high of the persons counted under some kinds, each number once."""
    counts: list[Count] = [c for e in events for c in fresh(e) if c.what in kinds]
    highs = [c.high for c in counts]
    high = None if None in highs else sum(h for h in highs if h is not None)
    return sum(c.low for c in counts), high


def releases(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the text of each release, and what the set says about it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        human, told = (turn["value"] for turn in json.loads(line)["conversations"][1:3])
        text = human.removeprefix("PRESS RELEASE TEXT:").strip().replace("\u2028", "\n")
        yield text, json.loads(told)


def isaf(path: Path, make: Maker) -> Figures:
    """Return the share of releases where each field is right, of those where it is asked."""
    tally: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for _, truth, published, events in coded(path, make):
        found = judged(events, truth, published)
        asked.update(found.keys())
        tally.update({name: int(good) for name, good in found.items()})
        asked["releases"] += 1
    figures = {name: round(tally[name] / asked[name], 4) for name in sorted(tally)}
    return {**figures, "releases": asked["releases"]}


def coded(
    path: Path, make: Maker
) -> Iterator[tuple[str, dict[str, Any], date | None, list[Event]]]:
    """Yield text, truth, day of publication and news of each release."""
    rows = [(text, truth, published_of(text)) for text, truth in releases(path)]
    stories = [story_of(text, published) for text, _, published in rows]
    for (text, truth, published), coding in zip(rows, codings(make(None), stories), strict=True):
        news = [each for each in coding.events if each.status in ("happened", "ongoing")]
        yield text, truth, published, news


def recent(event: Event, published: date | None) -> bool:
    """Return whether an event is the release's own news: undated, or of the days before it.

    Only what is printed decides: the set's own day is not looked at.
    """
    days = [each for each in (event.date_start, event.date_end) if each]
    if published is None or not days:
        return True
    return any(timedelta(-1) <= published - each <= NEWS for each in days)


def judged(
    events: Sequence[Event], truth: dict[str, Any], published: date | None
) -> dict[str, bool]:
    """Return what is right about a release, of what is asked of it."""
    day = date.fromisoformat(truth["start_date"])
    days = {d for e in events for d in (e.date_start, e.date_end) if d}
    found = {"province": province_right(events, truth["province"])}
    if published is None:
        found["no day printed: left unresolved"] = not any(e.date_prec == "day" for e in events)
    else:
        found["date"] = day in days
        if not WINTER[0] <= published <= WINTER[1]:
            found["date, the winter of 2010-11 left out"] = day in days
        found["date within a day"] = bool(days & {day + timedelta(n) for n in (-1, 0, 1)})
    then = [each for each in events if recent(each, published)]
    for name, kinds in (("killed", frozenset({"killed"})), ("captured", CAPTURED)):
        least = truth[f"min_{name}"]
        low, high = total(then, kinds)
        if least > 0:
            found[name] = low <= least and (high is None or high >= least) and 2 * low >= least
            found[f"{name}: least alone"] = low == least
        else:
            found[f"{name}: none, none said"] = low == 0
    return found
