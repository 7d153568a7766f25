"""General stops of the fighting that did not end a past war, as they ship with truceline."""

import io
from importlib import resources

import polars as pl

from truceline.terms.errors import BadFrame

COLUMNS = ("war_id", "start", "end", "source")


def load() -> pl.DataFrame:
    """Return the stops, a row each.

    Returns
    -------
    polars.DataFrame
        `war_id` as in the table of past wars, `start` and `end` as dates, `source`.

    Raises
    ------
    BadFrame
        If a stop ends before it starts, or a column is missing.

    Examples
    --------
    The truce of the First Balkan War, which was broken two months later:

    >>> load().filter(pl.col("war_id") == "cow-100").select("start", "end").row(0)
    (datetime.date(1912, 12, 3), datetime.date(1913, 2, 3))
    """
    return read(resources.files("truceline.wars").joinpath("past_stops.csv").read_bytes())


def read(content: bytes) -> pl.DataFrame:
    r"""Return the stops of a file like the one that ships with truceline.

    Parameters
    ----------
    content : bytes
        CSV with the columns COLUMNS; lines that begin with # are passed over.

    Returns
    -------
    polars.DataFrame
        As `load` has it.

    Raises
    ------
    BadFrame
        If a stop ends before it starts, or a column is missing.

    Examples
    --------
    >>> read(b"war_id,start\n")
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadFrame: the table of stops lacks the columns end, source
    """
    frame = pl.read_csv(io.BytesIO(content), comment_prefix="#", infer_schema=False)
    missing = [each for each in COLUMNS if each not in frame.columns]
    if missing:
        raise BadFrame(f"the table of stops lacks the columns {', '.join(missing)}")
    made = frame.select(COLUMNS).with_columns(pl.col("start", "end").str.to_date())
    wrong = made.filter(pl.col("end") <= pl.col("start"))
    if wrong.height:
        war, start, end = wrong.select("war_id", "start", "end").row(0)
        raise BadFrame(f"{war}: a stop that starts on {start} cannot end on {end}")
    return made
