"""The annotated copy: every claim in its margin, hostile text as text, nothing loaded."""

import re
from datetime import date

import pytest

from truceline.show.annotated import render, require_html
from truceline.terms.claims import Checked, Claim, Finding
from truceline.terms.errors import BadInput
from truceline.terms.stories import Passage, Story
from truceline.terms.wars import Side, War

HOSTILE = '<script>alert(1)</script> "quoted" & <img src=x onerror=y> 400 drones.'
TEXT = f"{HOSTILE} Nothing here. So 5 ships came."
WAR = War(folder="w", name="War <i>", start=date(2030, 1, 1),
          sides=(Side(code="A", name="A"), Side(code="B", name="B")))  # fmt: skip


def claim(quote: str, verdict: str, kind: str = "count") -> Checked:
    start = TEXT.index(quote)
    said = Claim(claim_id="1", story_id="s", sentence=0, kind=kind, claim="<u>told</u>",  # type: ignore[arg-type]
                 quote=quote, start=start, end=start + len(quote))  # fmt: skip
    found = Finding(as_of=date(2030, 1, 1), verdict=verdict, reason="<svg onload=z>",  # type: ignore[arg-type]
                    evidence=("a <b>row</b>",))  # fmt: skip
    return Checked(said, found)


def page(*claims: Checked) -> str:
    story = Story("s", "s.txt", TEXT, "", title="t", publisher="<p>", published=date(2030, 1, 1),
                  passages=(Passage(0, len(TEXT), "paragraph"),))  # fmt: skip
    return render([story], [claims], WAR, ["<b>mind</b>"])


def test_hostile_text_stays_text() -> None:
    found = page(claim(HOSTILE, "supported"))
    body = found.split("<body>")[1]
    for tag in ("<script", "<img", "<svg", "<u>", "<b>", "<i>"):
        assert tag not in body
    assert "&lt;script&gt;" in body


def test_the_page_loads_nothing_and_forbids_it() -> None:
    found = page(claim(HOSTILE, "supported"))
    assert "default-src 'none'" in found
    assert not re.search(r"(?:src|href)=\"(?!#)", found)


def test_a_sentence_is_marked_by_its_strongest_verdict_and_each_claim_has_a_note() -> None:
    found = page(claim("So 5 ships came.", "cannot say"), claim("So 5 ships came.", "contradicted"))
    assert 'class="claim-mark contradicted">So 5 ships came.</mark>' in found
    assert found.count('<li id="c') == 2


def test_a_sentence_is_supported_only_where_every_claim_of_it_is() -> None:
    both = (claim("So 5 ships came.", "supported"), claim("So 5 ships came.", "cannot say"))
    assert 'class="claim-mark part">' in page(*both)
    assert 'class="claim-mark supported">' in page(both[0])


def test_a_text_without_claims_is_whole_and_unmarked() -> None:
    found = page()
    assert "<mark" not in found
    assert "Nothing here. So 5 ships came." in found
    assert "No claim was found" in found


def test_the_text_is_whole_between_the_marks() -> None:
    body = page(claim("Nothing here.", "mixed")).split('<div class="copy">')[1].split("</p>")[0]
    plain = re.sub(r"<[^>]+>", "", re.sub(r"<span.*?</span>", "", body))
    assert "Nothing here. So 5 ships came." in plain


@pytest.mark.parametrize("suffix", [".pdf", ""])
def test_another_suffix_is_refused(suffix: str) -> None:
    with pytest.raises(BadInput, match=r"\.html"):
        require_html(suffix)
