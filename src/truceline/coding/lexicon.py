"""The coder's lexicons, read once from the TOML files beside this module."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

from truceline.coding.frames import read
from truceline.coding.phrases import Phrases
from truceline.coding.readings import Readings, Verb, heads_of
from truceline.coding.records import record
from truceline.coding.verbs import forms_of
from truceline.terms.ontology import Hedge

PARSED = ("turns", "deeds", "acts", "words", "fighting", "force", "relations", "speech")
"""Lexicons read over a parse alone, in the order in which their entries count."""


Tone = Hedge | Literal["denied"]
TONES: tuple[Tone, ...] = ("reported", "stated", "claimed", "suspected", "denied")
"""What a verb of saying makes what it says sound like; of a verb in two lists the first counts."""
HEDGES: tuple[Hedge, ...] = ("suspected", "claimed", "reported", "possible")
"""What words make a deed sound like, the strongest first."""
OFFICE = "office"
"""The kind of a name that many bear: it holds only while its bearer is in office."""


@record
class Name:
    """Whom a name stands for; `kind` is state, people, capital, group, person or side."""

    code: str | None
    sector: str | None
    kind: str
    person: str | None = None
    since: date | None = None
    until: date | None = None


@record
class Noun:
    """A noun that names an event."""

    type: str
    mode: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All lexicons, ready for look-up."""

    names: tuple[tuple[str, Name], ...]
    verbs: Readings
    nouns: Phrases[Noun]
    light: dict[str, dict[str, tuple[Verb, ...]]]
    ending: dict[str, tuple[str, str | None]]
    roles: Phrases[tuple[str, bool]]
    adjectives: frozenset[str]
    instruments: Phrases[str]
    cues: dict[str, frozenset[str]]
    tones: dict[str, Tone]
    hedges: dict[str, Hedge]
    issues: Phrases[str]
    past_wars: Phrases[str]
    repeated: Phrases[str]


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Return a lexicon file of this package as a table, read once: not to be changed."""
    path = files("truceline.coding") / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=2)
def lexicons(*, deeds: bool = False) -> Lexicons:
    """Return the lexicons; they are read at the first call and kept.

    Parameters
    ----------
    deeds : bool, default False
        With the entries of the lexicons named in `PARSED`, which only a parse can tell from other
        uses of the same words.

    Returns
    -------
    Lexicons
        Ready for look-up.
    """
    if deeds:
        return _with_parse(lexicons())
    predicates, nouns = read_toml("predicates"), read_toml("nouns")
    cues, roles, instruments = (read_toml(each) for each in ("cues", "roles", "instruments"))
    irregular = predicates["irregular"]
    return Lexicons(
        names=_names(),
        verbs=Readings(predicates["verbs"], irregular, predicates.get("groups", {})),
        nouns=Phrases(_nouns(nouns["nouns"])),
        light=_light([nouns["light"]], irregular),
        ending=_ending([nouns]),
        roles=Phrases(_roles(roles)),
        adjectives=frozenset(roles["adjectives"]["words"]),
        instruments=Phrases((word, kind) for kind, row in instruments.items() for word in row),
        cues={
            f"{table}.{cue}": frozenset(words)
            for table in ("catenative", "words", "reporting", "era")
            for cue, words in cues[table].items()
        },
        tones={word: tone for tone in reversed(TONES) for word in cues["reporting"][tone]},
        hedges={word: hedge for hedge in reversed(HEDGES) for word in cues["words"][hedge]},
        issues=Phrases((word, issue) for issue, row in cues["issues"].items() for word in row),
        past_wars=Phrases((each, each) for each in cues["era"]["past"]),
        repeated=Phrases((each, each) for each in cues["words"]["repeated"]),
    )


def _with_parse(plain: Lexicons) -> Lexicons:
    """Return the lexicons with the entries of those in `PARSED`; the rest is shared."""
    parsed = [read_toml(each) for each in PARSED]
    verbs, nouns = [read_toml("predicates"), *parsed], [read_toml("nouns"), *parsed]
    irregular = irregular_forms()
    groups = {name: words for each in verbs for name, words in each.get("groups", {}).items()}
    return replace(
        plain,
        verbs=Readings([row for each in verbs for row in each["verbs"]], irregular, groups),
        nouns=Phrases(_nouns([row for each in nouns for row in each.get("nouns", ())])),
        light=_light([each.get("light", {}) for each in nouns], irregular),
        ending=_ending(nouns),
    )


@lru_cache(maxsize=1)
def irregular_forms() -> dict[str, list[str]]:
    """Return the irregular verbs of all lexicons: third person, past, participle, -ing form."""
    found: dict[str, list[str]] = dict(read_toml("predicates")["irregular"])
    for name in PARSED:
        found.update(read_toml(name)["irregular"])
    return found


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """Return the first word of every verb that a lexicon names, in its base form."""
    found: set[str] = set()
    for name in ("predicates", *PARSED):
        for row in read_toml(name)["verbs"]:
            found.update(verb for lemma in row["lemmas"] for verb in heads_of(lemma))
    for name in ("nouns", *PARSED):
        for classes in read_toml(name).get("light", {}).values():
            lemmas = (lemma for row in classes.values() for lemma in row)
            found.update(verb for lemma in lemmas for verb in heads_of(lemma))
    return frozenset(found)


@cache
def _names() -> tuple[tuple[str, Name], ...]:
    states, groups, officials = read_toml("states"), read_toml("groups"), read_toml("officials")
    found: list[tuple[str, Name]] = []
    for code, row in states["now"].items():
        for kind, forms in zip(("state", "people", "capital"), row, strict=True):
            sector = "GOV" if kind == "capital" else None
            found += [(form, Name(code, sector, kind)) for form in forms.split("|") if form]
    for code, row in states["past"].items():
        for kind in ("names", "people"):
            name = Name(code, None, "state" if kind == "names" else kind, until=row["until"])
            found += [(form, name) for form in row[kind].split("|")]
    for code, rows in read_toml("peoples").items():
        name = Name(code, None, "people")
        found += [(form, name) for row in rows for form in row.split("|")]
    for row in groups["group"]:
        name = Name(row.get("code"), row["sector"], "group")
        found += [(form, name) for form in row["names"]]
    more = (read_toml(each)["holders"] for each in ("leaders", "statesmen"))
    for line in (*officials["holders"], *(line for lines in more for line in lines)):
        person, forms, code, sector, since, until = line.split("|")
        name = Name(code, sector, "person", person, _day(since), _day(until))
        found += [
            (form.removeprefix("~"), replace(name, kind=OFFICE) if form[0] == "~" else name)
            for form in forms.split(";")
        ]
    return tuple(found)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _nouns(rows: list[dict[str, Any]]) -> list[tuple[str, Noun]]:
    found = []
    for row in rows:
        noun = Noun(row["type"], row.get("mode"), row["class"])
        for word in row["words"]:
            found.append((word, noun))
            if not word.endswith("s"):
                found.append((plural(word), noun))
    return found


def _ending(tables: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, str | None]]:
    """Return what it means where a class of nouns ends: type and mode."""
    rows = [item for each in tables for item in each.get("end", {}).items()]
    return {kind: (row[0], row[1]) for kind, row in rows}


def _light_entries(
    tables: Sequence[Mapping[str, Mapping[str, Sequence[str]]]],
) -> Iterator[tuple[str, str, str]]:
    """Yield group, noun class and lemma: all of a group, whichever table has them."""
    for group in dict.fromkeys(group for table in tables for group in table):
        rows = [table[group] for table in tables if group in table]
        for noun_class in dict.fromkeys(each for row in rows for each in row):
            for row in rows:
                yield from ((group, noun_class, lemma) for lemma in row.get(noun_class, ()))


def _light(
    tables: Sequence[Mapping[str, Mapping[str, Sequence[str]]]], irregular: dict[str, list[str]]
) -> dict[str, dict[str, tuple[Verb, ...]]]:
    """Form → noun class → readings; the group (do, end, fail, broken) stands in `kind`."""
    found: dict[str, dict[str, tuple[Verb, ...]]] = {}
    for group, noun_class, lemma in _light_entries(tables):
        heads_, needs = read(lemma, {})
        for head in heads_:
            for form, tags in forms_of(head, irregular).items():
                verb = Verb("", None, group, lemma, frozenset(tags), needs)
                row = found.setdefault(form, {})
                row[noun_class] = (*row.get(noun_class, ()), verb)
    return found


def plural(word: str) -> str:
    """Return the plural of an English noun by the usual rules."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def _roles(table: dict[str, dict[str, list[str]]]) -> list[tuple[str, tuple[str, bool]]]:
    found = []
    for group in ("things", "people"):
        for sector, words in table[group].items():
            for word in words:
                found.append((word, (sector, group == "people")))
                if not word.endswith("s"):
                    found.append((plural(word), (sector, group == "people")))
    return found
