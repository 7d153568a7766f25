"""The rules of `rules.toml`, read once."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from truceline.terms.wars import Series, War


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRule:
    """Which series of a war counts a topic: by what it holds, its unit, a word of what it says."""

    about: str
    unit: str | None = None
    holds: str | None = None
    says: str | None = None
    side: str = "doer"
    opponent: bool = False
    coarse: bool = False
    level: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules."""

    near: dict[str, float]
    days: dict[str, int]
    once: frozenset[str]
    series: tuple[SeriesRule, ...]
    question: dict[str, str]
    lacking: dict[str, str]
    issues: dict[str, list[str]]
    alike: dict[str, str]
    words: dict[str, list[str]]
    bloc: dict[str, list[str]]
    country: dict[str, float]


@lru_cache(maxsize=1)
def rules() -> Rules:
    """Return the rules; they are read at the first call and kept.

    Examples
    --------
    >>> rules().question["pattern"]
    'talks'
    """
    path = files("truceline.measure.claims") / "rules.toml"
    found: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    return Rules(
        near=found["near"],
        days=found["days"],
        once=frozenset(found["once"]["words"]),
        series=tuple(SeriesRule(**row) for row in found["series"]),
        question=found["question"],
        lacking=found["lacking"],
        issues=found["issues"],
        alike={form: word for word, forms in found["alike"].items() for form in forms},
        words=found["words"],
        bloc=found["bloc"],
        country=found["country"],
    )


def series_for(war: War, about: str, side: str | None) -> list[tuple[Series, SeriesRule]]:
    """Return the series of a war that count a topic, each with its rule.

    Parameters
    ----------
    war : War
        The war.
    about : str
        A topic.
    side : str or None
        Whose acts or losses; None takes any side's, where only one is in the record.

    Returns
    -------
    list of (Series, SeriesRule)
        Empty where the record holds none. Never added up: each is a source of its own.
    """
    found = []
    for rule in rules().series:
        if rule.about != about:
            continue
        for each in war.series:
            fits = (
                (rule.unit is None or each.unit == rule.unit)
                and (rule.holds is None or each.holds == rule.holds)
                and (rule.says is None or rule.says in (each.what or ""))
                and (rule.side == "none" or side is None or each.side == side)
            )
            if fits:
                found.append((each, rule))
    return found
