"""What each form of a verb may mean, by the entries of the lexicons; made when it is first met.

A text uses some dozens of the lexicons' verbs: to work out the readings of all five thousand
entries in all their forms took most of the time in which the coder starts.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from truceline.coding.frames import Frame, Frames, Groups, Needs, read
from truceline.coding.records import record
from truceline.coding.tokens import words_of
from truceline.coding.verbs import forms_of


@record
class Verb:
    """One reading of a verb form: what it means, its tags, and the words that must follow it."""

    type: str
    mode: str | None
    kind: str
    lemma: str
    tags: frozenset[str]
    needs: Needs = ()

    @property
    def after(self) -> tuple[str, ...]:
        """Return the words needed, of a group the first in the alphabet."""
        return tuple(min(each) for each in self.needs)


Entry = tuple[int, Mapping[str, Any], str, str]
"""Where an entry of a verb stands among all, its row in the lexicon, the entry, and the verb."""


class Readings(Mapping[str, tuple[Verb, ...]]):
    """The readings of verb forms, of one form those that need most words first.

    Parameters
    ----------
    rows : sequence of mapping
        Rows of a lexicon: `lemmas`, and what they mean by `type`, `mode` and `class`.
    irregular : mapping
        Lemma → [third person, past, past participle, -ing form].
    groups : mapping
        Words by the name of their group.

    Examples
    --------
    >>> row = {"type": "RETREAT", "class": "withdrawal", "lemmas": ["pull", "pull back|out"]}
    >>> [each.lemma for each in Readings([row], {}, {})["pulled"]]
    ['pull back|out', 'pull']
    """

    def __init__(
        self,
        rows: Sequence[Mapping[str, Any]],
        irregular: Mapping[str, Sequence[str]],
        groups: Groups,
    ) -> None:
        self._rows, self._irregular, self._groups = rows, irregular, groups
        self._made: dict[str, tuple[Verb, ...]] = {}
        self._framed: dict[str, Frames[Verb]] = {}

    @cached_property
    def _entries(self) -> dict[str, list[Entry]]:
        """Return the entries of every verb, by its base form."""
        found: dict[str, list[Entry]] = {}
        lemmas = ((row, lemma) for row in self._rows for lemma in row["lemmas"])
        for number, (row, lemma) in enumerate(lemmas):
            for head in heads_of(lemma):
                found.setdefault(head, []).append((number, row, lemma, head))
        return found

    @cached_property
    def _tags(self) -> dict[str, dict[str, set[str]]]:
        """Return the verbs of every form, each with the tags that it has as theirs."""
        found: dict[str, dict[str, set[str]]] = {}
        for head in self._entries:
            for form, tags in forms_of(head, self._irregular).items():
                found.setdefault(form, {})[head] = tags
        return found

    @property
    def forms(self) -> Collection[str]:
        """Return every form of every verb; to ask it for a word is quicker than to ask these."""
        return self._tags.keys()

    def __contains__(self, form: object) -> bool:
        """Return whether a word is a form of any verb."""
        return form in self._tags

    def __iter__(self) -> Iterator[str]:
        """Yield every form of every verb."""
        return iter(self._tags)

    def __len__(self) -> int:
        """Return how many forms there are."""
        return len(self._tags)

    def __getitem__(self, form: str) -> tuple[Verb, ...]:
        """Return the readings of a form."""
        if form not in self._made:
            verbs = self._tags[form]
            rows = sorted((each for head in verbs for each in self._entries[head]),
                          key=lambda each: each[0])  # fmt: skip
            made = [self._verb(each, verbs[each[3]]) for each in rows]
            self._made[form] = tuple(sorted(made, key=lambda verb: -len(verb.needs)))
        return self._made[form]

    def frames(self, form: str) -> Frames[Verb] | None:
        """Return the readings of a form by the words that they need; None where it is no verb."""
        if form not in self._framed and form in self._tags:
            self._framed[form] = Frames(Frame(verb.needs, verb) for verb in self[form])
        return self._framed.get(form)

    def _verb(self, entry: Entry, tags: set[str]) -> Verb:
        _, row, lemma, head = entry
        heads, needs = read(lemma, self._groups)
        rest = lemma.partition(" ")[2]
        named = f"{head} {rest}" if rest else lemma if len(heads) == 1 else head
        return Verb(row["type"], row.get("mode"), row["class"], named, frozenset(tags), needs)


def heads_of(entry: str) -> tuple[str, ...]:
    """Return the verbs of an entry, whatever words it needs.

    Examples
    --------
    >>> heads_of("take|seize {ground} from")
    ('take', 'seize')
    """
    first = entry.partition(" ")[0]
    return tuple(first.split("|")) if "|" in entry or "{" in entry else words_of(first)[:1]
