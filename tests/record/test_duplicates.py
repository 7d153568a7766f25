"""Candidates across datasets: found, judged, counted, never merged or added."""

from datetime import date, timedelta
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.record.duplicates import Nearness, candidates, total
from truceline.terms.errors import BadInput
from truceline.terms.tables import EVENTS, check

DAY = date(2022, 3, 1)


def row(dataset: str, name: str, **change: Any) -> dict[str, Any]:
    made = {
        "id": name, "source_dataset": dataset, "source_version": "1", "date_start": DAY,
        "date_end": DAY, "date_prec": "day", "side_a": "Government of Russia",
        "side_b": "Government of Ukraine", "latitude": 48.5, "longitude": 37.9, "where_prec": 1,
        "best": 10.0, "low": 8.0, "high": 12.0,
    } | change  # fmt: skip
    # A dataset that gives no last day of its own means one day.
    return made | {"date_end": change.get("date_end", made["date_start"])}


def events(*rows: dict[str, Any]) -> pl.DataFrame:
    schema = {name: kind for name, (kind, _) in EVENTS.items()}
    return check(pl.DataFrame(list(rows), schema=schema), EVENTS)


def verdicts(*rows: dict[str, Any]) -> list[tuple[str, str, str]]:
    pairs = candidates(events(*rows), "a", "b").pairs
    return pairs.select("left", "right", "verdict").rows()


def test_two_rows_that_agree_are_matched() -> None:
    other = row("b", "2", date_start=DAY + timedelta(days=1), latitude=48.6,
                side_a="Military Forces of Ukraine", side_b="Military Forces of Russia",
                low=None, high=None, best=12.0)  # fmt: skip
    found = candidates(events(row("a", "1"), other), "a", "b", near=Nearness(alike=0.5))
    assert found.pairs.select("left", "right", "days", "deaths", "verdict").rows() == [
        ("1", "2", 1, True, "matched")
    ]
    assert found.pairs["km"][0] == pytest.approx(11.12, abs=0.01)
    assert found.counts["a"] == {
        "rows": 1, "matched": 1, "doubtful": 0, "unmatched": 0, "incomparable": 0
    }  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"best": 40.0, "low": 30.0, "high": 50.0},
        {"side_a": "Rioters", "side_b": "Police"},
        {"side_a": None, "side_b": None},
        {"best": None, "low": None, "high": None},
    ],
)
def test_a_neighbour_that_does_not_agree_is_doubtful(change: dict[str, Any]) -> None:
    assert verdicts(row("a", "1"), row("b", "2", **change)) == [("1", "2", "doubtful")]


def test_a_row_with_two_neighbours_is_doubtful() -> None:
    found = candidates(events(row("a", "1"), row("b", "2"), row("b", "3")), "a", "b")
    assert set(found.pairs["verdict"]) == {"doubtful"}
    assert found.counts["b"]["doubtful"] == 2


@pytest.mark.parametrize(
    ("change", "count"),
    [
        ({"date_start": DAY + timedelta(days=2)}, "unmatched"),
        ({"latitude": 49.0}, "unmatched"),
        ({"latitude": None}, "incomparable"),
        ({"date_end": DAY + timedelta(days=9)}, "incomparable"),
        ({"date_prec": "month"}, "incomparable"),
        ({"where_prec": 6}, "incomparable"),
    ],
)
def test_far_rows_are_unmatched_and_coarse_ones_incomparable(
    change: dict[str, Any], count: str
) -> None:
    found = candidates(events(row("a", "1"), row("b", "2", **change)), "a", "b")
    assert found.pairs.height == 0
    assert found.counts["b"][count] == 1


def test_names_must_be_two_and_there() -> None:
    with pytest.raises(BadInput, match="name two datasets"):
        candidates(events(row("a", "1")), "a", "a")
    with pytest.raises(BadInput, match="no rows of b; it holds a"):
        candidates(events(row("a", "1")), "a", "b")


places = st.tuples(st.integers(0, 4), st.floats(47.5, 49.0), st.floats(37.0, 39.0))


@settings(max_examples=25, deadline=None)
@given(st.lists(places, min_size=1, max_size=8), st.lists(places, min_size=1, max_size=8))
def test_no_neighbour_is_overlooked(
    one: list[tuple[int, float, float]], two: list[tuple[int, float, float]]
) -> None:
    rows = [
        row(name, f"{name}{n}", date_start=DAY + timedelta(days=d), latitude=y, longitude=x)
        for name, many in (("a", one), ("b", two))
        for n, (d, y, x) in enumerate(many)
    ]
    slow = {
        (p["id"], q["id"])
        for p in rows
        for q in rows
        if p["source_dataset"] == "a"
        and q["source_dataset"] == "b"
        and abs((p["date_start"] - q["date_start"]).days) <= 1
        and km(p, q) <= 25
    }
    assert {(left, right) for left, right, _ in verdicts(*rows)} == slow


def km(p: dict[str, Any], q: dict[str, Any]) -> float:
    """Return the distance by the chord between two points of a sphere."""
    ends = []
    for each in (p, q):
        y, x = np.radians(each["latitude"]), np.radians(each["longitude"])
        ends.append(np.array([np.cos(y) * np.cos(x), np.cos(y) * np.sin(x), np.sin(y)]))
    chord = float(np.linalg.norm(ends[0] - ends[1]))
    return float(2 * 6371.0088 * np.arcsin(chord / 2))


def test_sources_are_never_added_up() -> None:
    assert total(events(row("a", "1"), row("a", "2"))) == 20
    assert total(events(row("a", "1", low=None)), "low") is None
    with pytest.raises(BadInput, match="never added up: the rows are of a 1, b 1"):
        total(events(row("a", "1"), row("b", "2")))
    with pytest.raises(BadInput, match="never added up"):
        total(events(row("a", "1"), row("a", "2", source_version="2")))
