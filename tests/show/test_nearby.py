"""The record around a report, as tables."""

from dataclasses import replace
from datetime import date

from truceline.show.nearby import around, behind, rounds, series_words, strikes, truces
from truceline.terms.briefs import Brief, Track
from truceline.terms.wars import Series


def test_rounds_stand_in_order_held_or_not(brief: Brief) -> None:
    turned = replace(brief, rounds=tuple(reversed(brief.rounds)))
    assert [row[:3] for row in rounds(turned).rows] == [
        ("3 to 4 March 2031", "collapsed", "not recorded"),
        ("10 May 2031", "postponed", "not recorded"),
        ("2 June 2031", "held", "28 May 2031"),
    ]
    assert rounds(brief).rows[2][3:5] == ("Lake City, direct", "prisoner exchange; bodies")
    assert rounds(brief).rows[0][5] == "no source given"


def test_truces_and_strikes_name_sides_not_codes(brief: Brief) -> None:
    assert [row[:4] for row in truces(brief).rows] == [
        ("from 18 March 2031", "not said", "energy", "broken by both"),
        ("8 to 10 May 2031", "Northland", "general", "not recorded"),
    ]
    assert strikes(brief).rows[0][:3] == ("1 June 2031", "Southland", "airfields (symbolic)")


def test_daily_series_stand_side_by_side_and_a_missing_day_has_no_report(brief: Brief) -> None:
    (table,) = around(brief)
    assert table.heads == ("Date", "north launches (drones and missiles)", "south losses (persons)")
    assert table.rows[0] == ("2031-05-22", "0", "0")
    assert table.rows[3] == ("2031-05-25", "no report", "no report")
    assert table.rows[1] == ("2031-05-23", "10", "100.5")
    assert len(table.rows) == 29


def test_days_of_talks_strikes_and_the_report_are_marked(brief: Brief) -> None:
    (table,) = around(brief)
    assert {table.rows[index][0] for index in table.marked} == {
        "2031-06-01 (strike)", "2031-06-02 (talks held)", "2031-06-05 (report)",
    }  # fmt: skip


def test_series_of_other_days_have_a_table_of_their_own(brief: Brief) -> None:
    shorter = brief.around[1]
    cut = replace(
        shorter, dates=shorter.dates[:5], values=shorter.values[:5], low=(1.0,) * 5, high=(9.0,) * 5
    )
    tables = around(replace(brief, around=(brief.around[0], cut)))
    assert [len(each.rows) for each in tables] == [29, 5]
    assert tables[1].rows[1][1] == "100.5 (1 to 9)"


def test_a_series_says_whose_and_who_reports_it(brief: Brief) -> None:
    told = series_words(brief.around[0].series, {"NOR": "Northland"})
    assert told == (
        "attacks by Northland; drones and missiles; reported by the southern air force; "
        "Northern launches"
    )
    assert series_words(Series(name="x", file="", unit="km2"), {}) == "km2; reporter not named"
    nobody = Series(name="x", file="", unit="n", holds="attacks")
    assert series_words(nobody, {}).startswith("attacks by a side not named")


def test_the_table_behind_a_panel_names_its_periods(brief: Brief) -> None:
    assert behind(brief.timeline[0], brief).rows[0] == ("week of 2030-01-07", "10")
    deaths = Track(
        series=brief.around[1].series, dates=(date(2031, 1, 1),), values=(None,), low=(5.0,),
        high=(None,), step="month",
    )  # fmt: skip
    assert behind(deaths, brief).rows == (("January 2031", "no report", "5 to not given"),)
