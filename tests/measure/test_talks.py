"""The answer to `talks`, from a frame to a verdict."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest

from truceline.measure.talks import talks, talks_of
from truceline.simulate.cases import KINDS, TWELVE, Kind, case
from truceline.terms.errors import BadFrame, BadInput
from truceline.terms.results import Answer, Check, Estimate
from truceline.terms.wars import Round, RoundStatus, Series, Side, War

FIRST = date(2030, 1, 1)
SIDES = (Side(code="XNO", name="Norland"), Side(code="XSO", name="Sorland"))


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def panel(**series: np.ndarray) -> pl.DataFrame:
    rows = [
        (day(place), name, float(value))
        for name, values in series.items()
        for place, value in enumerate(values)
        if np.isfinite(value)
    ]
    return pl.DataFrame(rows, schema=["date", "series", "value"], orient="row")


def held(*starts: int, status: RoundStatus = "held") -> tuple[Round, ...]:
    return tuple(Round(start=day(each), end=day(each), status=status) for each in starts)


def described(name: str = "raids", holds: str = "attacks", side: str | None = "XNO") -> Series:
    return Series(name=name, file=f"{name}.csv", unit="raids a day", side=side, holds=holds)


def war(rounds: tuple[Round, ...], *series: Series) -> War:
    return War(
        folder="made-up", name="Made up", start=FIRST, sides=SIDES, rounds=rounds,
        series=series or (described(),),
    )  # fmt: skip


def raised(ratio: float, seed: int = 1) -> tuple[np.ndarray, tuple[int, ...]]:
    made = case(TWELVE, np.random.default_rng(seed), ratio=ratio)
    return made.values, made.starts


def estimate(answer: Answer, text: str) -> Estimate:
    return next(each for each in answer.estimates if text in each.name)


def check(answer: Answer, text: str) -> Check:
    return next(each for each in answer.checks if text in each.name)


def test_a_doubling_before_twelve_clusters_is_supported() -> None:
    values, starts = raised(2.0)
    answer = talks(panel(raids=values), war(held(*starts)))
    first = estimate(answer, "(primary)")
    assert answer.verdict == "supported"
    assert first.n == 12
    assert first.low is not None
    assert first.low > 1
    assert answer.statement.startswith(
        f"In the 7 days before rounds of talks, Norland's attacks (raids a day) ran at "
        f"{first.value:.2f} times ({first.low:.2f} to {first.high:.2f}) their level of the three "
        "weeks before that, over 12 clusters of rounds: supported"
    )


def test_a_steady_series_contradicts() -> None:
    kind = replace(TWELVE, spread=0.1, level=200.0)
    made = case(kind, np.random.default_rng(2))
    answer = talks(panel(raids=made.values), war(held(*made.starts)))
    assert answer.verdict == "contradicted"
    assert check(answer, "leaving out each cluster").passed is True


def test_four_clusters_are_never_firm() -> None:
    made = case(Kind(what="four", clusters=4, size=3), np.random.default_rng(2), ratio=4.0)
    answer = talks(panel(raids=made.values), war(held(*made.starts)))
    first = estimate(answer, "(primary)")
    assert first.low is not None
    assert first.low > 1
    assert answer.verdict == "cannot say"
    assert "4 clusters of rounds, and a firm verdict needs 5" in answer.statement
    assert check(answer, "at least five clusters").passed is False
    assert "1 more cluster of rounds" in check(answer, "what would flip it").detail


def test_one_cluster_that_carries_everything_is_found_out() -> None:
    kind = Kind(what="six", clusters=6, size=1, days=900, spread=0.05, level=300.0)
    made = case(kind, np.random.default_rng(3))
    values = made.values.copy()
    values[made.starts[2] - 7 : made.starts[2]] *= 6
    answer = talks(panel(raids=values), war(held(*made.starts)))
    assert estimate(answer, "(primary)").p == pytest.approx(0.05, abs=0.05)
    assert answer.verdict == "cannot say"
    assert "does not survive leaving out the cluster" in answer.statement
    assert day(made.starts[2]).isoformat() in answer.statement


def test_the_other_dating_can_take_a_verdict_away() -> None:
    values, starts = raised(2.0)
    plain, _ = raised(1.0)
    frame, other = panel(raids=values), panel(raids=plain)
    assert talks(frame, war(held(*starts)), other_dating=frame).verdict == "supported"
    answer = talks(frame, war(held(*starts)), other_dating=other)
    assert answer.verdict == "cannot say"
    assert check(answer, "other dating").passed is False
    assert "does not survive the other dating" in answer.statement


def test_without_another_dating_the_check_says_that_it_could_not_be_made() -> None:
    values, starts = raised(2.0)
    found = check(talks(panel(raids=values), war(held(*starts))), "other dating")
    assert found.passed is None
    assert "could not be made" in found.detail


def test_series_of_two_sides_are_judged_apart_and_never_added_up() -> None:
    values, starts = raised(2.5)
    steady = case(replace(TWELVE, spread=0.05, level=300.0), np.random.default_rng(8)).values
    series = (described(), described("shells", side="XSO"))
    answer = talks(panel(raids=values, shells=steady), war(held(*starts), *series))
    assert answer.verdict == "mixed"
    alone = [talks(panel(raids=values, shells=steady), war(held(*starts), each)) for each in series]
    assert [each.verdict for each in alone] == ["supported", "contradicted"]
    assert (
        estimate(answer, "shells: 7 days before, every").value
        == estimate(alone[1], "shells: 7 days before, every").value
    )


def test_losses_are_context_and_never_carry_the_verdict() -> None:
    values, starts = raised(3.0)
    steady, _ = raised(1.0, seed=9)
    series = (described(), described("lost", "losses", "XSO"))
    answer = talks(panel(raids=steady, lost=values), war(held(*starts), *series))
    lost = estimate(answer, "lost: 7 days before, every")
    assert lost.low is not None
    assert lost.low > 1
    assert answer.verdict != "supported"
    assert any(each.startswith("Context only, not in the verdict: Sorland's losses as claimed")
               for each in answer.limits)  # fmt: skip


def test_it_cannot_see_its_own_future() -> None:
    values, starts = raised(1.6)
    until = day(600)
    changed = values.copy()
    changed[601:] = changed[601:] * 9 + 1
    rounds = held(*starts)
    later = tuple(
        each if each.start <= until else replace(each, start=each.start + timedelta(days=3),
                                                 end=each.end + timedelta(days=4))
        for each in rounds
    )  # fmt: skip
    one = talks(panel(raids=values), war(rounds), as_of=until)
    two = talks(panel(raids=changed), war(later), as_of=until)
    assert one == two
    assert one.data[0].last == until.isoformat()
    assert all(each.rsplit(":", 1)[1] <= until.isoformat() for each in one.evidence)


def test_rounds_that_were_never_held_count_and_held_ones_stand_beside() -> None:
    values, starts = raised(1.0)
    rounds = (*held(*starts[:6]), *held(*starts[6:], status="collapsed"))
    answer = talks(panel(raids=values), war(rounds))
    assert estimate(answer, "every round announced (primary)").n == 12
    assert estimate(answer, "rounds held only").n == 6


def test_direct_rounds_and_days_of_announcement_stand_beside() -> None:
    values, starts = raised(1.0)
    rounds = tuple(
        replace(each, format="direct" if place < 4 else "indirect",
                announced_on=each.start - timedelta(days=5) if place < 3 else None)
        for place, each in enumerate(held(*starts))
    )  # fmt: skip
    answer = talks(panel(raids=values), war(rounds))
    assert estimate(answer, "direct rounds only").n == 4
    assert estimate(answer, "days of announcement").n == 3
    assert "9 of 12 rounds have no known day of announcement." in answer.limits
    moved = tuple(Round(start=day(each - 5), end=day(each - 5)) for each in starts[:3])
    alone = talks(panel(raids=values), war(moved))
    assert estimate(answer, "days of announcement").value == estimate(alone, "(primary)").value


def test_an_announcement_counts_when_it_was_made_though_the_round_is_still_to_come() -> None:
    values, starts = raised(1.0)
    coming = Round(start=day(620), end=day(620), announced_on=day(590))
    answer = talks(panel(raids=values), war((*held(*starts[:3]), coming)), as_of=day(600))
    assert estimate(answer, "days of announcement").n == 1
    assert f"made-up:round:{day(620)}" not in answer.evidence


def test_secondary_windows_are_eight_and_carry_the_adjusted_p() -> None:
    values, starts = raised(1.0)
    answer = talks(panel(raids=values), war(held(*starts)))
    found = [each for each in answer.estimates if "(secondary)" in each.name]
    assert [each.name.removeprefix("raids: ").removesuffix(" (secondary)") for each in found] == [
        "3 days before", "14 days before", "21 days before", "3 days after", "7 days after",
        "14 days after", "21 days after", "highest day of the 7 before",
    ]  # fmt: skip
    for each in found:
        assert each.method is not None
        raw = float(each.method.rsplit("raw p ", 1)[1])
        assert each.p is not None
        assert each.p >= raw
        assert "p adjusted by" in each.method


def test_the_same_seed_gives_the_same_answer() -> None:
    values, starts = raised(1.3)
    one, two = (talks(panel(raids=values), war(held(*starts)), seed=4) for _ in range(2))
    assert one == two


@pytest.mark.parametrize(
    ("values", "starts", "reason"),
    [
        (np.full(400, 5.0), (150, 200), "the series does not vary"),
        (np.zeros(400), (150, 200), "the series does not vary"),
        (np.arange(400.0), (), "no round of talks lies within the series"),
        (np.arange(400.0), (900,), "no round of talks lies within the series"),
        (np.arange(400.0), (5,), "1 outside the series or its regime"),
        (np.arange(60.0), (45,), "can be moved to only"),
        (np.where(np.arange(400) % 9 < 7, np.nan, 1.0), (200,), "coarser than daily|too few"),
        (np.array([1.0]), (200,), "1 rows with a value"),
        (-np.ones(400), (200,), "negative or infinite values"),
    ],
)
def test_thin_data_cannot_say_and_give_the_reason(
    values: np.ndarray, starts: tuple[int, ...], reason: str
) -> None:
    answer = talks(panel(raids=values), war(held(*starts)))
    assert answer.verdict == "cannot say"
    told = " ".join((answer.statement, *answer.limits))
    assert any(each in told for each in reason.split("|"))


def test_an_empty_panel_cannot_say() -> None:
    empty = pl.DataFrame(schema={"date": pl.Date, "series": pl.String, "value": pl.Float64})
    answer = talks(empty, war(held(5)))
    assert (answer.verdict, answer.as_of) == ("cannot say", None)
    assert answer.limits == ("The panel has no rows.",)


def test_a_monthly_series_is_refused_with_its_step() -> None:
    months = pl.DataFrame({
        "date": [date(2030, month, 1) for month in range(1, 13)],
        "series": ["raids"] * 12, "value": [float(month) for month in range(12)],
    })  # fmt: skip
    answer = talks(months, war(held(200)))
    assert answer.verdict == "cannot say"
    assert "coarser than daily: its rows lie 31 days apart" in answer.statement


def test_a_round_in_a_gap_is_left_out_and_named() -> None:
    values, starts = raised(1.0)
    values = values.copy()
    values[starts[4] - 6 : starts[4]] = np.nan
    answer = talks(panel(raids=values), war(held(*starts)))
    assert estimate(answer, "(primary)").n == 11
    found = check(answer, "days without a report")
    assert found.passed is False
    assert f"{day(starts[4])} (fewer than half of the days reported)" in found.detail


def test_a_regime_keeps_out_what_lies_outside_it() -> None:
    values, starts = raised(1.0)
    regime = ((day(0), day(starts[8])),)
    series = replace(described(), regime=regime)
    answer = talks(panel(raids=values), war(held(*starts), series))
    assert estimate(answer, "7 days before, every").n == 9
    assert check(answer, "regime").passed is True
    assert str(day(starts[8])) in check(answer, "regime").detail


def test_pandas_and_text_dates_are_accepted_and_left_as_they_were() -> None:
    values, starts = raised(1.5)
    frame = panel(raids=values)
    as_pandas = pd.DataFrame({name: frame[name].to_list() for name in frame.columns})
    as_pandas["date"] = pd.to_datetime(as_pandas["date"])
    as_pandas["low"] = np.nan
    before = as_pandas.copy()
    texts = frame.with_columns(pl.col("date").cast(pl.String))
    wanted = talks(frame, war(held(*starts)))
    assert talks(as_pandas, war(held(*starts))) == wanted
    assert talks(texts, war(held(*starts))) == wanted
    pd.testing.assert_frame_equal(as_pandas, before)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pl.DataFrame({"date": [FIRST]}), "lacks value; it has date"),
        (pl.DataFrame({"date": ["soon"], "value": [1.0]}), "date or value cannot be read"),
        ([1, 2], "the panel is a list; give a polars or a pandas frame"),
        (pl.DataFrame({"date": [FIRST, FIRST, day(1)], "series": ["raids"] * 3,
                       "value": [1.0, 2.0, 3.0]}), "series raids has two rows of 2030-01-01"),
    ],
)  # fmt: skip
def test_a_frame_that_breaks_the_contract_is_refused(frame: object, message: str) -> None:
    with pytest.raises(BadFrame, match=message):
        talks(frame, war(held(5)))


def test_a_plain_frame_and_a_list_of_days_is_enough() -> None:
    values, starts = raised(2.0)
    frame = panel(raids=values).drop("series")
    days: list[date | tuple[date, date] | Round] = [day(each) for each in starts[:4]]
    days += [(day(each), day(each)) for each in starts[4:8]] + list(held(*starts[8:]))
    answer = talks_of(frame, days, unit="raids a day")
    wanted = estimate(talks(panel(raids=values), war(held(*starts))), "(primary)")
    found = estimate(answer, "(primary)")
    assert (found.value, found.low, found.high) == (wanted.value, wanted.low, wanted.high)
    assert any("does not say whose attacks" in each for each in answer.limits)


@pytest.mark.parametrize(
    ("given", "message"), [("2030-05-01", "a round is '2030-05-01'|ends on|date"), (5, "is 5")]
)
def test_a_round_that_is_none_is_refused(given: object, message: str) -> None:
    values, _ = raised(1.0)
    with pytest.raises(BadInput, match=message):
        talks_of(panel(raids=values), [given])  # type: ignore[list-item]


def test_attacks_are_read_from_words_where_no_series_says_so() -> None:
    values, starts = raised(2.0)
    series = (
        replace(described("missile_strikes", "other"), unit="strikes a day"),
        replace(described("area_held", "other"), unit="km2"),
        replace(described("strikes_intercepted", "other"), unit="strikes a day"),
    )
    frame = panel(missile_strikes=values, area_held=values, strikes_intercepted=values)
    answer = talks(frame, war(held(*starts), *series))
    assert answer.verdict == "supported"
    assert {each.dataset for each in answer.data} == {"missile_strikes"}
    assert any("was taken to hold attacks from its words" in each for each in answer.limits)


def test_every_estimate_has_all_keys_and_every_limit_names_the_silent_side() -> None:
    values, starts = raised(1.0)
    answer = talks(panel(raids=values), war(held(*starts)))
    for each in answer.as_dict()["estimates"]:
        assert {"name", "value", "low", "high", "level", "measured_in", "n", "method"} <= set(each)
        assert each["measured_in"]
        assert each["method"]
    assert "No daily series holds Sorland's attacks: nothing is said of them." in answer.limits
    assert answer.evidence == tuple(f"made-up:round:{day(each)}" for each in starts)
    assert (answer.data[0].rows, answer.data[0].first) == (900, "2030-01-01")


def test_the_profile_runs_from_fourteen_before_to_fourteen_after() -> None:
    values, starts = raised(2.0)
    found = talks(panel(raids=values), war(held(*starts))).profiles[0]
    assert found.days == tuple(range(-14, 15))
    before = [each for when, each in zip(found.days, found.ratio, strict=True) if -7 <= when < 0]
    assert all(each is not None and each > 1.3 for each in before)
    assert found.level == 0.95


def test_the_answer_on_the_built_in_record_cannot_say_or_holds_up(
    shared: Callable[[str], Path],
) -> None:
    path = shared("data/ukraine/talk_rounds_seen.csv")
    seen = pl.read_csv(path, try_parse_dates=True).filter(~pl.col("what").str.contains("TRUCE"))
    rng = np.random.default_rng(1)
    days = pl.date_range(date(2024, 9, 1), date(2026, 3, 31), eager=True)
    frame = pl.DataFrame({"date": days, "value": rng.poisson(90, len(days)).astype(float)})
    answer = talks_of(frame, list(zip(seen["start"], seen["end"], strict=True)))
    first = estimate(answer, "(primary)")
    assert first.n == 4
    assert first.low is not None
    assert first.high is not None
    assert first.low < 1.2
    assert first.high > 0.85
    assert KINDS
