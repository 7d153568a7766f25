"""The main job, from a file to a brief."""

from datetime import date
from pathlib import Path

import pytest

from truceline.pipeline.brief import Wanted, brief, write
from truceline.terms.errors import BadReport
from truceline.terms.results import QUESTIONS

AT = date(2025, 6, 5)


def test_the_questions_are_answered_then_and_now(report: Path) -> None:
    made, unread = brief([report], Wanted("ukraine", AT))
    assert unread == ()
    assert [each.question for each in made.answers] == list(QUESTIONS)
    assert all(each.then and each.then.as_of == "2025-06-05" for each in made.answers)
    assert made.answers[0].now.as_of == made.as_of.isoformat() > "2026"


def test_with_an_as_of_there_is_one_column_and_nothing_later(report: Path) -> None:
    made, _ = brief([report], Wanted("ukraine", AT, date(2025, 6, 20)))
    assert all(each.then is None for each in made.answers)
    assert max(each.start for each in made.rounds) <= date(2025, 6, 20)
    assert max(max(each.dates) for each in made.timeline) <= date(2025, 6, 20)
    assert max(max(each.dates) for each in made.around) <= date(2025, 6, 20)
    assert all(each.start <= date(2025, 6, 20) for each in made.war.rounds)


def test_an_as_of_before_the_report_is_refused(report: Path) -> None:
    with pytest.raises(BadReport, match="lies before the report's date"):
        brief([report], Wanted("ukraine", AT, date(2025, 6, 1)))


def test_the_record_around_the_report_is_shown(report: Path) -> None:
    made, _ = brief([report], Wanted("ukraine", AT))
    assert date(2025, 6, 2) in {each.start for each in made.rounds}
    assert date(2025, 6, 1) in {each.date for each in made.strikes}
    assert {each.series.name for each in made.around} >= {"launched", "losses_claimed"}


def test_the_same_inputs_give_the_same_bytes_wherever_they_go(report: Path, tmp_path: Path) -> None:
    made, _ = brief([report], Wanted("ukraine", AT))
    (tmp_path / "other").mkdir()
    once, twice = tmp_path / "a.html", tmp_path / "other" / "b.html"
    write(made, once)
    write(brief([report], Wanted("ukraine", AT))[0], twice)
    assert once.read_bytes() == twice.read_bytes()
    assert str(tmp_path) not in once.read_text()


def test_a_report_without_a_date_has_one_column(tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text(
        "Strikes go on\n\nRussia attacked Kyiv with drones on Monday, officials said.\n"
    )
    made, _ = brief([path], Wanted("ukraine"))
    assert made.date is None
    assert made.rounds == ()
    assert all(each.then is None for each in made.answers)
