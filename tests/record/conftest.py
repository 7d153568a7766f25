"""A story with its coding, made by hand."""

import hashlib
from datetime import date

import pytest

from truceline.terms.events import (
    Actor,
    CoderId,
    Coding,
    Count,
    Event,
    Evidence,
    Place,
    SetAside,
)
from truceline.terms.stories import Story

TEXT = "On Sunday Ukraine hit an airfield. At least 16 people, three of them children, were killed."


def make(text: str = TEXT, *, source: str = "Ukraine") -> tuple[Story, Coding]:
    """Return a story of `text` and one coded event that quotes its first sentence."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    story = Story(story_id=sha256[:16], file_name="a.txt", text=text, sha256=sha256)
    quote = text.split(".", maxsplit=1)[0] + "."
    event = Event(
        event_id=f"e{sha256[:8]}",
        story_id=story.story_id,
        sentence=0,
        sentence_text=quote,
        type="ASSAULT",
        quad="material conflict",
        source=(Actor(source, "UKR", "MIL"),),
        target=(Actor("airfield", "RUS", "MIL"),),
        date_start=date(2025, 6, 1),
        date_end=date(2025, 6, 1),
        date_prec="day",
        place=Place("Engels", country="RUS", latitude=51.5, longitude=46.1, where_prec=1),
        counts=(
            Count("killed", None, 16, None, "persons", "At least 16"),
            Count("killed", "children", 3, 3, "persons", "three", included_in=0),
        ),
        evidence=Evidence(quote, 0, len(quote)),
        confidence=0.8,
        coder=CoderId("by hand", "1"),
    )
    aside = SetAside("NO_DATE", text[:5], 0, 5)
    return story, Coding(story.story_id, (event,), (aside,))


@pytest.fixture
def one() -> tuple[Story, Coding]:
    """Return one story and its coding."""
    return make()
