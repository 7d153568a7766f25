"""The table of past wars: what it holds, and what a user's own table must look like."""

from datetime import date
from pathlib import Path

import polars as pl
import pytest

from truceline.read import past_wars
from truceline.terms.errors import BadFrame


@pytest.fixture(scope="module")
def wars() -> pl.DataFrame:
    return past_wars.load()


def one(wars: pl.DataFrame, war_id: str) -> dict[str, object]:
    return wars.row(by_predicate=pl.col("war_id") == war_id, named=True)


def test_ten_of_the_95_interstate_wars_of_cow_outlasted_1169_days(wars: pl.DataFrame) -> None:
    cow = wars.filter(pl.col("war_id").str.starts_with("cow-"))
    days = (cow["end"] - cow["start"]).dt.total_days()
    assert (cow.height, int((days > 1169).sum())) == (95, 10)


def test_korea_is_as_cow_has_it(wars: pl.DataFrame) -> None:
    korea = one(wars, "cow-151")
    assert (korea["start"], korea["end"]) == (date(1950, 6, 24), date(1953, 7, 27))
    assert (korea["side_a"], korea["side_b"]) == ("North Korea", "South Korea")
    assert (korea["outcome"], korea["deaths_best"]) == ("stalemate", 910_084)
    assert (korea["territory"], korea["contiguous"]) == (True, True)


def test_the_war_in_ukraine_goes_on_where_the_data_end(wars: pl.DataFrame) -> None:
    ukraine = one(wars, "ucdp-13243-2022")
    assert (ukraine["end"], ukraine["outcome"]) == (None, "ongoing")
    assert ukraine["observed_to"] == date(2024, 12, 31)


def test_who_began_a_war_does_not_tell_who_won_it(wars: pl.DataFrame) -> None:
    cow = wars.filter(pl.col("war_id").str.starts_with("cow-"))
    won = [int((cow["outcome"] == f"victory_{side}").sum()) for side in "ab"]
    assert won == [51, 26]  # COW's own numbering gives 76 and 1


def test_states_that_joined_later_did_so_inside_the_war(wars: pl.DataFrame) -> None:
    both = past_wars.joined().join(wars, on="war_id", how="left")
    assert both["start"].null_count() == 0
    assert both.filter(pl.col("known_from") < pl.col("start")).height == 0
    last_year = pl.col("observed_to").dt.year()
    assert both.filter(pl.col("known_from").dt.year() > last_year).height == 0


def test_a_column_that_is_missing_is_named(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text("war_id,name\nx-1,One\n", encoding="utf-8")
    with pytest.raises(BadFrame, match=r"mine\.csv: columns kind, start.* are missing"):
        past_wars.load(table)


@pytest.mark.parametrize(
    ("column", "value", "wants"),
    [
        ("start", "some day", "start is 'some day'; it should be a day"),
        ("deaths_best", "many", "deaths_best is 'many'; it should be a whole"),
        ("territory", "perhaps", "territory is 'perhaps'; it should be a yes or no"),
    ],
)
def test_a_cell_that_is_no_day_or_number_is_named(
    tmp_path: Path, column: str, value: str, wants: str
) -> None:
    columns = past_wars.codebook().columns()
    cells = {"war_id": "x-1", column: value}
    table = tmp_path / "mine.csv"
    lines = [",".join(columns), ",".join(cells.get(name, "") for name in columns)]
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(BadFrame, match=wants):
        past_wars.load(table)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a,b\n1,2,3\n"])
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    table = tmp_path / "mine.csv"
    table.write_bytes(content)
    with pytest.raises(BadFrame, match=r"mine\.csv"):
        past_wars.load(table)


def test_the_codebook_knows_every_column_and_dates_it() -> None:
    book = past_wars.codebook()
    dated = {"start", "end", "dated", "always"}
    for each in book.attributes:
        column = each.known_from.removeprefix("column ")
        assert each.known_from in dated or column in book.columns(), each.name
        assert each.type in past_wars.TYPES
    assert all(each.licence and each.citation for each in book.datasets)
