"""The limits of an answer: never none, and each side named."""

from datetime import date

from truceline.measure.daily import Refused
from truceline.measure.talks_limits import Asked, limits, sized
from truceline.measure.talks_size import TRIALS
from truceline.terms.wars import Side, War

WAR = War(
    folder="x", name="X", start=date(2030, 1, 1),
    sides=(Side(code="XNO", name="Norland"), Side(code="XSO", name="Sorland")),
)  # fmt: skip


def test_there_are_limits_where_nothing_was_found() -> None:
    found = limits(WAR, date(2030, 5, 1), Asked(refused=(Refused("dead", "it is monthly"),)))
    assert "No daily series holds Norland's attacks: nothing is said of them." in found
    assert "No daily series holds Sorland's attacks: nothing is said of them." in found
    assert "Series dead was not used: it is monthly." in found
    assert any(each.startswith("Nothing dated after 2030-05-01 is used") for each in found)


def test_what_the_caller_learnt_is_passed_on() -> None:
    assert "A remark." in limits(WAR, date(2030, 5, 1), Asked(limits=("A remark.",)))


def test_a_case_whose_interval_leaves_the_band_is_named_by_the_way_it_errs() -> None:
    said = sized(
        {"calm": (0.05, 0.04, 0.06), "loud": (0.2, 0.18, 0.22), "gaps": (0.02, 0.01, 0.03)}, 2000
    )
    assert "in 0.050 of them (calm)" in said
    assert "can be wrong more often, where the case is: loud (0.200, 0.180 to 0.220)." in said
    assert "wrong less often than it says, where the case is: gaps (0.020, 0.010 to 0.030)" in said


def test_every_answer_says_where_the_test_is_not_calibrated() -> None:
    found = limits(WAR, date(2030, 5, 1), Asked())
    assert any(each.startswith(f"On {TRIALS} made-up series a case") for each in found)
