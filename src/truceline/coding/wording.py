"""The words of a story's sentences and who is named in them, found once for each."""

from collections import Counter
from collections.abc import Iterable, Sequence

from truceline.coding.actors import ActorFinder, Mention
from truceline.coding.sentences import sentence_spans
from truceline.coding.syntax.view import OUTSIDE
from truceline.coding.tokens import Token, tokens_of
from truceline.terms.stories import Story

HEAD = 200
"""Letters before the first paragraph in which a title or a dateline may name a state."""
OPENING = 400
"""Letters of the report whose sentences say which states it is about."""

FAR = 20_000
"""Letters of the report in which the state that it is about is looked for."""
LEAST = 3
"""So often at least a state is named that a story is about."""
AHEAD = 2
"""And so many times as often as the next."""
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
        self._cut: dict[int, list[tuple[int, int]]] = {}

    def sentences(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the offsets of the sentences of a paragraph."""
        return self._cut.pop(start, None) or [*sentence_spans(self.story.text, start, end)]

    def of(self, start: int, end: int) -> Words:
        """Return the words of a sentence and the mentions in it."""
        return self._kept.pop((start, end), None) or self._found(start, end)

    def states(self) -> frozenset[str]:
        """Return the codes that the head of the story and its first sentences name."""
        paragraphs = self.story.paragraphs()
        first = next((each.start for each in paragraphs), 0)
        _, named = self._found(max(0, first - HEAD), first)
        for each in (one for one in paragraphs if one.start < first + OPENING):
            for span in self._spans(each.start, each.end):
                if span[0] < first + OPENING:
                    named = [*named, *self._held(*span)[1]]
        return frozenset([a.code for each in named for a in each.actors if a.code])

    def land(self) -> str | None:
        """Return the one state that the whole story is about, if it names rebels of its own.

        Its army is then meant by "the army", whichever state was named last.
        """
        named = [
            actor for each in self.story.paragraphs() if each.start < FAR
            for span in self._spans(each.start, each.end)
            if span[0] < FAR for mention in self._held(*span)[1] for actor in mention.actors
        ]  # fmt: skip
        rebels = {each.code for each in named if each.sector == "REB"}
        land = named_most([each.code for each in named]) if rebels else None
        return land if land in rebels else None

    def _spans(self, start: int, end: int) -> list[tuple[int, int]]:
        if start not in self._cut:
            self._cut[start] = [*sentence_spans(self.story.text, start, end)]
        return self._cut[start]

    def _held(self, start: int, end: int) -> Words:
        if (start, end) not in self._kept:
            self._kept[start, end] = self._found(start, end)
        return self._kept[start, end]

    def _found(self, start: int, end: int) -> Words:
        tokens = tokens_of(self.story.text, start, end)
        found = self.finder.mentions(self.story.text, tokens, self.story.published)
        return tokens, without_short_names(tokens, found)


def named_most(codes: Iterable[str | None]) -> str | None:
    """Return the state that is named at least twice as often as any other; None without one.

    Examples
    --------
    >>> named_most(["MLI", "MLI", "FRA", "MLI", "IGO"]), named_most(["MLI", "MLI", "FRA", "FRA"])
    ('MLI', None)
    """
    named = Counter(each for each in codes if each not in OUTSIDE).most_common(2)
    if not named or named[0][1] < LEAST:
        return None
    return named[0][0] if len(named) == 1 or named[0][1] >= AHEAD * named[1][1] else None


def without_short_names(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions but a name's short form in brackets: "Libyan National Army (LNA)".

    Parameters
    ----------
    tokens : sequence of Token
        The sentence.
    mentions : sequence of Mention
        Those in it, from left to right.

    Returns
    -------
    list of Mention
        A short form stays where the name before it has no code.
    """
    if not any(each.first and tokens[each.first - 1].text == "(" for each in mentions):
        return [*mentions]
    coded = {each.last for each in mentions if any(actor.code for actor in each.actors)}
    return [each for each in mentions if not (
        each.first - 1 in coded and tokens[each.first].text.isupper()
        and tokens[each.first - 1].text == "("
        and [token.text for token in tokens[each.last : each.last + 1]] == [")"])]  # fmt: skip
