"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from truceline.pipeline import files
from truceline.pipeline.files import require_writable, write_whole
from truceline.terms.errors import BadInput


def test_a_file_is_written_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.html", b"new")
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]
    assert (tmp_path / "a.html").read_bytes() == b"new"


def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.html"]


def test_a_file_others_may_read_stays_readable(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o666 & ~files._umask()


def test_an_output_without_its_folder_is_refused_before_the_work(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="there is no folder none"):
        require_writable(tmp_path / "none" / "a.html")
    with pytest.raises(BadInput, match="is a folder"):
        require_writable(tmp_path)
    require_writable(tmp_path / "a.html")
