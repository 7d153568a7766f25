"""HTML pages: all of the visible text, and which of it is the report."""

import pytest

from truceline.read import html
from truceline.read.page import read
from truceline.terms.errors import BadReport
from truceline.terms.stories import Story

P1 = "Russian and Ukrainian delegations met in Istanbul on Monday for the second time this year."
P2 = "They agreed to exchange prisoners, but made no progress on a ceasefire, officials said."
P3 = "Both sides launched drones on the night before the meeting, their armies said."
OTHER = "A storm killed four people on the northern coast, officials said on Sunday."
STORM = "Storm kills four on the northern coast"
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>Talks end | World</title>
<meta property="og:title" content="Talks end without a truce"></head>
<body class="newsletter-on">
<div id="cookie-consent"><p>We use cookies to improve this site.</p></div>
<header><nav><a href="/">Home</a><a href="/o">Opinion</a></nav></header>
<article><header><h1>Talks end without a truce</h1><span class="byline">Jane Doe</span></header>
<p>{P1}</p><div class="related-box"><h4>Related</h4><a href="/s">{STORM}</a></div>
<p>{P2}</p><figure><figcaption>A palace on the Bosphorus</figcaption></figure><p>{P3}</p></article>
<section><h2>Most read</h2><ul><li><a href="/s">{STORM} again</a></li></ul></section>
<footer>© 2025 Example Herald</footer></body></html>"""


def story(markup: str) -> Story:
    return read(markup.encode(), file_name="a.html")


def kept(found: Story) -> list[str]:
    return [found.text[p.start : p.end] for p in found.paragraphs()]


def test_the_report_is_kept_and_the_page_is_cut_with_reasons() -> None:
    found = story(PAGE)
    assert kept(found) == [P1, P2, P3]
    assert found.title == "Talks end without a truce"
    reasons = {found.text[p.start : p.end]: p.reason for p in found.passages}
    assert reasons["We use cookies to improve this site."] == "cookie notice"
    assert reasons["Home Opinion"] == "navigation"
    assert reasons["A palace on the Bosphorus"] == "picture caption"
    assert reasons["© 2025 Example Herald"] == "copyright"


def test_related_stories_are_teasers_wherever_they_stand() -> None:
    found = story(PAGE)
    teasers = [found.text[p.start : p.end] for p in found.passages if p.what == "teaser"]
    assert teasers == [STORM, f"{STORM} again"]


def test_nothing_visible_is_lost() -> None:
    found = story(PAGE)
    for piece in ("Home Opinion", "Jane Doe", P1, STORM, "Most read", "© 2025 Example Herald"):
        assert piece in found.text
    covered = "".join(found.text[p.start : p.end] for p in found.passages)
    assert "".join(covered.split()) == "".join(found.text.split())


def test_a_paragraph_the_finder_drops_between_others_is_kept() -> None:
    page = (
        f"<html><body><article><p>{P1}</p><p>{P1}</p><p>{P2}</p><p>{P3}</p></article></body></html>"
    )
    assert kept(story(page)) == [P1, P1, P2, P3]


LONG = [f"{P1} {P2}", f"{P2} {P1}", P3, f"{P1} Once more. {P2}", f"{P2} Again. {P1}"]


@pytest.mark.parametrize("name", ["sidebar", "teaser", "meta", "widget"])
def test_a_paragraph_the_finder_drops_among_others_is_kept(name: str) -> None:
    lines = [f"<p>{each}</p>" for each in LONG]
    lines[2] = f'<p class="{name}">{P3}</p>'
    assert kept(story(f"<html><body><article>{''.join(lines)}</article></body></html>")) == LONG
    apart = "".join(f"<div>{line}</div>" for line in lines)
    assert kept(story(f"<html><body><article>{apart}</article></body></html>")) == LONG


def test_the_finder_is_asked_and_what_it_drops_at_the_end_is_cut() -> None:
    body = "".join(f"<p>{each}</p>" for each in LONG)
    widget = f"<div class=widget><p>{OTHER}</p></div>"
    page = f"<html><body><article>{body}</article>{widget}</body></html>"
    blocks = html.draft(page, "a.html").blocks
    assert [each.kept for each in blocks] == [True] * 5 + [False]
    found = story(page)
    assert kept(found) == LONG
    assert found.passages[-1].reason == "outside the main text"


def test_the_finder_is_not_asked_about_a_page_beyond_any_real_one() -> None:
    page = "<html><body><p>" + "x<br>" * 31_000 + f"</p><p>{P1}</p><p>{P2}</p></body></html>"
    assert [each.kept for each in html.draft(page, "a.html").blocks] == [None] * 3


def test_a_fragment_without_a_page_round_it_is_read() -> None:
    assert kept(story(f"<p>{P1}</p><p>{P2}</p>")) == [P1, P2]


def test_a_page_that_a_script_fills_says_what_to_do() -> None:
    with pytest.raises(BadReport, match=r"is an HTML page without text .* copy the article's text"):
        story("<html><head><title>Talks</title></head><body><div id=app></div></body></html>")


def test_a_page_nested_without_end_keeps_its_text() -> None:
    found = story("<html><body>" + "<div>" * 30_000 + f"<p>{P1}</p>" + "</div>" * 30_000)
    assert kept(found) == [P1]
    assert not html.parsed("<div>" * 30_000 + "x")[1]


def test_entities_of_the_pages_own_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>'
    assert len(story(f"{bomb}<html><body><p>&b;&b; {P1}</p></body></html>").text) < 200


def test_a_huge_attribute_costs_nothing() -> None:
    assert kept(story(f"<html><body><p class='{'related ' * 200_000}'>{P1}</p>")) == [P1]


def test_the_encoding_the_page_names_is_used() -> None:
    words = "Делегации встретились в Стамбуле в понедельник во второй раз в этом году."
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{words}</p></body></html>'
    found = read(page.encode("koi8-r"), file_name="a.html")
    assert found.text == words
    assert found.language == "ru"


def test_hostile_text_is_only_text() -> None:
    found = story(f"<p>{P1}</p><p>&lt;script&gt;alert(1)&lt;/script&gt; is what the page said.</p>")
    assert "<script>alert(1)</script> is what the page said." in found.text
