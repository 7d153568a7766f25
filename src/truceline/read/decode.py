"""Bytes to text: the encoding said, seen or guessed; nothing else is changed."""

import codecs
import re

from truceline.read.raw import ADVICE
from truceline.terms.errors import BadReport

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CYRILLIC = ("cp1251", "koi8_u", "iso8859_5", "cp866")
COMMON = frozenset("оеаинтсрвл")
"""The ten commonest letters of Russian make up two thirds of it, and over half of Ukrainian."""
GUESSES = (
    "cp1252", "cp1251", "cp1250", "koi8_r", "koi8_u", "cp1256", "cp1253", "cp1254", "gb18030",
    "big5", "shift_jis", "euc_kr",
)  # fmt: skip
ESCAPES = frozenset({"unicode-escape", "raw-unicode-escape", "punycode", "idna", "utf-7"})
"""Codecs of program code and addresses, which a page may name to make trouble: not believed."""
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
PROLOG = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)


def decode(raw: bytes, name: str, *, declared: str | None = None) -> str:
    r"""Text of `raw`, with newlines and everything else as they were; a byte-order mark is dropped.

    Parameters
    ----------
    raw : bytes
        A text in any common encoding.
    name : str
        File name, for messages.
    declared : str, optional
        The encoding the document says it has; believed if it can be.

    Returns
    -------
    str
        The text. Order of belief: byte-order mark, UTF-8, `declared`, UTF-16 by its zero bytes,
        UTF-8 with a few damaged characters, a guess among the common 8-bit and East Asian
        encodings. Never holds a NUL or half a character.

    Raises
    ------
    BadReport
        If it is not text, or holds nothing but blank space.

    Notes
    -----
    A guess can be wrong on short texts: a few words in Windows-1251 look like accented Latin.

    Examples
    --------
    >>> decode("Kyiv’s answer\r\n".encode("cp1252"), "a.txt")
    'Kyiv’s answer\r\n'
    """
    text = _with_mark(raw) or _utf8(raw) or _as(raw, declared) or _sixteen(raw)
    if text is None:
        if b"\x00" in raw:
            raise BadReport(f"{name}: is not text (it holds zero bytes); {ADVICE}")
        text = _mended(raw) or _guessed(raw)
    if not text.strip():
        raise BadReport(f"{name}: holds only blank space; {ADVICE}")
    controls = len(CONTROL.findall(text))
    if "\x00" in text or controls > 4 + len(text) // 200:
        raise BadReport(f"{name}: is not text (it holds control characters); {ADVICE}")
    return text


def declared_encoding(raw: bytes) -> str | None:
    """Return the encoding that an HTML page names in its first bytes, or None.

    Parameters
    ----------
    raw : bytes
        The page.

    Returns
    -------
    str or None
        As written; a page that can be read for its own `<meta>` is not UTF-16, so that is None.

    Examples
    --------
    >>> declared_encoding(b'<html><head><meta charset="windows-1251">')
    'windows-1251'
    """
    head = raw[:4096]
    found = DECLARED.search(head) or PROLOG.search(head)
    said = found.group(1).decode("ascii") if found else None
    return None if said is None or said.lower().startswith(("utf-16", "utf-32")) else said


def _with_mark(raw: bytes) -> str | None:
    """Return the text where a byte-order mark says how to read it."""
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return _as(raw, encoding)
    return None


def _utf8(raw: bytes) -> str | None:
    """Return the text if it is UTF-8 throughout and holds no zero byte."""
    return None if b"\x00" in raw else _as(raw, "utf-8")


def _as(raw: bytes, encoding: str | None) -> str | None:
    """Return the text in `encoding`, or None where that is unknown or does not fit."""
    if encoding is None:
        return None
    try:
        return None if codecs.lookup(encoding).name in ESCAPES else raw.decode(encoding)
    except (LookupError, ValueError):
        return None


def _sixteen(raw: bytes) -> str | None:
    """Return UTF-16 text without a mark: nearly every second byte of Latin text is zero."""
    half = len(raw) // 2
    for encoding, zeros in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[0::2])):
        if half >= 4 and zeros.count(0) > 0.7 * half:
            return _as(raw[: 2 * half], encoding)
    return None


def _mended(raw: bytes) -> str | None:
    """Return UTF-8 text with a few damaged characters marked as such, as in a truncated file."""
    text = raw.decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    whole = sum(1 for letter in text[:100_000] if letter > "\x7f") - bad
    return text if bad <= 1 + len(text) // 2000 and whole > 2 * bad else None


def _guessed(raw: bytes) -> str:
    """Return the text in the likeliest of the common encodings."""
    high = sum(each >= 0xC0 for each in raw[:20_000])
    plain = sum(chr(each).isalpha() for each in raw[:20_000] if each < 0x80)
    if high <= 0.1 * plain:  # Latin letters with a few accents, or curly quotes
        return raw.decode("cp1252", errors="replace")
    shares = {each: _cyrillic(raw[:20_000].decode(each, errors="replace")) for each in CYRILLIC}
    likely = max(CYRILLIC, key=lambda each: shares[each])
    if shares[likely] > 0.3:
        return raw.decode(likely, errors="replace")
    from charset_normalizer import from_bytes  # noqa: PLC0415  a slow import, seldom needed

    best = from_bytes(raw[:40_000], cp_isolation=list(GUESSES), threshold=0.4).best()
    encoding = best.encoding if best is not None else "cp1252"
    return raw.decode(encoding, errors="replace")


def _cyrillic(text: str) -> float:
    """Return the share of the commonest Cyrillic small letters among all letters not Latin."""
    letters = [each for each in text if each > "\x7f"]
    return sum(each in COMMON for each in letters) / len(letters) if letters else 0.0
