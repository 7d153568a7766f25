"""The table of past wars and the stops beside it, as the outlook reads them."""

from dataclasses import dataclass
from functools import cache

from truceline.foresee.past import Past
from truceline.foresee.past_table import pasts
from truceline.pipeline.pasts import pasts as tables
from truceline.read import past_stops, past_wars
from truceline.terms.results import DataUsed


@dataclass(frozen=True, slots=True)
class PastWars:
    """The wars, and the datasets they were read in."""

    pasts: tuple[Past, ...]
    data: tuple[DataUsed, ...]


@cache
def past_records() -> PastWars:
    """Return the past wars that ship with truceline.

    Returns
    -------
    PastWars
        Read once a process.
    """
    found = pasts(tables().wars, past_stops.load())
    ends = [each.end for each in found if each.end is not None]
    whole = DataUsed(
        dataset="truceline: past wars", version=None, rows=len(found),
        first=found[0].start.isoformat(), last=max(ends).isoformat(),
        licence=past_wars.codebook().licence, citation="past.csv and past_stops.csv",
    )  # fmt: skip
    return PastWars(found, (whole, *past_wars.codebook().datasets))
