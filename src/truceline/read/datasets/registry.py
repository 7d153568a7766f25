"""Which adapter reads a file, and the file read by it: the door of `read.datasets`."""

from dataclasses import replace

import polars as pl

from truceline.read.datasets.acled import ACLED
from truceline.read.datasets.adapter import Adapter, Imported, to_events
from truceline.read.datasets.codebook import require, spelt, whats_new
from truceline.read.datasets.cow import COW
from truceline.read.datasets.gdelt import GDELT
from truceline.read.datasets.ged import EXTRACT, GED
from truceline.read.datasets.machine import ICEWS, POLECAT
from truceline.read.datasets.peace import CEASEFIRES, PAX
from truceline.read.datasets.prio import ACD
from truceline.read.datasets.rights import rights_of
from truceline.read.datasets.table import (
    Table,
    delimiter_of,
    first_records,
    is_blank,
    table,
    text_bytes,
)
from truceline.read.datasets.viina import VIINA
from truceline.terms.errors import BadInput
from truceline.terms.wars import War

ADAPTERS: dict[str, Adapter] = {
    each.name: each
    for each in (GED, ACD, ACLED, GDELT, POLECAT, ICEWS, VIINA, PAX, CEASEFIRES, COW, EXTRACT)
}
"""In the order in which they are asked whether a file is theirs; the least demanding is last."""


def adapter_of(raw: bytes, name: str, *, known_as: str | None = None) -> Adapter:
    """Return the adapter that reads a file.

    Parameters
    ----------
    raw : bytes
        The file.
    name : str
        Its name, for messages.
    known_as : str, optional
        The adapter's name, as the user says.

    Returns
    -------
    Adapter
        The first whose required columns the header has, or whose number of columns a file
        without a header has.

    Raises
    ------
    BadInput
        If there is no adapter of that name, or none knows the columns.
    BadReport
        If it is not text.
    """
    if known_as is not None:
        if known_as not in ADAPTERS:
            raise BadInput(f"{known_as} is no dataset; known are {', '.join(ADAPTERS)}")
        return ADAPTERS[known_as]
    if is_blank(raw):
        raise BadInput(f"{name} is empty; name a file that holds rows")
    head, _ = text_bytes(_start(raw), name)
    if head.lstrip()[:1] in {b"[", b"{"}:
        raise BadInput(
            f"{name} is JSON, and no dataset that is known comes so; describe its columns with "
            "--map, or as a series in war.toml"
        )
    records = first_records(head, delimiter_of(head))
    columns = {_plain(each) for each in records[0]}
    for adapter in ADAPTERS.values():
        if {_plain(each) for each in adapter.required} <= columns:
            return adapter
    for adapter in ADAPTERS.values():
        if adapter.headerless and _headerless(records, adapter):
            return adapter
    raise BadInput(
        f"{name}: no dataset has these columns ({', '.join(records[0][:6])} …); "
        "say which it is with --as NAME, or describe the columns with --map"
    )


def read_dataset(
    raw: bytes,
    name: str,
    *,
    retrieved_at: str,
    known_as: str | None = None,
    version: str | None = None,
) -> Imported:
    """Return a file of a dataset as rows of EVENTS.

    Parameters
    ----------
    raw : bytes
        The file.
    name : str
        Its name: versions are read from it.
    retrieved_at : str
        ISO time at which it was fetched.
    known_as : str, optional
        The dataset, where the columns do not tell.
    version : str, optional
        The version, where the name does not tell.

    Returns
    -------
    Imported
        Rows, rows set aside with reasons, what changed in the columns.

    Raises
    ------
    BadInput
        If no adapter reads it, or a column without which rows mean nothing is lacking.
    BadReport
        If it is not text.
    """
    adapter = adapter_of(raw, name, known_as=known_as)
    found = spelt(_opened(raw, name, adapter), adapter)
    require(found, adapter)
    changed = whats_new(found.columns, adapter) if found.header else ()
    read = to_events(
        found, adapter, rights=rights_of(adapter.name), version=version, retrieved_at=retrieved_at
    )
    return replace(read, rights=rights_of(read.dataset), remarks=(*changed, *read.remarks))


def with_war(read: Imported, war: War) -> Imported:
    """Return rows with their war: by the dataset's own conflict number, else by the war's dates.

    Parameters
    ----------
    read : Imported
        Rows of EVENTS.
    war : War
        The war they may belong to.

    Returns
    -------
    Imported
        Where the dataset numbers its conflicts and the war's `codes` has that number, the rows of
        that conflict are the war's, from its first day on; otherwise every row from its first day
        to its last: then it is the user who says so, and a remark tells it.
    """
    adapter = ADAPTERS.get(read.dataset) or ADAPTERS.get(
        read.rights.name.replace("candidate", "ged")
    )
    during = pl.col("date_end") >= war.start
    if war.end is not None:
        during &= pl.col("date_start") <= war.end
    key = adapter.war_key if adapter else None
    code = war.codes.get(key[1]) if key else None
    if key and code and read.written is not None:
        wanted = str(code).split(";")
        there = key[0] in read.written.columns
        number = pl.lit(read.written[key[0]]) if there else pl.lit(None, dtype=pl.String)
        # PA-X has numbers that a spreadsheet turned into 13243.0.
        numbers = number.str.replace_all(r"\.0\b", "").str.split(";").list.eval(_stripped())
        during &= numbers.list.eval(pl.element().is_in(wanted)).list.any().fill_null(value=False)
        how = f"rows of conflict {code}"
    else:
        how = "all rows of its time, because you say so"
    frame = read.frame.with_columns(
        pl.when(during.fill_null(value=False)).then(pl.lit(war.folder)).alias("war")
    )
    count = frame["war"].count()
    said = f"{count} of {frame.height} rows belong to {war.folder}: {how}"
    return replace(read, frame=frame, remarks=(*read.remarks, said))


def _opened(raw: bytes, name: str, adapter: Adapter) -> Table:
    """Return the table, with the codebook's names where the file has none or too many of them."""
    head, _ = text_bytes(_start(raw), name)
    records = first_records(head, delimiter_of(head))
    first, body = records[0], records[1:]
    known = set(adapter.known)
    if adapter.headerless and _headerless(records, adapter):
        found = table(raw, name, names=adapter.known)
        said = f"no header: read as the {len(adapter.known)} columns of the codebook"
        return replace(found, remarks=(*found.remarks, said))
    wide = max(map(len, body), default=len(first))
    if known <= set(first) and len(first) > wide == len(adapter.known):
        found = table(raw, name, names=adapter.known)
        said = f"the header names {len(first)} columns, rows have {wide}: read as the codebook's"
        return replace(found, remarks=(*found.remarks, said))
    return table(raw, name)


def _headerless(records: list[list[str]], adapter: Adapter) -> bool:
    """Say whether a file's first line is a row of this dataset: as many fields, led by a number."""
    first = records[0]
    return len(first) == len(adapter.known) and first[0].strip().isdecimal()


def _start(raw: bytes) -> bytes:
    """Return enough of a file to see its shape, cut at a line's end where there is one."""
    piece = raw[: 1 << 19]
    cut = max(piece.rfind(b"\n"), piece.rfind(b"\r"))
    return raw if len(raw) <= len(piece) else piece[: cut + 1] if cut > 0 else piece


def _stripped() -> pl.Expr:
    return pl.element().str.strip_chars()


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
