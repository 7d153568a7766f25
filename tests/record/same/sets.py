"""The sets of reports that linking is held to: read, coded by hand or by the coder, and scored."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from truceline.coding.parsed import ParsedCoder
from truceline.record.rows import row
from truceline.record.same.link import Linked, link
from truceline.record.same.mention import Figure, Mention, Spot, mention
from truceline.terms.stories import Passage, Story

FOLDER = Path(__file__).parent
COUNTED = ("killed", "wounded", "exchanged", "drones", "missiles", "aircraft")


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of tellings in two reports: right, made up, missed."""

    right: int
    wrong: int
    missed: int
    wrongly: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)

    def __str__(self) -> str:
        pairs = self.right + self.missed
        return f"precision {self.precision:.3f}, recall {self.recall:.3f} of {pairs} pairs"


def reports(name: str) -> list[dict[str, Any]]:
    """Return the reports of a set: open or held."""
    return list(tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))["report"])


def by_hand(name: str) -> tuple[list[Mention], list[str]]:
    """Return the tellings of a set as coded by hand, and the event each tells of."""
    places = tomllib.loads((FOLDER / "places.toml").read_text("utf-8"))["place"]
    found, events = [], []
    for report in reports(name):
        for number, told in enumerate(report["tells"]):
            if told["event"] == "-":  # something else, there for the coder's readings alone
                continue
            found.append(_mention(report, number, told, places))
            events.append(told["event"])
    return found, events


def by_coder(name: str, coder: ParsedCoder) -> tuple[list[Mention], list[str]]:
    """Return the tellings of a set as the coder reads them, and the event each tells of.

    A coded event tells of the event that the hand coding has for its sentence and type, and of one
    of its own where there is none, or where several are left to choose from.
    """
    found, events = [], []
    given = reports(name)
    for report, coding in zip(given, coder.batch([_story(each) for each in given]), strict=True):
        for event in coding.events:
            plain = row(event, war=None, retrieved_at="", redistribute="open")
            made = mention(plain, json.dumps(event.as_dict(), default=str), report["date"])
            found.append(made)
            events.append(_event(report, made, (event.evidence.start, event.evidence.end)))
    return found, events


def score(linked: Linked, events: Sequence[str], meant: frozenset[Any] | None = None) -> Score:
    """Return how many pairs of two reports are linked as they should be.

    What should be linked is `meant`, or else all that tell of one of the events.

    Tellings of one report with one event, or in one group, count once: a pair is two reports and
    what they tell of. A telling of an event of its own that is linked to anything counts as wrong.
    """
    said = set(_across(linked.groups, linked.mentions, lambda place: events[place]))
    meant = true_pairs(linked.mentions, events) if meant is None else meant
    wrong, lost = sorted(said - meant), sorted(meant - said)
    return Score(
        len(said & meant), len(wrong), len(lost), tuple(map(str, wrong)), tuple(map(str, lost))
    )


def true_pairs(mentions: Sequence[Mention], events: Sequence[str]) -> frozenset[Any]:
    """Return the pairs of two reports that tell of one event."""
    true: dict[str, list[int]] = {}
    for place, event in enumerate(events):
        true.setdefault(event, []).append(place)
    return frozenset(_across(true.values(), mentions, lambda place: events[place]))


def scored(name: str, coder: ParsedCoder | None = None) -> Score:
    """Return the score of a set, coded by hand where no coder is given.

    What the coder did not find at all counts as missed.
    """
    told, events = by_hand(name)
    meant = true_pairs(told, events)
    mentions, read = by_coder(name, coder) if coder else (told, events)
    return score(link(mentions), read, meant)


def _across(
    groups: Iterable[Sequence[int]], mentions: Sequence[Mention], name: Any
) -> Iterator[tuple[Any, ...]]:
    for group in groups:
        told = sorted({(mentions[place].story_id, name(place)) for place in group})
        for one, two in combinations(told, 2):
            if one[0] != two[0]:
                yield one, two


def _story(report: dict[str, Any]) -> Story:
    text = report["text"]
    return Story(
        report["id"], f"{report['id']}.txt", text, "", published=report["date"], language="en",
        passages=(Passage(0, len(text), "paragraph"),),
    )  # fmt: skip


def _event(report: dict[str, Any], made: Mention, evidence: tuple[int, int]) -> str:
    text = report["text"]
    own = f"{report['id']}:{made.sentence}:{made.type}:{evidence[0]}"
    first = text.find(made.text)
    fitting = [
        told for told in report["tells"]
        if told["type"] == made.type
        and first <= text.find(told["said"]) < first + len(made.text)
    ]  # fmt: skip
    if len(fitting) > 1:
        fitting = [each for each in fitting if _overlap(text.find(each["said"]),
                   len(each["said"]), evidence) > len(each["said"]) / 2]  # fmt: skip
    if len(fitting) > 1:  # one sentence, one type, two days
        fitting = [each for each in fitting if made.start and each["on"] == str(made.start)]
    if not fitting:  # a sentence that goes on with what the report told, such as its toll
        alike = [told for told in report["tells"] if told["type"] == made.type]
        fitting = alike if len(alike) == 1 and made.status != "background" else []
    return fitting[0]["event"] if len(fitting) == 1 and fitting[0]["event"] != "-" else own


def _overlap(start: int, length: int, evidence: tuple[int, int]) -> int:
    return min(start + length, evidence[1]) - max(start, evidence[0])


def _mention(
    report: dict[str, Any], number: int, told: dict[str, Any], places: dict[str, list[Any]]
) -> Mention:
    first, _, last = told["on"].partition("/")
    month = len(first) == len("2024-04")
    start = date.fromisoformat(f"{first}-01" if month else first)
    end = start.replace(day=28) if month else date.fromisoformat(last or first)
    return Mention(
        id=f"{report['id']}/{number}", story_id=report["id"], sentence=number, text=told["said"],
        published=report["date"], type=told["type"], mode=told.get("mode"),
        source=frozenset(told.get("source", ())), target=frozenset(told.get("target", ())),
        by=frozenset(told.get("by", ())), start=start, end=end, spot=_spot(told.get("at"), places),
        figures=tuple(_figure(what, told[what]) for what in COUNTED if what in told),
    )  # fmt: skip


def _spot(name: str | None, places: dict[str, list[Any]]) -> Spot | None:
    if name is None:
        return None
    admin1, country, north, east, prec = places[name]
    return Spot(name, name, admin1 or None, country, (north, east), prec)


def _figure(what: str, said: str) -> Figure:
    low, dots, high = said.partition("..")
    top = (float(high) if high else None) if dots else float(low)
    return Figure(what, "", float(low), top)
