"""Linking: 100,000 coded events, half as many, twice as dense, and the plain way: all pairs.

The events are made up: towns with a few of them far ahead, some days with much news, each event
told one to seven times with now and then no place, no side or another number. The plain way judges
every pair of a sample; its seconds are scaled by the square, which is what it grows by.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from benchmarks.timing import Row, seconds
from truceline.record.same.link import link
from truceline.record.same.mention import Figure, Mention, Spot
from truceline.record.same.reprints import Report, reprints

EVENTS = 100_000
SAMPLE = 1_000
REPORTS = 2_000
DAYS = 1_500
TOWNS = 400
FIRST = date(2022, 2, 24)
_SIDES = (frozenset({"RUS"}), frozenset({"UKR"}))
_TYPES = ("ASSAULT", "ASSAULT", "ASSAULT", "CONSULT", "AGREE", "COOPERATE", "ACCUSE", "AID")
_KINDS = ("drone", "missile", "artillery", "bomb")


def rows() -> Iterator[Row]:
    """Yield the rows of this benchmark."""
    told = tellings(EVENTS)
    sample = told[:: EVENTS // SAMPLE]
    plain = seconds(lambda: link(sample, every_pair=True), times=1) * (EVENTS / len(sample)) ** 2
    whole = seconds(lambda: link(told), times=1)
    half = tellings(EVENTS // 2, days=DAYS // 2)
    dense = tellings(EVENTS, days=DAYS // 2)
    yield Row(f"link {EVENTS:,} coded events", whole, None, plain,
              f"all pairs of {len(sample):,}, scaled by the square")  # fmt: skip
    yield Row(f"link {EVENTS // 2:,} of half the time", seconds(lambda: link(half), times=1))
    yield Row(f"link {EVENTS:,} of half the time", seconds(lambda: link(dense), times=1))
    texts = papers(REPORTS)
    yield Row(f"reprints among {REPORTS:,} reports of 300 words", seconds(lambda: reprints(texts)))


def tellings(count: int, *, days: int = DAYS, seed: int = 1) -> list[Mention]:
    """Return made-up tellings of events of so many days, in the order of their days."""
    rng = np.random.default_rng(seed)
    share = 1 / np.arange(1, TOWNS + 1)
    share /= share.sum()
    made: list[Mention] = []
    number = 0
    while len(made) < count:
        day = FIRST + timedelta(days=int(rng.integers(days)))
        event = _event(rng, number, day, int(rng.choice(TOWNS, p=share)))
        made += [_told(rng, event, f"{number}-{again}")
                 for again in range(1 + min(6, rng.geometric(0.4)))]  # fmt: skip
        number += 1
    return sorted(made[:count], key=lambda each: (each.start or FIRST, each.id))


def _event(rng: np.random.Generator, number: int, day: date, town: int) -> Mention:
    side = int(rng.integers(2))
    lat, lon = 44 + 8 * ((town * 37) % TOWNS) / TOWNS, 22 + 18 * town / TOWNS
    killed = int(rng.geometric(0.2))
    return Mention(
        id=str(number), story_id=str(number), sentence=0, text="", published=day,
        type=_TYPES[int(rng.integers(len(_TYPES)))], source=_SIDES[side], target=_SIDES[1 - side],
        start=day, end=day,
        spot=Spot(str(town), f"Town {town}", f"Region {town % 25}", "UKR", (lat, lon), 1),
        kinds=frozenset({_KINDS[int(rng.integers(len(_KINDS)))]}),
        figures=(Figure("killed", "", killed, killed),),
    )  # fmt: skip


def _told(rng: np.random.Generator, event: Mention, name: str) -> Mention:
    chance = rng.random(4)
    killed = event.figures[0].low + int(rng.integers(3))
    return replace(
        event, id=name, story_id=name,
        published=(event.start or FIRST) + timedelta(days=int(rng.integers(4))),
        spot=event.spot if chance[0] < 0.8 else None,
        source=event.source if chance[1] < 0.7 else frozenset(),
        target=event.target if chance[2] < 0.7 else frozenset(),
        figures=(Figure("killed", "", killed, killed),) if chance[3] < 0.5 else (),
    )  # fmt: skip


def papers(count: int, *, seed: int = 1) -> list[Report]:
    """Return made-up reports of 300 words; one in three prints another again, cut and edited."""
    rng = np.random.default_rng(seed)
    texts: list[list[str]] = []
    for number in range(count):
        words = [f"w{each}" for each in rng.zipf(1.3, 300) % 30_000]
        if number % 3 == 2:
            words = list(texts[int(rng.integers(number))][: int(rng.integers(120, 300))])
            words[int(rng.integers(len(words)))] = "edited"
        texts.append(words)
    return [Report(str(n), FIRST, " ".join(words)) for n, words in enumerate(texts)]
