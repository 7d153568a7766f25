"""The surnames of office-holders, which mean them only while they hold the office."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from unicodedata import combining, normalize

from truceline.coding.lexicon import OFFICE, Name
from truceline.coding.tokens import Token, word_set

FIRST = frozenset({"CHN", "TWN", "KOR", "PRK"})
"""States whose family names stand first."""
GIVEN = frozenset(
    {"ETH", "ERI", "THA", "MMR", "ISL", "VNM", "KHM", "LAO", "MNG", "BTN", "SGP", "VNS", "VDR"}
)
"""States whose people go by a given name, which says less."""
COMMON = word_set(
    "may ban major brown rice straw cook fox hunt gates marshall king ford little bush young white "
    "black green long park wise victory hope banks page church hill moon joy north fleet store "
    "key wine muslim ross rose walker lake sultan dean thant turk turks arabia aurora austin meta "
    "bruce wells bishop pope prince cash price bond carter sessions perry power best swift mansour "
    "syngman strong laird cooper cardoso castle "
    "george paul peter henry james john michel charles michael thomas david hassan ali ahmed allen "
    "mohamed mohammed muhammad ahmad ibrahim abdullah hussein omar khan sheikh martin christopher "
    "francis gabriel joseph philippe khalid faisal thani salim nuri hamad hani terry scott "
    "lagos valencia prado borja plaza varela caldera serrano reina lobo saca flores molina medina "
    "torres holland nash kirk casey holt horn kern nano rogers lynch kenny cowen stewart adams "
    "fraser clark baird charles granger idris klaus owen costa neves pires cabral berger fletcher "
    "shah ramadan shalom tatar saar maga toledo avril amos jonathan laurent pavel skate malik aziz "
    "hasan guzman mills gero cassis mara downer "
    "smith johnson jones miller wilson taylor williams silva santos lopez garcia perez"
)
"""Surnames that are as often another word or a forename."""
PARTICLES = word_set(
    "ben le la van von der de del della da dos du di el al bin ibn ould abu st san"
)
"""Before these a surname begins earlier than its last word."""
OFFICES = frozenset({"GOV", "GOVMIL", "IGO"})
LEAST = 4


def surnames(names: Sequence[tuple[str, Name]]) -> Iterator[tuple[str, Name]]:
    """Yield the surname of each office-holder who is not known by it at all times.

    Parameters
    ----------
    names : sequence of tuple
        Forms and whom they name.

    Yields
    ------
    tuple
        Surname and name, to be taken only on a day in office.

    Examples
    --------
    >>> holder = Name("AUT", "GOV", "person", "Julius Raab", date(1953, 4, 2), date(1961, 4, 11))
    >>> [form for form, _ in surnames([("Julius Raab", holder)])]
    ['Raab']
    """
    known = {(form.lower(), name.person) for form, name in names}
    taken = COMMON | {form.lower() for form, name in names if name.kind != "person"}
    done = set()
    for form, name in names:
        for word in _spellings(form, _surname(name)):
            low = word.lower()
            if low in taken or (low, name.person) in known or (low, name) in done:
                continue
            done.add((low, name))
            yield word, replace(name, kind=OFFICE)


def _spellings(form: str, surname: str) -> list[str]:
    """Return a surname, and as a form of the whole name writes it with its accents."""
    if not surname or form.isascii():
        return [surname] if surname else []
    written = form.rsplit(maxsplit=1)[-1]
    return [surname, written] if plain(written) == plain(surname) else [surname]


def plain(word: str) -> str:
    """Return a word without its accents.

    Examples
    --------
    >>> plain("Milošević")
    'Milosevic'
    """
    return "".join(each for each in normalize("NFD", word) if not combining(each))


def _surname(name: Name) -> str:
    """Return the surname that somebody in office goes by, or an empty text."""
    if name.kind not in ("person", OFFICE) or name.person is None or name.since is None:
        return ""
    words = name.person.split()
    first = name.code in FIRST
    word = words[0 if first else -1]
    led = not first and len(words) > 1 and words[-2].lower() in PARTICLES
    fits = len(words) > 1 and len(word) >= (LEAST - first) and word.isalpha()
    return word if fits and not led and name.code not in GIVEN and name.sector in OFFICES else ""


def holding(names: Iterable[Name], on: date | None) -> list[Name]:
    """Return the readings of a form that may be meant on a day: surnames only in office.

    Examples
    --------
    >>> tenure = Name("AUT", "GOV", "office", "Julius Raab", date(1953, 4, 2), date(1961, 4, 11))
    >>> len(holding([tenure], date(1955, 4, 11))), len(holding([tenure], date(2020, 1, 1)))
    (1, 0)
    """
    lasting = [each for each in names if each.kind != OFFICE]
    held = [
        replace(each, kind="person") for each in names
        if each.kind == OFFICE and on is not None and each.since is not None
        and each.since <= on and (each.until is None or on <= each.until)
    ]  # fmt: skip
    return lasting + (held if len({each.code for each in held}) == 1 else [])


def stands_alone(tokens: Sequence[Token], place: int, end: int, *, titled: bool) -> bool:
    """Return whether tokens [place, end) have no other name beside them: not "Martin Griffiths"."""
    before = tokens[place - 1].text if place else ""
    after = tokens[end].text if end < len(tokens) else ""
    first = place == 0 or before in '"“‘:—–.'
    return not after[:1].isupper() and (titled or first or not before[:1].isupper())
