"""A forecast as it is archived."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from truceline.terms.forecasts import Forecast, Outcome

SAID = Forecast(
    question="outlook", war="x", as_of=date(2025, 5, 8), event="stop", by=date(2026, 1, 1),
    definition="", probability=0.28, low=None, high=None, level=None, method="", version="",
)  # fmt: skip


def test_what_was_said_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        SAID.probability = 0.9  # type: ignore[misc]


def test_an_outcome_keeps_its_forecast() -> None:
    assert Outcome(SAID, came=True, brier=0.5, log=1.3).forecast is SAID
