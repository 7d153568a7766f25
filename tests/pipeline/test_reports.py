"""Reports in, stories and their events out; what cannot be read is kept as a reason."""

from datetime import date
from pathlib import Path

import pytest

from truceline.pipeline import reports
from truceline.terms.errors import BadReport
from truceline.terms.events import Coding
from truceline.terms.stories import Passage, Story

FOREIGN = "Стороны встретились в понедельник, и это было уже не в первый раз, но мира нет.\n" * 3


def test_one_bad_report_does_not_lose_the_others(report: Path, tmp_path: Path) -> None:
    bad, foreign = tmp_path / "bad.pdf", tmp_path / "foreign.txt"
    bad.write_bytes(b"%PDF-1.7 \x00\x01")
    foreign.write_text(FOREIGN)
    found = reports.code([bad, report, foreign])
    assert [each.file_name for each in found.stories] == ["report.txt"]
    assert [each.file_name for each in found.unread] == ["bad.pdf", "foreign.txt"]
    assert len(found.codings) == 1


def test_only_foreign_reports_are_an_error_that_names_the_language(tmp_path: Path) -> None:
    path = tmp_path / "foreign.txt"
    path.write_text(FOREIGN)
    with pytest.raises(BadReport, match=r"another language \(ru\)"):
        reports.code([path])


def test_the_date_of_several_reports_is_the_latest(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Talks end\n\nPublished: 1 June 2030\n\nThe two sides met on Monday.\n")
    assert reports.read([report, other]).date() == date(2030, 6, 5)


def test_no_report_at_all_is_said_so() -> None:
    with pytest.raises(BadReport, match="name a file"):
        reports.read([])


def test_stories_parsed_together_are_read_as_each_by_itself() -> None:
    texts = [f"Russia attacked Kharkiv on Monday and killed {n} people." for n in range(3, 24)]
    stories = [
        Story(str(n), "a.jsonl", text, "", published=date(2025, 6, 5),
              language=None if n % 3 else "uk", passages=(Passage(0, len(text), "paragraph"),))
        for n, text in enumerate(texts)
    ]  # fmt: skip
    coder = reports.coder_for(None)
    assert len(stories) > reports.TOGETHER
    alone = [reports.coding_of(each, coder) for each in stories]
    assert list(reports.codings_of(stories, coder)) == alone
    assert [each.set_aside[0].reason for each in alone[::3]] == ["NOT_ENGLISH"] * 7


def test_a_coder_of_ones_own_is_given_one_story_after_another() -> None:
    class Own:
        name, version = "own", "1"

        def __call__(self, story: Story) -> Coding:
            return Coding(f"own {story.story_id}")

    stories = [Story(str(n), "a.txt", "", "") for n in range(3)]
    assert [each.story_id for each in reports.codings(stories, Own())] == [
        "own 0", "own 1", "own 2",
    ]  # fmt: skip
