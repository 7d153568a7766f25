"""The lexical coder: events from words, lexicons and rules, without a parser."""

from collections.abc import Mapping
from functools import cached_property

from truceline.coding.actors import ActorFinder
from truceline.coding.legible import as_written, legible
from truceline.coding.lexicon import lexicons
from truceline.coding.retold import retold
from truceline.coding.telling import Telling
from truceline.terms.events import CoderId, Coding, SetAside
from truceline.terms.stories import Story
from truceline.terms.wars import War

VERSION = "1"


class LexicalCoder:
    """Codes stories by lexicons and rules; made for one war, or for none.

    Parameters
    ----------
    war : War or None
        Its sides are what "both sides" means, its towns are preferred among those of one name,
        and what lies before its start is background.
    aliases : mapping, optional
        More names of actors, each with its code: ISO 3166 alpha-3, IGO, NGO, IMG or MNC.

    Examples
    --------
    >>> from datetime import date
    >>> from truceline.terms.stories import Passage
    >>> text = "On Sunday, Iran attacked Iraqi positions."
    >>> story = Story("s", "s.txt", text, "", published=date(1985, 3, 13),
    ...               passages=(Passage(0, len(text), "paragraph"),))
    >>> [event] = LexicalCoder()(story).events
    >>> event.type, event.source[0].code, event.target[0].code, event.date_start.isoformat()
    ('ASSAULT', 'IRN', 'IRQ', '1985-03-10')
    """

    name = "lexical"
    version = VERSION

    def __init__(self, war: War | None = None, aliases: Mapping[str, str] | None = None) -> None:
        self.war = war
        self.aliases = dict(aliases or {})

    @cached_property
    def _finder(self) -> ActorFinder:
        aliases = dict(self.aliases)
        sides: list[tuple[str, str]] = []
        if self.war is not None:
            for side in self.war.sides:
                sides.append((side.code, side.name))
                for alias in (side.name, *side.aliases):
                    aliases.setdefault(alias, side.code)
        known = {form for form, _ in lexicons().names}
        fresh = {form: code for form, code in aliases.items() if form not in known and form}
        return ActorFinder(lexicons(), fresh, sides)

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
        return self._told(story, Telling(legible(story), self.war, self._finder, self._who))

    @property
    def _who(self) -> CoderId:
        return CoderId(self.name, self.version)

    def _told(self, story: Story, telling: Telling) -> Coding:
        """Return what a telling of a story, made legible, says of its paragraphs."""
        for passage in story.paragraphs():
            telling.paragraph(passage.start, passage.end)
        if not story.paragraphs() and story.text.strip():
            telling.set_aside.append(SetAside("NO_PARAGRAPH", "", 0, 0))
        found = Coding(story.story_id, tuple(retold(telling.events)), tuple(telling.set_aside))
        return as_written(found, story, telling.story)
