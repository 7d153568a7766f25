"""The table of past wars, read as the outlook needs it."""

from datetime import date
from typing import Any

import polars as pl

from truceline.foresee.past import Ending, Past, Stop
from truceline.terms.errors import BadFrame

COLUMNS = ("war_id", "name", "kind", "start", "end", "observed_to", "outcome", "side_a", "side_b",
           "war_level_from")  # fmt: skip
KINDS = ("interstate", "civil")
_OUTCOMES: dict[str, Ending] = {
    "victory_a": "victory", "victory_b": "victory", "agreement": "agreement",
    "ceasefire": "ceasefire", "stalemate": "ceasefire", "low_activity": "low activity",
}  # fmt: skip


def pasts(wars: pl.DataFrame, stops: pl.DataFrame | None = None) -> tuple[Past, ...]:
    """Return the table of past wars as records of the outlook.

    Parameters
    ----------
    wars : polars.DataFrame
        With the columns COLUMNS, as `read.past_wars` gives them.
    stops : polars.DataFrame, optional
        General stops of the fighting of 30 days or more that were broken: war_id, start, end.

    Returns
    -------
    tuple of Past
        A civil war is at risk from the first day of the year in which it reached 1,000 deaths: it
        stands in the table because of that year. Whether it drew in other states is not used,
        because the table can know it only later.

    Raises
    ------
    BadFrame
        If a column is missing.

    Notes
    -----
    A stalemate is an end of all fighting that left no winner and no settlement, and counts as a
    ceasefire. An outcome "other" means that the war turned into another one: it did not stop.

    Examples
    --------
    >>> frame = pl.DataFrame({"war_id": ["a"], "name": ["A"], "kind": ["interstate"],
    ...     "start": [date(1950, 6, 25)], "end": [date(1953, 7, 27)],
    ...     "observed_to": [date(1953, 7, 27)], "outcome": ["stalemate"], "side_a": ["X"],
    ...     "side_b": ["Y; Z"], "war_level_from": [None]})
    >>> pasts(frame)[0].ending, dict(pasts(frame)[0].traits)["three states or more"]
    ('ceasefire', True)
    """
    missing = [each for each in COLUMNS if each not in wars.columns]
    if missing:
        raise BadFrame(f"the table of past wars lacks the columns {', '.join(missing)}")
    broken: dict[str, list[Stop]] = {}
    for row in stops.iter_rows(named=True) if stops is not None else ():
        broken.setdefault(row["war_id"], []).append(Stop(row["start"], row["end"]))
    return tuple(
        _past(row, tuple(broken.get(row["war_id"], ())))
        for row in wars.select(COLUMNS).iter_rows(named=True)
    )


def _past(row: dict[str, Any], stops: tuple[Stop, ...]) -> Past:
    """One row."""
    kind = "interstate" if row["kind"] == "interstate" else "civil"
    level: date | None = row["war_level_from"]
    entered = None if level is None else max(row["start"], date(level.year, 1, 1))
    fighters = sum(len(row[side].split(";")) for side in ("side_a", "side_b"))
    traits = (
        ("three states or more", fighters > 2),
        ("began after 1945", row["start"].year > 1945),
    )
    return Past(
        war_id=row["war_id"], name=row["name"], kind=kind, start=row["start"], end=row["end"],
        ending=_OUTCOMES.get(row["outcome"]), went_on=row["outcome"] == "other",
        last=row["observed_to"], entered=entered if kind == "civil" else None, stops=stops,
        traits=traits,
    )  # fmt: skip
