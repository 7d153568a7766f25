"""The answer: nothing after the day moves it, bad wishes are refused, thin data stay silent."""

import json
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from truceline.foresee.interval import Said
from truceline.foresee.outlook import Outlook, Wish, judged, outlook, with_version
from truceline.foresee.outlook_record import TRACKS
from truceline.foresee.past import Definition, Past, Stop
from truceline.foresee.past_table import pasts
from truceline.read import past_stops, past_wars, wars
from truceline.terms.errors import BadInput
from truceline.terms.wars import Truce

PASTS = pasts(past_wars.load(), past_stops.load())
UKRAINE, KOREA = wars.load("ukraine"), wars.load("korea")
DAY = date(2025, 6, 5)


def ask(day: date = DAY, wish: Wish | None = None, table: tuple[Past, ...] = PASTS) -> Outlook:
    return outlook(UKRAINE, table, as_of=day, wish=wish or Wish(), tracks=TRACKS)


def spoilt(past: Past, day: date) -> Past:
    """Return a war with everything after a day made up anew."""
    later = past.end is None or past.end > day
    stop = Stop(day + timedelta(days=1), day + timedelta(days=50))
    return replace(
        past,
        end=day + timedelta(days=40) if later else past.end,
        ending="agreement" if later else past.ending,
        went_on=False if later else past.went_on,
        last=day + timedelta(days=4000) if past.last > day else past.last,
        stops=(*(each for each in past.stops if each.start < day), *([stop] if later else [])),
    )


@pytest.mark.parametrize("day", [date(2025, 6, 5), date(2022, 9, 1)])
def test_nothing_after_the_day_moves_the_answer_by_a_byte(day: date) -> None:
    new = Past(war_id="z", name="Z", kind="interstate", start=day + timedelta(days=3))
    shuffled = (*(spoilt(each, day) for each in reversed(PASTS)), new)
    truce = Truce(start=day, declared_by=("RUS", "UKR"))
    truces = (*(each for each in UKRAINE.truces if each.start < day), truce)
    end = day + timedelta(days=9)
    war = replace(UKRAINE, end=end, truces=truces, rounds=(), strikes=())
    plain = outlook(UKRAINE, PASTS, as_of=day, tracks=TRACKS)
    other = outlook(war, shuffled, as_of=day, tracks=TRACKS)
    assert json.dumps(other.answer.as_dict()) == json.dumps(plain.answer.as_dict())
    assert other.forecasts == plain.forecasts
    assert plain.forecasts


def test_what_was_known_by_the_day_does_move_it() -> None:
    day = date(2025, 6, 5)
    other = tuple(
        replace(each, end=date(2024, 1, 1), ending="ceasefire") if each.end is None else each
        for each in PASTS
    )
    assert ask(day, table=other).answer != ask(day).answer


def test_ukraine_in_june_2025_gives_ranges_and_names_the_baseline_where_it_stands_in() -> None:
    found = ask().answer
    assert found.verdict == "supported"
    by_name = {each.name: each for each in found.estimates}
    stop = by_name["primary: all fighting stops within 12 months"]
    assert stop.value is not None
    assert stop.low is not None
    assert stop.high is not None
    assert 0.2 < stop.low < stop.value < stop.high < 0.5
    narrow = by_name["primary: ceasefire or agreement without a winner within 12 months"]
    assert (narrow.method or "").startswith("base rate") != TRACKS["ceasefire"].better
    spans = [by_name[f"primary: all fighting stops within {each}"].value
             for each in ("1 month", "3 months", "6 months", "12 months")]  # fmt: skip
    assert spans == sorted(spans, key=lambda each: each or 0)
    endings = [each.value or 0 for each in found.estimates
               if each.name.startswith("within 12 months: ")]  # fmt: skip
    assert sum(endings) == pytest.approx(stop.value)
    assert "base rate of its kind" in found.statement


def test_a_date_of_ones_own_lies_between_the_spans() -> None:
    found = ask(date(2025, 5, 8), Wish(by=date(2026, 1, 1)))
    by_name = {each.name: each.value or 0 for each in found.answer.estimates}
    asked = by_name["primary: all fighting stops by 2026-01-01"]
    assert by_name["primary: all fighting stops within 6 months"] < asked
    assert asked < by_name["primary: all fighting stops within 12 months"]
    assert "by 2026-01-01" in found.answer.statement
    assert {each.by for each in found.forecasts if each.event == "stop"} >= {date(2026, 1, 1)}
    with pytest.raises(BadInput, match="is not after"):
        ask(DAY, Wish(by=date(2025, 1, 1)))


def test_another_definition_has_no_track_record_and_shows_the_base_rate() -> None:
    found = ask(DAY, Wish(Definition(lasting=None, formal=True))).answer
    tracks = [each for each in found.checks if each.name.startswith("track record")]
    assert [each.passed for each in tracks] == [None, None]
    assert "for good" in found.statement
    assert any("only agreements count as signed" in each for each in found.limits)


def test_a_three_days_truce_cannot_be_foretold_from_these_wars() -> None:
    found = ask(DAY, Wish(Definition(lasting=3)))
    assert found.answer.verdict == "cannot say"
    assert "note stops of 30 days or more, not of 3" in found.answer.statement
    assert "lasting=30" in found.answer.limits[0]
    assert found.forecasts == ()


def test_with_few_wars_ended_nothing_is_said() -> None:
    assert "only 5 past wars" in ask(table=PASTS[:5]).answer.statement


def test_korea_hidden_is_korea_unknown_to_the_fit() -> None:
    day = date(1953, 6, 1)
    hidden = outlook(KOREA, PASTS, as_of=day, wish=Wish(hide=True), tracks=TRACKS)
    without = tuple(each for each in PASTS if each.war_id != "cow-151")
    kind = replace(KOREA, codes={})
    gone = outlook(kind, without, as_of=day, tracks=TRACKS)
    assert [each.probability for each in hidden.forecasts] == [
        each.probability for each in gone.forecasts
    ]


@pytest.mark.parametrize(
    ("stop", "narrow", "verdict"),
    [
        ((0.3, 0.45), (0.1, 0.2), "supported"),
        ((0.6, 0.9), (0.55, 0.8), "contradicted"),
        ((0.6, 0.9), (0.2, 0.4), "mixed"),
        ((0.4, 0.6), (0.1, 0.2), "cannot say"),
    ],
)
def test_the_verdict_follows_the_whole_interval(
    stop: tuple[float, float], narrow: tuple[float, float], verdict: str
) -> None:
    drawn = np.zeros((200, 3, 4))
    for event, (low, high) in enumerate((stop, narrow, narrow)):
        drawn[:, event, :] = np.linspace(low, high, 200)[:, None]
    mean = drawn.mean(axis=0)
    assert judged(Said(mean[0], mean[1], mean[2], drawn), base=False) == verdict


def test_forecasts_carry_both_versions() -> None:
    found = with_version(ask(), "9.9").forecasts
    assert {each.version for each in found} == {"outlook 1, truceline 9.9"}
