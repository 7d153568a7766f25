"""Whole reports are well written, and the coder does not fall under the floors measured on them."""

from pathlib import Path

import pytest
from tests.gold import reader, whole
from tests.gold.reader import BadGold

from gate import coders, pins, scoring
from gate.whole import said_of, story_of

REPORTS = whole.read()
FLOORS = pins.read(Path(__file__).parent / "floors.toml")
HALVES = [half for half in reader.HALVES if f"{half}_reports" in FLOORS]
ROW = """
[[report]]
id = "ro90"
title = "A village is shelled"
published = 1983-08-02
kind = "dispatch"
[[report.sentence]]
opens = true
text = "Libya shelled a village in Chad on Monday."
events = [{type="ASSAULT", status="happened", source=["LBY"], target=["TCD"]}]
[[report.sentence]]
text = "It denied the attack."
events = [{type="ASSAULT", status="denied", source=["LBY"], target=["TCD"], again=true}]
[[report.sentence]]
opens = true
text = "It rained."
events = []
"""


def sentences(half: str) -> list[reader.Sentence]:
    return [each for report in REPORTS if report.half == half for each in report.sentences]


@pytest.mark.parametrize("half", HALVES)
def test_the_coder_does_not_fall_under_its_floors(half: str) -> None:
    mine = [each for each in REPORTS if each.half == half]
    floors = FLOORS[f"{half}_reports"]
    assert floors["fingerprint"] == reader.fingerprint(sentences(half)), "run `make gate`"
    scores = scoring.scored(said_of(mine, coders.maker(coders.DEFAULT)))
    assert pins.under(floors["floors"], scores) == []


def test_no_two_sentences_share_a_frame() -> None:
    assert reader.shared_frames([*reader.read(), *sentences("open"), *sentences("held")]) == []


def test_what_is_said_of_an_actor_stands_in_the_report_before() -> None:
    for report in REPORTS:
        for each in report.sentences:
            text = each.paragraph().casefold()
            for event in (*each.events, *report.again[each.id]):
                words = [one.words for one in (*event.source, *event.target, *event.by)]
                assert [word for word in words if word.casefold() not in text] == [], each.id


def test_the_reader_finds_title_paragraphs_and_every_sentence() -> None:
    for report in REPORTS:
        story = story_of(report)
        assert story.title is not None, report.id
        kept = "\n\n".join(story.text[p.start : p.end] for p in story.paragraphs())
        assert [e.id for e in report.sentences if e.text not in kept] == []


def written(tmp_path: Path, text: str) -> Path:
    (tmp_path / "open").mkdir(exist_ok=True)
    (tmp_path / "open" / "a.toml").write_text(text, "utf-8")
    return tmp_path


def test_a_report_is_read_as_it_is_printed(tmp_path: Path) -> None:
    [report] = whole.read(written(tmp_path, ROW))
    paragraphs = ["Libya shelled a village in Chad on Monday. It denied the attack.", "It rained."]
    assert report.text == "\n\n".join(["A village is shelled", *paragraphs])
    assert [each.id for each in report.sentences] == ["ro90.01", "ro90.02", "ro90.03"]
    for each in report.sentences:
        assert report.text[len(each.before) + 1 :].strip().startswith(each.text)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"ro90"', '"o900"', "ids of this half"),
        ('"dispatch"', '"letter"', "kind"),
        ('opens = true\ntext = "Libya', 'text = "Libya', "opens a paragraph"),
        ("again=true", "twice=true", "twice"),
        ("published", "printed", "printed"),
        ('opens = true\ntext = "It rained', 'starts = true\ntext = "It rained', "starts"),
    ],
)  # fmt: skip
def test_a_report_that_breaks_the_format_is_refused(
    old: str, new: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(BadGold, match=words):
        whole.read(written(tmp_path, ROW.replace(old, new)))


def test_an_id_stands_once(tmp_path: Path) -> None:
    with pytest.raises(BadGold, match="twice"):
        whole.read(written(tmp_path, ROW + ROW))


def test_an_event_told_again_is_neither_missed_nor_too_much(tmp_path: Path) -> None:
    reports = whole.read(written(tmp_path, ROW))
    scores = scoring.scored(said_of(reports, coders.maker(coders.DEFAULT)))
    assert scores["type"]["said"] == scores["type"]["wanted"] == 1
    assert scores["triple + status"]["f1"] == 1.0
    strict = whole.read(written(tmp_path, ROW.replace(", again=true", "")))
    scores = scoring.scored(said_of(strict, coders.maker(coders.DEFAULT)))
    assert scores["type"]["wanted"] == 2
