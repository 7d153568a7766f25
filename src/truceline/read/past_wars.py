"""Past wars: the table that ships with truceline, its codebook, and what is wrong with a table."""

import io
import tomllib
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import polars as pl

from truceline.terms.errors import BadFrame
from truceline.terms.results import DataUsed

TYPES: dict[str, pl.DataType] = {
    "text": pl.String(),
    "word": pl.String(),
    "day": pl.Date(),
    "whole": pl.Int64(),
    "yes or no": pl.Boolean(),
    "share": pl.Float64(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """A column of the table: what it says, in which words, and from when it could be known."""

    name: str
    says: str
    type: str
    known_from: str
    words: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Codebook:
    """The columns, and the datasets they were read in."""

    attributes: tuple[Attribute, ...]
    datasets: tuple[DataUsed, ...]
    licence: str

    def columns(self) -> tuple[str, ...]:
        """Return the columns' names in order."""
        return tuple(each.name for each in self.attributes)


def codebook() -> Codebook:
    """Return what each column of the table of past wars says.

    Returns
    -------
    Codebook
        Columns in the table's order, and the datasets with licence and citation.

    Examples
    --------
    >>> [each.known_from for each in codebook().attributes if each.name == "outcome"]
    ['end']
    """
    plain = tomllib.loads(_shipped("past.toml").decode())
    return Codebook(
        tuple(
            Attribute(**{**entry, "words": tuple(entry.get("words", ()))})
            for entry in plain["attribute"]
        ),
        tuple(
            DataUsed(
                dataset=entry["name"],
                version=entry.get("version"),
                retrieved_at=entry["retrieved_at"].isoformat(),
                licence=entry["licence"],
                citation=entry["citation"],
            )
            for entry in plain["dataset"]
        ),
        plain["licence"],
    )


def load(path: Path | None = None) -> pl.DataFrame:
    """Return past wars, a row a war, in the order of their first day.

    Parameters
    ----------
    path : pathlib.Path or None
        A table with the same columns; None is the one that ships with truceline.

    Returns
    -------
    polars.DataFrame
        The columns of `codebook`; days as dates, `territory` and `contiguous` as booleans, an
        empty cell as null.

    Raises
    ------
    BadFrame
        If a column is missing, or a cell is no day or number where it should be one.

    Examples
    --------
    >>> wars = load()
    >>> wars.filter(pl.col("war_id") == "cow-151").select("name", "end", "outcome").row(0)
    ('Korean war', datetime.date(1953, 7, 27), 'stalemate')
    """
    content = path.read_bytes() if path else _shipped("past.csv")
    attributes = codebook().attributes
    frame = _table(content, path.name if path else "past.csv", codebook().columns())
    return frame.select(*(_typed(frame, each) for each in attributes)).sort("start", "war_id")


def joined() -> pl.DataFrame:
    """Return the states that joined a past war after its first day, and since when it was known.

    Returns
    -------
    polars.DataFrame
        `war_id`, `side` (a or b), `state`, `known_from`, `prec`, `source`.

    Examples
    --------
    >>> joined().filter(pl.col("war_id") == "cow-151")["state"].to_list()[:2]
    ['United States of America', 'United Kingdom']
    """
    columns = ("war_id", "side", "state", "known_from", "prec", "source")
    frame = _table(_shipped("past_joined.csv"), "past_joined.csv", columns)
    return frame.with_columns(pl.col("known_from").str.to_date())


def by_hand() -> pl.DataFrame:
    """Return what was read by hand about some past wars, a row a cell.

    Returns
    -------
    polars.DataFrame
        `war_id`, `attribute`, `value`, `known_from`, `source`: where it was read.

    Examples
    --------
    >>> by_hand().filter(pl.col("war_id") == "cow-151")["attribute"].to_list()[0]
    'talks_from'
    """
    columns = ("war_id", "attribute", "value", "known_from", "source")
    frame = _table(_shipped("past_read.csv"), "past_read.csv", columns)
    return frame.with_columns(pl.col("known_from").str.to_date())


def _shipped(name: str) -> bytes:
    """Read a file that lies among the built-in wars."""
    return resources.files("truceline.wars").joinpath(name).read_bytes()


def _table(content: bytes, name: str, columns: tuple[str, ...]) -> pl.DataFrame:
    """Read a CSV file as text, its columns checked."""
    try:
        frame = pl.read_csv(io.BytesIO(content), comment_prefix="#", infer_schema=False)
    except pl.exceptions.PolarsError as error:
        said = str(error).split("\n", maxsplit=1)[0]
        raise BadFrame(f"{name}: this is no table of past wars: {said}") from error
    missing = [each for each in columns if each not in frame.columns]
    if missing:
        raise BadFrame(f"{name}: columns {', '.join(missing)} are missing; see past.toml")
    return frame.select(columns)


def _typed(frame: pl.DataFrame, attribute: Attribute) -> pl.Series:
    """Return a column as its type; a cell that is not one is an error."""
    raw = frame[attribute.name]
    kind = TYPES[attribute.type]
    if attribute.type == "yes or no":
        typed = raw.replace_strict({"1": True, "0": False}, default=None, return_dtype=kind)
    elif attribute.type == "day":
        typed = raw.str.to_date(strict=False)
    else:
        typed = raw.cast(kind, strict=False)
    wrong = raw.is_not_null() & typed.is_null()
    if wrong.any():
        war, value = frame.filter(wrong).select("war_id", attribute.name).row(0)
        raise BadFrame(f"{war}: {attribute.name} is {value!r}; it should be a {attribute.type}")
    return typed
