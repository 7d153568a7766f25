"""A track record in words, and when it is a better one."""

from dataclasses import replace

from truceline.foresee.outlook_record import TRACKS
from truceline.foresee.track import Height, Track

BETTER = (-0.2, -0.3, -0.1)
TRACK = Track(
    event="stop", forecasts=9, wars=3, first=1900, last=1999, came=0.1, log=0.2, brier=0.05,
    log_gap={"Lindy": BETTER}, brier_gap={"Lindy": BETTER},
)  # fmt: skip


def test_it_is_better_only_with_every_whole_interval_below_nought() -> None:
    assert TRACK.better
    assert not replace(TRACK, brier_gap={"Lindy": BETTER, "base rate": (-0.1, -0.2, 0.0)}).better


def test_what_came_of_forecasts_about_as_high_is_found() -> None:
    low, high = Height(0.1, 0.08, 0.05, 0.12, 90, 30), Height(0.6, 0.4, 0.3, 0.5, 20, 9)
    known = replace(TRACK, heights=(low, high))
    assert known.near(0.2) is low
    assert known.near(0.9) is high
    assert TRACK.near(0.5) is None
    assert sum(each.forecasts for each in TRACKS["stop"].heights) > 4 * TRACKS["stop"].forecasts
    assert "said about 0.60, 0.40 came (0.30 to 0.50)" in high.words()


def test_the_shipped_record_holds_both_events_with_the_three_rivals() -> None:
    assert TRACKS.keys() == {"stop", "ceasefire"}
    for each in TRACKS.values():
        assert {"Lindy", "base rate", "1 − KM"} <= each.log_gap.keys() == each.brier_gap.keys()
        assert "13,265" not in each.words()
        assert str(each.wars) in each.words()


def test_a_stop_is_foretold_better_than_by_each_rule_and_a_ceasefire_is_not() -> None:
    assert TRACKS["stop"].better
    assert not TRACKS["ceasefire"].better
