"""Months of deaths laid out by country, cut at an origin so that nothing later can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from truceline.measure.laid import Floats
from truceline.terms.errors import BadFrame, BadInput


@dataclass(frozen=True, slots=True, eq=False)
class CountryMonths:
    """Deaths with one row a country and one column a month, months without a gap."""

    countries: tuple[str, ...]
    months: tuple[str, ...]
    deaths: Floats

    def until(self, month: str) -> Floats:
        """Return the deaths up to a month, that one included, and no later one.

        Parameters
        ----------
        month : str
            Such as "2017-10".

        Returns
        -------
        array of float, shape (countries, months)
            A copy: what comes later is not in reach.

        Raises
        ------
        BadInput
            If the month is not in the table.
        """
        return self.deaths[:, : self._place(month) + 1].copy()

    def year(self, year: int) -> Floats:
        """Return the deaths of a year's twelve months.

        Parameters
        ----------
        year : int
            Such as 2018.

        Returns
        -------
        array of float, shape (countries, 12)
            What came.

        Raises
        ------
        BadInput
            If the table does not hold the whole year.
        """
        first, last = self._place(f"{year}-01"), self._place(f"{year}-12")
        return self.deaths[:, first : last + 1]

    def _place(self, month: str) -> int:
        if month not in self.months:
            raise BadInput(
                f"{month} is not in the table of deaths; it holds {self.months[0]} to "
                f"{self.months[-1]}"
            )
        return self.months.index(month)


def country_months(frame: pl.DataFrame, *, zeros: Sequence[str] = ()) -> CountryMonths:
    """Return a frame of country, month and deaths as one row a country.

    Parameters
    ----------
    frame : polars.DataFrame
        Columns country, month ("2024-12") and deaths; each country has each month once.
    zeros : sequence of str
        Countries to add that the frame does not name, with no death in any month.

    Returns
    -------
    CountryMonths
        Countries in the order of their codes.

    Raises
    ------
    BadFrame
        If a country lacks a month or has it twice: a month that is missing is not a zero.

    Examples
    --------
    >>> frame = pl.DataFrame({"country": ["AAA", "AAA"], "month": ["2024-02", "2024-01"],
    ...                       "deaths": [3.0, 1.0]})
    >>> country_months(frame, zeros=["BBB"]).deaths
    array([[1., 3.],
           [0., 0.]])
    """
    months = tuple(sorted(frame["month"].unique()))
    counts = frame.group_by("country").agg(pl.len(), pl.col("month").n_unique().alias("months"))
    short = counts.filter((pl.col("len") != len(months)) | (pl.col("months") != len(months)))
    if short.height:
        raise BadFrame(
            f"{short['country'].sort()[0]} has {short['len'][0]} rows for {len(months)} months; "
            "give each country each month once, zeros included"
        )
    ordered = frame.sort("country", "month")
    deaths = ordered["deaths"].to_numpy().astype(np.float64).reshape(-1, len(months))
    named = tuple(ordered["country"].unique(maintain_order=True))
    added = tuple(sorted(set(zeros) - set(named)))
    return CountryMonths(
        (*named, *added), months, np.vstack([deaths, np.zeros((len(added), len(months)))])
    )
