"""The visible text of a page."""

import pytest
from lxml import etree

from truceline.read.visible import MOST_ELEMENTS, Visible, letters, visible
from truceline.terms.errors import BadReport


def seen(markup: str) -> Visible:
    return visible(etree.HTML(markup), "a.html")


def test_blocks_stand_apart_and_count_in_the_text() -> None:
    found = seen("<h1>Talks</h1><div>They <b>met</b>.<p>Twice</p>again</div>")
    assert found.text == "Talks\n\nThey met.\n\nTwice\n\nagain"
    assert all(found.text[b.start : b.end] == b.text for b in found.blocks)
    assert [b.tag for b in found.blocks] == ["h1", "div", "p", "div"]


def test_what_is_not_shown_is_not_text() -> None:
    hidden = "<script>x</script><style>y</style><p hidden>no</p><p style='display: none'>no</p>"
    found = seen(f"<head><title>no</title></head>{hidden}<!-- no --><noscript>no</noscript><p>yes")
    assert found.text == "yes"


def test_text_behind_a_hidden_element_and_a_comment_is_kept() -> None:
    assert seen("<p>one <script>x</script>two <!-- x -->three</p>").text == "one two three"


def test_breaks_are_newlines_and_two_of_them_end_a_block() -> None:
    found = seen("<p>one<br>two<br><br>three</p>")
    assert [each.text for each in found.blocks] == ["one\ntwo", "three"]


def test_blanks_are_one_space_and_cells_and_links_stand_apart() -> None:
    assert seen("<p>one \n\t two&nbsp;three</p>").text == "one two\u00a0three"
    assert seen("<table><tr><td>Kyiv</td><td>41</td></tr></table>").text == "Kyiv 41"
    assert seen("<div><a>Home</a><a>World</a></div>").text == "Home World"
    assert seen("<p>air<b>field</b>s</p>").text == "airfields"


def test_links_are_weighed() -> None:
    found = seen("<p><a href=x>Storm kills four</a></p><p>They met in <a>Istanbul</a>.</p>")
    assert [round(each.linked, 2) for each in found.blocks] == [1.0, 0.38]


def test_regions_reach_their_blocks() -> None:
    prose = "<p>They met in Istanbul for an hour and did not agree.</p>" * 3
    found = seen(f"<nav>Home</nav><main class=newsletter>{prose}</main><footer>x</footer>")
    assert [each.region for each in found.blocks] == ["navigation", None, None, None, "page foot"]


def test_a_page_with_more_than_a_report_is_refused() -> None:
    with pytest.raises(BadReport, match=r"a\.html: has more lines or elements than one report"):
        seen("<p>x" * 20_002)
    assert MOST_ELEMENTS == 400_000


def test_letters_compare_texts_whose_blanks_differ() -> None:
    assert letters("They MET,\n twice") == letters("they met twice.")
