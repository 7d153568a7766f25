"""Trains the recogniser of names, a small one that reads the vectors of syntax."""

from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language

import built
import layers
import swaps
import widen
import wordlists
from augment import Rates, hints
from train import Material, Plan, train

HERE = Path(__file__).resolve().parent
BODIES = HERE / "bodies.toml"
WIDTH, DEPTH, HIDDEN = 96, 4, 64
ROWS = (3000, 1000, 2500, 1000)
FIRST = Plan(passes=7, size=1000, warm_up=100, dropout=0.3, seed=2, checks=7, mean_of=4)
# the last passes, in two runs whose mean is kept, read the development split too, which nothing is
# chosen by any more
LAST = Plan(passes=2, size=1000, rate=0.0006, warm_up=50, dropout=0.3, checks=2, fresh=False)
SEEDS = (12, 13)
# at the very end GUM, whose news is nearest to reports, is read twice, and some names are borrowed
# from other sentences
END = Plan(
    passes=2, size=1000, rate=0.0005, warm_up=50, dropout=0.35, seed=14, checks=2, fresh=False
)
BORROWED = 0.15
# names carry the news: half of them are exchanged, and half are hidden, where they are learnt
RATES = Rates(name=0.5, hide=0.5)
# swapped in: the names that most people bear; hinted at: also rarer ones
SWAPPED, HINTED = 20_000, 45_000


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the lists of places, of names and of English words lie."""

    geonames: Path
    census: Path
    english: Path


def recogniser(nlp: Language, found: Material, lists: Lists) -> Language:
    """Return the recogniser of names, which reads the vectors of `nlp`."""
    found, words = taught(found, lists)
    ner = train(untrained(nlp), found, FIRST, lambda fresh: layers.set_hints(fresh, words))
    found = replace(found, train=(*found.train, *found.dev))
    start, runs = widen.weights(ner), []
    for seed in SEEDS:
        widen.set_mean(ner, [start])
        runs.append(widen.weights(train(ner, found, replace(LAST, seed=seed))))
    widen.set_mean(ner, runs)
    return _ended(ner, found)


def _ended(ner: Language, found: Material) -> Language:
    again = [item for item in found.train if item.sentence.document.startswith("GUM")]
    found = replace(found, train=(*found.train, *again))
    borrowing = swaps.Swaps(built.parts(BODIES, found.pool), swaps.bank(found.train), BORROWED)
    return train(ner, replace(found, swaps=borrowing), END)


def untrained(nlp: Language) -> Language:
    """Return a recogniser that has learnt nothing and reads the vectors of `nlp`."""
    ner = layers.names(WIDTH, DEPTH, HIDDEN, ROWS)
    ner.vocab.vectors = nlp.vocab.vectors
    return ner


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
    building = swaps.Swaps(built.parts(BODIES, pool), {})
    return replace(found, pool=pool, rates=RATES, swaps=building), words
