"""What is planted beside the tempo is found again, and nothing is drawn where it is not asked."""

from dataclasses import replace

import numpy as np
import pytest

from truceline.simulate.planted import misdated
from truceline.simulate.spec import Front, Phases, Replies, Reports, Spec, Talks, Tempo, Truces
from truceline.simulate.system import A, B, Made, run

STILL = Spec(
    days=3_000, tempo=Tempo(level_a=200.0, level_b=100.0, spread=0.0, dispersion=1_000.0),
    replies=Replies(b_to_a=0.0, a_to_b=0.0), reports=Reports(missing=0.0, seen=0.5),
)  # fmt: skip


def made(spec: Spec, seed: int = 1) -> Made:
    return run(spec, np.random.default_rng(seed))


def level(found: Made, code: str, days: list[int]) -> float:
    rest = np.delete(found.attacks[code], days)
    return float(found.attacks[code][days].mean() / rest.mean())


def test_the_effect_after_talks_is_on_the_days_after_and_on_one_side_only() -> None:
    found = made(replace(STILL, talks=Talks(after_b=2.0)))
    ends = [(each.end - STILL.start).days for each in found.rounds]
    assert set(found.after) == {day for end in ends for day in range(end + 1, end + 8)}
    assert level(found, B, list(found.after)) == pytest.approx(2.0, rel=0.03)
    assert level(found, A, list(found.after)) == pytest.approx(1.0, rel=0.03)


def test_truces_still_both_sides_and_the_week_before_them_can_be_louder() -> None:
    spec = replace(STILL, truces=Truces(count=12, days=9, during=0.2, before=1.5))
    found = made(spec)
    starts = [(each.start - STILL.start).days for each in found.truces]
    during = [start + step for start in starts for step in range(9)]
    before = [start - step for start in starts for step in range(1, 8)]
    rest = np.delete(found.attacks[A], during + before).mean()
    for code, base in ((A, rest), (B, rest / 2)):
        assert found.attacks[code][during].mean() / base == pytest.approx(0.2, rel=0.05)
        assert found.attacks[code][before].mean() / base == pytest.approx(1.5, rel=0.05)
    assert min(np.diff(starts)) >= 9 + 14
    assert all(each.end is not None for each in found.truces)


def test_a_phase_changes_the_tempo_of_both_sides_and_the_drift_of_the_front() -> None:
    phases = Phases(day_1=1_000, tempo_1=2.0, drift_1=3.0, day_2=2_000, tempo_2=0.5, drift_2=0.0)
    spec = replace(STILL, phases=phases, front=Front(noise=0.0, pull=0.0, drift=-1.0))
    found = made(spec)
    for code in (A, B):
        first, second, third = (
            found.attacks[code][start : start + 1_000].mean() for start in (0, 1_000, 2_000)
        )
        assert second / first == pytest.approx(2.0, rel=0.02)
        assert third / second == pytest.approx(0.5, rel=0.02)
    steps = np.diff(found.area)
    assert steps[:999] == pytest.approx(-1.0)
    assert steps[999:1_999] == pytest.approx(3.0)
    assert steps[1_999:] == pytest.approx(0.0)


def test_the_second_side_answers_later_by_the_planted_factor() -> None:
    spec = replace(
        STILL, days=20_000, replies=Replies(b_to_a=0.0, a_to_b=0.7, lag=2.0, slower=3.0),
        tempo=replace(STILL.tempo, dispersion=1.0),
    )  # fmt: skip
    found = made(spec)
    a, b = found.attacks[A].astype(float), found.attacks[B].astype(float)
    shared = [np.cov(b[lag:], a[:-lag])[0, 1] for lag in range(1, 12)]
    fade = sum(shared[1:]) / sum(shared[:-1])
    assert 1 / (1 - fade) == pytest.approx(6, rel=0.15)


def test_reports_rise_around_talks_though_attacks_do_not() -> None:
    spec = replace(STILL, reports=replace(STILL.reports, around_talks=1.6))
    found = made(spec)
    days = list(found.before)
    assert level(found, A, days) == pytest.approx(1.0, rel=0.03)
    seen = found.reported["attacks_xno"]
    far = np.delete(seen, sorted({*found.before, *found.after}))
    assert seen[days].mean() / far.mean() == pytest.approx(1.6, rel=0.05)


def test_the_second_side_is_reported_late_and_smoothed() -> None:
    spec = replace(STILL, reports=Reports(missing=0.0, seen=1.0, late_b=2, smooth_b=3))
    found = made(spec)
    true = found.attacks[B].astype(float)
    assert found.reported["attacks_xso"][10] == pytest.approx(true[6:9].mean())
    assert found.reported["attacks_xno"].tolist() == found.attacks[A].tolist()


def test_a_series_that_is_neither_late_nor_smoothed_is_itself() -> None:
    seen = np.array([3.0, 1.0, 4.0])
    assert misdated(Spec(), seen).tolist() == [3.0, 1.0, 4.0]


def test_a_spec_without_them_draws_no_chance_for_them() -> None:
    plain = made(STILL)
    truce_free = made(replace(STILL, truces=Truces(count=0, during=0.1)))
    assert plain.attacks[A].tolist() == truce_free.attacks[A].tolist()
    assert plain.truces == ()
