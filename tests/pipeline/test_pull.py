"""Official files in a folder: fetched once, noted, and noticed when they change."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import Request

import pytest

from truceline.pipeline.pull import listing, pull
from truceline.terms.errors import BadInput

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Answer(io.BytesIO):
    """An answer of a server that always sends the whole."""

    status = 200
    url = "https://example.org/x"

    def __init__(self, body: bytes) -> None:
        super().__init__(body)
        self.headers = {"Content-Length": str(len(body))}


class Server:
    """Sends a body, and counts how often it was asked."""

    def __init__(self, body: bytes) -> None:
        self.body, self.asked = body, 0

    def __call__(self, request: Request) -> Any:
        assert request.full_url.startswith("https://")
        self.asked += 1
        return Answer(self.body)


def test_a_file_is_fetched_once_and_noted(tmp_path: Path) -> None:
    server = Server(b"id,best\n1,2\n")
    first = pull("ucdp-candidate", tmp_path / "new", now=NOW, opened=server)
    second = pull("ucdp-candidate", tmp_path / "new", now=NOW, opened=server)
    assert (first.fresh, second.fresh, server.asked) == (True, False, 1)
    note = json.loads((tmp_path / "new" / "GEDEvent_v26_0_1.csv.source.json").read_text("utf-8"))
    assert note["sha256"] == first.sha256 == second.sha256
    assert note["licence"] == "CC BY 4.0"
    assert note["retrieved_at"] == "2026-01-01T00:00:00+00:00"


def test_a_changed_file_is_noticed_and_a_damaged_one_fetched_anew(tmp_path: Path) -> None:
    server = Server(b"id,best\n1,2\n")
    pull("ucdp-candidate", tmp_path, now=NOW, opened=server)
    server.body = b"id,best\n1,3\n"
    found = pull("ucdp-candidate", tmp_path, now=NOW, again=True, opened=server)
    assert (found.fresh, found.changed) == (True, True)
    (tmp_path / found.file).write_bytes(b"torn")
    mended = pull("ucdp-candidate", tmp_path, now=NOW, opened=server)
    assert (mended.fresh, mended.changed) == (True, False)


def test_a_file_put_there_by_hand_is_taken_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "acled.csv").write_bytes(b"event_id_cnty\n")
    server = Server(b"")
    found = pull("acled", tmp_path, now=NOW, opened=server)
    assert (found.fresh, server.asked) == (False, 0)
    assert "by hand" in (tmp_path / "acled.csv.source.json").read_text("utf-8")


def test_an_unknown_name_gets_the_list(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="the list has ucdp-ged, "):
        pull("ged", tmp_path, now=NOW)
    assert {each.dataset for each, _ in listing()} >= {"ucdp-ged", "acled", "viina"}
