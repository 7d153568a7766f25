"""The coder's lexicons, read once from the TOML files beside this module."""

import tomllib
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from truceline.coding.frames import Frame, Frames, Groups, Needs, read
from truceline.coding.phrases import Phrases
from truceline.coding.verbs import forms_of

PARSED = ("deeds", "acts", "words", "fighting", "force", "relations", "speech")
"""Lexicons read over a parse alone, in the order in which their entries count."""


@dataclass(frozen=True, slots=True)
class Name:
    """Whom a name stands for; `kind` is state, people, capital, group, person or side."""

    code: str | None
    sector: str | None
    kind: str
    person: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names an event."""

    type: str
    mode: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All lexicons, ready for look-up."""

    names: tuple[tuple[str, Name], ...]
    verbs: dict[str, tuple[Verb, ...]]
    frames: dict[str, Frames[Verb]]
    nouns: Phrases[Noun]
    light: dict[str, dict[str, tuple[Verb, ...]]]
    ending: dict[str, tuple[str, str | None]]
    roles: Phrases[tuple[str, bool]]
    adjectives: frozenset[str]
    instruments: Phrases[str]
    cues: dict[str, frozenset[str]]
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
    predicates, nouns = (deepcopy(read_toml(each)) for each in ("predicates", "nouns"))
    cues = read_toml("cues")
    if deeds:
        for more in map(read_toml, PARSED):
            predicates["verbs"] += more["verbs"]
            predicates["irregular"].update(more["irregular"])
            nouns["nouns"] += more.get("nouns", [])
            nouns["end"].update(more.get("end", {}))
            predicates.setdefault("groups", {}).update(more.get("groups", {}))
            _extend(nouns["light"], more.get("light", {}))
    irregular: dict[str, list[str]] = predicates["irregular"]
    roles = read_toml("roles")
    instruments = read_toml("instruments")
    verbs = _verbs(predicates["verbs"], irregular, predicates.get("groups", {}))
    return Lexicons(
        names=_names(),
        verbs=verbs,
        frames={form: Frames(Frame(v.needs, v) for v in row) for form, row in verbs.items()},
        nouns=Phrases(_nouns(nouns["nouns"])),
        light=_light(nouns["light"], irregular),
        ending={kind: (row[0], row[1]) for kind, row in nouns["end"].items()},
        roles=Phrases(_roles(roles)),
        adjectives=frozenset(roles["adjectives"]["words"]),
        instruments=Phrases((word, kind) for kind, row in instruments.items() for word in row),
        cues={
            f"{table}.{cue}": frozenset(words)
            for table in ("catenative", "words", "reporting", "era")
            for cue, words in cues[table].items()
        },
        issues=Phrases((word, issue) for issue, row in cues["issues"].items() for word in row),
        past_wars=Phrases((each, each) for each in cues["era"]["past"]),
        repeated=Phrases((each, each) for each in cues["words"]["repeated"]),
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
            found.update(verb for lemma in row["lemmas"] for verb in _heads(lemma))
    for name in ("nouns", *PARSED):
        for classes in read_toml(name).get("light", {}).values():
            lemmas = (lemma for row in classes.values() for lemma in row)
            found.update(verb for lemma in lemmas for verb in _heads(lemma))
    return frozenset(found)


def _extend(table: dict[str, dict[str, list[str]]], more: dict[str, dict[str, list[str]]]) -> None:
    """Add lists to lists, group by group."""
    for group, classes in more.items():
        for name, lemmas in classes.items():
            table[group].setdefault(name, []).extend(lemmas)


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
    for line in (*officials["holders"], *read_toml("leaders")["holders"]):
        person, forms, code, sector, since, until = line.split("|")
        name = Name(code, sector, "person", person, _day(since), _day(until))
        found += [(form, name) for form in forms.split(";")]
    return tuple(found)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _heads(lemma: str) -> tuple[str, ...]:
    """Return the verbs of an entry, whatever words it needs."""
    return read(lemma.partition(" ")[0], {})[0]


def _verbs(
    rows: list[dict[str, Any]], irregular: dict[str, list[str]], groups: Groups
) -> dict[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for row in rows:
        for lemma in row["lemmas"]:
            heads_, needs = read(lemma, groups)
            rest = lemma.partition(" ")[2]
            for head in heads_:
                named = f"{head} {rest}" if rest else lemma if len(heads_) == 1 else head
                for form, tags in forms_of(head, irregular).items():
                    verb = Verb(
                        row["type"], row.get("mode"), row["class"], named, frozenset(tags), needs
                    )
                    found.setdefault(form, []).append(verb)
    return {form: tuple(sorted(row, key=lambda v: -len(v.needs))) for form, row in found.items()}


def _nouns(rows: list[dict[str, Any]]) -> list[tuple[str, Noun]]:
    found = []
    for row in rows:
        noun = Noun(row["type"], row.get("mode"), row["class"])
        for word in row["words"]:
            found.append((word, noun))
            if not word.endswith("s"):
                found.append((plural(word), noun))
    return found


def _light(
    table: dict[str, dict[str, list[str]]], irregular: dict[str, list[str]]
) -> dict[str, dict[str, tuple[Verb, ...]]]:
    """Form → noun class → readings; the group (do, end, fail, broken) stands in `kind`."""
    found: dict[str, dict[str, tuple[Verb, ...]]] = {}
    for group, classes in table.items():
        for noun_class, lemmas in classes.items():
            for lemma in lemmas:
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
