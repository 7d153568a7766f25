"""The coders that can be scored, by name, and what they say of the gold."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module

from tests.gold.reader import Sentence, read

from truceline.coding.choice import Choice
from truceline.coding.parsed import ParsedCoder
from truceline.coding.syntax.parse import Parse
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


def parsed_gold(
    half: str, choice: Choice | None = None, pipeline: str | None = None
) -> Iterator[tuple[ParsedCoder, Sentence, dict[tuple[int, int], Parse]]]:
    """Yield each sentence of a half of the gold with its parses and a coder that keeps all events.

    `choice` are the weights that the coder chooses targets by, `pipeline` what it parses with;
    without them, those shipped.
    """
    for war, mine in by_war(each for each in read() if each.half == half).items():
        coder = ParsedCoder(wars.load(war) if war else None, least=0.0, choice=choice,
                             pipeline=pipeline)  # fmt: skip
        for sentence, parses in zip(mine, coder.parse([*map(story_of, mine)]), strict=True):
            yield coder, sentence, parses


def by_war(sentences: Iterable[Sentence]) -> dict[str, list[Sentence]]:
    """Return sentences by the war that the coder is told of, "" for none."""
    found: dict[str, list[Sentence]] = {}
    for each in sentences:
        found.setdefault(each.war or "", []).append(each)
    return found


def own_events(sentence: Sentence, coding: Coding) -> tuple[Event, ...]:
    """Return the events of a sentence, not those of what stands before it."""
    first = len(sentence.before) + 1 if sentence.before else 0
    return tuple(each for each in coding.events if each.evidence.end > first)


def said_of(sentences: Iterable[Sentence], make: Maker) -> list[tuple[Sentence, tuple[Event, ...]]]:
    """Return each sentence with the coder's events of it, not those of what stands before it."""
    coded = []
    for war, mine in by_war(sentences).items():
        coder = make(wars.load(war) if war else None)
        for each, coding in zip(mine, codings(coder, [*map(story_of, mine)]), strict=True):
            coded.append((each, own_events(each, coding)))
    return sorted(coded, key=lambda pair: pair[0].id)
