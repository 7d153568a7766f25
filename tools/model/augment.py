"""Makes news-style variants of training sentences: case, quotes, names of war news.

A variant keeps every head, relation and tag; only forms change. Lemmas of words whose case
changed are withheld (empty), so that the lemmatizer does not learn the capitals of a headline.
"""

import random
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from conllu import Word
from entities import Span

_CURLY = {"'": "’", "`": "‘", "''": "”", "``": "“", "--": "—", "...": "…"}
_STARTS_QUOTE = "“"
_ENDS_QUOTE = "”"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names to put in place of others, one token each, and words that are no names.

    `met` says how often the training text has a word, in lower case.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    place: tuple[str, ...]
    organisation: tuple[str, ...]
    common: frozenset[str] = frozenset()
    met: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often a sentence (or a name in it, or a quote) is changed, each 0 to 1.

    `hide` is how often a name or a rare word is hidden from its reader, see `corpus.examples`;
    with `seldom`, instead, a word met that many times is hidden half of the time.
    """

    lower: float = 0.05
    upper: float = 0.03
    title: float = 0.03
    curly: float = 0.4
    name: float = 0.2
    hide: float = 0.0
    seldom: float = 0.0


def lexicon(names: Path, cities: Path) -> Lexicon:
    """Return the names of `names` (our TOML) with the larger cities of a GeoNames file.

    Only names of one capitalised word are taken. `cities` is GeoNames' `cities15000.txt`;
    the places written by us are repeated so that they stay half of the draws.
    """
    lists = {key: tuple(text.split()) for key, text in tomllib.loads(names.read_text()).items()}
    rows = (line.split("\t") for line in cities.read_text(encoding="utf-8").splitlines())
    found = {row[2] for row in rows if row[2].isalpha() and int(row[14]) >= 100_000}
    known = sorted(found)
    ours = lists["place"] * (1 + len(known) // max(1, len(lists["place"])))
    return Lexicon(lists["given"], lists["family"], (*known, *ours), lists["organisation"])


def hints(lists: Path, geonames: Path, pool: Lexicon) -> dict[str, list[str]]:
    """Return words that hint at a name or at none, as `body`, `family`, `given` and `place`.

    Parameters
    ----------
    lists : Path
        Our TOML of given names, regions and words of bodies.
    geonames : Path
        Folder with `cities15000.txt`, `countryInfo.tsv` and `regionInfo.tsv`; of places only
        those of one word are taken, cities from 50,000 people.
    pool : Lexicon
        Given and family names and places that are put into training sentences.
    """
    ours = {key: text.split() for key, text in tomllib.loads(lists.read_text()).items()}
    cities = (line.split("\t") for line in _lines(geonames / "cities15000.txt"))
    places = {row[2] for row in cities if row[2].isalpha() and int(row[14]) >= 50_000}
    for name, column in (("countryInfo.tsv", 4), ("regionInfo.tsv", 2)):
        rows = (line.split("\t") for line in _lines(geonames / name) if line[:1] != "#")
        places |= {row[column] for row in rows if len(row) > column and row[column].isalpha()}
    places |= {*ours["region"], *pool.place}
    given = {*ours["given"], *pool.given}
    found = {"body": {*ours["body"]}, "family": {*pool.family}, "given": given, "place": places}
    return {key: sorted(words) for key, words in found.items()}


def variant(
    words: Sequence[Word], spans: Sequence[Span], rng: random.Random, pool: Lexicon, rates: Rates
) -> list[Word]:
    """Return a sentence's words changed at random, as many and in the same order.

    Parameters
    ----------
    words : sequence of Word
        The sentence as annotated.
    spans : sequence of (start, end, kind)
        Its names; kinds PER, LOC and ORG may be exchanged.
    rng : random.Random
        Seeded by the caller.
    pool : Lexicon
        Where new names come from.
    rates : Rates
        How often each change is made.
    """
    changed = list(words)
    for start, end, kind in spans:
        if rng.random() < rates.name:
            _rename(changed, start, end, kind, (rng, pool))
    if rng.random() < rates.curly:
        changed = _curly(changed)
    draw = rng.random()
    if draw < rates.lower:
        return [replace(w, form=w.form.lower(), lemma="") for w in changed]
    if draw < rates.lower + rates.upper:
        return [replace(w, form=_upper(w.form), lemma="") for w in changed]
    if draw < rates.lower + rates.upper + rates.title:
        return [replace(w, form=_title(w), lemma=_lemma_of_title(w)) for w in changed]
    return changed


def _rename(
    words: list[Word], start: int, end: int, kind: str, source: tuple[random.Random, Lexicon]
) -> None:
    rng, pool = source
    if not all(words[i].upos == "PROPN" and words[i].form.isalpha() for i in range(start, end)):
        return
    drawn: list[str] | None = None
    if kind == "PER" and end - start <= 2:
        drawn = [rng.choice(pool.given)] * (end - start == 2) + [rng.choice(pool.family)]
    elif kind == "LOC" and end - start == 1:
        drawn = [rng.choice(pool.place)]
    elif kind == "ORG" and end - start == 1:
        drawn = [rng.choice(pool.organisation)]
    for index, form in zip(range(start, end), drawn or (), strict=False):
        words[index] = replace(words[index], form=form, lemma=form)


def _curly(words: list[Word]) -> list[Word]:
    changed, inside = [], False
    for word in words:
        form = _CURLY.get(word.form, word.form.replace("'", "’"))
        if word.form == '"':
            form, inside = (_ENDS_QUOTE if inside else _STARTS_QUOTE), not inside
        changed.append(replace(word, form=form) if form != word.form else word)
    return changed


def _upper(form: str) -> str:
    # "ß".upper() is two letters, which is fine: only the number of words must stay
    return form.upper()


def _title(word: Word) -> str:
    if word.upos in {"ADP", "DET", "CCONJ", "PART", "PUNCT"} or not word.form.islower():
        return word.form
    return word.form.capitalize()


def _lemma_of_title(word: Word) -> str:
    return word.lemma if _title(word) == word.form else ""


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
