"""What a line is by its own wording and markup."""

import pytest

from truceline.read import marks
from truceline.read.blocks import Block
from truceline.read.marks import Mark


def block(text: str, **markup: object) -> Block:
    return Block(start=0, end=len(text), text=text, **markup)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Share", "share button"),
        ("Share on Facebook (opens in new window)", "share button"),
        ("Facebook | X | Telegram | WhatsApp", "share button"),
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("We use cookies to improve your experience on this site.", "cookie notice"),
        ("Accept all cookies", "cookie notice"),
        ("Sign up for our morning newsletter and get the news in your inbox", "newsletter"),
        ("ADVERTISEMENT", "advert"),
        ("Story continues below advertisement", "advert"),
        ("Already a subscriber? Log in", "appeal for money"),
        ("Listen to this article", "player or picture control"),
        ("Video Duration 02 minutes 31 seconds 02:31", "player or picture control"),
        ("Smoke over the harbour on Sunday [File: Jane Doe/Reuters]", "picture caption"),
        ("Image source, Getty Images", "picture caption"),
        ("Photo: Press service", "picture caption"),
        ("View this post on Instagram", "social embed"),
        ("Follow us on Telegram", "follow us"),
        ("Spotted an error? Tell us", "follow us"),
        ("© 2025 Example Herald. All rights reserved.", "copyright"),
        ("Skip to content", "navigation"),
        ("Home > News > Europe", "navigation"),
        ("#Ukraine #Russia #war", "navigation"),
        ("Related Articles:", "heading of related articles"),
        ("You may also like", "heading of related articles"),
        ("• • •", "no words"),
    ],
)
def test_furniture_names_itself(line: str, reason: str) -> None:
    found = marks.by_itself(block(line))
    assert found is not None
    assert (found.what, found.reason) == ("furniture", reason)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell by a fifth after the attack on the harbour.",
        "The cookies of the field kitchen were the soldiers' only food.",
        "Comments by the minister angered the delegation.",
        "Home guard units stopped the column near the river.",
        "Subscribers of three mobile networks in Kharkiv lost service.",
        "Follow-up talks will be held in Istanbul in three weeks.",
        "Watch towers along the border were hit by mortar fire.",
        "More than 900 drones were launched at Ukraine.",
        "Related attacks were reported in the Sumy region on Tuesday.",
        "Opinions are divided in Kyiv over the author's proposal of a truce.",
        "Advertising of army contracts has doubled the number of volunteers.",
        "Live ammunition was found in the school's cellar.",
        "Copyright law was not on the agenda of the talks.",
        "By Tuesday, the two sides had exchanged 1,000 prisoners each.",
        "Image recognition guides the drones in their last minutes of flight.",
        "A photo by Reuters showed three burnt aircraft on the runway.",
        "Print works in the city were closed by the occupation authorities.",
        "Donate blood, the mayor asked, after 41 people were wounded.",
        "The army reported that 12 soldiers were killed (TASS says 14).",
    ],
)
def test_sentences_of_a_report_are_left_alone(line: str) -> None:
    assert marks.by_itself(block(line)) is None


def test_a_labelled_line_is_another_story() -> None:
    for line in ("READ ALSO: Storm kills four", "See also: Five charts", "Читайте також: Буря"):
        assert marks.by_itself(block(line)) == Mark("teaser", "link to another story")


def test_a_weak_label_is_another_story_only_without_a_full_stop() -> None:
    assert marks.inline_teaser(block("Watch: Smoke over the harbour"))
    assert not marks.inline_teaser(block("Background: The war began in 2022."))


@pytest.mark.parametrize(
    "note",
    [
        "The views expressed in this article are the author’s own.",
        "The views expressed here are those of the author and do not necessarily reflect ours.",
        "Opinions expressed in this column are solely those of the writer.",
        "This is an opinion piece.",
        "Jane Doe is a writer. The views in this essay are her own and do not reflect the paper's.",
    ],
)
def test_the_authors_own_views_are_a_disclaimer(note: str) -> None:
    assert marks.by_itself(block(note)) == Mark("disclaimer", "the author's own views")


def test_markup_gives_a_region_and_links_give_other_stories() -> None:
    text = "Storm kills four on the coast"
    assert marks.by_itself(block(text, region="page foot")) == Mark("furniture", "page foot")
    assert marks.by_itself(block(text, region="aside")) == Mark("teaser", "aside")
    assert marks.by_itself(block(text, linked=1.0)) == Mark("teaser", "link to another story")
    assert marks.by_itself(block(text, kept=False)) == Mark("furniture", "outside the main text")
    assert marks.by_itself(block(text, kept=True)) is None


def test_credits_are_bylines() -> None:
    for line in (
        "By Jane Doe",
        "Reporting by Jane Doe; Editing by John Smith",
        "5 June 2025",
        "AP",
    ):
        found = marks.by_itself(block(line))
        assert found is not None
        assert found.what == "byline"


def test_headings_and_comments_are_whole_lines() -> None:
    assert marks.related(block("Most Read"))
    assert not marks.related(block("More on a day of war at sea and in the air"))
    assert not marks.related(block("Most read the law as a ban on talks with the other side."))
    assert marks.comments(block("12 Comments"))
    assert not marks.comments(block("Comments by the minister angered them"))
