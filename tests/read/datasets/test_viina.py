"""VIINA: parties are not initiators."""

import pytest

from truceline.read.datasets.registry import read_dataset
from truceline.read.datasets.table import table
from truceline.read.datasets.viina import COLUMNS, build

ROW = {"event_id_1pd": "4", "date": "20230102", "n_reports": "3", "geonameid": "1",
       "longitude": "37", "latitude": "48", "a_rus_b": "1", "a_ukr_b": "1"}  # fmt: skip


def text(**change: str) -> bytes:
    row = ROW | change
    return f"{','.join(COLUMNS)}\n{','.join(row.get(n, '') for n in COLUMNS)}\n".encode()


@pytest.mark.parametrize(
    ("change", "initiator"),
    [
        ({}, None),
        ({"a_rus_init_b": "1"}, "RUS"),
        ({"a_ukr_init_b": "1", "a_rus_init_b": "0"}, "UKR"),
        ({"a_ukr_init_b": "1", "a_rus_init_b": "1"}, None),
    ],
)
def test_only_the_initiation_flags_say_who_began(
    change: dict[str, str], initiator: str | None
) -> None:
    found = read_dataset(text(**change), "viina.csv", retrieved_at="x").frame.row(0, named=True)
    assert found["id"] == "2023-4"
    assert found["initiator"] == initiator
    assert (found["initiator_basis"] is None) == (initiator is None)
    assert (found["side_a"], found["side_b"]) == ("RUS", "UKR")
    assert build(table(text(**change), "v.csv")).refuse[0][0] == "no event id"
