"""What a page says about itself."""

from datetime import date

import pytest
from lxml import etree

from truceline.read import head
from truceline.read.draft import Said


def said(markup: str) -> Said:
    return head.said(etree.HTML(f"<html><body>x</body>{markup}</html>"))


def linked(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2025-06-05T08:00:00Z">',
        '<meta name="pubdate" content="June 5, 2025">',
        '<meta itemprop="datePublished" content="2025-06-05">',
        linked('{"@type": "NewsArticle", "datePublished": "2025-06-05T08:00:00+03:00"}'),
        linked('{"@graph": [{"@type": ["WebPage"], "datePublished": "2024-01-01"},'
               ' {"@type": "ReportageNewsArticle", "datePublished": "2025-06-05"}]}'),
        '<nav><time datetime="2020-01-01">x</time></nav><time datetime="2025-06-05">x</time>',
        '<time datetime="2020-01-01">x</time><time class=published datetime="2025-06-05">x</time>',
    ],
)  # fmt: skip
def test_the_day_of_publication_is_found_in_markup(markup: str) -> None:
    assert said(markup).published == date(2025, 6, 5)


def test_a_date_that_is_none_is_passed_over() -> None:
    broken = '<meta name="date" content="2025-02-31">'
    assert said(broken).published is None
    assert said(broken + '<time datetime="2025-06-05">x</time>').published == date(2025, 6, 5)
    assert said('<meta property="article:modified_time" content="2025-06-05">').published is None


def test_broken_and_deep_scripts_are_passed_over() -> None:
    assert said(linked("{oops")) == said("")
    assert said(linked("[" * 100_000)) == said("")
    assert said(linked('{"@type": "NewsArticle", "headline": 7, "publisher": []}')).title is None


def test_title_site_address_and_kind() -> None:
    found = said(
        '<meta property="og:title" content="Talks end | World"><link rel="canonical" href="/a/b">'
        '<meta property="og:site_name" content="AP News">'
        '<meta property="article:section" content="Opinion">'
    )
    assert (found.title, found.publisher) == ("Talks end | World", "Associated Press")
    assert (found.url, found.kind) == ("/a/b", "opinion")
    live = linked('{"@type": "LiveBlogPosting", "headline": "Talks", "publisher": {"name": "X"}}')
    assert (said(live).kind, said(live).title, said(live).publisher) == ("live", "Talks", "X")


def test_the_title_element_comes_last() -> None:
    title = "<title> Talks\nend - Reuters </title>"
    assert said(title).title == "Talks\nend - Reuters"
    assert said(title + linked('{"@type": "Article", "headline": "Other"}')).title == "Other"
