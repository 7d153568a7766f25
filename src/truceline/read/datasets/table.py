"""A delimited file as a frame of texts, its encoding, line ends and broken rows dealt with."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.csv as arrow  # type: ignore[import-untyped]

from truceline.read.datasets import quick
from truceline.read.decode import decode
from truceline.terms.errors import BadInput
from truceline.terms.tables import ROW

__all__ = [
    "ASIDE",
    "ROW",
    "Table",
    "delimiter_of",
    "first_records",
    "is_blank",
    "table",
    "text_bytes",
]
ASIDE = pl.Schema({"row": pl.Int64, "reason": pl.String, "text": pl.String})
_DELIMITERS = (",", "\t", ";", "|")
_BLOCK = 16 << 20


@dataclass(frozen=True, slots=True)
class Table:
    """A file's rows as texts under its own column names, and the rows that could not be split.

    `frame` holds every column as text, an empty field as null, and `ROW`. `aside` has the columns
    of `ASIDE`.
    """

    name: str
    frame: pl.DataFrame
    aside: pl.DataFrame
    header: bool = True
    remarks: tuple[str, ...] = field(default=())

    @property
    def columns(self) -> list[str]:
        """Return the file's own column names."""
        return [name for name in self.frame.columns if name != ROW]


def text_bytes(raw: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    r"""Return a file's bytes as UTF-8 with line feeds, and what had to be mended.

    Parameters
    ----------
    raw : bytes
        The file as it lies on disk.
    name : str
        Its name, for the message.

    Returns
    -------
    tuple
        The bytes and remarks in plain words. Line ends of old Macs (a lone carriage return) are
        turned where the file has no other; a byte-order mark is dropped.

    Raises
    ------
    BadReport
        If it is not text.

    Examples
    --------
    >>> text_bytes(b"a,b\r1,2\r", "x.csv")
    (b'a,b\n1,2\n', ('line ends are those of old Macs; read as such',))
    """
    remarks = []
    if _is_utf8(raw):
        body = raw.removeprefix(b"\xef\xbb\xbf")
    else:
        body = decode(raw, name).encode()
        remarks.append("not UTF-8; read in the likeliest encoding")
    if b"\x00" in body:
        body = decode(raw, name).encode()
        remarks.append("not UTF-8; read as UTF-16")
    if b"\r" in body and b"\n" not in body:
        body = body.replace(b"\r", b"\n")
        remarks.append("line ends are those of old Macs; read as such")
    return body, tuple(remarks)


def is_blank(raw: bytes) -> bool:
    """Say whether a file holds nothing but blanks, without a copy of a large one."""
    return not raw[: 1 << 12].strip() and not raw.strip()


def _is_utf8(raw: bytes) -> bool:
    """Say whether bytes are UTF-8, without a second copy of the file."""
    ends = pa.py_buffer(np.array([0, len(raw)], dtype=np.int64))
    text = pa.Array.from_buffers(pa.large_utf8(), 1, [None, ends, pa.py_buffer(raw)])
    try:
        text.validate(full=True)
    except pa.ArrowInvalid:
        return False
    return True


def first_records(body: bytes, delimiter: str, count: int = 50) -> list[list[str]]:
    """Return the first records of a file, split, for a look at its shape."""
    start = body[: 1 << 20].decode("utf-8", errors="ignore")
    text = io.StringIO(start, newline="")
    if delimiter == "\t":
        found = csv.reader(text, delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        found = csv.reader(text, delimiter=delimiter)
    return [record for record, _ in zip(found, range(count), strict=False) if record]


def delimiter_of(body: bytes) -> str:
    r"""Return the delimiter that stands most often in the first line.

    Examples
    --------
    >>> delimiter_of(b"a;b;c, d\n1;2;3\n")
    ';'
    """
    end = body.find(b"\n")
    line = body[: end if end >= 0 else len(body)].decode("utf-8", errors="ignore")
    return max(_DELIMITERS, key=line.count)


def table(raw: bytes, name: str, *, names: Sequence[str] | None = None) -> Table:
    r"""Return a delimited file as a table of texts.

    Parameters
    ----------
    raw : bytes
        Comma, tab, semicolon or bar between fields; tabs mean that quotes are letters.
    name : str
        The file's name, for messages.
    names : sequence of str, optional
        Column names to use instead of those in the first line. Where the first line holds none of
        them, the file has no header and its first line is a row.

    Returns
    -------
    Table
        Rows with too many or too few fields stand in `aside` with the reason and their text, and
        so does a last row that breaks off inside quotes.

    Raises
    ------
    BadInput
        If the file is empty or cannot be split into rows.
    BadReport
        If it is not text.

    Examples
    --------
    >>> found = table(b"a,b\n1,2\n3\n", "x.csv")
    >>> found.frame.height, found.aside["reason"][0]
    (1, '1 field instead of 2')
    """
    if is_blank(raw):
        raise BadInput(f"{name} is empty; name a file that holds rows")
    body, remarks = text_bytes(raw, name)
    delimiter = delimiter_of(body)
    records = first_records(body, delimiter)
    header = names is None or bool(set(names) & set(records[0]))
    columns = list(names) if names is not None else _unique(records[0])
    lines = 1 + sum(each.count("\n") for each in records[0])
    frame, aside = _split(body, name, delimiter, columns, lines if header else 0)
    if delimiter != "\t" and frame.height and _ends_inside_quotes(body, delimiter):
        frame, aside = _without_torn_end(frame, aside)
    empty = [each for each in frame.columns if each.startswith("column_") and _blank(frame[each])]
    return Table(name, frame.drop(empty), aside, header, remarks)


def _split(
    body: bytes, name: str, delimiter: str, columns: list[str], skip: int
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the rows that have as many fields as there are columns, and those that have not."""
    clean = quick.split(body, delimiter, columns, skip)
    if clean is not None:
        return clean, pl.DataFrame(schema=ASIDE)
    return _split_with_care(body, name, delimiter, columns, skip)


def _split_with_care(
    body: bytes, name: str, delimiter: str, columns: list[str], skip: int
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Do so row by row, for files that hold rows which are not whole."""
    bad: list[tuple[int, str, str]] = []

    def note(row: arrow.InvalidRow) -> str:
        fields = "field" if row.actual_columns == 1 else "fields"
        reason = f"{row.actual_columns} {fields} instead of {row.expected_columns}"
        bad.append((row.number - skip, reason, row.text))
        return "skip"

    quoted = False if delimiter == "\t" else '"'
    try:
        found = arrow.read_csv(
            io.BytesIO(body),
            arrow.ReadOptions(
                use_threads=False, block_size=_BLOCK, column_names=columns, skip_rows=skip
            ),
            arrow.ParseOptions(
                delimiter=delimiter,
                quote_char=quoted,
                newlines_in_values=bool(quoted),
                invalid_row_handler=note,
            ),
            arrow.ConvertOptions(
                column_types=dict.fromkeys(columns, "string"),
                strings_can_be_null=True,
                quoted_strings_can_be_null=True,
                null_values=[""],
            ),
        )
    except ValueError as error:  # ArrowInvalid is one
        raise BadInput(f"{name} cannot be split into rows: {str(error).splitlines()[0]}") from error
    frame = pl.DataFrame(found)
    gone = {number for number, _, _ in bad}
    kept = [n for n in range(1, frame.height + len(bad) + 1) if n not in gone] if bad else None
    numbers = kept[: frame.height] if kept else range(1, frame.height + 1)
    frame = frame.with_columns(pl.Series(ROW, numbers, dtype=pl.Int64))
    return frame, pl.DataFrame(bad, schema=ASIDE, orient="row")


def _ends_inside_quotes(body: bytes, delimiter: str) -> bool:
    """Say whether a file's last quotes are never closed; an inch mark alone is no such thing."""
    if body.count(b'"') % 2 == 0:
        return False
    text = io.StringIO(body.decode("utf-8", errors="replace"), newline="")
    try:
        for _ in csv.reader(text, delimiter=delimiter, strict=True):
            pass
    except csv.Error as error:
        return "expected after" not in str(error)
    return False


def _without_torn_end(
    frame: pl.DataFrame, aside: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Set the last row aside: its quotes are never closed, so it is a torn end or worse."""
    last = frame.tail(1)
    torn = pl.DataFrame(
        {
            "row": last[ROW],
            "reason": ["the file ends inside quotes"],
            "text": last.drop(ROW).select(pl.struct(pl.all()).struct.json_encode()).to_series(),
        },
        schema=ASIDE,
    )
    return frame.head(-1), pl.concat([aside, torn])


def _unique(names: list[str]) -> list[str]:
    """Return column names, each once; an empty one is called by its place."""
    found: list[str] = []
    for place, given in enumerate(names, start=1):
        name = given.strip() or f"column_{place}"
        found.append(name if name not in found else f"{name}_{place}")
    return found


def _blank(column: pl.Series) -> bool:
    return column.null_count() == column.len()
