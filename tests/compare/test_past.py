"""Past wars as known on a day: what lay ahead is gone."""

from datetime import date

import polars as pl
from tests.compare.made_pasts import pasts, row

from truceline.compare.past import known

DAY = date(1950, 1, 1)


def test_an_end_that_lay_ahead_is_not_there() -> None:
    ahead = row("x", date(1949, 1, 1), 2000, deaths_best=9, deaths_known_from=date(1954, 6, 24))
    found = known(pasts([ahead]), DAY).wars.row(0, named=True)
    assert found["end"] is None
    assert found["end_prec"] is None
    assert found["outcome"] == "ongoing"
    assert found["deaths_best"] is None
    assert found["deaths_known_from"] is None
    assert found["talks_from"] is None
    assert found["observed_to"] == DAY


def test_an_end_that_had_come_stands() -> None:
    over = row("x", date(1940, 1, 1), 400, deaths_best=9, deaths_known_from=date(1941, 2, 4))
    found = known(pasts([over]), DAY).wars.row(0, named=True)
    assert (found["end"], found["outcome"]) == (date(1941, 2, 4), "agreement")
    assert (found["deaths_best"], found["talks_from"]) == (9, date(1940, 4, 10))


def test_a_war_that_had_not_begun_is_not_there() -> None:
    assert known(pasts([row("x", date(1951, 1, 1), 10)]), DAY).wars.height == 0


def test_a_civil_war_is_internationalised_from_its_day_on() -> None:
    civil = row("x", date(1940, 1, 1), 9000, kind="internationalised",
                internationalised_from=date(1951, 12, 31))  # fmt: skip
    assert known(pasts([civil]), DAY).wars["kind"].to_list() == ["civil"]
    assert known(pasts([civil]), date(1952, 1, 1)).wars["kind"].to_list() == ["internationalised"]


def test_who_joined_and_what_was_read_later_is_not_there() -> None:
    made = pasts(
        [row("x", date(1949, 1, 1), 900)],
        [("x", "a", "Ardland", DAY), ("x", "b", "Brevia", date(1950, 1, 2))],
        [("x", "static", "river", date(1950, 1, 2))],
    )
    found = known(made, DAY)
    assert found.joined["state"].to_list() == ["Ardland"]
    assert found.read.height == 0


def test_first_talks_read_by_hand_count_where_they_are_the_earlier() -> None:
    war = row("x", date(1940, 1, 1), 400, talks_from=date(1940, 9, 1))
    for told, wants in (
        (date(1940, 5, 1), date(1940, 5, 1)),
        (date(1941, 1, 1), war["talks_from"]),
    ):
        made = pasts([war], read=[("x", "talks_from", "met", told)])
        assert known(made, DAY).wars["talks_from"].to_list() == [wants]


def test_where_a_cell_was_read_is_left_out_because_it_names_later_rows() -> None:
    made = pasts([row("x", date(1940, 1, 1), 4000, sources="end: COW, 1950")])
    assert "sources" not in known(made, DAY).wars.columns
    assert isinstance(made.wars["sources"], pl.Series)
