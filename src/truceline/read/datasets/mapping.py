"""How a user's own file is read: proposed from its columns, remembered in a TOML beside it."""

import json
import re
import tomllib
from collections.abc import Mapping as Pairs
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import Any, Literal

import polars as pl

from truceline.read.datasets.fields import Order, days, number, order_of
from truceline.read.datasets.table import Table
from truceline.terms.errors import BadInput

Kind = Literal["events", "panel"]
FIELDS: dict[Kind, tuple[str, ...]] = {
    "events": ("id", "date_start", "date_end", "side_a", "side_b", "latitude", "longitude", "best",
               "low", "high", "initiator"),
    "panel": ("date", "value", "low", "high"),
}  # fmt: skip
NEEDED: dict[Kind, tuple[str, ...]] = {"events": ("date_start",), "panel": ("date", "value")}
_MARKS = ("open", "aggregate only", "private")
_DATES = ("date_start", "date_end", "date")
_NUMBERS = ("latitude", "longitude", "best", "low", "high", "value")
_KEYS = {
    "kind", "columns", "date_order", "redistribute", "series", "unit", "side", "repeated", "header",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """Which column of a file is which of EVENTS or PANEL.

    `repeated` says what becomes of two rows of one day in a series: "aside" sets the later ones
    aside, "sum" adds them up, for files that list parts of a day.
    """

    kind: Kind
    columns: Pairs[str, str]
    date_order: Order | None = None
    redistribute: Literal["open", "aggregate only", "private"] = "private"
    series: str = "value"
    unit: str = ""
    side: str | None = None
    repeated: Literal["aside", "sum"] = "aside"
    header: bool = True
    remarks: tuple[str, ...] = field(default=())


@cache
def _guesses() -> dict[str, dict[str, list[str]]]:
    text = files("truceline.read.datasets").joinpath("guesses.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def propose(table: Table, changes: Pairs[str, str] | None = None) -> Map:
    r"""Return a map of a user's file, from the names of its columns and from what they hold.

    Parameters
    ----------
    table : Table
        The file.
    changes : mapping, optional
        What the user says instead; see `changed`.

    Returns
    -------
    Map
        Of kind "events" where there are places, sides or deaths, or no number at all, else a
        series. `remarks` say
        what was not clear and how to settle it.

    Raises
    ------
    BadInput
        If no column holds dates: then there is nothing to import.

    Examples
    --------
    >>> from truceline.read.datasets.table import table
    >>> found = propose(table("Дата,killed,lat,lon\n24.02.2022,3,48,37\n".encode(), "x.csv"))
    >>> found.kind, found.columns["date_start"], found.columns["best"], found.date_order
    ('events', 'Дата', 'killed', 'day first')
    """
    events = _named(table, "events")
    if {"latitude", "longitude"} <= events.keys() or {"side_a", "side_b", "best"} & events.keys():
        found, kind = events, "events"
    else:
        found, kind = _named(table, "panel"), "panel"
        if "value" not in found:
            numeric = [each for each in table.columns if each not in found.values()
                       and not _orders_rows(each)
                       and _share(table, each, "value") > 0.8]  # fmt: skip
            found, kind = (found | {"value": numeric[0]}, kind) if numeric else (events, "events")
    key = "date_start" if kind == "events" else "date"
    if key not in found and not changes:
        raise BadInput(
            f"{table.name}: no column holds dates (columns: {', '.join(table.columns[:8])}); "
            f"write dates as 2022-02-24, or say which column it is with --set {key}=COLUMN"
        )
    first = Map(kind="events" if kind == "events" else "panel", columns=found)
    return settled(table, changed(first, changes or {}))


def settled(table: Table, found: Map) -> Map:
    """Return a map with the order of day and month, and repeated days, looked up in the file.

    Parameters
    ----------
    table : Table
        The file.
    found : Map
        As proposed or changed by the user.

    Returns
    -------
    Map
        With remarks on what the file leaves open.

    Raises
    ------
    BadInput
        If it names a column the file does not have, or lacks one that is needed.
    """
    _require(table, found)
    column = table.frame[found.columns["date_start" if found.kind == "events" else "date"]]
    order = found.date_order or order_of(column)
    read = days(column, order=order)
    remarks = []
    unread = int((read.is_null() & column.is_not_null()).sum())
    if unread:
        hint = "" if order else '; if 05/06/2022 stands there, add --set date_order="day first"'
        remarks.append(f"{unread} of {column.len()} dates cannot be read{hint}")
    again = found.kind == "panel" and read.drop_nulls().is_duplicated().any()
    if again and found.repeated == "aside":
        remarks.append("some days stand more than once; --set repeated=sum adds their values up")
    name = found.series if found.series != "value" else found.columns.get("value", "value")
    return replace(found, date_order=order, series=name, remarks=tuple(remarks))


def changed(found: Map, changes: Pairs[str, str]) -> Map:
    """Return a map with what the user says instead.

    Parameters
    ----------
    found : Map
        As proposed.
    changes : mapping
        A field of EVENTS or PANEL to a column, or one of kind, date_order, redistribute, series,
        unit, side, repeated to its value. An empty column takes the field out.

    Returns
    -------
    Map
        The changed map.

    Raises
    ------
    BadInput
        If a key or value is another one.
    """
    kind = changes.get("kind", found.kind)
    kept = FIELDS["panel" if kind == "panel" else "events"]
    columns = {key: column for key, column in found.columns.items() if key in kept}
    rest = {}
    for key, value in changes.items():
        if key in _KEYS - {"columns"}:
            rest[key] = value
        elif key in {*FIELDS["events"], *FIELDS["panel"]}:
            columns[key] = value
        else:
            known = sorted({*FIELDS["events"], *FIELDS["panel"], *_KEYS} - {"columns"})
            raise BadInput(f"{key} cannot be set; what can is {', '.join(known)}")
    columns = {key: value for key, value in columns.items() if value}
    entry = _entry(found) | rest
    return from_toml(entry | {"columns": columns}, "--set")


def to_toml(found: Map) -> str:
    """Return a map as the text of its file."""
    lines = ["# How truceline reads the file beside this one; change it, or delete it to be asked."]
    for key, value in _entry(found).items():
        if value is not None:
            lines.append(f"{key} = {_toml(value)}")
    lines += ["", "[columns]"]
    lines += [f"{key} = {_toml(value)}" for key, value in found.columns.items()]
    return "\n".join(lines) + "\n"


def from_toml(entry: Pairs[str, Any], name: str) -> Map:
    """Return a map from the content of its file.

    Raises
    ------
    BadInput
        If a key or value is unknown.
    """
    if unknown := set(entry) - _KEYS:
        raise BadInput(f"{name}: {min(unknown)} is unknown; keys are {', '.join(sorted(_KEYS))}")
    allowed: dict[str, tuple[object, ...]] = {
        "kind": ("events", "panel"),
        "date_order": ("day first", "month first"),
        "redistribute": _MARKS,
        "repeated": ("aside", "sum"),
        "header": (True, False),
    }
    for key, values in allowed.items():
        if key in entry and entry[key] not in values:
            said = ", ".join(map(str, values))
            raise BadInput(f"{name}: {key} is {entry[key]!r}; allowed are {said}")
    kind: Kind = "panel" if entry.get("kind") == "panel" else "events"
    columns = entry.get("columns", {})
    if wrong := set(columns) - set(FIELDS[kind]):
        said = ", ".join(FIELDS[kind])
        raise BadInput(f"{name}: {min(wrong)} is no field of {kind}; fields are {said}")
    return Map(columns=columns, **{"kind": kind} | {k: v for k, v in entry.items()
                                                    if k not in {"kind", "columns"}})  # fmt: skip


def _entry(found: Map) -> dict[str, Any]:
    names = ("kind", "date_order", "redistribute", "series", "unit", "side", "repeated", "header")
    said = {name: getattr(found, name) for name in names}
    return {name: value for name, value in said.items() if value is not None}


def _require(table: Table, found: Map) -> None:
    absent = [each for each in found.columns.values() if each not in table.columns]
    if absent:
        there = ", ".join(table.columns[:12])
        raise BadInput(f"{table.name} has no column {absent[0]}; it has {there}")
    for name in NEEDED[found.kind]:
        if name not in found.columns:
            raise BadInput(
                f"{table.name}: which column is {name}? Say so with --map --set {name}=COLUMN"
            )


def _named(table: Table, kind: Kind) -> dict[str, str]:
    """Return fields with the column that is called so and holds such values; dates by value too."""
    found: dict[str, str] = {}
    for key, names in _guesses()[kind].items():
        for column in table.columns:
            if (
                _plain(column) in names
                and column not in found.values()
                and _share(table, column, key) > 0.5
            ):
                found[key] = column
                break
    key = "date_start" if kind == "events" else "date"
    if key not in found:
        rest = [each for each in table.columns if each not in found.values()]
        best = max(rest, key=lambda each: _share(table, each, key), default=None)
        if best is not None and _share(table, best, key) > 0.8:
            found[key] = best
    return found


def _share(table: Table, column: str, key: str) -> float:
    """Return the share of a column's values that are what a field needs, of the first thousand."""
    texts = table.frame[column].head(1000).drop_nulls()
    if not texts.len():
        return 0.0
    if key in _DATES:
        return 1 - days(texts, order=order_of(texts) or "day first").null_count() / texts.len()
    if key in _NUMBERS:
        read = pl.DataFrame({"x": texts}).select(number("x")).to_series()
        return 1 - read.null_count() / texts.len()
    return 1.0


def _orders_rows(name: str) -> bool:
    """Say whether a column's name tells that its numbers order or place rows: HC_ID, from_lat."""
    last = re.split(r"[\W_]+", name.casefold().strip("_ "))[-1]
    never = _guesses()["never"]
    return _plain(name) in never["value"] or last in never["ends"]


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())


def _toml(value: object) -> str:
    """Return a text or a yes or no as TOML, whose basic strings are JSON's."""
    return json.dumps(value, ensure_ascii=False)
