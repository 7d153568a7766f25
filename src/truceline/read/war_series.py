"""Series files of a war: `date,value[,low,high]` with `#` lines above, into checked rows."""

import csv
import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from truceline.terms.errors import BadWar

COLUMNS = ("date", "value", "low", "high")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a series; None where the file leaves the field empty."""

    date: date
    value: float | None
    low: float | None = None
    high: float | None = None


def inside(folder: Path, name: str, entry: str) -> Path:
    """Return the path of a series file, which must lie inside the war's folder.

    Parameters
    ----------
    folder : pathlib.Path
        The war's folder.
    name : str
        The file as war.toml names it.
    entry : str
        Where it is named, for the message.

    Returns
    -------
    pathlib.Path
        An existing regular file.

    Raises
    ------
    BadWar
        If the path is absolute, leaves the folder (by `..` or a link) or names no file.
    """
    root = folder.resolve()
    path = Path(name)
    if path.is_absolute() or "\\" in name or ":" in name:
        raise BadWar(f"war.toml: {entry}: file is {name!r}; name a file beside war.toml")
    target = (root / path).resolve()
    if not target.is_relative_to(root):
        raise BadWar(
            f"war.toml: {entry}: file is {name!r}, which leads out of the folder; "
            "put a copy beside war.toml and name that"
        )
    if not target.is_file():
        raise BadWar(f"war.toml: {entry}: there is no file {name!r} beside war.toml; add it")
    return target


def decoded(raw: bytes, name: str) -> str:
    r"""Return a file's text, without a byte-order mark and with plain line ends.

    Parameters
    ----------
    raw : bytes
        The file as it lies on disk.
    name : str
        Its name, for the message.

    Returns
    -------
    str
        The text, lines ended by a line feed.

    Raises
    ------
    BadWar
        If it is not UTF-8.

    Examples
    --------
    >>> decoded(b"\xef\xbb\xbfdate,value\r\n", "x.csv")
    'date,value\n'
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadWar(f"{name}: byte {error.start} is not UTF-8; save the file as UTF-8") from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=64)
def rows(raw: bytes, name: str) -> tuple[Row, ...]:
    r"""Return the rows of a series file, in order of date.

    Parameters
    ----------
    raw : bytes
        UTF-8 text: `#` lines, a header `date,value` with `low` and `high` if at hand, then a
        row a day or coarser. An empty field is missing, which is not zero.
    name : str
        The file's name, for messages.

    Returns
    -------
    tuple of Row
        At least one row, each date once.

    Raises
    ------
    BadWar
        If the header, a date or a number is wrong, a date stands twice, low is above high or
        either lies on the wrong side of value, or there are no rows.

    Notes
    -----
    The last 64 files are kept: loading a war and laying its table both read them.

    Examples
    --------
    >>> rows(b"# by: us\ndate,value\n2024-01-02,\n2024-01-01,3\n", "x.csv")[0].value
    3.0
    """
    lines = [
        (number, line)
        for number, line in enumerate(decoded(raw, name).split("\n"), start=1)
        if line.strip() and not line.lstrip().startswith("#")
    ]
    if not lines:
        raise BadWar(f"{name}: the file holds no header; its first line should be date,value")
    header = _header(lines[0][1], name)
    found: dict[date, tuple[int, Row]] = {}
    for number, line in lines[1:]:
        row = _row(dict(zip(header, _fields(line), strict=False)), f"{name}, line {number}")
        if row.date in found:
            raise BadWar(
                f"{name}, line {number}: {row.date} stands already on line "
                f"{found[row.date][0]}; each date may stand once"
            )
        found[row.date] = (number, row)
    if not found:
        raise BadWar(f"{name}: there are no rows under the header; add at least one")
    return tuple(row for _, row in sorted(found.values(), key=lambda pair: pair[1].date))


def _fields(line: str) -> list[str]:
    """Split one line of CSV."""
    return [field.strip() for field in next(csv.reader([line]))]


def _header(line: str, name: str) -> list[str]:
    """Read the header; `date` and `value` are required, other columns are passed over."""
    header = [field.lower() for field in _fields(line)]
    if "date" not in header or "value" not in header:
        raise BadWar(
            f"{name}: the header is {line.strip()!r}; it should be date,value or "
            "date,value,low,high, with commas"
        )
    return header


def _row(fields: dict[str, str], where: str) -> Row:
    """Read one row and check that its range holds its value."""
    try:
        day = date.fromisoformat(fields.get("date", ""))
    except ValueError as error:
        raise BadWar(
            f"{where}: the date is {fields.get('date', '')!r}; it should be like 2024-09-01 "
            "(the first day of the period where rows are coarser than days)"
        ) from error
    value, low, high = (_number(fields.get(key, ""), key, where) for key in COLUMNS[1:])
    if low is None and high is None:
        return Row(day, value, None, None)
    for smaller, larger, said in (
        (low, value, "low is above value"),
        (value, high, "value is above high"),
        (low, high, "low is above high"),
    ):
        if smaller is not None and larger is not None and smaller > larger:
            raise BadWar(f"{where}: {said} ({smaller:g} > {larger:g}); low ≤ value ≤ high is due")
    return Row(day, value, low, high)


def _number(text: str, key: str, where: str) -> float | None:
    """Read a finite number, or None from an empty field."""
    if not text:
        return None
    try:
        number = float(text)
    except ValueError as error:
        raise BadWar(
            f"{where}: {key} is {text!r}; it should be a number such as 12 or 12.5, or empty "
            "where it is missing"
        ) from error
    if not math.isfinite(number):
        raise BadWar(f"{where}: {key} is {text!r}; leave it empty where it is missing")
    return number
