"""Bytes to text: encodings said, seen and guessed."""

import pytest

from truceline.read.decode import declared_encoding, decode
from truceline.terms.errors import BadReport

ENGLISH = "The “partial” ceasefire – Kyiv’s proposal – was discussed.\r\nNothing more.\r\n"
RUSSIAN = "Делегации встретились в Стамбуле, но о прекращении огня не договорились. " * 3
UKRAINIAN = "Делегації зустрілися у Стамбулі, але про припинення вогню не домовилися. " * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_english_comes_back_whole_with_its_newlines(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding), "a.txt") == ENGLISH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8_u", "iso8859_5", "cp866"])
@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN.replace("і", "и")])
def test_cyrillic_is_told_from_accented_latin(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_ukrainian_letters_survive_windows_1251() -> None:
    assert decode(UKRAINIAN.encode("cp1251"), "a.txt") == UKRAINIAN


def test_a_declared_encoding_is_believed_where_it_fits() -> None:
    german = "Gespräche über Gefangene"
    assert decode(german.encode("iso8859_2"), "a.txt", declared="iso-8859-2") == german
    assert decode(german.encode(), "a.txt", declared="ascii") == german


@pytest.mark.parametrize("codec", ["unicode_escape", "idna", "utf-7", "rot13", "no-such-codec"])
def test_codecs_of_program_code_are_not_believed(codec: str) -> None:
    raw = b"caf\xe9 \\ud83d and more words to read"
    assert decode(raw, "a.txt", declared=codec) == "café \\ud83d and more words to read"


def test_a_truncated_file_keeps_its_encoding() -> None:
    raw = ("Це – перші слова. " * 20).encode()
    assert decode(raw[:-3], "a.txt").startswith("Це – перші слова.")


@pytest.mark.parametrize("raw", [b"ab\x00cd\x01\x02", bytes(range(1, 32)) * 9])
def test_bytes_that_are_no_text_are_refused(raw: bytes) -> None:
    with pytest.raises(BadReport, match=r"^x: is not text \(it holds .* save the page"):
        decode(raw, "x")


@pytest.mark.parametrize("raw", [b" \n\t\r\n", "\u00a0\u2003".encode()])
def test_blank_space_alone_is_no_report(raw: bytes) -> None:
    with pytest.raises(BadReport, match="holds only blank space"):
        decode(raw, "x")


def test_the_encoding_in_a_page_is_found() -> None:
    old = b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    assert declared_encoding(old) == "koi8-r"
    assert declared_encoding(b'<?xml version="1.0" encoding="ISO-8859-1"?>') == "ISO-8859-1"
    assert declared_encoding(b"<p>charset=koi8-r</p>") is None
    assert declared_encoding(b'<meta charset="utf-16">') is None


def test_half_a_character_at_the_end_of_utf_16_loses_only_itself() -> None:
    raw = ENGLISH.encode("utf-16-le") + b"x"
    assert decode(raw, "a.txt") == ENGLISH
