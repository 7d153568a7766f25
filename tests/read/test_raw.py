"""Bytes within bounds: files that cannot be reports are refused in one line."""

from pathlib import Path

import pytest

from truceline.read import raw
from truceline.terms.errors import BadReport


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "is empty"),
        (b"%PDF-1.7\n%", "a PDF"),
        (b"PK\x03\x04rest", "a zip archive or an office document"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"RIFF1234WEBP", "an image, sound or film"),
        (b"\x00\x00\x00\x18ftypmp42", "an image, sound or film"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old office document"),
        (b"{\\rtf1\\ansi", "a rich-text document"),
    ],
)
def test_a_binary_is_named_by_its_kind_with_what_to_do(content: bytes, kind: str) -> None:
    with pytest.raises(BadReport, match="save the page as text or HTML") as error:
        raw.refuse_binary(content, "file.bin")
    assert kind in str(error.value)
    assert str(error.value).startswith("file.bin: ")
    assert "\n" not in str(error.value)


def test_text_is_not_refused() -> None:
    raw.refuse_binary(b"They met in Istanbul.", "a.txt")
    raw.refuse_binary("Київ".encode(), "a.txt")


def test_a_large_file_is_read_no_further_than_the_bound(tmp_path: Path) -> None:
    large = tmp_path / "page.txt"
    large.write_bytes(b"x" * 3000)
    with pytest.raises(BadReport, match=r"page\.txt: has 0\.0 MB, more than the 0 MB"):
        raw.load(large, largest=2999)
    assert raw.load(large, largest=3000) == b"x" * 3000


def test_a_message_says_how_large_the_file_is() -> None:
    with pytest.raises(BadReport, match=r"has 50\.0 MB, more than the 20 MB that one report"):
        raw.check_size(50 * 1024 * 1024, "page.html")
    raw.check_size(raw.LARGEST, "page.html")


def test_a_folder_a_missing_file_and_a_bad_name_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(BadReport, match="is a folder; name the report files in it"):
        raw.load(tmp_path)
    with pytest.raises(BadReport, match=r"^\.: is a folder"):
        raw.load(Path())
    with pytest.raises(BadReport, match=r"^gone\.txt: there is no such file"):
        raw.load(tmp_path / "gone.txt")
    with pytest.raises(BadReport, match="cannot be read"):
        raw.load(tmp_path / "a\0b")


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(BadReport, match=r"secret\.txt: may not be read; ask its owner"):
        raw.load(tmp_path / "secret.txt")
