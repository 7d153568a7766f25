"""The answer to `balance`, from frames to a verdict."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest
from tests.measure.made_words import (
    RAIDS,
    agreed,
    check,
    day,
    estimate,
    fallen,
    panel,
    reported,
    war,
)

from truceline.measure.balance import balance
from truceline.terms.wars import Side, Truce, War

RESULTS = Path(__file__).resolve().parents[2] / "docs" / "methods"


def test_a_halving_after_own_words_is_supported_with_its_range() -> None:
    values, words = fallen(0.5)
    answer = balance(panel(raids=values), war(agreed(*words)))
    first = estimate(answer, "(primary)")
    assert answer.verdict == "supported"
    assert (first.n, first.level) == (12, 0.95)
    assert first.high is not None
    assert first.high < 1
    assert f"ran at {first.value:.2f} times ({first.low:.2f} to {first.high:.2f})" in (
        answer.statement
    )
    assert estimate(answer, "ledger, Norland: unknown").value == 12
    assert "made-up:round:2030-" in answer.evidence[0]
    assert check(answer, "leaving out each cluster").passed is True


def test_the_other_sides_words_are_not_its_own() -> None:
    values, words = fallen(0.5)
    truces = tuple(Truce(start=day(each + 1), declared_by=("XSO",)) for each in words)
    answer = balance(panel(raids=values), war((), truces))
    assert answer.verdict == "cannot say"
    assert "no word of its own lies within the series" in answer.statement
    assert estimate(answer, "ledger, Southland: unknown").value == 12


def test_swapping_the_sides_swaps_the_answer() -> None:
    values, words = fallen(0.5)
    made = war(agreed(*words))
    swapped = War(
        folder=made.folder, name=made.name, start=made.start, rounds=made.rounds,
        sides=(Side(code="XSO", name="Southland"), Side(code="XNO", name="Norland")),
        series=made.series,
    )  # fmt: skip
    one, two = (balance(panel(raids=values), each) for each in (made, swapped))
    assert estimate(one, "(primary)") == estimate(two, "(primary)")
    assert one.verdict == two.verdict


def test_deeds_of_a_side_without_a_series_are_read_from_events() -> None:
    values, words = fallen(0.4)
    deeds = np.round(values / 4)
    events = reported(deeds, words, other=20)
    answer = balance(panel(raids=values), war(series=()), events)
    assert estimate(answer, "coded_XNO: 7 days after own words (primary)").value is not None
    assert estimate(answer, "coder's error carried").level == 0.95
    assert check(answer, "counting without division by reports").detail.startswith("coded_XNO")
    assert any("81% of the time" in each for each in answer.limits)
    assert estimate(answer, "coded events, Norland: material conflict").n == int(deeds.sum())


def test_events_of_another_war_are_left_out() -> None:
    values, words = fallen(0.5)
    events = reported(np.round(values / 4), words).with_columns(war=pl.lit("elsewhere"))
    answer = balance(panel(raids=values), war(series=()), events)
    assert [each.name for each in answer.estimates] == []


def test_nothing_after_as_of_moves_the_answer() -> None:
    values, words = fallen(0.5)
    spoilt = values.copy()
    spoilt[501:] = 9999
    kept = tuple(each for each in words if each <= 500)
    one = balance(panel(raids=values), war(agreed(*words)), as_of=day(500))
    two = balance(panel(raids=spoilt), war(agreed(*kept, 700)), as_of=day(500))
    assert one == two


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        (pl.DataFrame({"nothing": [1]}), "a frame cannot be read"),
        (panel(raids=np.array([1.0, -1.0, 2.0] * 90)), "negative"),
        (panel(other=np.ones(90)), "no daily series holds a side's attacks"),
        (pl.concat([panel(raids=np.ones(90))] * 2), "two rows of 2030-01-01"),
    ],
)
def test_bad_input_is_an_answer_with_its_reason(frame: pl.DataFrame, said: str) -> None:
    answer = balance(frame, war())
    assert answer.verdict == "cannot say"
    assert said in answer.statement
    assert answer.estimates == ()
    assert answer.limits


def test_a_war_without_series_still_has_its_ledger() -> None:
    empty = pl.DataFrame(schema={"date": pl.Date, "series": pl.String, "value": pl.Float64})
    answer = balance(empty, war(agreed(20)))
    assert answer.verdict == "cannot say"
    assert answer.as_of == "2030-01-21"
    assert "of 1 things Norland announced or agreed to: 0 kept" in answer.statement


def test_takes_pandas_and_gives_the_same_answer() -> None:
    pandas = pytest.importorskip("pandas")
    values, words = fallen(0.5)
    frame = panel(raids=values)
    other = pandas.DataFrame({name: frame[name].to_list() for name in frame.columns})
    made = war(agreed(*words), series=(RAIDS,))
    assert balance(other, made) == balance(frame, made)


def test_the_method_page_quotes_the_results_as_they_were_written() -> None:
    results = (RESULTS / "results" / "balance_calibration.md").read_text("utf-8")
    page = (RESULTS / "balance.md").read_text("utf-8")
    rows = [line for line in results.splitlines() if line.startswith("|")]
    assert len(rows) == 28
    assert [row for row in rows if row not in page] == []
