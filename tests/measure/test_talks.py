"""The answer to `talks`, from a frame to a verdict."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from tests.measure.made_talks import (
    check,
    day,
    described,
    estimate,
    held,
    panel,
    raised,
    war,
)

from truceline.measure.talks import talks, talks_of
from truceline.simulate.cases import KINDS, TWELVE, Kind, case
from truceline.terms.wars import Round, Truce


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


def test_secondary_windows_are_those_of_the_registry_and_carry_the_adjusted_p() -> None:
    values, starts = raised(1.0)
    answer = talks(panel(raids=values), war(held(*starts)))
    found = [each for each in answer.estimates if "(secondary)" in each.name]
    assert [each.name.removeprefix("raids: ").removesuffix(" (secondary)") for each in found] == [
        "3 days before", "14 days before", "21 days before", "3 days after", "7 days after",
        "14 days after", "21 days after", "highest day of the 7 before",
        "highest day of the 14 before", "highest day of the 7 after",
        "7 days after against 7 before",
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


def test_parts_truces_and_several_series_reach_the_answer() -> None:
    values, starts = raised(2.0)
    half = np.random.default_rng(2).binomial(values.astype(int), 0.5).astype(float)
    series = (described(), described("shells", side="XSO"), described("raids_far", holds="other"))
    made = replace(
        war(held(*starts), *series),
        truces=tuple(Truce(start=day(each)) for each in range(100, 800, 120)),
    )
    answer = talks(panel(raids=values, shells=values[::-1].copy(), raids_far=half), made)
    assert estimate(answer, "raids: share of raids_far").n == 12
    assert estimate(answer, "raids: 7 days before, truces instead of rounds").n == 6
    among = [each for each in answer.estimates if "among all series" in each.name]
    assert [each.name[:6] for each in among] == ["raids:", "shells"]
    first = estimate(answer, "raids: 7 days before, every round announced (primary)")
    assert among[0].p is not None
    assert first.p is not None
    assert first.p <= among[0].p < 0.05
    assert among[0].value == first.value


def test_the_answer_prints_what_was_tested_and_in_which_order() -> None:
    values, starts = raised(1.0)
    answer = talks(panel(raids=values), war(held(*starts)))
    said = [each for each in answer.limits if each.startswith("Tested on each series")]
    assert len(said) == 1
    assert "1 7 days before (primary); 2 3 days before" in said[0]
