"""Claims of a paragraph, as the tests of their parts need them."""

from datetime import date

from truceline.coding.claim_line import Line, line_of
from truceline.coding.claim_words import name_table
from truceline.coding.claims import claims_of
from truceline.coding.lexical import LexicalCoder
from truceline.terms.claims import Claim
from truceline.terms.stories import Passage, Story
from truceline.terms.wars import Side, War

PUBLISHED = date(2025, 6, 5)
WAR = War(
    folder="ukraine",
    name="Russia–Ukraine war",
    start=date(2022, 2, 24),
    sides=(
        Side(code="RUS", name="Russia", aliases=("Moscow", "Russian", "the Kremlin")),
        Side(code="UKR", name="Ukraine", aliases=("Kyiv", "Ukrainian")),
    ),
)


def story_of(*paragraphs: str, published: date | None = PUBLISHED) -> Story:
    """Return a story of these paragraphs."""
    text, passages = "", []
    for paragraph in paragraphs:
        passages.append(Passage(len(text), len(text) + len(paragraph), "paragraph"))
        text += paragraph + "\n\n"
    return Story("s", "s.txt", text, "", published=published, passages=tuple(passages))


def claims(*paragraphs: str, published: date | None = PUBLISHED) -> list[Claim]:
    """Return the claims of paragraphs, coded within the war in Ukraine."""
    story = story_of(*paragraphs, published=published)
    return list(claims_of(story, LexicalCoder(WAR)(story), WAR))


def line(text: str, *, published: date | None = PUBLISHED) -> Line:
    """Return one sentence taken apart, without events."""
    story = story_of(text, published=published)
    return line_of(story, WAR, (0, 0, len(text)), name_table(WAR), (), None)
