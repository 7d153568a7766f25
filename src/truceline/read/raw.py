"""Bytes in: a file's content within bounds, refused by kind where it is not text."""

from pathlib import Path

from truceline.terms.errors import BadReport

LARGEST = 20 * 1024 * 1024
"""Bytes of one report; the longest live pages saved whole stay well under it."""

KINDS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x7fELF", "a program"),
    (b"bplist", "a web archive or property list"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound file"),
)
"""First bytes and what they mean, as in the magic numbers of file(1)."""

ADVICE = "save the page as text or HTML and try again"


def load(path: Path, *, largest: int = LARGEST) -> bytes:
    """Bytes of a file that may hold a report.

    Parameters
    ----------
    path : pathlib.Path
        A file, a named pipe or a device; a link is followed.
    largest : int, default 20 MiB
        No more than this many bytes and one are read.

    Returns
    -------
    bytes
        The whole content.

    Raises
    ------
    BadReport
        If there is no such file, it is a folder, it may not be read, or it is too large.

    Examples
    --------
    >>> load(Path("no-such-report.txt"))
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadReport: no-such-report.txt: there is no such file; check its name
    """
    try:
        with path.open("rb") as file:
            raw = file.read(largest + 1)
            size = path.stat().st_size
    except FileNotFoundError:
        raise BadReport(f"{path.name}: there is no such file; check its name") from None
    except IsADirectoryError:
        raise BadReport(f"{path.name or path}: is a folder; name the report files in it") from None
    except PermissionError:
        message = f"{path.name}: may not be read; ask its owner for permission, or copy it"
        raise BadReport(message) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        cause = getattr(error, "strerror", None) or str(error)
        raise BadReport(f"{path.name!r}: cannot be read ({cause}); check its name") from error
    check_size(max(len(raw), size if len(raw) > largest else 0), path.name, largest=largest)
    return raw


def check_size(size: int, name: str, *, largest: int = LARGEST) -> None:
    """Refuse a report that is too large to be one report.

    Parameters
    ----------
    size : int
        Bytes.
    name : str
        File name, for the message.
    largest : int, default 20 MiB
        The most that is read.

    Raises
    ------
    BadReport
        If `size` is more than `largest`.

    Examples
    --------
    >>> check_size(50 * 1024 * 1024, "page.html")
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadReport: page.html: has 50.0 MB, more than the 20 MB ... its text
    """
    if size > largest:
        megabyte = 1024 * 1024
        raise BadReport(
            f"{name}: has {size / megabyte:.1f} MB, more than the {largest / megabyte:.0f} MB that "
            "one report may have; split it, or save only the article's text"
        )


def refuse_binary(raw: bytes, name: str) -> None:
    """Refuse bytes that are not a text, by their first bytes.

    Parameters
    ----------
    raw : bytes
        The file's content.
    name : str
        File name, for the message.

    Raises
    ------
    BadReport
        If the content is empty or begins as an archive, image, office document and so on do.

    Examples
    --------
    >>> refuse_binary(b"%PDF-1.7 ...", "report.pdf")
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadReport: report.pdf: is a PDF, not text; save the page as ... again
    """
    if not raw:
        raise BadReport(f"{name}: is empty; {ADVICE}")
    for magic, kind in KINDS:
        if raw.startswith(magic):
            raise BadReport(f"{name}: is {kind}, not text; {ADVICE}")
    if raw[:4] == b"RIFF" or raw[4:8] == b"ftyp":
        raise BadReport(f"{name}: is an image, sound or film, not text; {ADVICE}")
