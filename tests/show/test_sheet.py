"""A brief in words: news apart from background, each event with its sentence."""

from dataclasses import replace

from truceline.show.sheet import sheet
from truceline.terms.briefs import Brief


def test_news_come_first_and_background_stands_apart(brief: Brief) -> None:
    made = sheet(brief)
    assert [each.number for each in made.news] == [1, 2, 3, 4, 5, 6, 7]
    assert [(each.number, each.status) for each in made.other] == [(8, "background")]
    assert [each.story for each in made.news] == [1, 1, 1, 1, 1, 2, 2]


def test_every_event_leads_to_a_mark_that_is_shown(brief: Brief) -> None:
    made = sheet(brief)
    shown = {
        each.mark
        for story in made.stories
        for paragraph in (story.heading, *story.paragraphs)
        for each in paragraph
        if each.mark
    }
    assert {each.mark for each in (*made.news, *made.other)} == shown


def test_talks_have_a_section_even_without_numbers(brief: Brief) -> None:
    made = sheet(brief)
    assert [each.question for each in made.answered] == ["talks"]
    assert len(made.open) == 7
    bare = replace(brief.answers[1], question="talks")
    assert sheet(replace(brief, answers=(bare,))).answered[0].question == "talks"


def test_inputs_are_named_with_their_hashes(brief: Brief) -> None:
    assert [row[0] for row in sheet(brief).inputs.rows] == [
        "first.txt", "second.txt", "war folder madeup",
    ]  # fmt: skip


def test_one_report_gives_the_brief_its_title(brief: Brief) -> None:
    assert sheet(brief).title == "2 reports"
    one = replace(brief, stories=brief.stories[:1], codings=brief.codings[:1])
    assert sheet(one).title == "Bridges burn before the talks"
