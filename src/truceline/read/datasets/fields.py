"""Texts of a column into dates and numbers, whatever way they are written."""

import re
from typing import Literal

import polars as pl

Order = Literal["day first", "month first"]
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SLASHED = r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(?:\D|$)"


def number(name: str) -> pl.Expr:
    """Return a column of texts as finite numbers, null where a text is none.

    Examples
    --------
    >>> pl.DataFrame({"x": [" 12", "1,204", "NA", "inf"]}).select(number("x"))["x"].to_list()
    [12.0, 1204.0, None, None]
    """
    return pl.col(name).map_batches(_finite, return_dtype=pl.Float64).alias(name)


def _finite(texts: pl.Series) -> pl.Series:
    """Return texts as finite numbers; marks of thousands are looked for where one is no number."""
    found = texts.cast(pl.Float64, strict=False)
    if found.null_count() > texts.null_count():
        text = texts.str.strip_chars()
        thousands = text.str.contains(r"^-?\d{1,3}(,\d{3})+(\.\d+)?$")
        plain = text.str.replace_all(",", "", literal=True).zip_with(
            thousands.fill_null(value=False), text
        )
        found = plain.cast(pl.Float64, strict=False)
    return found.set(~found.is_finite(), None)


def whole(name: str) -> pl.Expr:
    """Return a column of texts as whole numbers, null where a text is none.

    Examples
    --------
    >>> pl.DataFrame({"x": ["3", "2.0", "2.5", ""]}).select(whole("x"))["x"].to_list()
    [3, 2, None, None]
    """
    found = number(name)
    return pl.when(found == found.round()).then(found.cast(pl.Int64, strict=False)).alias(name)


def order_of(texts: pl.Series) -> Order | None:
    """Return whether dates such as 05/06/2022 name the day or the month first, by the evidence.

    Parameters
    ----------
    texts : polars.Series
        Dates as written.

    Returns
    -------
    str or None
        What every date allows and at least one demands; None where no date can tell, or where they
        contradict each other.

    Examples
    --------
    >>> order_of(pl.Series(["2/24/2022 12:00:00 AM", "09/02/2022 00:00"]))
    'month first'
    """
    one = texts.str.extract(_SLASHED, 1).cast(pl.Int64, strict=False)
    two = texts.str.extract(_SLASHED, 2).cast(pl.Int64, strict=False)
    day_first, month_first = bool((one > 12).any()), bool((two > 12).any())
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"


def days(texts: pl.Series, *, order: Order | None = None) -> pl.Series:
    """Return dates as written in a column as dates, null where one cannot be read for sure.

    Parameters
    ----------
    texts : polars.Series
        ISO dates with or without a time, 20220224, 24/02/2022 and 2/24/2022 with / . or -,
        24 February 2022, February 24, 2022, 2022-02 (its first day), 2022-W08 (its Monday).
    order : str, optional
        "day first" or "month first"; without it the column's own evidence decides.

    Returns
    -------
    polars.Series
        Dates. Where nothing says whether 05/06/2022 is in May or June, null: it is not guessed.

    Examples
    --------
    >>> days(pl.Series(["2022-02-24 00:00:00.000", "20220301", "24 February 2022"])).to_list()
    [datetime.date(2022, 2, 24), datetime.date(2022, 3, 1), datetime.date(2022, 2, 24)]
    >>> days(pl.Series(["05/06/2022"])).to_list()
    [None]
    """
    # A column of 400,000 dates holds some thousand different ones: each is read once.
    known = pl.DataFrame({"text": texts.unique().cast(pl.String)})
    order = order or order_of(known["text"].str.strip_chars())
    read = known.select("text", _day(pl.col("text").str.strip_chars(), order).alias("day"))
    whole_column = pl.DataFrame({"text": texts.cast(pl.String)})
    joined = whole_column.join(read, on="text", how="left", maintain_order="left")
    return joined["day"].rename(texts.name)


def _day(text: pl.Expr, order: Order | None) -> pl.Expr:
    """Return the date that a text writes in one of the ways that are known."""
    iso = text.str.extract(r"^(\d{4}-\d{1,2}-\d{1,2})(?:\D|$)").str.to_date(
        "%Y-%m-%d", strict=False
    )
    compact = text.str.extract(r"^(\d{8})(?:\D|$)").str.to_date("%Y%m%d", strict=False)
    month = (text.str.extract(r"^(\d{4}-\d{2})$") + "-01").str.to_date("%Y-%m-%d", strict=False)
    week = (text.str.extract(r"^(\d{4}-W\d{2})$") + "-1").str.to_date("%G-W%V-%u", strict=False)
    found = [iso, compact, month, week, *_worded(text)]
    if order is not None:
        found.append(_slashed(text, order))
    return pl.coalesce(found)


def calendar_day(year: pl.Expr, month: pl.Expr | int, day: pl.Expr | int) -> pl.Expr:
    """Return a date from its three numbers, null where there is no such day.

    Examples
    --------
    >>> parts = pl.DataFrame({"y": [2023, 2023, -9], "m": [2, 2, 1], "d": [28, 30, 1]})
    >>> parts.select(calendar_day(pl.col("y"), pl.col("m"), pl.col("d")))["y"].to_list()
    [datetime.date(2023, 2, 28), None, None]
    """
    rest = [part if isinstance(part, pl.Expr) else pl.lit(part) for part in (month, day)]
    text = pl.concat_str(
        year.cast(pl.String).str.zfill(4),
        *(part.cast(pl.String).str.zfill(2) for part in rest),
        separator="-",
    )
    return pl.when(year.is_between(1, 9999)).then(text.str.to_date("%Y-%m-%d", strict=False))


def _slashed(text: pl.Expr, order: Order) -> pl.Expr:
    """Return 24/02/2022 or 2/24/2022 as a date; a year of two digits lies in 1970 to 2069."""
    one, two = text.str.extract(_SLASHED, 1), text.str.extract(_SLASHED, 2)
    day, month = (one, two) if order == "day first" else (two, one)
    year = text.str.extract(_SLASHED, 3)
    short = (
        pl.when(year.cast(pl.Int64, strict=False) < 70).then(pl.lit("20")).otherwise(pl.lit("19"))
        + year
    )
    full = pl.when(year.str.len_chars() == 2).then(short).otherwise(year)
    joined = pl.concat_str([full, month.str.zfill(2), day.str.zfill(2)], separator="-")
    return joined.str.to_date("%Y-%m-%d", strict=False)


def _worded(text: pl.Expr) -> list[pl.Expr]:
    """Return dates with the month as an English word."""
    found = []
    for pattern, place in (
        (r"^(\d{1,2})[ \-]([A-Za-z]{3})[a-z]*\.?[ \-,]+(\d{4})", (3, 2, 1)),
        (r"^([A-Za-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})", (3, 1, 2)),
    ):
        year, word, day = (text.str.extract(pattern, each) for each in place)
        month = word.str.to_lowercase().replace_strict(
            {each: f"{n:02}" for n, each in enumerate(_MONTHS, start=1)}, default=None
        )
        joined = pl.concat_str([year, month, day.str.zfill(2)], separator="-")
        found.append(joined.str.to_date("%Y-%m-%d", strict=False))
    return found


def version_in(name: str) -> str | None:
    """Return the version that a file's name carries, as its makers write it.

    Examples
    --------
    >>> version_in("GEDEvent_v23_0_10.csv"), version_in("ged251-csv.csv"), version_in("mine.csv")
    ('23.0.10', '25.1', None)
    """
    found = re.search(r"[_\-. ]v(\d+(?:[_.]\d+){0,2})(?!\d)", name, re.IGNORECASE)
    if found:
        return found[1].replace("_", ".")
    run = re.search(r"(?:ged|acd|dyadic|prio[a-z\-]*)-?(\d{2})(\d)(?!\d)", name, re.IGNORECASE)
    return f"{run[1]}.{run[2]}" if run else None
