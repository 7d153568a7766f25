"""Coded events of three shapes as words and deeds."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from tests.measure.made_words import SIDES, day, gdelt

from truceline.measure.event_rows import DEEDS, Coded, coded, deeds, mapping, span, weekly, words
from truceline.terms.errors import BadFrame
from truceline.terms.ontology import QUAD_OF
from truceline.terms.tables import EVENTS

NORTH, SOUTH = SIDES


def ours(**columns: list[object]) -> pl.DataFrame:
    size = len(next(iter(columns.values())))
    frame = pl.DataFrame(columns, strict=False)
    return frame.with_columns(
        pl.lit(None, dtype=kind).alias(name)
        for name, (kind, _) in EVENTS.items()
        if name not in columns
    ).head(size)


def polecat() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "Event ID": ["a", "b", "c"],
            "Event Date": ["2030-01-02", "2030-01-03", "2030-01-03"],
            "Event Type": ["AGREE", "ASSAULT", "SMILE"],
            "Actor Country": ["XNO", "XNO", "XNO"],
            "Recipient Country": ["XSO", "XSO", "XSO"],
        }
    )


def test_an_actor_that_polecat_does_not_know_is_no_actor() -> None:
    rows = polecat().with_columns(pl.Series("Actor Country", ["None", "XNO;None", "XNO"]))
    found = coded(rows)
    assert found.frame["source"].to_list() == [["xno"]]
    assert found.dropped == 2


def test_every_class_of_the_mapping_is_one_of_the_four() -> None:
    for name, columns in mapping().items():
        assert set(columns.get("class", {}).values()) <= set(QUAD_OF.values()), name
        assert 0.25 < columns["accuracy"] <= 1
        assert columns["accuracy_source"]


def test_reads_our_own_rows_by_type_and_leaves_out_what_did_not_happen() -> None:
    found = coded(
        ours(
            id=["1", "2", "3", "4"],
            date_start=[day(1), day(1), day(2), day(3)],
            side_a=["XNO;XME", "XNO", "XNO", None],
            side_b=["XSO", None, "XSO", "XSO"],
            type=["AGREE", "ASSAULT", "ASSAULT", "ASSAULT"],
            status=["happened", "threatened", "ongoing", "happened"],
            story_id=["s", "s", "t", "t"],
        )
    )
    assert found.dataset == "truceline"
    assert found.frame["id"].to_list() == ["1", "3"]
    assert found.frame["quad"].to_list() == ["verbal cooperation", "material conflict"]
    assert found.frame["source"].to_list() == [["xno", "xme"], ["xno"]]
    assert found.dropped == 1  # without a source


def test_reads_polecat_and_gdelt_rows_alike() -> None:
    one = coded(polecat())
    two = coded(gdelt([(1, "XNO", "XSO", 1), (2, "XNO", "XSO", 4), (2, "XNO", "XSO", 9)]))
    for found in (one, two):
        assert found.frame["date"].to_list() == [day(1), day(2)]
        assert found.frame["quad"].to_list() == ["verbal cooperation", "material conflict"]
        assert found.dropped == 1  # a class that is not known
    assert (one.accuracy, two.accuracy) == (0.8, 0.812)


def test_refuses_rows_that_do_not_say_who_acted() -> None:
    with pytest.raises(BadFrame, match="no dataset that says who acted"):
        coded(pl.DataFrame({"event_date": ["2030-01-01"], "actor1": ["A"], "actor2": ["B"]}))


def test_words_and_deeds_are_the_sides_own_by_code_name_or_alias() -> None:
    rows = [(each, "XNO", "XSO", 4) for each in range(70)] + [(5, "XSO", "XNO", 4)]
    found = coded(gdelt([*rows, (7, "NORHAVEN", "XSO", 1), (9, "XSO", "XNO", 1)]))
    assert words(found, NORTH)["date"].to_list() == [day(7)]
    assert words(found, SOUTH)["date"].to_list() == [day(9)]
    made = deeds(found, SOUTH, by_volume=False)
    assert not isinstance(made, str)
    assert np.nansum(made.values) == 1


def test_a_day_without_any_report_is_missing_and_one_without_deeds_is_zero() -> None:
    rows = [(each, "XSO", "XNO", 3) for each in range(90) if each != 40]
    found = coded(gdelt([*rows, (8, "XNO", "XSO", 4)]))
    made = deeds(found, NORTH, by_volume=False)
    assert not isinstance(made, str)
    assert np.flatnonzero(np.isnan(made.values)).tolist() == [40]
    assert [float(made.values[8]), float(np.nansum(made.values))] == [1, 1]


def test_division_by_reports_takes_out_a_swell_of_all_reporting() -> None:
    rows = []
    for each in range(80):
        twice = 2 if each >= 40 else 1
        rows += [(each, "XNO", "XSO", 4)] * (3 * twice) + [(each, "XSO", "XNO", 3)] * (7 * twice)
    found = coded(gdelt(rows))
    plain, even = deeds(found, NORTH, by_volume=False), deeds(found, NORTH)
    assert not isinstance(plain, str)
    assert not isinstance(even, str)
    assert plain.values[60] == 2 * plain.values[20]
    assert even.values[60] == pytest.approx(even.values[20])


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1, "XNO", "XSO", 4)], "1 days have any coded event"),
        ([(each, "XSO", "XNO", 3) for each in range(70)], "no coded event is a deed of Norland"),
    ],
)
def test_says_why_there_is_no_series(rows: list[tuple[int, str, str, int]], said: str) -> None:
    found = deeds(coded(gdelt(rows)), NORTH)
    assert isinstance(found, str)
    assert said in found


def test_nothing_after_as_of_is_used() -> None:
    found = coded(gdelt([(1, "XNO", "XSO", 4), (9, "XNO", "XSO", 4)]), as_of=day(5))
    assert span(found) == (day(1), day(1))
    assert span(coded(gdelt([(9, "XNO", "XSO", 4)]), as_of=day(5))) is None
    empty: Coded = coded(gdelt([(9, "XNO", "XSO", 4)]), as_of=day(5))
    assert deeds(empty, NORTH) == "no coded event has a date, a source and a class"


def test_weeks_hold_every_class_and_begin_on_mondays() -> None:
    found = weekly(coded(gdelt([(0, "XNO", "XSO", 4), (1, "XNO", "XSO", 4), (20, "XSO", "", 1)])),
                   NORTH)  # fmt: skip
    assert set(QUAD_OF.values()) <= set(found.columns)
    assert found["week"].dt.weekday().to_list() == [1, 1]
    assert found[DEEDS].to_list() == [2, 0]


def test_reads_gdelt_as_it_is_published(shared: Callable[[str], Path]) -> None:
    path = shared("data/samples/gdelt2_events_sample.csv")
    found = coded(pl.read_csv(path, infer_schema_length=0))
    assert found.frame.height + found.dropped == 6090
    assert span(found) == (date(2007, 6, 4), date(2017, 7, 1))
    assert set(found.frame["quad"]) == set(QUAD_OF.values())
