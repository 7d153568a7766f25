"""One series around strikes, asked everything."""

from datetime import date, timedelta

import numpy as np
import pytest
from tests.measure import twin_talks as twin

from truceline.measure.calendar import Calendar
from truceline.measure.daily import Daily
from truceline.measure.known import Known
from truceline.measure.replies import (
    PLACEBO,
    REPLY,
    Asking,
    Reply,
    mirrored,
    replied,
    why_none,
    without_each,
)
from truceline.measure.shifts import shift_test
from truceline.simulate.strike_cases import KINDS, TWELVE, StrikeCase, strike_case
from truceline.terms.wars import Series, Strike

FIRST = date(2030, 1, 1)
SERIES = Series(name="raids", file="raids.csv", unit="raids a day", side="XNO", holds="attacks")


def made(ratio: float = 1.0, seed: int = 1, name: str = "") -> StrikeCase:
    kind = KINDS[name] if name else TWELVE
    return strike_case(kind, np.random.default_rng(seed), ratio=ratio)


def asking(days: tuple[int, ...], *other: Daily) -> Asking:
    strikes = tuple(
        Strike(date=FIRST + timedelta(days=each), side="XSO", what="a bridge", symbolic=True)
        for each in days
    )
    return Asking(strikes, (), FIRST + timedelta(days=5000), other)


def asked(values: np.ndarray, days: tuple[int, ...], *other: Daily) -> Reply:
    return replied(SERIES, Daily("raids", FIRST, values, len(values)), asking(days, *other))


def test_a_kind_of_attack_that_the_reply_turns_to_is_found_apart_from_its_size() -> None:
    drawn = made(1.0)
    whole = np.round(drawn.values) + 30
    share = np.full(len(whole), 0.2)
    for each in drawn.strikes:
        share[each + 1 : each + 8] = 0.4
    kind = np.random.default_rng(4).binomial(np.nan_to_num(whole).astype(int), share).astype(float)
    part = Series(name="raids_from_the_air", file="", unit="", side="XNO")
    days = Daily("raids", FIRST, whole, len(whole))
    parts = ((part, Daily(part.name, FIRST, kind, len(kind))),)
    found = replied(SERIES, days, asking(drawn.strikes), parts)
    [(name, tested, p)] = found.kinds
    assert name == "raids_from_the_air"
    assert tested.low is not None
    assert tested.high is not None
    assert 1.3 < tested.low < 2.0 < tested.high
    assert p is not None
    assert p < 0.05
    assert not replied(SERIES, days, asking(drawn.strikes)).kinds


def test_a_planted_reply_is_found_by_all_means() -> None:
    drawn = made(2.0)
    found = asked(drawn.values, drawn.strikes)
    assert (found.verdict, found.reason) == ("supported", "")
    assert found.primary.low is not None
    assert found.primary.high is not None
    assert found.primary.low < 2.0 < found.primary.high
    assert found.mirror is not None
    assert (found.mirror.ratio > 1.4, found.mirror.p < 0.05) == (True, True)
    assert [each.cluster for each in found.omitted] == [
        FIRST + timedelta(days=each) for each in drawn.strikes
    ]
    days = {each.window.days: p for each, p in found.secondary}
    assert set(days) == {1, 3, 14}
    assert days[3] is not None
    assert days[3] <= 0.05
    assert found.reach is not None
    assert 1.1 < found.reach < 2.0


def test_the_statistic_is_the_plain_one() -> None:
    drawn = made(1.5)
    found = asked(drawn.values, drawn.strikes)
    near = [drawn.values[day + 1 : day + 8].mean() for day in drawn.strikes]
    far = [drawn.values[day - 22 : day - 1].mean() for day in drawn.strikes]
    plain = np.exp(np.mean(np.log(near) - np.log(far)))
    assert found.primary.raw == pytest.approx(plain, rel=0.01)
    case = twin.Case(
        values=drawn.values.tolist(), rounds=[(each, each) for each in drawn.strikes],
        side="after", days=7,
    )  # fmt: skip
    assert found.primary.p == pytest.approx(twin.p_value(twin.null(case)))


def test_what_rises_before_strikes_too_is_no_reply() -> None:
    drawn = made(4.0)
    values = drawn.values.copy()
    for day in drawn.strikes:
        values[day - 7 : day] *= 2.5
    found = asked(values, drawn.strikes)
    assert found.placebo_days.low is not None
    assert found.placebo_days.low > 1
    assert found.verdict == "cannot say"
    assert "before the strikes too" in found.reason


def test_four_clusters_are_too_few_however_large_the_reply() -> None:
    drawn = made(4.0)
    found = asked(drawn.values, drawn.strikes[:4])
    assert found.verdict == "cannot say"
    assert "4 clusters of strikes" in found.reason


def test_the_other_dating_must_agree() -> None:
    drawn = made(2.0)
    calm = Daily("raids", FIRST, made(1.0, 5).values, 900)
    found = asked(drawn.values, drawn.strikes, calm)
    assert found.other is not None
    assert (found.verdict, "other dating" in found.reason) == ("cannot say", True)


def test_one_cluster_that_carries_all_is_no_verdict() -> None:
    drawn = made(1.0, 3)
    values, first = drawn.values.copy(), drawn.strikes[0]
    values[first + 1 : first + 8] *= 15
    found = asked(values, drawn.strikes[:6])
    assert found.primary.low is not None
    assert found.primary.low > 1
    assert found.verdict == "cannot say"
    when = FIRST + timedelta(days=first)
    assert f"leaving out the cluster of strikes of {when}" in found.reason


def test_leaving_out_uses_the_rest() -> None:
    drawn = made(2.0)
    calendar = Calendar(drawn.strikes, drawn.strikes)
    dates = tuple(FIRST + timedelta(days=each) for each in drawn.strikes)
    tested = shift_test(drawn.values, calendar, REPLY)
    first = without_each(drawn.values, Known(calendar, dates), tested, ())[0]
    rest = Calendar(drawn.strikes[1:], drawn.strikes[1:])
    again = shift_test(drawn.values, rest, REPLY)
    assert (first.cluster, first.low, first.high) == (dates[0], again.low, again.high)


def test_a_tempo_that_strikes_follow_lifts_both_weeks() -> None:
    ratios = []
    for seed in range(12):
        drawn = made(name="d shared quick tempo, strikes follow it", seed=seed)
        calendar = Calendar(drawn.strikes, drawn.strikes)
        both = [shift_test(drawn.values, calendar, each) for each in (REPLY, PLACEBO)]
        found = mirrored(both[0], both[1])
        assert found is not None
        ratios.append(np.log(found.ratio))
    assert float(np.mean(ratios)) < 0.1


@pytest.mark.parametrize(
    ("values", "days", "why"),
    [
        (np.full(400, 3.0), (100, 150, 200), "does not vary"),
        (np.zeros(400), (100, 150, 200), "does not vary"),
        (np.arange(400.0) % 7, (), "no strike of the other side lies"),
        (np.arange(400.0) % 7, (5, 395), "2 outside the series"),
        (np.arange(60.0) % 7, (30,), "moved to only 31 places"),
        (np.where(np.arange(400) < 90, np.nan, 1.0), (100,), "too few reported days"),
    ],
)
def test_what_cannot_be_tested_says_why(
    values: np.ndarray, days: tuple[int, ...], why: str
) -> None:
    found = asked(values, days)
    assert found.verdict == "cannot say"
    assert why in why_none(found.primary)
    assert why in found.reason
    assert (found.mirror, found.placebo, found.reach) == (None, None, None)
