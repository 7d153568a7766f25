"""What the coder's tests share: a story made of one paragraph or several, and its coding."""

from collections.abc import Callable
from datetime import date

import pytest

from truceline.coding.parsed import ParsedCoder
from truceline.terms.events import Coding
from truceline.terms.stories import Passage, Story
from truceline.terms.wars import Side, War

PUBLISHED = date(2025, 6, 5)
WAR = War(
    folder="ukraine",
    name="Russia-Ukraine war",
    start=date(2022, 2, 24),
    sides=(Side(code="RUS", name="Russia"), Side(code="UKR", name="Ukraine")),
)


def story_of(*paragraphs: str, published: date | None = PUBLISHED) -> Story:
    """Return a story of these paragraphs and nothing else."""
    text, passages = "", []
    for paragraph in paragraphs:
        passages.append(Passage(len(text), len(text) + len(paragraph), "paragraph"))
        text += paragraph + "\n\n"
    return Story("s", "s.txt", text, "", published=published, passages=tuple(passages))


@pytest.fixture(scope="session")
def code() -> Callable[..., Coding]:
    """Return a function that codes paragraphs, `war=True` within the war in Ukraine."""
    plain, within = ParsedCoder(), ParsedCoder(WAR)

    def coding(*paragraphs: str, war: bool = False, published: date | None = PUBLISHED) -> Coding:
        return (within if war else plain)(story_of(*paragraphs, published=published))

    return coding
