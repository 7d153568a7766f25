"""The coders that can be scored, by name, and what they say of the gold."""

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

from tests.gold.reader import Sentence

from truceline.read import wars
from truceline.terms.events import Coder, Coding, Event
from truceline.terms.stories import Passage, Story
from truceline.terms.wars import War

Maker = Callable[[War | None], Coder]

CODERS = {
    "lexical": "truceline.coding.lexical:LexicalCoder",
    "parsed": "truceline.coding.parsed:ParsedCoder",
}
"""Where each coder is found: a module, and in it what makes a coder of a war or of None."""
DEFAULT = "parsed"
"""The one that `truceline code` uses."""
TOGETHER = 200
"""Stories that a coder may parse together."""


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


def codings(coder: Coder, stories: Sequence[Story]) -> list[Coding]:
    """Return the coding of each story; a coder that can take many at once is given many."""
    batch = getattr(coder, "batch", None)
    if batch is None:
        return [coder(each) for each in stories]
    parts = (stories[first : first + TOGETHER] for first in range(0, len(stories), TOGETHER))
    return [each for part in parts for each in batch(part)]


def said_of(sentences: Iterable[Sentence], make: Maker) -> list[tuple[Sentence, tuple[Event, ...]]]:
    """Return each sentence with the coder's events of it, not those of what stands before it."""
    by_war: dict[str, list[Sentence]] = {}
    for each in sentences:
        by_war.setdefault(each.war or "", []).append(each)
    coded = []
    for war, mine in by_war.items():
        coder = make(wars.load(war) if war else None)
        for each, coding in zip(mine, codings(coder, [*map(story_of, mine)]), strict=True):
            first = len(each.before) + 1 if each.before else 0
            coded.append((each, tuple(e for e in coding.events if e.evidence.end > first)))
    return sorted(coded, key=lambda pair: pair[0].id)
