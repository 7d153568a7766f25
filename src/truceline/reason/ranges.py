"""A war's ranges: read from its [reason] table, changed by a what-if, checked."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from difflib import get_close_matches
from typing import Any

from truceline.reason.parameters import (
    LIMITS,
    NEEDED,
    NEEDED_BY_SIDE,
    key,
    names,
    sides,
)
from truceline.terms.accounts import ParameterRange
from truceline.terms.errors import BadInput, BadWar
from truceline.terms.wars import War


def parse_set(texts: Sequence[str]) -> dict[str, tuple[float, float]]:
    """What-ifs as they are written on the command line, such as `backers.ukraine=0.1:0.3`.

    Parameters
    ----------
    texts : sequence of str
        `NAME=LOW:HIGH`, or `NAME=VALUE` for a fixed value.

    Returns
    -------
    dict
        Name to (low, high). Names are checked against the war later, by `ranges`.

    Raises
    ------
    BadInput
        If a text is not of this form, an end is no number, low lies above high, or a name comes
        twice.

    Examples
    --------
    >>> parse_set(["backers.ukraine=0.1:0.3", "shift=0"])
    {'backers.ukraine': (0.1, 0.3), 'shift': (0.0, 0.0)}
    """
    found: dict[str, tuple[float, float]] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        name = name.strip().lower()
        if not equals or not name:
            raise BadInput(f"--set {text} should read NAME=LOW:HIGH, such as shift=0.1:0.3")
        ends = value.split(":")
        try:
            numbers = [float(end) for end in ends]
        except ValueError as error:
            raise BadInput(f"--set {text}: {value!r} is no range; write LOW:HIGH") from error
        if len(numbers) > 2 or numbers[0] > numbers[-1]:
            raise BadInput(f"--set {text}: write the lower end first, LOW:HIGH")
        if name in found:
            raise BadInput(f"--set {name} is given twice; give it once")
        found[name] = (numbers[0], numbers[-1])
    return found


def ranges(
    war: War, *, set_: Mapping[str, tuple[float, float]], as_of: date | None = None
) -> tuple[ParameterRange, ...]:
    """The war's ranges, one a parameter, the what-ifs in their place.

    Parameters
    ----------
    war : War
        Its [reason] holds `[[reason.ranges]]`: name, low, high, sentence, source, date?
    set_ : mapping
        What-ifs, name to (low, high).
    as_of : date, optional
        Ranges dated later are not used; of several for one parameter the latest counts.

    Returns
    -------
    tuple of ParameterRange
        In the order of `names`; a parameter nobody gives is left out.

    Raises
    ------
    BadWar
        If an entry of [reason] is incomplete, unknown or out of its limits.
    BadInput
        If a what-if names an unknown parameter or leaves its limits.
    """
    known = names(war)
    found: dict[str, ParameterRange] = {}
    for entry in _entries(war):
        read = _entry(war, entry)
        held = found.get(read.name)
        late = as_of is not None and read.since is not None and read.since > as_of
        if not late and (held is None or (held.since or date.min) <= (read.since or date.min)):
            found[read.name] = read
    for name, (low, high) in set_.items():
        full = _full_name(war, name)
        if full not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"; did you mean {near[0]}?" if near else f"; it knows {', '.join(known)}"
            raise BadInput(f"{war.folder} knows no parameter called {name}{hint}")
        if trouble := _outside(full, low, high):
            raise BadInput(f"--set {trouble}")
        blank = ParameterRange(name=full, low=low, high=high, sentence="", source="")
        words = "Set by the user, as a what-if."
        found[full] = replace(blank, sentence=words, source="the user", basis="what if")
    return tuple(found[name] for name in known if name in found)


def lacking(war: War, given: Sequence[ParameterRange]) -> tuple[str, ...]:
    """The parameters without which the models cannot be asked.

    Parameters
    ----------
    war : War
        The war.
    given : sequence of ParameterRange
        From `ranges`.

    Returns
    -------
    tuple of str
        Names of what is needed and not given; empty where all is there.
    """
    keys = [key(side) for side in sides(war)]
    needed = NEEDED + tuple(f"{kind}.{each}" for kind in NEEDED_BY_SIDE for each in keys)
    held = {each.name for each in given}
    return tuple(name for name in needed if name not in held)


def _entries(war: War) -> list[dict[str, Any]]:
    """Return the [[reason.ranges]] entries, or say what stands there instead."""
    held = war.reason.get("ranges", [])
    if not isinstance(held, list) or not all(isinstance(each, dict) for each in held):
        raise BadWar(f"[reason] of {war.folder}: ranges should be written as [[reason.ranges]]")
    return held


def _entry(war: War, entry: dict[str, Any]) -> ParameterRange:
    """Return one entry as a range, or say what is wrong with it."""
    where = f"[[reason.ranges]] {entry.get('name', '(no name)')} of {war.folder}"
    for field in ("name", "sentence", "source"):
        if not isinstance(entry.get(field), str) or not entry[field].strip():
            raise BadWar(f"{where} lacks {field}; every range needs a sentence and a source")
    for field in ("low", "high"):
        if isinstance(entry.get(field), bool) or not isinstance(entry.get(field), int | float):
            raise BadWar(f"{where}: {field} is {entry.get(field)!r}; it should be a number")
    name = _full_name(war, entry["name"])
    if name not in names(war):
        raise BadWar(f"{where}: no such parameter; known are {', '.join(names(war))}")
    if trouble := _outside(name, entry["low"], entry["high"]):
        raise BadWar(f"{where}: {trouble}")
    since = entry.get("date")
    if since is not None and not isinstance(since, date):
        raise BadWar(f"{where}: date is {since!r}; write a date such as 2025-06-05")
    low, high = float(entry["low"]), float(entry["high"])
    words = {"sentence": entry["sentence"], "source": entry["source"]}
    return ParameterRange(name=name, low=low, high=high, since=since, **words)


def _full_name(war: War, name: str) -> str:
    """Return the name with the side's word in place of its code or an alias of it."""
    kind, dot, whose = name.lower().partition(".")
    for side in sides(war):
        words = {"-".join(word.lower().split()) for word in (side.name, *side.aliases)}
        if dot and whose in {side.code.lower(), *words}:
            return f"{kind}.{key(side)}"
    return name.lower()


def _outside(name: str, low: float, high: float) -> str | None:
    """Return what is wrong with the range, if anything."""
    least, most = LIMITS[name.partition(".")[0]]
    if least <= low <= high <= most:
        return None
    return f"{name} is {low:g}:{high:g}; it should lie within {least:g}:{most:g}, lower end first"
