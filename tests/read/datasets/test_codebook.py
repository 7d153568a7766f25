"""A file's columns beside its codebook's."""

import pytest

from truceline.read.datasets.acled import ACLED
from truceline.read.datasets.codebook import require, spelt, whats_new
from truceline.read.datasets.table import table
from truceline.terms.errors import BadInput


def test_nothing_changed_means_nothing_said() -> None:
    assert whats_new(ACLED.known, ACLED) == ()
    assert whats_new([*ACLED.known, "iso3"], ACLED) == ()


def test_long_lists_are_cut() -> None:
    new = [f"new{n}" for n in range(20)]
    line = whats_new([*ACLED.known, *new], ACLED)[0]
    assert line.endswith("new10, new11 and 8 more")


def test_a_table_spelt_right_stays_as_it_is() -> None:
    found = table(b"event_date\n2\n", "x.csv")
    assert spelt(found, ACLED) is found


def test_a_lacking_column_is_named() -> None:
    with pytest.raises(BadInput, match="needs the columns event_id_cnty"):
        require(table(b"event_date\n2\n", "x.csv"), ACLED)
