"""Stops of the fighting that did not end a war, as they ship."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from truceline.read import past_stops, past_wars
from truceline.terms.errors import BadFrame


def test_every_stop_lasted_thirty_days_and_names_its_row() -> None:
    found = past_stops.load()
    assert ((found["end"] - found["start"]).dt.total_days() >= 30).all()
    assert found["source"].str.contains("WarNum").all()
    assert set(found["war_id"]) <= set(past_wars.load()["war_id"])


def test_the_stops_are_those_of_the_dataset(shared: Callable[[str], Path]) -> None:
    text = shared("data/wars/InterStateWarData_v4.0.csv").read_text("latin-1")
    lines = [line.split(",") for line in text.splitlines()]
    head = lines[0]
    for war, start, end in past_stops.load().select("war_id", "start", "end").rows():
        mine = [
            dict(zip(head, row, strict=False)) for row in lines
            if row[0] == war.removeprefix("cow-") and int(row[head.index("StartYear2")]) > 0
        ]  # fmt: skip
        stops = {
            tuple(int(row[f"End{part}1"]) for part in ("Year", "Month", "Day")) for row in mine
        }
        begins = {
            tuple(int(row[f"Start{part}2"]) for part in ("Year", "Month", "Day")) for row in mine
        }
        assert (start.year, start.month, start.day) in stops
        assert (end.year, end.month, end.day) in begins


def test_a_stop_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(BadFrame, match="cow-1: a stop that starts on 1900-02-01 cannot end"):
        past_stops.read(b"war_id,start,end,source\ncow-1,1900-02-01,1900-01-01,x\n")


def test_days_are_days() -> None:
    assert past_stops.load().schema["start"] == pl.Date()
