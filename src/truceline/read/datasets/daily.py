"""A series that a war's war.toml describes, as PANEL."""

from dataclasses import replace

import polars as pl

from truceline.read.datasets.adapter import Imported
from truceline.read.datasets.rights import own
from truceline.read.datasets.table import ASIDE
from truceline.read.war_series import rows
from truceline.terms.tables import PANEL, check
from truceline.terms.wars import Series, War


def series_of(war: War, name: str) -> Series | None:
    """Return the series of a war whose file has this name, or None."""
    return next((each for each in war.series if each.file == name), None)


def read_series(raw: bytes, name: str, war: War, series: Series) -> Imported:
    """Return a series file as PANEL, as its war describes it.

    Parameters
    ----------
    raw : bytes
        `date,value[,low,high]`, with `#` lines above.
    name : str
        The file's name, for messages.
    war : War
        Whose series it is.
    series : Series
        What it counts, whose acts it holds, who reports it.

    Returns
    -------
    Imported
        A day without a value is a row without a value: it is missing, not zero.

    Raises
    ------
    BadWar
        If the header, a date or a number is wrong.
    """
    found = rows(raw, name)
    dataset, version = series.reported_by or series.name, series.version or "unknown"
    frame = pl.DataFrame(
        {
            "war": war.folder,
            "date": [each.date for each in found],
            "series": series.name,
            "value": [each.value for each in found],
            "low": [each.low for each in found],
            "high": [each.high for each in found],
            "unit": series.unit,
            "side": series.side,
            "source_dataset": dataset,
            "source_version": version,
        },
        schema={key: kind for key, (kind, _) in PANEL.items()},
    )
    rights = replace(
        own(dataset, redistribute=series.redistribute),
        licence=series.licence or "not said",
        citation=series.citation or series.name,
        sentence="As the war's own war.toml says.",
    )
    empty = pl.DataFrame(schema=ASIDE)
    return Imported("panel", dataset, version, rights, check(frame, PANEL), empty, len(found))
