"""The record's events in other people's shapes: GeoJSON, and columns as UCDP or ACLED have them."""

import json

import polars as pl

from truceline.terms.errors import BadInput

UCDP = (
    "id", "year", "type_of_violence", "side_a", "side_b", "where_prec", "latitude", "longitude",
    "date_prec", "date_start", "date_end", "best", "high", "low",
)  # fmt: skip
"""The columns of UCDP GED that EVENTS holds, in GED's order; `source_*` follow them."""
ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "event_type", "actor1", "actor2",
    "latitude", "longitude", "source", "fatalities",
)  # fmt: skip
SHAPES = ("ucdp", "acled")
_TAIL = ("source_dataset", "source_version", "retrieved_at", "redistribute")
_PRECISION = {"day": "1", "1": "1", "week": "2", "2": "2", "3": "2", "month": "3", "4": "3"}
_UCDP_PRECISION = {"day": "1", "week": "3", "month": "4", "year": "5"}


def shaped(events: pl.DataFrame, shape: str) -> pl.DataFrame:
    """Return EVENTS with the columns of another dataset.

    Parameters
    ----------
    events : polars.DataFrame
        EVENTS.
    shape : str
        "ucdp" or "acled".

    Returns
    -------
    polars.DataFrame
        What EVENTS does not know is null, never guessed: ACLED's `event_type` is given for
        ASSAULT and PROTEST as "Political violence" and "Demonstrations", its broadest classes;
        `fatalities` is the best figure, without which an ACLED row cannot say a range. Dataset,
        version, time and rights of each row follow.

    Raises
    ------
    BadInput
        If the shape is another one.
    """
    if shape not in SHAPES:
        raise BadInput(f"there is no shape {shape}; use {' or '.join(SHAPES)}")
    year = pl.col("date_start").dt.year().alias("year")
    if shape == "ucdp":
        prec = pl.col("date_prec").replace(_UCDP_PRECISION)
        found = events.with_columns(year, prec.alias("date_prec"))
        return found.select(*UCDP, *_TAIL)
    classes = {"ASSAULT": "Political violence", "PROTEST": "Demonstrations"}
    found = events.select(
        pl.col("id").alias("event_id_cnty"),
        pl.col("date_start").alias("event_date"),
        year,
        pl.col("date_prec").replace_strict(_PRECISION, default=None, return_dtype=pl.String)
        .alias("time_precision"),
        pl.col("type").replace_strict(classes, default=None, return_dtype=pl.String)
        .alias("event_type"),
        pl.col("side_a").alias("actor1"),
        pl.col("side_b").alias("actor2"),
        "latitude",
        "longitude",
        pl.col("source_dataset").alias("source"),
        pl.col("best").alias("fatalities"),
        *_TAIL,
    )  # fmt: skip
    return found.select(*ACLED, *_TAIL)


def geojson(events: pl.DataFrame) -> bytes:
    r"""Return EVENTS as GeoJSON (RFC 7946): points in WGS 84, longitude first.

    Parameters
    ----------
    events : polars.DataFrame
        EVENTS.

    Returns
    -------
    bytes
        A FeatureCollection. An event without a place has a null geometry, as the standard allows;
        it is not put anywhere. Properties are EVENTS' other columns that are not null.

    References
    ----------
    Butler, H. et al. (2016). The GeoJSON Format. RFC 7946.

    Examples
    --------
    >>> geojson(pl.DataFrame({"id": ["a"], "latitude": [50.0], "longitude": [30.0]})).decode()
    '{"type":"FeatureCollection","features":[\n{"type":"Feature","id":"a",...
    """
    features = []
    for row in events.iter_rows(named=True):
        north, east = row.pop("latitude"), row.pop("longitude")
        placed = north is not None and east is not None
        feature = {
            "type": "Feature",
            "id": row.pop("id"),
            "geometry": {"type": "Point", "coordinates": [east, north]} if placed else None,
            "properties": {key: value for key, value in row.items() if value is not None},
        }
        features.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":"), default=str))
    joined = ",\n".join(features)
    return f'{{"type":"FeatureCollection","features":[\n{joined}\n]}}\n'.encode()
