"""The shape of a line: how long, ended or cut off, sentence or headline."""

import re

WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
CLOSERS = "\"'”’»)]›*_ \t\u00a0\u200b"
ENDERS = ".!?:;。！？؟।։"
BOUNDARY = re.compile(
    r"[.!?。！？؟]+[\"'”’»)\]]*(?:\s+(?=[\"'“‘«(\[]?[^\W\d_a-zа-яё])|(?<=[。！？]))"
)
MORE = re.compile(r"(?:\[?(?:read |continue )?(?:more|reading)\]?\s*[»→>]*)$", re.IGNORECASE)
NOTE = re.compile(r"(?<=[.!?\"”]) *\([^()]{1,40}\)$")
BULLET = re.compile(r"^\s*(?:[•·▪●◦‣*–—-]|\(?\d{1,2}[.)])\s+\S")


def words(text: str) -> int:
    """Count words; in scripts without spaces two characters count as one.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    int
        0 or more.

    Examples
    --------
    >>> words("Kyiv’s front-line troops"), words("基辅遭到袭击")
    (3, 3)
    """
    wide = len(WIDE.findall(text))
    if not wide:
        return len(WORD.findall(text))
    return len(WORD.findall(WIDE.sub(" ", text))) + (wide + 1) // 2


def cut_off(text: str) -> bool:
    """Say whether a text breaks off, as blurbs do that are cut to a length.

    Parameters
    ----------
    text : str
        A line or paragraph.

    Returns
    -------
    bool
        True where it ends in an ellipsis, perhaps with "[more]" after it.

    Examples
    --------
    >>> cut_off("A spokesman warns of risks facing…"), cut_off("It is over.")
    (True, False)
    """
    bare = MORE.sub("", text[-200:])
    return bare.rstrip(CLOSERS).rstrip("[(").rstrip().endswith(("...", "…"))


def ended(text: str) -> bool:
    """Say whether a text ends as a sentence does, quotation marks and brackets aside.

    Parameters
    ----------
    text : str
        A line or paragraph.

    Returns
    -------
    bool
        False for headlines and for text that is cut off. A dash ends speech that is interrupted; a
        bracket behind the end, such as "(AFP)" or "(laughter)", is looked past.

    Examples
    --------
    >>> ended("“We will answer.”"), ended("Drones hit airfields"), ended("More soon…")
    (True, False, False)
    """
    bare = NOTE.sub("", text.rstrip()[-300:]).rstrip(CLOSERS)
    return bare.endswith((*ENDERS, "--", "—")) and not cut_off(text)


def sentences(text: str) -> int:
    """Count sentences roughly: ends of sentence followed by a capital, and one.

    Parameters
    ----------
    text : str
        A paragraph.

    Returns
    -------
    int
        1 or more; abbreviations before a capital are counted as ends.

    Examples
    --------
    >>> sentences("Talks were held. Nothing was agreed.")
    2
    """
    return len(BOUNDARY.findall(text.strip())) + 1


def prose(text: str) -> bool:
    """Say whether a text is running prose: a finished sentence of six words, or very long.

    Parameters
    ----------
    text : str
        A line or paragraph.

    Returns
    -------
    bool
        A headline, a label and a cut-off blurb are not prose.

    Examples
    --------
    >>> prose("The two delegations met in Istanbul on Monday for an hour.")
    True
    >>> prose("Delegations meet in Istanbul")
    False
    """
    count = words(text)
    return count >= 60 or (count >= 6 and ended(text))


def headline(text: str) -> bool:
    """Say whether a text has the shape of a headline: one line, two to thirty words, no full stop.

    Parameters
    ----------
    text : str
        A line or paragraph.

    Returns
    -------
    bool
        A question or an exclamation may be a headline.

    Examples
    --------
    >>> headline("Delegations meet in Istanbul"), headline("They met.")
    (True, False)
    """
    bare = text.strip()
    if "\n" in bare or len(bare) > 250 or not 2 <= words(bare) <= 30:
        return False
    return not ended(bare) or (bare.endswith(("?", "!")) and sentences(bare) == 1)


def bullet(text: str) -> bool:
    """Say whether a text begins with the mark of a list item.

    Parameters
    ----------
    text : str
        A line or paragraph.

    Returns
    -------
    bool
        True for "• item", "- item", "3. item".

    Examples
    --------
    >>> bullet("• Five killed in Kharkiv"), bullet("Five killed")
    (True, False)
    """
    return BULLET.match(text) is not None
