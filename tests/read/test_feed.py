"""Feeds: each entry is a document of its own."""

import json
from pathlib import Path

import pytest

from truceline.read import feed
from truceline.read.page import read_reports
from truceline.terms.errors import BadReport

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Norland Gazette</title><link>https://gazette.example/</link>
<item><title>Talks end</title><link>https://gazette.example/1</link>
<description>They met.</description>
<content:encoded><![CDATA[<p>The two sides met in the capital for an hour.</p><p>No more.</p>]]>
</content:encoded><pubDate>Tue, 04 Jun 2030 23:30:00 -0500</pubDate></item>
<item><title>Bridge hit</title><description>A bridge was hit by drones.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title>
<entry><title>One</title><link rel="self" href="https://w.example/self"/>
<link href="https://w.example/1"/><updated>2030-06-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They met again.</p></div>
</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Old</title></channel>
<item><title>T</title><description>They met.</description><dc:date>2030-06-05</dc:date></item>
</rdf:RDF>"""


def entries(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in feed.lines(text.encode(), "f.xml")]


def test_rss_gives_the_fullest_text_the_day_as_written_and_the_makers() -> None:
    first, second = entries(RSS)
    assert first["html"].startswith("<p>The two sides met")
    assert (first["date"], first["publisher"]) == ("2030-06-04", "Norland Gazette")
    assert first["url"] == "https://gazette.example/1"
    assert second == {
        "html": "<p>A bridge was hit by drones.</p>",
        "title": "Bridge hit",
        "publisher": "Norland Gazette",
    }


def test_atom_and_old_rss_are_read() -> None:
    [entry] = entries(ATOM)
    assert "They met again." in entry["html"]
    assert (entry["date"], entry["url"]) == ("2030-06-05", "https://w.example/1")
    assert entries(RDF)[0]["date"] == "2030-06-05"


def test_a_day_that_is_none_is_left_out() -> None:
    assert "date" not in entries(RSS.replace("Tue, 04 Jun 2030 23:30:00 -0500", "soon"))[0]


def test_a_torn_feed_is_said() -> None:
    with pytest.raises(BadReport, match="breaks off or is not well-formed"):
        entries(RSS[:-30])


def test_nothing_is_fetched_or_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]>'
    text = RSS.replace("<rss version", f"{entity}<rss version").replace("They met.", "&x; met.")
    assert "hidden" not in json.dumps(entries(text))


def test_a_feed_is_as_many_stories_as_it_has_entries(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS, encoding="utf-8")
    stories, unread = read_reports([path])
    assert unread == ()
    assert [each.title for each in stories] == ["Talks end", "Bridge hit"]
    again, _ = read_reports([path])
    assert [each.story_id for each in again] == [each.story_id for each in stories]
    for each in stories[0].passages:
        assert stories[0].text[each.start : each.end].strip()
