"""The words for what is counted: effects on persons, things, persons, other objects."""

from functools import cache

from truceline.coding.lexicon import read_toml
from truceline.coding.tokens import word_set

GOVERNED = frozenset({"killed", "wounded", "captured", "abducted", "detained"})
"""Effects of which "a soldier was …" is a count of one."""


def _inverted(table: dict[str, str]) -> dict[str, str]:
    return {word: what for what, words in table.items() for word in words.split()}


@cache
def persons() -> tuple[frozenset[str], frozenset[str]]:
    """Return the nouns for persons: in the singular, and in the plural.

    Examples
    --------
    >>> one, many = persons()
    >>> "child" in one, "children" in many, "police" in many
    (True, True, True)
    """
    table = read_toml("counted")["persons"]
    one, many = set[str](), set(table["plural"].split())
    for entry in table["regular"].split():
        singular, _, plural = entry.partition("_")
        one.add(singular)
        many.add(plural or f"{singular}s")
    return frozenset(one), frozenset(many)


_TABLE = read_toml("counted")
EFFECT_OF = _inverted(_TABLE["effects"])
THING_OF = _inverted(_TABLE["things"])
CURRENCY_OF = _inverted(_TABLE["money"])
OTHERS = word_set(_TABLE["others"]["words"])
SINGULAR, PLURAL = persons()
PERSONS = SINGULAR | PLURAL


@cache
def peoples() -> frozenset[str]:
    """Return the plurals that name people by their state, such as "Americans"."""
    forms = {form for row in read_toml("states")["now"].values() for form in row[1].split("|")}
    return frozenset(each for each in forms if each.endswith("s") and not each.endswith("ss"))


def names_people(word: str) -> bool:
    """Return whether a word stands for people: "villagers", "Americans".

    Examples
    --------
    >>> names_people("Villagers"), names_people("Kenyans"), names_people("village")
    (True, True, False)
    """
    return word.lower() in PERSONS or word in peoples()
