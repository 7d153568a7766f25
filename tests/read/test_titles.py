"""The title line."""

import pytest

from truceline.read import titles
from truceline.read.blocks import Block, split


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Talks end without a truce | Ukraine war", "Talks end without a truce"),
        ("Talks end without a truce | World | The Guardian", "Talks end without a truce"),
        ("Talks end without a truce - BBC News", "Talks end without a truce"),
        ("Talks end without a truce — Meduza", "Talks end without a truce"),
        ("Talks end - and drones fly", "Talks end - and drones fly"),
        ("Kyiv – Moscow", "Kyiv – Moscow"),
        ("War | Peace", "War | Peace"),
        ("Talks end without a truce", "Talks end without a truce"),
        ("Q | What has been agreed so far", "Q | What has been agreed so far"),
    ],
)  # fmt: skip
def test_a_sites_section_is_cut_and_a_subtitle_is_not(line: str, title: str) -> None:
    assert line[: titles.length(line)] == title


def test_the_sites_own_name_is_cut_after_a_dash() -> None:
    line = "Talks end without a truce - The Daily Bugle"
    assert titles.cleaned(line) == line
    assert titles.cleaned(line, "The Daily Bugle") == "Talks end without a truce"


def test_a_subject_is_cleaned_of_forwarding() -> None:
    assert titles.cleaned("Fwd: RE: Talks\r\n end") == "Talks end"


def test_a_headline_is_found_behind_section_labels() -> None:
    page = split("World News\nLive\nTalks end without a truce\nA standfirst here\nThey met.", "a")
    assert titles.find(page, [None] * 5, 4, None) == 2


def test_a_line_with_a_section_goes_first() -> None:
    page = split("Five charts of past wars\nTalks end without a truce | World\nThey met.", "a")
    assert titles.find(page, [None] * 3, 2, None) == 1


def test_the_hint_of_the_page_decides() -> None:
    page = split("Storm kills four on the coast\nTalks end without truce\nThey met.", "a")
    assert titles.find(page, [None] * 3, 2, "Talks end without truce | World - Reuters") == 1


def test_a_heading_that_is_nearly_the_hint_is_the_title() -> None:
    text = "Talks in Istanbul end without a truce"
    page = (Block(start=0, end=37, text=text, tag="h1"),)
    assert titles.find(page, [None], -1, "Istanbul talks end without a truce") == 0
    assert titles.find(page, [None], -1, "Storm kills four on the coast") is None


def test_nothing_before_the_text_is_no_title() -> None:
    assert titles.find(split("They met for an hour.", "a"), [None], 0, None) is None


def test_a_repeated_title_is_known_with_its_section() -> None:
    assert titles.repeats("TALKS END WITHOUT A TRUCE | World", "Talks end without a truce")
    assert not titles.repeats("Talks end", "Talks begin")
