"""The reader's door."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from truceline.read.page import read, read_reports
from truceline.terms.errors import BadReport
from truceline.terms.stories import Story

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
P1 = "Russian and Ukrainian delegations met in Istanbul on Monday for the second time."


def sound(found: Story) -> None:
    """Check what every story promises."""
    last = 0
    for each in found.passages:
        assert last <= each.start < each.end <= len(found.text)
        assert (each.reason is None) == (each.what in {"title", "paragraph"})
        last = each.end
    covered = "".join(found.text[each.start : each.end] for each in found.passages)
    assert "".join(covered.split()) == "".join(found.text.split())
    assert found.text.encode()


def test_the_column_is_kept_whole_and_the_page_round_it_is_cut(
    shared: Callable[[str], Path],
) -> None:
    found = read(shared("seed/000_0a77633fac70da56.txt"), given_date=date(2025, 6, 5))
    sound(found)
    assert found.title is not None
    assert found.title.endswith("no longer on the horizon in Ukraine")
    assert (found.kind, found.publisher, found.language) == ("opinion", "Al Jazeera", "en")
    assert len(found.paragraphs()) == 20
    kept = " ".join(found.text[each.start : each.end] for each in found.paragraphs())
    assert not {"Gaza", "Greta", "F-35", "Share", "reply"} & set(kept.replace(",", " ").split())
    whats = [each.what for each in found.passages]
    assert (whats.count("title"), whats.count("disclaimer"), whats.count("teaser")) == (1, 1, 12)
    assert {each.reason for each in found.passages if each.what == "furniture"} == {
        "section label", "site section", "share button", "comment form",
        "heading of related articles", "repeated label",
    }  # fmt: skip


@pytest.mark.parametrize(("name", "paragraphs"), [("report.txt", 9), ("report.html", 6)])
def test_the_examples_are_read_as_meant(name: str, paragraphs: int) -> None:
    found = read(EXAMPLES / name)
    sound(found)
    assert len(found.paragraphs()) == paragraphs
    assert found.published_basis == "page"
    kept = " ".join(found.text[each.start : each.end] for each in found.paragraphs())
    assert not any(other in kept for other in ("Storm", "Farmers", "cookies", "charts"))


def test_a_story_is_known_by_its_bytes_and_never_by_a_path(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(P1.encode())
    found = read(file)
    assert found.sha256 == hashlib.sha256(P1.encode()).hexdigest()
    assert found.story_id == found.sha256[:16]
    assert found.file_name == "a.txt"
    assert read(P1.encode(), file_name="/some/where/b.txt").file_name == "b.txt"
    assert read(P1.encode(), file_name="C:\\where\\b.txt").file_name == "b.txt"


@pytest.mark.parametrize(
    ("raw", "name", "text"),
    [
        (b"<!DOCTYPE html><p>They met.", "page", "They met."),
        (b"\xef\xbb\xbf <html><p>They met.", "page.txt", "They met."),
        (b"<div><p>One</p><p>They met.</p></div>", "page.txt", "One\n\nThey met."),
        (b'{"id": 1, "text": "They met."}', "page.txt", "They met."),
        (b"<3 They met.", "page.txt", "<3 They met."),
        (b"Subject: talks\nThey met.", "page.txt", "Subject: talks\nThey met."),
        (b"{They} met.", "page.txt", "{They} met."),
    ],
)
def test_the_format_is_known_by_what_a_file_holds(raw: bytes, name: str, text: str) -> None:
    assert read(raw, file_name=name).text == text


def test_a_feed_is_refused_with_what_to_do() -> None:
    with pytest.raises(BadReport, match="is a feed, not a report; save the article's own page"):
        read(b'<?xml version="1.0"?><rss version="2.0"></rss>', file_name="a.xml")


def test_a_batch_loses_nothing_and_keeps_its_order(tmp_path: Path) -> None:
    one, many = tmp_path / "one.txt", tmp_path / "many.jsonl"
    one.write_text(P1, encoding="utf-8")
    many.write_bytes(
        b'{"id": "b", "text": "They met."}\n\nbroken\n{"id": "a", "text": "They parted."}\n'
        b'{"id": "b", "text": "They met."}\n{"id": "b", "text": "Another text."}\n\xff\xfe'
    )
    stories, unread = read_reports([one, tmp_path / "gone.txt", many, one], date(2025, 6, 5))
    assert [each.story_id for each in stories][1:] == ["b", "a"]
    assert {each.published for each in stories} == {date(2025, 6, 5)}
    assert [(each.file_name, each.line) for each in unread] == [
        ("gone.txt", None), ("many.jsonl", 3), ("many.jsonl", 5), ("many.jsonl", 6),
        ("many.jsonl", 7), ("one.txt", None),
    ]  # fmt: skip
    assert "there is no such file" in unread[0].reason
    assert "is not JSON" in unread[1].reason
    assert "has the same content as many.jsonl" in unread[2].reason
    assert "the id 'b' already stands for another text" in unread[3].reason
    assert "has the same content as one.txt" in unread[5].reason
    assert str(tmp_path) not in " ".join(each.reason for each in unread)


def test_lines_can_be_asked_for_whatever_the_name(tmp_path: Path) -> None:
    file = tmp_path / "input"
    file.write_bytes(b'"no object"\n{"id": "1", "text": "They met."}\n')
    stories, unread = read_reports([file], as_lines=True)
    assert [each.story_id for each in stories] == ["1"]
    assert unread[0].line == 1


def test_many_reports_are_not_one() -> None:
    lines = b'{"id": 1, "text": "They met."}\n{"id": 2, "text": "They met again."}\n'
    with pytest.raises(BadReport, match="holds 2 reports, one a line; read it as a batch"):
        read(lines, file_name="a.jsonl")


def test_other_languages_are_stories_too() -> None:
    found = read("Сторони зустрілися у Стамбулі, але миру немає.".encode(), file_name="a.txt")
    assert found.language == "uk"


def test_the_same_bytes_give_the_same_story() -> None:
    raw = (EXAMPLES / "report.html").read_bytes()
    assert read(raw, file_name="a.html") == read(raw, file_name="a.html")


NAMES = st.sampled_from(["a.txt", "a.html", "a.eml", "a.jsonl", "a.mht", "a"])
PIECES = st.sampled_from([
    b"<p>", b"</p>", b"<div class='related'>", b"They met in Istanbul for an hour today. ", b"\n",
    b"Share\n", b"Related Articles\n", b"<!--", b"<script>", b"&#xD800;", b"&#0;", b"\x00", b"\xff",
    "Ї".encode(), b'{"id": 1, "text": "', b'"}\n', b"Subject: x\n", b"Content-Type: text/html\n\n",
    b"Content-Type: multipart/mixed; boundary=b\n\n--b\n", b"\xfe\xff", b"<html>", b"\r\n", b"...",
    b"June 5, 2025\n", b"By Jane Doe\n", b"| World\n", b"Leave a comment\n", b"<br>", b"<a href=x>",
])  # fmt: skip


@given(st.one_of(st.binary(max_size=300), st.lists(PIECES, max_size=40).map(b"".join)), NAMES)
@settings(max_examples=250, deadline=None)
def test_any_bytes_give_a_story_or_one_clear_line(raw: bytes, name: str) -> None:
    found: Story | str
    try:
        found = read(raw, file_name=name)
    except BadReport as error:
        found = str(error)
    if isinstance(found, Story):
        sound(found)
    else:
        assert found.startswith(name)
        assert "\n" not in found
