"""Whatever a report contains stays text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from truceline.show.text import host, line, markdown, pieces, safe, shorten, web_address

READER = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(["table"])
PLAIN = {"paragraph_open", "paragraph_close", "inline"}


@pytest.mark.parametrize(
    "sign", ["\x00", "\x1b", "\x9b", "\u202e", "\u2066", "\ud800", "\ufffe", "\U000e0041"]
)
def test_a_sign_that_must_not_be_shown_is_replaced_one_for_one(sign: str) -> None:
    assert safe(f"a{sign}b") == "a\ufffdb"


@given(st.text())
def test_offsets_stay_true(text: str) -> None:
    assert len(safe(text)) == len(text)


def test_words_in_right_to_left_scripts_keep_their_joiners_and_marks() -> None:
    assert safe("می\u200cشود\u200f") == "می\u200cشود\u200f"


@given(st.text(max_size=300), st.integers(2, 80))
def test_a_shortened_text_is_never_longer_than_asked(text: str, width: int) -> None:
    assert len(shorten(text, width)) <= width


@given(st.text(max_size=200))
def test_pieces_joined_are_the_line(text: str) -> None:
    assert "".join(piece for piece, _ in pieces(text)) == line(text)


@pytest.mark.parametrize("scheme", ["javascript:alert(1)", "data:text/html,x", "file:///x", "//x"])
def test_only_web_addresses_become_links(scheme: str) -> None:
    assert all(address is None for _, address in pieces(f"see {scheme} there"))
    assert web_address(scheme) is None


def test_a_web_address_ends_before_the_full_stop_and_at_a_quote() -> None:
    assert pieces('https://a.org/x"onclick=y.')[0] == ("https://a.org/x", "https://a.org/x")
    assert web_address("https://a.org/x") == "https://a.org/x"
    assert web_address("https://a.org/x y") is None


def test_a_link_cannot_pretend_to_be_another_host() -> None:
    assert host("https://good.org@bad.org/x") == "https://good.org@bad.org/x"
    assert host("https://www.good.org/bad.org") == "good.org"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>", "[a](javascript:x)", "![a](https://x.org/i.png)", "**b** _c_",
        "# title", "- item", "1. item", "> quote", "`code`", "| a | b |", "<https://x.org>",
        "&lt;b&gt;", "---", "===", "~~x~~", "a\\", "[a]: https://x.org", "+ x", "\\<b>",
    ],
)  # fmt: skip
def test_markdown_is_read_as_the_plain_line(text: str) -> None:
    tokens = READER.parse(markdown(text))
    assert {token.type for token in tokens} <= PLAIN
    children = [child for token in tokens for child in token.children or ()]
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == line(text)


@given(st.text(max_size=120))
def test_no_text_becomes_markup(text: str) -> None:
    tokens = READER.parse(markdown(text))
    assert {token.type for token in tokens} <= PLAIN
    kinds = {child.type for token in tokens for child in token.children or ()}
    assert kinds <= {"text", "text_special"}


@pytest.mark.parametrize("text", ["https://x.org", "www.x.org", "a@x.org"])
def test_bare_addresses_are_broken_so_that_no_reader_links_them(text: str) -> None:
    assert text not in markdown(text)
