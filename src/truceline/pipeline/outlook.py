"""The outlook of a war: past wars fetched, the wish read, the forecast made and archived."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from truceline import __version__
from truceline.foresee.outlook import Outlook, Wish, outlook, with_version
from truceline.foresee.outlook_record import TRACKS
from truceline.foresee.past import Definition
from truceline.pipeline.past_records import past_records
from truceline.record import forecasts
from truceline.record.store import Store
from truceline.terms.errors import BadInput
from truceline.terms.wars import War

_TAKES = "lasting=DAYS or lasting=end, formal=yes or no, by=2026-01-01, hide=yes or no"


def of_war(war: War, *, as_of: date, what_if: Sequence[str] = ()) -> Outlook:
    """Return the outlook of a war.

    Parameters
    ----------
    war : War
        The war asked about.
    as_of : date
        Nothing that became known later is used.
    what_if : sequence of str
        Such as "lasting=90": what counts as a ceasefire, and a date of one's own.

    Returns
    -------
    Outlook
        Its answer, and the forecasts to be archived.

    Raises
    ------
    BadInput
        If a wish cannot be read.
    """
    found = past_records()
    made = outlook(
        war, found.pasts, as_of=as_of, wish=wish(what_if), tracks=TRACKS, data=found.data
    )
    return with_version(made, __version__)


def wish(what_if: Sequence[str]) -> Wish:
    """Return what is wished of the outlook.

    Parameters
    ----------
    what_if : sequence of str
        NAME=VALUE, in any order.

    Returns
    -------
    Wish
        What is not named stays as it is by default.

    Raises
    ------
    BadInput
        If a name or value is not one of those that are known.

    Examples
    --------
    >>> wish(["lasting=end", "by=2026-01-01"]).definition.lasting is None
    True
    """
    lasting: int | None = Definition().lasting
    flags = {"formal": False, "hide": False}
    by = None
    for each in what_if:
        name, _, value = (part.strip() for part in each.partition("="))
        if name == "lasting":
            lasting = None if value == "end" else _days(value)
        elif name in flags:
            flags[name] = _yes(name, value)
        elif name == "by":
            by = _day(value)
        else:
            raise BadInput(f"{each} is nothing that outlook takes; write {_TAKES}")
    return Wish(Definition(lasting, flags["formal"]), by, flags["hide"])


def archive(made: Outlook, store: Path, *, now: datetime) -> int:
    """Archive the forecasts of an outlook in a store, and return how many were new.

    Parameters
    ----------
    made : Outlook
        As `of_war` gives it.
    store : Path
        The store.
    now : datetime
        When this happens; the door reads the clock.

    Returns
    -------
    int
        0 where the same was archived before, or nothing could be said.
    """
    return forecasts.keep(Store(store), made.forecasts, at=now.isoformat(timespec="seconds"))


def _days(value: str) -> int:
    if not value.isdigit() or not 1 <= int(value) <= 3660:
        raise BadInput(f"lasting is {value}; give 1 to 3660 days, or end")
    return int(value)


def _yes(name: str, value: str) -> bool:
    if value not in {"yes", "no"}:
        raise BadInput(f"{name} is {value}; write yes or no")
    return value == "yes"


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadInput(f"by is {value}; write a date as 2026-01-01") from error
