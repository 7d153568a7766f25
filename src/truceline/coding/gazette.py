"""The gazetteer: towns and regions by name, by country."""

from functools import lru_cache
from importlib.resources import as_file, files

from truceline.coding.lexicon import read_toml

SMALLER = ("Oblast", "oblast", "Province", "Krai", "Kray", "Republic", "Governorate", "Region",
           "State", "Department")  # fmt: skip
Row = tuple[str, int, float | None, float | None, str, str | None, int, bool]
"""Name, id, latitude, longitude, country, admin1, people, whether it is a region."""


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, tuple[Row, ...]]:
    """Return the gazetteer by name: as GeoNames spells it, without marks, and as reports do."""
    # Late, as it costs a tenth of a second and only coding with places needs it.
    import polars as pl  # noqa: PLC0415

    with as_file(files("truceline.coding") / "gazetteer" / "places.parquet") as path:
        frame = pl.read_parquet(path)
    found: dict[str, list[Row]] = {}
    for number, name, plain, lat, lon, country, admin1, people, kind in frame.iter_rows():
        point = (None, None) if lat is None else (round(lat, 4), round(lon, 4))
        row = (name, number, *point, country or "", admin1, people, kind == "region")
        for form in {name, plain, short(plain or "")} if kind == "region" else {name, plain}:
            if form:
                found.setdefault(form, []).append(row)
    for table in read_toml("places")["spelt"]:
        for name, forms in table["names"].items():
            rows = [row for row in found[name] if row[4] == table["country"] and not row[7]]
            for form in forms:
                found.setdefault(form, []).extend(rows)
    return {form: tuple(rows) for form, rows in found.items()}


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
    for form, rows in gazetteer().items():
        for row in rows:
            if row[7]:
                found.setdefault(form, {})[row[1]] = row
                trimmed = (short(row[0]), *row[1:])
                found.setdefault(row[4], {})[row[1]] = trimmed
    return {form: tuple(rows.values()) for form, rows in found.items()}


@lru_cache(maxsize=64)
def towns_like(country: str, letter: str) -> tuple[Row, ...]:
    """Return a country's towns whose names begin with a letter, or with a vowel as it does."""
    vowels = "AEIOU"
    wanted = vowels if letter.upper() in vowels else {"Q": "QK", "K": "QK"}.get(letter, letter)
    rows = {
        row[1]: row
        for form, found in gazetteer().items()
        if form[:1].upper() in wanted
        for row in found
        if row[4] == country and not row[7]
    }
    return tuple(rows.values())
