"""Past wars made for tests: each with its moment, its attributes and its end."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import polars as pl

from truceline.compare.past import Pasts
from truceline.terms.results import DataUsed

WARS: dict[str, type[pl.DataType]] = {
    "war_id": pl.String, "name": pl.String, "kind": pl.String, "start": pl.Date,
    "end": pl.Date, "end_prec": pl.String, "observed_to": pl.Date, "deaths_low": pl.Int64,
    "deaths_best": pl.Int64, "deaths_high": pl.Int64, "deaths_known_from": pl.Date,
    "war_level_from": pl.Date, "internationalised_from": pl.Date, "talks_from": pl.Date,
    "mediated_from": pl.Date, "outcome": pl.String, "territory": pl.Boolean,
    "contiguous": pl.Boolean, "strength_a": pl.Float64, "region": pl.String,
    "sources": pl.String,
}  # fmt: skip
JOINED = {"war_id": pl.String, "side": pl.String, "state": pl.String, "known_from": pl.Date}
READ = {"war_id": pl.String, "attribute": pl.String, "value": pl.String, "known_from": pl.Date}
DATASETS = (DataUsed(dataset="made", version="1", licence="ours", citation="this test"),)


def row(war_id: str, start: date, days: int, **cells: Any) -> dict[str, Any]:
    """Return a war between neighbours over territory that ended after some days in agreement."""
    end = start + timedelta(days=days)
    plain = dict.fromkeys(WARS)
    return {
        **plain, "war_id": war_id, "name": f"{war_id} war", "kind": "interstate", "start": start,
        "end": end, "end_prec": "day", "observed_to": end, "outcome": "agreement",
        "territory": True, "contiguous": True, "strength_a": 0.5, "region": "Europe",
        "talks_from": start + timedelta(days=days // 4), **cells,
    }  # fmt: skip


def pasts(
    wars: Sequence[dict[str, Any]],
    joined: Sequence[tuple[str, str, str, date]] = (),
    read: Sequence[tuple[str, str, str, date]] = (),
) -> Pasts:
    """Return wars as the pipeline would read them."""
    return Pasts(
        pl.DataFrame(list(wars), schema=WARS),
        pl.DataFrame(list(joined), schema=JOINED, orient="row"),
        pl.DataFrame(list(read), schema=READ, orient="row"),
        DATASETS,
    )
