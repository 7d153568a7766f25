"""Every dataset has its terms, and the sentence they rest on."""

from datetime import date

import pytest

from truceline.read.datasets.registry import ADAPTERS
from truceline.read.datasets.rights import own, rights, rights_of
from truceline.terms.errors import BadInput

MARKS = {"open", "aggregate only", "private"}
COUNTS = {"events", "reports", "agreements", "ceasefires", "wars", "conflict-years"}


@pytest.mark.parametrize("name", rights())
def test_terms_are_whole(name: str) -> None:
    found = rights_of(name)
    assert found.redistribute in MARKS
    assert found.counts in COUNTS
    assert found.sentence.endswith(".")
    assert found.home.startswith("https://")
    assert date.fromisoformat(found.seen).year >= 2026
    assert found.citation
    assert found.title


def test_every_adapter_has_terms() -> None:
    assert set(ADAPTERS) <= set(rights())


def test_where_no_licence_was_seen_rows_do_not_go_out() -> None:
    unseen = [
        each for each in rights().values() if each.licence in {"not seen", "free with citation"}
    ]
    assert unseen
    assert {each.redistribute for each in unseen} == {"aggregate only"}


def test_ones_own_file_is_private_unless_one_says_otherwise() -> None:
    assert own("mine").redistribute == "private"
    assert own("mine", redistribute="open").redistribute == "open"
    with pytest.raises(BadInput, match="no dataset of the table"):
        rights_of("mine")
