"""Saved e-mails."""

from datetime import date
from email.message import EmailMessage

import pytest

from truceline.read.page import read
from truceline.terms.errors import BadReport

P1 = "Russian and Ukrainian delegations met in Istanbul on Monday – for the second time."
P2 = "They agreed to exchange prisoners, but made no progress on a ceasefire, officials said."


def message(plain: str | None, marked: str | None = None) -> EmailMessage:
    found = EmailMessage()
    found["Subject"] = "Fwd: Talks end – without a truce"
    found["From"] = '"Kyiv Post" <news@example.org>'
    found["Date"] = "Thu, 05 Jun 2025 23:30:00 +0300"
    if plain is not None:
        found.set_content(plain)
    if marked is not None and plain is not None:
        found.add_alternative(marked, subtype="html")
    elif marked is not None:
        found.set_content(marked, subtype="html")
    return found


def test_the_plain_part_is_the_text_and_the_headers_say_the_rest() -> None:
    found = read(message(f"{P1}\n\n{P2}\n", "<p>other</p>").as_bytes(), file_name="a.eml")
    assert found.text == f"{P1}\n\n{P2}\n"
    assert found.title == "Talks end – without a truce"
    assert (found.published, found.published_basis) == (date(2025, 6, 5), "page")
    assert found.publisher == "Kyiv Post"
    assert [found.text[p.start : p.end] for p in found.paragraphs()] == [P1, P2]


def test_html_is_read_where_there_is_no_plain_part() -> None:
    found = read(message(None, f"<nav>Home</nav><p>{P1}</p>").as_bytes(), file_name="a.eml")
    assert found.text == f"Home\n\n{P1}"
    assert found.title == "Talks end – without a truce"


def test_a_given_date_goes_first() -> None:
    raw = message(P1).as_bytes()
    found = read(raw, file_name="a.eml", given_date=date(2025, 6, 6))
    assert (found.published, found.published_basis) == (date(2025, 6, 6), "given")


def test_an_old_mail_in_windows_1251_quoted_printable() -> None:
    body = "Стороны встретились в Стамбуле и ни о чем не договорились."
    raw = message(None).as_bytes()
    old = EmailMessage()
    old.set_content(body, charset="windows-1251", cte="quoted-printable")
    found = read(raw.rstrip() + b"\n" + old.as_bytes(), file_name="a.eml")
    assert found.text.strip() == body
    assert found.language == "ru"


def test_a_mail_is_known_without_its_suffix() -> None:
    raw = b"Received: by x\nMessage-ID: <1>\nSubject: Talks end\n\n" + P2.encode()
    assert read(raw, file_name="mail").title == "Talks end"


def test_attachments_quotes_and_signatures_are_not_the_report() -> None:
    made = message(f"{P1}\n{P2}\n> Did they meet in the end?\n-- \nJane Doe\n")
    made.add_attachment("secret words", filename="x.txt")
    found = read(made.as_bytes(), file_name="a.eml")
    cut = {found.text[p.start : p.end]: p.reason for p in found.passages if p.what == "furniture"}
    assert cut["> Did they meet in the end?"] == "quoted message"
    assert cut["Jane Doe"] == "signature"
    assert "secret" not in found.text


def test_a_saved_page_keeps_the_pages_date_and_not_the_day_of_saving() -> None:
    made = message(None, f'<time datetime="2025-06-03">x</time><p>{P1}</p>')
    del made["From"]
    made["From"] = "<Saved by Blink>"
    made["Snapshot-Content-Location"] = "https://example.org/talks"
    found = read(made.as_bytes(), file_name="a.mht")
    assert (found.published, found.publisher) == (date(2025, 6, 3), None)
    assert found.url == "https://example.org/talks"


@pytest.mark.parametrize("head", [b"Date: soon", b"From: ((((", b"Subject: =?x?q?=ff?=", b"Date:"])
def test_broken_headers_lose_nothing(head: bytes) -> None:
    assert read(head + b"\n\n" + P2.encode(), file_name="a.eml").text == P2


def test_mail_without_text_and_mail_without_end_are_refused() -> None:
    empty = message(None)
    empty.add_attachment(b"\x00\x01", maintype="image", subtype="png", filename="x.png")
    with pytest.raises(BadReport, match="is an e-mail without readable text"):
        read(empty.as_bytes(), file_name="a.eml")
    with pytest.raises(BadReport, match="more headers or parts than any real one"):
        read(b"Subject: x\n\n" + b"--a\n" * 3000, file_name="a.eml")
    nested = b"".join(
        b"Content-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (at, at) for at in range(1500)
    )
    with pytest.raises(BadReport, match="too many parts inside parts"):
        read(nested, file_name="a.eml")
