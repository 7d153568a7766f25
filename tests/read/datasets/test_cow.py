"""COW's inter-state wars, as published: old Mac line ends, -8 and -9."""

from datetime import date

from truceline.read.datasets.cow import COLUMNS, build
from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import table

ROW = {
    "WarNum": "151", "ccode": "732", "StateName": "South Korea", "Side": "1", "Initiator": "2",
    "StartYear1": "1950", "StartMonth1": "6", "StartDay1": "24", "EndYear1": "1953",
    "EndMonth1": "7", "EndDay1": "27", "StartYear2": "-8", "StartMonth2": "-8", "StartDay2": "-8",
    "EndYear2": "-8", "EndMonth2": "-8", "EndDay2": "-8", "BatDeath": "113248",
}  # fmt: skip


def text(*changes: dict[str, str]) -> bytes:
    rows = [",".join((ROW | each).get(name, "-8") for name in COLUMNS) for each in changes]
    return "\r".join([",".join(COLUMNS), *rows, ""]).encode()


def test_a_belligerent_has_its_time_its_dead_and_whether_it_began() -> None:
    began = {"ccode": "731", "StateName": "North Korea", "Initiator": "1", "BatDeath": "-9"}
    frame = read_dataset(text({}, began), "war.csv", retrieved_at="x").frame
    assert frame.select("id", "date_start", "date_end", "best", "initiator").rows() == [
        ("151-732", date(1950, 6, 24), date(1953, 7, 27), 113248, None),
        ("151-731", date(1950, 6, 24), date(1953, 7, 27), None, "North Korea"),
    ]
    assert frame["low"].null_count() == 2


def test_an_unknown_day_is_its_month_and_two_spells_are_spanned() -> None:
    change = {"StartDay1": "-9", "EndYear2": "1954", "EndMonth2": "2", "EndDay2": "-9"}
    found = read_dataset(text(change), "war.csv", retrieved_at="x").frame.row(0, named=True)
    assert (found["date_start"], found["date_prec"]) == (date(1950, 6, 1), "month")
    assert found["date_end"] == date(1954, 2, 28)


def test_a_war_without_an_end_is_refused() -> None:
    change = {"EndYear1": "-7", "EndMonth1": "-7"}
    read = read_dataset(text(change), "war.csv", retrieved_at="x")
    assert read.reasons() == [("no date of its start or end", 1)]
    assert build(table(text(change), "war.csv")).frame.height == 1
