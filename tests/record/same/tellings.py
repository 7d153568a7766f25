"""Tellings made by hand, for the tests of linking."""

from datetime import date, timedelta
from typing import Any

from truceline.record.same.mention import Figure, Mention, Spot

DAY = date(2024, 5, 25)
KHARKIV = Spot("706483", "Kharkiv", "Kharkiv", "UKR", (49.98, 36.25), 1)
CHUHUIV = Spot("710720", "Chuhuiv", "Kharkiv", "UKR", (49.84, 36.69), 1)
REGION = Spot("kharkiv region|UKR", "Kharkiv region", "Kharkivs’ka Oblast’", "UKR", None, 4)
UKRAINE = Spot("690791", "Ukraine", None, "UKR", (49.0, 32.0), 6)
RUS, UKR = frozenset({"RUS"}), frozenset({"UKR"})


def told(name: str, /, *, after: int = 0, days: int = 1, **fields: Any) -> Mention:
    """Return a telling of an attack on Kharkiv, each in a report of its own."""
    start = DAY + timedelta(days=after)
    given: dict[str, Any] = {
        "id": name, "story_id": name, "sentence": 0, "text": f"told by {name}",
        "published": DAY + timedelta(days=1), "type": "ASSAULT", "mode": "aerial", "source": RUS,
        "target": UKR, "start": start, "end": start + timedelta(days=days - 1), "spot": KHARKIV,
    }  # fmt: skip
    return Mention(**(given | fields))


def swap(name: str, /, *, after: int = 0, **fields: Any) -> Mention:
    """Return a telling of an exchange of prisoners."""
    given: dict[str, Any] = {
        "type": "COOPERATE", "mode": "exchange", "source": RUS | UKR, "target": frozenset(),
        "spot": None,
    }  # fmt: skip
    return told(name, after=after, **(given | fields))


def dead(low: float, high: float | None = -1) -> tuple[Figure, ...]:
    """Return a number of dead: exact, or from `low` up to `high`, None where open."""
    return (Figure("killed", "", low, low if high == -1 else high, f"{low:g}"),)
