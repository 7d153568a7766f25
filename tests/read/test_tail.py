"""Lists of other stories: where they begin, and where the report resumes."""

from truceline.read import marks, tail
from truceline.read.blocks import split

BODY = (
    "The two sides met in Istanbul on Monday and agreed to exchange prisoners of war.",
    "Russia rejected an unconditional ceasefire, the head of the delegation said.",
    "Drones hit four airfields in Russia on the day before the meeting.",
)
BLURB = "A storm killed four people on the northern coast, officials said on Sunday."


def whats(*lines: str) -> list[str]:
    page = split("\n".join(lines), "a")
    found = tail.mark_lists(page, [marks.by_itself(each) for each in page], 0)
    return [each.what if each else "open" for each in found]


def test_headlines_and_blurbs_after_a_heading_are_others() -> None:
    got = whats(BODY[0], "Related Articles", "Storm kills four", BLURB, "Farmers block road", BLURB)
    assert got == ["open", "furniture", "teaser", "teaser", "teaser", "teaser"]


def test_a_box_inside_the_text_ends_where_paragraphs_follow_each_other() -> None:
    got = whats(BODY[0], "Read more", "Storm kills four", BODY[1], BODY[2])
    assert got == ["open", "furniture", "teaser", "open", "open"]


def test_a_last_paragraph_after_bare_headlines_is_the_reports() -> None:
    got = whats(BODY[0], "Most read", "Storm kills four", "Farmers block road", BODY[1])
    assert got == ["open", "furniture", "teaser", "teaser", "open"]


def test_a_long_paragraph_is_no_blurb() -> None:
    long = " ".join([BODY[0], BODY[1], BODY[2], BODY[1]])
    assert whats(BODY[0], "Read more", "Storm kills four", long)[-1] == "open"


def test_cut_off_blurbs_never_resume_the_report() -> None:
    cut = BLURB[:-1] + "…"
    assert whats(BODY[0], "Related", "Storm", cut, cut)[2:] == ["teaser"] * 3


def test_readers_comments_at_the_end_are_furniture_even_in_long_prose() -> None:
    comment = "I think that they will never agree. " * 8
    got = whats(*BODY * 9, "3 Comments", "Jane", comment, comment, "John", comment)
    assert got[27:] == ["furniture"] * 6


def test_a_comment_button_at_the_top_opens_nothing() -> None:
    assert whats("They met for an hour on Monday.", "Comments", *BODY)[2:] == ["open"] * 3


def test_a_note_on_the_authors_views_at_the_top_opens_nothing() -> None:
    note = "The views expressed in this article are the author's own."
    assert whats("They met for an hour on Monday.", note, *BODY)[2:] == ["open"] * 3


def test_headlines_behind_the_closing_note_are_others() -> None:
    note = "The views expressed in this article are the author's own."
    assert whats(*BODY, note, "Storm kills four on the coast")[-1] == "teaser"


def test_running_paragraphs_are_ended() -> None:
    page = split("\n".join([BODY[0], BODY[0][:-1], BLURB[:-1] + "..."]), "a")
    assert [tail.running(each) for each in page] == [True, False, False]
