"""The job behind `truceline check`: two columns, remarks, past wars, bad reports."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from truceline.pipeline import ask
from truceline.pipeline.check import Asker, check, past_ground, write
from truceline.terms.errors import BadReport

STATEMENT = """Drones before talks

5 June 2025

Russia launched 472 drones at Ukraine on Sunday, the Air Force said. On Monday the two delegations
met in Istanbul. There will be a ceasefire before the end of 2025, officials hope.
"""
OLD = """Seoul falls

28 June 1950

Troops from the North took Seoul on Wednesday after three days of fighting, observers said.
"""


def report(tmp_path: Path, text: str, name: str = "r.txt") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_claim_is_known_then_and_now(tmp_path: Path) -> None:
    found = check([report(tmp_path, STATEMENT)], war="ukraine")
    claims = {each.claim.kind: each for each in found.claims[0] if each.claim.checkable}
    assert claims["count"].now.verdict == claims["event"].now.verdict == "supported"
    then = claims["count"].then
    assert then is not None
    assert then.as_of == date(2025, 6, 5)
    assert found.as_of > date(2026, 1, 1)


def test_with_an_as_of_there_is_one_column_and_nothing_later_in_it(tmp_path: Path) -> None:
    path = report(tmp_path, STATEMENT)
    found = check([path], war="ukraine", as_of=date(2025, 6, 10))
    assert all(each.then is None for each in found.claims[0])
    assert {each.now.as_of for each in found.claims[0]} == {date(2025, 6, 10)}
    with pytest.raises(BadReport, match="give a later --as-of"):
        check([path], war="ukraine", as_of=date(2025, 6, 1))


def test_a_report_without_a_date_has_one_column_and_a_remark(tmp_path: Path) -> None:
    text = STATEMENT.replace("5 June 2025\n\n", "")
    found = check([report(tmp_path, text)], war="ukraine")
    assert any("has no date" in each for each in found.remarks)
    assert all(each.then is None for each in found.claims[0])
    firm = [each for each in found.claims[0] if each.now.verdict in ("supported", "contradicted")]
    assert firm == []


def test_a_newspaper_page_of_1950_is_not_judged_by_a_war_of_2022(tmp_path: Path) -> None:
    found = check([report(tmp_path, OLD)], war="ukraine", published=date(1950, 6, 28))
    assert any("before" in each for each in found.remarks)
    assert found.claims[0]
    assert all(not each.claim.checkable for each in found.claims[0])


def test_a_satire_is_listed_and_not_judged(tmp_path: Path) -> None:
    found = check([report(tmp_path, "The Onion: " + STATEMENT)], war="ukraine")
    assert any("satire" in each for each in found.remarks)
    assert {each.now.verdict for each in found.claims[0]} == {"cannot say"}


def test_a_report_about_another_war_gets_a_remark_and_no_firm_verdict(tmp_path: Path) -> None:
    text = (
        "Fighting in Sudan\n\n5 June 2025\n\nSudan's army attacked three villages on Monday. On "
        "Tuesday, Sudanese aircraft struck Khartoum, killing 20 people. On Wednesday Sudan's army "
        "shelled Omdurman. Egypt launched 300 drones at Sudan on Tuesday, officials there said.\n"
    )
    found = check([report(tmp_path, text)], war="ukraine")
    assert any("another war" in each for each in found.remarks)
    assert {each.now.verdict for each in found.claims[0]} == {"cannot say"}


def test_a_past_war_is_found_by_its_name_where_it_is_built_in() -> None:
    there = past_ground("korean war")
    assert there is not None
    assert there.war.folder == "korea"
    assert past_ground("winter war") is None


def test_a_question_is_asked_once_for_each_day() -> None:
    asker = Asker(ask.load("korea"))
    first = asker("talks", date(1953, 7, 27))
    assert asker("talks", date(1953, 7, 27)) is first
    assert asker.ground(date(1953, 7, 27), None) is asker.ground(date(1953, 7, 27), None)


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    path = report(tmp_path, STATEMENT)
    pages = []
    for name in ("a.html", "b.html"):
        write(check([path], war="ukraine"), tmp_path / name)
        pages.append((tmp_path / name).read_bytes())
    assert pages[0] == pages[1]


def test_the_column_read_on_its_own_day(shared: Callable[[str], Path]) -> None:
    path = shared("seed/000_0a77633fac70da56.txt")
    found = check([path], war="ukraine", published=date(2025, 6, 5))
    by = {(e.claim.sentence, e.claim.about or e.claim.kind): e for e in found.claims[0]}
    assert by[18, "drones"].now.verdict == "mixed"  # true of three nights, not of one
    assert by[18, "missiles"].now.verdict == "supported"
    assert by[40, "deed"].now.verdict == "supported"
    assert by[9, "war"].now.verdict == "contradicted"
    assert by[7, "talks"].now.verdict == "supported"  # Korea's own record
    assert by[10, "war"].now.verdict == "supported"
    answered = by[42, "reply"]
    assert answered.then is not None
    assert (answered.then.verdict, answered.now.verdict) == ("cannot say", "supported")
    firm = [e for e in found.claims[0] if e.now.verdict in ("supported", "contradicted")]
    assert all(each.now.evidence for each in firm)
