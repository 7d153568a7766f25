"""The coders that can be scored, by name, and what they say of the gold."""

from collections.abc import Callable, Iterable
from importlib import import_module

from tests.gold.reader import Sentence

from truceline.read import wars
from truceline.terms.events import Coder, Event
from truceline.terms.stories import Passage, Story
from truceline.terms.wars import War

Maker = Callable[[War | None], Coder]

CODERS = {
    "lexical": "truceline.coding.lexical:LexicalCoder",
    "parsed": "truceline.coding.parsed:ParsedCoder",
}
"""Where each coder is found: a module, and in it what makes a coder of a war or of None."""
DEFAULT = "lexical"
"""The one that `truceline code` uses."""


def maker(name: str) -> Maker:
    """Return what makes a coder: by its name here, or as `module:Class`."""
    module, _, attribute = CODERS.get(name, name).partition(":")
    made: Maker = getattr(import_module(module), attribute)
    return made


def story_of(sentence: Sentence) -> Story:
    """Return a story of one paragraph."""
    text = sentence.paragraph()
    passages = (Passage(0, len(text), "paragraph"),)
    return Story(sentence.id, "gold", text, "", published=sentence.published, passages=passages)


def said_of(sentences: Iterable[Sentence], make: Maker) -> list[tuple[Sentence, tuple[Event, ...]]]:
    """Return each sentence with the coder's events of it, not those of what stands before it."""
    made: dict[str | None, Coder] = {}
    coded = []
    for each in sentences:
        if each.war not in made:
            made[each.war] = make(wars.load(each.war) if each.war else None)
        events = made[each.war](story_of(each)).events
        first = len(each.before) + 1 if each.before else 0
        coded.append((each, tuple(e for e in events if e.evidence.end > first)))
    return coded
