"""Report text made safe to show: whatever a report contains, it stays text."""

import re

_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, terminal escapes among them
    "\u202a-\u202e\u2066-\u2069"  # bidirectional overrides: they reorder the words around them
    "\ud800-\udfff"  # half characters, which no file in UTF-8 can hold
    "\ufdd0-\ufdef\ufffe\uffff"  # never characters
    "\U000e0000-\U000e007f]"  # invisible tags
)
_BREAKS = str.maketrans({"\r": " ", "\u2028": " ", "\u2029": " "})
_ADDRESS = re.compile(r"https?://[^\s<>\"'`\\^{}|]+")
_ADDRESS_TAIL = ".,;:!?)]»”’*_"
_MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&#$@]|(?<=:)//|(?<=www)\.)")
_MARKDOWN_START = re.compile(r"^(\s*)([=>]|[-+](?=[\s-]|$)|\d+[.)](?=\s|$))")


def safe(text: str) -> str:
    r"""Return `text` with every character that must not be shown replaced, one for one.

    Parameters
    ----------
    text : str
        Anything a report may hold.

    Returns
    -------
    str
        As long as `text`, so that offsets stay true; each control character, bidirectional
        override, half character and invisible tag has become U+FFFD.

    Examples
    --------
    >>> safe("a\x1b[31mred")
    'a�[31mred'
    """
    return _UNSHOWABLE.sub("\ufffd", text).translate(_BREAKS)


def line(text: str | None) -> str:
    r"""Return `text` safe and on one line, with single spaces.

    Parameters
    ----------
    text : str or None
        Anything; None gives the empty string.

    Returns
    -------
    str
        One line.

    Examples
    --------
    >>> line(" two\n words ")
    'two words'
    """
    return " ".join(safe(text or "").split())


def shorten(text: str, width: int = 160) -> str:
    """Return `text` on one line, cut at a word with an ellipsis where it is too long.

    Parameters
    ----------
    text : str
        Anything.
    width : int, default 160
        Characters to keep at most, 2 or more.

    Returns
    -------
    str
        At most `width` characters.

    Examples
    --------
    >>> shorten("one two three", 9)
    'one two…'
    """
    flat = line(text)
    if len(flat) <= width:
        return flat
    cut = flat[: width - 1]
    head, space, _ = cut.rpartition(" ")
    # A single endless word has no place to be cut but the middle.
    return (head if space and len(head) > width // 2 else cut).rstrip(" ,;:–—-") + "…"


def pieces(text: str) -> tuple[tuple[str, str | None], ...]:
    """Return `text` in pieces, each with the web address that it is, or None.

    Only `http://` and `https://` addresses count; any other scheme stays plain text.

    Parameters
    ----------
    text : str
        A citation or a source.

    Returns
    -------
    tuple of (str, str or None)
        The pieces joined are the line of `text`.

    Examples
    --------
    >>> pieces("See https://example.org/a.")
    (('See ', None), ('https://example.org/a', 'https://example.org/a'), ('.', None))
    """
    flat = line(text)
    found: list[tuple[str, str | None]] = []
    at = 0
    for match in _ADDRESS.finditer(flat):
        address = match.group().rstrip(_ADDRESS_TAIL)
        if match.start() > at:
            found.append((flat[at : match.start()], None))
        found.append((address, address))
        at = match.start() + len(address)
    if at < len(flat):
        found.append((flat[at:], None))
    return tuple(found)


def host(address: str) -> str:
    """Return what a link to an address is called: its host, or all of it where that could mislead.

    Parameters
    ----------
    address : str
        An `http` or `https` address.

    Returns
    -------
    str
        The host without `www.`; an address that names a user is shown whole, since what stands
        before the @ may pretend to be the host.

    Examples
    --------
    >>> host("https://www.example.org/a/b?c"), host("https://a.org@b.org/")
    ('example.org', 'https://a.org@b.org/')
    """
    name = re.split(r"[/?#]", address.partition("://")[2], maxsplit=1)[0]
    return address if "@" in name or not name else name.removeprefix("www.")


def web_address(text: str | None) -> str | None:
    """Return `text` where all of it is an `http` or `https` address, else None.

    Parameters
    ----------
    text : str or None
        What a page gave as its own address.

    Returns
    -------
    str or None
        The address.

    Examples
    --------
    >>> web_address("javascript:alert(1)") is None
    True
    """
    flat = line(text)
    return flat if _ADDRESS.fullmatch(flat) else None


def markdown(text: str | None) -> str:
    r"""Return `text` escaped for Markdown, on one line: no markup, HTML or link can come of it.

    Parameters
    ----------
    text : str or None
        Anything; None gives the empty string.

    Returns
    -------
    str
        Markdown that is read as the plain line of `text`.

    Examples
    --------
    >>> markdown("<b>*x*</b>")
    '\\<b\\>\\*x\\*\\</b\\>'
    """
    escaped = _MARKDOWN.sub(lambda met: "\\" + met.group(), line(text))
    escaped = escaped.replace("\\//", "\\/\\/")
    return _MARKDOWN_START.sub(_escape_start, escaped)


def _escape_start(met: re.Match[str]) -> str:
    """Escape what would begin a list, a rule or a quotation."""
    body = met.group(2)
    return f"{met.group(1)}{body[:-1]}\\{body[-1]}"
