"""The table of past wars, as `compare` and `foresee` take it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from truceline.compare.past import Pasts
from truceline.read import past_check, past_wars
from truceline.terms.errors import BadInput


@cache
def pasts() -> Pasts:
    """Return the past wars that ship with truceline, with who joined them and their datasets.

    Returns
    -------
    Pasts
        Read once; the frames are not changed by whoever takes them.

    Examples
    --------
    >>> pasts().wars.height > 200
    True
    """
    return Pasts(
        past_wars.load(), past_wars.joined(), past_wars.by_hand(), past_wars.codebook().datasets
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """A table of past wars as it is listed: rows, what is wrong, how many cells are empty."""

    rows: tuple[dict[str, Any], ...]
    problems: tuple[str, ...]
    empties: dict[str, int]


def listed(path: Path | None) -> Listed:
    """Return a table of past wars to be listed, checked.

    Parameters
    ----------
    path : Path or None
        A table with the same columns; None is the one that ships with truceline, and what was read
        by hand stands in its rows as `by_hand`.

    Returns
    -------
    Listed
        Days as text.

    Raises
    ------
    BadFrame
        If the file cannot be read as such a table.
    BadInput
        If there is no such file.

    Examples
    --------
    >>> listed(None).problems
    ()
    """
    if path is not None and not path.is_file():
        raise BadInput(f"there is no file {path.name}; give a table of past wars, or none")
    frame = past_wars.load(path)
    hand: dict[str, list[dict[str, Any]]] = {}
    if path is None:
        for row in past_wars.by_hand().iter_rows(named=True):
            hand.setdefault(row.pop("war_id"), []).append(_plain(row))
    rows = tuple(
        {**_plain(row), "by_hand": hand.get(row["war_id"], [])}
        for row in frame.iter_rows(named=True)
    )
    return Listed(rows, past_check.problems(frame), past_check.empties(frame))


def lines(found: Listed) -> Iterator[str]:
    """Return a table of past wars as lines to read, a war a line.

    Parameters
    ----------
    found : Listed
        As `listed` gives it.

    Yields
    ------
    str
        Id, first and last day, how it ended, name.

    Examples
    --------
    >>> next(line for line in lines(listed(None)) if "cow-151 " in line)
    'cow-151                 1950-06-24  1953-07-27  stalemate     Korean war'
    """
    for row in found.rows:
        outcome = row["outcome"] or "-"
        end = row["end"] or "goes on"
        yield f"{row['war_id']:<22}  {row['start']}  {end:<10}  {outcome:<12}  {row['name']}"


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with days as text."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()
    }
