"""POLECAT and ICEWS between tabs."""

from truceline.read.datasets.machine import (
    ICEWS_COLUMNS,
    POLECAT_COLUMNS,
    build_icews,
    build_polecat,
)
from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import table

POLECAT = {
    "Event ID": "a", "Event Date": "2023-01-02", "Event Type": "ASSAULT", "Event Mode": "Aerial",
    "Actor Name": "X", "Actor Country": "RUS", "Recipient Name": "Y", "Latitude": "1",
    "Longitude": "2",
}  # fmt: skip
ICEWS = {
    "Event ID": "5", "Event Date": "2014-01-02", "CAMEO Code": "036", "Source Name": "A",
    "Source Country": "France", "Target Name": "B", "Latitude": "1", "Longitude": "2",
}  # fmt: skip


def line(row: dict[str, str], columns: tuple[str, ...]) -> str:
    return "\t".join(row.get(name, "") for name in columns)


def test_polecats_types_are_ours() -> None:
    text = "\n".join(["\t".join(POLECAT_COLUMNS), line(POLECAT, POLECAT_COLUMNS), ""])
    found = read_dataset(text.encode(), "p.txt", retrieved_at="x").frame.row(0, named=True)
    assert (found["type"], found["mode"], found["initiator"]) == ("ASSAULT", "aerial", "RUS")
    assert (found["side_a"], found["side_b"]) == ("RUS", "Y")
    odd = text.replace("ASSAULT", "SHOUT")
    assert build_polecat(table(odd.encode(), "p.txt")).remarks[0].startswith("POLECAT counts")
    assert read_dataset(odd.encode(), "p.txt", retrieved_at="x").frame["type"].to_list() == [None]


def test_what_polecat_calls_none_is_not_known() -> None:
    row = POLECAT | {"Actor Country": "None", "Recipient Name": "None", "Event Mode": "None"}
    text = "\n".join(["\t".join(POLECAT_COLUMNS), line(row, POLECAT_COLUMNS), ""])
    found = read_dataset(text.encode(), "p.txt", retrieved_at="x").frame.row(0, named=True)
    assert (found["side_a"], found["side_b"], found["mode"]) == ("X", None, None)


def test_a_header_with_names_too_many_is_read_by_the_codebook() -> None:
    head = "\t".join((*POLECAT_COLUMNS[:7], "Headline", *POLECAT_COLUMNS[7:]))
    text = "\n".join([head, line(POLECAT, POLECAT_COLUMNS), ""])
    read = read_dataset(text.encode(), "p.txt", retrieved_at="x")
    assert read.frame["side_b"].to_list() == ["Y"]
    assert "the header names 41 columns, rows have 40" in read.remarks[0]


def test_a_row_with_a_tab_too_many_is_set_aside() -> None:
    text = "\n".join(
        ["\t".join(POLECAT_COLUMNS), line(POLECAT, POLECAT_COLUMNS),
         line(POLECAT, POLECAT_COLUMNS) + "\tx", ""]
    )  # fmt: skip
    read = read_dataset(text.encode(), "p.txt", retrieved_at="x")
    assert (read.frame.height, read.reasons()) == (1, [("41 fields instead of 40", 1)])


def test_icews_ids_may_stand_twice() -> None:
    other = line(ICEWS | {"Target Name": "C"}, ICEWS_COLUMNS)
    text = "\n".join(["\t".join(ICEWS_COLUMNS), line(ICEWS, ICEWS_COLUMNS), other, ""])
    read = read_dataset(text.encode(), "i.tab", retrieved_at="x")
    assert read.frame["id"].to_list() == ["5", "5#2"]
    assert read.frame["type"].to_list() == ["AGREE", "AGREE"]
    assert read.frame["initiator"].null_count() == 2
    assert build_icews(table(text.encode(), "i.tab")).frame.height == 2
