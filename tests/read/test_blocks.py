"""Stretches of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from truceline.read import blocks
from truceline.read.blocks import split
from truceline.terms.errors import BadReport

WRAPPED = """The two delegations met in Istanbul on Monday
for a little more than an hour and agreed to swap
prisoners of war, but they made no progress on a
ceasefire of any kind.

The next meeting, said the host, may be held in
about three weeks, if both sides want to come to
the same table again by then.
"""


def test_a_line_is_a_block_where_lines_do_not_wrap() -> None:
    text = "  Talks end \r\n\r\nThey met.\rShare\u2028Print"
    assert [each.text for each in split(text, "a")] == ["Talks end", "They met.", "Share", "Print"]


def test_offsets_count_in_the_text_as_given() -> None:
    text = "\ufeffA\r\n\r\n  b c\t\r\n"
    assert [(each.start, each.end) for each in split(text, "a")] == [(0, 2), (8, 11)]


def test_wrapped_lines_make_paragraphs() -> None:
    found = split(WRAPPED, "a")
    assert len(found) == 2
    assert found[0].text.startswith("The two")
    assert found[0].text.endswith("of any kind.")
    assert found[1].text.startswith("The next")


def test_wrapped_lines_with_windows_newlines_are_the_same() -> None:
    assert len(split(WRAPPED.replace("\n", "\r\n"), "a")) == 2


def test_a_column_of_headlines_is_not_a_wrapped_paragraph() -> None:
    text = (
        "Drones hit four airfields in the far north of Russia\nShare\nTalks in Istanbul end\nMore"
    )
    assert len(split(text, "a")) == 4


def test_too_many_lines_are_not_one_report() -> None:
    with pytest.raises(BadReport, match=r"a: has more than 20,000 lines, .* split it"):
        split("a\n" * 20_001, "a")
    assert len(split("a\n" * 300, "a")) == 300


@given(st.text(max_size=400))
def test_blocks_cover_all_that_is_not_blank(text: str) -> None:
    found = split(text, "a")
    covered: set[int] = set()
    last = 0
    for each in found:
        assert last <= each.start < each.end
        assert text[each.start : each.end] == each.text
        covered.update(range(each.start, each.end))
        last = each.end
    assert all(letter.isspace() or at in covered for at, letter in enumerate(text))
    assert blocks.MOST == 20_000
