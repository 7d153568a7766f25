"""A made-up brief, rich enough to show every part of the page."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from truceline.terms.briefs import Brief, InputFile, Track, TwoColumns
from truceline.terms.events import (
    Actor,
    CoderId,
    Coding,
    Count,
    Event,
    Evidence,
    Instrument,
    Issue,
    Place,
    SetAside,
)
from truceline.terms.ontology import QUAD_OF
from truceline.terms.results import QUESTIONS, Answer, Check, DataUsed, Estimate, Profile
from truceline.terms.stories import Passage, Story
from truceline.terms.wars import Round, Series, Side, Strike, Truce, War

NORTH, SOUTH = Actor("Northland", "NOR"), Actor("the southern army", "SOU", "MIL")
ATTACKS = Series(
    name="north_launches", file="n.csv", unit="drones and missiles", side="NOR", holds="attacks",
    what="Northern launches", reported_by="the southern air force",
)  # fmt: skip
LOSSES = Series(
    name="south_losses", file="s.csv", unit="persons", side="SOU", holds="losses",
    what="Southern losses", reported_by="the northern staff",
)  # fmt: skip
FIRST = (
    "Share\n"
    "Bridges burn before the talks\n"
    "Northland sent more than 900 drones at the port on Sunday, killing at least 16 people, "
    "including three children.\n"
    "The southern army may have struck two airfields; damage was put at $7bn.\n"
    "On Monday the two sides met in Lake City and agreed to exchange prisoners.\n"
    "In 1904 another war was fought here.\n"
    "Read more: a story about somewhere else\n"
)
SECOND = "Ministers said the ceasefire had failed. It was dozens of dead, they said.\n"


def _passage(text: str, words: str, what: str, reason: str | None = None) -> Passage:
    start = text.index(words)
    return Passage(start, start + len(words), what, reason)  # type: ignore[arg-type]


def _event(number: int, text: str, words: str, **fields: object) -> Event:
    start = text.index(words)
    given: dict[str, object] = {
        "event_id": f"event-{number}", "story_id": "first", "sentence": number,
        "sentence_text": words, "type": "ASSAULT", "confidence": 0.8,
        "evidence": Evidence(words, start, start + len(words)), "coder": CoderId("made", "1"),
        **fields,
    }  # fmt: skip
    given["quad"] = QUAD_OF[given["type"]]  # type: ignore[index]
    return Event(**given)  # type: ignore[arg-type]


def _first_events() -> tuple[Event, ...]:
    drones = (
        "Northland sent more than 900 drones at the port on Sunday, killing at least 16 people, "
        "including three children."
    )
    killed = Count("killed", None, 16, None, "persons", "at least 16 people")
    children = Count("killed", "children", 3, 3, "persons", "three children", 1)
    swarm = Count("drones", None, 900, None, "items", "more than 900 drones")
    dollars = Count("money", "damage", 7e9, 7e9, "USD", "$7bn", None, "reported", SOUTH)
    sunday, monday = date(2031, 6, 1), date(2031, 6, 2)
    port = Place("Kirr", "Coast", "SOU", 1.0, 2.0, None, 4, True, ("NOR", "SOU"), "NOR")
    meet = "On Monday the two sides met in Lake City and agreed to exchange prisoners."
    return (
        _event(1, FIRST, drones, mode="drone", source=(NORTH,), target=(SOUTH,), place=port,
               date_start=sunday, date_end=sunday, date_prec="day",
               instruments=(Instrument("drone", "drones"),), counts=(swarm, killed, children)),
        _event(2, FIRST, "The southern army may have struck two airfields", mode="aerial",
               source=(SOUTH,), target=(), hedge="possible", date_text="lately"),
        _event(3, FIRST, "damage was put at $7bn", source=(SOUTH,), counts=(dollars,),
               hedge="reported", attributed_to=Actor("local officials", "NOR", "GOV"),
               date_start=sunday, date_end=monday, date_prec="day"),
        _event(4, FIRST, "the two sides met in Lake City", type="CONSULT", mode="visit",
               source=(NORTH,), target=(SOUTH,), date_start=monday, date_end=monday,
               date_prec="day", place=Place("Lake City", where_prec=1)),
        _event(5, FIRST, meet, type="AGREE", source=(NORTH, SOUTH), target=(), counts=(),
               issues=(Issue("prisoner exchange", "agreed", "exchange prisoners"),),
               date_start=date(2031, 6, 1), date_end=date(2031, 6, 30), date_prec="month"),
        _event(6, FIRST, "In 1904 another war was fought here.", status="background",
               date_start=date(1904, 1, 1), date_end=date(1904, 12, 31), date_prec="year"),
    )  # fmt: skip


def _second_events() -> tuple[Event, ...]:
    dead = Count("killed", None, 24, None, "persons", "dozens")
    return (
        _event(7, SECOND, "Ministers said the ceasefire had failed.", type="RETREAT",
               mode="ceasefire", status="failed", story_id="second", hedge="claimed",
               source=(Actor("ministers", None, "GOV"),)),
        _event(8, SECOND, "It was dozens of dead, they said.", story_id="second", source=(),
               counts=(dead,), confidence=0.3),
    )  # fmt: skip


def _stories() -> tuple[Story, ...]:
    lines = FIRST.splitlines()
    passages = (
        _passage(FIRST, lines[0], "furniture", "a share button"),
        _passage(FIRST, lines[1], "title"),
        *(_passage(FIRST, each, "paragraph") for each in lines[2:6]),
        _passage(FIRST, lines[6], "teaser", "a related article"),
    )
    first = Story(
        "first", "first.txt", FIRST, "a" * 64, lines[1], date(2031, 6, 5), "given",
        "The Lake Post", "https://example.org/a?b=1&c=2", "opinion", "en", passages,
    )  # fmt: skip
    second = Story("second", "second.txt", SECOND, "b" * 64)
    return first, second


def _war() -> War:
    rounds = (
        Round(start=date(2031, 3, 3), end=date(2031, 3, 4), status="collapsed"),
        Round(start=date(2031, 5, 10), end=date(2031, 5, 10), status="postponed",
              source="Lake Post, https://example.org/talks."),
        Round(start=date(2031, 6, 2), end=date(2031, 6, 2), announced_on=date(2031, 5, 28),
              place="Lake City", format="direct", agreed=("prisoner exchange", "bodies"),
              source="Both ministries, 2031-06-02"),
    )  # fmt: skip
    return War(
        folder="madeup", name="War of the Lakes", start=date(2030, 1, 1),
        sides=(Side(code="NOR", name="Northland"), Side(code="SOU", name="Southland")),
        rounds=rounds, series=(ATTACKS, LOSSES), sha256="c" * 64,
        truces=(Truce(start=date(2031, 5, 8), end=date(2031, 5, 10), declared_by=("NOR",)),
                Truce(start=date(2031, 3, 18), limited_to="energy", kept="broken by both")),
        strikes=(Strike(date=date(2031, 6, 1), side="SOU", what="airfields", symbolic=True),),
    )  # fmt: skip


def _around(series: Series, scale: float) -> Track:
    days = tuple(date(2031, 5, 22) + timedelta(days=step) for step in range(29))
    values = tuple(None if index in {3, 4} else float(scale * (index % 7)) for index in range(29))
    return Track(series=series, dates=days, values=values, low=(None,) * 29, high=(None,) * 29)


def _weekly(series: Series, scale: float) -> Track:
    weeks = tuple(date(2030, 1, 7) + timedelta(weeks=step) for step in range(90))
    values = tuple(
        None if 20 <= index < 26 else scale * (10 + index % 13 + index / 4) for index in range(90)
    )
    return Track(series=series, dates=weeks, values=values, step="week")


def answer(as_of: str, value: float | None) -> Answer:
    spread = (None, None) if value is None else (value * 0.7, value * 1.5)
    profile = Profile(
        series="north_launches", days=tuple(range(-14, 15)), level=0.95, n=9,
        ratio=tuple(None if at == 5 else 1 + at / 30 for at in range(-14, 15)),
        low=(0.6,) * 29, high=(1.6,) * 29,
    )  # fmt: skip
    return Answer(
        question="talks", war="madeup", as_of=as_of, verdict="cannot say",
        statement=f"In the 7 days before talks launches ran at {value} times their level.",
        claim="Attacks rise in the seven days before rounds of talks.",
        estimates=(
            Estimate(name="Northern launches, 7 days before (primary)", value=value,
                     low=spread[0], high=spread[1], level=0.95, measured_in="ratio", n=9,
                     method="calendar shift", p=0.36),
            Estimate(name="Northern launches, 14 days before", value=None),
        ),
        checks=(
            Check("at least five clusters", True, "9 clusters"),
            Check("other dating", None, "no second dating is at hand"),
            Check("leave one cluster out", False, "without June the sign turns"),
            Check("what would flip it", None, "a ratio of 1.46 or more"),
        ),
        data=(DataUsed(dataset="north_launches", version="2", rows=500, first="2030-01-07",
                       last=as_of, licence="open", citation="Air force, https://example.org/d"),),
        limits=("The series holds northern attacks alone.", f"Known on {as_of}."),
        method="docs/methods/talks.md", profiles=() if value is None else (profile,),
    )  # fmt: skip


@pytest.fixture
def brief() -> Brief:
    not_yet = {
        question: replace(
            answer("2031-08-01", None), question=question, estimates=(), checks=(), data=(),
            statement="Cannot say yet: there is no measure.",
        )
        for question in QUESTIONS[1:]
    }  # fmt: skip
    talks = TwoColumns(
        question="talks", then=answer("2031-06-05", None), now=answer("2031-08-01", 1.0512)
    )
    war = _war()
    return Brief(
        war=war, date=date(2031, 6, 5), as_of=date(2031, 8, 1), stories=_stories(),
        codings=(
            Coding("first", _first_events(), (SetAside("NO_ACTOR", "Bridges burn", 6, 18),)),
            Coding("second", _second_events()),
        ),
        rounds=war.rounds, truces=war.truces, strikes=war.strikes,
        around=(_around(ATTACKS, 10), _around(LOSSES, 100.5)),
        timeline=(_weekly(ATTACKS, 1), _weekly(LOSSES, 40)),
        answers=(talks, *(
            TwoColumns(question=question, then=each, now=each)
            for question, each in not_yet.items()
        )),
        inputs=(InputFile("first.txt", "a" * 64), InputFile("second.txt", "b" * 64)),
        command="truceline brief first.txt second.txt --war madeup --date 2031-06-05",
        version="0.1.0",
    )  # fmt: skip
