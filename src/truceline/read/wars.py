"""Wars: a folder with a war.toml and its series, built in or the user's own, read and checked."""

import hashlib
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

import polars as pl
from pydantic import ValidationError

from truceline.read.war_schema import WarEntry, first_mistake, unknown_keys
from truceline.read.war_series import decoded, inside, rows
from truceline.read.war_terms import as_war
from truceline.terms.errors import BadWar
from truceline.terms.results import DataUsed
from truceline.terms.tables import PANEL, check
from truceline.terms.wars import Series, War


def built_in() -> tuple[str, ...]:
    """Return the names of the wars that ship with truceline, in order.

    Returns
    -------
    tuple of str
        Names that `load` and `panel` take.

    Examples
    --------
    >>> built_in()
    ('korea', 'ukraine')
    """
    return tuple(sorted(each.parent.name for each in _shelf().glob("*/war.toml")))


def load(name_or_folder: str | Path) -> War:
    """Return a war as its folder describes it, every entry and every series file checked.

    Parameters
    ----------
    name_or_folder : str or pathlib.Path
        A built-in name, or a folder that holds war.toml. A `Path` is always a folder.

    Returns
    -------
    War
        `sha256` covers war.toml and every file that it names; `remarks` say what was passed over.
        A series' `retrieved_at` is what war.toml says; only for a folder of the user's own does
        the file's modification time stand in for it, because the dates of a clone's or an
        installation's files say nothing of the data.

    Raises
    ------
    BadWar
        If there is no such war, or its folder has a mistake: one line that names the file, the
        entry, the value met and what is allowed.

    Examples
    --------
    >>> load("ukraine").start
    datetime.date(2022, 2, 24)
    """
    folder = _folder(name_or_folder)
    raw, war = _read(folder)
    digest = hashlib.sha256(raw)
    for name in sorted({name for each in war.series for name in _files(each)}):
        content = _content(folder, name)
        rows(content, name)
        digest.update(f"\n{name}\n{len(content)}\n".encode())
        digest.update(content)
    return replace(war, sha256=digest.hexdigest())


def panel(name_or_folder: str | Path) -> pl.DataFrame:
    """Return a war's series as one table in the PANEL contract.

    Parameters
    ----------
    name_or_folder : str or pathlib.Path
        As for `load`.

    Returns
    -------
    polars.DataFrame
        In the order of war.toml, then of date. Empty fields are null; days without a row have
        none: a missing day is missing, never zero.

    Raises
    ------
    BadWar
        As for `load`.

    Examples
    --------
    >>> panel("ukraine").columns[:4]
    ['war', 'date', 'series', 'value']
    """
    folder = _folder(name_or_folder)
    _, war = _read(folder)
    return _panel(folder, war, {each.name: each.file for each in war.series})


def panel_other_dating(name_or_folder: str | Path) -> pl.DataFrame:
    """Return the series that can be dated the other way, so dated, in the PANEL contract.

    Parameters
    ----------
    name_or_folder : str or pathlib.Path
        As for `load`.

    Returns
    -------
    polars.DataFrame
        Only the series whose entry names `other_dating`, under their own names; no rows if none.

    Raises
    ------
    BadWar
        As for `load`.

    Examples
    --------
    >>> panel_other_dating("korea").height
    0
    """
    folder = _folder(name_or_folder)
    _, war = _read(folder)
    other = {each.name: each.other_dating for each in war.series if each.other_dating}
    return _panel(folder, war, other)


def data_used(name_or_folder: str | Path) -> tuple[DataUsed, ...]:
    """Return what each series stands on: version, dates, rows, licence, citation.

    Parameters
    ----------
    name_or_folder : str or pathlib.Path
        As for `load`.

    Returns
    -------
    tuple of DataUsed
        In the order of war.toml; `dataset` is the series' name, `retrieved_at` as in `load`,
        `rows` the number of rows that hold a value.

    Raises
    ------
    BadWar
        As for `load`.

    Examples
    --------
    >>> data_used("korea")
    ()
    """
    folder = _folder(name_or_folder)
    _, war = _read(folder)
    return tuple(_used(folder, each) for each in war.series)


def _used(folder: Path, series: Series) -> DataUsed:
    """Describe one series by its entry and its file."""
    found = [
        row for row in rows(_content(folder, series.file), series.file) if row.value is not None
    ]
    return DataUsed(
        dataset=series.name,
        version=series.version,
        retrieved_at=series.retrieved_at,
        rows=len(found),
        first=found[0].date.isoformat() if found else None,
        last=found[-1].date.isoformat() if found else None,
        licence=series.licence,
        citation=series.citation,
    )


def _dated(folder: Path, series: Series) -> Series:
    """Say when a series was fetched, where war.toml does not and the file is the user's own."""
    if series.retrieved_at is not None or folder.parent == _shelf():
        return series
    modified = inside(folder, series.file, "[[series]]").stat().st_mtime
    moment = datetime.fromtimestamp(modified, UTC).isoformat(timespec="seconds")
    return replace(series, retrieved_at=moment)


def _shelf() -> Path:
    """Where the built-in wars lie."""
    return Path(str(resources.files("truceline.wars"))).resolve()


def _folder(name_or_folder: str | Path) -> Path:
    """Find the folder of a built-in name or of a path, resolved."""
    if isinstance(name_or_folder, str) and name_or_folder in built_in():
        return _shelf() / name_or_folder
    path = Path(name_or_folder)
    if path.name == "war.toml":
        path = path.parent
    try:
        found = (path / "war.toml").is_file()
    except (OSError, ValueError):
        found = False
    if found:
        return path.resolve()
    said = f"there is no war {str(name_or_folder)!r}"
    if path.is_dir():
        said = f"the folder {str(name_or_folder)!r} holds no war.toml"
    raise BadWar(f"{said}; name one of {', '.join(built_in())}, or a folder that holds war.toml")


def _read(folder: Path) -> tuple[bytes, War]:
    """Read war.toml: its bytes, and what it says."""
    raw = (folder / "war.toml").read_bytes()
    try:
        plain = tomllib.loads(decoded(raw, "war.toml"))
    except tomllib.TOMLDecodeError as error:
        raise BadWar(f"war.toml: this is not TOML: {error}; mend that place") from error
    try:
        entry = WarEntry.model_validate(plain)
    except ValidationError as error:
        raise BadWar(f"war.toml: {first_mistake(error)}") from error
    war = as_war(entry, folder=folder.name, remarks=unknown_keys(entry))
    for number, series in enumerate(war.series, start=1):
        for name in _files(series):
            inside(folder, name, f"[[series]] number {number}")
    return raw, replace(war, series=tuple(_dated(folder, each) for each in war.series))


def _files(series: Series) -> tuple[str, ...]:
    """Files that a series names."""
    return (series.file, series.other_dating) if series.other_dating else (series.file,)


def _content(folder: Path, name: str) -> bytes:
    """Read a series file, which must lie inside the folder."""
    return inside(folder, name, "[[series]]").read_bytes()


def _panel(folder: Path, war: War, files: dict[str, str]) -> pl.DataFrame:
    """Put the named files of a war's series under one another."""
    found = [
        {
            "war": war.folder,
            "date": row.date,
            "series": series.name,
            "value": row.value,
            "low": row.low,
            "high": row.high,
            "unit": series.unit,
            "side": series.side,
            "source_dataset": series.reported_by,
            "source_version": series.version,
        }
        for series in war.series
        if series.name in files
        for row in rows(_content(folder, files[series.name]), files[series.name])
    ]
    return check(
        pl.DataFrame(found, schema={name: kind for name, (kind, _) in PANEL.items()}), PANEL
    )
