"""Every planted number is found again."""

from dataclasses import replace

import numpy as np
import pytest

from truceline.simulate.spec import Backers, Front, Replies, Reports, Spec, Talks, Tempo
from truceline.simulate.system import A, B, Made, run

STILL = Spec(
    days=3_000, tempo=Tempo(level_a=200.0, level_b=100.0, spread=0.0, dispersion=1_000.0),
    replies=Replies(b_to_a=0.0, a_to_b=0.0), reports=Reports(missing=0.0, seen=1.0),
)  # fmt: skip


def made(spec: Spec, seed: int = 1) -> Made:
    return run(spec, np.random.default_rng(seed))


def test_a_side_attacks_at_its_level() -> None:
    found = made(STILL)
    assert found.attacks[A].mean() == pytest.approx(200, rel=0.01)
    assert found.attacks[B].mean() == pytest.approx(100, rel=0.01)


def test_the_effect_is_on_the_days_before_every_round_and_on_one_side_only() -> None:
    found = made(replace(STILL, talks=Talks(effect_a=2.0)))
    before = list(found.before)
    starts = [(each.start - STILL.start).days for each in found.rounds]
    assert set(before) == {day for start in starts for day in range(start - 7, start)}
    for code, ratio in ((A, 2.0), (B, 1.0)):
        rest = np.delete(found.attacks[code], before)
        assert found.attacks[code][before].mean() / rest.mean() == pytest.approx(ratio, rel=0.03)


def test_replies_keep_the_level_and_follow_the_other_side() -> None:
    spec = replace(
        STILL, replies=Replies(b_to_a=0.6, a_to_b=0.0, lag=1.0),
        tempo=replace(STILL.tempo, dispersion=5.0),
    )  # fmt: skip
    found = made(spec)
    a, b = found.attacks[A].astype(float), found.attacks[B].astype(float)
    assert a.mean() == pytest.approx(200, rel=0.03)
    answer = np.corrcoef(a[1:], b[:-1])[0, 1]
    asked = np.corrcoef(b[1:], a[:-1])[0, 1]
    assert answer > 0.4
    assert abs(asked) < 0.06


def test_the_mean_lag_of_replies_is_the_one_planted() -> None:
    spec = replace(
        STILL, days=20_000, replies=Replies(b_to_a=0.7, a_to_b=0.0, lag=4.0),
        tempo=replace(STILL.tempo, dispersion=1.0),
    )  # fmt: skip
    found = made(spec)
    a, b = found.attacks[A].astype(float), found.attacks[B].astype(float)
    shared = [np.cov(a[lag:], b[:-lag])[0, 1] for lag in range(1, 8)]
    fade = sum(shared[1:]) / sum(shared[:-1])  # geometric weights have a mean lag of 1 / (1 - fade)
    assert 1 / (1 - fade) == pytest.approx(4, rel=0.15)


def test_both_sides_share_one_tempo() -> None:
    spec = replace(STILL, tempo=replace(STILL.tempo, spread=0.5, persistence=0.98))
    found = made(spec)
    a, b = np.log(found.attacks[A] + 1.0), np.log(found.attacks[B] + 1.0)
    assert np.corrcoef(a, b)[0, 1] > 0.9


def test_a_backer_raises_its_side_from_its_day_on() -> None:
    found = made(replace(STILL, backers=Backers(day_b=1_000, aid_b=1.5)))
    assert found.attacks[B][1_000:].mean() / found.attacks[B][:1_000].mean() == pytest.approx(
        1.5, rel=0.02
    )
    assert found.attacks[A][1_000:].mean() / found.attacks[A][:1_000].mean() == pytest.approx(
        1.0, rel=0.02
    )


def test_the_front_moves_with_the_surplus_of_attacks() -> None:
    spec = replace(STILL, front=Front(noise=0.0, pull=5.0), backers=Backers(day_a=1_000, aid_a=1.4))
    steps = np.diff(made(spec).area)
    assert steps[:990].mean() == pytest.approx(0, abs=0.1)
    assert steps[1_000:].mean() == pytest.approx(5 * 0.4, rel=0.05)


def test_reports_undercount_overclaim_and_miss_days() -> None:
    spec = replace(STILL, reports=Reports(missing=0.1, seen=0.5, losses_per_attack=2, claimed=1.5))
    found = made(spec)
    seen = found.reported["attacks_xno"]
    assert np.isnan(seen).mean() == pytest.approx(0.1, abs=0.02)
    assert np.nansum(seen) / found.attacks[A][~np.isnan(seen)].sum() == pytest.approx(0.5, rel=0.02)
    assert found.losses[B].tolist() == (found.attacks[A] * 2).tolist()
    claims = found.reported["losses_xso"]
    assert np.nanmax(np.abs(claims - found.losses[B] * 1.5)) <= 0.5


def test_collapsed_and_postponed_rounds_come_in_their_shares() -> None:
    spec = replace(
        STILL, days=20_000, talks=Talks(clusters=150, rounds=300, collapsed=0.3, postponed=0.2)
    )
    status = [each.status for each in made(spec).rounds]
    assert status.count("collapsed") / 300 == pytest.approx(0.3, abs=0.08)
    assert status.count("postponed") / 300 == pytest.approx(0.2, abs=0.08)
    assert all(
        each.announced_on is not None and each.announced_on < each.start
        for each in made(spec).rounds
    )


def test_the_same_seed_makes_the_same_war_and_another_another() -> None:
    one, two, other = (made(Spec(), seed).attacks[A].tolist() for seed in (4, 4, 5))
    assert one == two
    assert one != other
