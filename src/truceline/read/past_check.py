"""What is wrong with a table of past wars: one line a mistake, and how many cells are empty."""

import re
from collections.abc import Iterator
from typing import Any

import polars as pl

from truceline.read.past_wars import Attribute, codebook

Row = dict[str, Any]
PART = re.compile(r"(?P<names>[a-z_]+(?:, [a-z_]+)*): (?P<source>\S.*)")


def problems(wars: pl.DataFrame) -> tuple[str, ...]:
    """Return what is wrong with a table of past wars.

    Parameters
    ----------
    wars : polars.DataFrame
        As `past_wars.load` gives it.

    Returns
    -------
    tuple of str
        One line a mistake, with the war it is in: a war that stands twice, a required cell that is
        empty, a word that the codebook does not have, days or deaths out of order, an outcome
        without an end, and a filled cell that names no source. Empty if there is none.

    Examples
    --------
    >>> from truceline.read import past_wars
    >>> problems(past_wars.load())
    ()
    """
    twice = wars.filter(pl.col("war_id").is_duplicated())["war_id"].unique(maintain_order=True)
    found = [f"{war}: stands more than once" for war in twice]
    attributes = codebook().attributes
    for row in wars.iter_rows(named=True):
        lines = (*_words(row, attributes), *_order(row), *_sources(row, attributes))
        found += [f"{row['war_id']}: {line}" for line in lines]
    return tuple(found)


def empties(wars: pl.DataFrame) -> dict[str, int]:
    """Return how many wars have nothing in each column, the full columns left out.

    Parameters
    ----------
    wars : polars.DataFrame
        As `past_wars.load` gives it.

    Returns
    -------
    dict
        Column to number of wars, in the table's order.

    Examples
    --------
    >>> from truceline.read import past_wars
    >>> wars = past_wars.load()
    >>> empties(wars)["regime_a"] == wars.height
    True
    """
    counts = {name: wars[name].null_count() for name in wars.columns}
    return {name: count for name, count in counts.items() if count}


def sources(row: Row) -> dict[str, str]:
    """Return where each cell of a war was read.

    Parameters
    ----------
    row : dict
        A row of the table; its `sources` reads "start, end: COW …; territory: UCDP …".

    Returns
    -------
    dict
        Column to dataset and row.

    Examples
    --------
    >>> sources({"sources": "start, end: COW, WarNum 151; region: COW, war 151"})["end"]
    'COW, WarNum 151'
    """
    found = {}
    for part in str(row["sources"] or "").split("; "):
        told = PART.fullmatch(part)
        if told:
            found.update(dict.fromkeys(told["names"].split(", "), told["source"]))
    return found


def _words(row: Row, attributes: tuple[Attribute, ...]) -> Iterator[str]:
    """Required cells that are empty, and words that the codebook does not have."""
    for each in attributes:
        value = row[each.name]
        if value is None and each.required:
            yield f"{each.name} is empty; every war has one"
        if value is not None and each.words and value not in each.words:
            yield f"{each.name} is {value!r}; it should be one of {', '.join(each.words)}"


def _order(row: Row) -> Iterator[str]:
    """Days and deaths out of order, and an ending that does not fit."""
    start, end = row["start"], row["end"]
    for name in ("end", "observed_to", "war_level_from", "internationalised_from"):
        if start and row[name] and row[name] < start:
            yield f"{name} is {row[name]}, before the war began on {start}"
    if end and row["observed_to"] and row["observed_to"] < end:
        yield f"observed_to is {row['observed_to']}, before it ended on {end}"
    dead = [row[name] for name in ("deaths_low", "deaths_best", "deaths_high")]
    known = [each for each in dead if each is not None]
    if known != sorted(known):
        yield f"deaths are {dead}; they should not fall from low to best to high"
    if known and row["deaths_known_from"] is None:
        yield "deaths_known_from is empty; deaths of a whole war are known from its end"
    share = row["strength_a"]
    if share is not None and not 0 <= share <= 1:
        yield f"strength_a is {share}; a share lies between 0 and 1"
    if (row["outcome"] == "ongoing") == (end is not None) and row["outcome"] is not None:
        yield f"outcome is {row['outcome']} and end is {end}; an ongoing war has no end"


def _sources(row: Row, attributes: tuple[Attribute, ...]) -> Iterator[str]:
    """Cells that are filled and name no source, or empty and name one."""
    told = sources(row)
    spared = {"war_id", "sources", "start_prec", "end_prec", "observed_to", "deaths_known_from"}
    for each in attributes:
        if each.name in spared:
            continue
        if row[each.name] is not None and each.name not in told:
            yield f"{each.name} names no source; say the dataset and the row it was read in"
        if row[each.name] is None and each.name in told:
            yield f"{each.name} is empty and names a source"
    for name in told.keys() - {each.name for each in attributes}:
        yield f"sources tell of {name}, which is no column"
