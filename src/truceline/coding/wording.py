"""The words of a story's sentences and who is named in them, found once for each."""

from itertools import takewhile

from truceline.coding.actors import ActorFinder, Mention
from truceline.coding.sentences import sentence_spans
from truceline.coding.tokens import Token, tokens_of
from truceline.terms.stories import Story

HEAD = 200
"""Letters before the first paragraph in which a title or a dateline may name a state."""
OPENING = 400
"""Letters of the report whose sentences say which states it is about."""

Words = tuple[list[Token], list[Mention]]


class Wording:
    """Finds words and mentions of a story's stretches, and keeps those that it will be asked for.

    Parameters
    ----------
    story : Story
        As it is read.
    finder : ActorFinder
        Who is looked for.
    """

    def __init__(self, story: Story, finder: ActorFinder) -> None:
        self.story, self.finder = story, finder
        self._kept: dict[tuple[int, int], Words] = {}

    def of(self, start: int, end: int) -> Words:
        """Return the words of a sentence and the mentions in it."""
        return self._kept.pop((start, end), None) or self._found(start, end)

    def states(self) -> frozenset[str]:
        """Return the codes that the head of the story and its first sentences name."""
        text, paragraphs = self.story.text, self.story.paragraphs()
        first = next((each.start for each in paragraphs), 0)
        _, named = self._found(max(0, first - HEAD), first)
        spans = (span for each in paragraphs for span in sentence_spans(text, each.start, each.end))
        for span in takewhile(lambda each: each[0] < first + OPENING, spans):
            self._kept[span] = self._found(*span)
            named = [*named, *self._kept[span][1]]
        return frozenset(a.code for each in named for a in each.actors if a.code)

    def _found(self, start: int, end: int) -> Words:
        tokens = tokens_of(self.story.text, start, end)
        return tokens, self.finder.mentions(self.story.text, tokens, self.story.published)
