"""Deaths by country and month, as shipped, with the months that are zero written out."""

import io
from importlib import resources

import polars as pl

from truceline.terms.results import DataUsed

FIRST, LAST = "1989-01", "2024-12"
"""What the shipped table covers."""


def load() -> pl.DataFrame:
    """Return deaths by country and month, every month of every country.

    Returns
    -------
    polars.DataFrame
        country (ISO 3166 alpha-3), month ("2024-12"), deaths (best figure, 0 or more), sorted by
        country and month.

    Notes
    -----
    Low and high figures are not at hand in the table this was derived from. What the record of 2025
    says of a month is not what was known in that month.

    References
    ----------
    Sundberg, R. & Melander, E. (2013). Introducing the UCDP Georeferenced Event Dataset. *Journal
    of Peace Research* 50.

    Examples
    --------
    >>> found = load()
    >>> found.height == found["country"].n_unique() * 432
    True
    """
    text = resources.files("truceline.wars").joinpath("country_months.csv").read_text("utf-8")
    counted = pl.read_csv(
        io.StringIO(text),
        comment_prefix="#",
        schema={"country": pl.String(), "month": pl.String(), "deaths": pl.Float64()},
    )
    months = pl.DataFrame({"month": _months()})
    every = counted.select("country").unique().join(months, how="cross")
    return (
        every.join(counted, on=["country", "month"], how="left")
        .with_columns(pl.col("deaths").fill_null(0.0))
        .sort("country", "month")
    )


def source() -> DataUsed:
    """Return where the deaths come from.

    Returns
    -------
    DataUsed
        Dataset, version, licence and citation.
    """
    return DataUsed(
        dataset="UCDP GED, deaths by country and month",
        version="25.1",
        first=FIRST,
        last=LAST,
        licence="CC BY 4.0",
        citation="Sundberg & Melander 2013; Davies, Pettersson & Öberg 2025",
    )


def _months() -> list[str]:
    first, last = int(FIRST[:4]), int(LAST[:4])
    return [f"{year}-{month:02d}" for year in range(first, last + 1) for month in range(1, 13)]
