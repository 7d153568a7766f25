"""The coder: events from dependency parses, lexicons and rules."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from truceline.coding import english
from truceline.coding.choice import Choice
from truceline.coding.choice import choice as shipped
from truceline.coding.legible import legible
from truceline.coding.lexical import LexicalCoder
from truceline.coding.sentences import sentence_spans
from truceline.coding.sureness import LEAST
from truceline.coding.syntax.mend import mended
from truceline.coding.syntax.parse import UNUSED, Parse, parses
from truceline.coding.syntax.reseat import reseated
from truceline.coding.telling import Telling
from truceline.coding.trace import Trace
from truceline.terms.events import Coding
from truceline.terms.stories import Story
from truceline.terms.wars import War

if TYPE_CHECKING:
    from spacy.language import Language

VERSION = "2"


class ParsedCoder(LexicalCoder):
    """Codes stories by their parse, lexicons and rules; made for one war, or for none.

    Parameters
    ----------
    war : War or None
        Its sides are what "both sides" means, its towns are preferred among those of one name,
        and what lies before its start is background.
    aliases : mapping, optional
        More names of actors, each with its code: ISO 3166 alpha-3, IGO, NGO, IMG or MNC.
    pipeline : str, optional
        A spaCy pipeline of Universal Dependencies, by its folder or as an installed package;
        without it, the one shipped. The coder's version names it.
    least : float, default 0.3
        Events that are less sure are set aside as `UNSURE`; with 0 all are kept.
    choice : Choice, optional
        Weights by which the likeliest target is taken; without them, those shipped.

    Examples
    --------
    >>> from datetime import date
    >>> from truceline.terms.stories import Passage
    >>> text = "On Sunday, Iraqi positions were attacked by Iran."
    >>> story = Story("s", "s.txt", text, "", published=date(1985, 3, 13),
    ...               passages=(Passage(0, len(text), "paragraph"),))
    >>> [event] = ParsedCoder()(story).events
    >>> event.type, event.source[0].code, event.target[0].code, event.date_start.isoformat()
    ('ASSAULT', 'IRN', 'IRQ', '1985-03-10')
    """

    name = "parsed"
    version = VERSION

    def __init__(
        self,
        war: War | None = None,
        aliases: Mapping[str, str] | None = None,
        *,
        pipeline: str | None = None,
        least: float = LEAST,
        choice: Choice | None = None,
    ) -> None:
        super().__init__(war, aliases)
        self.pipeline = pipeline
        if pipeline is not None:
            self.version = f"{VERSION}+{Path(pipeline).name}"
        self.least = least
        self.choice = choice or shipped()

    def __call__(self, story: Story) -> Coding:
        """Return the events of a story's paragraphs.

        Parameters
        ----------
        story : Story
            Only `paragraph` passages are coded; the title repeats them.

        Returns
        -------
        Coding
            Events in the order of the text. What could not be coded is set aside with a reason;
            an error in one sentence is set aside as `ERROR` and the rest is kept.
        """
        return next(iter(self.batch([story])))

    def batch(self, stories: Sequence[Story]) -> Iterator[Coding]:
        """Yield the coding of each story; their sentences are parsed together.

        Parameters
        ----------
        stories : sequence of Story
            Some tens or hundreds: all are held at once.

        Yields
        ------
        Coding
            One for each story, in order.
        """
        for story, parsed in zip(stories, self.parse(stories), strict=True):
            yield self.code(story, parsed)

    def parse(self, stories: Sequence[Story]) -> list[dict[tuple[int, int], Parse]]:
        """Return the parses of each story's sentences by their offsets."""
        stories = [legible(each) for each in stories]
        wanted = [
            (number, span) for number, story in enumerate(stories)
            for passage in story.paragraphs()
            for span in sentence_spans(story.text, passage.start, passage.end)
        ]  # fmt: skip
        found: list[dict[tuple[int, int], Parse]] = [{} for _ in stories]
        pieces = [(stories[number].text, _without_dateline(stories[number].text, span))
                  for number, span in wanted]  # fmt: skip
        pipeline = self.load()
        for (number, span), parse in zip(wanted, parses(pipeline, pieces), strict=True):
            if parse is not None:
                found[number][span] = reseated(mended(parse))
        return found

    def load(self) -> "Language":
        """Return the pipeline, loaded at the first call.

        Raises
        ------
        BadInput
            If there is no such pipeline, or none that the coder can read by.
        """
        if self.pipeline is None:
            return english.load(without=UNUSED)
        return english.load(self.pipeline, without=("ner",))

    def code(self, story: Story, parsed: Mapping[tuple[int, int], Parse]) -> Coding:
        """Return the events of a story whose sentences are parsed already."""
        return self._told(story, self._telling(story, parsed))

    def traced(
        self, story: Story, parsed: Mapping[tuple[int, int], Parse] | None = None
    ) -> tuple[Coding, list[Trace]]:
        """Return the events of a story, and how each of its sentences was read.

        Parameters
        ----------
        story : Story
            The report.
        parsed : mapping, optional
            Its parses, where they are there already; an empty one has it read by its words alone.

        Returns
        -------
        tuple
            The coding, and a trace of each sentence.
        """
        if parsed is None:
            [parsed] = self.parse([story])
        telling = self._telling(story, parsed)
        traces: list[Trace] = []
        telling.traces = traces
        return self._told(story, telling), traces

    def _telling(self, story: Story, parsed: Mapping[tuple[int, int], Parse]) -> Telling:
        telling = Telling(legible(story), self.war, self._finder, self._who, parsed)
        telling.least, telling.choice = self.least, self.choice
        return telling


_DASH = r"(?:--|[—–:]|-(?= )|\")\s+"
DATELINE = re.compile(
    r"(?:[A-Z][A-Z'’.\-]++[ ,]*+)++(?:[A-Z][\w.,]*+ ?|\d++,? ?)*+(?:\([^)]{1,30}\) ?)?" + _DASH +
    r"|(?:[A-Z]\w+,? ){1,3}\([A-Z][^)]{1,20}\) ?" + _DASH +
    r"|(?:[A-Z]\w+,? ){1,2}(?:[A-Z][a-z]+\.? \d+, )?[A-Z]{2,9} ?" + _DASH +
    r"|[A-Z]\w+(?: [A-Z]\w+)?(?:, [A-Z]\w+)? [—–-] (?=[A-Z])"
)  # fmt: skip
"""Where an agency says where it writes from: "KYIV (AP) -- ", "Tehran, March 15, IRNA - "."""


def _without_dateline(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a sentence without its dateline, which leads the parser astray."""
    first, last = span
    cut = DATELINE.match(text, first, min(last, first + 90))
    return (cut.end(), last) if cut and cut.end() < last else span
