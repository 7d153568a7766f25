"""Files as they come: encodings, line ends, torn and broken rows."""

import pytest

from truceline.read.datasets.table import ROW, delimiter_of, first_records, table, text_bytes
from truceline.terms.errors import BadInput


def test_rows_with_too_many_or_too_few_fields_are_set_aside_with_their_place_and_text() -> None:
    found = table(b'a,b\n1,"x\ny"\n2\n3,4,5\n6,7\n', "x.csv")
    assert found.frame.to_dict(as_series=False) == {
        "a": ["1", "6"],
        "b": ["x\ny", "7"],
        ROW: [1, 4],
    }
    assert found.aside.rows() == [
        (2, "1 field instead of 2", "2"),
        (3, "3 fields instead of 2", "3,4,5"),
    ]


def test_a_file_torn_inside_quotes_loses_its_last_row_only() -> None:
    found = table(b'a,b\n1,2\n3,"unfinished', "x.csv")
    assert found.frame["a"].to_list() == ["1"]
    assert found.aside.rows() == [(2, "the file ends inside quotes", '{"a":"3","b":"unfinished"}')]


def test_an_inch_mark_is_no_open_quote() -> None:
    found = table(b'a,b\n1,a 5" gun\n', "x.csv")
    assert found.frame["b"].to_list() == ['a 5" gun']
    assert found.aside.height == 0


def test_between_tabs_a_quote_is_a_letter() -> None:
    found = table(b'a\tb\n1\tthe "x" says\n3\t"open\n4\t5\n', "x.tsv")
    assert found.frame["b"].to_list() == ['the "x" says', '"open', "5"]


@pytest.mark.parametrize(
    ("raw", "remark"),
    [
        ("\ufeffa,b\né,2\n".encode(), None),
        ("a,b\né,2\n".encode("cp1252"), "not UTF-8"),
        ("a,b\né,2\n".encode("utf-16"), "not UTF-8"),
        ("a,b\ré,2\r".encode(), "old Macs"),
        ("a,b\r\né,2\r\n".encode(), None),
        ("a;b\né;2\n".encode(), None),
    ],
)
def test_encodings_marks_and_line_ends(raw: bytes, remark: str | None) -> None:
    found = table(raw, "x.csv")
    assert found.columns == ["a", "b"]
    assert found.frame.row(0) == ("é", "2", 1)
    assert (remark is None) == (not found.remarks)
    assert remark is None or remark in found.remarks[0]


def test_empty_fields_are_null_and_empty_columns_go() -> None:
    found = table(b"a,,\n1,,\n,,\n", "x.csv")
    assert found.columns == ["a"]
    assert found.frame["a"].to_list() == ["1", None]


def test_a_name_that_stands_twice_is_told_apart() -> None:
    assert table(b"a,a\n1,2\n", "x.csv").columns == ["a", "a_2"]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(BadInput, match="is empty"):
        table(b"\n", "x.csv")


def test_names_given_for_a_file_without_a_header() -> None:
    found = table(b"1,2\n3,4\n", "x.csv", names=("id", "best"))
    assert found.header is False
    assert found.frame["id"].to_list() == ["1", "3"]


def test_shape_is_seen_in_the_first_records() -> None:
    assert first_records(b"a,b\n1,2\n", ",", 1) == [["a", "b"]]
    assert delimiter_of(b"a|b|c\n") == "|"
    assert text_bytes(b"a\n", "x") == (b"a\n", ())
