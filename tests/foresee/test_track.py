"""A track record in words, and when it is a better one."""

from dataclasses import replace

from truceline.foresee.outlook_record import TRACKS
from truceline.foresee.track import Track

BETTER = (-0.2, -0.3, -0.1)
TRACK = Track(
    event="stop", forecasts=9, wars=3, first=1900, last=1999, came=0.1, log=0.2, brier=0.05,
    log_gap={"Lindy": BETTER}, brier_gap={"Lindy": BETTER},
)  # fmt: skip


def test_it_is_better_only_with_every_whole_interval_below_nought() -> None:
    assert TRACK.better
    assert not replace(TRACK, brier_gap={"Lindy": BETTER, "base rate": (-0.1, -0.2, 0.0)}).better


def test_the_shipped_record_holds_both_events_with_the_three_rivals() -> None:
    assert TRACKS.keys() == {"stop", "ceasefire"}
    for each in TRACKS.values():
        assert {"Lindy", "base rate", "1 − KM"} <= each.log_gap.keys() == each.brier_gap.keys()
        assert "13,265" not in each.words()
        assert str(each.wars) in each.words()


def test_a_stop_is_foretold_better_than_by_each_rule_and_a_ceasefire_is_not() -> None:
    assert TRACKS["stop"].better
    assert not TRACKS["ceasefire"].better
