"""A story's paragraphs are the report, and nothing that was cut."""

from truceline.terms.stories import Passage, Story


def test_paragraphs_are_in_order_and_leave_out_all_that_is_not_the_report() -> None:
    text = "Title. First. Share this! Second."
    story = Story(
        story_id="s",
        file_name="s.txt",
        text=text,
        sha256="0",
        passages=(
            Passage(0, 6, "title"),
            Passage(7, 13, "paragraph"),
            Passage(14, 25, "furniture", "share button"),
            Passage(26, 33, "paragraph"),
        ),
    )
    assert [text[each.start : each.end] for each in story.paragraphs()] == ["First.", "Second."]
