"""The gazetteer: towns and regions by name, by country.

Its file holds a line for every spelling of a place, sorted by it, and a name is looked up there by
halving: only the lines that are asked for are ever read, which spares every start of the coder
half a second.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from truceline.coding.lexicon import read_toml

SMALLER = ("Oblast", "oblast", "Province", "Krai", "Kray", "Republic", "Governorate", "Region",
           "State", "Department")  # fmt: skip
Row = tuple[str, int, float | None, float | None, str, str | None, int, bool]
"""Name, id, latitude, longitude, country, admin1, people, whether it is a region."""
REGION = "\tregion"


@lru_cache(maxsize=1)
def lines() -> list[str]:
    """Return the gazetteer's lines: a spelling, then the place, sorted by the spelling."""
    path = files("truceline.coding") / "gazetteer" / "places.tsv.gz"
    return gzip.decompress(path.read_bytes()).decode("utf-8").splitlines()


@lru_cache(maxsize=8192)
def rows_of(name: str) -> tuple[Row, ...]:
    """Return the places of a name: as GeoNames spells it, without marks, or as reports do.

    Examples
    --------
    >>> [(row[4], row[5]) for row in rows_of("Kryvyi Rih")]
    [('UKR', 'Dnipropetrovsk')]
    >>> rows_of("Nowhere")
    ()
    """
    found = _written(name)
    for other, country in _respelt().get(name, ()):
        found += [row for row in _written(other) if row[4] == country and not row[7]]
    return tuple(found)


def _written(name: str) -> list[Row]:
    """Return the places that the file has under a spelling."""
    start = name + "\t"
    found, at = [], bisect_left(lines(), start)
    while at < len(lines()) and lines()[at].startswith(start):
        found.append(_row(lines()[at]))
        at += 1
    return found


def _row(line: str) -> Row:
    _, number, name, lat, lon, country, admin1, people, kind = line.split("\t")
    point = (float(lat), float(lon)) if lat else (None, None)
    return name, int(number), *point, country, admin1 or None, int(people), kind == "region"


@lru_cache(maxsize=1)
def _respelt() -> dict[str, list[tuple[str, str]]]:
    """Return, by what reports write, the gazetteer's names for it, each with its country."""
    found: dict[str, list[tuple[str, str]]] = {}
    for table in read_toml("places")["spelt"]:
        for name, forms in table["names"].items():
            for form in forms:
                found.setdefault(form, []).append((name, table["country"]))
    return found


def short(name: str) -> str:
    """Return a region's name without "Province" and the like.

    Examples
    --------
    >>> short("Sar-e Pol Province")
    'Sar-e Pol'
    """
    for word in SMALLER:
        name = name.removesuffix(word).strip()
    return name


@lru_cache(maxsize=1)
def regions() -> dict[str, tuple[Row, ...]]:
    """Return the regions by name, and by the code of their country."""
    found: dict[str, dict[int, Row]] = {}
    for line in lines():
        if line.endswith(REGION):
            row = _row(line)
            found.setdefault(line.partition("\t")[0], {})[row[1]] = row
            trimmed = (short(row[0]), *row[1:])
            found.setdefault(row[4], {})[row[1]] = trimmed
    return {form: tuple(rows[each] for each in sorted(rows)) for form, rows in found.items()}


@lru_cache(maxsize=64)
def towns_like(country: str, letter: str) -> tuple[Row, ...]:
    """Return a country's towns whose names begin with a letter, or with a vowel as it does."""
    vowels = "AEIOU"
    wanted = vowels if letter.upper() in vowels else {"Q": "QK", "K": "QK"}.get(letter, letter)
    rows = {row[1]: row for row in _towns(country, wanted)}
    return tuple(rows[each] for each in sorted(rows))


def _towns(country: str, letters: str) -> Iterator[Row]:
    cell = f"\t{country}\t"
    for line in lines():
        if cell in line and line[:1].upper() in letters and not line.endswith(REGION):
            yield _row(line)
    for form, names in _respelt().items():
        if form[:1].upper() in letters and any(each == country for _, each in names):
            yield from (row for row in rows_of(form) if row[4] == country and not row[7])
