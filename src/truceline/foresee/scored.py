"""Archived forecasts scored: what came of each whose day has passed."""

from collections.abc import Iterable
from datetime import date

from truceline.foresee import score
from truceline.foresee.past import FLOOR
from truceline.terms.forecasts import Forecast, Outcome
from truceline.terms.wars import War


def scored(forecasts: Iterable[Forecast], war: War, *, as_of: date) -> tuple[Outcome, ...]:
    """Return the scores of a war's forecasts whose day has passed, from the war's own record.

    Parameters
    ----------
    forecasts : iterable of Forecast
        Of any war; only this war's are scored.
    war : War
        Its end and general truces say what came.
    as_of : date
        The record is known up to this day. A stop of the fighting can be told from a pause only
        after FLOOR days, so that a forecast is scored no earlier than that after its day.

    Returns
    -------
    tuple of Outcome
        In the order given. A ceasefire is scored where a general truce of both sides stands in
        the record, or the war runs on; where a war ended without one, its record does not say
        how, and only the stop is scored.

    Examples
    --------
    >>> from truceline.terms.wars import Side
    >>> war = War(folder="x", name="X", start=date(2022, 2, 24),
    ...           sides=(Side(code="RUS", name="A"), Side(code="UKR", name="B")))
    >>> said = Forecast(question="outlook", war="x", as_of=date(2025, 5, 8), event="stop",
    ...                 by=date(2026, 1, 1), definition="", probability=0.28, low=None,
    ...                 high=None, level=None, method="", version="")
    >>> [(each.came, round(each.brier, 3)) for each in scored([said], war, as_of=date(2026, 6, 1))]
    [(False, 0.078)]
    """
    truce, end = _truce(war, as_of), war.end if war.end and war.end <= as_of else None
    stopped = min((each for each in (truce, end) if each is not None), default=None)
    found = []
    for each in forecasts:
        if each.war != war.folder or (as_of - each.by).days < FLOOR:
            continue
        day = stopped if each.event == "stop" else truce
        if each.event != "stop" and truce is None and end is not None and end <= each.by:
            continue
        came = day is not None and each.as_of < day <= each.by
        made = score.brier(each.probability, float(came)), score.log(each.probability, float(came))
        found.append(Outcome(each, came, float(made[0]), float(made[1])))
    return tuple(found)


def _truce(war: War, as_of: date) -> date | None:
    """The first day of a general truce of both sides that has held for FLOOR days."""
    for each in sorted(war.truces, key=lambda one: one.start):
        sides = {side.code for side in war.sides} & set(each.declared_by)
        until = min(each.end or as_of, as_of)
        if each.limited_to is None and len(sides) > 1 and (until - each.start).days >= FLOOR:
            return each.start
    return None
