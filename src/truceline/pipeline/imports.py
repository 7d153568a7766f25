"""Datasets' files into the record: read, marked with their war and rights, kept."""

import hashlib
import io
import tomllib
import zipfile
from collections.abc import Mapping as Pairs
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import polars as pl

from truceline.pipeline.files import require_writable, write_whole
from truceline.read import wars
from truceline.read.datasets.adapter import Imported
from truceline.read.datasets.daily import read_series, series_of
from truceline.read.datasets.mapping import Map, changed, from_toml, propose, settled, to_toml
from truceline.read.datasets.own import own_table, read_own
from truceline.read.datasets.registry import ADAPTERS, read_dataset, with_war
from truceline.record.store import Store
from truceline.terms.errors import BadInput
from truceline.terms.tables import ROW
from truceline.terms.wars import War

_LARGEST = 8 << 30  # bytes a zipped file may unpack to; GED whole has under one
_TABLES = (".csv", ".tsv", ".tab", ".txt", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the user says of the files: which dataset and version, whose war, where rows go."""

    known_as: str | None = None
    version: str | None = None
    war: str | None = None
    aside: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of one file: every row is new, known already, or set aside for a reason."""

    file: str
    dataset: str
    version: str
    kind: str
    rows: int
    added: int
    known: int
    set_aside: int
    reasons: tuple[tuple[str, int], ...]
    redistribute: str
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposed map, the file's columns with a first value each, and five rows as read by it."""

    found: Map
    columns: tuple[tuple[str, str], ...]
    rows: pl.DataFrame
    text: str


def import_files(
    store: Path, files: tuple[Path, ...], options: Options, *, now: datetime
) -> tuple[Done, ...]:
    """Bring datasets' files into a store; a file it has already changes nothing.

    Parameters
    ----------
    store : Path
        A store that `record init` made.
    files : tuple of Path
        CSV, TSV, JSON, or a zip that holds one of them.
    options : Options
        What the user says of them.
    now : datetime
        When this happens; the door reads the clock.

    Returns
    -------
    tuple of Done
        One a file, in their order.

    Raises
    ------
    BadInput
        If a file is not there, no adapter and no map reads it, or a series has no war.
    StoreError
        If the store cannot be written.
    """
    if options.aside is not None:
        require_writable(options.aside)
    war = wars.load(options.war) if options.war else None
    done, left = [], []
    for file in files:
        raw, name = _content(file)
        key = _key(file, raw, options, war)
        if options.aside is None and (known := _there(Store(store), file, key)) is not None:
            done.append(known)
            continue
        read = _read(file, raw, name, options, war)
        del raw  # a large file is not held in memory while its rows are written
        done.append(_kept(Store(store), file, key, read, now))
        left.append(read.aside.select(pl.lit(file.name).alias("file"), pl.all()))
    if options.aside is not None:
        write_whole(options.aside, _harmless(pl.concat(left)).write_csv().encode())
    return tuple(done)


def show_map(file: Path, changes: Pairs[str, str], *, war: str | None) -> Shown:
    """Return how a user's own file would be read, for the user to look at.

    Parameters
    ----------
    file : Path
        The file.
    changes : mapping
        What the user says instead of what is proposed.
    war : str or None
        The war, for a series.

    Returns
    -------
    Shown
        A map that stands beside the file already is where the proposal starts from.

    Raises
    ------
    BadInput
        If the file is not there, holds no dates, or a change is unknown.
    """
    raw, name = _content(file)
    found = own_table(raw, name)
    start = _remembered(file)
    how = settled(found, changed(start, changes)) if start else propose(found, changes)
    read = read_own(found, how, dataset=_called(file), war=war or "?", retrieved_at=_modified(file))
    firsts = [(each, str(found.frame[each].drop_nulls().first())) for each in found.columns]
    rows = read.frame.head(5)
    mapped = [*how.columns, "series"] if read.kind == "panel" else list(how.columns)
    return Shown(how, tuple(firsts), rows.select(mapped), to_toml(how))


def remember(file: Path, text: str) -> str:
    """Write a map beside its file; return the name it has there.

    Raises
    ------
    BadInput
        If the folder cannot be written.
    """
    beside = _beside(file)
    require_writable(beside)
    write_whole(beside, text.encode())
    return beside.name


def datasets() -> tuple[tuple[str, str], ...]:
    """Return the names and titles of the datasets that can be read."""
    return tuple((name, each.title) for name, each in ADAPTERS.items())


def _content(file: Path) -> tuple[bytes, str]:
    """Return a file's bytes and name; of a zip, those of the one table in it."""
    if not file.is_file():
        raise BadInput(f"there is no file {file.name}; name one that is there")
    raw = file.read_bytes()
    if not raw.startswith(b"PK\x03\x04"):
        return raw, file.name
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            inside = [each for each in packed.infolist()
                      if each.filename.lower().endswith(_TABLES)]  # fmt: skip
            if len(inside) != 1:
                raise BadInput(
                    f"{file.name} holds {len(inside)} tables; unpack it and name the one you mean"
                )
            if inside[0].file_size > _LARGEST:
                raise BadInput(f"{file.name} unpacks to more than 8 GB; unpack it yourself")
            return packed.read(inside[0]), Path(inside[0].filename).name
    except (zipfile.BadZipFile, EOFError) as error:
        raise BadInput(f"{file.name} is a damaged zip; fetch it again") from error


def _read(file: Path, raw: bytes, name: str, options: Options, war: War | None) -> Imported:
    """Return a file's rows, by the war's own description, its map, or the dataset's adapter."""
    when = _modified(file)
    if war is not None and options.known_as is None and (of := series_of(war, file.name)):
        return read_series(raw, name, war, of)
    if options.known_as is None and (how := _remembered(file)) is not None:
        found = own_table(raw, name)
        folder = war.folder if war else None
        read = read_own(
            found, settled(found, how), dataset=_called(file), war=folder, retrieved_at=when
        )
    else:
        read = read_dataset(
            raw, name, retrieved_at=when, known_as=options.known_as, version=options.version
        )
    return with_war(read, war) if war is not None and read.kind == "events" else read


def _key(file: Path, raw: bytes, options: Options, war: War | None) -> str:
    """Return the hash of a file and of what was said of it: another war is another import."""
    beside = _beside(file).read_bytes() if _beside(file).is_file() else b""
    said = (war.sha256 if war else None, options.known_as, options.version, beside)
    return hashlib.sha256(f"{hashlib.sha256(raw).hexdigest()}{said}".encode()).hexdigest()


def _there(store: Store, file: Path, key: str) -> Done | None:
    """Return what the record says of a file that it has whole already; None where it has not."""
    log = store.log().filter((pl.col("file_sha256") == key) & pl.col("seq").is_not_null())
    if not log.height:
        return None
    row = log.row(0, named=True)
    rows = int(row["done"])
    return Done(
        file=file.name, dataset=row["dataset"], version=row["version"],
        kind=row["kind"], rows=rows, added=0, known=rows, set_aside=0, reasons=(),
        redistribute="as before",
        remarks=("this very file is in the record already; it was not read again",),
    )  # fmt: skip


def _kept(store: Store, file: Path, key: str, read: Imported, now: datetime) -> Done:
    """Bring rows into the store, and say what became of each."""
    keep = store.import_panel if read.kind == "panel" else store.import_frame
    frame = read.frame
    if read.written is not None:
        frame = frame.with_columns(read.written.drop(ROW).to_struct("written"))
    added, known = keep(
        frame,
        file_sha256=key,
        dataset=read.dataset,
        version=read.version,
        at=now.isoformat(timespec="seconds"),
    )
    return Done(
        file=file.name, dataset=read.dataset, version=read.version,
        kind=read.kind, rows=read.rows, added=added, known=known, set_aside=read.aside.height,
        reasons=tuple(read.reasons()), redistribute=read.rights.redistribute,
        remarks=read.remarks,
    )  # fmt: skip


def _remembered(file: Path) -> Map | None:
    """Return the map that stands beside a file, if one does."""
    beside = _beside(file)
    if not beside.is_file():
        return None
    try:
        return from_toml(tomllib.loads(beside.read_text(encoding="utf-8")), beside.name)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(
            f"{beside.name} is not TOML: {error}; mend it, or delete it to be asked again"
        ) from error


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.map.toml")


def _called(file: Path) -> str:
    """Return what the record calls a user's own dataset: the file's name without its ending."""
    return file.name.split(".", 1)[0] or file.name


def _modified(file: Path) -> str:
    """Return when a local file was last modified: that is when it was fetched."""
    return datetime.fromtimestamp(file.stat().st_mtime, tz=UTC).isoformat(timespec="seconds")


def _harmless(frame: pl.DataFrame) -> pl.DataFrame:
    """Lead would-be formulas with an apostrophe, so that a spreadsheet shows them as text."""
    led = [
        pl.when(pl.col(name).str.contains(r"^[=+\-@\t\r]"))
        .then(pl.concat_str(pl.lit("'"), pl.col(name)))
        .otherwise(pl.col(name))
        .alias(name)
        for name in ("file", "reason", "text")
    ]
    return frame.with_columns(led)
