"""The archive of forecasts: what was said, when, by which version. Nothing in it is changed."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, astuple, replace

from truceline.record import migrate
from truceline.record.connection import connection, one
from truceline.record.sql import query
from truceline.record.store import Store
from truceline.record.transaction import transaction
from truceline.terms.errors import BadInput
from truceline.terms.forecasts import Forecast

_COLUMNS = (
    "made_at", "question", "war", "as_of", "event", "by", "definition", "probability", "low",
    "high", "level", "method", "version",
)  # fmt: skip


def keep(store: Store, made: Iterable[Forecast], *, at: str) -> int:
    """Archive forecasts, and return how many were new.

    Parameters
    ----------
    store : Store
        Where; a store of an older version is brought up to date.
    made : iterable of Forecast
        As they were said.
    at : str
        ISO time, given by the door.

    Returns
    -------
    int
        A forecast that says the same of the same, by the same version, is kept once, with the
        time at which it was first archived.

    Raises
    ------
    BadInput
        If there is no store at the path, or a probability is none.
    StoreError
        If the store cannot be written.
    """
    found = list(made)
    for each in found:
        if not 0 <= each.probability <= 1:
            raise BadInput(f"a forecast says {each.probability}; it should lie between 0 and 1")
    if not store.path.exists():
        raise BadInput(f"there is no store {store.path.name}; make one: truceline record init")
    with connection(store.path, write=True, wait=store.wait, waiting=store.waiting) as opened:
        migrate.apply(opened)
        before = int(one(opened, "SELECT count(*) FROM forecast"))
        with transaction(opened):
            for each in found:
                row = asdict(replace(each, made_at=at))
                values = [row[name] for name in _COLUMNS]
                opened.execute(query("forecast_keep"), [_id(each), *values])
        return int(one(opened, "SELECT count(*) FROM forecast")) - before


def kept(store: Store, question: str | None = None) -> tuple[Forecast, ...]:
    """Return archived forecasts, in the order in which they were made.

    Parameters
    ----------
    store : Store
        Where.
    question : str, optional
        Only those of one question.

    Returns
    -------
    tuple of Forecast
        With `made_at`.

    Raises
    ------
    StoreError
        If the store is of an older version, or cannot be opened.
    """
    with store.reading() as opened:
        rows = opened.execute(query("forecasts"), [question]).fetchall()
    return tuple(Forecast(**dict(zip(_COLUMNS, row, strict=True))) for row in rows)


def _id(forecast: Forecast) -> str:
    """A hash of all that was said, without the time."""
    said = astuple(replace(forecast, made_at=None))
    return hashlib.sha256("\n".join(str(each) for each in said).encode()).hexdigest()[:16]
