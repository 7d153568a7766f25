"""Pasted text."""

import pytest

from truceline.read import pasted
from truceline.read.draft import Said
from truceline.terms.errors import BadReport


def test_the_text_is_left_as_it_is() -> None:
    text = "Talks end\r\n\r\n\tThey met.\r\n"
    found = pasted.draft(text, "a", said=Said(title="Talks"))
    assert found.text is text
    assert [each.text for each in found.blocks] == ["Talks end", "They met."]
    assert found.said.title == "Talks"


def test_a_table_of_numbers_is_not_a_report() -> None:
    with pytest.raises(BadReport, match="more than 20,000 lines"):
        pasted.draft("1,2\n" * 20_001, "a")
