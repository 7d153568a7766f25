"""Files over a line that drops, lies, leads elsewhere and is not there."""

import hashlib
import http.server
import socket
import threading
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from truceline.read.datasets.fetch import (
    Official,
    Opener,
    SafeRedirects,
    fetch,
    hash_of,
    official,
    opener,
)
from truceline.terms.errors import BadInput

BODY = b"date,value\n" + b"2022-02-24,1\n" * 40_000
SHA = hashlib.sha256(BODY).hexdigest()


class Line(http.server.BaseHTTPRequestHandler):
    """Sends BODY in the way its path names."""

    asked: list[tuple[str, str | None]] = []  # noqa: RUF012  one server a test

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        span = self.headers.get("Range")
        self.asked.append((self.path, span))
        if self.headers.get("If-Range", '"v2"') != '"v2"':
            span = None
        start = int(span.removeprefix("bytes=").rstrip("-")) if span else 0
        if self.path == "/there":
            self.send_response(302)
            self.send_header("Location", "/whole")
            self.end_headers()
        elif self.path == "/gone":
            self.send_error(404)
        elif self.path == "/login":
            self._send(b"<!DOCTYPE html><p>log in", 200, 24)
        elif self.path == "/drops":
            self._send(
                BODY[start : start + 200_000], 206 if span else 200, len(BODY) - start, start
            )
        elif self.path == "/forgets":
            first = len([path for path, _ in self.asked if path == "/forgets"]) == 1
            self._send(BODY[: 200_000 if first else None], 200, len(BODY))
        elif self.path == "/short":
            self._send(BODY, 200, 1000)
        elif self.path == "/unsaid":
            self._send(BODY, 200, None)
        else:
            self._send(BODY[start:], 206 if span else 200, len(BODY) - start, start)

    def _send(self, body: bytes, status: int, length: int | None, start: int = 0) -> None:
        self.send_response(status)
        self.send_header("ETag", '"v2"')
        if length is not None:
            self.send_header("Content-Length", str(length))
        if status == 206:
            self.send_header("Content-Range", f"bytes {start}-{len(BODY) - 1}/{len(BODY)}")
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def line() -> Iterator[str]:
    Line.asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Line)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def opened() -> Opener:
    """Return an opener that goes to this machine without any proxy."""
    built = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    return lambda request: built.open(request, timeout=5)


def wanted(address: str | None) -> Official:
    return Official(name="x", dataset="ucdp-ged", version="1", file="x.csv", page="https://p.org",
                    address=address)  # fmt: skip


@pytest.mark.parametrize(
    ("path", "asked"),
    [("/whole", 1), ("/there", 2), ("/drops", 3), ("/forgets", 2), ("/unsaid", 1)],
)
def test_a_file_comes_whole_over_a_line_that(
    line: str, opened: Opener, tmp_path: Path, path: str, asked: int
) -> None:
    target = tmp_path / "x.csv"
    found = fetch(wanted(line + path), target, opened=opened, sha256=SHA)
    assert target.read_bytes() == BODY
    assert (found.sha256, found.size) == (SHA, len(BODY))
    assert len(Line.asked) == asked
    assert not (tmp_path / "x.csv.part").exists()
    if path == "/drops":
        assert [span for _, span in Line.asked] == [None, "bytes=200000-", "bytes=400000-"]
    if path == "/there":
        assert found.address.endswith("/whole")


@pytest.mark.parametrize(
    ("tag", "due", "asked"),
    [(None, SHA, "bytes=100000-"), ('"v2"', None, "bytes=100000-"), (None, None, None)],
)
def test_what_broke_off_yesterday_is_taken_up_if_the_halves_are_sure_to_fit(
    line: str, opened: Opener, tmp_path: Path, tag: str | None, due: str | None, asked: str | None
) -> None:
    (tmp_path / "x.csv.part").write_bytes(BODY[:100_000])
    if tag:
        (tmp_path / "x.csv.part.tag").write_text(tag)
    found = fetch(wanted(f"{line}/whole"), tmp_path / "x.csv", opened=opened, sha256=due)
    assert Line.asked == [("/whole", asked)]
    assert found.sha256 == SHA
    assert [each.name for each in tmp_path.iterdir()] == ["x.csv"]


def test_half_of_an_older_file_is_thrown_away(line: str, opened: Opener, tmp_path: Path) -> None:
    (tmp_path / "x.csv.part").write_bytes(b"older" * 100)
    (tmp_path / "x.csv.part.tag").write_text('"v1"')
    fetch(wanted(f"{line}/whole"), tmp_path / "x.csv", opened=opened)
    assert (tmp_path / "x.csv").read_bytes() == BODY


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/gone", "answers 404; download it by hand from http"),
        ("/login", "sent a web page instead of the file"),
        ("/short", "is due; nothing was kept; download it by hand"),
    ],
)
def test_what_is_not_the_file_is_not_kept(
    line: str, opened: Opener, tmp_path: Path, path: str, said: str
) -> None:
    target = tmp_path / "x.csv"
    target.write_bytes(b"as it was")
    with pytest.raises(BadInput, match=said):
        fetch(wanted(line + path), target, opened=opened, sha256=SHA)
    assert target.read_bytes() == b"as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["x.csv"]


def test_offline_one_is_told_what_to_do_by_hand(opened: Opener, tmp_path: Path) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}/x.csv"
    target = tmp_path / "data" / "x.csv"
    target.parent.mkdir()
    said = r"cannot be reached .*by hand from http.*put it into data/ as x\.csv, then: truceline"
    with pytest.raises(BadInput, match=said):
        fetch(wanted(address), target, opened=opened)


def test_makers_who_want_a_person_are_named(opened: Opener, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"want a person: .*https://p\.org"):
        fetch(wanted(None), tmp_path / "x.csv", opened=opened)


def test_a_safe_address_never_leads_to_an_open_one() -> None:
    assert callable(opener())
    handler = SafeRedirects()
    request = urllib.request.Request("https://a.org/x")
    with pytest.raises(BadInput, match="which is not https"):
        handler.redirect_request(request, None, 302, "", {}, "http://a.org/x")


def test_every_address_is_safe_and_every_file_has_a_page() -> None:
    for each in official().values():
        assert each.page.startswith("https://")
        assert each.address is None or each.address.startswith("https://")


def test_hashes(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(BODY)
    assert hash_of(tmp_path / "x") == SHA
