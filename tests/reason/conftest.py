"""A made-up war with two sides and ranges, for the tests of the models."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from truceline.terms.wars import Side, War

PLAIN: dict[str, tuple[float, float]] = {
    "power": (0.4, 0.6),
    "uncertainty": (0.1, 0.2),
    "discount": (0.9, 0.95),
    "shift": (-0.05, 0.2),
    "cost.north": (0.1, 0.3),
    "cost.south": (0.2, 0.4),
    "backers.north": (0.0, 0.1),
    "backers.south": (0.1, 0.3),
    "office.south": (0.1, 0.3),
    "ouster_settle.south": (0.2, 0.6),
    "ouster_fight.south": (0.0, 0.2),
}


Entry = dict[str, Any]


def entry(name: str, low: float, high: float, **more: Any) -> Entry:
    """Return one [[reason.ranges]] entry."""
    plain = {"name": name, "low": low, "high": high, "sentence": "So it is said.", "source": "A."}
    return plain | more


def war(ranges: list[Entry] | None = None, **reason: Any) -> War:
    """Return a war of North and South with these ranges, or the plain ones."""
    if ranges is None:
        ranges = [entry(name, *ends) for name, ends in PLAIN.items()]
    north = Side(code="NOR", name="North", aliases=("Upper Land",))
    return War(
        folder="made",
        name="Made-up war",
        start=date(2000, 1, 1),
        sides=(north, Side(code="SOU", name="South")),
        reason={"ranges": ranges} | reason,
    )


@pytest.fixture(scope="session")
def made() -> Callable[..., War]:
    """Return a maker of made-up wars: `made()`, `made([entry, …])`, `made(proposer="SOU")`."""
    return war
