"""Capitals for texts that have none, or nothing else: names, towns and sentence starts."""

import calendar
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from truceline.coding.gazette import rows_of
from truceline.coding.lexicon import lexicons, read_toml
from truceline.coding.phrases import Phrases
from truceline.coding.tokens import Token, tokens_of, word_set

OPENS = re.compile(r"(?:^|[.!?][\"')\]]*\s+|\n\s*)[\"'(\[]*(\w)")
CALENDAR = tuple(name for name in (*calendar.month_name, *calendar.day_name) if name)
LEADS = word_set("in at near from to into outside around toward towards between of shelled bombed "
                 "attacked captured seized entered hit struck")  # fmt: skip
"""Words after which the name of a town may stand that no lexicon holds."""
TOWN = 100_000
"""People; the names of smaller ones are too often plain words: Most, Best, Bar."""


def lacks_case(text: str) -> bool:
    """Return whether a text is written without capitals, or in capitals throughout.

    Examples
    --------
    >>> lacks_case("THE ARMY SAID"), lacks_case("the army said"), lacks_case("The army said")
    (True, True, False)
    """
    if sum(map(text.count, "aeiou")) > 0.1 * len(text) and any(map(str.isupper, text)):
        return False  # as most texts: of their letters more than a tenth are small vowels
    letters = [each for each in text if each.isalpha()]
    upper = sum(map(str.isupper, letters))
    return len(letters) > 3 and (upper == 0 or upper > 0.9 * len(letters))


def truecased(text: str) -> str:
    """Return a text with capitals where names and sentences begin, of the same length.

    Parameters
    ----------
    text : str
        A text without capitals or without small letters; any other comes back as it is.

    Returns
    -------
    str
        Every character stands where it stood, so that offsets hold in both.

    Examples
    --------
    >>> truecased("PERU AND CHILE MET. THE FMLN DENIED IT.")
    'Peru and Chile met. The FMLN denied it.'
    """
    if not lacks_case(text):
        return text
    # A few capitals change the length in lower case; they stay as they are.
    low = "".join(each.lower() if len(each.lower()) == 1 else each for each in text)
    shown = list(low)
    for found in OPENS.finditer(low):
        _raise(shown, found.start(1))
    tokens = tokens_of(low)
    for first, last, form in _names().anywhere(tokens):
        written = tokens_of(form)
        for token, word in zip(tokens[first:last], written, strict=True):
            if word.text.isupper():
                for place in range(token.start, token.end):
                    _raise(shown, place)
            elif word.text[:1].isupper():
                _raise(shown, token.start)
    for token in _towns(tokens):
        _raise(shown, token.start)
    return "".join(shown)


def _towns(tokens: Sequence[Token]) -> Iterator[Token]:
    """Yield the words of large towns, of one or two words each, after a word that leads to one."""
    for place, lead in enumerate(tokens[:-1]):
        for size in (2, 1) if lead.low in LEADS else ():
            words = tokens[place + 1 : place + 1 + size]
            if any(row[6] >= TOWN for row in rows_of(" ".join(w.low.title() for w in words))):
                yield from words
                break


def _raise(shown: list[str], place: int) -> None:
    upper = shown[place].upper()
    if len(upper) == 1:
        shown[place] = upper


@lru_cache(maxsize=1)
def _names() -> Phrases[str]:
    words = frozenset({"US", "May", "March"})  # small, they are other words
    places = {form for row in read_toml("places")["place"] for form in row["names"]}
    forms = {
        form for form in places.union(each for each, _ in lexicons().names) if form[:1].isupper()
    }
    return Phrases([(form, form) for form in (*sorted(forms), *CALENDAR) if form not in words])
