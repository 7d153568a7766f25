"""Trains the recogniser of names: four readers of sentences, the mean of whose scores decides."""

import logging
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from spacy.language import Language

import built
import fit
import layers
import numbered
import swaps
import vectors
import wordlists
from augment import Rates, hints, variant
from corpus import Marked
from train import Material
from truceline.coding.english.names import Names

log = logging.getLogger("truceline.model")

HERE = Path(__file__).resolve().parent
BODIES = HERE / "bodies.toml"
# numbers that tables give of a word's form, first letter, last letters and shape, and numbers that
# a direction remembers
WIDTHS = (64, 16, 48, 32)
STATES = 128
COURSE = fit.Course(passes=8, rate=0.0035)
# each reader's seed and passes, and whether it reads another variant of GUM in each pass besides
READERS = ((1, 8, False), (2, 8, False), (3, 8, False), (5, 6, True))
# so much less than they say no word is a name, since in news more would be missed than invented
TILT = 0.2
# so many variants of the sentences there are; each reader begins with another
VARIANTS, APART = 16, 3
# in every other variant, so many names are borrowed from other sentences
BORROWED = 0.15
# names carry the news: half of them are exchanged
RATES = Rates(name=0.5)
# swapped in: the names that most people bear; hinted at: also rarer ones
SWAPPED, HINTED = 20_000, 45_000


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the lists of places, of names and of English words lie, and the file of vectors."""

    geonames: Path
    census: Path
    english: Path
    vectors: Path


def recogniser(found: Material, lists: Lists) -> Language:
    """Return the pipeline of the lists and of the recogniser of names."""
    found, words = taught(found, lists)
    ner = layers.names()
    layers.set_hints(ner, words)
    known = vectors.coded(*vectors.read(lists.vectors))
    forms = numbered.Forms()
    tags = numbered.tags(found.train)
    numbered.taught(found.train, forms, tags)
    known |= numbered.keys(forms)
    read = {at: numbered.taught(varied(found, at), forms, tags) for at in range(VARIANTS)}
    seen = numbered.words(forms, known, (words, found.pool.common))
    members = []
    for seed, passes, twice in READERS:
        log.info("reader %d", seed)
        course = replace(COURSE, seed=seed, passes=passes)
        members.append(_member((seen, len(tags)), _passes(read, seed, twice=twice), course))
    cast("Names", ner.get_pipe("ner")).read_by(known, members)
    return ner


def _member(
    words: tuple[fit.Words, int], passes: Callable[[int], fit.Taught], course: fit.Course
) -> dict[str, Any]:
    seen, tags = words
    widths = list(zip(seen.counts, WIDTHS, strict=True))
    weights = fit.drawn(widths, (seen.numbers.shape[1], STATES, tags), course.seed)
    found = fit.only_names(fit.fit(weights, seen, passes, course))
    found["bias"][0] -= TILT
    return found


def _passes(
    read: Mapping[int, fit.Taught], seed: int, *, twice: bool
) -> Callable[[int], fit.Taught]:
    def found(number: int) -> fit.Taught:
        at = number + APART * seed
        own = read[at % VARIANTS]
        return numbered.with_apart(own, read[(at + VARIANTS // 2) % VARIANTS]) if twice else own

    return found


def varied(found: Material, at: int) -> list[Marked]:
    """Return variant number `at` of the training sentences, other names and cases in them.

    Every other variant also borrows names from other sentences.
    """
    rng = random.Random(1000 + at)
    bank = swaps.bank(found.train) if at % 2 else {}
    source = swaps.Swaps(built.parts(BODIES, found.pool), bank, BORROWED * (at % 2))
    items = [swaps.swapped(item, rng, source) for item in found.train]
    changed = []
    for item in items:
        words = variant(item.sentence.words, item.names or (), rng, found.pool, found.rates)
        changed.append(replace(item, sentence=replace(item.sentence, words=tuple(words))))
    return changed


def taught(found: Material, lists: Lists) -> tuple[Material, dict[str, list[str]]]:
    """Return the material with more names to put in, and the words of each hint."""
    known = built.known(BODIES)
    common, proper = wordlists.split_by_case(lists.english)
    words = hints(
        HERE / "lists.toml",
        lists.geonames,
        wordlists.widened(found.pool, lists.census, HINTED),
    )
    words |= {"common": sorted(common), "proper": sorted(proper)}
    words["known"] = sorted({*known, *found.pool.organisation})
    ours = (*found.pool.organisation * 4, *known)
    pool = wordlists.widened(found.pool, lists.census, SWAPPED)
    pool = replace(pool, organisation=ours, common=common)
    return replace(found, pool=pool, rates=RATES), words
