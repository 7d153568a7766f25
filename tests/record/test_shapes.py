"""Events in other people's shapes."""

import json
from datetime import date

import polars as pl
import pytest

from truceline.record.shapes import ACLED, UCDP, geojson, shaped
from truceline.terms.errors import BadInput
from truceline.terms.tables import EVENTS, check

ROWS = check(
    pl.DataFrame(
        [
            {"id": "1", "source_dataset": "d", "date_start": date(2022, 3, 1), "date_prec": "week",
             "side_a": "A", "latitude": 48.5, "longitude": 37.9, "best": 3.0, "type": "ASSAULT"},
            {"id": "2", "source_dataset": "d", "date_prec": "1", "type": "AGREE"},
        ],
        schema={name: kind for name, (kind, _) in EVENTS.items()},
    ),
    EVENTS,
)  # fmt: skip


def test_points_are_longitude_first_and_a_missing_place_is_nowhere() -> None:
    found = json.loads(geojson(ROWS))
    assert found["type"] == "FeatureCollection"
    one, two = found["features"]
    assert one["geometry"] == {"type": "Point", "coordinates": [37.9, 48.5]}
    assert one["properties"]["best"] == 3
    assert "best" not in two["properties"]
    assert two["geometry"] is None
    assert json.loads(geojson(ROWS.head(0)))["features"] == []


def test_ucdp_and_acled_columns() -> None:
    ucdp = shaped(ROWS, "ucdp")
    assert tuple(ucdp.columns)[: len(UCDP)] == UCDP
    assert ucdp["date_prec"].to_list() == ["3", "1"]
    assert ucdp["year"].to_list() == [2022, None]
    acled = shaped(ROWS, "acled")
    assert tuple(acled.columns)[: len(ACLED)] == ACLED
    assert acled.select("event_id_cnty", "time_precision", "event_type", "fatalities").rows() == [
        ("1", "2", "Political violence", 3),
        ("2", "1", None, None),
    ]
    with pytest.raises(BadInput, match="no shape gdelt; use ucdp or acled"):
        shaped(ROWS, "gdelt")
