"""From draft to story."""

from datetime import date

from truceline.read import pasted
from truceline.read.draft import Said
from truceline.read.story import Origin, story
from truceline.terms.stories import Story

P1 = "Russian and Ukrainian delegations met in Istanbul on Monday for the second time."
ORIGIN = Origin(story_id="1", file_name="a.txt", sha256="abc")


def made(text: str, said: Said | None = None, given: date | None = None) -> Story:
    return story(pasted.draft(text, "a.txt", said=said), ORIGIN, given_date=given)


def test_a_given_date_is_kept_whatever_the_page_says() -> None:
    text = f"Talks end\nPublished 5 June 2025\n{P1}"
    assert (made(text).published, made(text).published_basis) == (date(2025, 6, 5), "page")
    given = made(text, given=date(2019, 1, 1))
    assert (given.published, given.published_basis) == (date(2019, 1, 1), "given")
    assert made(P1).published is None
    assert made(P1).published_basis == "unknown"


def test_the_title_on_the_page_goes_before_the_one_in_its_head() -> None:
    assert made(f"Talks end\n{P1}", Said(title="Talks end - Reuters")).title == "Talks end"
    assert made(P1, Said(title="Other words - Reuters")).title == "Other words"
    assert made(P1).title is None


def test_the_language_is_that_of_the_report_and_not_of_its_furniture() -> None:
    foreign = "Стороны встретились в Стамбуле, но о прекращении огня не договорились."
    assert made(f"Share\nLeave a comment\nThe most read\n{foreign}").language == "ru"
    assert made(P1, Said(language="fr")).language == "en"


def test_origin_and_said_reach_the_story() -> None:
    found = made(P1, Said(publisher="Reuters", url="https://example.org", kind="live"))
    assert (found.story_id, found.file_name, found.sha256) == ("1", "a.txt", "abc")
    assert (found.publisher, found.url, found.kind) == ("Reuters", "https://example.org", "live")
