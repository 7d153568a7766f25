"""The limits of an answer: never none, and each side named."""

from datetime import date

from truceline.measure.daily import Refused
from truceline.measure.talks_limits import Asked, limits
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
