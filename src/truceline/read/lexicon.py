"""The word lists of the reader, read once: furniture, headings, credits, months, publishers."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from truceline.terms.errors import BadInput

COUNT = re.compile(r"[(\[]?\b\d[\d.,]*\s*[km]?\b[)\]]?\s*$", re.IGNORECASE)
GAP = re.compile(r"[^\w&@#]+")


@dataclass(frozen=True, slots=True)
class Rule:
    """Lines that are cut for one reason: exactly `lines`, or matching `pattern`."""

    reason: str
    longest: int
    lines: frozenset[str]
    pattern: re.Pattern[str] | None


def key(text: str) -> str:
    """Return a line as it is looked up: letter case, punctuation and a count at its end aside.

    Parameters
    ----------
    text : str
        A line.

    Returns
    -------
    str
        Words in lower case with one space between.

    Examples
    --------
    >>> key("  Comments (23) "), key("E-mail:"), key("Read more »")
    ('comments', 'e mail', 'read more')
    """
    bare = COUNT.sub("", text.strip()) or text
    return GAP.sub(" ", bare.casefold()).strip()


@lru_cache(maxsize=1)
def furniture() -> tuple[Rule, ...]:
    """Return the rules of `words/furniture.toml`, in their order.

    Returns
    -------
    tuple of Rule
        Earlier rules win.

    Examples
    --------
    >>> furniture()[0].reason
    'share button'
    """
    return tuple(
        Rule(
            reason=rule["reason"],
            longest=rule["longest"],
            lines=frozenset(key(line) for line in rule["lines"]),
            pattern=_joined(rule.get("patterns", [])),
        )
        for rule in _table("furniture")["rule"]
    )


@lru_cache(maxsize=64)
def around(name: str) -> re.Pattern[str]:
    """Return the pattern called `name` in `words/around.toml`, to be matched from a line's start.

    Parameters
    ----------
    name : str
        Such as "related", "opinion" or "byline".

    Returns
    -------
    re.Pattern
        Letter case aside.

    Raises
    ------
    BadInput
        If there is no such list, or it is empty.

    Examples
    --------
    >>> around("related").match("You may also like") is not None
    True
    """
    found = _table("around").get(name)
    pattern = _joined([found] if isinstance(found, str) else found or [])
    if pattern is None:
        raise BadInput(f"words/around.toml has no list {name!r}; see its names")
    return pattern


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Return month names of several languages in lower case, with their numbers.

    Returns
    -------
    dict
        Name to number, 1 to 12.

    Examples
    --------
    >>> months()["june"], months()["червня"]
    (6, 6)
    """
    table: dict[str, list[str]] = _table("calendar")["months"]
    return {name: int(number) for number, names in table.items() for name in names}


@lru_cache(maxsize=1)
def publishers() -> dict[str, str]:
    """Return every spelling of a publisher in lower case, with the name it goes by.

    Returns
    -------
    dict
        Spelling to name.

    Examples
    --------
    >>> publishers()["ap"], publishers()["al jazeera"]
    ('Associated Press', 'Al Jazeera')
    """
    table: dict[str, list[str]] = _table("publishers")["publishers"]
    return {each.casefold(): name for name, also in table.items() for each in (name, *also)}


@lru_cache(maxsize=1)
def function_words() -> dict[str, frozenset[str]]:
    """Return the commonest function words of each language.

    Returns
    -------
    dict
        ISO 639-1 code to words in lower case.

    Examples
    --------
    >>> "the" in function_words()["en"]
    True
    """
    return {code: frozenset(part["words"]) for code, part in _table("languages").items()}


def _table(name: str) -> dict[str, Any]:
    """Return one word list as it stands in its file."""
    text = files("truceline.read").joinpath("words", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _joined(patterns: list[str]) -> re.Pattern[str] | None:
    """Return one pattern for all, or None for none."""
    if not patterns:
        return None
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE)
