"""Capitals for texts that have none, or nothing else: names of the lexicons and sentence starts."""

import calendar
import re
from functools import lru_cache

from truceline.coding.lexicon import lexicons
from truceline.coding.phrases import Phrases
from truceline.coding.tokens import tokens_of

OPENS = re.compile(r"(?:^|[.!?][\"')\]]*\s+|\n\s*)[\"'(\[]*(\w)")
CALENDAR = tuple(name for name in (*calendar.month_name, *calendar.day_name) if name)
ABBREVIATION = 4
"""Names in capitals of so many letters or fewer keep them: FMLN, UN."""


def lacks_case(text: str) -> bool:
    """Return whether a text is written without capitals, or in capitals throughout.

    Examples
    --------
    >>> lacks_case("THE ARMY SAID"), lacks_case("the army said"), lacks_case("The army said")
    (True, True, False)
    """
    letters = [each for each in text if each.isalpha()]
    upper = sum(each.isupper() for each in letters)
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
    return "".join(shown)


def _raise(shown: list[str], place: int) -> None:
    upper = shown[place].upper()
    if len(upper) == 1:
        shown[place] = upper


@lru_cache(maxsize=1)
def _names() -> Phrases[str]:
    words = frozenset({"US", "May", "March"})  # small, they are other words
    forms = {form for form, _ in lexicons().names if form[:1].isupper()}
    return Phrases([(form, form) for form in (*sorted(forms), *CALENDAR) if form not in words])
