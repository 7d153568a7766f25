"""UCDP GED: header or none, mixed dates, direction only where the codebook gives it."""

from datetime import date

import pytest

from truceline.read.datasets.ged import COLUMNS, GED, build, build_extract, dataset
from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import table

NOW = "2026-01-01T00:00:00+00:00"
ROW = {
    "id": "7", "type_of_violence": "1", "conflict_new_id": "13243",
    "side_a": "Government of Russia", "side_b": "Government of Ukraine", "where_prec": "1",
    "latitude": "48.5", "longitude": "37.9",
    "date_prec": "1", "date_start": "2/24/2022 12:00:00 AM", "date_end": "02/24/2022 00:00",
    "best": "5", "high": "9", "low": "3",
}  # fmt: skip


def text(*rows: dict[str, str], header: bool = True) -> bytes:
    lines = [",".join((ROW | row).get(name, "") for name in COLUMNS) for row in rows]
    return "\n".join([",".join(COLUMNS)] * header + lines + [""]).encode()


def test_a_row_is_an_event_with_its_figures_and_no_initiator() -> None:
    read = read_dataset(text({}), "GEDEvent_v25_1.csv", retrieved_at=NOW)
    found = read.frame.row(0, named=True)
    assert (found["low"], found["best"], found["high"]) == (3, 5, 9)
    assert (found["date_start"], found["date_end"]) == (date(2022, 2, 24), date(2022, 2, 24))
    assert (found["source_dataset"], found["source_version"]) == ("ucdp-ged", "25.1")
    assert found["initiator"] is None
    assert read.written is not None
    assert read.written["conflict_new_id"].to_list() == ["13243"]


def test_side_a_began_one_sided_violence_by_definition() -> None:
    read = read_dataset(text({"type_of_violence": "3"}), "x.csv", retrieved_at=NOW)
    assert read.frame["initiator"].to_list() == ["Government of Russia"]
    assert "perpetrator" in read.frame["initiator_basis"][0]


def test_a_file_without_a_header_is_the_same() -> None:
    second = {"id": "8", "best": "6"}
    bare = read_dataset(text({}, second, header=False), "x.csv", retrieved_at=NOW)
    full = read_dataset(text({}, second), "x.csv", retrieved_at=NOW)
    assert bare.frame.equals(full.frame)
    assert bare.remarks == ("no header: read as the 49 columns of the codebook",)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": ""}, "no id"),
        ({"date_start": "soon"}, "date_start cannot be read as a date"),
        ({"date_end": ""}, "date_end cannot be read as a date"),
        ({"date_end": "1/13/2022"}, "it ends before it starts"),
        ({"best": "many"}, "best is not a number"),
        ({"latitude": "91"}, "latitude or longitude is off the globe"),
    ],
)
def test_a_row_that_cannot_be_read_is_set_aside_with_its_reason(
    change: dict[str, str], reason: str
) -> None:
    read = read_dataset(text({"id": "1"}, change | {"adm_1": "here"}), "x.csv", retrieved_at=NOW)
    assert read.frame["id"].to_list() == ["1"]
    assert read.reasons() == [(reason, 1)]
    assert read.aside["row"].to_list() == [2]
    assert '"adm_1":"here"' in read.aside["text"][0]
    assert read.rows == 2


def test_figures_out_of_order_keep_the_best_and_lose_the_bound() -> None:
    read = read_dataset(text({"low": "6"}, {"id": "8", "high": "4"}), "x.csv", retrieved_at=NOW)
    assert read.frame.select("low", "best", "high").rows() == [(None, 5, 9), (3, 5, None)]
    assert read.remarks[-1].startswith("2 rows give a low figure above the best")


def test_candidate_versions_have_three_parts() -> None:
    found = table(text({}), "x.csv")
    assert dataset(found, "25.0.3") == "ucdp-candidate"
    assert dataset(found, "25.1") == GED.name
    assert build(found).frame.height == 1


def test_an_extract_has_no_last_day_and_says_so() -> None:
    found = build_extract(table(b"date_start,best\n2022-02-24,5\n", "x.csv"))
    assert "only first days are given" in found.remarks[0]
    whole = build_extract(table(b"date_start,date_end,best\n2022-02-24,2022-03-01,5\n", "x.csv"))
    assert whole.remarks == ()
