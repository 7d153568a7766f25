"""A table of past wars with a mistake: each is found, and named with its war."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from truceline.read import past_wars
from truceline.read.past_check import empties, problems, sources


def changed(**cells: Any) -> pl.DataFrame:
    korea = past_wars.load().filter(pl.col("war_id") == "cow-151")
    return korea.with_columns(
        *(pl.lit(value, dtype=korea.schema[name]).alias(name) for name, value in cells.items())
    )


def test_the_table_that_ships_has_no_mistake() -> None:
    assert problems(past_wars.load()) == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"kind": "crusade"}, "kind is 'crusade'; it should be one of interstate"),
        ({"name": None}, "name is empty; every war has one"),
        ({"end": date(1949, 1, 1)}, "end is 1949-01-01, before the war began"),
        ({"observed_to": date(1951, 1, 1)}, "observed_to is 1951-01-01, before it ended"),
        ({"deaths_low": 2_000_000}, "they should not fall from low to best"),
        ({"deaths_known_from": None}, "deaths_known_from is empty"),
        ({"strength_a": 36.0}, "strength_a is 36.0; a share lies between 0 and 1"),
        ({"outcome": "ongoing"}, "an ongoing war has no end"),
        ({"end": None}, "outcome is stalemate and end is None"),
        ({"regime_a": "monarchy"}, "regime_a names no source"),
        ({"territory": None}, "territory is empty and names a source"),
        ({"sources": "weather: an almanac"}, "sources tell of weather, which is no column"),
    ],
)
def test_each_mistake_is_found(cells: dict[str, Any], said: str) -> None:
    found = problems(changed(**cells))
    assert any(said in line for line in found), found
    assert all(line.startswith("cow-151: ") for line in found)


def test_a_war_that_stands_twice_is_found() -> None:
    korea = changed()
    assert problems(pl.concat([korea, korea]))[0] == "cow-151: stands more than once"


def test_every_cell_of_the_table_names_its_row() -> None:
    for row in past_wars.load().iter_rows(named=True):
        told = sources(row)
        assert told["start"] == told["name"]
        assert any(char.isdigit() for char in told["start"])


def test_empty_cells_are_counted() -> None:
    wars = past_wars.load()
    counts = empties(wars)
    assert counts["regime_a"] == counts["regime_b"] == wars.height
    assert "start" not in counts
