"""What came of archived forecasts, from the war's own record."""

from dataclasses import replace
from datetime import date

import pytest

from truceline.foresee.scored import scored
from truceline.terms.forecasts import Forecast
from truceline.terms.wars import Side, Truce, War

WAR = War(
    folder="x", name="X", start=date(2022, 2, 24),
    sides=(Side(code="RUS", name="A"), Side(code="UKR", name="B")),
)  # fmt: skip
SAID = Forecast(
    question="outlook", war="x", as_of=date(2025, 5, 8), event="stop", by=date(2026, 1, 1),
    definition="", probability=0.28, low=None, high=None, level=None, method="", version="",
)  # fmt: skip
BOTH = ("RUS", "UKR")


def came(war: War, day: date, **change: object) -> list[bool]:
    made = replace(SAID, **change)  # type: ignore[arg-type]
    return [each.came for each in scored([made], war, as_of=day)]


def test_a_forecast_is_scored_a_month_after_its_day_and_no_earlier() -> None:
    assert came(WAR, date(2026, 1, 30)) == []
    assert came(WAR, date(2026, 1, 31)) == [False]
    assert came(replace(WAR, folder="another"), date(2026, 6, 1)) == []


@pytest.mark.parametrize(
    ("truce", "expected"),
    [
        (Truce(start=date(2025, 8, 1), declared_by=BOTH), True),
        (Truce(start=date(2025, 8, 1), end=date(2025, 8, 4), declared_by=BOTH), False),
        (Truce(start=date(2025, 8, 1), declared_by=("RUS",)), False),
        (Truce(start=date(2025, 8, 1), declared_by=BOTH, limited_to="energy"), False),
        (Truce(start=date(2026, 2, 1), declared_by=BOTH), False),
    ],
)
def test_only_a_general_truce_that_holds_is_a_stop(truce: Truce, expected: bool) -> None:
    war = replace(WAR, truces=(truce,))
    for event in ("stop", "ceasefire"):
        assert came(war, date(2026, 6, 1), event=event) == [expected]


def test_a_war_that_ended_without_a_truce_on_record_tells_of_the_stop_alone() -> None:
    war = replace(WAR, end=date(2025, 9, 1))
    assert came(war, date(2026, 6, 1)) == [True]
    assert came(war, date(2026, 6, 1), event="ceasefire") == []
    assert came(war, date(2026, 6, 1), by=date(2025, 8, 1)) == [False]


def test_an_end_after_the_day_of_scoring_is_not_seen() -> None:
    war = replace(WAR, end=date(2025, 12, 1))
    assert came(war, date(2025, 11, 1), by=date(2025, 9, 1)) == [False]
    assert came(war, date(2026, 2, 1)) == [True]
