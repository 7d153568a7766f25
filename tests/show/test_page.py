"""The page: sound, safe against what a report contains, loading nothing, the same each time."""

import base64
import hashlib
import itertools
import re
from dataclasses import replace
from datetime import date

import pytest
from lxml import html

from truceline.show.page import as_html, linked
from truceline.terms.briefs import Brief
from truceline.terms.events import Actor, Count
from truceline.terms.wars import Round

ATTACKS = (
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)" x="\' onload=\'y\'',
    "javascript:alert(1)",
    "</text></svg><svg onload=alert(1)>",
    "</style><img src=https://x.org/i.png>",
    "{{ 7 * 7 }}{% raw %}",
    "a\x00b\u202ec\ud800d\x1b[31m",
    "<!-- --> ]]> &lt;b&gt;",
)
LOADING = ("src", "srcset", "data", "action", "formaction", "poster", "background", "ping")


def tree(brief: Brief) -> html.HtmlElement:
    return html.document_fromstring(as_html(brief))


def hostile(brief: Brief, word: str) -> Brief:
    """Return the brief with `word` wherever a text of a stranger may stand."""
    event = brief.codings[1].events[0]
    text = word + " was said"
    evil = replace(
        event, date_text=word, source=(Actor(word, word, word, word),),
        evidence=replace(event.evidence, quote=text, start=0, end=len(text)),
        counts=(Count("killed", word, 1, None, "persons", word),),
    )  # fmt: skip
    story = replace(
        brief.stories[1], text=text, title=word, publisher=word, url=word, file_name=word
    )
    series = replace(
        brief.timeline[0].series, name=word, what=word, unit=word, reported_by=word, side=word
    )
    talks = brief.answers[0]
    now = replace(
        talks.now, statement=word, claim=word, limits=(word,), method=word,
        estimates=tuple(replace(each, name=word, method=word) for each in talks.now.estimates),
        checks=tuple(replace(each, name=word, detail=word) for each in talks.now.checks),
        data=tuple(replace(each, citation=word, licence=word) for each in talks.now.data),
        profiles=tuple(replace(each, series=word) for each in talks.now.profiles),
    )  # fmt: skip
    return replace(
        brief, war=replace(brief.war, name=word), command=word,
        stories=(brief.stories[0], story),
        codings=(brief.codings[0], replace(brief.codings[1], events=(evil,))),
        rounds=(Round(start=date(2031, 6, 1), end=date(2031, 6, 1), place=word, source=word),),
        around=(replace(brief.around[0], series=series),),
        timeline=(replace(brief.timeline[0], series=series),),
        answers=(replace(talks, now=now), *brief.answers[1:]),
    )  # fmt: skip


@pytest.mark.parametrize("word", ATTACKS)
def test_no_text_of_a_stranger_becomes_markup(brief: Brief, word: str) -> None:
    page = as_html(hostile(brief, word))
    assert page.encode()
    assert not any(sign in page for sign in "\x00\u202e\x1b")
    found = html.document_fromstring(page)
    clean = {each.tag for each in tree(brief).iter() if isinstance(each.tag, str)}
    assert {each.tag for each in found.iter() if isinstance(each.tag, str)} <= clean
    for each in found.iter():
        assert not any(key.lower().startswith("on") for key in each.attrib)
        assert not any(key in each.attrib for key in LOADING)
        link = each.attrib.get("href", "#")
        assert link.startswith(("#", "https://", "http://")), link
    assert "49" not in found.findtext(".//h1")


def test_nothing_is_loaded_and_nothing_runs(brief: Brief) -> None:
    found = tree(brief)
    tags = {each.tag for each in found.iter() if isinstance(each.tag, str)}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not any(key in each.attrib for each in found.iter() for key in LOADING)
    style = found.findtext(".//style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_names_the_style_by_its_hash(brief: Brief) -> None:
    page = as_html(brief)
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style.group(1).encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in page
    assert "style=" not in page.replace(style.group(), "")


def test_the_same_brief_gives_the_same_bytes(brief: Brief) -> None:
    assert as_html(brief) == as_html(brief)


def test_ids_are_unique_and_every_link_inside_has_its_target(brief: Brief) -> None:
    found = tree(brief)
    ids = [each.attrib["id"] for each in found.iter() if "id" in each.attrib]
    assert len(ids) == len(set(ids))
    links = {each.attrib["href"][1:] for each in found.iter("a")
             if each.attrib["href"].startswith("#")}  # fmt: skip
    named = {name for each in found.iter() for key in ("aria-labelledby", "aria-describedby")
             for name in each.attrib.get(key, "").split()}  # fmt: skip
    assert links | named <= set(ids)
    assert len(links) > 20


def test_headings_descend_one_step_at_a_time(brief: Brief) -> None:
    levels = [int(each.tag[1]) for each in tree(brief).iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_every_table_has_a_caption_and_its_heads_a_scope(brief: Brief) -> None:
    found = tree(brief)
    for table in found.iter("table"):
        assert (table.find("caption").text_content() or "").strip()
    assert all("scope" in each.attrib for each in found.iter("th"))
    assert found.attrib["lang"] == "en"


def test_only_news_stand_in_the_table_of_events(brief: Brief) -> None:
    found = tree(brief)
    rows = found.xpath("//table[@id='events']/tbody/tr")
    assert len(rows) == 7
    told = found.xpath("//table[@id='events']")[0].text_content()
    assert "another war" not in told
    assert "at least 16 killed, of whom 3 children" in told
    assert "not resolved" in told
    assert len(found.xpath("//table[@id='other-events']/tbody/tr")) == 1


def test_each_row_leads_to_its_highlighted_sentence_and_back(brief: Brief) -> None:
    found = tree(brief)
    for row in found.xpath("//table[@id='events']/tbody/tr"):
        (target,) = [each.attrib["href"][1:] for each in row.iter("a")
                     if each.attrib.get("class") == "quote"]  # fmt: skip
        (mark,) = found.xpath(f"//mark[@id='{target}']")
        assert mark.text_content()
        assert found.xpath(f"//a[@class='back'][@href='#{row.attrib['id']}']")


def test_a_brief_without_report_date_events_or_series_is_still_a_page(brief: Brief) -> None:
    empty = replace(
        brief, date=None, rounds=(), truces=(), strikes=(), around=(), timeline=(),
        stories=brief.stories[1:], codings=(replace(brief.codings[1], events=()),),
        answers=tuple(replace(each, then=None) for each in brief.answers[1:]),
    )  # fmt: skip
    text = tree(empty).text_content()
    assert "No event was found" in text
    assert "None in the record." in text
    assert "There is no series to draw." in text


def test_none_is_never_shown_as_none_or_nan(brief: Brief) -> None:
    told = tree(replace(brief, answers=brief.answers[1:])).text_content()
    assert not re.search(r"\b(None|nan|NaN|inf)\b", told)


def test_links_name_their_host() -> None:
    assert str(linked("a https://x.org/y, b")) == (
        'a <a href="https://x.org/y" rel="noreferrer noopener">x.org</a>, b'
    )


def test_a_date_is_not_broken_at_its_hyphens() -> None:
    assert str(linked("on 2031-06-01")) == 'on <span class="num">2031-06-01</span>'
