"""An event as one report tells it: what linking looks at, out of a row of EVENTS and its EVENT."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from truceline.terms.told import TOLD_BEFORE, TOTAL

BOTH_WAYS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types in which source and target do the same: the order of the two says nothing."""
_REBELS = frozenset({"REB", "CRM"})
_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})
TOLD = ("happened", "ongoing", "background")
"""Statuses of what took place; a plan or a denial is no telling of the deed."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where; `key` is the place's own id, or its name and country where it has none."""

    key: str
    name: str
    admin1: str | None
    country: str | None
    at: tuple[float, float] | None
    where_prec: int

    def is_point(self) -> bool:
        """Return whether this is a town or nearer, not a region or a country."""
        return self.where_prec <= 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a report gives: the place of its count in the event, and the count."""

    what: str
    of: str
    low: float
    high: float | None
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """An event as one report tells it; `by` is who says so, where the report names somebody.

    Sides are codes of countries and organisations, never texts, with the state's own and rebels
    told apart where the report does: "AFG/GOV", "?/REB".
    """

    id: str
    story_id: str
    sentence: int
    text: str
    published: date | None
    type: str
    mode: str | None = None
    status: str = "happened"
    source: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    start: date | None = None
    end: date | None = None
    spot: Spot | None = None
    kinds: frozenset[str] = frozenset()
    figures: tuple[Figure, ...] = ()
    issues: frozenset[str] = frozenset()
    by: frozenset[str] = frozenset()
    confidence: float = 0.0

    def days(self) -> int | None:
        """Return how many days the date spans, None without one."""
        if self.start is None or self.end is None:
            return None
        return (self.end - self.start).days + 1

    def signature(self) -> tuple[object, ...]:
        """Return all that the judgement of two reports' mentions looks at."""
        return (
            self.type, self.mode, self.source, self.target, self.start, self.end, self.spot,
            self.kinds, self.issues, self.by,
            tuple((each.what, each.of, each.low, each.high) for each in self.figures),
            self.published if self.start is None else None,
        )  # fmt: skip


def mention(row: Mapping[str, Any], text: str, published: date | None) -> Mention:
    """Return a coded event as it is linked.

    Parameters
    ----------
    row : mapping
        A row of EVENTS, corrections obeyed; it goes before `text`.
    text : str
        The whole EVENT as JSON.
    published : date or None
        When the report came out.

    Returns
    -------
    Mention
        Numbers told before in the story, parts of others and running totals are left out: they
        say nothing new of the event. A corrected number of deaths takes the coded one's place.
    """
    event = json.loads(text)
    end = row["date_end"] or row["date_start"]
    return Mention(
        id=row["id"], story_id=row["story_id"], sentence=row["sentence"] or 0,
        text=event.get("sentence_text") or "", published=published, type=row["type"] or "",
        mode=row["mode"], status=row["status"] or "happened",
        source=_codes(row["side_a"], event.get("source")),
        target=_codes(row["side_b"], event.get("target")),
        start=row["date_start"], end=end, spot=_spot(event.get("place")),
        kinds=frozenset(each["kind"] for each in event.get("instruments") or ()) - {"other"},
        figures=_figures(event, row),
        issues=frozenset(each["issue"] for each in event.get("issues") or ()),
        by=frozenset(filter(None, [(event.get("attributed_to") or {}).get("code")])),
        confidence=event.get("confidence") or 0.0,
    )  # fmt: skip


def near(day: date, *, days: int) -> date:
    """Return a day moved, held within what dates can say."""
    moved = min(max(day.toordinal() + days, 1), date.max.toordinal())
    return day + timedelta(days=moved - day.toordinal())


def party(code: str | None, sector: str | None) -> str | None:
    """Return an actor as it is compared: its code, and whether it is the state's or the rebels'.

    Examples
    --------
    >>> party("AFG", "MIL"), party(None, "REB"), party("RUS", None), party(None, "CVL")
    ('AFG/GOV', '?/REB', 'RUS', None)
    """
    parts = {(sector or "")[at : at + 3] for at in range(0, len(sector or ""), 3)}
    camp = "/REB" if parts & _REBELS else "/GOV" if parts & _STATE else ""
    return (code or "?") + camp if code or camp else None


def _codes(side: str | None, actors: list[dict[str, Any]] | None) -> frozenset[str]:
    """Return the parties of a side; a side that was corrected is as the row has it."""
    said = [each.get("code") or each.get("text") for each in actors or ()]
    if ";".join(map(str, said)) == (side or ""):
        found = (party(each.get("code"), each.get("sector")) for each in actors or ())
        return frozenset(each for each in found if each)
    parts = (side or "").split(";")
    return frozenset(each for each in parts if len(each) == 3 and each.isascii()
                     and each.isupper())  # fmt: skip


def _spot(place: dict[str, Any] | None) -> Spot | None:
    if not place:
        return None
    north, east = place.get("latitude"), place.get("longitude")
    known = place.get("geonameid")
    key = str(known) if known is not None else f"{place['name'].lower()}|{place.get('country')}"
    return Spot(
        key=key, name=place["name"], admin1=place.get("admin1"), country=place.get("country"),
        at=(north, east) if north is not None and east is not None else None,
        where_prec=place.get("where_prec") or 6,
    )  # fmt: skip


def _figures(event: dict[str, Any], row: Mapping[str, Any]) -> tuple[Figure, ...]:
    roles = event.get("roles") or {}
    counts = event.get("counts") or ()
    before = set(roles.get(TOLD_BEFORE) or ()) if not roles.get(TOTAL) else set(range(len(counts)))
    whole = [(place, _figure(each)) for place, each in enumerate(counts)
             if each.get("included_in") is None]  # fmt: skip
    found = [each for place, each in whole if place not in before]
    stated = {sum(f.low for f in those if f.what == "killed")
              for those in (found, [each for _, each in whole])}  # fmt: skip
    best = row.get("best")
    if best is not None and best not in stated:
        found = [each for each in found if each.what != "killed"]
        found.append(Figure("killed", "", best, row.get("high"), "as corrected"))
    return tuple(found)


def _figure(count: dict[str, Any]) -> Figure:
    of = (count.get("of") or "").lower()
    return Figure(count["what"], of, count["low"], count["high"], count["quote"])
