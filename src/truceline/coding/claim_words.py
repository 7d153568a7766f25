"""The words by which a sentence is known to claim something, read once from `claims.toml`."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from truceline.coding.lexicon import lexicons, read_toml
from truceline.coding.phrases import Phrases
from truceline.coding.tokens import Token, word_set
from truceline.terms.wars import War

STOP = word_set(
    "the a an of in on at to by for from with and or but its their his her it they he she this "
    "that these those was were is are be been has have had as into over under after before when "
    "while who which more than least about nearly almost some both two sides side said says day "
    "week month year monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december not no last first also "
    "russian ukrainian korean russia ukraine korea north south launched attack attacks strike war "
    "forces troops against ahead again new near struck hit largest military official city"
)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue phrase in a sentence: tokens [first, last), its table and its row."""

    first: int
    last: int
    table: str
    row: str


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody named: tokens [first, last) and a code; speaker or object where not the doer."""

    first: int
    last: int
    code: str
    speaker: bool = False
    obj: bool = False


@lru_cache(maxsize=1)
def cue_tables() -> dict[str, Phrases[str]]:
    """Return a look-up for every table of `claims.toml`, each phrase with its row."""
    tables = read_toml("claims")
    return {
        name: Phrases((phrase, row) for row, phrases in rows.items() for phrase in phrases)
        for name, rows in tables.items()
    }


def cues_of(tokens: Sequence[Token]) -> dict[str, list[Cue]]:
    """Return the cues of a sentence by table.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> found = cues_of(tokens_of("It came just ahead of the talks."))
    >>> found["timing"][0].row, found["about"][0].row
    ('before', 'talks')
    """
    return {
        name: [Cue(first, last, name, row) for first, last, row in table.anywhere(tokens)]
        for name, table in cue_tables().items()
    }


def name_table(war: War | None) -> Phrases[str]:
    """Return a look-up of every name of a state, a side, an office-holder or a bloc to its code."""
    names: dict[str, str] = {}
    if war is not None:
        for side in war.sides:
            for form in (side.name, *side.aliases):
                names[form] = side.code
    for form, name in lexicons().names:
        if name.code and form:
            names.setdefault(form, name.code)
    for code, forms in read_toml("claims")["bloc"].items():
        for form in forms:
            names[form] = code
            names[form.title()] = code
    return Phrases(names.items())


_BEFORE = word_set("at against on in of to for with near across between over inside into than")
_HITS = frozenset(read_toml("claims")["hits"]["words"])
_SAY = frozenset(read_toml("claims")["say"]["words"])
_REPORTER = tuple(tuple(each.split()) for each in read_toml("claims")["say"]["reporter"])


def named(tokens: Sequence[Token], names: Phrases[str]) -> list[Who]:
    """Return who is named in a sentence, and whether as speaker or as object.

    Examples
    --------
    >>> from truceline.coding.tokens import tokens_of
    >>> words = tokens_of("Ukraine's Air Force said Russia fired at Poland.")
    >>> [(w.code, w.speaker, w.obj) for w in named(words, name_table(None))]
    [('UKR', True, False), ('RUS', False, False), ('POL', False, True)]
    """
    found = []
    for first, last, code in names.anywhere(tokens):
        if not tokens[first].text[:1].isupper() and code not in ("WEST", "UNC"):
            continue
        after = [each.low for each in tokens[last : last + 5]]
        before = [each.low for each in tokens[max(0, first - 2) : first]]
        obj = any(each in _BEFORE | _HITS for each in before[-1:]) or (
            before[-1:] == ["the"] and before[:1] in ([each] for each in _BEFORE)
        )
        found.append(Who(first, last, code, speaker=_speaks(after, before), obj=obj))
    return found


def _speaks(after: Sequence[str], before: Sequence[str]) -> bool:
    """Tell whether a name is followed by a word of saying, perhaps over "'s Air Force"."""
    rest = list(after[1:] if after[:1] == ["'s"] else after)
    for words in _REPORTER:
        if tuple(rest[: len(words)]) == words:
            return True
    return bool(rest) and rest[0] in _SAY and "that" not in before


def content_words(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the words of a sentence by which a line of a record may be found."""
    return frozenset(
        each.low
        for each in tokens
        if len(each.low) > 3 and each.low.isalpha() and each.low not in STOP
    )
