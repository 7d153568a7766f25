"""Documents in, lines out, in step."""

import json
from datetime import date
from pathlib import Path

import pytest

from truceline.pipeline.coded import documents
from truceline.terms.errors import BadReport

LINES = [
    '{"id": "a", "text": "Russia hit Ukraine on Monday with 40 drones.", "date": "2025-06-04"}',
    "not json",
    "",
    '{"id": "c", "html": 5}',
    '{"id": "ru", "text": "Стороны встретились, и это было уже не в первый раз, но мира нет."}',
    '{"id": "a2", "text": "Russia attacked Ukraine on Monday with 40 drones."}',
]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text("\n".join(LINES))
    return path


def test_a_line_in_is_a_line_out_in_order(lines: Path) -> None:
    found = list(documents([lines], war="ukraine", published=None, jsonl=True))
    assert [each.document_id for each in found] == ["a", "line 2", "c", "ru", "a2"]


def test_a_line_that_cannot_be_read_says_why_and_the_rest_go_on(lines: Path) -> None:
    found = list(documents([lines], war="ukraine", published=None, jsonl=True))
    assert found[1].as_dict()["story"] is None
    assert found[1].coding.set_aside[0].reason == "UNREADABLE"
    assert found[3].coding.set_aside[0].reason == "NOT_ENGLISH"
    assert found[0].coding.events


def test_the_document_keeps_the_contract(lines: Path) -> None:
    first = next(iter(documents([lines], war="ukraine", published=None, jsonl=True))).as_dict()
    assert list(first) == ["id", "story", "events", "set_aside"]
    assert list(first["story"]) == [
        "title", "published", "publisher", "kind", "language", "sha256",
    ]  # fmt: skip
    text = json.loads(LINES[0])["text"]
    evidence = first["events"][0]["evidence"]
    assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    assert first["events"][0]["date_start"] == "2025-06-02"


def test_the_same_lines_give_the_same_bytes(lines: Path) -> None:
    once, twice = (
        [each.as_dict() for each in documents([lines], war=None, published=None, jsonl=True)]
        for _ in range(2)
    )
    assert json.dumps(once) == json.dumps(twice)


def test_a_report_that_cannot_be_read_alone_is_an_error(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    with pytest.raises(BadReport, match=r"empty\.txt"):
        list(documents([empty], war=None, published=date(2025, 6, 5), jsonl=False))
