"""Series files: what is read, and which mistakes are named."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.read.war_series import decoded, inside, rows
from truceline.terms.errors import BadWar


def test_reads_comments_gaps_ranges_and_disorder() -> None:
    raw = b"# by: us\n\ndate,value,low,high\n2024-01-03,5,4,9\n2024-01-01,0,,\n2024-01-02,,,\n"
    found = rows(raw, "x.csv")
    assert [(row.date.day, row.value, row.low, row.high) for row in found] == [
        (1, 0.0, None, None),
        (2, None, None, None),
        (3, 5.0, 4.0, 9.0),
    ]


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbfdate,value\r\n2024-01-01,3\r\n",
        b"Date , Value\n2024-01-01 , 3\n",
        b"date,value\r2024-01-01,3\r",
        b"value,note,date\n3,as reported,2024-01-01\n",
        b'"date","value"\n"2024-01-01","3"',
    ],
)
def test_reads_a_file_however_it_was_saved(raw: bytes) -> None:
    assert [(row.date, row.value) for row in rows(raw, "x.csv")] == [(date(2024, 1, 1), 3.0)]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "x.csv: the file holds no header; its first line should be date,value"),
        (b"# only a note\n", "x.csv: the file holds no header"),
        (b"date,value\n", "x.csv: there are no rows under the header"),
        (b"date;value\n2024-01-01;3\n", "x.csv: the header is 'date;value'; .* with commas"),
        (b"2024-01-01,3\n", "x.csv: the header is '2024-01-01,3'"),
        (b"date,value\n01.02.2024,3\n", "x.csv, line 2: the date is '01.02.2024'; .*2024-09-01"),
        (b"date,value\n2024-02-30,3\n", "x.csv, line 2: the date is '2024-02-30'"),
        (b"# a\ndate,value\n2024-01-01,x\n", "x.csv, line 3: value is 'x'; it should be a number"),
        (b'date,value\n2024-01-01,"3,5"\n', "x.csv, line 2: value is '3,5'"),
        (b"date,value\n2024-01-01,nan\n", "x.csv, line 2: value is 'nan'; leave it empty"),
        (b"date,value\n2024-01-01,inf\n", "x.csv, line 2: value is 'inf'; leave it empty"),
        (
            b"date,value\n2024-01-01,1\n2024-01-02,1\n2024-01-01,2\n",
            "x.csv, line 4: 2024-01-01 stands already on line 2; each date may stand once",
        ),
        (b"date,value,low\n2024-01-01,1,2\n", r"x.csv, line 2: low is above value \(2 > 1\)"),
        (b"date,value,low,high\n2024-01-01,5,,3\n", r"value is above high \(5 > 3\)"),
        (b"date,value,low,high\n2024-01-01,,5,3\n", r"low is above high \(5 > 3\)"),
        (b"date,value\n2024-01-01,\xff\n", "x.csv: byte 22 is not UTF-8"),
    ],
)
def test_names_the_mistake_in_one_line(raw: bytes, said: str) -> None:
    with pytest.raises(BadWar, match=said) as caught:
        rows(raw, "x.csv")
    assert "\n" not in str(caught.value)


@given(
    st.dictionaries(
        st.dates(),
        st.none() | st.floats(allow_nan=False, allow_infinity=False, width=32),
        min_size=1,
        max_size=20,
    )
)
def test_reads_back_what_was_written(days: dict[date, float | None]) -> None:
    lines = [f"{day},{'' if value is None else value}" for day, value in days.items()]
    found = rows("\n".join(["date,value", *lines]).encode(), "x.csv")
    assert {row.date: row.value for row in found} == days
    assert [row.date for row in found] == sorted(days)


@given(st.binary(max_size=200))
def test_never_fails_otherwise_than_by_naming_a_mistake(raw: bytes) -> None:
    with contextlib.suppress(BadWar):
        assert rows(raw, "x.csv")


def test_takes_off_the_mark_and_evens_line_ends() -> None:
    assert decoded(b"\xef\xbb\xbfa\r\nb\rc\n", "x") == "a\nb\nc\n"


@pytest.mark.parametrize("name", ["/etc/hostname", "C:\\x.csv", "a\\b.csv", "c:x.csv"])
def test_refuses_a_file_named_by_a_full_path(tmp_path: Path, name: str) -> None:
    with pytest.raises(BadWar, match=r"name a file beside war\.toml"):
        inside(tmp_path, name, "[[series]] number 1")


@pytest.mark.parametrize("name", ["../x.csv", "sub/../../x.csv", ".."])
def test_refuses_a_file_outside_the_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "x.csv").write_text("date,value\n2024-01-01,1\n")
    folder = tmp_path / "war"
    (folder / "sub").mkdir(parents=True)
    with pytest.raises(BadWar, match="leads out of the folder"):
        inside(folder, name, "[[series]] number 1")


def test_refuses_a_link_that_leads_outside(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("date,value\n2024-01-01,1\n")
    folder = tmp_path / "war"
    folder.mkdir()
    (folder / "y.csv").symlink_to(tmp_path / "x.csv")
    with pytest.raises(BadWar, match="leads out of the folder"):
        inside(folder, "y.csv", "[[series]] number 1")


@pytest.mark.parametrize("name", ["x.csv", ".", "sub"])
def test_says_that_a_file_is_missing(tmp_path: Path, name: str) -> None:
    (tmp_path / "sub").mkdir()
    with pytest.raises(BadWar, match=r"there is no file .* beside war\.toml"):
        inside(tmp_path, name, "[[series]] number 1")


def test_finds_a_file_in_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "x.csv").write_text("")
    assert inside(tmp_path, "sub/x.csv", "here").name == "x.csv"
