"""JSON lines."""

import json
from datetime import date

import pytest

from truceline.read.page import read_line
from truceline.terms.errors import BadReport
from truceline.terms.stories import Story

P1 = "Russian and Ukrainian delegations met in Istanbul on Monday for the second time."


def line(**document: object) -> Story:
    raw = json.dumps(document).encode()
    return read_line(raw, file_name="a.jsonl", number=3)


def refusal(raw: bytes) -> str:
    with pytest.raises(BadReport) as error:
        read_line(raw, file_name="a.jsonl", number=3)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_offsets_count_in_the_text_of_the_record() -> None:
    text = f"Talks end\r\n\r\n  {P1}"
    found = line(id="x7", text=text)
    assert found.story_id == "x7"
    assert found.text == text
    assert [text[p.start : p.end] for p in found.passages] == ["Talks end", P1]


def test_what_the_record_says_goes_before_what_the_page_says() -> None:
    page = f'<meta property="article:published_time" content="2020-01-01"><h1>Other</h1><p>{P1}</p>'
    found = line(id=1, html=page, date="2025-06-05", publisher="Reuters", url="https://example.org")
    assert (found.published, found.published_basis) == (date(2025, 6, 5), "given")
    assert (found.publisher, found.url, found.story_id) == ("Reuters", "https://example.org", "1")
    assert line(id=1, html=page).published_basis == "page"
    raw = b'{"id": 1, "text": "They met.", "date": "2025-06-05"}'
    found = read_line(raw, file_name="a.jsonl", number=1, given_date=date(2025, 6, 6))
    assert found.published == date(2025, 6, 6)


def test_the_title_of_a_record_need_not_stand_in_its_text() -> None:
    found = line(id="1", text=P1, title="Talks end | World")
    assert found.title == "Talks end"
    assert [p.what for p in found.passages] == ["paragraph"]


def test_a_record_without_id_has_a_stable_one() -> None:
    first, second = line(text=P1), line(text=P1)
    assert first.story_id == second.story_id != line(text=P1 + " ").story_id
    assert len(first.story_id) == 16


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"id": 1, "text": "a', "is not JSON at character 19"),
        (b"[1, 2]", "is a list, not an object"),
        (b'{"id": 1}', "has neither 'text' nor 'html'"),
        (b'{"id": 1, "text": "  "}', "has neither 'text' nor 'html'"),
        (b'{"id": 1, "text": 5}', "'text' is not text but a number"),
        (b'{"id": {}, "text": "They met."}', "'id' is an object"),
        (b'{"id": true, "text": "They met."}', "'id' is true or false"),
        (b'{"id": 1, "text": "They met.", "date": "soon"}', "'date' is 'soon'"),
        (b'{"id": 1, "text": "They met.", "date": 20250605}', "'date' is 20250605"),
        (b'{"id": 1, "text": "They \\ud83d met."}', "half a character at 5"),
        (b'{"id": 1, "text": "They \\u0000 met."}', "a zero character"),
        (b'{"id": 1, "text": ' + b"[" * 100_000, "nested too deeply"),
        (b"\xff\xfe\x00\x00x", "a.jsonl, line 3"),
    ],
)
def test_a_bad_line_says_which_and_what_to_do(raw: bytes, words: str) -> None:
    said = refusal(raw)
    assert said.startswith("a.jsonl, line 3: ")
    assert words in said
