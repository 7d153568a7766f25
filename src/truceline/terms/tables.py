"""The two waists of the product, as data: EVENTS and PANEL, and a check for both."""

import polars as pl

from truceline.terms.errors import BadFrame

PANEL: dict[str, tuple[type[pl.DataType], str]] = {
    "war": (pl.String, "folder name of the war"),
    "date": (pl.Date, "first day of the row's period"),
    "series": (pl.String, "name of the series in war.toml"),
    "value": (pl.Float64, "the number; a missing day has no row, or a null"),
    "low": (pl.Float64, "lower figure where the source gives one"),
    "high": (pl.Float64, "upper figure where the source gives one"),
    "unit": (pl.String, "what is counted"),
    "side": (pl.String, "whose acts or losses the series holds"),
    "source_dataset": (pl.String, "who reports it"),
    "source_version": (pl.String, "version of the file"),
}
"""Daily or coarser; zeros included, missing days missing (never zero)."""

EVENTS: dict[str, tuple[type[pl.DataType], str]] = {
    "id": (pl.String, "stable id of the row"),
    "source_dataset": (pl.String, "dataset, or `reports` for coded stories"),
    "source_version": (pl.String, "version of the dataset, or name and version of the coder"),
    "retrieved_at": (pl.String, "ISO time the source was fetched; a local file's modification"),
    "redistribute": (pl.String, "open, aggregate only, private"),
    "war": (pl.String, "folder name of the war, null where not assigned"),
    "date_start": (pl.Date, "first day"),
    "date_end": (pl.Date, "last day"),
    "date_prec": (pl.String, "day, week, month, year, unknown; UCDP's 1..5 in its own rows"),
    "side_a": (pl.String, "first side as the source has it; codes joined by ;"),
    "side_b": (pl.String, "second side as the source has it; codes joined by ;"),
    "latitude": (pl.Float64, "degrees north"),
    "longitude": (pl.Float64, "degrees east"),
    "where_prec": (pl.Int64, "UCDP GED's 1 (exact) to 7"),
    "best": (pl.Float64, "deaths, best figure"),
    "low": (pl.Float64, "deaths, low"),
    "high": (pl.Float64, "deaths, high"),
    "type_of_violence": (pl.Int64, "UCDP's 1 state-based, 2 non-state, 3 one-sided"),
    "story_id": (pl.String, "story the event was coded from"),
    "sentence": (pl.Int64, "sentence number in the story, from 0"),
    "type": (pl.String, "PLOVER type"),
    "mode": (pl.String, "PLOVER mode"),
    "status": (pl.String, "happened, ongoing, planned, …"),
    "hedge": (pl.String, "stated, reported, claimed, suspected, possible"),
    "initiator": (pl.String, "who attacked, null where the source does not say"),
    "initiator_basis": (pl.String, "how the initiator is known"),
}


ROW = "truceline_row"
"""Number of a row in the file it came from, from 1; a name that no codebook uses."""


def check(frame: pl.DataFrame, contract: dict[str, tuple[type[pl.DataType], str]]) -> pl.DataFrame:
    """Return `frame` with the contract's columns in its order, or say what is wrong.

    Parameters
    ----------
    frame : polars.DataFrame
        Rows to be checked; extra columns are dropped.
    contract : dict
        `PANEL` or `EVENTS`.

    Returns
    -------
    polars.DataFrame
        The contract's columns, cast to its types.

    Raises
    ------
    BadFrame
        If a column is missing or cannot be read as its type.

    Examples
    --------
    >>> check(pl.DataFrame({"war": ["x"]}), PANEL)
    Traceback (most recent call last):
    ...
    truceline.terms.errors.BadFrame: the frame lacks the columns date, series, value, low, high, ...
    """
    absent = [name for name in contract if name not in frame.columns]
    if absent:
        raise BadFrame(f"the frame lacks the columns {', '.join(absent)}")
    try:
        return frame.select(pl.col(name).cast(kind) for name, (kind, _) in contract.items())
    except pl.exceptions.PolarsError as error:
        raise BadFrame(f"a column does not hold what its contract says: {error}") from error
