"""Capitals where a text has none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.coding.truecase import lacks_case, truecased


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE ARMY OF PERU SAID SO.", "The army of Peru said so."),
        ("the army of peru said so.  the fmln denied it.",
         "The army of Peru said so.  The FMLN denied it."),
        ("on sunday, iran attacked.", "On Sunday, Iran attacked."),
        ("The army of Peru said so.", "The army of Peru said so."),
        ("it may march on us.", "It may march on us."),
        ("", ""),
    ],
)  # fmt: skip
def test_truecased(text: str, expected: str) -> None:
    assert truecased(text) == expected


def test_a_text_with_both_has_its_case() -> None:
    assert not lacks_case("The army said so.")
    assert not lacks_case("A B.")


@given(st.text())
def test_any_text_keeps_its_length(text: str) -> None:
    assert len(truecased(text)) == len(text)
    assert truecased(text).casefold() == text.casefold() or not text.isascii()
