"""A proposal for a stranger's columns, what the user says instead, and its memory."""

import tomllib

import pytest

from truceline.read.datasets.mapping import changed, from_toml, propose, settled, to_toml
from truceline.read.datasets.own import own_table
from truceline.terms.errors import BadInput

EVENTS = "Дата;Широта;Долгота;убито;note\n24.02.2022;48,5;37;3;x\n".replace("48,5", "48.5")


def test_columns_are_known_by_name_in_other_languages() -> None:
    found = propose(own_table(("\ufeff" + EVENTS).encode(), "x.csv"))
    assert found.kind == "events"
    assert found.columns == {
        "date_start": "Дата",
        "latitude": "Широта",
        "longitude": "Долгота",
        "best": "убито",
    }
    assert found.date_order == "day first"
    assert found.redistribute == "private"


def test_a_file_without_a_header_is_known_by_its_values() -> None:
    found = propose(own_table(b"A,2022-02-24,3\nB,2022-02-25,4\n", "x.csv"))
    assert found.kind == "panel"
    assert found.columns == {"date": "column_2", "value": "column_3"}


def test_a_number_that_orders_rows_is_not_the_value() -> None:
    found = propose(own_table(b"date,day,held\n2022-02-24,1,9.5\n2022-02-25,2,9\n", "x.csv"))
    assert found.columns["value"] == "held"
    assert found.series == "held"


def test_an_id_or_a_place_by_another_name_is_not_the_value_either() -> None:
    raw = b"HC_ID,date,from_latitude,adm1_nr,proposal\n1,2022-03-05,47.1,5,Agreed\n"
    assert propose(own_table(raw, "x.csv")).kind == "events"
    counted = raw.replace(b"proposal", b"people_moved").replace(b"Agreed", b"300")
    assert propose(own_table(counted, "x.csv")).columns["value"] == "people_moved"


def test_a_file_without_dates_says_what_to_do() -> None:
    with pytest.raises(BadInput, match=r"no column holds dates .*--set date_start=COLUMN"):
        propose(own_table(b"a,b\nx,y\n", "x.csv"))


def test_what_the_file_leaves_open_is_asked() -> None:
    found = propose(own_table(b"date,value\n05/06/2022,1\n06/06/2022,1\n", "x.csv"))
    assert "2 of 2 dates cannot be read" in found.remarks[0]
    assert 'date_order="day first"' in found.remarks[0]
    table = own_table(b"date,value\n2022-02-24,1\n2022-02-24,2\n", "x.csv")
    assert "repeated=sum" in propose(table).remarks[0]
    assert settled(table, changed(propose(table), {"repeated": "sum"})).remarks == ()


def test_the_user_has_the_last_word() -> None:
    table = own_table(EVENTS.encode(), "x.csv")
    found = changed(propose(table), {"side_a": "note", "best": "", "redistribute": "open"})
    assert found.columns["side_a"] == "note"
    assert "best" not in found.columns
    assert found.redistribute == "open"
    for changes, said in (
        ({"colour": "red"}, "colour cannot be set"),
        ({"kind": "story"}, "kind is 'story'; allowed are events, panel"),
        ({"value": "note"}, "value is no field of events"),
    ):
        with pytest.raises(BadInput, match=said):
            changed(propose(table), changes)
    with pytest.raises(BadInput, match="has no column nota; it has Дата"):
        settled(table, changed(propose(table), {"side_a": "nota"}))
    with pytest.raises(BadInput, match="which column is date_start"):
        settled(table, changed(propose(table), {"date_start": ""}))


def test_a_map_is_remembered_as_it_was() -> None:
    table = own_table(EVENTS.encode(), "x.csv")
    found = changed(propose(table), {"unit": 'a "b" \\ c'})
    assert from_toml(tomllib.loads(to_toml(found)), "x") == found
    with pytest.raises(BadInput, match="y: colour is unknown"):
        from_toml({"colour": "red"}, "y")
