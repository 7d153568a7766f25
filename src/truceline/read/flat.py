"""Text of markup too broken to be parsed: tags taken out, nothing nested."""

import html
import re

SILENT = re.compile(
    r"<(script|style|noscript|template|head|svg)\b[^>]{0,5000}>.{0,2000000}?</\1\s*>",
    re.IGNORECASE | re.DOTALL,
)
COMMENT = re.compile(r"<!--.{0,200000}?-->", re.DOTALL)
INLINE = re.compile(
    r"</?(?:a|abbr|b|em|font|i|mark|s|small|span|strong|sub|sup|time|u)\b[^<>]{0,5000}>",
    re.IGNORECASE,
)
TAG = re.compile(r"</?[A-Za-z!?][^<>]{0,20000}>")
OPEN = re.compile(r"<[^<>]{0,5000}$")
BLANKS = re.compile(r"[ \t\r\f\v]+")
LINES = re.compile(r" ?\n[ \n]*")
MOST = 2_000_000


def flattened(source: str) -> str:
    r"""Return the text between the tags of a page, a line an element.

    Parameters
    ----------
    source : str
        The page's source.

    Returns
    -------
    str
        Lines two newlines apart, as the visible text of a page has them; at most the first two
        million characters of the source are read.

    Notes
    -----
    It knows no menus and no hidden elements. It is for pages whose elements are nested beyond what
    a parser follows, where the alternative is to lose the text behind them.

    Examples
    --------
    >>> flattened("<div><div><p>They <b>met</b> &amp; parted.</p><p>Later")
    'They met & parted.\n\nLater'
    """
    text = COMMENT.sub(" ", SILENT.sub(" ", source[:MOST]))
    text = OPEN.sub("", TAG.sub("\n", INLINE.sub("", text.replace("\n", " "))))
    text = BLANKS.sub(" ", html.unescape(text).replace("\x00", " "))
    plain = LINES.sub("\n\n", text).strip()
    return plain.encode("utf-8", errors="replace").decode("utf-8")
